"""A table as a list of guests: which column holds what, and what each row says."""

import re
from collections.abc import Callable, Mapping, Sequence

from eventkit.domain.guest_lists import GuestColumn, GuestList, ListedGuest
from eventkit.domain.guests import Photo
from eventkit.domain.imports import ReportRow
from eventkit.domain.text import fold
from eventkit.formats.table.meanings import meaning, photo, yes_or_no
from eventkit.formats.table.reading import Table, TableRow

Columns = tuple[GuestColumn | None, ...]

NAMES = frozenset({GuestColumn.NAME, GuestColumn.GIVEN_NAME, GuestColumn.FAMILY_NAME})
MAX_NAME = 200
_HEADER_WITHIN = 30
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_PLAIN = (GuestColumn.TICKET, GuestColumn.PRONOUNS, GuestColumn.AFFILIATION, GuestColumn.NOTE)


def header_place(table: Table) -> int | None:
    """The place of the row with the headings, below what meeting platforms put above it; None for a table without."""
    for place, row in enumerate(table.rows[:_HEADER_WITHIN]):
        found = {told[0] for told in map(meaning, row.cells) if told is not None}
        if found & NAMES or (place == 0 and found):
            return place
    return None


def guess_columns(table: Table) -> Columns:
    """What each column holds: by its heading, in a table without headings by what stands in it."""
    place = header_place(table)
    found = _by_content(table) if place is None else _by_heading(table.rows[place])
    return tuple(found.get(number) for number in range(table.width))


def guest_list(table: Table, columns: Columns | None = None, *, keep_emails: bool = False) -> GuestList:
    """The guests that a table names; `columns` as guessed where not given.

    Rows without a name, and rows that say the same as another, are told and left out. E-mail addresses tell guests of
    one name apart; they are kept only where that is wanted.
    """
    chosen = guess_columns(table) if columns is None else columns
    place = header_place(table)
    rows = table.rows[0 if place is None else place + 1 :]
    width = table.width if place is None else len(table.rows[place].cells)
    skipped = [ReportRow(place=row.place, code="before_header") for row in table.rows[: place or 0]]
    notes = list(table.notes)
    seen: dict[tuple[str, ...], int] = {}
    guests: list[ListedGuest] = []
    emails = 0
    for row, after in zip(rows, (*rows[1:], None), strict=True):
        fields, why = _fields(row, chosen, notes)
        if (
            not why
            and after is not None
            and _repeats_headings(after, chosen)
            and len(list(filter(None, row.cells))) == 1
        ):
            why = ReportRow(place=row.place, code="before_header")
        why = why or _twice(row, fields, seen)
        if why:
            skipped.append(why)
            continue
        if len(row.cells) > width:
            notes.append(ReportRow(place=row.place, code="row_longer"))
        emails += "email" in fields and not keep_emails
        told = {name: value for name, value in fields.items() if keep_emails or name != "email"}
        guests.append(ListedGuest(place=row.place, fields=told))
    if emails:
        notes.append(ReportRow(place="1", code="emails_withheld", values={"count": str(emails)}))
    return GuestList(guests=tuple(guests), skipped=tuple(skipped), notes=tuple(notes))


def _twice(row: TableRow, fields: Mapping[str, str], seen: dict[tuple[str, ...], int]) -> ReportRow | None:
    """Why a row that says the same as one before is left out."""
    same = tuple(fold(fields.get(name, "")) for name in ("name", "email", "ticket", "affiliation"))
    first = seen.setdefault(same, row.line)
    if first == row.line:
        return None
    return ReportRow(place=row.place, code="guest_twice", values={"line": str(first)})


def _fields(row: TableRow, columns: Columns, notes: list[ReportRow]) -> tuple[dict[str, str], ReportRow | None]:
    """What a row says by the names of a guest's fields, or why it can't be taken."""
    told = {column: cell for column, cell in zip(columns, row.cells, strict=False) if column is not None and cell}
    name = told.get(GuestColumn.NAME, "") or " ".join(
        told[part] for part in (GuestColumn.GIVEN_NAME, GuestColumn.FAMILY_NAME) if part in told
    )
    if not name:
        return {}, ReportRow(place=row.place, code="guest_without_name")
    if len(name) > MAX_NAME:
        return {}, ReportRow(place=row.place, code="guest_name_long", values={"limit": str(MAX_NAME)})
    if _repeats_headings(row, columns):
        return {}, ReportRow(place=row.place, code="headings_again")
    fields = {"name": name, **{column.value: told[column] for column in _PLAIN if column in told}}
    return fields | _answers(row, told, notes), None


