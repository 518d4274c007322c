"""Now mode: what runs, how long still, how far the day is from its plan, what is next; for the lectern."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout

from eventkit.domain.runsheet import Moment
from eventkit.ui.dates import clock
from eventkit.ui.fonts import BOLD, font
from eventkit.ui.parts import GRID, button, label
from eventkit.ui.runsheet.words import RunWords
from eventkit.ui.widgets import short_label

STEP = 5


class NowPanel(QFrame):
    """Above the run sheet; the keyboard can stand on it, each button names its key."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Now"))
        self._words, self._told = RunWords(), ""
        self.title = short_label(size=1.5, weight=BOLD)
        self.following = short_label(kind="muted", size=1.15)
        self.left: QLabel = label(size=3.0, weight=BOLD)
        self.left.setFont(font(3.0, BOLD, tabular=True))
        self.left.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.drift: QLabel = label(size=1.15, weight=BOLD)
        self.start = button(self.tr("Start the next"), kind="primary")
        self.stop = button(self.tr("Stop"))
        self.extend = button(self.tr("{minutes} min more").format(minutes=STEP))
        self.follow = button(self.tr("Move the plan"))
        self.full = button(self.tr("Large clock"))
        self.keys = label(
            self.tr(
                "Space starts the next, E extends, S stops, P moves the plan by what the day is behind, "
                "F shows the clock, Enter starts a line, Esc leaves."
            ),
            kind="muted",
            size=0.9,
            wrap=True,
        )
        self.setAccessibleDescription(self.keys.text())
        self._place()

    def show_moment(self, moment: Moment) -> None:
        """Say how the day stands; a screen reader hears when something else runs."""
        line, following, words = moment.line, moment.following, self._words
        self.title.setText(self.tr("Nothing is running") if line is None else line.of.title)
        self.following.setText(
            self.tr("Nothing is left")
            if following is None
            else self.tr("Next: {start} {title}").format(start=clock(following.start), title=following.of.title)
        )
        self.left.setText("" if line is None else words.left(moment.left))
        self._show_drift(moment)
        self.start.setEnabled(following is not None)
        self.stop.setEnabled(line is not None)
        self.extend.setEnabled(line is not None)
        self.follow.setEnabled(line is not None and moment.behind > 0)
        told = f"{self.title.text()}. {self.following.text()}"
        if told != self._told:
            self._told = told
            if QAccessible.isActive():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, told))

    def _show_drift(self, moment: Moment) -> None:
        """How far the day is from its plan."""
        kind = "warn" if moment.behind > 0 else "good"
        self.drift.setText(self._words.drift(moment))
        if self.drift.property("kind") != kind:
            self.drift.setProperty("kind", kind)
            self.drift.style().unpolish(self.drift)
            self.drift.style().polish(self.drift)

    def _place(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(GRID)
        words.addWidget(self.title)
        words.addWidget(self.following)
        times = QVBoxLayout()
        times.setSpacing(0)
        end = Qt.AlignmentFlag.AlignTrailing
        times.addWidget(self.left, 0, end)
        times.addWidget(self.drift, 0, end)
        head = QHBoxLayout()
        head.setSpacing(6 * GRID)
        head.addLayout(words, 1)
        head.addLayout(times)
        presses = QHBoxLayout()
        presses.setSpacing(2 * GRID)
        for press in (self.start, self.extend, self.stop, self.follow, self.full):
            presses.addWidget(press)
        presses.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(4 * GRID, 3 * GRID, 4 * GRID, 3 * GRID)
        whole.setSpacing(2 * GRID)
        whole.addLayout(head)
        whole.addLayout(presses)
        whole.addWidget(self.keys)
