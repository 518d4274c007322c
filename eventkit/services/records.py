"""How rows become records: columns straight into frozen dataclasses, never ORM objects."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Select, func, select

from eventkit.domain.errors import NotFoundError
from eventkit.domain.programme import Attachment, Event, EventState, Link, Person, Venue
from eventkit.models.base import Base
from eventkit.models.people import ProfileRow
from eventkit.models.planning import EventPlanRow
from eventkit.models.programme import AttachmentRow, EventRow, LinkRow, PersonRow, VenueRow
from eventkit.services.db import Db

MICRO = 1_000_000

Value = TypeVar("Value")


def columns(row: type[Base], record: type[Any]) -> tuple[ColumnElement[Any], ...]:
    """The table's columns that the record has fields for, by the same names."""
    table = row.__table__
    return tuple(table.c[field.name] for field in fields(record) if field.name in table.c)


def local(instant: datetime | None, zone: ZoneInfo) -> datetime | None:
    """The instant in the zone."""
    return None if instant is None else instant.astimezone(zone)


def event_record(row: Mapping[str, Any], links: tuple[Link, ...] = ()) -> Event:
    """An event from its columns, times in its zone."""
    zone = ZoneInfo(row["zone"])
    told = {**row, "start": local(row["start"], zone), "end": local(row["end"], zone)}
    return Event(**{**told, "state": EventState(row["state"]), "links": links})


def event_by_id(db: Db, event_id: int) -> Event:
    """The event; raises NotFoundError."""
    return _event(db, EventRow.id == event_id, event_id)


def event_by_slug(db: Db, slug: str) -> Event:
    """The event with that slug; raises NotFoundError."""
    return _event(db, EventRow.slug == slug, slug)


def _event(db: Db, where: ColumnElement[bool], key: str | int) -> Event:
    query = select(*columns(EventRow, Event), func.coalesce(EventPlanRow.changeover, 0).label("changeover"))
    query = query.outerjoin(EventPlanRow, EventPlanRow.event_id == EventRow.id)
    row = db.execute(query.where(where)).mappings().one_or_none()
    if row is None:
        raise NotFoundError("unknown_event", key=key)
    return event_record(dict(row), links_by(db, LinkRow.event_id, LinkRow.event_id == row["id"]).get(row["id"], ()))


def links_by(db: Db, owner: Any, where: ColumnElement[bool]) -> dict[int, tuple[Link, ...]]:
    """Links in order, by the id in the `owner` column."""
    query = select(owner, LinkRow.url, LinkRow.title, LinkRow.kind).where(where).order_by(LinkRow.position, LinkRow.id)
    return grouped([(key, Link(url=url, title=title, kind=kind)) for key, url, title, kind in db.execute(query)])


def attachments_by(db: Db, owner: Any, where: ColumnElement[bool]) -> dict[int, tuple[Attachment, ...]]:
    """Attachments in order, by the id in the `owner` column."""
    query = (
        select(owner, *columns(AttachmentRow, Attachment))
        .where(where)
        .order_by(AttachmentRow.position, AttachmentRow.id)
    )
    return grouped(
        [
            (key, Attachment(title=title, url=url, mime=mime, sha256=sha256))
            for key, title, url, mime, sha256 in db.execute(query)
        ]
    )


def person_columns() -> Select[Any]:
    """All that a person's record holds but for the links, for a query over people."""
    available = func.coalesce(ProfileRow.availability, "").label("availability")
    return select(*columns(PersonRow, Person), available).outerjoin(ProfileRow, ProfileRow.person_id == PersonRow.id)


def venues_where(db: Db, where: ColumnElement[bool]) -> tuple[Venue, ...]:
    """Venues by name; coordinates in degrees."""
    query = select(*columns(VenueRow, Venue), VenueRow.latitude_e6, VenueRow.longitude_e6).where(where)
    rows = db.execute(query.order_by(VenueRow.name, VenueRow.id)).mappings()
    return tuple(_venue(dict(row)) for row in rows)


def _venue(row: dict[str, Any]) -> Venue:
    latitude, longitude = row.pop("latitude_e6"), row.pop("longitude_e6")
    return Venue(
        **row,
        latitude=None if latitude is None else latitude / MICRO,
        longitude=None if longitude is None else longitude / MICRO,
    )


def grouped(pairs: Sequence[tuple[int, Value]]) -> dict[int, tuple[Value, ...]]:
    """The values of each key, in their order."""
    lists: dict[int, list[Value]] = defaultdict(list)
    for key, value in pairs:
        lists[key].append(value)
    return {key: tuple(values) for key, values in lists.items()}
