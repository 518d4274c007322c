"""Drawings on buttons: in the colours of the palette, and in another where the button is pressed in."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QAbstractButton, QWidget

from eventkit.ui.icons import SIZE, draw


def icon(name: str, color: str, checked: str) -> QIcon:
    """The drawing `name` in `color`, in `checked` where its button is pressed in; at one and two pixels a point."""
    found = QIcon()
    for scale, ink, state in (
        (1, color, QIcon.State.Off),
        (2, color, QIcon.State.Off),
        (1, checked, QIcon.State.On),
        (2, checked, QIcon.State.On),
    ):
        pixmap = QPixmap(QSize(SIZE, SIZE) * scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        draw(painter, name, ink, QRectF(0, 0, SIZE * scale, SIZE * scale))
        painter.end()
        pixmap.setDevicePixelRatio(scale)
        found.addPixmap(pixmap, QIcon.Mode.Normal, state)
    return found


def set_drawing(button: QAbstractButton, name: str, role: QPalette.ColorRole = QPalette.ColorRole.ButtonText) -> None:
    """Give a button a drawing in one of the palette's colours; `dress` repeats it after a change of palette."""
    button.setProperty("drawing", name)
    button.setProperty("ink", role)
    button.setIconSize(QSize(SIZE, SIZE))
    colors = QGuiApplication.palette()
    accent, ground = colors.color(QPalette.ColorRole.Link), colors.color(QPalette.ColorRole.Highlight)
    chosen = colors.color(QPalette.ColorRole.HighlightedText) if accent == ground else accent
    button.setIcon(icon(name, colors.color(role).name(), chosen.name()))


def dress(root: QWidget) -> None:
    """Paint the drawings of all buttons below `root` again in the palette's colours."""
    for button in root.findChildren(QAbstractButton):
        name = button.property("drawing")
        if name:
            set_drawing(button, name, button.property("ink"))
