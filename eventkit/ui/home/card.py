"""A coming event as a card to press: when, where, and how long it is until then."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from eventkit.ui.fonts import BOLD, font
from eventkit.ui.parts import GRID, dress_label, label
from eventkit.ui.widgets import ShortLabel

LARGE, WORD = 2.2, 1.15
"""Sizes of a countdown in figures and in a word."""


class EventCard(QPushButton):
    """Title, time and place at the leading side, the countdown at the other; a screen reader hears all of it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setAutoDefault(False)
        self.event_id = 0
        self._title, self._when, self._place = ShortLabel(), ShortLabel(), ShortLabel()
        dress_label(self._title, size=1.15, weight=BOLD)
        words = QVBoxLayout()
        words.setSpacing(GRID // 2)
        words.addWidget(self._title)
        for line in (self._when, self._place):
            dress_label(line, kind="muted", size=0.9)
            words.addWidget(line)
        words.addStretch(1)
        self._large, self._small = label(), label(kind="muted", size=0.9)
        count = QVBoxLayout()
        count.setSpacing(0)
        for part in (self._large, self._small):
            part.setAlignment(Qt.AlignmentFlag.AlignTrailing)
            count.addWidget(part)
        count.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(4 * GRID, 4 * GRID, 4 * GRID, 4 * GRID)
        row.setSpacing(3 * GRID)
        row.addLayout(words, 1)
        row.addLayout(count)
        for part in self.findChildren(ShortLabel):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens it, as in a list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def tell(self, event_id: int, title: str, when: str, place: str, countdown: tuple[str, str]) -> None:
        """Show an event; the countdown is a large word and a small one."""
        self.event_id = event_id
        large, small = countdown
        self.setAccessibleName(", ".join(filter(None, (title, when, place, f"{large} {small}".strip()))))
        self._large.setFont(font(LARGE if large.isdecimal() else WORD, BOLD))
        texts = (title, when, place, large, small)
        for part, text in zip((self._title, self._when, self._place, self._large, self._small), texts, strict=True):
            part.setText(text)
