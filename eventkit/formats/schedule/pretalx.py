"""Dumps of pretalx's API: lists of submissions with their slots, or days, minutes and rooms made of them."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from eventkit.domain.imports import ImportBatch, ImportHints, SourceEvent
from eventkit.domain.programme import SessionKind
from eventkit.domain.text import one_line
from eventkit.formats.schedule import values
from eventkit.formats.schedule.gathering import Found, Gathering
from eventkit.formats.schedule.kinds import Files, ImportFormat, Progress
from eventkit.formats.schedule.parsing import json_of
from eventkit.formats.schedule.trees import entries, items, members, text, worded
from eventkit.formats.schedule.zones import choose_zone

_Slot = tuple[dict[str, Any], dict[str, Any], str, datetime | None]
"""A submission, its slot, the room's key and the start."""


def _sniff(files: Files) -> bool:
    tree = json_of(files)
    if isinstance(tree, dict) and "sprints" in tree and isinstance(tree.get("schedule"), dict):
        return True
    return any("code" in entry and "title" in entry and "speakers" in entry for entry in _submissions(tree)[:5])


def _read(files: Files, hints: ImportHints, *, progress: Progress) -> ImportBatch:
    tree = json_of(files)
    listed = list(_by_day(tree)) if isinstance(tree, dict) and "sprints" in tree else list(_by_slot(tree))
    zone, decided = choose_zone(members(tree).get("timezone"), hints, [start for *_, start in listed])
    gathering = Gathering("pretalx", zone, progress, total=len(listed))
    gathering.notes += decided
    rooms = _rooms(gathering, members(tree).get("rooms"))
    for speaker in _speakers(members(tree).get("speakers")):
        _person(gathering, speaker)
    for entry, slot, room, start in listed:
        gathering.add(_found(gathering, entry, slot, rooms.get(room) or _room(gathering, slot.get("room")), start))
    for meal in _meals(members(tree).get("extra")):
        gathering.beside(meal, "meals")
    title = one_line(worded(members(tree).get("title"))) or one_line(hints.name) or "pretalx"
    return gathering.batch(SourceEvent(key=title, title=title, zone=zone))


def _submissions(tree: Any) -> list[dict[str, Any]]:
    if isinstance(tree, list):
        return entries(tree)
    return next(
        (found for name in ("results", "talks", "submissions") if (found := entries(members(tree).get(name)))), []
    )


def _by_slot(tree: Any) -> Iterator[_Slot]:
    """One session for each slot of a submission; one without a time where it has none."""
    for entry in _submissions(tree):
        slots = entries(entry.get("slots")) or [members(entry.get("slot"))]
        for slot in slots:
            yield entry, slot, "", values.instant(text(slot.get("start")))


def _by_day(tree: dict[str, Any]) -> Iterator[_Slot]:
    """Days, minutes after midnight and rooms; the slot of that moment knows the offset."""
    for part in ("schedule", "sprints"):
        for of_day, minutes in members(tree.get(part)).items():
            for minute, rooms in members(minutes).items():
                for room, entry in members(rooms).items():
                    if isinstance(entry, dict):
                        start = _moment(values.day(of_day), minute)
                        slot = _slot_at(entry, start)
                        yield entry, slot, room, values.instant(text(slot.get("start"))) or start


def _moment(of_day: date | None, minute: str) -> datetime | None:
    if of_day is None or not minute.isdigit() or len(minute) > 4:
        return None
    return datetime(of_day.year, of_day.month, of_day.day) + timedelta(minutes=int(minute))  # noqa: DTZ001 - local time


def _slot_at(entry: dict[str, Any], start: datetime | None) -> dict[str, Any]:
    for slot in entries(entry.get("slots")):
        found = values.instant(text(slot.get("start")))
        if found is not None and start is not None and found.replace(tzinfo=None) == start:
            return slot
    return {}


def _rooms(gathering: Gathering, listed: Any) -> dict[str, str]:
    return {text(room.get("id")): _room(gathering, room) for room in entries(listed)}


def _room(gathering: Gathering, room: Any) -> str:
    """A room given whole, by its name in languages, or by its name."""
    about = members(room)
    name = worded(about["name"], "fr") if "name" in about else worded(room)
    return gathering.room(name, capacity=about.get("capacity"), description=worded(about.get("description")))


def _speakers(listed: Any) -> list[dict[str, Any]]:
    return entries(list(listed.values()) if isinstance(listed, dict) else listed)


def _person(gathering: Gathering, speaker: dict[str, Any]) -> str:
    code = text(speaker.get("code"))
    return gathering.person(
        text(speaker.get("name")), f"code:{code}" if code else "", bio=text(speaker.get("biography"))
    )


def _found(
    gathering: Gathering, entry: dict[str, Any], slot: dict[str, Any], room: str, start: datetime | None
) -> Found:
    code, title = text(entry.get("code")), worded(entry.get("title"))
    place = one_line(title) or code or "?"
    kind = members(entry.get("submission_type"))
    named_kind = worded(kind.get("name")) or worded(entry.get("submission_type"))
    track = entry.get("track")
    length = text(entry.get("duration")) or text(kind.get("default_duration"))
    end = values.instant(text(slot.get("end")))
    return Found(
        key=f"slot:{text(slot['id'])}" if text(slot.get("id")) else code,
        title=title,
        place=place,
        start=start,
        length=length or values.between(start, end),
        abstract=text(entry.get("abstract")),
        description=text(entry.get("description")),
        language=text(entry.get("content_locale")),
        kind=values.kind(named_kind),
        state=values.state(text(entry.get("state"))),
        room_keys=(room,),
        track_key=gathering.track(worded(members(track).get("name")) if isinstance(track, dict) else text(track)),
        person_keys=tuple(_person_of(gathering, speaker) for speaker in items(entry.get("speakers"))),
        code=code,
        links=tuple(
            link
            for resource in entries(entry.get("resources"))
            for link in gathering.link(
                place, text(resource.get("resource")) or text(resource.get("link")), text(resource.get("description"))
            )
        ),
    )


def _person_of(gathering: Gathering, speaker: Any) -> str:
    """A speaker given whole, or by the code of one who is listed."""
    if isinstance(speaker, dict):
        return _person(gathering, speaker)
    key = f"code:{text(speaker)}"
    return key if key in gathering.people else ""


def _meals(extra: Any) -> Iterator[Found]:
    """Meals by day and minute, for everybody."""
    for of_day, minutes in members(extra).items():
        for minute, meal in members(minutes).items():
            title = worded(members(meal).get("title"))
            start = _moment(values.day(of_day), minute)
            if title:
                yield Found(
                    key=text(members(meal).get("id")) or f"{of_day}/{minute}",
                    title=title,
                    place=title,
                    start=start,
                    kind=SessionKind.MEAL,
                    all_rooms=True,
                )


PRETALX = ImportFormat(id="pretalx", title="pretalx (API dump)", suffixes=(".json",), sniff=_sniff, read=_read)
