"""The way out of a clash where there is one: another room at the same time, or the next free gap."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from eventkit.domain.clashes.index import Clashes
from eventkit.domain.clashes.records import Clash, Rule
from eventkit.domain.programme import Room, Session, add_minutes, programme_day

MOVABLE = frozenset(
    {
        Rule.ROOM,
        Rule.PERSON,
        Rule.AVAILABILITY,
        Rule.HOURS,
        Rule.CAPACITY,
        Rule.CHANGEOVER,
        Rule.WALK,
        Rule.TRACK,
        Rule.CLOCK,
        Rule.CREW,
    }
)
"""What ends when a session moves."""
BY_ROOM = frozenset({Rule.ROOM, Rule.HOURS, Rule.CAPACITY, Rule.CHANGEOVER})
"""What may end in another room at the same time."""
STEP, SEARCH = 5, 12 * 60
"""How finely and how far a gap is looked for, in minutes."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Where a session could stand instead: its start (aware), and the room where that is another one."""

    session: Session
    start: datetime
    room: Room | None = None


def suggestion(clashes: Clashes, clash: Clash) -> Suggestion | None:
    """The nearest place without a serious clash for the later session of a clash; None where there is none."""
    moving = next((one for one in reversed(clash.sessions) if not one.locked), None)
    if clash.rule not in MOVABLE or moving is None or moving.start is None:
        return None
    if clash.rule in BY_ROOM and not moving.all_rooms:
        for room in clashes.programme.rooms:
            if room.id not in moving.room_ids and _fits(clashes, room, moving):
                return Suggestion(moving, moving.start, room)
    start = next_gap(clashes, moving, add_minutes(moving.start, STEP))
    return None if start is None else Suggestion(moving, start)


def next_gap(clashes: Clashes, session: Session, after: datetime) -> datetime | None:
    """The first start at or after `after`, within half a day, at which a session clashes with nothing serious."""
    return next((start for start in _starts(after) if free_of_clashes(clashes, placed(clashes, session, start))), None)


def next_place(clashes: Clashes, session: Session, after: datetime) -> Suggestion | None:
    """The first gap in any room, its own first, for a session that has no place yet; None where the day is full."""
    own: list[Room | None] = [None] if session.all_rooms or session.room_ids else []
    others = [] if session.all_rooms else [one for one in clashes.programme.rooms if one.id not in session.room_ids]
    rooms = [*own, *(room for room in others if _seats(room, session))] or [None]
    for start in _starts(after):
        for room in rooms:
            if free_of_clashes(clashes, placed(clashes, session, start, room)):
                return Suggestion(session, start, room)
    return None


def placed(clashes: Clashes, session: Session, start: datetime, room: Room | None = None) -> Session:
    """The session as it would be at another time, in another room where one is given."""
    day = programme_day(start, clashes.programme.event.day_change)
    moved = replace(session, start=start, day=day)
    return moved if room is None else replace(moved, room_ids=(room.id,), all_rooms=False)


def free_of_clashes(clashes: Clashes, session: Session) -> bool:
    """Whether a session would clash with nothing serious that moving could end."""
    return clashes.fits(session, MOVABLE)


def _starts(after: datetime) -> Iterator[datetime]:
    return (add_minutes(after, minutes) for minutes in range(0, SEARCH, STEP))


def _fits(clashes: Clashes, room: Room, session: Session) -> bool:
    if session.start is None or not _seats(room, session):
        return False
    return free_of_clashes(clashes, placed(clashes, session, session.start, room))


def _seats(room: Room, session: Session) -> bool:
    return room.capacity is None or session.expected is None or room.capacity >= session.expected
