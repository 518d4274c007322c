"""Gathers what a reader finds into a batch: keys unique, values clean, everything odd in the report."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from eventkit.domain.errors import ImportFileError
from eventkit.domain.imports import (
    ImportBatch,
    ReportRow,
    SourceEvent,
    SourcePerson,
    SourceRoom,
    SourceSession,
    SourceTrack,
)
from eventkit.domain.programme import Attachment, Link, SessionKind, SessionState, SessionText, programme_day
from eventkit.domain.text import clean, one_line
from eventkit.formats.schedule import values
from eventkit.formats.schedule.kinds import Progress
from eventkit.formats.schedule.zones import in_zone

MAX_SESSIONS = 100_000
_TOLD_EVERY = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A session as a dialect's reader found it: texts as they stand in the file, keys into the gathering.

    `length` is a text for `values.minutes`, or whole minutes. `start` may be naive (then it is in the file's zone).
    """

    key: str
    title: str
    place: str
    start: datetime | None = None
    length: str | int = 0
    day: date | None = None
    subtitle: str = ""
    abstract: str = ""
    description: str = ""
    language: str = ""
    kind: SessionKind = SessionKind.TALK
    state: SessionState = SessionState.CONFIRMED
    all_rooms: bool = False
    room_keys: tuple[str, ...] = ()
    track_key: str | None = None
    person_keys: tuple[str, ...] = ()
    url: str = ""
    uuid: str = ""
    number: str = ""
    code: str = ""
    texts: tuple[SessionText, ...] = ()
    links: tuple[Link, ...] = ()
    attachments: tuple[Attachment, ...] = ()


