"""The programme as a list: every session in one table, also those without a time or a room."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QBrush, QColor, QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from eventkit.domain.programme import Programme, Session, SessionState
from eventkit.domain.scheduling import in_next_room, is_moved, shifted, stretched, taken_off
from eventkit.ui.dates import short_day
from eventkit.ui.diff import follow
from eventkit.ui.fonts import BOLD, REGULAR, font
from eventkit.ui.programme.keys import ALT_STEPS, USUAL_SNAP, moves
from eventkit.ui.programme.paint import STRIPES
from eventkit.ui.programme.words import SessionWords
from eventkit.ui.sides import sides
from eventkit.ui.theme import Scheme, Theme

Index = QModelIndex | QPersistentModelIndex
SESSION = Qt.ItemDataRole.UserRole
DAY, TIME, TITLE, PEOPLE, ROOM, TRACK, STATE = range(7)
WIDTHS = {DAY: 104, TIME: 124, PEOPLE: 200, ROOM: 140, TRACK: 140, STATE: 96}
NARROW_WIDTHS = {DAY: 96, TIME: 120, PEOPLE: 132, ROOM: 104, TRACK: 0, STATE: 84}
PAD = 12


class SessionsModel(QAbstractTableModel):
    """The sessions in the programme's order; a cell is worked out when it is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.programme: Programme | None = None
        self.sessions: list[Session] = []
        self.words = SessionWords()

    def show(self, programme: Programme, sessions: Sequence[Session]) -> None:
        """Show these sessions; what stays keeps its selection."""
        self.programme = programme
        follow(self, self.sessions, sessions, lambda session: session.id)
        self.sessions = list(sessions)
        if self.sessions:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.sessions) - 1, STATE))

    def rowCount(self, parent: Index | None = None) -> int:
        """How many sessions there are."""
        return 0 if parent is not None and parent.isValid() else len(self.sessions)

    def columnCount(self, parent: Index | None = None) -> int:
        """What is told of each."""
        return 0 if parent is not None and parent.isValid() else STATE + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text of a cell; the whole sentence is its tooltip."""
        if not index.isValid() or self.programme is None:
            return None
        session = self.sessions[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.text(session, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.words.sentence(self.programme, session)
        return session if role == SESSION else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a column tells."""
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1) if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        names = (
            self.tr("Day"),
            self.tr("Time"),
            self.tr("Title"),
            self.tr("People"),
            self.tr("Room"),
            self.tr("Track"),
            self.tr("State"),
        )
        return names[section]

    def text(self, session: Session, column: int) -> str:
        """What a cell says."""
        if self.programme is None:
            return ""
        track = self.programme.track.get(session.track_id) if session.track_id is not None else None
        told = {
            DAY: lambda: "" if session.day is None or session.start is None else short_day(session.day),
            TIME: lambda: f"{session.start:%H:%M} – {session.end:%H:%M}" if session.start else self.tr("no time yet"),
            TITLE: lambda: session.title,
            PEOPLE: lambda: self.words.people(self.programme, session) if self.programme else "",
            ROOM: lambda: self.words.rooms(self.programme, session) if self.programme else "",
            TRACK: lambda: "" if track is None else track.name,
            STATE: lambda: self.words.state(session.state),
        }
        return told[column]()


