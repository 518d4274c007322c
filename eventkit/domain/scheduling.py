"""Where sessions come to stand: moves, swaps and pushes as records, before anything is written."""

from dataclasses import replace
from datetime import UTC, date, datetime

from eventkit.domain.programme import Programme, Session, add_minutes, programme_day


def shifted(session: Session, minutes: int) -> Session:
    """The session so many minutes later (or earlier), under the same programme day; one without a time stays so."""
    return session if session.start is None else replace(session, start=add_minutes(session.start, minutes))


def stretched(session: Session, minutes: int, least: int) -> Session:
    """The session so many minutes longer, or shorter down to `least`."""
    return replace(session, minutes=max(least, session.minutes + minutes))


def in_next_room(programme: Programme, session: Session, by: int) -> Session:
    """The session so many rooms further in their order; a plenum, and one that has no such room, stays."""
    order = [room.id for room in programme.rooms]
    places = [order.index(key) + by for key in session.room_ids]
    if session.all_rooms or not places or min(places) < 0 or max(places) >= len(order):
        return session
    return replace(session, room_ids=tuple(order[place] for place in places))


def taken_off(session: Session) -> Session:
    """The session off the schedule; its rooms stay a wish."""
    return replace(session, start=None, day=None)


def swapped(one: Session, other: Session) -> tuple[Session, Session]:
    """Two sessions in each other's place and room, each with its own length."""
    return _instead(one, other), _instead(other, one)


def pushed(programme: Programme, first: Session, minutes: int) -> tuple[Session, ...]:
    """The session and all that follow it in its rooms that day, so many minutes later; locked ones stay.

    A plenum, and whatever it meets, moves all rooms: those share one clock.
    """
    if first.start is None:
        return ()
    rest = [
        one for one in programme.sessions if one.start is not None and one.day == first.day and one.start >= first.start
    ]
    rooms = set(first.room_ids)
    everywhere = first.all_rooms or any(one.all_rooms for one in rest)
    return tuple(
        shifted(one, minutes)
        for one in rest
        if not one.locked and (everywhere or one.id == first.id or rooms.intersection(one.room_ids))
    )


def on_day(session: Session, day: date, day_change: int) -> Session:
    """The session at the same time of the wall clock on another programme day."""
    if session.start is None or session.day is None:
        return session
    wall = session.start.replace(tzinfo=None) + (day - session.day)
    start = wall.replace(tzinfo=session.start.tzinfo).astimezone(UTC).astimezone(session.start.tzinfo)
    return replace(session, start=start, day=programme_day(start, day_change))


def is_moved(before: Session, after: Session) -> bool:
    """Whether it stands elsewhere: time, length or room."""
    return _place(before) != _place(after)


def _place(session: Session) -> tuple[datetime | None, int, date | None, tuple[int, ...], bool]:
    return session.start, session.minutes, session.day, session.room_ids, session.all_rooms


def _instead(one: Session, other: Session) -> Session:
    return replace(one, start=other.start, day=other.day, room_ids=other.room_ids, all_rooms=other.all_rooms)
