"""The records of an event's programme: who, what, where and when."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from functools import cached_property
from zoneinfo import ZoneInfo

from eventkit.domain.guests import Guest


class SessionState(StrEnum):
    """How far a session has come; what a file says maps into it, absent means confirmed."""

    DRAFT = "draft"
    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


PUBLIC_STATES = frozenset({SessionState.ACCEPTED, SessionState.CONFIRMED, SessionState.CANCELLED})
"""The states that calendars, prints and public lists show (cancelled ones marked so)."""


class SessionKind(StrEnum):
    """What a session is; breaks and meals have no speakers and usually fill all rooms."""

    TALK = "talk"
    LIGHTNING = "lightning"
    WORKSHOP = "workshop"
    KEYNOTE = "keynote"
    PANEL = "panel"
    BOF = "bof"
    DEMO = "demo"
    BREAK = "break"
    MEAL = "meal"
    CEREMONY = "ceremony"
    OTHER = "other"


class EventState(StrEnum):
    """How far an event has come."""

    DRAFT = "draft"
    PLANNED = "planned"
    ANNOUNCED = "announced"
    RUNNING = "running"
    DONE = "done"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A local community; `zone` is an IANA name."""

    id: int
    uuid: str
    name: str
    city: str
    zone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Venue:
    """A place; a virtual one has no walls, so nothing in it clashes."""

    id: int
    uuid: str
    name: str
    street: str = ""
    postcode: str = ""
    city: str = ""
    country: str = ""
    url: str = ""
    access: str = ""
    virtual: bool = False
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A room of an event, in the organizer's order; `capacity` counts seats.

    `opens` and `closes` are minutes after midnight, None where nobody said; closing before opening is the day after.
    """

    id: int
    uuid: str
    event_id: int
    name: str
    position: int = 0
    capacity: int | None = None
    opens: int | None = None
    closes: int | None = None
    description: str = ""
    virtual: bool = False
    venue_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """A thread through the programme; `color` is #rrggbb or empty."""

    id: int
    uuid: str
    event_id: int
    name: str
    color: str = ""
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A web address with what it is; `kind` as in the schedule formats (web, slides, video ...)."""

    url: str
    title: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file that goes with something: a web address, or bytes in the kit named by `sha256`."""

    title: str
    url: str = ""
    mime: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who speaks or helps; the speaker's facet is `bio` and `headline`.

    `availability` is what was typed about it ("not after 20:00"); domain.availability reads it.
    """

    id: int
    uuid: str
    name: str
    badge_name: str = ""
    pronouns: str = ""
    affiliation: str = ""
    email: str = ""
    language: str = ""
    headline: str = ""
    bio: str = ""
    availability: str = ""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CrewMember:
    """A person who helps at an event; `role` is what the badge says."""

    id: int
    uuid: str
    event_id: int
    person_id: int
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionText:
    """A session's words in one more language."""

    language: str
    title: str = ""
    subtitle: str = ""
    abstract: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One entry of the programme, scheduled or not.

    `start` is aware and in the event's zone, None while unscheduled; `minutes` may be 0. `day` is the
    programme day it is listed under (the day before for a session after midnight). `all_rooms` marks a
    plenum or a break that fills every room; otherwise `room_ids` has none, one or several.
    `person_ids` are the speakers in order. `number` is a small positive integer and `code` six
    characters of A-Z and 0-9, both unique in the event. A `locked` session stays where it is; `expected` counts
    heads, None where nobody guessed.
    """

    id: int
    uuid: str
    uid: str
    event_id: int
    number: int
    code: str
    title: str
    subtitle: str = ""
    abstract: str = ""
    description: str = ""
    language: str = ""
    kind: SessionKind = SessionKind.TALK
    state: SessionState = SessionState.CONFIRMED
    start: datetime | None = None
    minutes: int = 0
    day: date | None = None
    all_rooms: bool = False
    room_ids: tuple[int, ...] = ()
    track_id: int | None = None
    person_ids: tuple[int, ...] = ()
    talk_id: int | None = None
    url: str = ""
    locked: bool = False
    expected: int | None = None
    texts: tuple[SessionText, ...] = ()
    links: tuple[Link, ...] = ()
    attachments: tuple[Attachment, ...] = ()

    @property
    def end(self) -> datetime | None:
        """The aware end in the event's zone, reckoned over clock changes; None while unscheduled."""
        return None if self.start is None else add_minutes(self.start, self.minutes)

    @property
    def public(self) -> bool:
        """Whether calendars, prints and public lists show it."""
        return self.state in PUBLIC_STATES


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """A talk that can be given again; a session keeps its own words, so the past stays as printed."""

    id: int
    uuid: str
    title: str
    subtitle: str = ""
    abstract: str = ""
    description: str = ""
    language: str = ""
    kind: SessionKind = SessionKind.TALK
    minutes: int = 0
    person_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One meetup, camp or conference.

    `start` and `end` are aware and in `zone` (an IANA name), None while undated. `day_change` is the
    minute after midnight at which a programme day ends, `changeover` how many minutes a room needs between two
    sessions. `url` is the public address, `register_url`
    where people sign up; both may be empty.
    """

    id: int
    uuid: str
    uid: str
    slug: str
    title: str
    zone: str
    subtitle: str = ""
    description: str = ""
    state: EventState = EventState.PLANNED
    start: datetime | None = None
    end: datetime | None = None
    day_change: int = 0
    changeover: int = 0
    language: str = ""
    url: str = ""
    register_url: str = ""
    entry: str = ""
    contact: str = ""
    theme: str = ""
    chapter_id: int | None = None
    venue_id: int | None = None
    links: tuple[Link, ...] = ()

    @property
    def tz(self) -> ZoneInfo:
        """The zone's rules."""
        return ZoneInfo(self.zone)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventSummary:
    """An event as lists show it.

    `start` and `end` are aware and in `zone`: the event's own, else those of its public sessions, else None.
    `place` names the venue and its city, `sessions` counts the public sessions.
    """

    id: int
    uuid: str
    slug: str
    title: str
    start: datetime | None
    end: datetime | None
    zone: str
    state: EventState
    place: str
    sessions: int


