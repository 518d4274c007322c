"""What can be done to the schedule as a whole: many sessions placed, or copied, in one step."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import delete, select

from eventkit.domain.errors import InvalidError
from eventkit.domain.programme import Session, programme_day
from eventkit.domain.scheduling import is_moved, on_day
from eventkit.domain.text import fold, one_line
from eventkit.models.base import Base
from eventkit.models.planning import EventPlanRow, RoomHoursRow
from eventkit.models.programme import EventRow, PersonRow, RoomRow
from eventkit.services.db import Db
from eventkit.services.people import add_person
from eventkit.services.programme import session_by_id, sessions_by_ids
from eventkit.services.records import event_by_id
from eventkit.services.rows import add_row, cleaned, require, table
from eventkit.services.sessions import SessionDetails, add_session, delete_session, edit_session, set_speakers

DAY = 24 * 60


def place_sessions(db: Db, places: Sequence[Session]) -> tuple[Session, ...]:
    """Put sessions where these records have them: start, length, day and rooms; all else stays as the kit has it.

    A start of None takes a session off the schedule. Raises NotFoundError.
    """
    now = {session.id: session for session in sessions_by_ids(db, [place.id for place in places])}
    moving = [place for place in places if place.id not in now or is_moved(now[place.id], place)]
    return tuple(_place(db, place) for place in moving)


def duplicate_session(db: Db, session_id: int, *, day: date | None = None) -> Session:
    """A second session with the same words, people, room and length; unscheduled, or at the same time on a `day`."""
    session = session_by_id(db, session_id)
    copied = SessionDetails(
        subtitle=session.subtitle,
        abstract=session.abstract,
        description=session.description,
        language=session.language,
        kind=session.kind,
        state=session.state,
        minutes=session.minutes,
        all_rooms=session.all_rooms,
        room_ids=session.room_ids,
        track_id=session.track_id,
        person_ids=session.person_ids,
        url=session.url,
        texts=session.texts,
        links=session.links,
        attachments=session.attachments,
    )
    if day is not None:
        there = on_day(session, day, event_by_id(db, session.event_id).day_change)
        copied["start"] = there.start
    return add_session(db, session.event_id, title=session.title, **copied)


def delete_sessions(db: Db, session_ids: Sequence[int]) -> None:
    """Delete sessions; their speakers and talks stay. Raises NotFoundError."""
    for session_id in dict.fromkeys(session_ids):
        delete_session(db, session_id)


def _place(db: Db, place: Session) -> Session:
    """The day is kept only where it is not the one that the start tells."""
    usual = None if place.start is None else programme_day(place.start, event_by_id(db, place.event_id).day_change)
    return edit_session(
        db,
        place.id,
        start=place.start,
        minutes=place.minutes,
        day=None if place.day == usual else place.day,
        all_rooms=place.all_rooms,
        room_ids=place.room_ids,
    )


def set_room_hours(db: Db, room_id: int, *, opens: int | None, closes: int | None) -> None:
    """When a room is open, in minutes after midnight; None where nobody said. Raises NotFoundError, InvalidError."""
    if any(minute is not None and not 0 <= minute <= DAY for minute in (opens, closes)):
        raise InvalidError("hour_outside")
    require(db, RoomRow, room_id)
    _set_one(db, RoomHoursRow, "room_id", room_id, {"opens": opens, "closes": closes})


def set_changeover(db: Db, event_id: int, minutes: int) -> None:
    """How many minutes a room of the event needs between two sessions; raises NotFoundError, InvalidError."""
    require(db, EventRow, event_id)
    _set_one(db, EventPlanRow, "event_id", event_id, cleaned({"changeover": minutes or None}))


def lock_sessions(db: Db, session_ids: Sequence[int], locked: bool) -> None:  # noqa: FBT001 - operations take what they set
    """Hold sessions where they are, or let them go; raises NotFoundError."""
    for session_id in dict.fromkeys(session_ids):
        edit_session(db, session_id, locked=locked)


def name_speakers(db: Db, session_id: int, names: Sequence[str], *, adding: bool = False) -> Session:
    """Give a session the speakers of these names, in this order; with `adding` a name that nobody has is a new person.

    Who speaks already is meant first where several have a name. Raises NotFoundError, InvalidError.
    """
    speaking = session_by_id(db, session_id).person_ids
    ids = []
    for name in filter(None, map(one_line, names)):
        found = _people_named(db, name)
        known = [key for key in speaking if key in found] or found
        if len(known) > 1:
            raise InvalidError("speaker_ambiguous", name=name)
        if not known and not adding:
            raise InvalidError("speaker_unknown", name=name)
        ids.append(known[0] if known else add_person(db, name=name).id)
    return set_speakers(db, session_id, tuple(ids))


def _set_one(db: Db, row: type[Base], owner: str, owner_id: int, values: dict[str, Any]) -> None:
    """The one row of its owner; none where it would say nothing."""
    own, says = table(row), any(value is not None for value in values.values())
    where = own.c[owner] == owner_id
    before = db.execute(select(*(own.c[name] for name in values)).where(where)).mappings().first()
    if before is not None and dict(before) != values:
        db.execute(delete(own).where(where))
    if says and (before is None or dict(before) != values):
        add_row(db, row, **{owner: owner_id}, **values)


def _people_named(db: Db, name: str) -> list[int]:
    query = select(PersonRow.id).where(PersonRow.sort_key == fold(name)).order_by(PersonRow.id)
    return list(db.execute(query).scalars())
