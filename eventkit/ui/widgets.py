"""Larger parts that pages are made of."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from eventkit.ui.fonts import BOLD, REGULAR
from eventkit.ui.parts import GRID, Drawing, dress_label, label

MARGIN = 24
READING = 360


class ShortLabel(QLabel):
    """One line that is cut with an ellipsis where it has no room; whole in its tooltip and for a screen reader."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setMinimumWidth(GRID * 4)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        """The whole text."""
        super().setText(text)
        self.setToolTip(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        """As much as there is room for."""
        if self.fontMetrics().horizontalAdvance(self.text()) <= self.contentsRect().width():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        elided = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width(), Qt.TextFlag.TextShowMnemonic
        )
        painter.drawText(self.contentsRect(), Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter, elided)


def short_label(text: str = "", *, kind: str = "", size: float = 1.0, weight: int = REGULAR) -> QLabel:
    """A label of one line that is cut where it has no room."""
    made = ShortLabel(text)
    dress_label(made, kind=kind, size=size, weight=weight)
    return made


def rule() -> QFrame:
    """A quiet line between two parts."""
    made = QFrame()
    made.setProperty("kind", "rule")
    return made


def scrolled(content: QWidget) -> QScrollArea:
    """Content that may be taller than its place."""
    content.setObjectName("scrolled")
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    return area


class Page(QWidget):
    """A page: where it stands, its title, at most three actions, and its content below."""

    def __init__(self, title: str = "") -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.heading = short_label(title, size=1.5, weight=BOLD)
        self.note = label(kind="chip", size=0.85)
        self.note.hide()
        self.actions_row = QHBoxLayout()
        self.actions_row.setSpacing(2 * GRID)
        self.heading.setMinimumHeight(9 * GRID)
        head = QHBoxLayout()
        head.setSpacing(3 * GRID)
        head.addWidget(self.heading)
        head.addWidget(self.note, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        head.addLayout(self.actions_row)
        self.trail = QHBoxLayout()
        self.trail.setSpacing(GRID)
        self.content = QVBoxLayout()
        self.content.setSpacing(3 * GRID)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(MARGIN, 5 * GRID, MARGIN, 4 * GRID)
        whole.setSpacing(0)
        whole.addLayout(self.trail)
        whole.addLayout(head)
        whole.addSpacing(4 * GRID)
        whole.addLayout(self.content, 1)

    def set_title(self, title: str, *, note: str = "") -> None:
        """Say what the page shows."""
        self.heading.setText(title)
        self.note.setText(note)
        self.note.setVisible(bool(note))


def empty(drawing: str, text: str, action: QPushButton | None = None) -> QWidget:
    """What an empty page shows: one drawing, one sentence of what belongs here, one button."""
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.setSpacing(4 * GRID)
    centre = Qt.AlignmentFlag.AlignHCenter
    layout.addStretch(2)
    layout.addWidget(Drawing(drawing, 12 * GRID), 0, centre)
    told = label(text, kind="muted", wrap=True)
    told.setAlignment(centre)
    told.setFixedSize(READING, told.heightForWidth(READING))
    layout.addWidget(told, 0, centre)
    if action is not None:
        layout.addWidget(action, 0, centre)
    layout.addStretch(3)
    return made
