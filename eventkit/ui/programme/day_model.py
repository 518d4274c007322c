"""The sessions of one day as rows, each with the sentence that a screen reader says."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from eventkit.domain.clashes.index import Clashes
from eventkit.domain.programme import Programme, Session, SessionState
from eventkit.ui.programme.scale import DayPlan, Place
from eventkit.ui.programme.words import SessionWords

Index = QModelIndex | QPersistentModelIndex


class DayModel(QAbstractListModel):
    """The places of a day, one a row; `clashing` holds the ids of sessions that a clash marks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.programme: Programme | None = None
        self.plan: DayPlan | None = None
        self.clashes: Clashes | None = None
        self.clashing: frozenset[int] = frozenset()
        self._words = SessionWords()

    def show(self, programme: Programme, plan: DayPlan, clashes: Clashes | None = None) -> None:
        """Another day, or the same one changed."""
        self.beginResetModel()
        self.programme, self.plan, self.clashes = programme, plan, clashes
        self.clashing = frozenset() if clashes is None else clashes.marked
        self.endResetModel()

    def try_out(self, sessions: Iterable[Session]) -> None:
        """Find the clashes as they would be with these sessions; the rows stay as they are."""
        if self.clashes is not None:
            self.clashes.change(sessions)
            self.clashing = self.clashes.marked

    def row_of(self, session_id: int) -> int | None:
        """The first row of a session; None when the day does not have it."""
        return next((row for row, place in enumerate(self.places) if place.session.id == session_id), None)

    @property
    def places(self) -> tuple[Place, ...]:
        """All places in order of time."""
        return () if self.plan is None else self.plan.places

    def rowCount(self, parent: Index | None = None) -> int:
        """How many there are."""
        return 0 if parent is not None and parent.isValid() else len(self.places)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Title, and the whole sentence for a screen reader and the tooltip."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.places[index.row()].session.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self.sentence(index.row())
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Each can be chosen; none can be edited here."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def sentence(self, row: int) -> str:
        """For example "Welcome, Room A, 18:30 to 18:40, Ada Osei, 1 clash"."""
        if self.programme is None:
            return ""
        session = self.places[row].session
        found = () if self.clashes is None else self.clashes.of(session.id)
        return self._words.sentence(self.programme, session, clashes=sum(one.serious for one in found))

    def people(self, row: int) -> str:
        """The names of who speaks."""
        return "" if self.programme is None else self._words.people(self.programme, self.places[row].session)

    def mark(self, row: int) -> str:
        """The word for a state that is not the usual one, and the length."""
        session = self.places[row].session
        return " · ".join(
            filter(
                None, (self._words.lock(session), self._words.state(session.state), self._words.length(session.minutes))
            )
        )

    def change(self, session: Session) -> str:
        """Old and new time of a session that is dragged; its length too where that is other."""
        before = None if self.programme is None else self.programme.session.get(session.id)
        new = self._words.span(session)
        if before is None or before.start is None:
            return new
        if before.minutes != session.minutes:
            return f"{new} · {self._words.length(session.minutes)}"
        return new if before.start == session.start else f"{before.start:%H:%M} → {new}"

    def track_number(self, row: int) -> int | None:
        """Which of the event's tracks a session is in, counted from 0."""
        track_id = self.places[row].session.track_id
        if self.programme is None or track_id is None:
            return None
        return [track.id for track in self.programme.tracks].index(track_id)

    def cancelled(self, row: int) -> bool:
        """Whether it does not take place."""
        return self.places[row].session.state == SessionState.CANCELLED
