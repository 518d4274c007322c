"""What a file of another system said: the batch between an import format and the kit."""

from dataclasses import dataclass, field
from datetime import date, datetime

from eventkit.domain.programme import Attachment, Link, SessionKind, SessionState, SessionText


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRow:
    """One thing a reader could not take as it stands.

    `place` says where (line, path or title), `code` is a key of the word list section `report`,
    `values` fill its placeholders.
    """

    place: str
    code: str
    values: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRoom:
    """A room as the file lists it; `key` is its id there, else its name."""

    key: str
    name: str
    capacity: int | None = None
    description: str = ""
    virtual: bool = False
    uuid: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceTrack:
    """A track as the file lists it; `key` is its id or slug there, else its name."""

    key: str
    name: str
    color: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcePerson:
    """A person as the file lists them.

    `key` is the file's id for the person (id, code or guid, prefixed by its kind); a file without ids
    gives the name as key, so two mentions of a name are one person within one file only.
    """

    key: str
    name: str
    headline: str = ""
    bio: str = ""
    affiliation: str = ""
    pronouns: str = ""
    email: str = ""
    links: tuple[Link, ...] = ()
    uuid: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceSession:
    """A session as the file lists it; rooms, track and people are keys into the batch.

    `key` is the file's id for the session. `start` is an aware instant in the event's zone, or None.
    `uuid`, `number` and `code` are kept when the file has them (else the kit makes its own).
    """

    key: str
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
    room_keys: tuple[str, ...] = ()
    track_key: str | None = None
    person_keys: tuple[str, ...] = ()
    url: str = ""
    uuid: str = ""
    number: int | None = None
    code: str = ""
    texts: tuple[SessionText, ...] = ()
    links: tuple[Link, ...] = ()
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceEvent:
    """The event as the file names it; `zone` is an IANA name, `day_change` minutes after midnight."""

    key: str
    title: str
    zone: str
    subtitle: str = ""
    description: str = ""
    url: str = ""
    language: str = ""
    venue: str = ""
    street: str = ""
    city: str = ""
    start: datetime | None = None
    end: datetime | None = None
    day_change: int = 0
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportBatch:
    """Everything one file (or folder) said, in its order.

    `days` counts the file's day containers (else distinct local start dates). Rooms, tracks and people
    hold the listed but unused ones too. `beyond` counts by name what was taken besides the sessions'
    own (see `counts`), `skipped` what was not taken, `notes` what was decided. `besides` has the keys of sessions and
    tracks that were taken but are not the file's own sessions and tracks, as "session:<key>" and "track:<key>".
    `counted` has by name what the file itself counts otherwise than the kit: two people under one id, a list of rooms.
    """

    format: str
    event: SourceEvent
    days: int
    rooms: tuple[SourceRoom, ...] = ()
    tracks: tuple[SourceTrack, ...] = ()
    people: tuple[SourcePerson, ...] = ()
    sessions: tuple[SourceSession, ...] = ()
    skipped: tuple[ReportRow, ...] = ()
    notes: tuple[ReportRow, ...] = ()
    beyond: dict[str, int] = field(default_factory=dict)
    besides: frozenset[str] = frozenset()
    counted: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportHints:
    """What the user says beside the file: `zone` counts only where the file names none."""

    zone: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportResult:
    """What an import did to the kit: counts of all rows (sessions, people, rooms, tracks, event).

    `kept` tells fields the organizer had edited and that stayed, `gone` the sessions that the file no
    longer has and that stayed, `notes` what was decided (a number or code that could not be kept).
    """

    event_id: int
    event_slug: str
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    kept: tuple[ReportRow, ...] = ()
    gone: tuple[ReportRow, ...] = ()
    notes: tuple[ReportRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What a batch holds, as `import` reports it; rooms, people and tracks are those that its sessions use."""

    events: int
    days: int
    rooms: int
    sessions: int
    people: int
    tracks: int
    minutes: int
    unscheduled: int


def counts(batch: ImportBatch) -> Counts:
    """Count what the file's sessions use: distinct rooms, people and tracks, and the sum of all minutes."""
    sessions = [session for session in batch.sessions if f"session:{session.key}" not in batch.besides]
    tracks = {session.track_key for session in sessions if session.track_key is not None}
    return Counts(
        events=1,
        days=batch.days,
        rooms=batch.counted.get("rooms", len({key for session in sessions for key in session.room_keys})),
        sessions=len(sessions),
        people=batch.counted.get("people", len({key for session in sessions for key in session.person_keys})),
        tracks=len([key for key in tracks if f"track:{key}" not in batch.besides]),
        minutes=sum(session.minutes for session in sessions),
        unscheduled=sum(session.start is None for session in sessions),
    )
