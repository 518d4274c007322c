"""A day's programme as a grid: a list view with a geometry of its own, so each session is a list item to a reader."""

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from math import ceil
from typing import Any

from PySide6.QtCore import (
    QItemSelection,
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
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QWidget

from eventkit.domain.programme import Programme
from eventkit.ui.programme.day_model import DayModel
from eventkit.ui.programme.paint import GridPainter
from eventkit.ui.programme.scale import DayPlan, plan_day
from eventkit.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
GUTTER, HEADER, TOP, GAP, EDGE = 64, 36, 10, 8, 3
LEAST_COLUMN, MOST_COLUMN, LEAST_HEIGHT = 148, 520, 17
ZOOM_STEPS = (0.5, 0.7, 0.9, 1.2, 1.6, 2.1, 2.8, 3.7, 5.0)
"""Pixels a minute."""
USUAL_ZOOM = 4
MINUTE_MS = 60_000
_STEPS = {
    QAbstractItemView.CursorAction.MoveUp: (0, -1),
    QAbstractItemView.CursorAction.MoveDown: (0, 1),
    QAbstractItemView.CursorAction.MoveLeft: (-1, 0),
    QAbstractItemView.CursorAction.MoveRight: (1, 0),
}
_ZOOM_KEYS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_0: 0}


def utc_now() -> datetime:
    """The time of day, in UTC."""
    return datetime.now(UTC)


