"""Our own icons in the colour of the text that they stand beside."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtSvg import QSvgRenderer

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
    if name in DIRECTED and QGuiApplication.isRightToLeft():
        painter.translate(2 * rect.center().x(), 0)
        painter.scale(-1, 1)
    QSvgRenderer(QByteArray(tinted(name, color))).render(painter, rect)
    painter.restore()
