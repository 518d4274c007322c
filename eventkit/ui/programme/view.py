"""The view below the grid: a list view with a geometry of its own, so each session is a list item to a reader."""

from collections.abc import Iterable

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QFocusEvent,
    QRegion,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle

from eventkit.domain.programme import Session
from eventkit.ui.programme.day_model import DayModel
from eventkit.ui.programme.shape import GAP, TOP, Shape

Index = QModelIndex | QPersistentModelIndex
STEPS = {
    QAbstractItemView.CursorAction.MoveUp: (0, -1),
    QAbstractItemView.CursorAction.MoveDown: (0, 1),
    QAbstractItemView.CursorAction.MoveLeft: (-1, 0),
    QAbstractItemView.CursorAction.MoveRight: (1, 0),
}


class DayView(QListView):
    """The sessions of a day where the shape of the drawing has them; `chosen` tells the one that is current."""

    chosen = Signal(object)
    _shape: Shape | None = None

    def __init__(self) -> None:
        super().__init__()
        self.sessions = DayModel(self)
        self.setModel(self.sessions)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.viewport().setAutoFillBackground(False)

    def repaint_all(self) -> None:
        """Paint everything anew, soon."""
        self.viewport().update()

    def choose(self, session_id: int) -> bool:
        """Make a session current and bring it into view; False when the day does not have it."""
        row = self.sessions.row_of(session_id)
        if row is None:
            return False
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(self.sessions.index(row), flag)
        return True

    def chosen_sessions(self) -> tuple[Session, ...]:
        """The sessions that are selected, else the current one; each once."""
        rows = [index.row() for index in self.selectedIndexes()] or [self.currentIndex().row()]
        found = {self.sessions.places[row].session.id: self.sessions.places[row].session for row in rows if row >= 0}
        return tuple(found.values())

    def visualRect(self, index: Index) -> QRect:
        """Where a session stands in the viewport, mirrored in right-to-left windows."""
        if not index.isValid() or self._shape is None or index.row() >= len(self._shape.rects):
            return QRect()
        return self._seen(self._shape.rects[index.row()])

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The session at a point of the viewport; a narrow one lies over a wide one."""
        if self._shape is None:
            return QModelIndex()
        found = self._shape.rows_in(QRect(self.logical(point), QSize(1, 1)))
        best = min(found, key=lambda row: (self.sessions.places[row].columns, -row), default=-1)
        return self.sessions.index(best) if best >= 0 else QModelIndex()

    def logical(self, point: QPoint) -> QPoint:
        """A point of the viewport in the whole drawing."""
        at = QStyle.visualPos(self.layoutDirection(), self.viewport().rect(), point)
        return at + QPoint(self.horizontalOffset(), self.verticalOffset())

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
        if not index.isValid() or self._shape is None or index.row() >= len(self._shape.rects):
            return
        rect, view = self._shape.rects[index.row()], self.viewport()
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
        if action in STEPS:
            return self.sessions.index(self._neighbour(current.row(), *STEPS[action]))
        forward = action in (QAbstractItemView.CursorAction.MoveNext, QAbstractItemView.CursorAction.MovePageDown)
        return self.sessions.index(max(0, min(last, current.row() + (1 if forward else -1))))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """A screen reader hears the session, not the list."""
        QAbstractItemView.currentChanged(self, current, previous)
        self.repaint_all()
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
        self.repaint_all()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard finds a session to begin with."""
        if not self.currentIndex().isValid() and self.sessions.rowCount():
            self.setCurrentIndex(self.sessions.index(0))
        super().focusInEvent(event)

    def doItemsLayout(self) -> None:
        """Our own geometry needs no layout of every row."""
        QAbstractItemView.doItemsLayout(self)

    def horizontalOffset(self) -> int:
        """How far the drawing is scrolled."""
        return self.horizontalScrollBar().value()

    def verticalOffset(self) -> int:
        """How far the drawing is scrolled."""
        return self.verticalScrollBar().value()

    def say(self, text: str) -> None:
        """Let a screen reader say something."""
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def next_clash(self, step: int) -> bool:
        """Go to the next session that has a clash, or the last before; False when the day has none."""
        rows = [row for row, place in enumerate(self.sessions.places) if place.session.id in self.sessions.clashing]
        if not rows:
            return False
        at = self.currentIndex().row()
        later = [row for row in rows if row > at] if step > 0 else [row for row in reversed(rows) if row < at]
        self.setCurrentIndex(self.sessions.index((later or (rows if step > 0 else rows[::-1]))[0]))
        return True

    def _neighbour(self, row: int, dx: int, dy: int) -> int:
        """The nearest session that lies in a direction of the drawing."""
        rects = [] if self._shape is None else self._shape.rects
        own = rects[row]
        mirror = -1 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
        best, least = row, float("inf")
        for other, rect in enumerate(rects):
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

    def _seen(self, rect: QRect) -> QRect:
        """A part of the whole drawing in the viewport."""
        moved = rect.translated(-self.horizontalOffset(), -self.verticalOffset())
        return QStyle.visualRect(self.layoutDirection(), self.viewport().rect(), moved)

    def _shown_area(self) -> QRect:
        return self.viewport().rect().translated(self.horizontalOffset(), self.verticalOffset())

    def _choose_also(self, ids: Iterable[int]) -> None:
        for session_id in ids:
            row = self.sessions.row_of(session_id)
            if row is not None:
                flag = QItemSelectionModel.SelectionFlag.Select
                self.selectionModel().select(self.sessions.index(row), flag)

    def _current_id(self) -> int | None:
        row = self.currentIndex().row()
        return self.sessions.places[row].session.id if 0 <= row < len(self.sessions.places) else None