class DayGrid(QListView):
    """Rooms as columns, time to scale, read only; `chosen` tells the session that is current."""

    chosen = Signal(object)
    _corners: "tuple[Edge, ...]" = ()

    def __init__(self, theme: Theme, *, now: Callable[[], datetime] = utc_now) -> None:
        super().__init__()
        self.theme, self._now = theme, now
        self._zoom = USUAL_ZOOM
        self._day: date | None = None
        self._rects: list[QRect] = []
        self.sessions = DayModel(self)
        self.setModel(self.sessions)
        self.setAccessibleName(self.tr("Timetable"))
        self.setAccessibleDescription(self.tr("Arrow keys go from session to session, Ctrl with plus or minus zooms."))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.viewport().setAutoFillBackground(False)
        self._corners = (Edge(self, self._paint_rooms), Edge(self, self._paint_hours))
        self._minute = QTimer(self)
        self._minute.setInterval(MINUTE_MS)
        self._minute.timeout.connect(self._repaint)
        theme.changed.connect(self._repaint)

    def show_day(self, programme: Programme, day: date, clashing: Iterable[int] = ()) -> None:
        """Draw a day; the session that was current stays so where it is still there."""
        same = day == self._day
        kept = self._current_id() if same else None
        clashing = tuple(clashing)
        self._day = day
        self.sessions.show(programme, plan_day(programme, day, least=self._least()), clashing)
        self._measure()
        if not same:
            self.verticalScrollBar().setValue(0)
            self.horizontalScrollBar().setValue(0)
        if kept is not None:
            self.choose(kept)
        self._minute.start() if self._now_y() is not None else self._minute.stop()

    def choose(self, session_id: int) -> bool:
        """Make a session current and bring it into view; False when the day does not have it."""
        rows = (row for row, place in enumerate(self.sessions.places) if place.session.id == session_id)
        row = next(rows, None)
        if row is None:
            return False
        self.setCurrentIndex(self.sessions.index(row))
        return True

    def zoom(self, step: int) -> None:
        """Draw an hour taller (1) or lower (-1); 0 fits the day to the window."""
        if step == 0 and self.sessions.plan is not None:
            wanted = (self.viewport().height() - 2 * TOP) / max(self._plan().end - self._plan().begin, 1)
            fitting = [number for number, scale in enumerate(ZOOM_STEPS) if scale <= wanted]
            self._zoom = fitting[-1] if fitting else 0
        else:
            self._zoom = max(0, min(len(ZOOM_STEPS) - 1, self._zoom + step))
        programme = self.sessions.programme
        if programme is not None and self._day is not None:
            self.show_day(programme, self._day, self.sessions.clashing)

    def scale_for(self, programme: Programme) -> None:
        """Choose a zoom at which the short sessions of an event can be read."""
        lengths = sorted(session.minutes for session in programme.public_sessions if session.minutes)
        short = lengths[len(lengths) // 10] if lengths else 30
        self._zoom = next((n for n in range(3, 6) if ZOOM_STEPS[n] * short >= 40), 6)

    def visualRect(self, index: Index) -> QRect:
        """Where a session stands in the viewport, mirrored in right-to-left windows."""
        if not index.isValid() or index.row() >= len(self._rects):
            return QRect()
        rect = self._rects[index.row()].translated(-self.horizontalOffset(), -self.verticalOffset())
        return QStyle.visualRect(self.layoutDirection(), self.viewport().rect(), rect)

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The session at a point of the viewport; a narrow one lies over a wide one."""
        found = [row for row in range(len(self._rects)) if self.visualRect(self.sessions.index(row)).contains(point)]
        best = min(found, key=lambda row: (self.sessions.places[row].columns, -row), default=-1)
        return self.sessions.index(best) if best >= 0 else QModelIndex()

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select the session that a rectangle begins on."""
        index = self.indexAt(rect.center()) if rect.width() > 1 or rect.height() > 1 else self.indexAt(rect.topLeft())
        self.selectionModel().select(QItemSelection(index, index), command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """Where selected sessions stand."""
        region = QRegion()
        for index in selection.indexes():
            region += self.visualRect(index)
        return region

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a session into view."""
        del hint
        if not index.isValid() or index.row() >= len(self._rects):
            return
        rect, view = self._rects[index.row()], self.viewport()
        for bar, low, high, span in (
            (self.verticalScrollBar(), rect.top() - TOP, rect.bottom() + TOP, view.height()),
            (self.horizontalScrollBar(), rect.left() - GAP, rect.right() + GAP, view.width()),
        ):
            if low < bar.value():
                bar.setValue(low)
            elif high > bar.value() + span:
                bar.setValue(min(low, high - span))

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """The next session in the direction of an arrow key."""
        del modifiers
        current, last = self.currentIndex(), self.sessions.rowCount() - 1
        if not current.isValid() or action == QAbstractItemView.CursorAction.MoveHome:
            return self.sessions.index(0)
        if action == QAbstractItemView.CursorAction.MoveEnd:
            return self.sessions.index(last)
        if action in _STEPS:
            return self.sessions.index(self._neighbour(current.row(), *_STEPS[action]))
        forward = action in (QAbstractItemView.CursorAction.MoveNext, QAbstractItemView.CursorAction.MovePageDown)
        return self.sessions.index(max(0, min(last, current.row() + (1 if forward else -1))))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """A screen reader hears the session, not the list."""
        QAbstractItemView.currentChanged(self, current, previous)
        self._repaint()
        if not current.isValid():
            return
        self.chosen.emit(self.sessions.places[current.row()].session)
        if self.hasFocus():
            self._tell(QAccessible.Event.Focus, current.row())

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Likewise for what is selected."""
        QAbstractItemView.selectionChanged(self, selected, deselected)
        for kind, selection in (
            (QAccessible.Event.SelectionAdd, selected),
            (QAccessible.Event.SelectionRemove, deselected),
        ):
            for index in selection.indexes():
                self._tell(kind, index.row())
        self._repaint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard finds a session to begin with."""
        if not self.currentIndex().isValid() and self.sessions.rowCount():
            self.setCurrentIndex(self.sessions.index(0))
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom by keyboard."""
        key = Qt.Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and key in _ZOOM_KEYS:
            self.zoom(_ZOOM_KEYS[key])
        else:
            super().keyPressEvent(event)

    def doItemsLayout(self) -> None:
        """Our own geometry needs no layout of every row."""
        QAbstractItemView.doItemsLayout(self)

    def horizontalOffset(self) -> int:
        """How far the drawing is scrolled."""
        return self.horizontalScrollBar().value()

    def verticalOffset(self) -> int:
        """How far the drawing is scrolled."""
        return self.verticalScrollBar().value()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Rooms and hours stay at their edges."""
        del dx, dy
        self._repaint()

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
        plan = self.sessions.plan
        width = 0 if plan is None else EDGE + self._column_width() * len(plan.rooms)
        height = 0 if plan is None else round((plan.end - plan.begin) * self._scale()) + 2 * TOP
        for bar, whole, page in (
            (self.horizontalScrollBar(), width, view.width()),
            (self.verticalScrollBar(), height, view.height()),
        ):
            bar.setRange(0, max(0, whole - page))
            bar.setPageStep(page)
            bar.setSingleStep(40)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns share the room there is."""
        super().resizeEvent(event)
        self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Hours, sessions, and the line of now."""
        if self.sessions.plan is None:
            return
        plan, wide = self._plan(), self.viewport().width()
        with QPainter(self.viewport()) as painter:
            paint = GridPainter(painter, self.theme, self.sessions, self.layoutDirection())
            for minute in range(plan.begin, plan.end + 1, 30):
                paint.line(self._y(minute), wide, half=minute % 60 != 0)
            for row in self._drawn_order():
                rect = self.visualRect(self.sessions.index(row))
                if rect.adjusted(-4, -4, 4, 4).intersects(event.rect()):
                    paint.session(row, rect, current=row == self._shown_current())
            y = self._now_y()
            if y is not None:
                paint.now(y, wide)

    def _drawn_order(self) -> list[int]:
        """Wide sessions below, the current one on top."""
        current = self._shown_current()
        rows = range(len(self._rects))
        return sorted(rows, key=lambda row: (row == current, -self.sessions.places[row].columns))

    def _shown_current(self) -> int:
        shown = self.hasFocus() or self.selectionModel().hasSelection()
        return self.currentIndex().row() if shown else -1

    def _paint_rooms(self, paint: GridPainter, edge: QRect) -> None:
        wide = self._column_width()
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
        wide, scale, plan = self._column_width(), self._scale(), self.sessions.plan
        self._rects = []
        for place in self.sessions.places:
            lane = (wide - GAP) // place.lanes
            left = EDGE + place.column * wide + place.lane * lane
            width = place.columns * wide - GAP if place.lanes == 1 else lane - 3
            top = TOP + round((place.start - (plan.begin if plan else 0)) * scale)
            self._rects.append(QRect(left, top, width, max(LEAST_HEIGHT, round(place.minutes * scale) - 2)))
        self.updateGeometries()
        self._repaint()

    def _neighbour(self, row: int, dx: int, dy: int) -> int:
        """The nearest session that lies in a direction of the drawing."""
        own = self._rects[row]
        mirror = -1 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
        best, least = row, float("inf")
        for other, rect in enumerate(self._rects):
            if dx:
                along = (rect.center().x() - own.center().x()) * dx * mirror
                across = abs(rect.top() - own.top())
            else:
                along = (rect.top() - own.top()) * dy
                across = max(0, rect.left() - own.right(), own.left() - rect.right())
            cost = along + 4 * across
            if other != row and along > 2 and cost < least:
                best, least = other, cost
        return best

    def _tell(self, kind: QAccessible.Event, row: int) -> None:
        if QAccessible.isActive():
            event = QAccessibleEvent(self, kind)
            event.setChild(row)
            QAccessible.updateAccessibility(event)

    def _repaint(self) -> None:
        for part in (self.viewport(), *self._corners):
            part.update()

    def _current_id(self) -> int | None:
        row = self.currentIndex().row()
        return self.sessions.places[row].session.id if 0 <= row < len(self.sessions.places) else None

    def _now_y(self) -> int | None:
        plan = self.sessions.plan
        minute = None if plan is None else plan.minute(self._now())
        return None if minute is None else self._y(minute)

    def _plan(self) -> DayPlan:
        assert self.sessions.plan is not None  # noqa: S101 - callers look first
        return self.sessions.plan

    def _y(self, minute: int) -> int:
        return TOP + round((minute - self._plan().begin) * self._scale()) - self.verticalOffset()

    def _column_width(self) -> int:
        rooms = len(self._plan().rooms) if self.sessions.plan else 1
        return max(LEAST_COLUMN, min(MOST_COLUMN, (self.viewport().width() - EDGE) // max(1, rooms)))

    def _scale(self) -> float:
        """Pixels a minute."""
        return ZOOM_STEPS[self._zoom]

    def _least(self) -> int:
        """How many minutes the lowest block covers."""
        return ceil(LEAST_HEIGHT / self._scale())


class Edge(QWidget):
    """The row of rooms or the column of hours, which do not scroll away; the grid paints them."""

    def __init__(self, grid: DayGrid, paint: Callable[[GridPainter, QRect], Any]) -> None:
        super().__init__(grid)
        self._grid, self._paint = grid, paint

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing without a day."""
        del event
        if self._grid.sessions.plan is not None:
            with QPainter(self) as painter:
                direction = self._grid.layoutDirection()
                self._paint(GridPainter(painter, self._grid.theme, self._grid.sessions, direction), self.rect())
