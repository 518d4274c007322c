"""The import of a schedule: read in the worker, shown, then written as one step."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from eventkit.domain.errors import CancelledError, EventKitError
from eventkit.domain.imports import ImportBatch, ImportHints, ImportResult, ReportRow, counts
from eventkit.domain.words import Words
from eventkit.jobs.importing import apply
from eventkit.services.imports import apply_batch
from eventkit.ui.desk import Desk
from eventkit.ui.fonts import BOLD
from eventkit.ui.forms import Ask, ZoneField
from eventkit.ui.jobs import Jobs
from eventkit.ui.parts import GRID, label
from eventkit.ui.rows import Row
from eventkit.ui.rows_view import RowsView
from eventkit.ui.widgets import short_label

if TYPE_CHECKING:
    from eventkit.ui.frame import Frame

SHOW_AFTER_MS = 300


@dataclass(frozen=True, slots=True)
class Source:
    """A file to import, the zone to propose where it names none, and the event to import into where that is told."""

    path: Path
    zone: str = ""
    slug: str | None = None


class ImportSchedule(Ask):
    """Reads a file, asks for a zone where the file names none, shows what is in it, and imports it."""

    def __init__(self, frame: "Frame", desk: Desk, jobs: Jobs, source: Source) -> None:
        super().__init__(frame, self.tr("Import {name}").format(name=source.path.name), self.tr("Import"), width=560)
        self._desk, self._jobs, self._source = desk, jobs, source
        self._ticket: int | None = None
        self._batch: ImportBatch | None = None
        self._counts: dict[str, int] = {}
        self.imported: ImportResult | None = None
        self.zone = ZoneField(source.zone)
        self.report = RowsView(frame.theme, self.tr("Report"), choosable=False)
        self._reading, self._asking, self._showing = self._read_view(), self._ask_view(), self._show_view()
        for view in (self._reading, self._asking, self._showing):
            self.column.addWidget(view)
        self._read(ImportHints())

    def act(self) -> None:
        """Read again with a zone, or write what was read."""
        if self._batch is not None:
            self._write(self._batch)
        elif self._asking.isVisibleTo(self):
            if self.zone.zone:
                self.refuse("")
                self._read(ImportHints(zone=self.zone.zone))
            else:
                self.refuse(self.tr("Choose a time zone from the list, for example Europe/Lisbon."), self.zone)
        else:
            self.reject()

    def numbers(self) -> dict[str, int]:
        """What is shown to be in the file."""
        return dict(self._counts)

    def reject(self) -> None:
        """Stop reading, and close; the kit stays as it is."""
        if self._ticket is not None:
            self._jobs.cancel(self._ticket)
            self._ticket = None
        super().reject()

    def _turn(self, front: QWidget) -> None:
        """Show one view, and be as high as it needs."""
        for view in (self._reading, self._asking, self._showing):
            view.setVisible(view is front)
        self.adjustSize()

    def _read_view(self) -> QWidget:
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("Progress"))
        self._progress.setRange(0, 0)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(SHOW_AFTER_MS)
        self._patience.timeout.connect(self._progress.show)
        self._read_so_far = label(self.tr("Reading …"), kind="muted")
        made = QWidget()
        layout = QVBoxLayout(made)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._read_so_far)
        layout.addWidget(self._progress)
        layout.addStretch(1)
        return made

    def _ask_view(self) -> QWidget:
        made = QWidget()
        layout = QVBoxLayout(made)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * GRID)
        told = self.tr("The file does not say in which time zone its times are. Where does the event take place?")
        layout.addWidget(label(told, wrap=True))
        self.zone.setAccessibleName(self.tr("Time zone"))
        layout.addWidget(self.zone)
        layout.addStretch(1)
        return made

    def _show_view(self) -> QWidget:
        made = QWidget()
        layout = QVBoxLayout(made)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * GRID)
        self._event = short_label(size=1.15, weight=BOLD)
        self.effect = label(kind="muted", wrap=True)
        self._tiles = QHBoxLayout()
        self._tiles.setSpacing(2 * GRID)
        self._report_title = label(weight=BOLD)
        self.report.setMinimumHeight(180)
        for part in (self._event, self.effect):
            layout.addWidget(part)
        layout.addLayout(self._tiles)
        layout.addSpacing(GRID)
        layout.addWidget(self._report_title)
        layout.addWidget(self.report, 1)
        return made

    def _read(self, hints: ImportHints) -> None:
        self._turn(self._reading)
        self._progress.hide()
        self._patience.start()
        self.action.setEnabled(False)
        self._ticket = self._jobs.start(
            "read_source", self._source.path, hints, done=self._show, failed=self._refuse, progress=self._tell_progress
        )

    def _tell_progress(self, done: int, total: int) -> None:
        self._progress.setRange(0, total)
        self._progress.setValue(done)
        self._read_so_far.setText(self.tr("Reading … {done} of {total}").format(done=done, total=total))

    def _refuse(self, error: EventKitError) -> None:
        self._ticket = None
        if isinstance(error, CancelledError):
            return
        if error.code == "import_zone_missing":
            self._turn(self._asking)
            self.action.setText(self.tr("Read it"))
            self.action.setEnabled(True)
            self.zone.setFocus()
            return
        self._read_so_far.hide()
        self._progress.setMaximumHeight(0)
        self.refuse(self._desk.say_error(error))
        self.action.hide()
        self.cancel.setText(self.tr("Close"))
        self.cancel.setFocus()

    def _show(self, batch: ImportBatch) -> None:
        """What is in the file, and what it would do to the kit."""
        self._ticket = None
        result = self._desk.attempt(
            lambda: self._desk.open_kit.preview(apply_batch, batch, event_slug=self._source.slug)
        )
        if result is None:
            self.reject()
            return
        self._batch = batch
        told = counts(batch)
        self._event.setText(batch.event.title)
        self._counts = {
            self.tr("session(s)", "", told.sessions): told.sessions,
            self.tr("people", "", told.people): told.people,
            self.tr("room(s)", "", told.rooms): told.rooms,
            self.tr("track(s)", "", told.tracks): told.tracks,
            self.tr("day(s)", "", told.days): told.days,
        }
        for text, number in self._counts.items():
            self._tiles.addWidget(_tile(number, text), 1)
        self.effect.setText(self._say_effect(result))
        rows = report_rows(self._desk.words, batch, result)
        self.report.show_rows(rows)
        self.report.setVisible(bool(rows))
        self._report_title.setText(
            self.tr("%n to know", "", len(rows)) if rows else self.tr("All of it can be taken as it stands.")
        )
        self._turn(self._showing)
        self.action.setText(self.tr("Import") if result.created or result.updated else self.tr("Close"))
        self.action.setEnabled(True)
        self.action.setFocus()

    def _say_effect(self, result: ImportResult) -> str:
        if not result.created and not result.updated:
            return self.tr("The kit has all of this already. Nothing would change.")
        if self._source.slug is not None:
            return self.tr("This goes into the event that is open. One Undo takes all of it back.")
        if not result.updated and not result.unchanged:
            return self.tr("This makes a new event in your kit. One Undo takes all of it back.")
        told = self.tr("This updates an event of your kit: {created} new, {updated} changed, {unchanged} as they were.")
        return told.format(created=result.created, updated=result.updated, unchanged=result.unchanged)

    def _write(self, batch: ImportBatch) -> None:
        self.action.setEnabled(False)
        self.effect.setText(self.tr("Writing …"))
        QTimer.singleShot(0, self, lambda: self._take(batch))

    def _take(self, batch: ImportBatch) -> None:
        done = self._desk.attempt(lambda: apply(self._desk.open_kit, batch, event_slug=self._source.slug))
        if done is None:
            self.reject()
            return
        self.imported, change = done
        self._desk.tell(change)
        self.accept()


def report_rows(words: Words, batch: ImportBatch, result: ImportResult) -> list[Row]:
    """What deserves a look first, what was decided after it."""
    weighty: Sequence[ReportRow] = (*batch.skipped, *result.kept, *result.gone)
    notes: Sequence[ReportRow] = (*batch.notes, *result.notes)
    told: list[tuple[ReportRow, str, str]] = [(row, "warning", "warn") for row in weighty]
    told += [(row, "document", "") for row in notes]
    return [
        Row(
            key=number,
            title=_sentence(words.say("report", row.code, **row.values)),
            meta=row.place,
            drawing=drawing,
            tone=tone,
            whole=True,
        )
        for number, (row, drawing, tone) in enumerate(told)
    ]


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _tile(number: int, text: str) -> QWidget:
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, 2 * GRID, 0, 2 * GRID)
    layout.setSpacing(0)
    layout.addWidget(label(str(number), size=1.5, weight=BOLD))
    layout.addWidget(label(text, kind="muted", size=0.9))
    return made
