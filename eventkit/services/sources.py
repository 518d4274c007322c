"""What the kit remembers of the files it was fed from."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select, update

from eventkit.domain.imports import ImportBatch
from eventkit.domain.merging import Fields, Json
from eventkit.models.programme import EventRow, SourceItemRow, SourceRow
from eventkit.services.db import Db
from eventkit.services.rows import add_row, insert_rows, table

EVENT_KEY = "event"
"""The key of a source's one event item."""


@dataclass(frozen=True, slots=True)
class SaidItem:
    """What a source said last of an item; `item_id` is 0 once the organizer has deleted it."""

    id: int
    item_id: int
    said: str
    gone: bool

    @property
    def fields(self) -> dict[str, Json]:
        """What it said, as fields."""
        told: dict[str, Json] = json.loads(self.said)
        return told


def canonical(fields: Fields) -> str:
    """Fields as JSON in one spelling only, so that equal fields are equal texts."""
    return json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def event_of(db: Db, batch: ImportBatch) -> int | None:
    """The event that an earlier version of the same file became, None when there is none."""
    same = (SourceRow.format == batch.format) & (SourceRow.key == batch.event.key)
    for source_id, event_id in db.execute(select(SourceRow.id, SourceRow.event_id).where(same).order_by(SourceRow.id)):
        if _same_event(said_items(db, source_id), batch):
            return int(event_id)
    return None


def event_id_of_slug(db: Db, slug: str) -> int | None:
    """The event with that slug."""
    return db.execute(select(EventRow.id).where(EventRow.slug == slug)).scalar_one_or_none()


def source_of(db: Db, event_id: int, batch: ImportBatch) -> int:
    """The source row of the event for this format; it is made, or told the file's newest key."""
    where = (SourceRow.event_id == event_id) & (SourceRow.format == batch.format)
    found = db.execute(select(SourceRow.id, SourceRow.key).where(where)).one_or_none()
    if found is None:
        return add_row(db, SourceRow, event_id=event_id, format=batch.format, key=batch.event.key)
    if found.key != batch.event.key:
        db.execute(update(table(SourceRow)).where(table(SourceRow).c.id == found.id).values(key=batch.event.key))
    return int(found.id)


def said_items(db: Db, source_id: int) -> dict[tuple[str, str], SaidItem]:
    """All items of a source by kind and key."""
    row = SourceItemRow
    query = select(row.kind, row.key, row.id, row.item_id, row.said, row.gone).where(row.source_id == source_id)
    return {
        (kind, key): SaidItem(row_id, item_id, said, gone)
        for kind, key, row_id, item_id, said, gone in db.execute(query)
    }


def siblings(db: Db, event_id: int, source_id: int, kind: str) -> dict[str, int]:
    """Items of the event's other sources: their rows by the key they have there."""
    row = SourceItemRow
    query = (
        select(row.key, row.item_id)
        .join(SourceRow, SourceRow.id == row.source_id)
        .where(SourceRow.event_id == event_id, row.source_id != source_id, row.kind == kind, row.item_id != 0)
        .order_by(row.id.desc())
    )
    return dict(db.execute(query).all())


def remember(db: Db, source_id: int, rows: list[dict[str, Any]]) -> None:
    """Keep what the source says of items it had not told before: kind, key, item_id, said."""
    insert_rows(db, SourceItemRow, [{"source_id": source_id, "gone": False, **row} for row in rows])


def remember_again(db: Db, item: SaidItem, **values: Any) -> None:
    """Replace what the source said of an item, or whether it is gone."""
    said = table(SourceItemRow)
    db.execute(update(said).where(said.c.id == item.id).values(**values))


def _same_event(known: Mapping[tuple[str, str], SaidItem], batch: ImportBatch) -> bool:
    """Whether a file with the same key is a version of what was imported, and not next year's event.

    It is when at least half of the sessions of the smaller one are in both, when one has none, or when title and
    dates are the same.
    """
    told = {session.key for session in batch.sessions}
    had = {key for kind, key in known if kind == "session"}
    if 2 * len(told & had) >= min(len(told), len(had)):
        return True
    said = json.loads(known["event", EVENT_KEY].said)
    start = batch.event.start
    return bool(said["title"] == batch.event.title and start is not None and said["start"] == int(start.timestamp()))
