"""schedule.json: days, rooms and events as frab, pretalx and the c3voc tools write them."""

from collections.abc import Iterator
from datetime import date, datetime

from eventkit.domain.imports import ImportBatch, ImportHints, SourceEvent
from eventkit.domain.text import one_line
from eventkit.formats.schedule import meanings, values
from eventkit.formats.schedule.gathering import Found, Gathering, attachment, gather, person_key, title_of
from eventkit.formats.schedule.kinds import Files, ImportFormat, Progress, silent
from eventkit.formats.schedule.markup import plain
from eventkit.formats.schedule.parsing import json_of, signs_lost
from eventkit.formats.schedule.trees import Node, tree

_Item = tuple[date | None, str, Node, datetime | None]


def _sniff(files: Files) -> bool:
    schedule = tree(json_of(files)).members.get("schedule")
    return isinstance(schedule, dict) and "conference" in schedule


def _read(files: Files, hints: ImportHints, *, progress: Progress = silent) -> ImportBatch:
    schedule = tree(json_of(files)).node("schedule")
    schedule.report.extend(signs_lost(files))
    conference = schedule.node("conference")
    days = _days(conference)
    listed = list(_items(days))
    gathering = gather(
        "frab-json",
        hints,
        [start for *_, start in listed],
        zone=conference.text("time_zone_name", "timezone"),
        progress=progress,
        report=schedule.report,
    )
    for room in conference.nodes("rooms"):
        gathering.room(
            room.text("name"),
            capacity=room.text("capacity"),
            description=room.text("description"),
            virtual=room.text("type") in ("online", "bbb"),
            uuid=room.text("guid"),
        )
    for track in conference.nodes("tracks"):
        gathering.track(track.text("name"), color=track.text("color"))
    for day, room_name, event, start in listed:
        gathering.add(_found(gathering, day, room_name, event, start))
    title = title_of(conference.text("title"), hints, "schedule")
    start, end = values.span(gathering.zone, conference.text("start"), conference.text("end"))
    return gathering.batch(
        SourceEvent(
            key=one_line(conference.text("acronym")) or title,
            title=title,
            zone=gathering.zone,
            description=plain(conference.text("description")),
            url=gathering.address("conference", conference.text("url") or schedule.text("base_url")),
            start=start,
            end=end,
        ),
        days=len(days),
    )


def _days(conference: Node) -> list[Node]:
    """The days, as a list or by name."""
    if isinstance(conference.members.get("days"), dict):
        return [day for _, day in conference.node("days").pairs()]
    return conference.nodes("days")


def _items(days: list[Node]) -> Iterator[_Item]:
    for day in days:
        of_day = values.day(day.text("date"))
        rooms, change = day.node("rooms"), values.day_end(of_day, day.text("day_end"))
        for room in rooms.members:
            for event in rooms.nodes(room):
                yield of_day, room, event, _start(of_day, event, change)


def _start(day: date | None, event: Node, change: int) -> datetime | None:
    """The instant of `date`, else the day and the clock time `start`."""
    stated = event.text("date")
    found = values.instant(stated)
    if found is not None:
        return found
    at, of_day = values.clock(event.text("start")), day or values.day(stated)
    return None if of_day is None or at is None else values.at_clock(of_day, at, change)


def _found(gathering: Gathering, day: date | None, room: str, event: Node, start: datetime | None) -> Found:
    title, number, guid, code = (event.text(name) for name in ("title", "id", "guid", "code"))
    place = one_line(title) or f"event {number or guid or '?'}"
    return Found(
        key=guid or number or code or event.text("slug"),
        title=title,
        place=place,
        start=start,
        end=values.instant(event.text("end")),
        length=event.text("duration"),
        day=day,
        subtitle=event.text("subtitle"),
        abstract=event.text("abstract"),
        description=event.text("description"),
        language=event.text("language"),
        kind=meanings.kind(event.text("type")),
        state=event.text("state", "status"),
        room_keys=(gathering.room(event.text("room") or room),),
        track_key=_track(gathering, event),
        person_keys=tuple([_person(gathering, person) for person in event.nodes("persons")]),
        url=event.text("url"),
        uuid=guid,
        number=number,
        code=code,
        links=tuple(
            [
                found
                for link in event.nodes("links")
                for found in gathering.link(place, link.text("url"), link.text("title"), link.text("type"))
            ]
        ),
        attachments=tuple(
            [
                attachment(found, file.text("title"), file.text("type"))
                for file in event.nodes("attachments")
                for found in gathering.link(place, file.text("url"))
            ]
        ),
    )


def _track(gathering: Gathering, event: Node) -> str | None:
    """A track by its name; one that is named in languages is beside the file's own."""
    key = gathering.track(event.text("track"))
    if isinstance(event.members.get("track"), dict):
        gathering.beside_track(key, "tracks_in_languages")
    return key


def _person(gathering: Gathering, person: Node) -> str:
    guid = person.text("guid")
    return gathering.person(
        person.text("public_name", "name", "full_public_name"),
        person_key(person.text("id"), guid, person.text("code")),
        uuid=guid,
        bio=person.text("biography", "bio", "description", "abstract"),
        email=person.text("email"),
    )


FRAB_JSON = ImportFormat(
    id="frab-json", title="schedule.json (frab, pretalx)", suffixes=(".json",), sniff=_sniff, read=_read
)
