"""The rules: each looks at the sessions of one room, person or track in order of time, or at one session alone."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from itertools import chain, pairwise
from math import asin, ceil, cos, radians, sin, sqrt

from eventkit.domain.availability import Availability, availability
from eventkit.domain.clashes.records import (
    FREE_PACED,
    LIMITS,
    MINUTE,
    PAUSES,
    UNSPOKEN,
    UNTRACKED,
    Clash,
    Duty,
    Limits,
    Rule,
    Span,
    clash,
    exists_twice,
    minute_of_day,
    span,
)
from eventkit.domain.findings import Severity
from eventkit.domain.programme import Programme, Room, Session, SessionState, Venue

EARTH = 6_371_000
CERTAIN = frozenset({SessionState.CONFIRMED})


@dataclass(frozen=True, kw_only=True)
class Ground:
    """What the rules stand on: a programme, the clock (None asks nothing of it), limits, duties of the crew."""

    programme: Programme
    now: datetime | None = None
    limits: Limits = LIMITS
    duties: tuple[Duty, ...] = ()

    @cached_property
    def real(self) -> dict[int, Room]:
        """The rooms with walls, in order: nothing virtual clashes."""
        return {room.id: room for room in self.programme.rooms if not self._virtual(room)}

    @cached_property
    def away(self) -> dict[int, Availability]:
        """When people can't come, for those who said so."""
        return {one.id: availability(one.availability) for one in self.programme.people if one.availability}

    @cached_property
    def duties_of(self) -> dict[int, tuple[Duty, ...]]:
        """The duties of each crew member."""
        found: dict[int, list[Duty]] = defaultdict(list)
        for duty in self.duties:
            found[duty.person_id].append(duty)
        return {key: tuple(duties) for key, duties in found.items()}

    def venue(self, session: Session) -> Venue | None:
        """The place of a session's first room with walls; None where it has none."""
        rooms = [self.real[key] for key in session.room_ids if key in self.real]
        return self._venue_of(rooms[0]) if rooms else None

    def name(self, person_id: int) -> str:
        """A person's name."""
        person = self.programme.person.get(person_id)
        return "" if person is None else person.name

    def _venue_of(self, room: Room) -> Venue | None:
        """A room's own venue, else the event's."""
        if room.venue_id is None:
            return self.programme.venue
        return next((venue for venue in self.programme.venues if venue.id == room.venue_id), None)

    def _virtual(self, room: Room) -> bool:
        venue = self._venue_of(room)
        return room.virtual or (venue is not None and venue.virtual)


def overlaps(spans: Iterable[Span]) -> Iterator[tuple[Span, Span]]:
    """Each session that starts before an earlier one is over, with the one that lasts longest; ends may touch."""
    last: Span | None = None
    for one in spans:
        if last is not None and one.start < last.end:
            yield last, one
        if last is None or one.end > last.end:
            last = one


def of_room(ground: Ground, room_id: int, spans: Sequence[Span]) -> Iterator[Clash]:
    """What happens in one room: overlaps, changeovers, hours, pauses."""
    room = ground.real[room_id]
    for one, other in overlaps(spans):
        yield clash(Rule.ROOM, one.session, other.session, key=room_id, name=room.name)
    yield from _changeovers(ground, room, spans)
    if room.opens is not None or room.closes is not None:
        yield from (found for one in spans for found in _hours(room, one))
    yield from _without_pause(ground, room, spans)


def of_person(ground: Ground, person_id: int, spans: Sequence[Span]) -> Iterator[Clash]:
    """What is asked of one speaker: two places at once, a walk too short, an absence, too many sessions a day."""
    name = ground.name(person_id)
    for one, other in overlaps(spans):
        yield clash(Rule.PERSON, one.session, other.session, key=person_id, name=name)
    for one, other in pairwise(spans):
        walk = _walk(ground, one.session, other.session)
        if walk and 0 <= other.start - one.end < walk:
            gap = other.start - one.end
            yield clash(Rule.WALK, one.session, other.session, key=person_id, name=name, minutes=gap, needed=walk)
    if person_id in ground.away:
        for one in spans:
            if not _can_come(ground.away[person_id], one.session):
                yield clash(Rule.AVAILABILITY, one.session, key=person_id, name=name)
    days: dict[object, list[Span]] = defaultdict(list)
    for one in spans:
        days[one.session.day].append(one)
    for own in days.values():
        for one in own[ground.limits.sessions_a_day :]:
            yield clash(Rule.LOAD, one.session, key=person_id, name=name, count=len(own))


def of_crew(ground: Ground, person_id: int, spans: Sequence[Span]) -> Iterator[Clash]:
    """A crew member who is on duty and on stage at once."""
    for duty in ground.duties_of[person_id]:
        begin = int(duty.start.timestamp()) // MINUTE
        for one in spans:
            if one.start < begin + duty.minutes and begin < one.end:
                yield clash(Rule.CREW, one.session, key=person_id, name=ground.name(person_id), duty=duty.name)


def of_track(ground: Ground, track_id: int, spans: Sequence[Span]) -> Iterator[Clash]:
    """Two sessions of a track at once: whoever follows it has to choose."""
    name = ground.programme.track[track_id].name
    for one, other in overlaps(spans):
        yield clash(Rule.TRACK, one.session, other.session, key=track_id, name=name)


