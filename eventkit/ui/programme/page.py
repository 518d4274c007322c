"""An event's programme: a day as a grid or everything as a list, and beside it what deserves a look."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from eventkit.domain.clashes.index import Clashes
from eventkit.domain.clashes.records import Clash
from eventkit.domain.clashes.rules import Ground
from eventkit.domain.findings import Severity
from eventkit.domain.history import Label
from eventkit.domain.programme import Programme, Session
from eventkit.services.scheduling import place_sessions
from eventkit.ui.dates import long_day, short_day
from eventkit.ui.desk import Desk
from eventkit.ui.fonts import BOLD, font
from eventkit.ui.parts import GRID, button
from eventkit.ui.programme.grid import DayGrid, utc_now
from eventkit.ui.programme.session_list import SessionTable
from eventkit.ui.programme.words import SessionWords
from eventkit.ui.rows import Row
from eventkit.ui.rows_view import RowsView
from eventkit.ui.settings import recall, remember
from eventkit.ui.theme import Theme
from eventkit.ui.widgets import empty

SIDE, SIDE_FROM = 296, 900
GRID_FORM, LIST_FORM = "grid", "list"


class ProgrammePage(QWidget):
    """The programme, to look at and to move; `told` carries a sentence about the session that is current."""

    told = Signal(str)
    import_wanted = Signal(str)

    def __init__(self, theme: Theme, desk: Desk, *, now: Callable[[], datetime] = utc_now) -> None:
        super().__init__()
        self._words = SessionWords(self)
        self._desk = desk
        self._now = now
        self.programme: Programme | None = None
        self.clashes: Clashes | None = None
        self.days = QTabBar()
        self.days.setObjectName("days")
        self.days.setAccessibleName(self.tr("Day"))
        self.days.setFont(font(weight=BOLD))
        self.days.setExpanding(False)
        self.days.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.days.currentChanged.connect(self._show_day)
        self.grid = DayGrid(theme, now=now)
        self.table = SessionTable(theme)
        self.grid.chosen.connect(self._tell)
        self.grid.moved.connect(self.place)
        self.table.chosen.connect(self.show_session)
        self.importing = button(self.tr("Import a schedule …"), kind="primary", drawing="import")
        self.importing.clicked.connect(self._import)
        self._nothing = empty(
            "grid",
            self.tr("Sessions stand here once they are in the programme. Bring them in from a file."),
            self.importing,
        )
        self._views = QStackedWidget()
        for view in (self.grid, self.table, self._nothing):
            self._views.addWidget(view)
        self.side = RowsView(theme, self.tr("What deserves a look"))
        self.side.setFixedWidth(SIDE)
        self.side.chosen.connect(self.show_session)
        middle = QHBoxLayout()
        middle.setSpacing(4 * GRID)
        middle.addWidget(self._views, 1)
        middle.addWidget(self.side)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(3 * GRID)
        whole.addWidget(self._tools())
        whole.addLayout(middle, 1)

    def show_programme(self, programme: Programme) -> None:
        """Show an event's programme; the day and the session that were current stay so."""
        other = self.programme is None or self.programme.event.id != programme.event.id
        self.programme = programme
        self.clashes = Clashes(Ground(programme=programme, now=self._now()))
        if other:
            self.grid.scale_for(programme)
        self._fill_days(programme, keep=not other)
        self.table.show_sessions(programme)
        found = self.clashes.all
        self.side.show_rows(
            [
                *self._clash_rows([one for one in found if one.serious]),
                *self._unplaced_rows(programme),
                *self._note_rows([one for one in found if not one.serious]),
            ]
        )
        self.side_switch.setText(self.tr("%n to look at", "", len([r for r in self.side.rows.rows if not r.heading])))
        self._show_form()

    def begin(self) -> None:
        """Put the keyboard into the programme."""
        front = self._views.currentWidget()
        if front is not None:
            front.setFocus()

    def show_form(self, form: str) -> None:
        """Show the programme as a grid or as a list."""
        remember("programme", form)
        self._show_form()

    def show_session(self, session: Session) -> None:
        """Bring a session into view: on its day in the grid, else in the list."""
        placed = session.start is not None and session.day is not None
        if not placed:
            self.show_form(LIST_FORM)
        if self._form() == LIST_FORM:
            self.table.choose(session.id)
            self.table.setFocus()
        elif self.programme is not None and session.day in self.programme.days:
            self.days.setCurrentIndex(self.programme.days.index(session.day))
            self.grid.choose(session.id)
            self.grid.setFocus()

    def place(self, sessions: Sequence[Session]) -> None:
        """Put sessions where these records have them, as one step; a screen reader hears what came of it."""
        verb = "move" if any(session.start is not None for session in sessions) else "take_off"
        if len(sessions) == 1:
            label = Label(f"{verb}_session", sessions[0].title)
        else:
            label = Label(f"{verb}_sessions", str(len(sessions)))
        self._desk.write(label, place_sessions, sessions)
        row = self.grid.sessions.row_of(sessions[0].id)
        if row is not None:
            self.grid.say(self.grid.sessions.sentence(row))

    def zoom(self, step: int) -> None:
        """Larger (1), smaller (-1), or the whole day (0)."""
        self.grid.zoom(step)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window has room for the side only where it is asked for."""
        super().resizeEvent(event)
        if (event.oldSize().width() >= SIDE_FROM) != (self.width() >= SIDE_FROM):
            self.side_switch.setChecked(self.width() >= SIDE_FROM)
        self._show_side()

    def _import(self) -> None:
        if self.programme is not None:
            self.import_wanted.emit(self.programme.event.slug)

    def _tools(self) -> QWidget:
        self.side_switch = button("")
        self.side_switch.setCheckable(True)
        self.side_switch.toggled.connect(self._show_side)
        forms = QButtonGroup(self)
        ends = ("right", "left") if self.isRightToLeft() else ("left", "right")
        self.grid_button = self._form_button(forms, "grid", ends[0], self.tr("Grid"), GRID_FORM)
        self.list_button = self._form_button(forms, "list", ends[1], self.tr("List"), LIST_FORM)
        self._zooms: list[QPushButton] = []
        for drawing, name, step in (
            ("minus", self.tr("Smaller"), -1),
            ("fit", self.tr("Whole day"), 0),
            ("plus", self.tr("Larger"), 1),
        ):
            press = button("", kind="tool", name=name, drawing=drawing)
            press.clicked.connect(lambda _checked=False, step=step: self.zoom(step))
            self._zooms.append(press)
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * GRID)
        row.addWidget(self.days)
        row.addStretch(1)
        row.addWidget(self.side_switch)
        for press in self._zooms:
            row.addWidget(press)
        both = QHBoxLayout()
        both.setSpacing(0)
        both.addWidget(self.grid_button)
        both.addWidget(self.list_button)
        row.addLayout(both)
        return made

    def _form_button(self, group: QButtonGroup, drawing: str, kind: str, text: str, form: str) -> QPushButton:
        made = button(text, kind=kind, drawing=drawing)
        made.setCheckable(True)
        made.clicked.connect(lambda: self.show_form(form))
        group.addButton(made)
        return made

    def _fill_days(self, programme: Programme, *, keep: bool) -> None:
        day = self.days.tabData(self.days.currentIndex()) if keep else None
        texts = [short_day(day) for day in programme.days]
        self.days.blockSignals(True)
        while self.days.count():
            self.days.removeTab(0)
        for number, text in enumerate(texts):
            self.days.addTab(text)
            self.days.setTabData(number, programme.days[number])
            self.days.setTabToolTip(number, long_day(programme.days[number]))
        if day in programme.days:
            self.days.setCurrentIndex(programme.days.index(day))
        self.days.blockSignals(False)
        self._show_day()

    def _show_day(self) -> None:
        if self.programme is not None and self.programme.days:
            day = self.programme.days[max(0, self.days.currentIndex())]
            self.grid.show_day(self.programme, day, self.clashes)

    def _form(self) -> str:
        if self.programme is not None and not self.programme.days:
            return LIST_FORM
        return LIST_FORM if recall("programme") == LIST_FORM else GRID_FORM

    def _show_form(self) -> None:
        form = self._form()
        there = self.programme is not None and bool(self.programme.sessions)
        self._views.setCurrentWidget(self._nothing if not there else self.table if form == LIST_FORM else self.grid)
        self.grid_button.setChecked(form == GRID_FORM)
        self.list_button.setChecked(form == LIST_FORM)
        self.grid_button.setVisible(there and self.programme is not None and bool(self.programme.days))
        self.list_button.setVisible(self.grid_button.isVisibleTo(self))
        for press in self._zooms:
            press.setVisible(form == GRID_FORM and there)
        self.days.setVisible(form == GRID_FORM and there)
        self._show_side()

    def _show_side(self) -> None:
        something = bool(self.side.rows.rows) and self._views.currentWidget() is self.grid
        self.side_switch.setVisible(something)
        self.side.setVisible(something and self.side_switch.isChecked())

    def _clash_rows(self, found: Sequence[Clash]) -> Sequence[Row]:
        if not found:
            return ()
        head = Row(key="clashes", title=self.tr("%n clash(es)", "", len(found)), heading=True, large=True)
        return [head, *(self._clash_row(one) for one in found)]

    def _note_rows(self, found: Sequence[Clash]) -> Sequence[Row]:
        if not found:
            return ()
        head = Row(key="notes", title=self.tr("%n note(s)", "", len(found)), heading=True, large=True)
        return [head, *(self._clash_row(one) for one in found)]

    def _clash_row(self, clash: Clash) -> Row:
        last = clash.last
        tones = {Severity.ERROR: "bad", Severity.WARNING: "warn"}
        return Row(
            key=(clash.rule, clash.first.id, last.id, clash.key),
            title=self._words.clash_title(clash),
            meta=self._words.clash(self._desk.words, clash),
            drawing="warning" if clash.serious else "",
            tone=tones.get(clash.severity, ""),
            whole=True,
            card=clash.serious,
            data=last,
        )

    def _unplaced_rows(self, programme: Programme) -> Sequence[Row]:
        unplaced = [session for session in programme.sessions if session.start is None]
        if not unplaced:
            return ()
        title = self.tr("%n without a time", "", len(unplaced))
        head = Row(key="unplaced", title=title, heading=True, large=True)
        return [head, *(self._unplaced_row(programme, session) for session in unplaced)]

    def _unplaced_row(self, programme: Programme, session: Session) -> Row:
        state = self._words.state(session.state)
        people = self._words.people(programme, session)
        return Row(
            key=session.id,
            title=session.title,
            meta=" · ".join(filter(None, (people, state))),
            trail_note=self._words.length(session.minutes) if session.minutes else "",
            drawing="unplaced",
            dim=not session.public,
            whole=True,
            data=session,
        )

    def _tell(self, session: Session) -> None:
        if self.programme is not None:
            self.told.emit(self._words.sentence(self.programme, session))
