"""Who and what is asked to be in two places at one time."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from eventkit.domain.programme import Programme, Room, Session, SessionState

ABSENT_STATES = frozenset({SessionState.CANCELLED, SessionState.REJECTED, SessionState.WITHDRAWN})
"""Sessions in these states fill no room and need nobody."""


@dataclass(frozen=True, slots=True)
class Clash:
    """Two sessions that overlap in one room, or need one person; `key` is the room's or person's id."""

    first: Session
    second: Session
    key: int


def room_clashes(programme: Programme) -> tuple[Clash, ...]:
    """Overlaps in real rooms, each pair of sessions once; a plenum fills all rooms, nothing virtual clashes."""
    real = [room for room in programme.rooms if not _virtual(programme, room)]
    ids = frozenset(room.id for room in real)
    filled: dict[int, list[Session]] = defaultdict(list)
    for session in _present(programme.sessions):
        for room_id in ids if session.all_rooms else ids.intersection(session.room_ids):
            filled[room_id].append(session)
    return _once(clash for room in real for clash in overlaps(room.id, filled[room.id]))


def person_clashes(sessions: Iterable[Session]) -> tuple[Clash, ...]:
    """Overlaps of sessions that need the same person, of one event or of several."""
    needed: dict[int, list[Session]] = defaultdict(list)
    for session in _present(sessions):
        for person_id in session.person_ids:
            needed[person_id].append(session)
    return _once(clash for person_id in sorted(needed) for clash in overlaps(person_id, needed[person_id]))


def overlaps(key: int, sessions: Iterable[Session]) -> Iterator[Clash]:
    """Each session that starts before an earlier one is over, with the one that lasts longest; ends may touch."""
    last: tuple[datetime, Session] | None = None
    for start, end, session in sorted(map(_span, sessions), key=lambda span: (span[0], span[2].number, span[2].id)):
        if last is not None and start < last[0]:
            yield Clash(last[1], session, key)
        if last is None or end > last[0]:
            last = end, session


def _present(sessions: Iterable[Session]) -> Iterator[Session]:
    """Those that have a time and a length, and take place."""
    return (s for s in sessions if s.start is not None and s.minutes > 0 and s.state not in ABSENT_STATES)


def _span(session: Session) -> tuple[datetime, datetime, Session]:
    if session.start is None or session.end is None:
        raise ValueError("a session without a time overlaps nothing")
    return session.start, session.end, session


def _virtual(programme: Programme, room: Room) -> bool:
    """A room is virtual by itself or by its venue, which is the event's unless it names one."""
    if room.virtual:
        return True
    if room.venue_id is None:
        return programme.venue is not None and programme.venue.virtual
    return any(venue.virtual for venue in programme.venues if venue.id == room.venue_id)


def _once(clashes: Iterable[Clash]) -> tuple[Clash, ...]:
    """Each pair of sessions once, by its first room or person."""
    pairs: dict[tuple[int, int], Clash] = {}
    for clash in clashes:
        pairs.setdefault((clash.first.id, clash.second.id), clash)
    return tuple(pairs.values())