class CellPainter(QStyledItemDelegate):
    """The look of a cell; a new day begins with a stronger line."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Rows are all of one height."""
        del index
        return QSize(option.rect.width(), self._theme.row)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Text, cut with an ellipsis where it has no room."""
        told, session = self._theme.tokens, index.data(SESSION)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.fillRect(option.rect, told.color("selection"))
        painter.fillRect(
            QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), told.color("hairline")
        )
        rect = option.rect.adjusted(PAD, 0, -PAD // 2, 0)
        text = str(index.data() or "")
        if index.column() == TRACK and text:
            rect = self._dot(painter, rect, option, session, index)
        strong = index.column() == TITLE
        first = index.column() == DAY and index.row() and index.sibling(index.row() - 1, DAY).data() == text
        ink = told["selected_text"] if chosen else told["text" if strong or index.column() == TIME else "muted"]
        if not first:
            struck = strong and session.state == SessionState.CANCELLED
            face = font(1.0 if strong else 0.95, BOLD if strong else REGULAR, tabular=True, struck=struck)
            painter.setFont(face)
            painter.setPen(QColor(ink))
            painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
            cut = QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
            painter.drawText(rect, sides(option.direction)[0], cut)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(told.color("selected_text" if chosen and told.line > 1 else "focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(option.rect.adjusted(1, 1, -1, -2))
        painter.restore()

    def _dot(
        self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem, session: Session, index: Index
    ) -> QRect:
        """The colour of a track before its name; answers what is left for the name."""
        model = index.model()
        if not isinstance(model, SessionsModel) or model.programme is None:
            return rect
        number = [track.id for track in model.programme.tracks].index(session.track_id or 0)
        tokens, direction = self._theme.tokens, option.direction
        chosen = option.state & QStyle.StateFlag.State_Selected
        ink = tokens.color("selected_text" if chosen else "text")
        brush = QBrush(QColor(tokens.tracks[number % len(tokens.tracks)]))
        if tokens.scheme == Scheme.CONTRAST:
            brush = QBrush(ink, STRIPES[number % len(STRIPES)])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(brush)
        dot = QRect(rect.left(), rect.center().y() - 4, 10, 10)
        painter.drawRoundedRect(QStyle.visualRect(direction, rect, dot), 3, 3)
        return QStyle.visualRect(direction, rect, rect.adjusted(18, 0, 0, 0))


class SessionTable(QTableView):
    """The list itself; Enter and double click choose a session, the keys of the grid move it.

    `moved` carries sessions as they are to be, `lock_wanted` those to be locked or let go.
    """

    chosen = Signal(object)
    moved = Signal(object)
    lock_wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.snap = USUAL_SNAP
        self.sessions = SessionsModel(self)
        self.setModel(self.sessions)
        self.setItemDelegate(CellPainter(theme, self))
        self.setAccessibleName(self.tr("Sessions"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        head.setFont(font(0.9, BOLD))
        head.setMinimumSectionSize(40)
        self.doubleClicked.connect(self._choose)
        theme.changed.connect(self._dress)
        self._dress()

    def show_sessions(self, programme: Programme) -> None:
        """Show the sessions of an event."""
        self.sessions.show(programme, programme.sessions)
        days = len(programme.days)
        self.setColumnHidden(DAY, days < 2)
        self.setColumnHidden(STATE, not any(self.sessions.words.state(s.state) for s in programme.sessions))
        self._share()

    def choose(self, session_id: int) -> bool:
        """Make a session current; False when there is none of that id."""
        row = next((row for row, session in enumerate(self.sessions.sessions) if session.id == session_id), None)
        if row is None:
            return False
        flags = QItemSelectionModel.SelectionFlag
        index = self.sessions.index(row, TITLE)
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        return True

    def chosen_sessions(self) -> tuple[Session, ...]:
        """The sessions that are selected, in order."""
        rows = sorted({index.row() for index in self.selectedIndexes()})
        return tuple(self.sessions.sessions[row] for row in rows)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard finds a session to begin with."""
        if not self.currentIndex().isValid() and self.sessions.rowCount():
            self.setCurrentIndex(self.sessions.index(0, TITLE))
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses, Alt with arrows moves or stretches, Delete takes off, L locks."""
        key, held = Qt.Key(event.key()), event.modifiers()
        there = self.currentIndex().isValid()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and there:
            self._choose(self.currentIndex())
        elif held & Qt.KeyboardModifier.AltModifier and key in ALT_STEPS:
            dx, dy = ALT_STEPS[key]
            self._move(-dx if self.isRightToLeft() else dx, dy, stretch=bool(held & Qt.KeyboardModifier.ShiftModifier))
        elif key == Qt.Key.Key_Delete and there:
            self._tell_moved([taken_off(session) for session in self.chosen_sessions() if not session.locked])
        elif key == Qt.Key.Key_L and not held and there:
            self.lock_wanted.emit(self.chosen_sessions())
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Alt with an arrow moves a session here, though elsewhere it goes back and forward."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and moves(event):
            event.accept()
            return True
        return super().event(event)

    def _move(self, dx: int, dy: int, *, stretch: bool) -> None:
        programme = self.sessions.programme
        taken = [session for session in self.chosen_sessions() if not session.locked and session.start is not None]
        if programme is None:
            return
        if stretch:
            self._tell_moved([stretched(one, dy * self.snap, self.snap) for one in taken])
        else:
            self._tell_moved([in_next_room(programme, shifted(one, dy * self.snap), dx) for one in taken])

    def _tell_moved(self, sessions: Sequence[Session]) -> None:
        told = self.sessions.programme
        changed = [one for one in sessions if told is not None and is_moved(told.session[one.id], one)]
        if changed:
            self.moved.emit(changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow windows give the title what there is."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        widths = WIDTHS if self.width() > 900 else NARROW_WIDTHS
        programme = self.sessions.programme
        self.setColumnHidden(TRACK, not widths[TRACK] or programme is None or not programme.tracks)
        for column, width in widths.items():
            if width:
                self.setColumnWidth(column, width)

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self.sessions.sessions[index.row()])

    def _dress(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.row)
        self.viewport().update()
