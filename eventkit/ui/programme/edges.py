"""The edges of the grid that do not scroll away."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRect
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from eventkit.ui.programme.grid import DayGrid
    from eventkit.ui.programme.paint import GridPainter


class Edge(QWidget):
    """The row of rooms or the column of hours, which do not scroll away; the grid paints them."""

    def __init__(self, grid: "DayGrid", paint: "Callable[[GridPainter, QRect], Any]") -> None:
        super().__init__(grid)
        self._grid, self._paint = grid, paint

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing without a day."""
        del event
        self._grid.paint_edge(self, self._paint)
