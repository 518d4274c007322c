"""What the window asks its user for, and then does: kits, events, schedules, copies."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog

from eventkit.domain.errors import EventKitError
from eventkit.domain.history import Label
from eventkit.jobs.resources import backups
from eventkit.jobs.sample import make_sample
from eventkit.services.backup import Copy, copies, restore
from eventkit.services.event_copies import copy_event
from eventkit.services.events import add_chapter, delete_event
from eventkit.services.kit import Kit
from eventkit.services.programme import chapters, event_by_id
from eventkit.ui.desk import Desk
from eventkit.ui.events.new_event import NewEvent, make_event
from eventkit.ui.files import Files
from eventkit.ui.importing import ImportSchedule, Source
from eventkit.ui.jobs import Jobs
from eventkit.ui.kits import SUFFIX, NewKit, RestoreCopy, documents, free_path

if TYPE_CHECKING:
    from eventkit.ui.frame import Frame


class Errands(QObject):
    """Each method asks and acts; `files` asks for files, `event_made` carries the id of an event to show."""

    event_made = Signal(int)

    def __init__(self, frame: "Frame", desk: Desk, jobs: Jobs, now: Callable[[], datetime]) -> None:
        super().__init__(frame)
        self.frame, self.desk, self.jobs, self.now = frame, desk, jobs, now
        self.files = Files(frame)

    def new_kit(self) -> None:
        """Ask for a community, and make a kit for it."""
        ask = NewKit(self.frame, self.files.kit_to_make)

        def make(kit: Kit) -> None:
            name = ask.name.text().strip()
            kit.write(
                Label("add_chapter", name), add_chapter, name=name, zone=ask.zone.zone, city=ask.city.text().strip()
            )

        ask.accepted.connect(lambda: self.desk.create(ask.path, make))
        show_dialog(ask)

    def choose_kit(self) -> None:
        """Ask for a kit, and open it."""
        path = self.files.kit_to_open()
        if path is not None:
            self.desk.open(path)

    def sample_kit(self) -> None:
        """Make a sample kit where the user wants it."""
        path = self.files.kit_to_make(free_path(documents(), self.tr("EventKit sample")))
        if path is not None:
            today = self.now().astimezone().date()
            self.desk.create(path, lambda kit: make_sample(kit, today, language=self.desk.words.language))

    def restore_copy(self) -> None:
        """Ask for a copy and a place, and open what was restored."""
        folder = backups()
        kept = [copy for one in sorted(folder.iterdir()) for copy in copies(one)] if folder.is_dir() else []
        ask = RestoreCopy(self.frame, self.frame.theme, sorted(kept, key=lambda copy: copy.at, reverse=True))
        ask.accepted.connect(lambda: self._restore(ask.copy))
        show_dialog(ask)

    def new_event(self) -> None:
        """Ask for an event, and make it."""
        known = self.desk.read(chapters)
        chapter = known[0] if known else None
        ask = NewEvent(self.frame, chapter, self.now().astimezone().date())

        def make() -> None:
            begin, end = ask.times()
            title = ask.name.text().strip()
            made = self.desk.write(
                Label("add_event", title),
                make_event,
                title=title,
                zone=ask.zone.zone,
                begin=begin,
                end=end,
                place=ask.place.text().strip(),
                chapter_id=None if chapter is None else chapter.id,
            )
            if made is not None:
                self.event_made.emit(made.id)

        ask.accepted.connect(make)
        show_dialog(ask)

    def copy_event(self, event_id: int) -> None:
        """The next event of a kind, as a draft four weeks later."""
        old = self.desk.read(event_by_id, event_id)
        title = self.tr("{title}, again").format(title=old.title)
        made = self.desk.write(Label("copy_event", old.title), copy_event, event_id, title=title, days=28)
        if made is not None:
            self.event_made.emit(made.id)

    def delete_event(self, event_id: int) -> None:
        """An event goes, with all that is of it alone."""
        old = self.desk.read(event_by_id, event_id)
        self.desk.write(Label("delete_event", old.title), delete_event, event_id)

    def choose_schedule(self) -> None:
        """Ask for a schedule, and import it: as a new event, or into the one that it became before."""
        self.choose_schedule_for("")

    def choose_schedule_for(self, slug: str) -> None:
        """Ask for a schedule, and import it into the event of `slug`."""
        path = self.files.schedule()
        if path is not None:
            self.import_schedule(path, slug)

    def import_schedule(self, path: Path, slug: str = "") -> None:
        """Read a schedule, show it, and import it."""
        known = self.desk.read(chapters)
        zone = known[0].zone if known else ""
        ask = ImportSchedule(self.frame, self.desk, self.jobs, Source(path, zone, slug or None))
        ask.accepted.connect(lambda: self.event_made.emit(ask.imported.event_id) if ask.imported else None)
        show_dialog(ask)

    def take_files(self, paths: Sequence[Path]) -> None:
        """A kit is opened, anything else is imported into the open kit."""
        for path in paths[:1]:
            if path.suffix == SUFFIX:
                self.desk.open(path)
            elif self.desk.kit is not None:
                self.import_schedule(path)
            else:
                self.desk.failed.emit(self.tr("Open a kit first; then drop the schedule on it."))

    def _restore(self, copy: Copy | None) -> None:
        to = self.files.kit_to_make(free_path(documents(), self.tr("Restored kit"))) if copy else None
        if copy is None or to is None:
            return
        try:
            restore(copy.path, to)
        except EventKitError as error:
            self.desk.failed.emit(self.desk.say_error(error))
        else:
            self.desk.open(to)


def show_dialog(dialog: QDialog) -> None:
    """Show a dialog over the window without stopping it; it goes when it is closed."""
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
