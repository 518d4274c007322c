"""Bytes or pasted text to rows of cells: encoding, separator and quotes as they are found."""

import csv
import io
import re
from collections import Counter
from dataclasses import dataclass, field

from eventkit.domain.errors import ImportFileError
from eventkit.domain.imports import ReportRow
from eventkit.domain.text import one_line

MAX_BYTES, MAX_ROWS, MAX_COLUMNS = 20 << 20, 20_000, 200
SEPARATORS = ("\t", ";", ",")
_LOOK = 50
"""So many lines are looked at to find the separator."""
_OPEN = 20
"""A cell of more lines than this was opened by a quote that nobody closed."""
_NAMED = re.compile(r"\Asep=(.)\r?\n", re.IGNORECASE)
_GUARDED = re.compile(r"\A'+[=+\-@]")


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: the line of the file that it begins at, counted from 1, and its cells as plain text on one line."""

    line: int
    cells: tuple[str, ...]

    @property
    def place(self) -> str:
        """The line and what stands there, for a report."""
        told = " ".join(filter(None, self.cells))
        return f"{self.line}: {told[:60]}" if told else str(self.line)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The rows that are not blank. `separator` is empty where each line is one cell, ", " where a space follows it."""

    rows: tuple[TableRow, ...]
    encoding: str
    separator: str
    notes: tuple[ReportRow, ...] = field(default=())

    @property
    def width(self) -> int:
        """The most cells that a row has."""
        return max((len(row.cells) for row in self.rows), default=0)


def read_table(data: bytes) -> Table:
    """The table in a file; raises ImportFileError for one that is too large or holds nothing."""
    if len(data) > MAX_BYTES:
        raise ImportFileError("table_too_big", limit=MAX_BYTES >> 20)
    text, encoding = decoded(data)
    return read_text(text, encoding=encoding)


def read_text(text: str, *, encoding: str = "utf-8") -> Table:
    """The table in a text, as pasted; raises ImportFileError for one that is too large or holds nothing."""
    named = _NAMED.match(text)
    first_line = 2 if named else 1
    text = text[named.end() :] if named else text
    separator = named[1] if named else _separator(text)
    notes = (
        [ReportRow(place="1", code="encoding_guessed", values={"encoding": encoding})] if encoding == "cp1252" else []
    )
    rows = _rows(text, separator, first_line, quoted=True)
    if any(cell.count("\n") > _OPEN for _, cells in rows for cell in cells):
        notes.append(ReportRow(place="1", code="quote_open"))
        rows = _rows(text, separator, first_line, quoted=False)
    cleaned = [TableRow(line, tuple(_plain(cell) for cell in cells)) for line, cells in rows]
    kept = tuple(row for row in cleaned if any(row.cells))
    if not kept:
        raise ImportFileError("table_empty")
    if max(len(row.cells) for row in kept) > MAX_COLUMNS:
        raise ImportFileError("table_too_wide", limit=MAX_COLUMNS)
    spaced = separator == "," and len(re.findall(r",[ \t]", text)) > text.count(",") / 2
    return Table(rows=kept, encoding=encoding, separator=", " if spaced else separator, notes=tuple(notes))


def decoded(data: bytes) -> tuple[str, str]:
    """Text and encoding: by its mark, by its zeros, as UTF-8, else as Windows wrote it in Western Europe."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), encoding
    zeros = data[:2000]
    if zeros.count(0) > len(zeros) // 4:
        encoding = "utf-16-le" if zeros[1::2].count(0) > zeros[::2].count(0) else "utf-16-be"
        return data.decode(encoding, "replace"), encoding
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace"), "cp1252"


def _separator(text: str) -> str:
    """The separator that cuts most of the first lines alike; none where half of them have none."""
    lines = [line for line in text[: 1 << 16].splitlines() if line.strip()][:_LOOK]
    head = "\n".join(lines)
    best, most = "", len(lines) / 2 - 0.5
    for one in SEPARATORS:
        widths = Counter(len(cells) for _, cells in _rows(head, one, 1, quoted=True))
        alike = max((count for width, count in widths.items() if width > 1), default=0)
        if alike > most:
            best, most = one, alike
    return best


def _rows(text: str, separator: str, line: int, *, quoted: bool) -> list[tuple[int, list[str]]]:
    """Each row with its first line; raises ImportFileError for too many."""
    csv.field_size_limit(MAX_BYTES)
    found: list[tuple[int, list[str]]] = []
    reader = csv.reader(
        io.StringIO(text, newline=""),
        delimiter=separator or "\x1f",
        skipinitialspace=separator != "\t",
        quoting=csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE,
    )
    before = 0
    for cells in reader:
        if len(found) == MAX_ROWS:
            raise ImportFileError("table_too_long", limit=MAX_ROWS)
        if cells:
            found.append((line + before, cells))
        before = reader.line_num
    return found


def _plain(cell: str) -> str:
    """A cell on one line; the sign that keeps a spreadsheet from taking it for a formula goes."""
    told = one_line(cell)
    return told[1:] if _GUARDED.match(told) else told