def of_session(ground: Ground, session: Session) -> Iterator[Clash]:
    """What one session lacks, whatever the others do."""
    if session.start is None:
        return
    if session.minutes == 0:
        yield clash(Rule.NO_LENGTH, session)
    if session.kind not in UNSPOKEN and not session.person_ids:
        yield clash(Rule.NO_SPEAKER, session)
    if session.kind not in UNTRACKED and ground.programme.tracks and session.track_id is None:
        yield clash(Rule.NO_TRACK, session)
    yield from _crowd(ground, session)
    yield from _unconfirmed(ground, session)
    yield from _clock(session, session.start)


def person_clashes(sessions: Iterable[Session], ground: Callable[[Session], Ground]) -> tuple[Clash, ...]:
    """Overlaps of sessions that need the same person, of one event or of several; each pair once."""
    needed: dict[int, list[Span]] = defaultdict(list)
    for session in sessions:
        for person_id in session.person_ids:
            needed[person_id].append(span(session))
    found = (
        clash(Rule.PERSON, one.session, other.session, key=key, name=ground(one.session).name(key))
        for key in sorted(needed)
        for one, other in overlaps(sorted(needed[key]))
    )
    return once(found)


def once(clashes: Iterable[Clash]) -> tuple[Clash, ...]:
    """Each pair of sessions once for a rule, by its first room or person."""
    pairs: dict[object, Clash] = {}
    for found in clashes:
        other = None if found.second is None else found.second.id
        pairs.setdefault((found.rule, found.first.id, other, found.key if other is None else 0), found)
    return tuple(pairs.values())


def walk_minutes(one: Venue, other: Venue, limits: Limits = LIMITS) -> int:
    """How long one walks between two places: by the air line and half as much again, else the usual time."""
    places = (one.latitude, one.longitude, other.latitude, other.longitude)
    if one.id == other.id:
        return 0
    if None in places:
        return limits.walk
    south, west, north, east = (radians(value) for value in places if value is not None)
    arc = sin((north - south) / 2) ** 2 + cos(south) * cos(north) * sin((east - west) / 2) ** 2
    return ceil(2 * EARTH * asin(sqrt(arc)) * 1.5 / limits.metres_a_minute)


def _changeovers(ground: Ground, room: Room, spans: Sequence[Span]) -> Iterator[Clash]:
    needed = ground.programme.event.changeover
    if not needed:
        return
    for one, other in pairwise(spans):
        gap = other.start - one.end
        if 0 <= gap < needed and not {one.session.kind, other.session.kind} & PAUSES:
            pair = one.session, other.session
            yield clash(Rule.CHANGEOVER, *pair, key=room.id, name=room.name, minutes=gap, needed=needed)


def _hours(room: Room, one: Span) -> Iterator[Clash]:
    """A room's hours are of the programme day's wall clock; closing at or before opening means the day after."""
    session = one.session
    if session.start is None or session.day is None:
        return
    begin = minute_of_day(session.start, session.day)
    opens = 0 if room.opens is None else room.opens
    closes = 2 * 24 * MINUTE if room.closes is None else room.closes
    closes += 24 * MINUTE if closes <= opens else 0
    if begin < opens or begin + session.minutes > closes:
        yield clash(Rule.HOURS, session, key=room.id, name=room.name)


def _without_pause(ground: Ground, room: Room, spans: Sequence[Span]) -> Iterator[Clash]:
    """A row of sessions with no rest between them; one long session plans its own pauses."""
    limits = ground.limits
    row: list[Span] = []
    end = 0
    for one in chain(spans, (None,)):
        rests = one is None or one.session.kind in FREE_PACED
        if row and (one is None or rests or one.start - end >= limits.rest):
            length = end - row[0].start
            if len(row) > 1 and length > limits.pause:
                late = Severity.ERROR if length > limits.pause_at_last else Severity.WARNING
                first, last = row[0].session, row[-1].session
                yield Clash(Rule.PAUSE, first, last, room.id, late, {"name": room.name, "minutes": str(length)})
            row, end = [], 0
        if one is not None and not rests:
            row.append(one)
            end = max(end, one.end)


def _walk(ground: Ground, one: Session, other: Session) -> int:
    here, there = ground.venue(one), ground.venue(other)
    return 0 if here is None or there is None else walk_minutes(here, there, ground.limits)


def _can_come(told: Availability, session: Session) -> bool:
    if session.start is None or session.day is None:
        return True
    begin = minute_of_day(session.start, session.day)
    return told.free(session.day, begin, begin + session.minutes)


def _crowd(ground: Ground, session: Session) -> Iterator[Clash]:
    rooms = [room for room in ground.programme.rooms_of(session) if room.id in ground.real]
    seats = [room.capacity for room in rooms if room.capacity is not None]
    if session.expected is not None and seats and len(seats) == len(rooms) and session.expected > sum(seats):
        yield clash(Rule.CAPACITY, session, count=session.expected, seats=sum(seats))


def _unconfirmed(ground: Ground, session: Session) -> Iterator[Clash]:
    if ground.now is None or session.start is None or not session.person_ids or session.state in CERTAIN:
        return
    left = session.start - ground.now
    if timedelta(0) <= left <= timedelta(days=ground.limits.confirmed_days):
        yield clash(Rule.UNCONFIRMED, session, days=left.days)


def _clock(session: Session, start: datetime) -> Iterator[Clash]:
    end = session.end
    if exists_twice(start) or (end is not None and end.utcoffset() != start.utcoffset()):
        yield clash(Rule.CLOCK, session)
