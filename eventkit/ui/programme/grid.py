"""A day's programme as a grid: a list view with a geometry of its own, so each session is a list item to a reader."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QStyle

from eventkit.domain.clashes.index import Clashes
from eventkit.domain.programme import Programme, Session
from eventkit.domain.scheduling import is_moved, shifted, stretched, taken_off
from eventkit.ui.programme.edges import Edge
from eventkit.ui.programme.hand import Hand, Hold
from eventkit.ui.programme.keys import ALT_STEPS, USUAL_SNAP, moves
from eventkit.ui.programme.paint import GridPainter
from eventkit.ui.programme.scale import DayPlan, plan_day
from eventkit.ui.programme.shape import EDGE, GAP, TOP, Shape, least_minutes
from eventkit.ui.programme.view import DayView
from eventkit.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
GUTTER, HEADER = 64, 36
ZOOM_STEPS = (0.5, 0.7, 0.9, 1.2, 1.6, 2.1, 2.8, 3.7, 5.0)
"""Pixels a minute."""
USUAL_ZOOM = 4
FREE_ABOVE = 50
"""Minutes before the first session that are scrolled away at first."""
MINUTE_MS = 60_000
_CURSOR = {
    Qt.Key.Key_Up: QAbstractItemView.CursorAction.MoveUp,
    Qt.Key.Key_Down: QAbstractItemView.CursorAction.MoveDown,
    Qt.Key.Key_Left: QAbstractItemView.CursorAction.MoveLeft,
    Qt.Key.Key_Right: QAbstractItemView.CursorAction.MoveRight,
}
_ZOOM_KEYS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_0: 0}


def utc_now() -> datetime:
    """The time of day, in UTC."""
    return datetime.now(UTC)


class DayGrid(DayView):
    """Rooms as columns, time to scale; sessions are moved and stretched by mouse and keyboard.

    `chosen` tells the session that is current, `moved` the sessions as they are to be after a drop or a key, `opened`
    one that is to be edited, `lock_wanted` those to be locked or let go, `left` those that were dropped outside (with
    the place on the screen).
    """

    moved = Signal(object)
    opened = Signal(object)
    left = Signal(object, QPoint)
    lock_wanted = Signal(object)
    _corners: tuple[Edge, ...] = ()

    def __init__(self, theme: Theme, *, now: Callable[[], datetime] = utc_now) -> None:
        super().__init__()
        self.theme, self._now = theme, now
        self.snap = USUAL_SNAP
        self.day: date | None = None
        self._zoom = USUAL_ZOOM
        self.hand = Hand(self)
        self.setAccessibleName(self.tr("Timetable"))
        self.setAccessibleDescription(
            self.tr(
                "Arrow keys go from session to session. Alt with arrows moves a session, Alt and Shift with up or down "
                "changes its length, Enter opens it, L locks it, F8 goes to the next clash, Delete takes it off the "
                "schedule. Ctrl with plus or minus zooms."
            )
        )
        self.setMouseTracking(True)
        self._corners = (Edge(self, self._paint_rooms), Edge(self, self._paint_hours))
        self._minute = QTimer(self)
        self._minute.setInterval(MINUTE_MS)
        self._minute.timeout.connect(self.repaint_all)
        theme.changed.connect(self.repaint_all)

    def show_day(self, programme: Programme, day: date, clashes: Clashes | None = None) -> None:
        """Draw a day; the sessions that were chosen stay so where they are still there."""
        same = day == self.day
        kept = self._current_id() if same else None
        also = [session.id for session in self.chosen_sessions()] if same else []
        self.hand.cancel()
        self.day = day
        self.sessions.show(programme, plan_day(programme, day, least=least_minutes(self.pixels_a_minute)), clashes)
        self._measure()
        if not same:
            self.verticalScrollBar().setValue(round(FREE_ABOVE * self.pixels_a_minute))
            self.horizontalScrollBar().setValue(0)
        if kept is not None:
            self.choose(kept)
            self._choose_also(also)
        self._minute.start() if self._now_y() is not None else self._minute.stop()

    def zoom(self, step: int) -> None:
        """Draw an hour taller (1) or lower (-1); 0 fits the day to the window."""
        if step == 0 and self.sessions.plan is not None:
            wanted = (self.viewport().height() - 2 * TOP) / max(self._plan().end - self._plan().begin, 1)
            fitting = [number for number, scale in enumerate(ZOOM_STEPS) if scale <= wanted]
            self._zoom = fitting[-1] if fitting else 0
        else:
            self._zoom = max(0, min(len(ZOOM_STEPS) - 1, self._zoom + step))
        programme = self.sessions.programme
        if programme is not None and self.day is not None:
            self.show_day(programme, self.day, self.sessions.clashes)

    def scale_for(self, programme: Programme) -> None:
        """Choose a zoom at which the short sessions of an event can be read."""
        lengths = sorted(session.minutes for session in programme.public_sessions if session.minutes)
        short = lengths[len(lengths) // 10] if lengths else 30
        self._zoom = next((n for n in range(3, 6) if ZOOM_STEPS[n] * short >= 40), 6)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, stretch, open, zoom by keyboard; Esc lets go of what the mouse has."""
        key, held = Qt.Key(event.key()), event.modifiers()
        modifier = Qt.KeyboardModifier
        if key == Qt.Key.Key_Escape and self.hand.busy:
            self.hand.cancel()
        elif held & modifier.ControlModifier and key in _ZOOM_KEYS:
            self.zoom(_ZOOM_KEYS[key])
        elif held & modifier.AltModifier and key in ALT_STEPS:
            self._move_by_key(*ALT_STEPS[key], stretch=bool(held & modifier.ShiftModifier))
        elif key in ALT_STEPS and held & modifier.ShiftModifier:
            also = self.moveCursor(_CURSOR[key], held)
            self.selectionModel().setCurrentIndex(also, QItemSelectionModel.SelectionFlag.Select)
        elif key == Qt.Key.Key_F8:
            self.next_clash(-1 if held & modifier.ShiftModifier else 1)
        elif key == Qt.Key.Key_Delete:
            self._take_off()
        elif key == Qt.Key.Key_L and not held and self.currentIndex().isValid():
            self.lock_wanted.emit(self.chosen_sessions())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.sessions.places[self.currentIndex().row()].session)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Alt with an arrow moves a session here, though elsewhere it goes back and forward."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            ours = moves(event) or (event.key() == Qt.Key.Key_Escape and self.hand.busy)
            event.setAccepted(ours)
            return ours or super().event(event)
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a session; a press beside all of them lets the selection go."""
        point = event.position().toPoint()
        index = self.indexAt(point)
        if event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
        elif index.isValid():
            toggle = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.hand.press(point, index.row(), toggle=toggle)
        elif not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.clearSelection()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag, or show where a block can be stretched."""
        point = event.position().toPoint()
        if self.hand.hold is not Hold.NOTHING:
            self.hand.drag(point)
            return
        index = self.indexAt(point)
        stretch = index.isValid() and self.hand.grip(point, self.visualRect(index))
        shape = Qt.CursorShape.SizeVerCursor if stretch else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop: one step, however many sessions moved; outside of the grid it is for others to say what it means."""
        point = event.position().toPoint()
        if self.hand.hold is Hold.MOVES and not self.rect().contains(self.viewport().mapToParent(point)):
            taken = self.hand.ghosts
            self.hand.cancel()
            self.left.emit(taken, self.viewport().mapToGlobal(point))
        else:
            self.drop()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a session."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.opened.emit(self.sessions.places[index.row()].session)

    def drop(self) -> None:
        """Let go of what is dragged, where it is."""
        moved = self.hand.drop()
        if moved:
            self.moved.emit(moved)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Rooms and hours stay at their edges."""
        del dx, dy
        self.repaint_all()

    def updateGeometries(self) -> None:
        """Scroll bars by the size of the drawing, rooms and hours around it."""
        if not self._corners:
            return
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.setViewportMargins(0 if rtl else GUTTER, HEADER, GUTTER if rtl else 0, 0)
        view = self.viewport().geometry()
        rooms, hours = self._corners
        rooms.setGeometry(view.left(), view.top() - HEADER, view.width(), HEADER)
        hours.setGeometry(view.right() + 1 if rtl else view.left() - GUTTER, view.top(), GUTTER, view.height())
        shape = self._shape
        for bar, whole, page in (
            (self.horizontalScrollBar(), 0 if shape is None else shape.width, view.width()),
            (self.verticalScrollBar(), 0 if shape is None else shape.height, view.height()),
        ):
            bar.setRange(0, max(0, whole - page))
            bar.setPageStep(page)
            bar.setSingleStep(40)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns share the room there is."""
        super().resizeEvent(event)
        self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Hours, sessions, what is dragged, and the line of now."""
        if self._shape is None:
            return
        plan, wide = self._shape.plan, self.viewport().width()
        area = QStyle.visualRect(self.layoutDirection(), self.viewport().rect(), event.rect().adjusted(-4, -4, 4, 4))
        area.translate(self.horizontalOffset(), self.verticalOffset())
        current = self._shown_current()
        rows = sorted(self._shape.rows_in(area), key=lambda row: (row == current, -self.sessions.places[row].columns))
        dragged = {ghost.id for ghost in self.hand.ghosts}
        chosen = {index.row() for index in self.selectedIndexes()}
        with QPainter(self.viewport()) as painter:
            painter.setClipRegion(event.region())
            paint = GridPainter(painter, self.theme, self.sessions, self.layoutDirection())
            for minute in range(plan.begin, plan.end + 1, 30):
                paint.line(self._y(minute), wide, half=minute % 60 != 0)
            for begin, end in self._away():
                top = self._y(max(plan.begin, begin))
                paint.away(QRect(0, top, wide, self._y(min(plan.end, end)) - top))
            for row in rows:
                rect = self._seen(self._shape.rects[row])
                if not event.region().intersects(rect.adjusted(-4, -4, 4, 4)):
                    continue
                faint = self.sessions.places[row].session.id in dragged
                paint.session(row, rect, current=row == current or row in chosen, faint=faint)
            for ghost in self.hand.ghosts:
                for rect in self._ghost_rects(ghost):
                    paint.ghost(ghost, rect, clashes=ghost.id in self.sessions.clashing)
            y = self._now_y()
            if y is not None:
                paint.now(y, wide)

    def paint_edge(self, edge: Edge, paint: Callable[[GridPainter, QRect], Any]) -> None:
        """Paint one of the edges."""
        if self._shape is not None:
            with QPainter(edge) as painter:
                paint(GridPainter(painter, self.theme, self.sessions, self.layoutDirection()), edge.rect())

    def show_ghosts(self, old: Sequence[Session], new: Sequence[Session]) -> None:
        """What is dragged is elsewhere now: its clashes are found anew, and no more is painted than has changed."""
        marked = self.sessions.clashing
        self.sessions.try_out(new)
        changed = marked ^ self.sessions.clashing
        moving = {session.id for session in (*old, *new)}
        area = QRegion()
        for session in (*old, *self.hand.ghosts):
            for rect in self._ghost_rects(session):
                area += rect.adjusted(-4, -4, 4, 4)
        for row in self._shape.rows_in(self._shown_area()) if self._shape else ():
            if self.sessions.places[row].session.id in changed | moving:
                area += self.visualRect(self.sessions.index(row)).adjusted(-4, -4, 4, 4)
        self.viewport().update() if bool(self.hand.ghosts) != bool(old) else self.viewport().update(area)

    @property
    def pixels_a_minute(self) -> float:
        """How large an hour is drawn."""
        return ZOOM_STEPS[self._zoom]

    def snapped(self, minute: float) -> int:
        """The nearest minute that moves keep to, within the day that is drawn."""
        plan = self._plan()
        return max(plan.begin, min(plan.end, round(minute / self.snap) * self.snap))

    def minute_of(self, session: Session) -> int:
        """The minute of the plan at which a session starts."""
        return self._plan().spread(session)[0].start

    def time_at(self, y: int) -> datetime:
        """The time at a height of the whole drawing."""
        minute = 0 if self._shape is None else self._shape.minute(y)
        return self._plan().at(self.snapped(minute))

    def room_columns(self) -> int:
        """How many columns there are."""
        return len(self._plan().rooms)

    def column_at(self, x: int) -> int:
        """The column at a distance from the start of the whole drawing."""
        return 0 if self._shape is None else self._shape.column_at(x)

    def columns_of(self, session: Session) -> tuple[int, ...]:
        """The columns that a session fills."""
        places = self._plan().spread(session)
        return tuple(number for one in places for number in range(one.column, one.column + one.columns))

    def rooms_at(self, column: int) -> tuple[int, ...]:
        """The room of a column, none for the one of sessions without a room."""
        room = self._plan().rooms[column]
        return () if room is None else (room.id,)

    def in_column(self, session: Session, by: int) -> Session:
        """The session so many columns further; a plenum stays in all of them."""
        if session.all_rooms or not by:
            return session
        rooms = (self._plan().rooms[number + by] for number in self.columns_of(session))
        return replace(session, room_ids=tuple(room.id for room in rooms if room is not None))

    def _away(self) -> set[tuple[int, int]]:
        """The minutes at which those who speak in what is dragged can't come."""
        clashes, day = self.sessions.clashes, self.day
        if clashes is None or day is None:
            return set()
        people = {key for ghost in self.hand.ghosts for key in ghost.person_ids}
        return {band for key in people & clashes.ground.away.keys() for band in clashes.ground.away[key].away(day)}

    def _take_off(self) -> None:
        taken = tuple(taken_off(session) for session in self.chosen_sessions() if not session.locked)
        if taken:
            self.moved.emit(taken)

    def _move_by_key(self, dx: int, dy: int, *, stretch: bool) -> None:
        taken = [session for session in self.chosen_sessions() if not session.locked and session.start is not None]
        mirror = -1 if self.isRightToLeft() else 1
        if stretch:
            moved = [stretched(one, dy * self.snap, self.snap) for one in taken]
        else:
            own = [number for one in taken if not one.all_rooms for number in self.columns_of(one)]
            within = not own or (min(own) + dx * mirror >= 0 and max(own) + dx * mirror < self.room_columns())
            moved = [self.in_column(shifted(one, dy * self.snap), dx * mirror if within else 0) for one in taken]
        changed = tuple(new for old, new in zip(taken, moved, strict=False) if is_moved(old, new))
        if changed:
            self.moved.emit(changed)

    def _ghost_rects(self, ghost: Session) -> list[QRect]:
        if self._shape is None or ghost.start is None:
            return []
        return [self._seen(self._shape.rect(place)) for place in self._shape.plan.spread(ghost)]

    def _shown_current(self) -> int:
        shown = self.hasFocus() or self.selectionModel().hasSelection()
        return self.currentIndex().row() if shown else -1

    def _paint_rooms(self, paint: GridPainter, edge: QRect) -> None:
        wide = 0 if self._shape is None else self._shape.column
        for number, room in enumerate(self._plan().rooms):
            rect = QRect(EDGE + number * wide - self.horizontalOffset(), 0, wide - GAP, HEADER)
            name = self.tr("No room yet") if room is None else room.name
            seats = "" if room is None or room.capacity is None else self.tr("%n seat(s)", "", room.capacity)
            paint.room(room, QStyle.visualRect(self.layoutDirection(), edge, rect), (name, seats))

    def _paint_hours(self, paint: GridPainter, edge: QRect) -> None:
        plan = self._plan()
        for minute in range(plan.begin, plan.end + 1, 60):
            rect = QRect(0, self._y(minute) - 10, edge.width() - 12, 20)
            paint.hour(plan.clock(minute), QStyle.visualRect(self.layoutDirection(), edge, rect))
        y = self._now_y()
        if y is not None:
            paint.now_mark(y, edge)

    def _measure(self) -> None:
        """Reckon where each session stands in the whole drawing; the one source of geometry."""
        plan = self.sessions.plan
        self._shape = None if plan is None else Shape(plan, self.pixels_a_minute, self.viewport().width())
        self.updateGeometries()
        self.repaint_all()

    def repaint_all(self) -> None:
        """The edges too."""
        for part in (self.viewport(), *self._corners):
            part.update()

    def _now_y(self) -> int | None:
        plan = self.sessions.plan
        minute = None if plan is None else plan.minute(self._now())
        return None if minute is None else self._y(minute)

    def _plan(self) -> DayPlan:
        assert self.sessions.plan is not None  # noqa: S101 - callers look first
        return self.sessions.plan

    def _y(self, minute: int) -> int:
        return (0 if self._shape is None else self._shape.y(minute)) - self.verticalOffset()
