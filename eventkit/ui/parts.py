"""The smallest parts of all pages, which the first paint needs too.

Qt's enumerations are told by number here: their names come in with all of Qt's namespace, a tenth of the first paint.
"""

from typing import TYPE_CHECKING

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from eventkit.ui.fonts import BOLD, REGULAR, font

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

GRID = 4
PLAIN_TEXT = 0
NO_FOCUS = 0


class Drawing(QWidget):
    """A drawing that stands alone, larger than an icon."""

    def __init__(self, name: str, size: int, role: QPalette.ColorRole = QPalette.ColorRole.PlaceholderText) -> None:
        super().__init__()
        self._name, self._role = name, role
        self.setFixedSize(size, size)

    def paintEvent(self, event: "QPaintEvent") -> None:
        """In the palette's colour."""
        from PySide6.QtCore import QRectF  # noqa: PLC0415 - the window stands before the first drawing is painted
        from PySide6.QtGui import QPainter  # noqa: PLC0415 - likewise

        from eventkit.ui.icons import draw  # noqa: PLC0415 - likewise

        super().paintEvent(event)
        painter = QPainter(self)
        draw(painter, self._name, self.palette().color(self._role).name(), QRectF(self.rect()))


def label(text: str = "", *, kind: str = "", size: float = 1.0, weight: int = REGULAR, wrap: bool = False) -> QLabel:
    """A text of a size relative to the window's font; `kind` is muted, bad, good, warn, chip or badge."""
    made = QLabel(text)
    dress_label(made, kind=kind, size=size, weight=weight)
    made.setWordWrap(wrap)
    return made


def dress_label(made: QLabel, *, kind: str = "", size: float = 1.0, weight: int = REGULAR) -> None:
    """Give a label its look; no text is ever taken as markup."""
    made.setProperty("textFormat", PLAIN_TEXT)
    made.setFont(font(size, weight))
    if kind:
        made.setProperty("kind", kind)


def button(text: str, *, kind: str = "", name: str = "", drawing: str = "") -> QPushButton:
    """A button that says what it does; `kind` is primary, link, tool, left, middle or right."""
    made = QPushButton(text)
    made.setFont(font(weight=REGULAR if kind == "link" else BOLD))
    made.setAccessibleName(name or text)
    made.setAutoDefault(False)
    if kind:
        made.setProperty("kind", kind)
    if drawing:
        from eventkit.ui.button_icons import set_drawing  # noqa: PLC0415 - no button of the first page has one

        roles = {"primary": QPalette.ColorRole.BrightText, "link": QPalette.ColorRole.Link}
        set_drawing(made, drawing, roles.get(kind, QPalette.ColorRole.ButtonText))
    if not text:
        made.setToolTip(name)
    return made


def card(kind: str = "card") -> tuple[QFrame, QVBoxLayout]:
    """A card with its layout."""
    frame = QFrame()
    frame.setProperty("kind", kind)
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(4 * GRID, 4 * GRID, 4 * GRID, 4 * GRID)
    layout.setSpacing(2 * GRID)
    return frame, layout
