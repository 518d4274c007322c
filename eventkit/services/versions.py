"""Versions of an event's schedule: kept under a name, compared with now, gone back to."""

import json
from dataclasses import asdict, replace
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import select

from eventkit.domain.errors import NotFoundError
from eventkit.domain.programme import Programme, Session, SessionState
from eventkit.domain.versions import KeptPlace, Version, place_of
from eventkit.models.planning import VersionRow
from eventkit.services.db import Db
from eventkit.services.programme import programme
from eventkit.services.rows import add_row, cleaned, delete_row, new_uuid
from eventkit.services.scheduling import place_sessions


def versions(db: Db, event_id: int) -> tuple[Version, ...]:
    """The versions that were kept of an event's schedule, the newest first."""
    query = (
        select(VersionRow).where(VersionRow.event_id == event_id).order_by(VersionRow.at.desc(), VersionRow.id.desc())
    )
    return tuple(_version(row) for row in db.execute(query).scalars())


def version_by_id(db: Db, version_id: int) -> Version:
    """One version; raises NotFoundError."""
    row = db.execute(select(VersionRow).where(VersionRow.id == version_id)).scalar_one_or_none()
    if row is None:
        raise NotFoundError("unknown_version", key=version_id)
    return _version(row)


def keep_version(db: Db, event_id: int, *, name: str, at: datetime) -> Version:
    """Keep the schedule as it is now under a name; raises NotFoundError, InvalidError."""
    told = programme(db, event_id)
    places = json.dumps([_kept(place_of(told, one)) for one in told.sessions], ensure_ascii=False, sort_keys=True)
    values = cleaned({"name": name, "at": at})
    return version_by_id(db, add_row(db, VersionRow, uuid=new_uuid(db), event_id=event_id, places=places, **values))


def delete_version(db: Db, version_id: int) -> None:
    """Forget a version; the schedule stays as it is. Raises NotFoundError."""
    delete_row(db, VersionRow, version_id)


def go_back(db: Db, version_id: int) -> tuple[Session, ...]:
    """Put every session where the version had it; those added since leave the schedule, deleted ones stay deleted.

    Words, people and states stay as they are now; a room that is gone is left out. Answers the sessions that moved.
    Raises NotFoundError.
    """
    version = version_by_id(db, version_id)
    told = programme(db, version.event_id)
    kept = {place.uuid: place for place in version.places}
    return place_sessions(db, [_as_it_was(told, one, kept.get(one.uuid)) for one in told.sessions])


def _as_it_was(told: Programme, session: Session, place: KeptPlace | None) -> Session:
    if place is None or place.start is None:
        return replace(session, start=None, day=None)
    rooms = {room.uuid: room.id for room in told.rooms}
    return replace(
        session,
        start=place.start.astimezone(told.event.tz),
        minutes=place.minutes,
        day=date.fromisoformat(place.day),
        all_rooms=place.all_rooms,
        room_ids=tuple(rooms[uuid] for uuid in place.rooms if uuid in rooms),
    )


def _kept(place: KeptPlace) -> dict[str, Any]:
    return {**asdict(place), "start": None if place.start is None else int(place.start.timestamp())}


def _version(row: VersionRow) -> Version:
    told: list[dict[str, Any]] = json.loads(row.places)
    return Version(
        id=row.id,
        uuid=row.uuid,
        event_id=row.event_id,
        name=row.name,
        at=row.at,
        places=tuple(_place(one) for one in told),
    )


def _place(told: dict[str, Any]) -> KeptPlace:
    start = None if told["start"] is None else datetime.fromtimestamp(told["start"], UTC)
    lists = {name: tuple(told[name]) for name in ("rooms", "people")}
    return KeptPlace(**{**told, **lists, "start": start, "state": SessionState(told["state"])})
