"""Gathers what a reader finds into a batch: keys unique, values clean, everything odd in the report."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from eventkit.domain.errors import ImportFileError
from eventkit.domain.imports import (
    ImportBatch,
    ImportHints,
    ReportRow,
    SourceEvent,
    SourcePerson,
    SourceRoom,
    SourceSession,
    SourceTrack,
)
from eventkit.domain.programme import (
    Attachment,
    Link,
    SessionKind,
    SessionState,
    SessionText,
    programme_day,
)
from eventkit.domain.text import fold, one_line
from eventkit.formats.schedule import meanings, values
from eventkit.formats.schedule.kinds import Progress
from eventkit.formats.schedule.markup import plain
from eventkit.formats.schedule.trees import row
from eventkit.formats.schedule.zones import choose_zone, in_zone

MAX_SESSIONS = 30_000
"""Of one file; a query can name 32,766 of them where SQLite is built as usual."""
MAX_ROWS = 10_000
_TOLD_EVERY = 100
_MAX_KEY = 200


@dataclass(slots=True, kw_only=True)
class Found:
    """A session as a dialect's reader found it: texts as they stand in the file, keys into the gathering.

    `length` is a text for `values.minutes`; without it the session lasts until `end`. `start` and `end` may be naive
    (then they are in the file's zone).
    """

    key: str
    title: str
    place: str
    start: datetime | None = None
    end: datetime | None = None
    length: str = ""
    day: date | None = None
    subtitle: str = ""
    abstract: str = ""
    description: str = ""
    language: str = ""
    kind: SessionKind = SessionKind.TALK
    state: str = ""
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
    beyond: Counter[str] = field(default_factory=Counter)
    besides: set[str] = field(default_factory=set)
    counted: dict[str, int] = field(default_factory=dict)
    _repeats: Counter[str] = field(default_factory=Counter)
    _withheld: set[str] = field(default_factory=set)
    _days: set[date] = field(default_factory=set)
    _shared: dict[str, str] = field(default_factory=dict)
    _nameless: dict[str, bool] = field(default_factory=dict)

    def skip(self, place: str, code: str, **told: str) -> None:
        """Tell of something that was not taken."""
        self.skipped.append(row(place, code, **told))

    def note(self, place: str, code: str, **told: str) -> None:
        """Tell of something that was decided."""
        self.notes.append(row(place, code, **told))

    def room(
        self, name: str, *, capacity: str = "", description: str = "", virtual: bool = False, uuid: str = ""
    ) -> str:
        """The key of a room, which is listed when it is new; nothing for a room without a name."""
        key = one_line(name)
        if key and key not in self.rooms:
            seats = values.number(capacity)
            self.rooms[key] = SourceRoom(
                key=key,
                name=key,
                capacity=seats if seats is not None and seats < 10**6 else None,
                description=plain(description),
                virtual=virtual,
                uuid=values.uuid(uuid),
            )
        return key

    def track(self, name: str, *, color: str = "") -> str | None:
        """The key of a track, which is listed when it is new; None for a track without a name."""
        key = one_line(name)
        if key and key not in self.tracks:
            self.tracks[key] = SourceTrack(key=key, name=key, color=values.color(color))
            if color.strip() and not self.tracks[key].color:
                self.skip(key, "color_unusable", color=color)
        return key or None

    def person(
        self,
        name: str,
        key: str = "",
        *,
        uuid: str = "",
        headline: str = "",
        affiliation: str = "",
        bio: str = "",
        email: str = "",
        links: Iterable[Link] = (),
    ) -> str:
        """The key of a person, who is listed when new; without a key of the file the name is it.

        Two names under one key are two people: merged files use ids twice, and nobody may be lost. So somebody
        without a name stands under the id until a name is told. A mail address is personal and stays out; the report
        says how many people had one.
        """
        name = one_line(name)
        key = one_line(key)[:_MAX_KEY] or f"name:{name}"
        if key == "name:":
            return ""
        if not name:
            return self._unnamed(key, told=True)
        if self._nameless.pop(key, None) is not None:
            del self.people[key]
        key = self._own_key(key, name)
        if "@" in email:
            self._withheld.add(key)
        if key not in self.people:
            self.people[key] = SourcePerson(
                key=key,
                name=name,
                uuid=values.uuid(uuid),
                headline=one_line(headline),
                affiliation=one_line(affiliation),
                bio=plain(bio),
                links=tuple(links),
            )
        return key

    def _own_key(self, key: str, name: str) -> str:
        """The key, told apart by the name where somebody else has it."""
        known = self.people.get(key)
        if known is None or known.name == name or fold(known.name) == fold(name):
            return key
        own = f"{key}/{fold(name)}"
        if own not in self.people:
            self.note(known.name, "id_shared", name=name)
        self._shared[own] = key
        return own

    def _unnamed(self, key: str, *, told: bool) -> str:
        if key not in self.people:
            self._nameless[key] = told
            self.people[key] = SourcePerson(key=key, name=key.partition(":")[2])
        return key

    def listed(self, place: str, key: str, said: str) -> str:
        """The key of somebody whom a session names by an id; who is not listed stands under the id, which is told."""
        key = one_line(key)[:_MAX_KEY]
        if key not in self.people:
            self.skip(place, "person_unknown", id=said)
        return self._unnamed(key, told=False) if key.partition(":")[2] else ""

    def link(self, place: str, url: str, title: str = "", kind: str = "") -> Iterable[Link]:
        """A link, or a row of the report for an address that is none."""
        found = self.address(place, url)
        if found:
            yield Link(url=found, title=one_line(title), kind=one_line(kind) if kind else "")

    def address(self, place: str, url: str) -> str:
        """An address; nothing, and a row of the report, for one that is none."""
        found = values.address(url) if url else ""
        if not found and url.strip():
            self.skip(place, "address_unusable", address=url)
        return found

    def beside(self, found: Found, name: str) -> None:
        """Take something that is none of the file's own sessions, such as a meal; `beyond` counts it as `name`."""
        self._take(found)
        self.besides.add(f"session:{next(reversed(self.sessions))}")
        self.beyond[name] += 1

    def beside_track(self, key: str | None, name: str) -> None:
        """Mark a track as none of the file's own; `beyond` counts it as `name`."""
        if key is not None and f"track:{key}" not in self.besides:
            self.besides.add(f"track:{key}")
            self.beyond[name] += 1

    def add(self, found: Found) -> None:
        """Take a session; what can't be taken as it stands is told."""
        if found.start is not None:
            self._days.add(found.start.date())
        self._take(found)

    def _take(self, found: Found) -> None:
        if len(self.sessions) >= MAX_SESSIONS:
            raise ImportFileError("import_too_many", limit=MAX_SESSIONS)
        if len(self.sessions) % _TOLD_EVERY == 0:
            self.progress(len(self.sessions), max(self.total, len(self.sessions)))
        title = one_line(found.title)
        place = title or one_line(found.place) or "?"
        if not title:
            self.note(place, "title_missing")
            title = place
        start, day = self._when(found, place)
        key = self._free_key(one_line(found.key)[:_MAX_KEY] or title[:_MAX_KEY], place)
        self.sessions[key] = SourceSession(
            key=key,
            title=title,
            subtitle=one_line(found.subtitle),
            abstract=plain(found.abstract),
            description=plain(found.description),
            language=meanings.language(found.language),
            kind=found.kind,
            state=self._state(found.state, place),
            start=start,
            minutes=self._minutes(found, start, place),
            day=day,
            all_rooms=found.all_rooms,
            room_keys=tuple(dict.fromkeys(filter(None, found.room_keys))),
            track_key=found.track_key,
            person_keys=tuple(dict.fromkeys(filter(None, found.person_keys))),
            url=self.address(place, found.url),
            uuid=values.uuid(found.uuid),
            number=values.number(found.number),
            code=values.code(found.code),
            texts=found.texts,
            links=found.links,
            attachments=found.attachments,
        )

    def batch(self, event: SourceEvent, days: int | None = None) -> ImportBatch:
        """The finished batch; `days` of None counts the dates on which sessions start, as the file has them."""
        if not self.sessions:
            raise ImportFileError("import_empty")
        if self._withheld:
            self.note("", "emails_withheld", count=str(len(self._withheld)))
        for key in [key for key, told in self._nameless.items() if told]:
            self.skip(key, "name_missing", name=self.people[key].name)
        self._count_people()
        self.progress(len(self.sessions), len(self.sessions))
        return ImportBatch(
            format=self.format,
            event=event,
            days=len(self._days) if days is None else days,
            rooms=tuple(self.rooms.values()),
            tracks=tuple(self.tracks.values()),
            people=tuple(self.people.values()),
            sessions=tuple(self.sessions.values()),
            skipped=_bounded(self.skipped),
            notes=_bounded(self.notes),
            besides=frozenset(self.besides),
            counted=self.counted,
            beyond={name: count for name, count in {**self.beyond, **self._unused()}.items() if count},
        )

    def _count_people(self) -> None:
        """Where a file has ids of people, `people` are those ids; whom it tells apart besides is beyond."""
        used = {key for session in self.sessions.values() for key in session.person_keys}
        unnumbered = {key for key in used if key.startswith("name:")}
        numbered = used - unnumbered
        ids = {self._shared.get(key, key) for key in numbered}
        if numbered:
            self.counted["people"] = len(ids)
            self.beyond["people_sharing_id"] = len(numbered) - len(ids)
            self.beyond["people_without_id"] = len(unnumbered)

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
            self.note(place, "time_missing")
            return None, None
        start, odd = in_zone(found.start, ZoneInfo(self.zone))
        if odd:
            self.note(place, odd, time=found.start.isoformat(" ", "minutes"))
        if found.day is not None and abs((start.date() - found.day).days) > 1:
            self.note(place, "day_differs", day=found.day.isoformat())
            return start, programme_day(start, self.day_change)
        return start, found.day or programme_day(start, self.day_change)

    def _minutes(self, found: Found, start: datetime | None, place: str) -> int:
        """The stated length, else the real minutes from start to end."""
        length, stated = values.minutes(found.length), found.length
        if not stated and start is not None and found.end is not None:
            end, _ = in_zone(found.end, ZoneInfo(self.zone))
            length, stated = values.between(start, end), f"{start.isoformat()} – {end.isoformat()}"
        if length is None:
            self.skip(place, "length_unusable", length=stated)
        return length or 0

    def _state(self, stated: str, place: str) -> SessionState:
        found = meanings.state(stated)
        if found is None:
            self.note(place, "state_unknown", state=stated)
        return found or SessionState.CONFIRMED

    def _free_key(self, key: str, place: str) -> str:
        """The key, told apart by a number where another session has it."""
        if key not in self.sessions:
            return key
        free = key
        while free in self.sessions:
            self._repeats[key] += 1
            free = f"{key}#{self._repeats[key] + 1}"
        self.note(place, "key_twice", key=key)
        return free


def gather(
    format_id: str,
    hints: ImportHints,
    starts: Sequence[datetime | None],
    *,
    zone: str,
    progress: Progress,
    report: list[ReportRow],
    day_change: int = 0,
) -> Gathering:
    """A gathering for as many sessions as there are starts; `zone` is what the file names, `report` what was told yet.

    Raises ImportFileError import_empty, or one about the zone.
    """
    if not starts:
        raise ImportFileError("import_empty")
    chosen, decided = choose_zone(zone, hints, starts)
    return Gathering(
        format_id, chosen, progress, total=len(starts), day_change=day_change, skipped=report, notes=decided
    )


def title_of(stated: str, hints: ImportHints, fallback: str) -> str:
    """An event's title: what the file says, else the file's name, else `fallback`."""
    return one_line(stated) or one_line(hints.name) or fallback


def _bounded(rows: list[ReportRow]) -> tuple[ReportRow, ...]:
    """At most MAX_ROWS rows; a last one counts the rest."""
    if len(rows) <= MAX_ROWS:
        return tuple(rows)
    return (*rows[:MAX_ROWS], row("", "more_rows", count=str(len(rows) - MAX_ROWS)))


def person_key(number: str, guid: str, code: str) -> str:
    """The best id that a file has for a person, with its kind; nothing where it has none (0 and -1 are none)."""
    if number.strip() not in ("", "0", "-1"):
        return f"id:{number}"
    return f"guid:{guid}" if guid else f"code:{code}" if code else ""


def attachment(link: Link, title: str, mime: str = "") -> Attachment:
    """A file behind a link."""
    return Attachment(title=one_line(title) or link.url, url=link.url, mime=one_line(mime))