@dataclass(slots=True)
class Gathering:
    """A batch under way."""

    format: str
    zone: str
    progress: Progress
    total: int = 0
    day_change: int = 0
    rooms: dict[str, SourceRoom] = field(default_factory=dict)
    tracks: dict[str, SourceTrack] = field(default_factory=dict)
    people: dict[str, SourcePerson] = field(default_factory=dict)
    sessions: dict[str, SourceSession] = field(default_factory=dict)
    skipped: list[ReportRow] = field(default_factory=list)
    notes: list[ReportRow] = field(default_factory=list)
    beyond: dict[str, int] = field(default_factory=dict)
    besides: set[str] = field(default_factory=set)

    def skip(self, place: str, code: str, **told: str) -> None:
        """Tell of something that was not taken."""
        self.skipped.append(ReportRow(place=place, code=code, values=told))

    def note(self, place: str, code: str, **told: str) -> None:
        """Tell of something that was decided."""
        self.notes.append(ReportRow(place=place, code=code, values=told))

    def room(
        self, name: str, key: str = "", *, capacity: object = None, description: str = "", virtual: bool = False
    ) -> str:
        """The key of a room, which is listed when it is new; nothing for a room without a name."""
        name = one_line(name)
        key = key or name
        if name and key not in self.rooms:
            seats = capacity if isinstance(capacity, int) and 0 < capacity < 10**6 else None
            self.rooms[key] = SourceRoom(
                key=key, name=name, capacity=seats, description=values.plain(description), virtual=virtual
            )
        return key if name else ""

    def track(self, name: str, key: str = "", color: str = "") -> str | None:
        """The key of a track, which is listed when it is new; None for a track without a name."""
        name = one_line(name)
        key = key or name
        if name and key not in self.tracks:
            self.tracks[key] = SourceTrack(key=key, name=name, color=values.color(color))
        return key if name else None

    def person(self, name: str, key: str = "", *, uuid: str = "", headline: str = "", bio: str = "") -> str:
        """The key of a person, who is listed when new; without a key of the file the name is it."""
        name = one_line(name)
        key = key or f"name:{name}"
        if name and key not in self.people:
            self.people[key] = SourcePerson(
                key=key, name=name, uuid=values.uuid(uuid), headline=one_line(headline), bio=values.plain(bio)
            )
        return key if name else ""

    def link(self, place: str, url: str, title: str = "", kind: str = "") -> Iterable[Link]:
        """A link, or a row of the report for an address that is none."""
        found = values.address(url)
        if found:
            yield Link(url=found, title=one_line(title), kind=one_line(kind))
        elif url.strip():
            self.skip(place, "address_unusable", address=one_line(url)[:200])

    def beside(self, found: Found, name: str) -> None:
        """Take something that is none of the file's own sessions, such as a meal; `beyond` counts it as `name`."""
        self.add(found)
        self.besides.add(f"session:{next(reversed(self.sessions))}")
        self.beyond[name] = self.beyond.get(name, 0) + 1

    def add(self, found: Found) -> None:
        """Take a session; what can't be taken as it stands is told."""
        if len(self.sessions) >= MAX_SESSIONS:
            raise ImportFileError("import_too_many", limit=MAX_SESSIONS)
        if len(self.sessions) % _TOLD_EVERY == 0:
            self.progress(len(self.sessions), max(self.total, len(self.sessions)))
        title = one_line(found.title)
        place = title or found.place
        if not title:
            self.note(found.place, "title_missing")
            title = found.place
        start, day = self._when(found, place)
        key = self._free_key(found.key or title, place)
        self.sessions[key] = SourceSession(
            key=key,
            title=title,
            subtitle=one_line(found.subtitle),
            abstract=values.plain(found.abstract),
            description=values.plain(found.description),
            language=one_line(found.language),
            kind=found.kind,
            state=found.state,
            start=start,
            minutes=self._minutes(found.length, place),
            day=day,
            all_rooms=found.all_rooms,
            room_keys=tuple(dict.fromkeys(filter(None, found.room_keys))),
            track_key=found.track_key,
            person_keys=tuple(dict.fromkeys(filter(None, found.person_keys))),
            url=values.address(found.url),
            uuid=values.uuid(found.uuid),
            number=values.number(found.number),
            code=values.code(found.code),
            texts=found.texts,
            links=found.links,
            attachments=found.attachments,
        )

    def batch(self, event: SourceEvent, days: int | None = None) -> ImportBatch:
        """The finished batch; `days` of None counts the distinct days of the sessions."""
        if not self.sessions:
            raise ImportFileError("import_empty")
        if days is None:
            starts = (session.start for key, session in self.sessions.items() if f"session:{key}" not in self.besides)
            days = len({start.date() for start in starts if start is not None})
        self.progress(len(self.sessions), len(self.sessions))
        return ImportBatch(
            format=self.format,
            event=event,
            days=days,
            rooms=tuple(self.rooms.values()),
            tracks=tuple(self.tracks.values()),
            people=tuple(self.people.values()),
            sessions=tuple(self.sessions.values()),
            skipped=tuple(self.skipped),
            notes=tuple(self.notes),
            besides=frozenset(self.besides),
            beyond={name: count for name, count in (self.beyond | self._unused()).items() if count},
        )

    def _unused(self) -> dict[str, int]:
        """What is listed and no session uses."""
        sessions = self.sessions.values()
        return {
            "rooms": len(self.rooms.keys() - {key for session in sessions for key in session.room_keys}),
            "people": len(self.people.keys() - {key for session in sessions for key in session.person_keys}),
            "tracks": len(self.tracks.keys() - {session.track_key for session in sessions}),
        }

    def _when(self, found: Found, place: str) -> tuple[datetime | None, date | None]:
        if found.start is None:
            return None, None
        start, odd = in_zone(found.start, ZoneInfo(self.zone))
        if odd:
            self.note(place, odd, time=found.start.isoformat(" ", "minutes"))
        return start, found.day or programme_day(start, self.day_change)

    def _minutes(self, length: str | int, place: str) -> int:
        found = values.minutes(length) if isinstance(length, str) else length
        if found is None or not 0 <= found <= values.MAX_MINUTES:
            self.skip(place, "length_unusable", length=clean(str(length))[:50])
            return 0
        return found

    def _free_key(self, key: str, place: str) -> str:
        if key not in self.sessions:
            return key
        number = next(n for n in range(2, MAX_SESSIONS + 2) if f"{key}#{n}" not in self.sessions)
        self.note(place, "key_twice", key=one_line(key)[:100])
        return f"{key}#{number}"
