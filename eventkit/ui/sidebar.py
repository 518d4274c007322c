"""The places of a kit beside the pages, and the line below them with the last change."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QToolButton, QVBoxLayout

from eventkit.ui.button_icons import set_drawing
from eventkit.ui.fonts import BOLD, font
from eventkit.ui.parts import GRID, button
from eventkit.ui.widgets import short_label

WIDE, NARROW, ROW = 208, 56, 36


class Sidebar(QFrame):
    """Places by name; narrow, they are icons whose names are tooltips."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sidebar")
        self.setProperty("mirrored", self.isRightToLeft())
        self.places = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2 * GRID, 3 * GRID, 2 * GRID, 3 * GRID)
        self._column.setSpacing(GRID // 2)
        self._column.addStretch()
        self.setFixedWidth(WIDE)

    def add_place(self, name: str, title: str, drawing: str, go: Callable[[], object]) -> None:
        """One more place."""
        place = QToolButton()
        place.setObjectName(name)
        place.setText(f"  {title}")
        place.setAccessibleName(title)
        place.setToolTip(title)
        place.setCheckable(True)
        place.setFont(font(weight=BOLD))
        set_drawing(place, drawing)
        place.clicked.connect(go)
        self.places.addButton(place)
        self._column.insertWidget(self._column.count() - 1, place)

    def mark(self, name: str) -> None:
        """Show which place is in front."""
        for place in self.places.buttons():
            place.setChecked(place.objectName() == name)

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - it is what the name says
        """Icons alone, or with their names."""
        self.setFixedWidth(NARROW if narrow else WIDE)
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if narrow else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        for place in self.places.buttons():
            if isinstance(place, QToolButton):
                place.setToolButtonStyle(style)
                place.setFixedSize(self.width() - 4 * GRID, ROW)


class StatusLine(QHBoxLayout):
    """The last change with the way back, what the page in front tells, and at the end where everything is kept."""

    undo_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setContentsMargins(4 * GRID, 0, 4 * GRID, 0)
        self.setSpacing(2 * GRID)
        self.last_change = short_label(kind="muted", size=0.9)
        self.undo_link = button(self.tr("Undo"), kind="link", name=self.tr("Undo the last change"))
        self.undo_link.setFont(font(0.9))
        self.undo_link.clicked.connect(self.undo_wanted)
        self.undo_link.hide()
        self.told = short_label(kind="muted", size=0.9)
        self.where = short_label(kind="muted", size=0.9)
        self.addWidget(self.last_change)
        self.addWidget(self.undo_link)
        self.addStretch(1)
        self.addWidget(self.told)
        self.addStretch(1)
        self.addWidget(self.where)

    def say_where(self, text: str) -> None:
        """Show where everything is kept; it does not give way to a long change."""
        self.where.setText(text)
        self.where.setMinimumWidth(min(self.where.sizeHint().width(), WIDE))

    def say_change(self, text: str) -> None:
        """Show the last change; nothing hides the way back."""
        self.last_change.setText(text)
        self.undo_link.setVisible(bool(text))
