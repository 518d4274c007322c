"""Our own icons in the colour of the text that they stand beside."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QWidget

from eventkit.jobs.resources import resources

SIZE = 20
DIRECTED = frozenset({"list"})
"""Drawings that point along the line of reading, mirrored where it runs from right to left."""


@cache
def tinted(name: str, color: str) -> bytes:
    """The drawing `name` of resources/icons as SVG in `color`."""
    drawing = (resources() / "icons" / f"{name}.svg").read_text("utf-8")
    return drawing.replace("currentColor", color).encode()


def draw(painter: QPainter, name: str, color: str, rect: QRectF) -> None:
    """Paint a drawing into a rectangle."""
    painter.save()
    if name in DIRECTED and QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        painter.translate(2 * rect.center().x(), 0)
        painter.scale(-1, 1)
    QSvgRenderer(QByteArray(tinted(name, color))).render(painter, rect)
    painter.restore()


def sides(direction: Qt.LayoutDirection) -> tuple[Qt.AlignmentFlag, Qt.AlignmentFlag]:
    """Where texts begin and end in a window; each text runs in its own direction there."""
    left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
    return (right, left) if direction == Qt.LayoutDirection.RightToLeft else (left, right)


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
