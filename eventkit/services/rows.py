"""The ground of all operations: cleaned values into rows, one row at a time."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from enum import Enum
from itertools import count
from typing import Any
from uuid import UUID, uuid4, uuid5
from zoneinfo import available_timezones

from sqlalchemy import Table, delete, insert, select, update

from eventkit.domain.errors import InvalidError, NotFoundError
from eventkit.domain.programme import Attachment, Link
from eventkit.domain.text import clean, one_line
from eventkit.models.base import Base
from eventkit.models.programme import AttachmentRow, LinkRow, SourceItemRow
from eventkit.services.db import Db

_LONG = frozenset({"abstract", "access", "access_needs", "av_needs", "bio", "description", "note"})
_NEEDED = frozenset({"name", "role", "slug", "title", "zone"})
_COUNTS = frozenset({"capacity", "changeover", "expected", "minutes"})
_COLOR = re.compile(r"(#[0-9a-fA-F]{6})?")
_ZONES = available_timezones()
_NAMESPACE = UUID("6f2f6ba4-7e5d-4b0e-9c1c-3f5a0d8e2b71")


def table(row: type[Base]) -> Table:
    """The row's table."""
    found = row.__table__
    assert isinstance(found, Table)  # noqa: S101 - declarative rows have whole tables
    return found


def new_uuid(db: Db) -> str:
    """A fresh UUID: random, or the next of a seed where `name_uuids` gave one."""
    return str(next(db.info["uuids"]) if "uuids" in db.info else uuid4())


def name_uuids(db: Db, seed: str) -> None:
    """Let equal steps in equal kits make equal UUIDs, until the transaction ends."""
    db.info["uuids"] = (uuid5(_NAMESPACE, f"{seed}/{number}") for number in count())


def named_uuid(*names: str) -> str:
    """The one UUID of these names."""
    return str(uuid5(_NAMESPACE, "/".join(names)))


def uid_of(uuid: str) -> str:
    """The immutable calendar name of what the kit made itself."""
    return f"{uuid}@eventkit"


def cleaned(values: Mapping[str, Any]) -> dict[str, Any]:
    """Values as columns keep them: clean text, on one line where it is short, enums by value.

    Raises InvalidError for an empty title or name, an unknown zone, a colour that is not #rrggbb,
    a negative count and a naive time.
    """
    return {name: _cleaned(name, value) for name, value in values.items()}


def _cleaned(name: str, value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime) and value.tzinfo is None:
        raise InvalidError("naive_time", field=name)
    if name in _COUNTS and value is not None and value < 0:
        raise InvalidError(f"{name}_negative")
    if not isinstance(value, str):
        return value
    text = clean(value).strip() if name in _LONG else one_line(value)
    if name in _NEEDED and not text:
        raise InvalidError(f"{name}_empty")
    if name == "zone" and text not in _ZONES:
        raise InvalidError("zone_unknown", zone=text)
    if name == "color" and not _COLOR.fullmatch(text):
        raise InvalidError("color_unknown", color=text)
    return text


def add_row(db: Db, row: type[Base], **values: Any) -> int:
    """Insert one row and answer its id; raises NotFoundError for a reference to a row that is not there."""
    _require_referred(db, row, values)
    return int(db.execute(insert(table(row)).values(**values).returning(table(row).c.id)).scalar_one())


def insert_rows(db: Db, row: type[Base], rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert many rows at once: all columns that have a default, values as the file keeps them (seconds, ISO days)."""
    if not rows:
        return
    connection = db.connection()
    statement = insert(table(row)).compile(connection, column_keys=list(rows[0]))
    order = statement.positiontup or ()
    connection.exec_driver_sql(str(statement), [tuple(one[name] for name in order) for one in rows])


def edit_row(db: Db, row: type[Base], row_id: int, values: Mapping[str, Any]) -> None:
    """Change one row's columns; raises NotFoundError, also for a reference to a row that is not there."""
    require(db, row, row_id)
    _require_referred(db, row, values)
    if values:
        db.execute(update(table(row)).where(table(row).c.id == row_id).values(**values))


def delete_row(db: Db, row: type[Base], row_id: int) -> None:
    """Delete one row, by cascade what hangs on it; raises NotFoundError.

    Sources remember that it was deleted, so that a newer version of a file does not bring it back.
    """
    require(db, row, row_id)
    said = table(SourceItemRow)
    db.execute(update(said).where(said.c.kind == table(row).name, said.c.item_id == row_id).values(item_id=0))
    db.execute(delete(table(row)).where(table(row).c.id == row_id))


def require(db: Db, row: type[Base], row_id: int) -> None:
    """Raise NotFoundError unless the row exists."""
    _require(db, table(row), row_id)


def _require(db: Db, where: Table, row_id: int) -> None:
    if db.execute(select(where.c.id).where(where.c.id == row_id)).first() is None:
        raise NotFoundError(f"unknown_{where.name}", key=row_id)


def _require_referred(db: Db, row: type[Base], values: Mapping[str, Any]) -> None:
    for name, value in values.items():
        for key in table(row).c[name].foreign_keys if value is not None else ():
            _require(db, key.column.table, value)


def set_links(db: Db, owner: str, owner_id: int, links: Iterable[Link]) -> None:
    """Replace the links of an event, a session or a person; `owner` is its column (session_id ...)."""
    db.execute(delete(table(LinkRow)).where(table(LinkRow).c[owner] == owner_id))
    for position, link in enumerate(links):
        told = {"url": one_line(link.url), "title": one_line(link.title), "kind": one_line(link.kind)}
        add_row(db, LinkRow, **{owner: owner_id}, position=position, **told)


def set_attachments(db: Db, owner: str, owner_id: int, attachments: Iterable[Attachment]) -> None:
    """Replace the attachments of an event, a session or a person."""
    db.execute(delete(table(AttachmentRow)).where(table(AttachmentRow).c[owner] == owner_id))
    for position, one in enumerate(attachments):
        told = cleaned({"url": one.url, "mime": one.mime, "sha256": one.sha256}) | {"title": one_line(one.title)}
        add_row(db, AttachmentRow, **{owner: owner_id}, position=position, **told)


def next_position(db: Db, row: type[Base], event_id: int) -> int:
    """The position after the last one of the event."""
    places = db.execute(select(table(row).c.position).where(table(row).c.event_id == event_id)).scalars()
    return max(places, default=-1) + 1
