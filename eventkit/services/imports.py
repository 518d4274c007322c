"""Writing what a file of another system said: new things are made, edited things stay, gone ones are flagged."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from eventkit.domain.errors import NotFoundError
from eventkit.domain.imports import ImportBatch, ImportResult, ReportRow, SourceEvent
from eventkit.domain.programme import Event, EventState, Venue
from eventkit.models.base import Base
from eventkit.models.programme import EventRow, VenueRow
from eventkit.services.arrivals import Arrival, Arriving, Kind, as_uuid, receive, told_apart, uuids_of
from eventkit.services.db import Db
from eventkit.services.events import free_slug
from eventkit.services.import_parts import PERSON, ROOM, TRACK, insert_links, links
from eventkit.services.import_sessions import SESSION
from eventkit.services.records import event_by_id, venues_where
from eventkit.services.rows import add_row, edit_row, named_uuid, new_uuid, set_links, table, uid_of
from eventkit.services.said import (
    Said,
    said_event,
    said_links,
    said_person,
    said_room,
    said_session,
    said_track,
    seconds,
)
from eventkit.services.sources import (
    EVENT_KEY,
    event_id_of_slug,
    event_of,
    remember_again,
    said_items,
    source_of,
)

_ACRONYM = re.compile(r"(?=[^A-Za-z]*[A-Za-z])[A-Za-z0-9][\w.-]{1,39}")
_VENUE = ("venue", "street", "city")


def apply_batch(db: Db, batch: ImportBatch, *, event_slug: str | None = None) -> ImportResult:
    """Write one file's batch; the same batch again changes nothing.

    It goes into the event of `event_slug`, else the event that an earlier version of the file became, else a new one.
    A newer version changes only fields that nobody has edited in the kit; sessions that it no longer has stay and are
    flagged. Raises NotFoundError for an unknown slug.
    """
    event_id, made = _event_for(db, batch, event_slug)
    source_id = source_of(db, event_id, batch)
    known = said_items(db, source_id)
    arrival = Arrival(db=db, event=event_by_id(db, event_id), source_id=source_id, known=known)
    _receive_event(arrival, batch.event, made=made)
    receive(arrival, ROOM, [_arriving(key, one, said_room(one)) for key, one in told_apart(_keyed(batch.rooms))])
    receive(arrival, TRACK, [_arriving(key, one, said_track(one)) for key, one in told_apart(_keyed(batch.tracks))])
    receive(arrival, PERSON, [_arriving(key, one, said_person(one)) for key, one in told_apart(_keyed(batch.people))])
    sessions = told_apart(_keyed(batch.sessions))
    change = batch.event.day_change
    receive(arrival, SESSION, [_arriving(key, one, said_session(one, change)) for key, one in sessions])
    return ImportResult(
        event_id=event_id,
        event_slug=arrival.event.slug,
        created=arrival.created,
        updated=arrival.updated,
        unchanged=arrival.unchanged,
        kept=tuple(arrival.kept),
        gone=_flag_gone(arrival, {key for key, _ in sessions}),
        notes=tuple(arrival.notes),
    )


def _keyed(items: Sequence[Any]) -> list[tuple[str, Any]]:
    return [(item.key, item) for item in items]


def _arriving(key: str, item: Any, said: Said) -> Arriving[Any]:
    return Arriving(key=key, item=item, said=said)


def _event_for(db: Db, batch: ImportBatch, slug: str | None) -> tuple[int, bool]:
    """The event that the batch belongs to, and whether it was made just now."""
    if slug is not None:
        named = event_id_of_slug(db, slug)
        if named is None:
            raise NotFoundError("unknown_event", key=slug)
        return named, False
    known = event_of(db, batch)
    return (_new_event(db, batch), True) if known is None else (known, False)


def _new_event(db: Db, batch: ImportBatch) -> int:
    """An event as the file tells it; what has a published schedule is announced."""
    event = batch.event
    said = said_event(event)
    first = min((session.start for session in batch.sessions if session.start is not None), default=None)
    uuid = _free_uuid(db, EventRow, batch.format, event.key, event.title, str(seconds(first)))
    acronym = _ACRONYM.fullmatch(event.key) is not None and not as_uuid(event.key)
    event_id = add_row(
        db,
        EventRow,
        uuid=uuid,
        uid=uid_of(uuid),
        slug=free_slug(db, event.key if acronym else event.title),
        state=EventState.ANNOUNCED.value,
        venue_id=_venue_like(db, said),
        **_columns(said),
    )
    insert_links(db, "event_id", [(event_id, said)])
    return event_id


def _venue_like(db: Db, said: Said) -> int | None:
    """The kit's venue of that name, street and city, else a new one, None when the file names no place."""
    name = said["venue"] or said["city"]
    if not name:
        return None
    same = (VenueRow.name == name) & (VenueRow.street == said["street"]) & (VenueRow.city == said["city"])
    found = venues_where(db, same)
    if found:
        return found[0].id
    place = {"name": name, "street": said["street"], "city": said["city"]}
    return add_row(db, VenueRow, uuid=_free_uuid(db, VenueRow, *map(str, place.values())), **place)


