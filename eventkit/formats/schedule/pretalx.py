"""Dumps of pretalx's API: lists of submissions with their slots, or days, minutes and rooms made of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from eventkit.domain.imports import ImportBatch, ImportHints, SourceEvent
from eventkit.domain.programme import SessionKind
from eventkit.domain.text import one_line
from eventkit.formats.schedule import meanings, values
from eventkit.formats.schedule.gathering import Found, Gathering, gather, title_of
from eventkit.formats.schedule.kinds import Files, ImportFormat, Progress, silent
from eventkit.formats.schedule.parsing import json_of, signs_lost
from eventkit.formats.schedule.trees import Node, text, tree

_LISTS = ("results", "talks", "submissions")
_PARTS = ("schedule", "sprints")
_LANGUAGE = "fr"


@dataclass(frozen=True, slots=True)
class _Slot:
    """A submission in one of its slots: where by the id of a room, when, and on which listed day."""

    entry: Node
    slot: Node
    room: str = ""
    start: datetime | None = None


@dataclass(frozen=True, slots=True)
class _Listed:
    """What submissions refer to by id or code."""

    rooms: dict[str, str]
    tracks: dict[str, str]
    types: dict[str, str]


def _sniff(files: Files) -> bool:
    root = tree(json_of(files))
    if _by_days(root):
        return True
    lists = (root.members.get(name) for name in _LISTS)
    listed = next((found for found in lists if isinstance(found, list)), [])
    first = next((entry for entry in listed if isinstance(entry, dict)), {})
    return {"code", "title", "speakers"} <= first.keys()


def _by_days(root: Node) -> bool:
    return "sprints" in root.members and isinstance(root.members.get("schedule"), dict)


def _read(files: Files, hints: ImportHints, *, progress: Progress = silent) -> ImportBatch:
    root = tree(json_of(files))
    root.report.extend(signs_lost(files))
    slots = list(_days(root) if _by_days(root) else _submissions(root))
    gathering = gather(
        "pretalx",
        hints,
        [slot.start for slot in slots],
        zone=root.text("timezone"),
        progress=progress,
        report=root.report,
    )
    listed = _Listed(
        {room.text("id"): _room(gathering, room) for room in root.nodes("rooms")},
        {track.text("id"): track.worded(_LANGUAGE, "name") for track in root.nodes("tracks")},
        {one.text("id"): one.text("name") for one in root.nodes("submission_types")},
    )
    for speaker in _speakers(root):
        _person(gathering, speaker)
    for slot in slots:
        gathering.add(_found(gathering, slot, listed))
    for meal in _meals(root.node("extra")):
        gathering.beside(meal, "meals")
    title = title_of(root.text("title"), hints, "pretalx")
    days = sum(len(root.node(part).members) for part in _PARTS) if _by_days(root) else None
    return gathering.batch(SourceEvent(key=title, title=title, zone=gathering.zone), days=days)


def _submissions(root: Node) -> Iterator[_Slot]:
    """One session for each slot of a submission; one without a time where it has none."""
    for entry in (entry for name in _LISTS for entry in root.nodes(name)):
        for slot in entry.nodes("slots") or [entry.node("slot")]:
            yield _Slot(entry, slot, start=values.instant(slot.text("start")))


def _days(root: Node) -> Iterator[_Slot]:
    """Days, minutes after midnight and rooms; the slot of that moment knows the offset."""
    for part in _PARTS:
        for of_day, minutes in root.node(part).pairs():
            for minute, rooms in minutes.pairs():
                for room, entry in rooms.pairs():
                    start = _moment(values.day(of_day), minute)
                    slot = _slot_at(entry, start)
                    yield _Slot(entry, slot, room, values.instant(slot.text("start")) or start)


def _moment(of_day: date | None, minute: str) -> datetime | None:
    plain = minute.isascii() and minute.isdigit() and len(minute) < 5
    return values.at_clock(of_day, int(minute)) if of_day is not None and plain else None


def _slot_at(entry: Node, start: datetime | None) -> Node:
    for slot in entry.nodes("slots"):
        found = values.instant(slot.text("start"))
        if found is not None and found.replace(tzinfo=None) == start:
            return slot
    return Node({})


def _room(gathering: Gathering, room: Node) -> str:
    """A room given whole, or by its name in languages."""
    name = room if "name" in room.members else Node({"name": room.members})
    return gathering.room(
        name.worded(_LANGUAGE, "name"),
        capacity=room.text("capacity"),
        description=room.text("description"),
        uuid=room.text("guid", "uuid"),
    )


def _speakers(root: Node) -> list[Node]:
    """The people listed, as a list or by code."""
    if isinstance(root.members.get("speakers"), dict):
        return [speaker for _, speaker in root.node("speakers").pairs()]
    return root.nodes("speakers")


def _person(gathering: Gathering, speaker: Node) -> str:
    code = speaker.text("code")
    return gathering.person(
        speaker.text("name", "public_name"),
        f"code:{code}" if code else "",
        bio=speaker.text("biography"),
        email=speaker.text("email"),
    )


def _found(gathering: Gathering, slot: _Slot, listed: _Listed) -> Found:
    entry = slot.entry
    code, title = entry.text("code"), entry.text("title")
    place = one_line(title) or code or "?"
    number = slot.slot.text("id")
    length = entry.text("duration")
    if not length and "end" not in slot.slot.members and isinstance(entry.members.get("submission_type"), dict):
        length = entry.node("submission_type").text("default_duration")
    return Found(
        key=f"slot:{number}" if number else code,
        title=title,
        place=place,
        start=slot.start,
        end=values.instant(slot.slot.text("end")),
        length=length,
        abstract=entry.text("abstract"),
        description=entry.text("description"),
        language=entry.text("content_locale"),
        kind=meanings.kind(_named(entry, "submission_type", listed.types, "")),
        state=entry.text("state"),
        room_keys=(_room_key(gathering, place, slot, listed),),
        track_key=gathering.track(_named(entry, "track", listed.tracks, _LANGUAGE)),
        person_keys=tuple([_speaker(gathering, place, entry, said) for said in entry.items("speakers")]),
        code=code,
        links=tuple(
            [
                link
                for resource in entry.nodes("resources")
                for link in gathering.link(place, resource.text("resource", "link"), resource.text("description"))
            ]
        ),
    )


def _named(entry: Node, name: str, listed: dict[str, str], language: str) -> str:
    """A name given whole ({name: …}), in languages, as text, or by the id of one that is listed."""
    value = entry.members.get(name)
    if isinstance(value, dict) and "name" in value:
        return entry.node(name).worded(language, "name")
    found = entry.worded(language, name)
    return listed.get(found, "" if isinstance(value, int) else found)


def _room_key(gathering: Gathering, place: str, slot: _Slot, listed: _Listed) -> str:
    if slot.room:
        return listed.rooms.get(slot.room) or gathering.room(slot.room)
    value = slot.slot.members.get("room")
    if isinstance(value, dict):
        return _room(gathering, slot.slot.node("room"))
    said = text(value)
    if isinstance(value, int) and said not in listed.rooms:
        gathering.skip(place, "room_unknown", room=said)
        return ""
    return listed.rooms.get(said) or gathering.room(said)


def _speaker(gathering: Gathering, place: str, entry: Node, said: Any) -> str:
    """A speaker given whole, or by the code of one who is listed."""
    if isinstance(said, dict):
        return _person(gathering, Node(said, place, entry.report))
    return gathering.listed(place, f"code:{text(said)}", text(said))


def _meals(extra: Node) -> Iterator[Found]:
    """Meals by day and minute, for everybody."""
    for of_day, minutes in extra.pairs():
        for minute, meal in minutes.pairs():
            title = meal.text("title")
            if title:
                yield Found(
                    key=meal.text("id") or f"{of_day}/{minute}",
                    title=title,
                    place=one_line(title),
                    start=_moment(values.day(of_day), minute),
                    kind=SessionKind.MEAL,
                    all_rooms=True,
                )


PRETALX = ImportFormat(id="pretalx", title="pretalx (API dump)", suffixes=(".json",), sniff=_sniff, read=_read)
