"""What clashes are told in: the rules' names, their limits, a clash, and a session as the rules see it."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import NamedTuple

from eventkit.domain.findings import Severity
from eventkit.domain.programme import Session, SessionKind, SessionState

ABSENT_STATES = frozenset({SessionState.CANCELLED, SessionState.REJECTED, SessionState.WITHDRAWN})
"""Sessions in these states fill no room and need nobody."""
PAUSES = frozenset({SessionKind.BREAK, SessionKind.MEAL})
"""Where everybody rests; such a session needs no speaker and no track."""
UNSPOKEN = PAUSES | {SessionKind.CEREMONY, SessionKind.OTHER, SessionKind.BOF}
"""Sessions that may well have nobody on stage."""
UNTRACKED = UNSPOKEN | {SessionKind.LIGHTNING}
"""Sessions that are for everybody, whatever they follow."""
FREE_PACED = PAUSES | {SessionKind.WORKSHOP, SessionKind.OTHER}
"""Sessions in which people get up when they like."""
MINUTE = 60


class Rule(StrEnum):
    """The rules; each is a key of the word list section `finding`."""

    ROOM = "room_clash"
    PERSON = "person_clash"
    AVAILABILITY = "person_away"
    HOURS = "outside_hours"
    CAPACITY = "over_capacity"
    CHANGEOVER = "changeover_short"
    WALK = "walk_short"
    PAUSE = "no_pause"
    UNCONFIRMED = "speaker_unconfirmed"
    NO_SPEAKER = "no_speaker"
    NO_TRACK = "no_track"
    NO_LENGTH = "no_length"
    TRACK = "track_clash"
    LOAD = "many_sessions"
    CLOCK = "clock_change"
    CREW = "crew_clash"


SEVERITY = {
    Rule.ROOM: Severity.ERROR,
    Rule.PERSON: Severity.ERROR,
    Rule.CAPACITY: Severity.ERROR,
    Rule.CREW: Severity.ERROR,
    Rule.NO_SPEAKER: Severity.NOTE,
    Rule.NO_TRACK: Severity.NOTE,
    Rule.TRACK: Severity.NOTE,
}
"""How much a rule matters; the others are warnings. A pause that comes far too late is an error too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What the rules allow: minutes, sessions a day, days before the event, metres a minute on foot."""

    pause: int = 90
    pause_at_last: int = 120
    rest: int = 10
    sessions_a_day: int = 3
    confirmed_days: int = 7
    walk: int = 15
    metres_a_minute: int = 75


LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Clash:
    """A finding on one session, or on two of which `first` begins earlier.

    `key` is the id of the room, person or track that it is about, 0 for none; `values` fill the words.
    """

    rule: Rule
    first: Session
    second: Session | None = None
    key: int = 0
    severity: Severity = Severity.WARNING
    values: dict[str, str] = field(default_factory=dict, compare=False)

    @property
    def sessions(self) -> tuple[Session, ...]:
        """The sessions that it marks, in order of time."""
        return (self.first,) if self.second is None else (self.first, self.second)

    @property
    def last(self) -> Session:
        """The later one, which is the one to move."""
        return self.first if self.second is None else self.second

    @property
    def serious(self) -> bool:
        """Whether it marks its sessions; a note does not."""
        return self.severity != Severity.NOTE


class Span(NamedTuple):
    """A session as the rules sort it: start and end in minutes since 1970, then its number and id."""

    start: int
    end: int
    number: int
    id: int
    session: Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """Where a crew member is needed besides the sessions; `start` is aware."""

    person_id: int
    start: datetime
    minutes: int
    name: str


def span(session: Session) -> Span:
    """The session with its minutes; raises ValueError for one without a time."""
    if session.start is None:
        raise ValueError("a session without a time overlaps nothing")
    start = int(session.start.timestamp()) // MINUTE
    return Span(start, start + session.minutes, session.number, session.id, session)


def takes_place(session: Session) -> bool:
    """Whether it has a time and is not called off."""
    return session.start is not None and session.state not in ABSENT_STATES


def clash(
    rule: Rule,
    first: Session,
    second: Session | None = None,
    *,
    key: int = 0,
    **values: str | int,
) -> Clash:
    """A clash with the severity of its rule."""
    told = {name: str(value) for name, value in values.items()}
    return Clash(rule, first, second, key, SEVERITY.get(rule, Severity.WARNING), told)


def minute_of_day(at: datetime, day: date) -> int:
    """Minutes of the wall clock since the day's midnight."""
    return (at.date() - day).days * 24 * MINUTE + at.hour * MINUTE + at.minute


def exists_twice(at: datetime) -> bool:
    """Whether the wall clock shows this local time twice, because it is put back."""
    return at.replace(fold=0).utcoffset() != at.replace(fold=1).utcoffset() and exists(at)


def exists(at: datetime) -> bool:
    """Whether the wall clock ever shows this local time."""
    return at.astimezone(UTC).astimezone(at.tzinfo).replace(tzinfo=None) == at.replace(tzinfo=None)
