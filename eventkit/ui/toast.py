"""A short word at the bottom of the window, with the way back."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from eventkit.ui.parts import GRID, button
from eventkit.ui.widgets import short_label

MS = 6000


class Toast(QWidget):
    """Shown for six seconds; it stays while it is hovered or has the focus."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setObjectName("toast")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._text = short_label()
        self.action = button(self.tr("Undo"))
        self._then: Callable[[], None] | None = None
        self.action.clicked.connect(self._act)
        row = QHBoxLayout(self)
        row.setContentsMargins(4 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        row.setSpacing(3 * GRID)
        row.addWidget(self._text)
        row.addWidget(self.action)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.end)
        self.hide()

    def say(self, text: str, action: str = "", then: Callable[[], None] | None = None) -> None:
        """Show a text, and a button that does `then`."""
        self._text.setText(text)
        self._then = then
        self.action.setText(action)
        self.action.setAccessibleName(action)
        self.action.setVisible(then is not None)
        self.setMaximumWidth(self._over.width() - 12 * GRID)
        self.adjustSize()
        self.place()
        self.show()
        self.raise_()
        self._timer.start(MS)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def place(self) -> None:
        """Stand at the bottom, in the middle."""
        self.move((self._over.width() - self.width()) // 2, self._over.height() - self.height() - 12 * GRID)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Hovering holds it."""
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """It goes on counting."""
        super().leaveEvent(event)
        self._timer.start(MS)

    def _act(self) -> None:
        self._timer.stop()
        self.hide()
        if self._then is not None:
            self._then()

    def end(self) -> None:
        """Go, unless the keyboard is on the button."""
        if self.action.hasFocus():
            self._timer.start(MS)
        else:
            self.hide()