def _answers(row: TableRow, told: Mapping[GuestColumn, str], notes: list[ReportRow]) -> dict[str, str]:
    """Addresses and answers by the names of a guest's fields; what can't be understood is told."""
    found: dict[str, str] = {}
    if GuestColumn.EMAIL in told and _EMAIL.fullmatch(told[GuestColumn.EMAIL]):
        found["email"] = told[GuestColumn.EMAIL]
    first = yes_or_no(told.get(GuestColumn.FIRST_TIME, ""))
    wish = photo(told.get(GuestColumn.PHOTO, ""))
    for column, answer in ((GuestColumn.FIRST_TIME, first), (GuestColumn.PHOTO, wish)):
        if answer is None:
            values = {"field": column.value, "answer": told[column][:40]}
            notes.append(ReportRow(place=row.place, code="answer_unknown", values=values))
    if first == "yes":
        found["first_time"] = first
    if wish in (Photo.YES, Photo.NO):
        found["photo"] = wish.value
    return found


def _repeats_headings(row: TableRow, columns: Columns) -> bool:
    """Whether a row is the headings once more, as where a report has several parts."""
    met = [meaning(cell) for column, cell in zip(columns, row.cells, strict=False) if column in NAMES]
    return bool(met) and all(told is not None and told[0] in NAMES for told in met)


def _by_heading(row: TableRow) -> dict[int, GuestColumn]:
    """What the headings say; of two that say the same, the surer one counts."""
    best: dict[GuestColumn, tuple[int, int]] = {}
    for number, cell in enumerate(row.cells):
        told = meaning(cell)
        if told is not None and (told[0] not in best or told[1] < best[told[0]][0]):
            best[told[0]] = (told[1], number)
    found = {number: column for column, (_, number) in best.items()}
    return _names_of(found)


def _names_of(found: dict[int, GuestColumn]) -> dict[int, GuestColumn]:
    """A column headed "name" holds the part of it that no other column holds, and beside both parts all of it."""
    parts = {GuestColumn.GIVEN_NAME, GuestColumn.FAMILY_NAME} & set(found.values())
    if GuestColumn.NAME not in found.values() or not parts:
        return found
    if len(parts) > 1:
        return {number: column for number, column in found.items() if column not in parts}
    other = GuestColumn.FAMILY_NAME if GuestColumn.GIVEN_NAME in parts else GuestColumn.GIVEN_NAME
    return {number: other if column == GuestColumn.NAME else column for number, column in found.items()}


def _by_content(table: Table) -> dict[int, GuestColumn]:
    """Where no headings stand: addresses by their form, names in the first columns of words."""
    found: dict[int, GuestColumn] = {}
    words: list[int] = []
    for number in range(table.width):
        cells = [row.cells[number] for row in table.rows if number < len(row.cells) and row.cells[number]]
        if _most(cells, lambda cell: _EMAIL.fullmatch(cell) is not None):
            found.setdefault(number, GuestColumn.EMAIL)
        elif _most(cells, lambda cell: not any(map(str.isdigit, cell))):
            words.append(number)
    if not words:
        return found
    first, *rest = words
    if not rest:
        return found | {first: GuestColumn.NAME}
    if table.separator == ", " and table.width == 2:  # Lovelace, Ada
        return found | {first: GuestColumn.FAMILY_NAME, rest[0]: GuestColumn.GIVEN_NAME}
    if _most([row.cells[first] for row in table.rows], lambda cell: " " not in cell):
        return found | {first: GuestColumn.GIVEN_NAME, rest[0]: GuestColumn.FAMILY_NAME}
    return found | {first: GuestColumn.NAME, rest[0]: GuestColumn.AFFILIATION}


def _most(cells: Sequence[str], holds: Callable[[str], bool]) -> bool:
    return sum(map(holds, cells)) > len(cells) / 2
