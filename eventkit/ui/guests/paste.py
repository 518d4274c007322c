"""A list of guests comes in, pasted or from a file: how it is understood, what it would do; then it is taken."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from eventkit.domain.errors import CancelledError, EventKitError
from eventkit.domain.guest_lists import GuestColumn, GuestImport, GuestList
from eventkit.domain.imports import ReportRow
from eventkit.domain.programme import Event
from eventkit.jobs.importing import GuestsSeen, apply_guests, look_at_guests, text_of
from eventkit.services.guest_lists import import_guests
from eventkit.ui.desk import Desk
from eventkit.ui.fonts import BOLD
from eventkit.ui.forms import Ask
from eventkit.ui.jobs import Jobs
from eventkit.ui.parts import GRID, label
from eventkit.ui.rows import Row
from eventkit.ui.rows_view import RowsView
from eventkit.ui.settings import recall, remember
from eventkit.ui.theme import Theme
from eventkit.ui.widgets import scrolled, short_label

WAIT_MS = 150
SHOWN = 100_000
"""A longer text is read in the worker, and not shown."""
TRIED = 2_000
"""Of longer lists it is not said before how many guests are new."""
MOST_COLUMNS = 30


class TakeGuests(Ask):
    """Shows what a list says while it is typed, pasted or mended; takes it as one step."""

    def __init__(
        self, parent: QWidget, theme: Theme, desk: Desk, jobs: Jobs, event: Event, *, text: str, path: Path | None
    ) -> None:
        super().__init__(parent, self.tr("Take a list of guests"), self.tr("Take the list"), width=760)
        self._desk, self._jobs, self._event = desk, jobs, event
        self._ticket: int | None = None
        self._encoding, self._long = "utf-8", ""
        self._seen: GuestsSeen | None = None
        self._columns: tuple[GuestColumn | None, ...] | None = None
        self.text = QPlainTextEdit()
        self.text.setPlaceholderText(self.tr("One name a line, or a table with headings: paste it here."))
        self.text.setTabChangesFocus(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setFixedHeight(132)
        self.boxes: list[QComboBox] = []
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, GRID, 0)
        self._grid.setSpacing(GRID)
        self._grid.setColumnStretch(1, 1)
        self.keep_emails = QCheckBox(self.tr("Keep e-mail addresses (to know people again; they are on no print)"))
        self.effect = label(weight=BOLD, wrap=True)
        self.report = RowsView(theme, self.tr("Report"), choosable=False)
        self._lay_out()
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(WAIT_MS)
        self._wait.timeout.connect(self._look)
        self.text.textChanged.connect(self._begin_anew)
        self.keep_emails.toggled.connect(self._look)
        self._open(text, path)

    def act(self) -> None:
        """Take what was read."""
        if self._seen is None:
            return
        self.action.setEnabled(False)
        listed = self._seen.listed
        done = self._desk.attempt(lambda: apply_guests(self._desk.open_kit, self._event, listed))
        if done is None:
            self.reject()
            return
        remember(self._memory(self._seen), ",".join("" if one is None else one.value for one in self._seen.columns))
        self._desk.tell(done[1])
        self.accept()

    def reject(self) -> None:
        """Stop reading, and close; the kit stays as it is."""
        self._stop()
        super().reject()

    def _lay_out(self) -> None:
        told = label(self.tr("List"), weight=BOLD)
        told.setBuddy(self.text)
        self.text.setAccessibleName(self.tr("List"))
        self._source = short_label(kind="muted", size=0.9)
        head = QHBoxLayout()
        head.addWidget(told)
        head.addWidget(self._source, 1)
        inside = QWidget()
        inside.setLayout(self._grid)
        self._mapping: QScrollArea = scrolled(inside)
        self._mapping.setFixedHeight(124)
        self._below = QWidget()
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(2 * GRID)
        below.addWidget(label(self.tr("What its columns hold"), weight=BOLD))
        below.addWidget(self._mapping)
        below.addWidget(self.keep_emails)
        below.addWidget(self.effect)
        self.report.setFixedHeight(140)
        self.column.addLayout(head)
        self.column.addWidget(self.text)
        self.column.addSpacing(GRID)
        self.column.addWidget(self._below)
        self.column.addWidget(self.report)

    def _open(self, text: str, path: Path | None) -> None:
        """Begin with what was pasted, or with what a file says."""
        if path is not None:
            self._source.setText(path.name)
            try:
                text, self._encoding = text_of(path)
            except EventKitError as error:
                self._refuse(error)
                return
        if len(text) > SHOWN:
            self._long = text
            self.text.hide()
        else:
            self.text.blockSignals(True)
            self.text.setPlainText(text)
            self.text.blockSignals(False)
        self._look()

    def _begin_anew(self) -> None:
        self._columns = None
        self._wait.start()

    def _stop(self) -> None:
        if self._ticket is not None:
            self._jobs.cancel(self._ticket)
            self._ticket = None

    def _look(self) -> None:
        """Read the list: a short one at once, a long one in the worker."""
        self._wait.stop()
        self._stop()
        text = self._long or self.text.toPlainText()
        wanted = (text, self._encoding, self._columns, self.keep_emails.isChecked())
        if not text.strip():
            self._show_none("")
        elif self._long:
            self._show_none("")
            self.effect.setText(self.tr("Reading …"))
            self._ticket = self._jobs.start("look_at_guests", *wanted, done=self._show, failed=self._refuse)
        else:
            try:
                seen = look_at_guests(*wanted)
            except EventKitError as error:
                self._refuse(error)
            else:
                self._show(seen)

    def _refuse(self, error: EventKitError) -> None:
        self._ticket = None
        if not isinstance(error, CancelledError):
            self._show_none(self._desk.say_error(error))

    def _show_none(self, why: str) -> None:
        self._seen = None
        self.refuse(why) if why else self.problem.hide()
        self._below.setVisible(bool(self._long))
        self.report.hide()
        self.action.setEnabled(False)
        self.adjustSize()

    def _show(self, seen: GuestsSeen) -> None:
        """What the list says, and what it would do."""
        self._ticket = None
        if self._columns is None:
            known = _columns_of(recall(self._memory(seen)))
            if len(known) == len(seen.columns) and known != seen.columns:
                self._columns = known
                self._look()
                return
        other = self._seen is None or self._seen.headings != seen.headings or self._seen.examples != seen.examples
        self._seen = seen
        self.problem.hide()
        if other or self._columns is None:
            self._show_columns(seen)
        result = self._try(seen.listed)
        rows = self._report_rows(seen.listed, result)
        self.report.show_rows(rows)
        self.report.setVisible(bool(rows))
        self.effect.setText(self._say_effect(seen.listed, result))
        self._below.show()
        self.action.setEnabled(bool(seen.listed.guests))
        self.adjustSize()

    def _try(self, listed: GuestList) -> GuestImport | None:
        """What taking the list would do; not asked of a very long one."""
        if len(listed.guests) > TRIED:
            return None
        return self._desk.attempt(lambda: self._desk.open_kit.preview(import_guests, self._event.id, listed.guests))

    def _say_effect(self, listed: GuestList, result: GuestImport | None) -> str:
        if not listed.guests:
            return self.tr("No column holds names yet. Choose the one that does.")
        told = self.tr("%n guest(s)", "", len(listed.guests))
        if result is None:
            return told
        if not result.created and not result.updated:
            return self.tr("{guests}: the list has nothing new.").format(guests=told)
        parts = (
            (result.created, self.tr("%n new", "", result.created)),
            (result.updated, self.tr("%n changed", "", result.updated)),
            (result.unchanged, self.tr("%n as they were", "", result.unchanged)),
        )
        return f"{told}: {', '.join(text for count, text in parts if count)}"

    def _report_rows(self, listed: GuestList, result: GuestImport | None) -> list[Row]:
        kept = () if result is None else result.kept
        told: Sequence[tuple[ReportRow, str, str]] = (
            *((row, "warning", "warn") for row in (*listed.skipped, *kept)),
            *((row, "document", "") for row in listed.notes),
        )
        return [
            Row(
                key=number,
                title=self._sentence(row),
                meta=self.tr("Line {place}").format(place=row.place),
                drawing=drawing,
                tone=tone,
                whole=True,
            )
            for number, (row, drawing, tone) in enumerate(told[:200])
        ]

    def _sentence(self, row: ReportRow) -> str:
        values = dict(row.values)
        if "field" in values:
            values["field"] = self._desk.words.say("cli", f"field_{values['field']}")
        told = self._desk.words.say("report", row.code, **values)
        return told[:1].upper() + told[1:]

    def _show_columns(self, seen: GuestsSeen) -> None:
        """One line for each column: its heading, what stands in it, what it is taken for."""
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        self.boxes = []
        for number in range(min(len(seen.columns), MOST_COLUMNS)):
            heading = seen.headings[number] or self.tr("Column {number}").format(number=number + 1)
            box = QComboBox()
            box.setAccessibleName(self.tr("What “{heading}” holds").format(heading=heading))
            box.addItem(self.tr("left out"), None)
            for column, text in self._meanings():
                box.addItem(text, column)
            box.setCurrentIndex(max(0, box.findData(seen.columns[number])))
            box.currentIndexChanged.connect(self._choose_columns)
            self.boxes.append(box)
            self._grid.addWidget(short_label(heading), number, 0)
            self._grid.addWidget(short_label(seen.examples[number], kind="muted", size=0.9), number, 1)
            self._grid.addWidget(box, number, 2)
        self._grid.setRowStretch(MOST_COLUMNS, 1)

    def _choose_columns(self) -> None:
        assert self._seen is not None  # noqa: S101 - there are no boxes before
        chosen = [box.currentData() for box in self.boxes]
        rest = [None] * (len(self._seen.columns) - len(chosen))
        self._columns = tuple(None if one is None else GuestColumn(one) for one in (*chosen, *rest))
        self._look()

    def _meanings(self) -> tuple[tuple[GuestColumn, str], ...]:
        return (
            (GuestColumn.NAME, self.tr("name")),
            (GuestColumn.GIVEN_NAME, self.tr("given name")),
            (GuestColumn.FAMILY_NAME, self.tr("family name")),
            (GuestColumn.EMAIL, self.tr("e-mail")),
            (GuestColumn.TICKET, self.tr("ticket")),
            (GuestColumn.PRONOUNS, self.tr("pronouns")),
            (GuestColumn.AFFILIATION, self.tr("affiliation")),
            (GuestColumn.FIRST_TIME, self.tr("first time")),
            (GuestColumn.PHOTO, self.tr("photos")),
            (GuestColumn.NOTE, self.tr("note")),
        )

    def _memory(self, seen: GuestsSeen) -> str:
        """Under which name the columns of such a list are remembered; only headings are, never what stands below."""
        told = "\n".join(seen.headings)
        return f"columns/{hashlib.sha256(told.encode()).hexdigest()[:16]}" if told.strip() else "columns/none"


def _columns_of(told: str) -> tuple[GuestColumn | None, ...]:
    known = set(GuestColumn)
    return tuple(GuestColumn(one) if one in known else None for one in told.split(",")) if told else ()