def _free_uuid(db: Db, row: type[Base], *names: str) -> str:
    """The UUID of these names, a new one where something else has it."""
    uuid = named_uuid(table(row).name, *names)
    return new_uuid(db) if uuids_of(db, row, [uuid]) else uuid


def _receive_event(arrival: Arrival, event: SourceEvent, *, made: bool) -> None:
    item = _arriving(EVENT_KEY, event, said_event(event))
    arrival.ids["event"] = {}
    kind = replace(EVENT, adopt=lambda a, items: {one.key: a.event.id for one in items})
    receive(arrival, kind, [item])
    if made:
        arrival.created += 1
        arrival.unchanged -= 1
    else:
        arrival.event = event_by_id(arrival.db, arrival.event.id)


def _current_event(arrival: Arrival, ids: Sequence[int]) -> dict[int, Said]:
    return {event_id: _held(arrival.db, arrival.event) for event_id in ids}


def _held(db: Db, event: Event) -> Said:
    venue = _venue(db, event)
    return {
        **{name: getattr(event, name) for name in ("title", "subtitle", "description", "url", "language", "zone")},
        "start": seconds(event.start),
        "end": seconds(event.end),
        "day_change": event.day_change,
        "links": said_links(event.links),
        "venue": "" if venue is None else venue.name,
        "street": "" if venue is None else venue.street,
        "city": "" if venue is None else venue.city,
    }


def _venue(db: Db, event: Event) -> Venue | None:
    return None if event.venue_id is None else venues_where(db, VenueRow.id == event.venue_id)[0]


def _change_event(arrival: Arrival, event_id: int, changes: Said) -> None:
    db = arrival.db
    if "links" in changes:
        set_links(db, "event_id", event_id, links(changes["links"]))
    values = _columns(changes)
    told = {"name" if name == "venue" else name: changes[name] for name in _VENUE if name in changes}
    if told and arrival.event.venue_id is not None:
        edit_row(db, VenueRow, arrival.event.venue_id, told)
    elif told:
        values["venue_id"] = _venue_like(db, {"venue": "", "street": "", "city": "", **changes})
    edit_row(db, EventRow, event_id, values)


def _columns(said: Said) -> dict[str, Any]:
    """The event's own columns out of what a file says."""
    values: dict[str, Any] = {name: value for name, value in said.items() if name not in {*_VENUE, "links"}}
    for name in ("start", "end"):
        if values.get(name) is not None:
            values[name] = datetime.fromtimestamp(values[name], UTC)
    return values


def _flag_gone(arrival: Arrival, keys: set[str]) -> tuple[ReportRow, ...]:
    """Sessions that the file no longer has stay; each is told once."""
    gone = []
    for (kind, key), item in arrival.known.items():
        if kind == "session" and key not in keys and not item.gone:
            remember_again(arrival.db, item, gone=True)
            gone.append(ReportRow(place=str(item.fields["title"]) or key, code="gone_from_source"))
    return tuple(gone)


EVENT: Kind[SourceEvent] = Kind(
    name="event",
    row=EventRow,
    title="title",
    adopt=lambda _arrival, _items: {},
    insert=lambda _arrival, _numbered: None,
    current=_current_event,
    change=_change_event,
)
