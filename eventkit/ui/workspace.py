"""Everything that joins the frame after its first paint: the desk, the worker, the pages and the ways between them."""

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QSignalBlocker, QTimer
from PySide6.QtWidgets import QMessageBox, QWidget

import eventkit
from eventkit.domain.history import Change
from eventkit.domain.programme import EventSummary, Programme, Session
from eventkit.jobs.words import load_words
from eventkit.services.history import steps
from eventkit.services.home import outlook
from eventkit.services.programme import events
from eventkit.services.search import Hit, search
from eventkit.ui.button_icons import dress
from eventkit.ui.desk import Desk
from eventkit.ui.errands import Errands, show_dialog
from eventkit.ui.event_page import EventPage
from eventkit.ui.events.page import EventsPage
from eventkit.ui.files import open_folder
from eventkit.ui.fonts import add_scripts
from eventkit.ui.found import programme_of, spot
from eventkit.ui.guests.page import GuestsPage
from eventkit.ui.history.page import HistoryPage
from eventkit.ui.home.page import HomePage
from eventkit.ui.jobs import Jobs
from eventkit.ui.loading import Loading
from eventkit.ui.manual import ManualPage
from eventkit.ui.overview.page import OverviewPage
from eventkit.ui.palette import commands
from eventkit.ui.people.page import PeoplePage
from eventkit.ui.places import (
    EVENTS,
    EXPORT,
    GUESTS,
    HISTORY,
    HOME,
    OVERVIEW,
    PEOPLE,
    PROGRAMME,
    RUN_SHEET,
    SETTINGS,
    Leaf,
    Place,
    SideButtons,
    Visit,
    Visits,
    begin,
    recall_visit,
    remember_visit,
)
from eventkit.ui.programme.grid import utc_now
from eventkit.ui.programme.page import GRID_FORM, LIST_FORM, ProgrammePage
from eventkit.ui.runsheet.page import RunSheetPage
from eventkit.ui.search import SearchBox
from eventkit.ui.settings import remember_kit
from eventkit.ui.settings_page import SettingsPage
from eventkit.ui.sidebar import Sidebar, StatusLine
from eventkit.ui.toast import Toast

if TYPE_CHECKING:
    from eventkit.ui.export.page import ExportPage
    from eventkit.ui.frame import Frame

BREAKPOINT = 1000


