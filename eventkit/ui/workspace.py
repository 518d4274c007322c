"""Everything that joins the frame after its first paint: the desk, the worker, the pages and the ways between them."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QMessageBox, QWidget

import eventkit
from eventkit.domain.history import Change
from eventkit.domain.programme import EventSummary, Programme
from eventkit.jobs.words import load_words
from eventkit.services.history import steps
from eventkit.services.programme import events, programme
from eventkit.services.search import Hit, search
from eventkit.ui.button_icons import dress
from eventkit.ui.desk import Desk
from eventkit.ui.errands import Errands, show_dialog
from eventkit.ui.event_page import EventPage
from eventkit.ui.events.page import EventsPage
from eventkit.ui.fonts import add_scripts
from eventkit.ui.history.page import HistoryPage
from eventkit.ui.jobs import Jobs
from eventkit.ui.loading import Loading
from eventkit.ui.manual import ManualPage
from eventkit.ui.programme.grid import utc_now
from eventkit.ui.programme.page import GRID_FORM, LIST_FORM, ProgrammePage
from eventkit.ui.search import SearchBox
from eventkit.ui.settings import remember_kit
from eventkit.ui.sidebar import Sidebar, StatusLine
from eventkit.ui.toast import Toast

if TYPE_CHECKING:
    from eventkit.ui.export.page import ExportPage
    from eventkit.ui.frame import Frame

BREAKPOINT = 1000
HOME, EVENTS, HISTORY = "home", "events", "history"


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
        self.events = EventsPage(frame.theme, now)
        self.event_page = EventPage()
        self.programme = ProgrammePage(frame.theme, self.desk.words, now=now)
        self.history = HistoryPage(frame.theme, self.desk.say_step)
        self.manual = ManualPage()
        self.export: ExportPage | None = None
        self.event_page.add_leaf(self.tr("Programme"), self.programme)
        for page in (self.events, self.event_page, self.history, self.manual):
            frame.stack.addWidget(page)
        self.search = SearchBox(frame, frame.theme, lambda text: self.desk.read(search, text))
        self.sidebar, self.status, self.toast = Sidebar(), StatusLine(), Toast(frame)
        self._furnish()
        self._join()
        frame.theme.changed.connect(self._dress)
        frame.welcome.complete()

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

    def show_home(self) -> None:
        """The welcome page."""
        self.frame.welcome.refresh()
        self.frame.welcome.tell_dates()
        self._show(self.frame.welcome, HOME)

    def show_events(self) -> None:
        """All events."""
        if self.desk.kit is None:
            self.show_home()
            return
        self.event_id = None
        self._show(self.events, EVENTS)
        self.refresh()
        self.events.list.setFocus()

    def show_history(self) -> None:
        """What was done."""
        self._show(self.history, HISTORY)
        self.refresh()

    def show_event(self, event_id: int) -> None:
        """One event's programme."""
        self.event_id = event_id
        self.event_page.show_leaf(self.programme)
        self._show(self.event_page, EVENTS)
        self.refresh()
        self.programme.begin()

    def show_grid(self) -> None:
        """The programme as a grid."""
        self.event_page.show_leaf(self.programme)
        self.programme.show_form(GRID_FORM)

    def show_list(self) -> None:
        """The programme as a list."""
        self.event_page.show_leaf(self.programme)
        self.programme.show_form(LIST_FORM)

    def show_export(self) -> None:
        """The event's prints and calendars."""
        self.event_page.tabs.setCurrentIndex(1)

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
        if front is self.events:
            self.events.show_events(self.desk.read(events))
        elif front is self.history:
            self.history.show_steps(self.desk.read(steps))
        elif front is self.event_page:
            self._show_programme(changed=change is not None)

    def close(self) -> None:
        """Let the worker and the kit go."""
        if self.export is not None:
            self.export.stop()
        self.jobs.close()
        self.desk.close()

    def _furnish(self) -> None:
        """Put into the frame what stands around the pages."""
        for name, title, drawing, go in (
            (HOME, self.tr("Home"), "home", self.show_home),
            (EVENTS, self.tr("Events"), "events", self.show_events),
            (HISTORY, self.tr("History"), "history", self.show_history),
        ):
            self.sidebar.add_place(name, title, drawing, go)
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
        self.desk.opened.connect(self._opened)
        self.desk.closed.connect(self._closed)
        self.desk.changed.connect(self._changed)
        self.desk.failed.connect(self._refuse)
        self.events.opened.connect(self._open_event)
        self.events.new_wanted.connect(self.errands.new_event)
        self.events.import_wanted.connect(self.errands.choose_schedule)
        self.event_page.left.connect(self.show_events)
        self.event_page.turned.connect(self._turned)
        self.programme.import_wanted.connect(self.errands.choose_schedule_for)
        self.programme.told.connect(self.status.told.setText)
        self.search.found.connect(self._go_to)
        self.event_page.tabs.addTab(self.tr("Print and export"))

    def _opened(self) -> None:
        kit = self.desk.open_kit
        remember_kit(kit.path, kit.uuid)
        self.sidebar.show()
        self.search.edit.show()
        self.frame.welcome.tell("")
        self.status.say_change(self.desk.say_step(kit.undo_label))
        self._name_undo()
        self.show_events()

    def _closed(self) -> None:
        self.event_id = None
        self.search.end()
        self.sidebar.hide()
        self.search.edit.hide()
        self.status.say_change("")
        self._name_undo()
        self.show_home()
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
            self.show_home()
            self.frame.welcome.tell(told)
        else:
            self.toast.say(told)

    def _open_event(self, event: EventSummary) -> None:
        self.show_event(event.id)

    def _turned(self, number: int) -> None:
        """The second leaf comes in when it is first wanted, with all that prints need."""
        self.status.told.clear()
        if number == 1 and self.export is None:
            Loading(["eventkit.ui.export.page"], self._add_export, self)
        elif self.frame.stack.currentWidget() is self.event_page:
            self.refresh()

    def _add_export(self) -> None:
        from eventkit.ui.export.page import ExportPage  # noqa: PLC0415 - it brings the document kinds

        self.export = ExportPage(self.frame.theme, self.desk, self.jobs, self.errands.files.folder, self.now)
        self.export.made.connect(lambda count: self.toast.say(self.tr("%n file(s) made", "", count)))
        self.event_page.leaves.addWidget(self.export)
        self.event_page.leaves.setCurrentWidget(self.export)
        self.refresh()

    def _show_programme(self, *, changed: bool) -> None:
        told = None if self.event_id is None else self._programme(self.event_id)
        if told is None:
            self.show_events()
            return
        self.event_page.show_event(told)
        if self.event_page.tabs.currentIndex() == 0:
            self.programme.show_programme(told)
        elif self.export is not None:
            self.export.show_event(told, changed=changed)

    def _programme(self, event_id: int) -> Programme | None:
        """An event's programme; None when it is gone, as after an undo."""
        if event_id not in {event.id for event in self.desk.read(events)}:
            return None
        return self.desk.read(programme, event_id)

    def _go_to(self, hit: Hit) -> None:
        """Show what was found."""
        told = None
        if hit.kind == "person":
            told = self._session_of(hit.id)
        elif hit.event_id is not None:
            told = self._programme(hit.event_id)
        if told is None:
            return
        self.show_event(told.event.id)
        sessions = [
            session
            for session in told.sessions
            if (hit.kind == "session" and session.id == hit.id)
            or (hit.kind == "person" and hit.id in session.person_ids)
            or (hit.kind == "room" and hit.id in session.room_ids)
            or (hit.kind == "track" and session.track_id == hit.id)
        ]
        if sessions:
            self.programme.show_session(sessions[0])

    def _session_of(self, person_id: int) -> Programme | None:
        """The last event at which somebody speaks."""
        for event in reversed(self.desk.read(events)):
            told = self.desk.read(programme, event.id)
            if any(person_id in session.person_ids for session in told.sessions):
                return told
        return None

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
