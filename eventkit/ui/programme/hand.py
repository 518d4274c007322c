"""What the mouse does on the grid: take sessions and move them, or take a lower edge and stretch one."""

from dataclasses import replace
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QObject, QPoint, QRect, QTimer
from PySide6.QtWidgets import QApplication

from eventkit.domain.programme import Session
from eventkit.domain.scheduling import is_moved, shifted, taken_off

if TYPE_CHECKING:
    from eventkit.ui.programme.grid import DayGrid

GRIP, MARGIN, FRAME_MS = 7, 28, 16


class Hold(Enum):
    """How the mouse has a session."""

    NOTHING = auto()
    PRESSED = auto()
    MOVES = auto()
    STRETCHES = auto()


class Hand(QObject):
    """Follows one drag from press to drop; `ghosts` are the sessions as they would be."""

    def __init__(self, grid: "DayGrid") -> None:
        super().__init__(grid)
        self._grid = grid
        self.hold = Hold.NOTHING
        self.ghosts: tuple[Session, ...] = ()
        self._taken: tuple[Session, ...] = ()
        self._grabbed: Session | None = None
        self._then = Hold.NOTHING
        self._from = self._last = QPoint()
        self._scrolling = QTimer(self)
        self._scrolling.setInterval(FRAME_MS)
        self._scrolling.timeout.connect(self._scroll)

    @property
    def busy(self) -> bool:
        """Whether something is being moved or stretched."""
        return self.hold in (Hold.MOVES, Hold.STRETCHES)

    def grip(self, point: QPoint, rect: QRect) -> bool:
        """Whether a point of the viewport is on the lower edge of a block, where it is stretched."""
        return rect.bottom() - point.y() < min(GRIP, rect.height() // 4)

    def press(self, point: QPoint, row: int, *, toggle: bool) -> None:
        """The button went down on a session; nothing moves before the pointer has gone a little way."""
        grid = self._grid
        index, chosen = grid.sessions.index(row), grid.selectionModel()
        flags = QItemSelectionModel.SelectionFlag
        if toggle:
            chosen.setCurrentIndex(index, flags.Toggle)
        else:
            chosen.setCurrentIndex(index, flags.NoUpdate if chosen.isSelected(index) else flags.ClearAndSelect)
        self._grabbed = grid.sessions.places[row].session
        self._then = Hold.STRETCHES if self.grip(point, grid.visualRect(index)) else Hold.MOVES
        self._taken = (self._grabbed,) if self._then is Hold.STRETCHES else grid.chosen_sessions()
        self._taken = tuple(session for session in self._taken if not session.locked)
        self._from, self.hold = grid.logical(point), Hold.PRESSED

    def bring(self, session: Session, point: QPoint) -> None:
        """A session without a time comes in from outside of the grid."""
        grid = self._grid
        start = grid.time_at(grid.logical(point).y())
        column = max(0, min(grid.room_columns() - 1, grid.column_at(grid.logical(point).x())))
        held = replace(session, start=start, day=grid.day, room_ids=grid.rooms_at(column))
        self._grabbed, self._taken = held, (held,)
        self._from, self.hold = grid.logical(point), Hold.MOVES
        self.drag(point)

    def drag(self, point: QPoint) -> None:
        """The pointer is at a point of the viewport, or outside of it."""
        self._last = point
        if self.hold is Hold.PRESSED and self._taken:
            away = self._grid.logical(point) - self._from
            if away.manhattanLength() >= QApplication.startDragDistance():
                self.hold = self._then
        if self.busy:
            self._show(self._reckoned(self._grid.logical(point)))
            near = not self._grid.viewport().rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN).contains(point)
            if near != self._scrolling.isActive():
                self._scrolling.start() if near else self._scrolling.stop()

    def drop(self) -> tuple[Session, ...]:
        """Let go: the sessions that have moved, as they are now to be."""
        before = {session.id: session for session in self._taken}
        moved = tuple(ghost for ghost in self.ghosts if is_moved(before[ghost.id], ghost) or self._is_new(ghost))
        self.cancel()
        return moved

    def cancel(self) -> None:
        """Let go as if nothing had been."""
        self._scrolling.stop()
        self.hold, self._then = Hold.NOTHING, Hold.NOTHING
        if self.ghosts:
            self._show(())
        self._taken, self._grabbed = (), None

    def _is_new(self, session: Session) -> bool:
        return all(place.session.id != session.id for place in self._grid.sessions.places)

    def _show(self, ghosts: tuple[Session, ...]) -> None:
        if ghosts != self.ghosts:
            old, self.ghosts = self.ghosts, ghosts
            self._grid.show_ghosts(old, ghosts or self._originals())

    def _originals(self) -> tuple[Session, ...]:
        """What was taken, as it is; what came from outside has no time again."""
        return tuple(taken_off(session) if self._is_new(session) else session for session in self._taken)

    def _reckoned(self, point: QPoint) -> tuple[Session, ...]:
        grid, held = self._grid, self._grabbed
        if held is None or held.start is None:
            return ()
        begin = grid.minute_of(held)
        minutes = (point.y() - self._from.y()) / grid.pixels_a_minute
        if self.hold is Hold.STRETCHES:
            end = grid.snapped(begin + held.minutes + minutes)
            return (replace(held, minutes=max(grid.snap, end - begin)),)
        by = grid.snapped(begin + minutes) - begin
        columns = self._sideways(grid.column_at(point.x()) - grid.column_at(self._from.x()))
        return tuple(grid.in_column(shifted(session, by), columns) for session in self._taken)

    def _sideways(self, wanted: int) -> int:
        """As many columns as all that is taken can go together."""
        own = [number for session in self._taken for number in self._grid.columns_of(session) if not session.all_rooms]
        if not own:
            return 0
        return max(-min(own), min(self._grid.room_columns() - 1 - max(own), wanted))

    def _scroll(self) -> None:
        """Nearer to the edge is faster."""
        grid, view, point = self._grid, self._grid.viewport().rect(), self._last

        def push(at: int, low: int, high: int) -> int:
            return (min(0, at - low - MARGIN) + max(0, at - high + MARGIN)) // 2

        mirror = -1 if grid.isRightToLeft() else 1
        for bar, by in (
            (grid.verticalScrollBar(), push(point.y(), view.top(), view.bottom())),
            (grid.horizontalScrollBar(), mirror * push(point.x(), view.left(), view.right())),
        ):
            bar.setValue(bar.value() + max(-MARGIN, min(MARGIN, by)))
        self.drag(point)
