"""Where sessions stand on the grid of one day: columns, minutes, lanes; plain numbers, no Qt."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from eventkit.domain.programme import Event, Programme, Room, Session, add_minutes, programme_day

HOUR = 60
MOST_DAYS = 14


@dataclass(frozen=True, slots=True)
class Place:
    """A session on the grid: first column and how many, minutes from the day's zero hour, its lane among so many."""

    session: Session
    column: int
    columns: int
    start: int
    minutes: int
    lane: int = 0
    lanes: int = 1


@dataclass(frozen=True, slots=True)
class DayPlan:
    """A day of an event, drawn to scale: `begin` and `end` are full hours in minutes after `zero` (aware)."""

    zero: datetime
    begin: int
    end: int
    rooms: tuple[Room | None, ...]
    places: tuple[Place, ...]

    def clock(self, minute: int) -> str:
        """The local time at a minute of the plan."""
        return datetime.fromtimestamp(self.zero.timestamp() + minute * 60, self.zero.tzinfo).strftime("%H:%M")

    def at(self, minute: int) -> datetime:
        """The aware time at a minute of the plan."""
        return add_minutes(self.zero, minute)

    def spread(self, session: Session) -> list[Place]:
        """Where a session would stand, each run of neighbouring rooms by itself."""
        columns = {room.id if room else None: number for number, room in enumerate(self.rooms)}
        return _places(session, columns, len(self.rooms), self.zero)

    def minute(self, at: datetime) -> int | None:
        """The minute of the plan at an aware time; None outside of it."""
        minute = _minutes(self.zero, at)
        return minute if self.begin <= minute < self.end else None


def plan_day(programme: Programme, day: date, *, least: int = 10) -> DayPlan:
    """The plan of a programme day.

    All rooms stand there, since a session may be dropped into any; those without one stand last. There is an hour of
    room before the first session and after the last. A session is drawn at least `least`
    minutes tall, so one that would be covered by it stands beside it.
    """
    sessions = [s for s in programme.sessions if s.day == day and s.start is not None]
    rooms: list[Room | None] = list(programme.rooms)
    if any(not s.all_rooms and not s.room_ids for s in sessions) or not rooms:
        rooms.append(None)
    zero = datetime(day.year, day.month, day.day, tzinfo=programme.event.tz)
    columns = {room.id if room else None: number for number, room in enumerate(rooms)}
    places = [place for session in sessions for place in _places(session, columns, len(rooms), zero)]
    begin = (min((place.start for place in places), default=10 * HOUR) // HOUR - 1) * HOUR
    last = max((place.start + max(place.minutes, least) for place in places), default=17 * HOUR)
    end = (-(-last // HOUR) + 1) * HOUR
    return DayPlan(zero, begin, end, tuple(rooms), tuple(_in_lanes(places, least)))


def event_days(event: Event) -> tuple[date, ...]:
    """The programme days of an event by its own dates, at most so many; none for an undated one."""
    if event.start is None:
        return ()
    first = programme_day(event.start, event.day_change)
    last = programme_day(add_minutes(event.end, -1), event.day_change) if event.end is not None else first
    return tuple(first + timedelta(days=number) for number in range(min((last - first).days + 1, MOST_DAYS)))


def _minutes(zero: datetime, at: datetime) -> int:
    return round((at.astimezone(UTC) - zero.astimezone(UTC)).total_seconds() / 60)


def _places(session: Session, columns: dict[int | None, int], count: int, zero: datetime) -> list[Place]:
    """One place for each run of neighbouring rooms; a plenum fills all columns."""
    start = 0 if session.start is None else _minutes(zero, session.start)
    if session.all_rooms:
        return [Place(session, 0, count, start, session.minutes)]
    runs: list[list[int]] = []
    for number in sorted(columns[room] for room in session.room_ids or (None,) if room in columns):
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return [Place(session, run[0], len(run), start, session.minutes) for run in runs]


def _in_lanes(places: list[Place], least: int) -> list[Place]:
    """Sessions that overlap in a column stand side by side, and beside one over several columns; in order of time."""
    wide = [place for place in places if place.columns > 1]
    columns: dict[int, list[Place]] = defaultdict(list)
    for place in places:
        if place.columns == 1:
            columns[place.column].append(place)
    narrow = []
    for column, own in columns.items():
        across = [place for place in wide if place.column <= column < place.column + place.columns]
        for group in _overlapping(own, least):
            covered = any(_overlap(one, other, least) for one in group for other in across)
            narrow += _side_by_side(group, least, first=1 if covered else 0)
    return sorted([*wide, *narrow], key=_order)


def _order(place: Place) -> tuple[int, int, int]:
    return place.start, place.column, place.lane


def _end(place: Place, least: int) -> int:
    return place.start + max(place.minutes, least)


def _overlap(one: Place, other: Place, least: int) -> bool:
    return one.start < _end(other, least) and other.start < _end(one, least)


def _overlapping(places: list[Place], least: int) -> list[list[Place]]:
    """The places of a column in groups that share time."""
    groups: list[list[Place]] = []
    end = 0
    for place in sorted(places, key=lambda p: (p.start, -p.minutes, p.session.number)):
        if groups and place.start < end:
            groups[-1].append(place)
            end = max(end, _end(place, least))
        else:
            groups.append([place])
            end = _end(place, least)
    return groups


def _side_by_side(group: list[Place], least: int, *, first: int) -> list[Place]:
    """Each of a group in the first lane that is free; `first` leaves lanes free for what is drawn below."""
    ends: list[int] = []
    lanes = []
    for place in group:
        lane = next((number for number, end in enumerate(ends) if end <= place.start), len(ends))
        ends[lane : lane + 1] = [_end(place, least)]
        lanes.append(lane)
    return [
        replace(place, lane=lane + first, lanes=len(ends) + first) for place, lane in zip(group, lanes, strict=True)
    ]
