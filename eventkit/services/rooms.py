"""What can be done to the rooms, tracks and crew of an event."""

from collections.abc import Sequence
from typing import TypedDict, Unpack

from sqlalchemy import select, update

from eventkit.domain.errors import NotFoundError
from eventkit.domain.programme import CrewMember, Room, Track
from eventkit.models.base import Base
from eventkit.models.programme import CrewRow, RoomRow, TrackRow
from eventkit.services.db import Db
from eventkit.services.records import columns
from eventkit.services.rows import add_row, cleaned, delete_row, edit_row, new_uuid, next_position, table


class RoomDetails(TypedDict, total=False):
    """What a room may have besides its name; `capacity` counts seats, `position` is its place in lists."""

    position: int
    capacity: int | None
    description: str
    virtual: bool
    venue_id: int | None


class RoomFields(RoomDetails, total=False):
    """What can be changed of a room."""

    name: str


class TrackFields(TypedDict, total=False):
    """What can be changed of a track."""

    name: str
    color: str
    position: int


def add_room(db: Db, event_id: int, *, name: str, **details: Unpack[RoomDetails]) -> Room:
    """A new room of the event, after the others unless `position` is given."""
    values = {"position": next_position(db, RoomRow, event_id), **cleaned({"name": name, **details})}
    return _room(db, add_row(db, RoomRow, uuid=new_uuid(db), event_id=event_id, **values))


def edit_room(db: Db, room_id: int, **fields: Unpack[RoomFields]) -> Room:
    """Change the given fields of a room; raises NotFoundError."""
    edit_row(db, RoomRow, room_id, cleaned(fields))
    return _room(db, room_id)


def order_rooms(db: Db, event_id: int, room_ids: Sequence[int]) -> None:
    """Put an event's rooms into this order; raises NotFoundError for a room that is not of the event."""
    _order(db, RoomRow, event_id, room_ids)


def delete_room(db: Db, room_id: int) -> None:
    """Delete a room; its sessions stay, without it."""
    delete_row(db, RoomRow, room_id)


def add_track(db: Db, event_id: int, *, name: str, color: str = "", position: int | None = None) -> Track:
    """A new track of the event, after the others unless `position` is given; `color` is #rrggbb or empty."""
    place = next_position(db, TrackRow, event_id) if position is None else position
    values = cleaned({"name": name, "color": color})
    return _track(db, add_row(db, TrackRow, uuid=new_uuid(db), event_id=event_id, position=place, **values))


def edit_track(db: Db, track_id: int, **fields: Unpack[TrackFields]) -> Track:
    """Change the given fields of a track; raises NotFoundError."""
    edit_row(db, TrackRow, track_id, cleaned(fields))
    return _track(db, track_id)


def order_tracks(db: Db, event_id: int, track_ids: Sequence[int]) -> None:
    """Put an event's tracks into this order; raises NotFoundError for a track that is not of the event."""
    _order(db, TrackRow, event_id, track_ids)


def delete_track(db: Db, track_id: int) -> None:
    """Delete a track; its sessions stay, without one."""
    delete_row(db, TrackRow, track_id)


def add_crew(db: Db, event_id: int, person_id: int, *, role: str) -> CrewMember:
    """Somebody helps at the event; `role` is what the badge says."""
    values = cleaned({"role": role})
    return _crew_member(db, add_row(db, CrewRow, uuid=new_uuid(db), event_id=event_id, person_id=person_id, **values))


def edit_crew(db: Db, crew_id: int, *, role: str) -> CrewMember:
    """Change what somebody does at the event; raises NotFoundError."""
    edit_row(db, CrewRow, crew_id, cleaned({"role": role}))
    return _crew_member(db, crew_id)


def delete_crew(db: Db, crew_id: int) -> None:
    """Somebody no longer helps at the event; the person stays."""
    delete_row(db, CrewRow, crew_id)


def _order(db: Db, row: type[Base], event_id: int, ids: Sequence[int]) -> None:
    rows = table(row)
    own = set(db.execute(select(rows.c.id).where(rows.c.event_id == event_id)).scalars())
    for position, key in enumerate(ids):
        if key not in own:
            raise NotFoundError(f"unknown_{rows.name}", key=key)
        db.execute(update(rows).where(rows.c.id == key).values(position=position))


def _room(db: Db, room_id: int) -> Room:
    return Room(**db.execute(select(*columns(RoomRow, Room)).where(RoomRow.id == room_id)).mappings().one())


def _track(db: Db, track_id: int) -> Track:
    return Track(**db.execute(select(*columns(TrackRow, Track)).where(TrackRow.id == track_id)).mappings().one())


def _crew_member(db: Db, crew_id: int) -> CrewMember:
    return CrewMember(**db.execute(select(*columns(CrewRow, CrewMember)).where(CrewRow.id == crew_id)).mappings().one())
