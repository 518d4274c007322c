"""An event's prints and calendars: choose, see the real pages, make the files."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, QTemporaryDir, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QPixmap
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from eventkit.domain.errors import CancelledError, EventKitError
from eventkit.domain.findings import Finding, Severity
from eventkit.domain.programme import Programme
from eventkit.jobs.documents import document_kinds
from eventkit.jobs.exporting import CALENDARS, EVENT, PAPERS, ExportReport, MadeFile, finish_export, plan_export
from eventkit.jobs.words import languages
from eventkit.ui.desk import Desk
from eventkit.ui.export.card import ExportCard
from eventkit.ui.export.pages_view import DOTS, TALL
from eventkit.ui.fonts import BOLD
from eventkit.ui.jobs import Jobs
from eventkit.ui.parts import GRID, button, card, label
from eventkit.ui.rows import Row
from eventkit.ui.rows_view import RowsView
from eventkit.ui.settings import PAPER_NAMES, recall, remember
from eventkit.ui.theme import Theme
from eventkit.ui.widgets import scrolled, short_label

SIDE = 312
MOST_PAGES = 24
LANGUAGE_NAMES = {"en": "English", "de": "Deutsch"}


class ExportPage(QWidget):
    """Shows what an export would make and makes it; `made` counts the files, `pictured` follows new pages."""

    made = Signal(int)
    pictured = Signal()

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        jobs: Jobs,
        choose_folder: Callable[[Path], Path | None],
        now: Callable[[], datetime],
    ) -> None:
        super().__init__()
        self._desk, self._jobs, self._choose_folder, self._now = desk, jobs, choose_folder, now
        self._slug = ""
        self._ticket: int | None = None
        self._preview: int | None = None
        self._folder = QTemporaryDir()
        self.cards = [*self._calendar_cards(theme), *self._document_cards(theme)]
        column = QVBoxLayout()
        column.setSpacing(3 * GRID)
        column.setContentsMargins(0, 0, 0, 0)
        calendars = QHBoxLayout()
        calendars.setSpacing(3 * GRID)
        column.addLayout(calendars)
        for one in self.cards:
            one.toggled.connect(self._allow)
            if one.strip is None:
                calendars.addWidget(one, 1)
            else:
                column.addWidget(one)
        column.addStretch(1)
        side = QVBoxLayout()
        side.setSpacing(3 * GRID)
        side.addWidget(self._options())
        side.addWidget(self._progress_card())
        side.addWidget(self._done_card(theme))
        side.addWidget(self._findings_card(theme))
        side.addStretch(1)
        right = QWidget()
        right.setFixedWidth(SIDE)
        right.setLayout(side)
        side.setContentsMargins(0, 0, 0, 0)
        body = QWidget()
        both = QHBoxLayout(body)
        both.setContentsMargins(2 * GRID * self.isRightToLeft(), 0, 2 * GRID * (not self.isRightToLeft()), 0)
        both.setSpacing(4 * GRID)
        both.addLayout(column, 1)
        both.addWidget(right)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(body))

    def show_event(self, programme: Programme, *, changed: bool = False) -> None:
        """Show an event's prints; they are made again only for another event or after a change."""
        self._recall()
        other = programme.event.slug != self._slug
        self._slug = programme.event.slug
        if other:
            self._done.hide()
            self._where.setText(str(self.folder))
            for one in self.cards:
                one.show_pages((), 0)
        if other or changed:
            self.preview()

    @property
    def folder(self) -> Path:
        """Where the files go."""
        told = recall(f"folders/{self._desk.open_kit.uuid}/{self._slug}")
        return Path(told) if told else self._desk.open_kit.path.absolute().parent / self._slug

    def chosen(self) -> list[str]:
        """The ids that are ticked."""
        return [one.export_id for one in self.cards if one.tick.isChecked()]

    def preview(self) -> None:
        """Make all prints beside, and show their pages."""
        if self._preview is not None:
            self._jobs.cancel(self._preview)
        documents = [one.export_id for one in self.cards if one.export_id not in CALENDARS]
        out = Path(self._folder.filePath(self._slug))
        plan = self._desk.attempt(
            lambda: plan_export(
                self._desk.open_kit,
                self._slug,
                out,
                only=documents,
                paper=self.paper,
                language=self.language,
                now=self._now(),
            )
        )
        if plan is None:
            return
        for one in self.cards:
            one.state.setText(self.tr("making pages …") if one.strip is not None else "")
        self._preview = self._jobs.start("make_files", plan, done=self._picture, failed=self._no_preview)

    def make(self) -> None:
        """Make what is ticked, into the folder."""
        plan = self._desk.attempt(
            lambda: plan_export(
                self._desk.open_kit,
                self._slug,
                self.folder,
                only=self.chosen(),
                paper=self.paper,
                language=self.language,
                now=self._now(),
            )
        )
        if plan is None:
            return
        if self._preview is not None:
            self._jobs.cancel(self._preview)
            self._preview = None

        def done(report: ExportReport) -> None:
            self._desk.attempt(lambda: finish_export(self._desk.open_kit, plan))
            self._end()
            self._show_made(report)

        self._begin()
        self._ticket = self._jobs.start("make_files", plan, done=done, failed=self._fail, progress=self._tell_progress)

    @property
    def paper(self) -> str:
        """The paper that is chosen."""
        return str(self.paper_box.currentData())

    @property
    def language(self) -> str:
        """The language that prints speak."""
        return str(self.language_box.currentData())

    def stop(self) -> None:
        """Stop what is under way; nobody looks at it any more."""
        for ticket in (self._ticket, self._preview):
            if ticket is not None:
                self._jobs.cancel(ticket)
        self._preview = None
        self._end()

    def _calendar_cards(self, theme: Theme) -> list[ExportCard]:
        told = {
            EVENT: (self.tr("Calendar entry"), self.tr("event.ics: one entry to send to those who come.")),
        }
        other = (
            self.tr("Calendar of all sessions"),
            self.tr("schedule.ics: each session with room and people, for phones."),
        )
        return [
            ExportCard(theme, name, told.get(name, other)[0], told.get(name, other)[1], pages=False)
            for name in CALENDARS
        ]

    def _document_cards(self, theme: Theme) -> list[ExportCard]:
        told = {
            "flyer": self.tr("One page for the door, the shop window, the notice board."),
            "programme_sheet": self.tr("The whole programme, on as many pages as it takes."),
            "badge": self.tr("Four to a sheet with cut marks: speakers, crew, guests, and blank ones."),
        }
        words = self._desk.words
        return [
            ExportCard(theme, kind.id, words.say("print", kind.title), told.get(kind.id, ""), pages=True)
            for kind in document_kinds()
        ]

    def _recall(self) -> None:
        """Paper and language as they were chosen last, here or in the settings."""
        for box, setting in ((self.paper_box, "paper"), (self.language_box, "print_language")):
            with QSignalBlocker(box):
                box.setCurrentIndex(max(0, box.findData(recall(setting))))

    def _options(self) -> QFrame:
        frame, layout = card()
        self.paper_box, self.language_box = QComboBox(), QComboBox()
        for paper in PAPERS:
            self.paper_box.addItem(PAPER_NAMES.get(paper, paper), paper)
        for language in languages():
            self.language_box.addItem(LANGUAGE_NAMES.get(language, language), language)
        for box, setting, name in (
            (self.paper_box, "paper", self.tr("Paper")),
            (self.language_box, "print_language", self.tr("Language of the prints")),
        ):
            box.setAccessibleName(name)
            box.currentIndexChanged.connect(lambda _n, box=box, setting=setting: self._choose(setting, box))
            told = label(name, kind="muted", size=0.9)
            told.setBuddy(box)
            layout.addWidget(told)
            layout.addWidget(box)
        layout.addSpacing(GRID)
        where = QHBoxLayout()
        where.addWidget(label(self.tr("Folder"), kind="muted", size=0.9))
        where.addStretch(1)
        self.change_folder = button(self.tr("Change …"), kind="link", name=self.tr("Choose the folder"))
        self.change_folder.clicked.connect(self._change_folder)
        where.addWidget(self.change_folder)
        layout.addLayout(where)
        self._where = short_label()
        layout.addWidget(self._where)
        layout.addSpacing(GRID)
        self.make_button = button(self.tr("Make the files"), kind="primary", drawing="export")
        self.make_button.clicked.connect(self.make)
        layout.addWidget(self.make_button)
        return frame

    def _progress_card(self) -> QFrame:
        self.under_way, layout = card()
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("Progress"))
        self._so_far = label()
        self.cancel = button(self.tr("Cancel"))
        self.cancel.clicked.connect(self._cancel)
        layout.addWidget(self._so_far)
        layout.addWidget(self._progress)
        layout.addWidget(self.cancel)
        self.under_way.hide()
        return self.under_way

    def _done_card(self, theme: Theme) -> QFrame:
        self._done, layout = card()
        self._done_title = label(size=1.15, weight=BOLD)
        self.files = RowsView(theme, self.tr("Files"), unrolled=True)
        self.files.chosen.connect(_show_file)
        self.open_folder = button(self.tr("Open the folder"), drawing="open")
        self.open_folder.clicked.connect(lambda: _show_file(self.folder))
        layout.addWidget(self._done_title)
        layout.addWidget(self.files)
        layout.addWidget(self.open_folder)
        self._done.hide()
        return self._done

    def _findings_card(self, theme: Theme) -> QFrame:
        self._look, layout = card()
        self._look_title = label(size=1.15, weight=BOLD)
        self.findings = RowsView(theme, self.tr("Findings"), choosable=False, unrolled=True)
        layout.addWidget(self._look_title)
        layout.addWidget(self.findings)
        self._look.hide()
        return self._look

    def _choose(self, setting: str, box: QComboBox) -> None:
        remember(setting, str(box.currentData()))
        self.preview()

    def _change_folder(self) -> None:
        chosen = self._choose_folder(self.folder)
        if chosen is not None:
            remember(f"folders/{self._desk.open_kit.uuid}/{self._slug}", str(chosen))
            self._where.setText(str(chosen))

    def _allow(self) -> None:
        self.make_button.setEnabled(bool(self.chosen()) and self._ticket is None)

    def _picture(self, report: ExportReport) -> None:
        """Ask for pictures of the pages, and show what deserves a look."""
        self._preview = None
        self._show_findings(report.all_findings)
        for one in self.cards:
            files = [file for file in report.files if file.id == one.export_id and file.pages]
            if one.strip is None:
                continue
            one.show_pages((), 0)
            for file in files:
                self._ask_pictures(one, file)

    def _ask_pictures(self, one: ExportCard, file: MadeFile) -> None:
        def done(pictures: Sequence[bytes]) -> None:
            self._show_pages(one, file, pictures)

        def failed(error: EventKitError) -> None:
            del error
            one.state.setText("")

        self._jobs.start("thumbnails", file.path, TALL * DOTS, MOST_PAGES, done=done, failed=failed)

    def _show_pages(self, one: ExportCard, file: MadeFile, pictures: Sequence[bytes]) -> None:
        pages = []
        for number, data in enumerate(pictures, start=1):
            picture = QPixmap()
            picture.loadFromData(data)
            name = self.tr("Page {number} of {pages}").format(number=number, pages=file.pages)
            pages.append((name, picture))
        one.show_pages(pages, file.pages - len(pages))
        self.pictured.emit()

    def _no_preview(self, error: EventKitError) -> None:
        if isinstance(error, CancelledError):
            return
        self._preview = None
        for one in self.cards:
            one.state.setText("")
        self._desk.failed.emit(self._desk.say_error(error))

    def _begin(self) -> None:
        self._done.hide()
        self.under_way.show()
        self._progress.setRange(0, 0)
        self._so_far.setText(self.tr("Making the files …"))
        self.make_button.setEnabled(False)

    def _tell_progress(self, done: int, total: int) -> None:
        self._progress.setRange(0, total)
        self._progress.setValue(done)
        self._so_far.setText(self.tr("Making the files · {done} of {total}").format(done=done, total=total))

    def _cancel(self) -> None:
        if self._ticket is not None:
            self._jobs.cancel(self._ticket)

    def _end(self) -> None:
        self._ticket = None
        self.under_way.hide()
        self._allow()

    def _fail(self, error: EventKitError) -> None:
        self._end()
        self._desk.failed.emit(self._desk.say_error(error))

    def _show_made(self, report: ExportReport) -> None:
        rows = [
            Row(
                key=file.path.name,
                title=file.path.name,
                trail_note=self.tr("%n page(s)", "", file.pages)
                if file.pages
                else self.tr("{size} kB").format(size=-(-file.size // 1024)),
                drawing="document" if file.pages else "events",
                data=file.path,
            )
            for file in report.files
        ]
        self.files.show_rows(rows)
        self._done_title.setText(self.tr("%n file(s) made", "", len(rows)))
        self._done.show()
        self._show_findings(report.all_findings)
        self.made.emit(len(rows))

    def _show_findings(self, findings: Sequence[Finding]) -> None:
        """Each once, with all its places."""
        places: dict[tuple[str, Severity], dict[str, None]] = {}
        for finding in findings:
            told = _sentence(self._desk.words.say("finding", finding.code, **finding.values))
            places.setdefault((told, finding.severity), {})[finding.place] = None
        rows = [
            Row(
                key=told,
                title=told,
                meta=" · ".join(filter(None, found)),
                drawing="document" if severity == Severity.NOTE else "warning",
                tone="" if severity == Severity.NOTE else "warn",
                whole=True,
            )
            for (told, severity), found in places.items()
        ]
        self.findings.show_rows(rows)
        self._look_title.setText(self.tr("%n to look at", "", len(rows)))
        self._look.setVisible(bool(rows))


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _show_file(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
