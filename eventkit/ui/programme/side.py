"""Beside the grid: what deserves a look with its way out, and the tray of sessions that have no time yet."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from eventkit.domain.clashes.fixes import Suggestion, suggestion
from eventkit.domain.clashes.index import Clashes
from eventkit.domain.clashes.records import Clash, Rule
from eventkit.domain.findings import Severity
from eventkit.domain.programme import Programme, Session
from eventkit.domain.text import fold
from eventkit.domain.words import Words
from eventkit.ui.parts import GRID
from eventkit.ui.programme.words import SessionWords
from eventkit.ui.rows import Row
from eventkit.ui.rows_view import RowsView
from eventkit.ui.theme import Theme

FIXES, FILTER_FROM = 6, 4
TONES = {Severity.ERROR: "bad", Severity.WARNING: "warn"}


class Tray(RowsView):
    """The rows of the side; a session without a time is dragged away (`pulled`, `dropped`) or placed by S."""

    pulled = Signal(object, QPoint)
    dropped = Signal(QPoint)
    place_wanted = Signal(object)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, name)
        self._pressed: tuple[Session, QPoint] | None = None
        self._dragging = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a session that has no time."""
        super().mousePressEvent(event)
        session = self._unplaced(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and session is not None:
            self._pressed = session, event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag it once the pointer has gone a little way."""
        if self._pressed is None:
            super().mouseMoveEvent(event)
            return
        away = event.position().toPoint() - self._pressed[1]
        if self._dragging or away.manhattanLength() >= QApplication.startDragDistance():
            self._dragging = True
            self.pulled.emit(self._pressed[0], event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let it go where it is; a press without a drag chooses as in any list."""
        was, self._pressed, self._dragging = self._dragging, None, False
        if was:
            self.dropped.emit(event.globalPosition().toPoint())
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """S places a session in the next free gap, Esc lets go of one that is dragged."""
        row = self.rows.row(self.currentIndex()) if self.currentIndex().isValid() else None
        if event.key() == Qt.Key.Key_S and row is not None and _has_no_time(row.data):
            self.place_wanted.emit(row.data)
        elif event.key() == Qt.Key.Key_Escape and self._dragging:
            self._pressed, self._dragging = None, False
            self.dropped.emit(QPoint(-1, -1))
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """A drag ends with Esc before anything else does."""
        if event.type() == QEvent.Type.ShortcutOverride and self._dragging:
            event.accept()
            return True
        return super().event(event)

    def _unplaced(self, point: QPoint) -> Session | None:
        index = self.indexAt(point)
        data = self.rows.row(index).data if index.isValid() else None
        return data if isinstance(data, Session) and data.start is None else None


class Side(QWidget):
    """Clashes with a fix each, the tray with its filter, notes; `chosen` carries a session, `fixed` a Suggestion."""

    chosen = Signal(object)
    fixed = Signal(object)

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__()
        self._say, self._words = SessionWords(self), words
        self._clashes: Clashes | None = None
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Title, speaker, track, length or state"))
        self.filter.setAccessibleName(self.tr("Filter the sessions without a time"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._fill)
        self.tray = Tray(theme, self.tr("What deserves a look"))
        self.tray.setAccessibleDescription(
            self.tr("S places a session without a time in the next free gap. Enter goes to it or takes a way out.")
        )
        self.tray.chosen.connect(self._choose)
        self.setFocusProxy(self.tray)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(2 * GRID)
        whole.addWidget(self.filter)
        whole.addWidget(self.tray)

    @property
    def count(self) -> int:
        """How many things deserve a look."""
        return sum(not row.heading and not isinstance(row.data, Suggestion) for row in self.tray.rows.rows)

    def show_clashes(self, clashes: Clashes) -> None:
        """Show what a programme has to look at."""
        self._clashes = clashes
        unplaced = [session for session in clashes.programme.sessions if session.start is None]
        self.filter.setVisible(len(unplaced) >= FILTER_FROM or bool(self.filter.text()))
        self._fill()

    def _fill(self) -> None:
        if self._clashes is None:
            return
        found, programme = self._clashes.all, self._clashes.programme
        self.tray.show_rows(
            [
                *self._clash_rows(self._clashes, [one for one in found if one.serious]),
                *self._unplaced_rows(programme),
                *self._note_rows([one for one in found if not one.serious]),
            ]
        )

    def _choose(self, data: object) -> None:
        if isinstance(data, Suggestion):
            self.fixed.emit(data)
        elif isinstance(data, Session):
            self.chosen.emit(data)

    def _clash_rows(self, clashes: Clashes, found: Sequence[Clash]) -> Iterable[Row]:
        if not found:
            return
        yield Row(key="clashes", title=self.tr("%n clash(es)", "", len(found)), heading=True, large=True)
        for number, clash in enumerate(found):
            yield self._clash_row(clash)
            way = suggestion(clashes, clash) if number < FIXES else None
            if way is not None:
                key = ("way", clash.rule, clash.first.id, clash.last.id, clash.key)
                yield Row(
                    key=key,
                    title=self.way(clash, way),
                    drawing="before" if self.isRightToLeft() else "next",
                    tone="accent",
                    whole=True,
                    data=way,
                )

    def way(self, clash: Clash, way: Suggestion) -> str:
        """What a fix would do."""
        place = f"{way.start:%H:%M}" if way.room is None else f"{way.start:%H:%M}, {way.room.name}"
        if way.session.id == clash.last.id and clash.rule != Rule.PERSON:
            return self.tr("Move to {place}").format(place=place)
        return self.tr("Move “{title}” to {place}").format(title=way.session.title, place=place)

    def _note_rows(self, found: Sequence[Clash]) -> Sequence[Row]:
        if not found:
            return ()
        head = Row(key="notes", title=self.tr("%n note(s)", "", len(found)), heading=True, large=True)
        return [head, *(self._clash_row(one) for one in found)]

    def _clash_row(self, clash: Clash) -> Row:
        last = clash.last
        return Row(
            key=(clash.rule, clash.first.id, last.id, clash.key),
            title=self._say.clash_title(clash),
            meta=self._say.clash(self._words, clash),
            drawing="warning" if clash.serious else "",
            tone=TONES.get(clash.severity, ""),
            whole=True,
            card=clash.serious,
            data=last,
        )

    def _unplaced_rows(self, programme: Programme) -> Sequence[Row]:
        unplaced = [session for session in programme.sessions if session.start is None]
        if not unplaced:
            return ()
        title = self.tr("%n without a time", "", len(unplaced))
        hint = self.tr("Drag onto the plan, or press S")
        head = Row(key="unplaced", title=title, heading=True, large=True)
        told = Row(key="hint", title=hint, heading=True, whole=True)
        words = fold(self.filter.text()).split()
        wanted = [one for one in unplaced if all(word in self._searched(programme, one) for word in words)]
        return [head, told, *(self._unplaced_row(programme, session) for session in wanted)]

    def _searched(self, programme: Programme, session: Session) -> str:
        """What the filter looks in."""
        track = programme.track.get(session.track_id) if session.track_id is not None else None
        parts = (
            session.title,
            self._say.people(programme, session),
            "" if track is None else track.name,
            self._say.state(session.state),
            self._say.length(session.minutes),
        )
        return fold(" ".join(parts))

    def _unplaced_row(self, programme: Programme, session: Session) -> Row:
        state = self._say.state(session.state)
        people = self._say.people(programme, session)
        return Row(
            key=session.id,
            title=session.title,
            meta=" · ".join(filter(None, (people, state))),
            trail_note=self._say.length(session.minutes) if session.minutes else "",
            drawing="unplaced",
            dim=not session.public,
            whole=True,
            data=session,
        )


def _has_no_time(data: object) -> bool:
    return isinstance(data, Session) and data.start is None
