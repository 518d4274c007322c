"""What can be done to the sessions that are chosen: one menu for the grid, the list and the button above them."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from eventkit.domain.history import Label
from eventkit.domain.programme import Session, SessionState
from eventkit.domain.scheduling import swapped, taken_off
from eventkit.services.scheduling import delete_sessions, duplicate_session, lock_sessions, place_sessions
from eventkit.services.sessions import add_session
from eventkit.ui.dates import short_day
from eventkit.ui.desk import Desk
from eventkit.ui.errands import show_dialog
from eventkit.ui.programme.hours import RoomHours
from eventkit.ui.programme.keys import SNAPS
from eventkit.ui.programme.pushing import PushRest
from eventkit.ui.programme.versions import Versions
from eventkit.ui.settings import remember

if TYPE_CHECKING:
    from eventkit.ui.programme.page import ProgrammePage

NEW_MINUTES = 30


class SessionActions(QObject):
    """The menu and what it does; each thing is one step that undo takes back."""

    def __init__(self, page: "ProgrammePage", desk: Desk) -> None:
        super().__init__(page)
        self._page, self._desk = page, desk
        self.menu = QMenu(page)
        self.menu.aboutToShow.connect(self._fill)

    def show_menu(self, at: QPoint) -> None:
        """Show the menu at a place of the screen."""
        self.menu.popup(at)

    def add(self) -> None:
        """A new session, in the tray; the form opens for its words."""
        programme = self._page.programme
        if programme is None:
            return
        title = self.tr("New session")
        label, state = Label("add_session", title), SessionState.DRAFT
        made = self._desk.write(label, add_session, programme.event.id, title=title, minutes=NEW_MINUTES, state=state)
        if made is not None:
            self._page.open_session(made)

    def duplicate(self, session: Session) -> None:
        """The same once more, without a time."""
        made = self._desk.write(Label("duplicate_session", session.title), duplicate_session, session.id)
        if made is not None:
            self._page.open_session(made)

    def delete(self, sessions: Sequence[Session]) -> None:
        """Delete; nobody is asked, undo brings them back."""
        one = len(sessions) == 1
        label = Label("delete_session", sessions[0].title) if one else Label("delete_sessions", str(len(sessions)))
        self._desk.write(label, delete_sessions, [session.id for session in sessions])

    def push(self, session: Session) -> None:
        """Ask by how much the rest of the day is to be pushed."""
        if self._page.programme is not None and self._page.clashes is not None:
            dialog = PushRest(self._page, self._page.programme, session, self._page.clashes.ground)
            dialog.pushed.connect(self._push)
            show_dialog(dialog)

    def show_versions(self) -> None:
        """The kept versions of the schedule."""
        page = self._page
        if page.programme is not None:
            self._versions = Versions(page, page.grid.theme, self._desk, page.programme, page.now)
            show_dialog(self._versions)

    def show_hours(self) -> None:
        """When the rooms are open, and how long they need between two sessions."""
        if self._page.programme is not None:
            show_dialog(RoomHours(self._page, self._desk, self._page.programme))

    def lock(self, sessions: Sequence[Session]) -> None:
        """Let sessions stay where they are whatever is moved, or let them go again."""
        locked = not all(session.locked for session in sessions)
        self._desk.write(Label("lock_session", sessions[0].title), lock_sessions, [one.id for one in sessions], locked)

    def _push(self, sessions: Sequence[Session]) -> None:
        self._desk.write(Label("push_sessions", str(len(sessions))), place_sessions, sessions)

    def _swap(self, one: Session, other: Session) -> None:
        label = Label("swap_sessions", f"{one.title}, {other.title}")
        self._desk.write(label, place_sessions, swapped(one, other))

    def _fill(self) -> None:
        """The menu for what is chosen now."""
        self.menu.clear()
        chosen = self._page.chosen_sessions()
        timed = [session for session in chosen if session.start is not None and not session.locked]
        one = len(chosen) == 1
        self._add(self.tr("Add a session"), self.add, "Ctrl+Shift+N")
        self.menu.addSeparator()
        self._add(self.tr("Open"), lambda: self._page.open_session(chosen[0]), "Return", on=one)
        self._add(self.tr("Duplicate"), lambda: self.duplicate(chosen[0]), on=one)
        self._copy_menu(chosen)
        self._add(
            self.tr("Swap the two"), lambda: self._swap(timed[0], timed[1]), on=len(timed) == 2 and len(chosen) == 2
        )
        self._add(self.tr("Push the rest …"), lambda: self.push(chosen[0]), on=one and bool(timed))
        self.menu.addSeparator()
        locked = bool(chosen) and all(session.locked for session in chosen)
        self._add(self.tr("Unlock") if locked else self.tr("Lock"), lambda: self.lock(chosen), "L", on=bool(chosen))
        off = [taken_off(session) for session in timed]
        self._add(self.tr("Take off the schedule"), lambda: self._page.place(off), "Del", on=bool(off))
        self._add(self.tr("Delete"), lambda: self.delete(chosen), on=bool(chosen))
        self.menu.addSeparator()
        self._snap_menu()
        self._add(self.tr("Hours of the rooms …"), self.show_hours)

    def _copy_menu(self, chosen: Sequence[Session]) -> None:
        menu = self.menu.addMenu(self.tr("Copy to"))
        menu.setEnabled(False)
        if len(chosen) != 1 or chosen[0].start is None:
            return
        session = chosen[0]
        for day in self._page.shown_days:
            if day != session.day:
                menu.setEnabled(True)
                action = menu.addAction(short_day(day))
                action.triggered.connect(lambda _checked=False, day=day: self._copy(session, day))

    def _copy(self, session: Session, day: date) -> None:
        self._desk.write(Label("copy_session", session.title), duplicate_session, session.id, day=day)

    def _snap_menu(self) -> None:
        menu = self.menu.addMenu(self.tr("Times snap to"))
        group = QActionGroup(menu)
        for minutes in SNAPS:
            action = menu.addAction(self.tr("{minutes} min").format(minutes=minutes))
            action.setCheckable(True)
            action.setChecked(minutes == self._page.grid.snap)
            action.triggered.connect(lambda _checked=False, minutes=minutes: self._snap(minutes))
            group.addAction(action)

    def _snap(self, minutes: int) -> None:
        self._page.grid.snap = self._page.table.snap = minutes
        remember("snap", str(minutes))

    def _add(self, text: str, do: Callable[[], object], key: str = "", *, on: bool = True) -> None:
        """One line; its key works in the programme and not in the menu, so it is only named here."""
        made = QAction(f"{text}\t{QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)}" if key else text)
        made.setParent(self.menu)
        made.setEnabled(on)
        made.triggered.connect(lambda _checked=False: do())
        self.menu.addAction(made)