@dataclass(frozen=True, kw_only=True)
class Programme:
    """Everything about one event that a calendar, a print or a page shows, in display order.

    `sessions` holds all states, ordered by start (unscheduled last), then room position, then number. `guests` are only
    there for what prints them.
    """

    event: Event
    chapter: Chapter | None = None
    venue: Venue | None = None
    rooms: tuple[Room, ...] = ()
    tracks: tuple[Track, ...] = ()
    sessions: tuple[Session, ...] = ()
    people: tuple[Person, ...] = ()
    crew: tuple[CrewMember, ...] = ()
    venues: tuple[Venue, ...] = field(default=())
    guests: tuple[Guest, ...] = ()

    @cached_property
    def room(self) -> dict[int, Room]:
        """Rooms by id."""
        return {room.id: room for room in self.rooms}

    @cached_property
    def track(self) -> dict[int, Track]:
        """Tracks by id."""
        return {track.id: track for track in self.tracks}

    @cached_property
    def person(self) -> dict[int, Person]:
        """People by id."""
        return {person.id: person for person in self.people}

    @cached_property
    def session(self) -> dict[int, Session]:
        """Sessions by id."""
        return {session.id: session for session in self.sessions}

    @cached_property
    def public_sessions(self) -> tuple[Session, ...]:
        """The public sessions that have a time, in display order."""
        return tuple(s for s in self.sessions if s.public and s.start is not None)

    @cached_property
    def days(self) -> tuple[date, ...]:
        """The programme days that hold a session with a time, in order."""
        return tuple(sorted({s.day for s in self.sessions if s.day is not None and s.start is not None}))

    def speakers(self, session: Session) -> tuple[Person, ...]:
        """The session's speakers in order."""
        return tuple(self.person[key] for key in session.person_ids)

    def rooms_of(self, session: Session) -> tuple[Room, ...]:
        """The rooms a session fills: all of them for a plenum."""
        return self.rooms if session.all_rooms else tuple(self.room[key] for key in session.room_ids)


def add_minutes(start: datetime, minutes: int) -> datetime:
    """`start` plus real minutes, in the same zone (wall-clock arithmetic would be wrong at a clock change)."""
    zone = start.tzinfo
    return (start.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(zone)


def programme_day(start: datetime, day_change: int) -> date:
    """The programme day of an aware local `start`: before `day_change` (minutes) it is the day before."""
    if start.hour * 60 + start.minute < day_change:
        return start.date() - timedelta(days=1)
    return start.date()
