"""What can be done to chapters, venues and events."""

from datetime import datetime
from typing import Any, TypedDict, Unpack

from sqlalchemy import select, update

from eventkit.domain.errors import InvalidError
from eventkit.domain.programme import Chapter, Event, EventState, Link, Venue
from eventkit.domain.text import slug as slug_of
from eventkit.models.programme import ChapterRow, EventRow, SessionRow, VenueRow
from eventkit.services.db import Db
from eventkit.services.programme import chapters, event_by_id
from eventkit.services.records import MICRO, venues_where
from eventkit.services.rows import add_row, cleaned, delete_row, edit_row, new_uuid, set_links, table, uid_of


class ChapterFields(TypedDict, total=False):
    """What can be changed of a chapter."""

    name: str
    city: str
    zone: str


class VenueDetails(TypedDict, total=False):
    """What a venue may have besides its name; latitude and longitude in degrees."""

    street: str
    postcode: str
    city: str
    country: str
    url: str
    access: str
    virtual: bool
    latitude: float | None
    longitude: float | None


class VenueFields(VenueDetails, total=False):
    """What can be changed of a venue."""

    name: str


class EventDetails(TypedDict, total=False):
    """What an event may have besides its title and zone."""

    slug: str
    subtitle: str
    description: str
    state: EventState
    start: datetime | None
    end: datetime | None
    day_change: int
    language: str
    url: str
    register_url: str
    entry: str
    contact: str
    theme: str
    chapter_id: int | None
    venue_id: int | None
    links: tuple[Link, ...]


class EventFields(EventDetails, total=False):
    """What can be changed of an event."""

    title: str
    zone: str


def add_chapter(db: Db, *, name: str, zone: str, city: str = "") -> Chapter:
    """A new local community; `zone` is an IANA name."""
    values = cleaned({"name": name, "zone": zone, "city": city})
    return _chapter(db, add_row(db, ChapterRow, uuid=new_uuid(db), **values))


def edit_chapter(db: Db, chapter_id: int, **fields: Unpack[ChapterFields]) -> Chapter:
    """Change the given fields of a chapter; raises NotFoundError."""
    edit_row(db, ChapterRow, chapter_id, cleaned(fields))
    return _chapter(db, chapter_id)


def delete_chapter(db: Db, chapter_id: int) -> None:
    """Delete a chapter; its events stay, without one."""
    delete_row(db, ChapterRow, chapter_id)


def add_venue(db: Db, *, name: str, **details: Unpack[VenueDetails]) -> Venue:
    """A new place."""
    return _venue(db, add_row(db, VenueRow, uuid=new_uuid(db), **_venue_values({"name": name, **details})))


def edit_venue(db: Db, venue_id: int, **fields: Unpack[VenueFields]) -> Venue:
    """Change the given fields of a venue; raises NotFoundError."""
    edit_row(db, VenueRow, venue_id, _venue_values({**fields}))
    return _venue(db, venue_id)


def delete_venue(db: Db, venue_id: int) -> None:
    """Delete a venue; events and rooms that were there stay, without one."""
    delete_row(db, VenueRow, venue_id)


def add_event(db: Db, *, title: str, zone: str, **details: Unpack[EventDetails]) -> Event:
    """A new event; its slug is made from the title unless given, and always unique."""
    uuid = new_uuid(db)
    links = details.pop("links", ())
    values = cleaned({"title": title, "zone": zone, **details})
    slug = free_slug(db, values.pop("slug", values["title"]))
    event_id = add_row(db, EventRow, uuid=uuid, uid=uid_of(uuid), slug=slug, **values)
    set_links(db, "event_id", event_id, links)
    return _checked(db, event_id)


def edit_event(db: Db, event_id: int, **fields: Unpack[EventFields]) -> Event:
    """Change the given fields of an event; raises NotFoundError.

    Instants stay when the zone changes; sessions are then listed under the day that the new zone and `day_change` give.
    """
    links = fields.pop("links", None)
    values = cleaned(fields)
    if "slug" in values:
        values["slug"] = free_slug(db, values["slug"], but=event_id)
    edit_row(db, EventRow, event_id, values)
    if {"zone", "day_change"} & values.keys():
        sessions = table(SessionRow)
        db.execute(
            update(sessions).where(sessions.c.event_id == event_id, sessions.c.day.is_not(None)).values(day=None)
        )
    if links is not None:
        set_links(db, "event_id", event_id, links)
    return _checked(db, event_id)


def delete_event(db: Db, event_id: int) -> None:
    """Delete an event with its rooms, tracks, sessions and crew; people, talks and venues stay."""
    delete_row(db, EventRow, event_id)


def free_slug(db: Db, text: str, *, but: int | None = None) -> str:
    """A slug made from the text that no event (besides `but`) has."""
    wanted = slug_of(text)
    taken = set(db.execute(select(EventRow.slug).where(EventRow.id.is_distinct_from(but))).scalars())
    number = 1
    slug = wanted
    while slug in taken:
        number += 1
        slug = f"{wanted}-{number}"
    return slug


def _chapter(db: Db, chapter_id: int) -> Chapter:
    return next(chapter for chapter in chapters(db) if chapter.id == chapter_id)


def _venue(db: Db, venue_id: int) -> Venue:
    return venues_where(db, VenueRow.id == venue_id)[0]


def _venue_values(fields: dict[str, Any]) -> dict[str, Any]:
    for name in ("latitude", "longitude"):
        if name in fields:
            degrees = fields.pop(name)
            fields[f"{name}_e6"] = None if degrees is None else round(degrees * MICRO)
    return cleaned(fields)


def _checked(db: Db, event_id: int) -> Event:
    event = event_by_id(db, event_id)
    if event.start and event.end and event.end < event.start:
        raise InvalidError("end_before_start", title=event.title)
    if not 0 <= event.day_change < 24 * 60:
        raise InvalidError("day_change_outside", minutes=event.day_change)
    return event
