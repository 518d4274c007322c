"""How rooms, tracks and people of a file enter the kit."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, cast

from sqlalchemy import select

from eventkit.domain.imports import SourcePerson, SourceRoom, SourceTrack
from eventkit.domain.programme import Link
from eventkit.domain.text import fold
from eventkit.models.base import Base
from eventkit.models.programme import LinkRow, PersonRow, RoomRow, TrackRow
from eventkit.services.arrivals import (
    Arrival,
    Arriving,
    Item,
    Kind,
    adopted_once,
    as_uuid,
    bound,
    fresh_uuids,
    uuids_of,
)
from eventkit.services.db import Db
from eventkit.services.people import people_by_ids
from eventkit.services.rows import edit_row, insert_rows, next_position, set_links, table
from eventkit.services.said import Said, said_links
from eventkit.services.sources import siblings


def insert_links(db: Db, owner: str, linked: Iterable[tuple[int, Said]]) -> None:
    """Insert the links that new rows have, all at once."""
    rows = [
        {"event_id": None, "session_id": None, "person_id": None, "position": position, **link} | {owner: row_id}
        for row_id, said in linked
        for position, link in enumerate(cast("list[dict[str, Any]]", said["links"]))
    ]
    insert_rows(db, LinkRow, rows)


def links(told: Any) -> tuple[Link, ...]:
    """Links from what a file said of them."""
    return tuple(Link(**link) for link in told)


def same_in_other_sources(arrival: Arrival, kind: str, row: type[Base], title: str) -> dict[tuple[str, str], int]:
    """Rows that the event's other sources have, by their key there and their folded title or name."""
    keys = siblings(arrival.db, arrival.event.id, arrival.source_id, kind)
    if not keys:
        return {}
    own = table(row)
    query = select(own.c.id, own.c[title]).where(own.c.id.in_(set(keys.values())))
    names = {row_id: fold(name) for row_id, name in arrival.db.execute(query)}
    return {(key, names[row_id]): row_id for key, row_id in keys.items() if row_id in names}


def _adopt_by_name(row: type[Base]) -> Callable[[Arrival, Sequence[Arriving[Any]]], dict[str, int]]:
    """Rooms and tracks of the event are found again by name."""

    def adopt(arrival: Arrival, items: Sequence[Arriving[Any]]) -> dict[str, int]:
        own = table(row)
        query = select(own.c.name, own.c.id).where(own.c.event_id == arrival.event.id).order_by(own.c.id.desc())
        named = dict(arrival.db.execute(query).all())
        found = [(item.key, named.get(str(item.said["name"]))) for item in items]
        return adopted_once(found, bound(arrival, own.name))

    return adopt


def _insert_into_event(row: type[Base]) -> Callable[[Arrival, Sequence[tuple[int, Arriving[Any]]]], None]:
    """Rooms and tracks stand after those that the event has, in the file's order."""

    def insert_all(arrival: Arrival, numbered: Sequence[tuple[int, Arriving[Any]]]) -> None:
        uuids = fresh_uuids(arrival, row, [item for _, item in numbered])
        first = next_position(arrival.db, row, arrival.event.id)
        rows = [
            {"id": row_id, "uuid": uuid, "event_id": arrival.event.id, "position": position, **item.said}
            for position, ((row_id, item), uuid) in enumerate(zip(numbered, uuids, strict=True), first)
        ]
        insert_rows(arrival.db, row, rows)

    return insert_all


def _current_columns(row: type[Base], *names: str) -> Callable[[Arrival, Sequence[int]], dict[int, Said]]:
    def current(arrival: Arrival, ids: Sequence[int]) -> dict[int, Said]:
        own = table(row)
        query = select(own.c.id, *(own.c[name] for name in names)).where(own.c.id.in_(ids))
        return {row_id: dict(zip(names, values, strict=True)) for row_id, *values in arrival.db.execute(query)}

    return current


def _change_columns(row: type[Base]) -> Callable[[Arrival, int, Said], None]:
    return lambda arrival, row_id, changes: edit_row(arrival.db, row, row_id, changes)


ROOM: Kind[SourceRoom] = Kind(
    name="room",
    row=RoomRow,
    title="name",
    adopt=_adopt_by_name(RoomRow),
    insert=_insert_into_event(RoomRow),
    current=_current_columns(RoomRow, "name", "capacity", "description", "virtual"),
    change=_change_columns(RoomRow),
)

TRACK: Kind[SourceTrack] = Kind(
    name="track",
    row=TrackRow,
    title="name",
    adopt=_adopt_by_name(TrackRow),
    insert=_insert_into_event(TrackRow),
    current=_current_columns(TrackRow, "name", "color"),
    change=_change_columns(TrackRow),
)


def adopt_by_identity(
    arrival: Arrival, kind: str, row: type[Base], title: str, items: Sequence[Arriving[Item]], by_uuid: dict[str, int]
) -> dict[str, int]:
    """Items found again by UUID, else by key and name together in another source of the same event."""
    told = same_in_other_sources(arrival, kind, row, title)
    uuids = [as_uuid(getattr(item.item, "uuid", "")) for item in items]
    found = [
        (item.key, by_uuid.get(uuid) or told.get((item.key, fold(str(item.said[title])))))
        for item, uuid in zip(items, uuids, strict=True)
    ]
    return adopted_once(found, bound(arrival, kind))


def _adopt_people(arrival: Arrival, items: Sequence[Arriving[SourcePerson]]) -> dict[str, int]:
    by_uuid = uuids_of(arrival.db, PersonRow, (item.item.uuid for item in items))
    return adopt_by_identity(arrival, "person", PersonRow, "name", items, by_uuid)


def _insert_people(arrival: Arrival, numbered: Sequence[tuple[int, Arriving[SourcePerson]]]) -> None:
    uuids = fresh_uuids(arrival, PersonRow, [item for _, item in numbered])
    rows = [
        {
            "id": row_id,
            "uuid": uuid,
            "sort_key": fold(str(item.said["name"])),
            "badge_name": "",
            "language": "",
            **item.said,
        }
        for (row_id, item), uuid in zip(numbered, uuids, strict=True)
    ]
    for row in rows:
        del row["links"]
    insert_rows(arrival.db, PersonRow, rows)
    insert_links(arrival.db, "person_id", ((row_id, item.said) for row_id, item in numbered))


def _current_people(arrival: Arrival, ids: Sequence[int]) -> dict[int, Said]:
    names = ("name", "headline", "bio", "affiliation", "pronouns", "email")
    return {
        person.id: {**{name: getattr(person, name) for name in names}, "links": said_links(person.links)}
        for person in people_by_ids(arrival.db, ids)
    }


def _change_person(arrival: Arrival, row_id: int, changes: Said) -> None:
    values = dict(changes)
    if "links" in values:
        set_links(arrival.db, "person_id", row_id, links(values.pop("links")))
    if "name" in values:
        values["sort_key"] = fold(str(values["name"]))
    edit_row(arrival.db, PersonRow, row_id, values)


PERSON: Kind[SourcePerson] = Kind(
    name="person",
    row=PersonRow,
    title="name",
    adopt=_adopt_people,
    insert=_insert_people,
    current=_current_people,
    change=_change_person,
)
