"""The run sheet: what happens minute by minute, what runs now, and how far the day is from its plan."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from eventkit.domain.programme import Programme, Session, SessionState, add_minutes, programme_day

GONE = frozenset({SessionState.CANCELLED, SessionState.REJECTED, SessionState.WITHDRAWN})
"""States of sessions that will not happen."""
MINUTE, HOUR = 60, 3600
PATIENCE, NIGHT = HOUR, 12 * HOUR
"""How long a line that nobody started is still waited for: before the day has begun, and after."""
EVERYWHERE = frozenset({0})
"""The rooms of an event that has none."""


class CueKind(StrEnum):
    """What a cue is: a job of the crew beside the programme, or a ceremony that fills its room like a session."""

    CREW = "crew"
    CEREMONY = "ceremony"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A line that is on the run sheet alone.

    `start` is aware and in the event's zone, `minutes` may be 0. Whose it is tells `person_id`, or a word like "Sound"
    in `owner`. Without a room it is everywhere. `text` is what is said, pressed or handed over.
    """

    id: int
    uuid: str
    event_id: int
    title: str
    start: datetime
    minutes: int = 0
    text: str = ""
    person_id: int | None = None
    owner: str = ""
    room_id: int | None = None
    kind: CueKind = CueKind.CREW


@dataclass(frozen=True, slots=True)
class RunKey:
    """Which line: one of the two is given."""

    session_id: int | None = None
    cue_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """When a line really began and ended; aware, None for not yet."""

    started: datetime | None = None
    ended: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RunLine:
    """A session or a cue with its planned start, its programme day, all the rooms it fills, and what really was."""

    of: Session | Cue
    start: datetime
    day: date
    room_ids: frozenset[int]
    started: datetime | None = None
    ended: datetime | None = None

    @property
    def key(self) -> RunKey:
        """Which line it is."""
        return RunKey(session_id=self.of.id) if isinstance(self.of, Session) else RunKey(cue_id=self.of.id)

    @property
    def until(self) -> float:
        """The planned end, in seconds since 1970."""
        return self.start.timestamp() + self.of.minutes * MINUTE

    @property
    def fills(self) -> bool:
        """Whether it fills its rooms; a job of the crew runs beside what does."""
        return isinstance(self.of, Session) or self.of.kind == CueKind.CEREMONY

    @property
    def running(self) -> bool:
        """Whether it has begun and not ended."""
        return self.started is not None and self.ended is None

    def ends(self, other: "RunLine") -> bool:
        """Whether the other is over once this one begins."""
        return bool(self.room_ids & other.room_ids) and (self.fills or not other.fills)


def run_lines(programme: Programme, cues: Iterable[Cue], times: Mapping[RunKey, Times]) -> tuple[RunLine, ...]:
    """The run sheet in order: by start; at one time a cue before the session that it prepares."""
    every = frozenset(room.id for room in programme.rooms) or EVERYWHERE
    lines = [
        RunLine(of=one, start=one.start, day=one.day, room_ids=_rooms(one, every))
        for one in programme.sessions
        if one.start is not None and one.day is not None and one.state not in GONE
    ]
    for cue in cues:
        day = programme_day(cue.start, programme.event.day_change)
        rooms = every if cue.room_id is None else frozenset({cue.room_id})
        lines.append(RunLine(of=cue, start=cue.start, day=day, room_ids=rooms))
    told = [_timed(line, times.get(line.key, Times())) for line in lines]
    return tuple(sorted(told, key=lambda line: (line.start.timestamp(), isinstance(line.of, Session))))


def on_now(lines: Iterable[RunLine]) -> RunLine | None:
    """What runs: of several lines the one that fills a room and began last."""
    begun = [(line.fills, line.started.timestamp(), line) for line in lines if line.started and line.ended is None]
    return max(begun, key=lambda told: told[:2])[2] if begun else None


def next_line(lines: Sequence[RunLine], now: datetime) -> RunLine | None:
    """What begins next: the first line that nobody started, that none after it has passed and that is still waited for.

    A line is waited for an hour after its planned end, and half a day once its programme day has begun.
    """
    begun = {line.day for line in lines if line.started is not None}
    at = now.timestamp()
    found, begun_in, filled = None, set[int](), set[int]()
    for line in reversed(lines):
        if line.started is not None:
            begun_in |= line.room_ids
            filled |= line.room_ids if line.fills else frozenset()
        elif line.until + (NIGHT if line.day in begun else PATIENCE) <= at:
            continue
        elif line.room_ids.isdisjoint(filled if line.fills else begun_in):
            found = line
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """The day at one moment: what runs, what is next, whole minutes behind the plan, seconds left of what runs.

    Fewer than no minutes behind is ahead; fewer than no seconds left is over its time.
    """

    line: RunLine | None
    following: RunLine | None
    behind: int
    left: int


def moment(lines: Sequence[RunLine], now: datetime) -> Moment:
    """How the day stands at `now`, from the clock alone.

    What runs tells the drift by the end that can be expected, else what should have begun by how long it is due.
    """
    line, following, at = on_now(lines), next_line(lines, now), now.timestamp()
    if line is None or line.started is None:
        due = 0 if following is None else max(0, int((at - following.start.timestamp()) / MINUTE))
        return Moment(line=None, following=following, behind=due, left=0)
    end = line.started.timestamp() + line.of.minutes * MINUTE
    drift = int((max(at, end) - line.until) / MINUTE)
    return Moment(line=line, following=following, behind=drift, left=math.ceil(end - at))


def extended(lines: Iterable[RunLine], line: RunLine, minutes: int) -> tuple[Session | Cue, ...]:
    """The line so much longer, and what follows that day in its rooms as much later as it then must be.

    Pauses between lines take up what they can. Locked sessions stay, and so does what has begun. What fills several
    rooms carries a delay from one into all of them. A job of the crew follows its rooms and delays nothing.
    """
    return replace(line.of, minutes=line.of.minutes + minutes), *_followed(lines, line, minutes)


def postponed(lines: Iterable[RunLine], line: RunLine, minutes: int) -> tuple[Session | Cue, ...]:
    """The line so much later, and what follows as when it is extended: the plan takes over how late the day is."""
    return replace(line.of, start=add_minutes(line.start, minutes)), *_followed(lines, line, minutes)


def _followed(lines: Iterable[RunLine], line: RunLine, minutes: int) -> Iterator[Session | Cue]:
    """What must move once the line ends so much later."""
    late = dict.fromkeys(line.room_ids, (line.until, minutes * MINUTE))
    for other in lines:
        start = other.start.timestamp()
        if other.key == line.key or other.started is not None or other.day != line.day or start < line.until:
            continue
        known = [late[room] for room in other.room_ids if room in late]
        delay = max((by - max(0, start - end) for end, by in known), default=0)
        locked = isinstance(other.of, Session) and other.of.locked
        shift = 0 if locked else max(0, int(delay / MINUTE))
        if shift:
            yield replace(other.of, start=add_minutes(other.start, shift))
        if other.fills:
            late.update(dict.fromkeys(other.room_ids, (other.until, shift * MINUTE)))


def _timed(line: RunLine, times: Times) -> RunLine:
    return replace(line, started=times.started, ended=times.ended)


def _rooms(session: Session, every: frozenset[int]) -> frozenset[int]:
    return every if session.all_rooms or not session.room_ids else frozenset(session.room_ids)