class Workspace(QObject):
    """The pages and the ways between them, named as the menus do; `now` is the clock."""

    def __init__(self, frame: "Frame", *, now: Callable[[], datetime] = utc_now) -> None:
        super().__init__(frame)
        add_scripts()
        frame.theme.complete()
        self.frame, self.now = frame, now
        self.desk = Desk(load_words(QLocale().name()), self)
        self.jobs = Jobs(parent=self)
        self.errands = Errands(frame, self.desk, self.jobs, now)
        self.event_id: int | None = None
        self.visits = Visits(self)
        self.home = HomePage(frame.theme, self.desk.words, now)
        self.events = EventsPage(frame.theme, now)
        self.event_page = EventPage()
        self.programme = ProgrammePage(frame.theme, self.desk, now=now)
        self.run_sheet = RunSheetPage(frame.theme, self.desk, now=now)
        self.guests = GuestsPage(frame.theme, self.desk, self.jobs, now)
        self.overview = OverviewPage(self.desk, frame.theme, now)
        self.people = PeoplePage(frame.theme, self.desk)
        self.history = HistoryPage(frame.theme, self.desk.say_step)
        self.manual = ManualPage()
        self.settings = SettingsPage(frame.menus, lambda: None if self.desk.kit is None else self.desk.kit.path)
        self.export: ExportPage | None = None
        self.places = {place.name: place for place in self._places()}
        self.leaves = {leaf.name: leaf for leaf in self._leaves()}
        self.search = SearchBox(
            frame, frame.theme, lambda text: self.desk.read(search, text), lambda: commands(frame.menus.menus)
        )
        self.sidebar, self.status, self.toast = Sidebar(), StatusLine(), Toast(frame)

    def furnish(self) -> Iterator[QWidget]:
        """Put the pages into the frame one by one, so that the window answers in between."""
        yield from self._furnish()
        self._join()
        self.frame.theme.changed.connect(self._dress)
        self.frame.welcome.complete()
        QTimer.singleShot(0, self.overview, self.overview.build)

    def _places(self) -> tuple[Place, ...]:
        """The pages of a kit, in the order of the sidebar."""
        read = self.desk.read
        return (
            Place(HOME, self.tr("Home"), "home", self.home, lambda: self.home.show_outlook(read(outlook, self.now()))),
            Place(EVENTS, self.tr("Events"), "events", self.events, lambda: self.events.show_events(read(events))),
            Place(PEOPLE, self.tr("People"), "people", self.people, self.people.show_people),
            Place(HISTORY, self.tr("History"), "history", self.history, lambda: self.history.show_steps(read(steps))),
            Place(SETTINGS, self.tr("Settings"), "settings", self.settings, self.settings.refresh),
        )

    def _leaves(self) -> tuple[Leaf, ...]:
        """The parts of an event, in the order of the tabs."""
        page = self.programme
        tools = (page.versions_button, page.menu_button, page.add_button)
        return (
            Leaf(OVERVIEW, self.tr("Overview"), self.overview, self.overview.show_event, self.overview.buttons),
            Leaf(PROGRAMME, self.tr("Programme"), page, lambda told, _: page.show_programme(told), tools),
            Leaf(RUN_SHEET, self.tr("Run sheet"), self.run_sheet, self.run_sheet.show_event, self.run_sheet.buttons),
            Leaf(GUESTS, self.tr("Guests"), self.guests, self.guests.show_event, self.guests.buttons),
            Leaf(EXPORT, self.tr("Print and export"), None, self._fill_export),
        )

    def open_kit(self, path: Path) -> None:
        """Open a kit and show its events."""
        self.frame.welcome.tell("")
        self.desk.open(path)

    def do(self, name: str) -> None:
        """Do what the menus call by a name."""
        getattr(self if hasattr(self, name) else self.errands, name)()

    def close_kit(self) -> None:
        """Let the kit go."""
        self.desk.close()

    def undo(self) -> None:
        """Take the last step back."""
        self.desk.undo()

    def redo(self) -> None:
        """Do it again."""
        self.desk.redo()

    def find(self) -> None:
        """Go to the search box."""
        self.search.begin()

    def show_place(self, name: str) -> None:
        """A page of the kit; without a kit, the welcome page."""
        place = self.places[name]
        if self.desk.kit is None:
            self._show_welcome()
            return
        self.event_id = None
        self._show(place.page, name)
        self.visits.note(Visit(name))
        self.refresh()
        begin(place.page)

    def show_home(self) -> None:
        """What to do now."""
        self.show_place(HOME)

    def show_events(self) -> None:
        """All events."""
        self.show_place(EVENTS)

    def show_history(self) -> None:
        """What was done."""
        self.show_place(HISTORY)

    def show_event(self, event_id: int, leaf: str = PROGRAMME) -> None:
        """One event, one of its parts in front."""
        self._turn_to(event_id, leaf)
        if self.frame.stack.currentWidget() is self.event_page:
            self.event_page.begin()

    def copy_event(self) -> None:
        """The event again, four weeks later, without its talks."""
        if self.event_id is not None:
            self.errands.copy_event(self.event_id)

    def delete_event(self) -> None:
        """The event goes; undo brings it back."""
        if self.event_id is not None:
            self.errands.delete_event(self.event_id)

    def go_back(self) -> None:
        """Where the window was before."""
        self._revisit(self.visits.go(-1, self._there))

    def go_forward(self) -> None:
        """Where it was before going back."""
        self._revisit(self.visits.go(1, self._there))

    def show_grid(self) -> None:
        """The programme as a grid."""
        self.event_page.show_leaf(PROGRAMME)
        self.programme.show_form(GRID_FORM)

    def show_list(self) -> None:
        """The programme as a list."""
        self.event_page.show_leaf(PROGRAMME)
        self.programme.show_form(LIST_FORM)

    def show_now(self) -> None:
        """The day itself, on the run sheet."""
        self.event_page.show_leaf(RUN_SHEET)
        self.run_sheet.enter_now()

    def show_export(self) -> None:
        """The event's prints and calendars."""
        self.event_page.show_leaf(EXPORT)

    def take_guests(self) -> None:
        """Ask for a list of guests, and take it into the event."""
        self.event_page.show_leaf(GUESTS)
        path = self.errands.files.guests()
        if path is not None:
            self.guests.take(path=path)

    def zoom_in(self) -> None:
        """A larger grid."""
        self.programme.zoom(1)

    def zoom_out(self) -> None:
        """A smaller grid."""
        self.programme.zoom(-1)

    def zoom_fit(self) -> None:
        """The whole day."""
        self.programme.zoom(0)

    def show_manual(self) -> None:
        """The manual."""
        self._show(self.manual)

    def show_about(self) -> None:
        """What this is."""
        told = self.tr("EventKit {version}\nAn offline kit for people who organise local community events.\nApache-2.0")
        self.about = QMessageBox(self.frame)
        self.about.setWindowTitle(self.tr("About EventKit"))
        self.about.setText(told.format(version=eventkit.__version__))
        show_dialog(self.about)

    def show_anew(self) -> None:
        """Make the window again, in another language."""
        path = None if self.desk.kit is None else self.desk.kit.path
        self.close()
        self.frame.anew.emit(path)

    def refresh(self, change: Change | None = None) -> None:
        """Read again what the page in front shows."""
        front = self.frame.stack.currentWidget()
        kit = self.desk.kit
        self.frame.menus.allow(kit=kit is not None, event=kit is not None and front is self.event_page)
        self._title("" if kit is None else kit.path.stem)
        if kit is None:
            return
        for place in self.places.values():
            if front is place.page:
                place.fill()
        if front is self.event_page:
            self._fill_event(changed=change is not None)

    def close(self) -> None:
        """Let the worker and the kit go."""
        if self.export is not None:
            self.export.stop()
        self.jobs.close()
        self.desk.close()

    def _furnish(self) -> Iterator[QWidget]:
        """Put into the frame the pages and what stands around them."""
        for place in self.places.values():
            self.frame.stack.addWidget(place.page)
            yield place.page
            self.sidebar.add_place(place.name, place.title, place.drawing, partial(self.show_place, place.name))
        self.frame.stack.addWidget(self.event_page)
        for leaf in self.leaves.values():
            self.event_page.add_leaf(leaf)
            yield self.event_page
        self.frame.menus.add_ways(
            [(place.title, partial(self.show_place, name)) for name, place in self.places.items()],
            [(leaf.title, partial(self._show_leaf, name)) for name, leaf in self.leaves.items()],
        )
        self.frame.stack.addWidget(self.manual)
        self.sidebar.hide()
        self.frame.middle_row.insertWidget(0, self.sidebar)
        self.frame.head_row.addWidget(self.search.edit)
        self.frame.status.setLayout(self.status)
        self._fit()

    def _dress(self) -> None:
        dress(self.frame)

    def _fit(self) -> None:
        """Make room for the pages in a narrow window."""
        self.sidebar.set_narrow(self.frame.width() < BREAKPOINT)
        self.search.edit.setFixedWidth(min(320, self.frame.width() // 3))
        self.toast.place()

    def _show(self, page: QWidget, place: str = "") -> None:
        """Bring a page to the front and mark its place."""
        self.frame.stack.setCurrentWidget(page)
        self.status.told.clear()
        self.sidebar.mark(place)

    def _join(self) -> None:
        self.frame.resized.connect(self._fit)
        self.frame.dropped.connect(self.errands.take_files)
        self.errands.event_made.connect(self.show_event)
        self.status.undo_wanted.connect(self.undo)
        self.overview.copying.clicked.connect(self.copy_event)
        self.overview.deleting.clicked.connect(self.delete_event)
        self.desk.closing.connect(self.overview.settle)
        self.desk.opened.connect(self._opened)
        self.desk.closed.connect(self._closed)
        self.desk.changed.connect(self._changed)
        self.desk.failed.connect(self._refuse)
        self.home.opened.connect(self.show_event)
        self.home.clash_chosen.connect(lambda found: self._show_session(found.clash.last))
        self.home.new_wanted.connect(self.errands.new_event)
        self.home.import_wanted.connect(self.errands.choose_schedule)
        self.home.history_wanted.connect(self.show_history)
        self.settings.folder_wanted.connect(open_folder)
        self.visits.moved.connect(self._allow_visits)
        self.side_buttons = SideButtons(self.frame)
        self.side_buttons.pressed.connect(lambda step: self.go_back() if step < 0 else self.go_forward())
        self.events.opened.connect(self._open_event)
        self.events.new_wanted.connect(self.errands.new_event)
        self.events.import_wanted.connect(self.errands.choose_schedule)
        self.event_page.left.connect(self.show_events)
        self.event_page.turned.connect(self._turned)
        self.programme.import_wanted.connect(self.errands.choose_schedule_for)
        self.run_sheet.session_wanted.connect(self._show_session)
        self.programme.told.connect(self.status.told.setText)
        self.people.place_wanted.connect(self._go_to)
        self.guests.file_wanted.connect(self.take_guests)
        self.search.found.connect(self._go_to)

    def _opened(self) -> None:
        kit = self.desk.open_kit
        remember_kit(kit.path, kit.uuid)
        self.sidebar.show()
        self.search.edit.show()
        self.frame.welcome.tell("")
        self.status.say_change(self.desk.say_step(kit.undo_label))
        self._name_undo()
        self.visits.forget()
        self._revisit(recall_visit(kit.uuid) or Visit(HOME))

    def _closed(self) -> None:
        self.event_id = None
        self.search.end()
        self.sidebar.hide()
        self.search.edit.hide()
        self.status.say_change("")
        self._name_undo()
        self.visits.forget()
        self._show_welcome()
        self.refresh()

    def _changed(self, change: Change) -> None:
        self._name_undo()
        self.refresh(change)
        told = self.desk.say_step(change.label)
        self.status.say_change(self.desk.say_step(self.desk.open_kit.undo_label))
        self.toast.say(told, self.tr("Undo"), self.undo)

    def _refuse(self, told: str) -> None:
        """Say a refusal where the user looks."""
        if self.desk.kit is None:
            self._show_welcome()
            self.frame.welcome.tell(told)
        else:
            self.toast.say(told)

    def _open_event(self, event: EventSummary) -> None:
        self.show_event(event.id)

    def _show_leaf(self, name: str) -> None:
        if self.event_id is not None:
            self.show_event(self.event_id, name)

    def _turned(self, name: str) -> None:
        """Another tab was chosen; the keyboard stays with the tabs."""
        if self.frame.stack.currentWidget() is self.event_page and self.event_id is not None:
            self._turn_to(self.event_id, name)

    def _turn_to(self, event_id: int, leaf: str) -> None:
        self.event_id = event_id
        with QSignalBlocker(self.event_page):
            self.event_page.show_leaf(leaf)
        self._show(self.event_page, EVENTS)
        self.visits.note(Visit(EVENTS, event_id, leaf))
        self.refresh()

    def _add_export(self) -> None:
        from eventkit.ui.export.page import ExportPage  # noqa: PLC0415 - it brings the document kinds

        if self.export is not None:
            return
        self.export = ExportPage(self.frame.theme, self.desk, self.jobs, self.errands.files.folder, self.now)
        self.export.made.connect(lambda count: self.toast.say(self.tr("%n file(s) made", "", count)))
        self.event_page.bring(EXPORT, self.export)
        self.refresh()

    def _fill_event(self, *, changed: bool) -> None:
        told = programme_of(self.desk, self.event_id)
        if told is None:
            self.show_events()
            return
        self.event_page.show_event(told)
        self.event_page.front.fill(told, changed)

    def _fill_export(self, told: Programme, changed: bool) -> None:  # noqa: FBT001 - as every leaf is filled
        """The prints come in when they are first wanted, with all that they need."""
        if self.export is None:
            Loading(["eventkit.ui.export.page"], self._add_export, self)
        else:
            self.export.show_event(told, changed=changed)

    def _there(self, visit: Visit) -> bool:
        """Whether an event that the window showed has not gone."""
        return visit.event_id is None or visit.event_id in {event.id for event in self.desk.read(events)}

    def _revisit(self, visit: Visit | None) -> None:
        """Go where the window was; from an event that has gone, to its place."""
        if visit is None:
            return
        if visit.event_id is not None and visit.leaf in self.leaves and self._there(visit):
            self.show_event(visit.event_id, visit.leaf)
        else:
            self.show_place(visit.place if visit.place in self.places else HOME)

    def _allow_visits(self) -> None:
        for name, step in (("go_back", -1), ("go_forward", 1)):
            self.frame.menus.actions[name].setEnabled(self.visits.can(step))
        if self.desk.kit is not None and self.visits.now is not None:
            remember_visit(self.desk.kit.uuid, self.visits.now)

    def _show_welcome(self) -> None:
        self.frame.welcome.refresh()
        self.frame.welcome.tell_dates()
        self._show(self.frame.welcome)

    def _show_session(self, session: Session) -> None:
        self.show_event(session.event_id)
        self.programme.show_session(session)

    def _go_to(self, hit: Hit) -> None:
        """Show what was found."""
        if hit.kind == "person":
            self.show_place(PEOPLE)
            self.people.show_person(hit.id)
            return
        if hit.kind == "guest" and hit.event_id is not None:
            self.show_event(hit.event_id, GUESTS)
            self.guests.show_guest(hit.id)
            return
        found = spot(self.desk, hit)
        if found is not None:
            self.show_event(found.event_id)
            if found.session is not None:
                self.programme.show_session(found.session)

    def _name_undo(self) -> None:
        kit = self.desk.kit
        for action, name, label in (
            (self.frame.menus.undo, self.tr("Undo"), None if kit is None else kit.undo_label),
            (self.frame.menus.redo, self.tr("Redo"), None if kit is None else kit.redo_label),
        ):
            action.setEnabled(label is not None)
            action.setText(name if label is None else f"{name}: {self.desk.say_step(label)}")

    def _title(self, name: str) -> None:
        self.frame.setWindowTitle(f"{name} – EventKit" if name else "EventKit")
        self.status.say_where(self.tr("{kit} · all changes kept").format(kit=name) if name else "")
