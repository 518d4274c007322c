"""The guests of an event: who is expected, who came, and the day on which all of them are deleted."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from eventkit.domain.guests import Guest, GuestCounts, GuestFilter, deletion_day
from eventkit.domain.history import Label
from eventkit.domain.programme import Programme
from eventkit.services.guests import (
    add_guest,
    check_in_guests,
    check_out_guests,
    delete_guests,
    edit_guest,
    edit_guests,
    guest_by_id,
    guest_counts,
    guest_ids,
    guests_by_ids,
    purge_guests,
)
from eventkit.ui.dates import dated
from eventkit.ui.desk import Desk
from eventkit.ui.fonts import BOLD
from eventkit.ui.guests.edit import EditGuest, EditGuests
from eventkit.ui.guests.paste import TakeGuests
from eventkit.ui.guests.table import COLUMNS, GuestsTable
from eventkit.ui.jobs import Jobs
from eventkit.ui.parts import GRID, button, label
from eventkit.ui.theme import Theme
from eventkit.ui.widgets import empty

WAIT_MS = 60


class GuestsPage(QWidget):
    """The list of one event's guests, what can be done to it, and when it goes; `now` is the clock."""

    file_wanted = Signal()

    def __init__(self, theme: Theme, desk: Desk, jobs: Jobs, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._theme, self._desk, self._jobs, self._now = theme, desk, jobs, now
        self._event: Programme | None = None
        self._counts = GuestCounts()
        self.setAcceptDrops(True)
        self.table = GuestsTable(theme, lambda ids: desk.read(guests_by_ids, ids))
        self.add_button = button(self.tr("Add a guest …"), drawing="new")
        self.file_button = button(self.tr("From a file …"), drawing="import")
        self.paste_button = button(self.tr("Paste a list …"), kind="primary", drawing="list")
        self.buttons = (self.add_button, self.file_button, self.paste_button)
        self.first_paste = button(self.tr("Paste a list …"), kind="primary", drawing="list")
        self._nothing = empty(
            "guests",
            self.tr(
                "Guests stand here: for badges and for the door. Paste their names from a meeting platform, a ticket"
                " shop or a spreadsheet, or drop a file here."
            ),
            self.first_paste,
        )
        self._none_found = empty("search", self.tr("No guest is as you asked for."))
        self._views = QStackedWidget()
        for view in (self.table, self._none_found, self._nothing):
            self._views.addWidget(view)
        self._tools, self._foot = self._make_tools(), self._make_foot()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(3 * GRID)
        whole.addWidget(self._tools)
        whole.addWidget(self._views, 1)
        whole.addWidget(self._foot)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(WAIT_MS)
        self._wait.timeout.connect(self._list)
        self._join()

    def show_event(self, told: Programme, changed: bool = False) -> None:  # noqa: FBT001, FBT002 - as every leaf is filled
        """Show the guests of an event; what was chosen stays so."""
        del changed
        if self._event is None or self._event.event.id != told.event.id:
            self.sought.clear()
            self.only.setCurrentIndex(0)
        self._event = told
        self._list()

    def begin(self) -> None:
        """Put the keyboard where one looks for a name, or where a list comes in."""
        (self.sought if self._counts.all else self.first_paste).setFocus()

    def show_guest(self, guest_id: int) -> None:
        """Bring a guest into view."""
        self.sought.clear()
        self.only.setCurrentIndex(0)
        self._list()
        if self.table.choose(guest_id):
            self.table.setFocus()

    def take(self, *, text: str = "", path: Path | None = None) -> None:
        """Show what a list says, and take it."""
        if self._event is not None:
            self._ask(TakeGuests(self, self._theme, self._desk, self._jobs, self._event.event, text=text, path=path))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From the search, Down and Enter go into the list."""
        keys = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if self.sought.hasFocus() and event.key() in keys and self.table.records.ids:
            self.table.choose(self.table.records.ids[0])
            self.table.setFocus()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file may be a list."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """The first file is taken for a list of guests."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        QTimer.singleShot(0, self, lambda: self.take(path=paths[0]) if paths else None)

    def _make_tools(self) -> QWidget:
        self.sought = QLineEdit()
        self.sought.setPlaceholderText(self.tr("Find a guest …"))
        self.sought.setAccessibleName(self.tr("Find a guest"))
        self.sought.setClearButtonEnabled(True)
        self.sought.setMinimumWidth(200)
        self.sought.setMaximumWidth(280)
        self.only = QComboBox()
        self.only.setAccessibleName(self.tr("Which guests"))
        for which, text in (
            (GuestFilter.ALL, self.tr("All guests")),
            (GuestFilter.EXPECTED, self.tr("Not here yet")),
            (GuestFilter.CHECKED_IN, self.tr("Here")),
            (GuestFilter.FIRST_TIME, self.tr("Here for the first time")),
            (GuestFilter.NO_PHOTO, self.tr("No photos, or ask first")),
        ):
            self.only.addItem(text, which)
        self.here = button(self.tr("Is here"), drawing="done")
        self.edit = button(self.tr("Edit …"))
        self.copy = button(self.tr("Copy"))
        self.delete = button(self.tr("Delete"))
        row = _row()
        for part in (self.sought, self.only):
            row.addWidget(part)
        row.addStretch(1)
        for press in (self.here, self.edit, self.copy, self.delete):
            row.addWidget(press)
        return _holder(row)

    def _make_foot(self) -> QWidget:
        self.counted = label(size=0.9, weight=BOLD)
        self.until = label(kind="muted", size=0.9, wrap=True)
        self.purge = button(self.tr("Delete them now"))
        row = _row()
        row.addWidget(self.counted)
        row.addWidget(self.until, 1)
        row.addWidget(self.purge)
        return _holder(row)

    def _join(self) -> None:
        self.sought.textChanged.connect(self._look_soon)
        self.only.currentIndexChanged.connect(self._list)
        self.add_button.clicked.connect(self._add)
        self.file_button.clicked.connect(self.file_wanted)
        for press in (self.paste_button, self.first_paste):
            press.clicked.connect(self._paste)
        self.table.pasted.connect(lambda text: self.take(text=text))
        self.table.sorted.connect(lambda *_: self._list())
        self.table.selected.connect(self._allow)
        self.table.opened.connect(lambda key: self._edit([key]))
        self.table.marked.connect(self._mark)
        self.table.delete_wanted.connect(self._delete)
        self.here.clicked.connect(lambda: self._mark(self.table.selected_ids()))
        self.edit.clicked.connect(lambda: self._edit(self.table.selected_ids()))
        self.copy.clicked.connect(self.table.copy)
        self.delete.clicked.connect(lambda: self._delete(self.table.selected_ids()))
        self.purge.clicked.connect(self._purge)

    def _look_soon(self) -> None:
        self._wait.start()

    def _paste(self) -> None:
        self.take()

    def _list(self) -> None:
        """Read the list anew."""
        self._wait.stop()
        if self._event is None:
            return
        event_id = self._event.event.id
        head = self.table.horizontalHeader()
        ids = self._desk.read(
            guest_ids,
            event_id,
            text=self.sought.text(),
            only=self.only.currentData(),
            sort=COLUMNS[head.sortIndicatorSection()],
            descending=head.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder,
        )
        self._counts = self._desk.read(
            guest_counts, event_id, today=self._now().astimezone(self._event.event.tz).date()
        )
        self.table.show_ids(ids)
        there = self._counts.all > 0
        self._views.setCurrentWidget(self.table if ids else self._none_found if there else self._nothing)
        self._tools.setVisible(there)
        self._foot.setVisible(there)
        self.counted.setText(self._say_counts(len(ids)))
        self._say_until()
        self._allow()

    def _say_counts(self, shown: int) -> str:
        told = [self.tr("%n guest(s)", "", self._counts.all)]
        if shown != self._counts.all:
            told = [self.tr("{shown} of {all} guests").format(shown=shown, all=self._counts.all)]
        if self._counts.checked_in:
            told.append(self.tr("%n here", "", self._counts.checked_in))
        if self._counts.first_time:
            told.append(self.tr("%n for the first time", "", self._counts.first_time))
        return " · ".join(told)

    def _say_until(self) -> None:
        """When the list goes."""
        assert self._event is not None  # noqa: S101 - called once there is one
        first = self.table.records.record(0) if self.table.records.ids else None
        sessions = [one.end for one in self._event.public_sessions if one.end is not None]
        event = self._event.event
        day = deletion_day(event.end or max(sessions, default=event.start)) if first is None else first.delete_on
        self.purge.setVisible(self._counts.due > 0)
        if self._counts.due:
            told = self.tr(
                "%n guest(s) should be gone by now: lists are kept for 30 days after an event.", "", self._counts.due
            )
        elif day is None:
            told = self.tr("The list is to be deleted 30 days after the event; it has no date yet.")
        else:
            told = self.tr("The list is to be deleted on {day}, 30 days after the event.").format(day=dated(day))
        self.until.setText(told)

    def _allow(self) -> None:
        chosen = self.table.selected_ids()
        for press in (self.here, self.edit, self.copy, self.delete):
            press.setEnabled(bool(chosen))
        all_here = bool(chosen) and len(chosen) < 200 and all(one.checked_in for one in self._guests(chosen))
        self.here.setText(self.tr("Is not here") if all_here else self.tr("Is here"))
        self.here.setAccessibleName(self.here.text())

    def _guests(self, ids: Sequence[int]) -> Sequence[Guest]:
        return self._desk.read(guests_by_ids, ids)

    def _subject(self, ids: Sequence[int]) -> str:
        """What a step is done to: a name, or how many."""
        if len(ids) == 1:
            return self._desk.read(guest_by_id, ids[0]).name
        return self.tr("%n guest(s)", "", len(ids))

    def _mark(self, ids: list[int]) -> None:
        """They came; where all of them had come already, they had not."""
        expected = [one.id for one in self._guests(ids) if one.checked_in is None]
        if expected:
            self._desk.write(
                Label("check_in_guests", self._subject(expected)), check_in_guests, expected, at=self._now()
            )
        else:
            self._desk.write(Label("check_out_guests", self._subject(ids)), check_out_guests, ids)

    def _delete(self, ids: list[int]) -> None:
        self._desk.write(Label("delete_guests", self._subject(ids)), delete_guests, ids)

    def _purge(self) -> None:
        if self._event is not None:
            event = self._event.event
            today = self._now().astimezone(event.tz).date()
            self._desk.write(Label("purge_guests", event.title), purge_guests, event.id, today=today)

    def _add(self) -> None:
        if self._event is None:
            return
        event_id = self._event.event.id
        ask = EditGuest(self, self.tr("Add a guest"), self.tr("Add"))

        def add() -> None:
            fields = ask.fields()
            done = self._desk.write(Label("add_guest", fields["name"]), add_guest, event_id, **fields)
            if done is not None:
                self.show_guest(done.id)

        ask.accepted.connect(add)
        self._ask(ask)

    def _edit(self, ids: Sequence[int]) -> None:
        if len(ids) != 1:
            several = EditGuests(self, self.tr("Edit %n guest(s)", "", len(ids)))
            several.accepted.connect(
                lambda: self._desk.write(Label("edit_guests", str(len(ids))), edit_guests, ids, **several.fields())
            )
            self._ask(several)
            return
        guest = self._desk.read(guest_by_id, ids[0])
        ask = EditGuest(self, self.tr("Edit a guest"), self.tr("Keep"), guest)
        ask.accepted.connect(
            lambda: self._desk.write(Label("edit_guest", ask.fields()["name"]), edit_guest, guest.id, **ask.fields())
        )
        self._ask(ask)

    def _ask(self, dialog: EditGuest | EditGuests | TakeGuests) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _row() -> QHBoxLayout:
    made = QHBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(2 * GRID)
    return made


def _holder(row: QHBoxLayout) -> QWidget:
    made = QWidget()
    made.setLayout(row)
    return made
