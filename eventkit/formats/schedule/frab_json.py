"""schedule.json: days, rooms and events as frab, pretalx and the c3voc tools write them."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from eventkit.domain.imports import ImportBatch, ImportHints, SourceEvent
from eventkit.domain.programme import Attachment
from eventkit.domain.text import one_line
from eventkit.formats.schedule import values
from eventkit.formats.schedule.gathering import Found, Gathering
from eventkit.formats.schedule.kinds import Files, ImportFormat, Progress
from eventkit.formats.schedule.parsing import json_of
from eventkit.formats.schedule.trees import entries, items, members, text, worded
from eventkit.formats.schedule.zones import choose_zone

_Item = tuple[date | None, str, dict[str, Any]]


def _sniff(files: Files) -> bool:
    return "conference" in members(members(json_of(files)).get("schedule"))


def _read(files: Files, hints: ImportHints, *, progress: Progress) -> ImportBatch:
    schedule = members(members(json_of(files)).get("schedule"))
    conference = members(schedule.get("conference"))
    listed = list(_items(conference))
    starts = [values.instant(text(event.get("date"))) for _, _, event in listed]
    zone, decided = choose_zone(conference.get("time_zone_name"), hints, starts)
    gathering = Gathering("frab-json", zone, progress, total=len(listed))
    gathering.notes += decided
    for room in entries(conference.get("rooms")):
        gathering.room(
            worded(room.get("name")), capacity=room.get("capacity"), description=worded(room.get("description"))
        )
    for track in entries(conference.get("tracks")):
        gathering.track(worded(track.get("name")), color=text(track.get("color")))
    for day, room_name, event in listed:
        gathering.add(_found(gathering, day, room_name, event))
    title = one_line(worded(conference.get("title"))) or hints.name
    return gathering.batch(
        SourceEvent(
            key=text(conference.get("acronym")) or title,
            title=title,
            zone=zone,
            url=values.address(text(conference.get("url")) or text(schedule.get("base_url"))),
        ),
        days=len(items(conference.get("days"))),
    )


def _items(conference: dict[str, Any]) -> Iterator[_Item]:
    for day in entries(conference.get("days")):
        of_day = values.day(text(day.get("date")))
        for room, events in members(day.get("rooms")).items():
            for event in entries(events):
                yield of_day, room, event


def _found(gathering: Gathering, day: date | None, room: str, event: dict[str, Any]) -> Found:
    title, number = worded(event.get("title")), text(event.get("id"))
    place = one_line(title) or f"event {number or '?'}"
    start = values.instant(text(event.get("date")))
    at = values.clock(text(event.get("start")))
    if start is None and day is not None and at is not None:
        start = values.at_clock(day, at, 0)
    if start is None:
        gathering.note(place, "time_missing")
    return Found(
        key=text(event.get("guid")) or number or text(event.get("code")) or text(event.get("slug")),
        title=title,
        place=place,
        start=start,
        length=text(event.get("duration")),
        day=day,
        subtitle=worded(event.get("subtitle")),
        abstract=worded(event.get("abstract")),
        description=worded(event.get("description")),
        language=text(event.get("language")),
        kind=values.kind(worded(event.get("type"))),
        state=values.state(text(event.get("state")) or text(event.get("status"))),
        room_keys=(gathering.room(worded(event.get("room")) or room),),
        track_key=gathering.track(text(event.get("track"))),
        person_keys=tuple(_person(gathering, person) for person in entries(event.get("persons"))),
        url=text(event.get("url")),
        uuid=text(event.get("guid")),
        number=number,
        code=text(event.get("code")),
        links=tuple(
            found
            for link in entries(event.get("links"))
            for found in gathering.link(place, text(link.get("url")), text(link.get("title")), text(link.get("type")))
        ),
        attachments=tuple(
            Attachment(title=one_line(text(file.get("title")) or found.url), url=found.url)
            for file in entries(event.get("attachments"))
            for found in gathering.link(place, text(file.get("url")))
        ),
    )


def _person(gathering: Gathering, person: dict[str, Any]) -> str:
    name = text(person.get("public_name")) or text(person.get("name"))
    keys = (f"{kind}:{text(person.get(kind))}" for kind in ("id", "guid", "code") if text(person.get(kind)))
    return gathering.person(
        name,
        next(keys, ""),
        uuid=text(person.get("guid")),
        bio=text(person.get("biography")) or text(person.get("bio")),
    )


FRAB_JSON = ImportFormat(
    id="frab-json", title="schedule.json (frab, pretalx)", suffixes=(".json",), sniff=_sniff, read=_read
)
