"""From a file of somebody else's system to the kit: read in the worker, written by the kit's owner."""

import os
from dataclasses import dataclass, replace
from pathlib import Path

from eventkit.domain.errors import ImportFileError
from eventkit.domain.guest_lists import GuestImport, GuestList
from eventkit.domain.history import Change, Label
from eventkit.domain.imports import ImportBatch, ImportHints, ImportResult
from eventkit.domain.programme import Event
from eventkit.formats import schedule, table
from eventkit.jobs.worker import Progress, no_progress
from eventkit.services.guest_lists import import_guests
from eventkit.services.imports import apply_batch
from eventkit.services.kit import Kit

MAX_FILE_BYTES = 50 << 20
MAX_FOLDER_FILES = 200
TABLE = "csv"
TABLE_SUFFIXES = frozenset({".csv", ".tsv", ".txt"})


def read_source(
    path: Path, hints: ImportHints, format_id: str | None = None, *, progress: Progress = no_progress
) -> ImportBatch:
    """What a schedule file (or a folder of them) says; the format is recognised by content unless named.

    Raises ImportFileError when nothing in it can be read.
    """
    files = _bytes_of(path)
    chosen = schedule.recognise(files) if format_id is None else schedule.by_id(format_id)
    return chosen.read(files, replace(hints, name=hints.name or path.stem), progress=progress)


def is_guest_list(path: Path, format_id: str | None = None) -> bool:
    """Whether a file is a table, which names guests: by the format asked for, else by its name and beginning."""
    if format_id is not None:
        return format_id == TABLE
    if path.suffix.lower() not in TABLE_SUFFIXES:
        return False
    return not _read(path)[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"<", b"{", b"["))


def read_guests(
    path: Path,
    keep_emails: bool = False,  # noqa: FBT001, FBT002 - the worker passes arguments by place
    *,
    progress: Progress = no_progress,
) -> GuestList:
    """What a table says of an event's guests; raises ImportFileError when no column holds names."""
    read = table.read_table(_read(path))
    progress(1, 2)
    columns = table.guess_columns(read)
    if not table.NAMES & set(columns):
        raise ImportFileError("table_no_names")
    return table.guest_list(read, columns, keep_emails=keep_emails)


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestsSeen:
    """A list as it is looked at before it is taken.

    `columns` says what each column is taken for, `headings` what stands above it (empty where nothing does),
    `examples` what stands in it first.
    """

    columns: table.Columns
    headings: tuple[str, ...]
    examples: tuple[str, ...]
    listed: GuestList


def look_at_guests(
    text: str,
    encoding: str,
    columns: table.Columns | None,
    keep_emails: bool,  # noqa: FBT001 - the worker passes arguments by place
    *,
    progress: Progress = no_progress,
) -> GuestsSeen:
    """What a text says of guests, with columns as guessed unless given; raises ImportFileError for an empty one."""
    read = table.read_text(text, encoding=encoding)
    progress(1, 2)
    place = table.header_place(read)
    head = () if place is None else read.rows[place].cells
    rows = read.rows[0 if place is None else place + 1 :]
    cells = [[row.cells[number] for row in rows if len(row.cells) > number] for number in range(read.width)]
    chosen = table.guess_columns(read) if columns is None or len(columns) != read.width else columns
    return GuestsSeen(
        columns=chosen,
        headings=tuple(head[number] if number < len(head) else "" for number in range(read.width)),
        examples=tuple(next(filter(None, told), "") for told in cells),
        listed=table.guest_list(read, chosen, keep_emails=keep_emails),
    )


def text_of(path: Path) -> tuple[str, str]:
    """What a file says, and how its letters are written; raises ImportFileError."""
    return table.decoded(_read(path))


def apply_guests(kit: Kit, event: Event, listed: GuestList) -> tuple[GuestImport, Change]:
    """Write a list of guests as one step of the history, after a verified copy of the kit was kept."""
    kit.keep_copy("import")
    return kit.write(Label("import_guests", event.title), import_guests, event.id, listed.guests)


def apply(kit: Kit, batch: ImportBatch, *, event_slug: str | None = None) -> tuple[ImportResult, Change]:
    """Write a batch as one step of the history, after a verified copy of the kit was kept."""
    kit.keep_copy("import")
    return kit.write(Label("import", batch.event.title), apply_batch, batch, event_slug=event_slug)


def _bytes_of(path: Path) -> dict[str, bytes]:
    if path.is_dir():
        found = sorted(child for child in path.iterdir() if child.is_file())
        if len(found) > MAX_FOLDER_FILES:
            raise ImportFileError("import_too_many_files", name=path.name, limit=MAX_FOLDER_FILES)
        return {child.name: _read(child) for child in found if child.suffix.lower() in {".json", ".xml"}}
    return {path.name: _read(path)}


def _read(path: Path) -> bytes:
    try:
        if os.path.getsize(path) > MAX_FILE_BYTES:  # noqa: PTH202 - follows links like the read below
            raise ImportFileError("import_too_big", name=path.name, limit=MAX_FILE_BYTES >> 20)
        with path.open("rb") as file:
            return file.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        raise ImportFileError("import_unreadable", name=path.name, why=error.strerror or str(error)) from error
