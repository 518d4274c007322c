"""An event's programme: a day as a grid or everything as a list, and beside it what deserves a look."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
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

from eventkit.domain.clashes.fixes import Suggestion, next_place, placed
from eventkit.domain.clashes.index import Clashes
from eventkit.domain.clashes.rules import Ground
from eventkit.domain.history import Label
from eventkit.domain.programme import Programme, Session
from eventkit.domain.scheduling import taken_off
from eventkit.services.scheduling import place_sessions
from eventkit.ui.dates import long_day, short_day
from eventkit.ui.desk import Desk
from eventkit.ui.fonts import BOLD, font
from eventkit.ui.parts import GRID, button
from eventkit.ui.programme.actions import SessionActions
from eventkit.ui.programme.form import SessionForm
from eventkit.ui.programme.grid import DayGrid, utc_now
from eventkit.ui.programme.keys import USUAL_SNAP
from eventkit.ui.programme.scale import event_days
from eventkit.ui.programme.session_list import SessionTable
from eventkit.ui.programme.side import Side
from eventkit.ui.programme.words import SessionWords
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
        self.now = now
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
        self.side = Side(theme, desk.words)
        self.form = SessionForm(desk)
        self.session_actions = SessionActions(self, desk)
        self.grid.snap = self.table.snap = int(recall("snap") or USUAL_SNAP)
        self.add_button = button(self.tr("Add a session"), kind="primary", drawing="plus")
        self.menu_button = button(self.tr("Session"), name=self.tr("What can be done to the chosen sessions"))
        self.menu_button.setMenu(self.session_actions.menu)
        self.versions_button = button(self.tr("Versions"))
        for press in (self.add_button, self.menu_button, self.versions_button):
            press.setParent(self)
            press.hide()
        self._beside = QStackedWidget()
        self._beside.setFixedWidth(SIDE)
        self._beside.addWidget(self.side)
        self._beside.addWidget(self.form)
        middle = QHBoxLayout()
        middle.setSpacing(4 * GRID)
        middle.addWidget(self._views, 1)
        middle.addWidget(self._beside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(3 * GRID)
        whole.addWidget(self._tools())
        whole.addLayout(middle, 1)
        self._join()

    def show_programme(self, programme: Programme) -> None:
        """Show an event's programme; the day and the session that were current stay so."""
        other = self.programme is None or self.programme.event.id != programme.event.id
        self.programme = programme
        self.clashes = Clashes(Ground(programme=programme, now=self.now()))
        if other:
            self.grid.scale_for(programme)
        self._fill_days(keep=not other)
        self.table.show_sessions(programme)
        self.side.show_clashes(self.clashes)
        self.side_switch.setText(self.tr("%n to look at", "", self.side.count))
        self._show_form()
        self._refill_form()

    @property
    def shown_days(self) -> tuple[date, ...]:
        """The days that have sessions, and those of the event itself."""
        if self.programme is None:
            return ()
        return tuple(sorted({*self.programme.days, *event_days(self.programme.event)}))

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
        elif session.day in self.shown_days:
            self.days.setCurrentIndex(self.shown_days.index(session.day))
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

    def take(self, way: Suggestion) -> None:
        """Take a way out of a clash."""
        if self.clashes is not None:
            self.place((placed(self.clashes, way.session, way.start, way.room),))

    def place_next(self, session: Session) -> None:
        """Put a session without a time into the next free gap of the day that is shown."""
        plan = self.grid.sessions.plan
        if self.clashes is None or plan is None:
            return
        begin = min((place.start for place in plan.places), default=plan.begin)
        way = next_place(self.clashes, session, plan.at(begin))
        if way is None:
            self.told.emit(self.tr("There is no free gap on this day."))
        else:
            self.take(way)
            self.show_session(replace(session, start=way.start, day=self.grid.day))

    def _pull(self, session: Session, at: QPoint) -> None:
        """A session is dragged from the tray; over the grid it shows where it would stand."""
        point = self.grid.viewport().mapFromGlobal(at)
        if self.grid.hand.busy:
            self.grid.hand.drag(point)
        elif self._views.currentWidget() is self.grid and self.grid.viewport().rect().contains(point):
            self.grid.hand.bring(session, point)

    def _drop(self, at: QPoint) -> None:
        point = self.grid.viewport().mapFromGlobal(at)
        if self.grid.viewport().rect().contains(point):
            self.grid.drop()
        else:
            self.grid.hand.cancel()

    def _take_off(self, sessions: Sequence[Session], at: QPoint) -> None:
        """What is dragged from the grid onto the side leaves the schedule."""
        if self.side.isVisible() and self.side.rect().contains(self.side.mapFromGlobal(at)) and self.programme:
            self.place([taken_off(self.programme.session[session.id]) for session in sessions])

    def zoom(self, step: int) -> None:
        """Larger (1), smaller (-1), or the whole day (0)."""
        self.grid.zoom(step)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window has room for the side only where it is asked for."""
        super().resizeEvent(event)
        if (event.oldSize().width() >= SIDE_FROM) != (self.width() >= SIDE_FROM):
            self.side_switch.setChecked(self.width() >= SIDE_FROM)
        self._show_side()

    def open_session(self, session: Session) -> None:
        """Show a session's form beside the programme, the keyboard in it."""
        if self.programme is not None:
            self.form.show_session(self.programme, self.programme.session[session.id], self.shown_days)
            self._beside.setCurrentWidget(self.form)
            self._show_side()
            if session.day in self.shown_days and self._form() == GRID_FORM:
                self.days.setCurrentIndex(self.shown_days.index(session.day))
                self.grid.choose(session.id)
            self.form.begin()

    def chosen_sessions(self) -> tuple[Session, ...]:
        """What is chosen in the form of the programme that is in front."""
        return self.grid.chosen_sessions() if self._form() == GRID_FORM else self.table.chosen_sessions()

    def _look_at(self, session: Session) -> None:
        """Go to a session; one that stands nowhere is opened."""
        if session.start is None:
            self.open_session(session)
        else:
            self.show_session(session)

    def _refill_form(self) -> None:
        """The form follows what it is about, and goes with it."""
        told, session = self.programme, self.form.session
        if told is None or session is None or self._beside.currentWidget() is not self.form:
            return
        if session.id in told.session:
            self.form.show_session(told, told.session[session.id], self.shown_days)
        else:
            self._close_form()

    def _close_form(self) -> None:
        self.form.session = None
        self._beside.setCurrentWidget(self.side)
        self._show_side()
        self.begin()

    def _show_menu(self, at: QPoint) -> None:
        front = self._views.currentWidget()
        self.session_actions.show_menu((front or self).mapToGlobal(at))

    def _join(self) -> None:
        self.grid.chosen.connect(self._tell)
        self.grid.moved.connect(self.place)
        self.side.chosen.connect(self._look_at)
        self.side.fixed.connect(self.take)
        self.side.tray.pulled.connect(self._pull)
        self.side.tray.dropped.connect(self._drop)
        self.side.tray.place_wanted.connect(self.place_next)
        self.grid.left.connect(self._take_off)
        self.grid.opened.connect(self.open_session)
        self.table.moved.connect(self.place)
        for view in (self.grid, self.table):
            view.lock_wanted.connect(self.session_actions.lock)
        self.table.chosen.connect(self.open_session)
        self.form.closed.connect(self._close_form)
        self.form.duplicated.connect(self.session_actions.duplicate)
        self.form.deleted.connect(lambda session: self.session_actions.delete((session,)))
        for view in (self.grid, self.table):
            view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            view.customContextMenuRequested.connect(self._show_menu)
        self.add_button.clicked.connect(self.session_actions.add)
        self.versions_button.clicked.connect(self.session_actions.show_versions)
        self.add_key = QShortcut(QKeySequence("Ctrl+Shift+N"), self)
        self.add_key.activated.connect(self.session_actions.add)

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

    def _fill_days(self, *, keep: bool) -> None:
        day = self.days.tabData(self.days.currentIndex()) if keep else None
        days = self.shown_days
        texts = [short_day(day) for day in days]
        self.days.blockSignals(True)
        while self.days.count():
            self.days.removeTab(0)
        for number, text in enumerate(texts):
            self.days.addTab(text)
            self.days.setTabData(number, days[number])
            self.days.setTabToolTip(number, long_day(days[number]))
        if day in days:
            self.days.setCurrentIndex(days.index(day))
        self.days.blockSignals(False)
        self._show_day()

    def _show_day(self) -> None:
        if self.programme is not None and self.shown_days:
            day = self.shown_days[max(0, self.days.currentIndex())]
            self.grid.show_day(self.programme, day, self.clashes)

    def _form(self) -> str:
        if not self.shown_days:
            return LIST_FORM
        return LIST_FORM if recall("programme") == LIST_FORM else GRID_FORM

    def _show_form(self) -> None:
        form = self._form()
        there = self.programme is not None and bool(self.programme.sessions)
        self._views.setCurrentWidget(self._nothing if not there else self.table if form == LIST_FORM else self.grid)
        self.grid_button.setChecked(form == GRID_FORM)
        self.list_button.setChecked(form == LIST_FORM)
        self.grid_button.setVisible(there and bool(self.shown_days))
        self.list_button.setVisible(self.grid_button.isVisibleTo(self))
        for press in self._zooms:
            press.setVisible(form == GRID_FORM and there)
        self.days.setVisible(form == GRID_FORM and there)
        self._show_side()

    def _show_side(self) -> None:
        something = bool(self.side.count) and self._views.currentWidget() is self.grid
        self.side_switch.setVisible(something)
        editing = self._beside.currentWidget() is self.form
        self._beside.setVisible(editing or (something and self.side_switch.isChecked()))

    def _tell(self, session: Session) -> None:
        if self.programme is not None:
            self.told.emit(self._words.sentence(self.programme, session))
