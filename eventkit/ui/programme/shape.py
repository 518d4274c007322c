"""The geometry of the grid: where sessions, rooms and minutes lie in the whole drawing, unscrolled and unmirrored."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from math import ceil

from PySide6.QtCore import QRect

from eventkit.ui.programme.scale import DayPlan, Place

TOP, GAP, EDGE = 10, 8, 3
LEAST_COLUMN, MOST_COLUMN, LEAST_HEIGHT = 148, 520, 17


class Shape:
    """A day's plan at a scale (pixels a minute) in a view of some width."""

    def __init__(self, plan: DayPlan, scale: float, room: int) -> None:
        self.plan, self.scale = plan, scale
        self.column = max(LEAST_COLUMN, min(MOST_COLUMN, (room - EDGE) // max(1, len(plan.rooms))))
        self.rects = [self.rect(place) for place in plan.places]
        self._columns: dict[int, list[int]] = defaultdict(list)
        for row, place in enumerate(plan.places):
            for number in range(place.column, place.column + place.columns):
                self._columns[number].append(row)

    @property
    def width(self) -> int:
        """Of the whole drawing."""
        return EDGE + self.column * len(self.plan.rooms)

    @property
    def height(self) -> int:
        """Of the whole drawing."""
        return round((self.plan.end - self.plan.begin) * self.scale) + 2 * TOP

    def rect(self, place: Place) -> QRect:
        """Where a place lies."""
        lane = (self.column - GAP) // place.lanes
        left = EDGE + place.column * self.column + place.lane * lane
        width = place.columns * self.column - GAP if place.lanes == 1 else lane - 3
        height = max(LEAST_HEIGHT, round(place.minutes * self.scale) - 2)
        return QRect(left, self.y(place.start), width, height)

    def y(self, minute: int) -> int:
        """The height of a minute."""
        return TOP + round((minute - self.plan.begin) * self.scale)

    def minute(self, y: int) -> float:
        """The minute at a height."""
        return self.plan.begin + (y - TOP) / self.scale

    def column_at(self, x: int) -> int:
        """The number of the column at a distance from the left, less than 0 or too large outside of all."""
        return (x - EDGE) // self.column

    def rows_in(self, area: QRect) -> Iterator[int]:
        """The rows of what touches an area, looked for in its columns alone."""
        first, last = max(0, self.column_at(area.left())), self.column_at(area.right())
        numbers: Iterable[int] = range(first, min(last, len(self.plan.rooms) - 1) + 1)
        rows = {row for number in numbers for row in self._columns[number]}
        return (row for row in sorted(rows) if self.rects[row].intersects(area))


def least_minutes(scale: float) -> int:
    """How many minutes the lowest block covers."""
    return ceil(LEAST_HEIGHT / scale)
