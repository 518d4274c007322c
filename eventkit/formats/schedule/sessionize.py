"""Sessionize's API view "All": sessions, speakers, categories and rooms, with local times and no zone."""

from typing import Any

from eventkit.domain.imports import ImportBatch, ImportHints, SourceEvent
from eventkit.domain.programme import SessionKind
from eventkit.domain.text import one_line
from eventkit.formats.schedule import values
from eventkit.formats.schedule.gathering import Found, Gathering
from eventkit.formats.schedule.kinds import Files, ImportFormat, Progress
from eventkit.formats.schedule.parsing import json_of
from eventkit.formats.schedule.trees import entries, items, members, text
from eventkit.formats.schedule.zones import choose_zone


def _sniff(files: Files) -> bool:
    tree = members(json_of(files))
    return {"sessions", "speakers", "categories", "rooms"} <= tree.keys() and isinstance(tree["sessions"], list)


def _read(files: Files, hints: ImportHints, *, progress: Progress) -> ImportBatch:
    tree = members(json_of(files))
    sessions = entries(tree.get("sessions"))
    starts = [values.instant(text(session.get("startsAt"))) for session in sessions]
    zone, decided = choose_zone(None, hints, starts)
    gathering = Gathering("sessionize", zone, progress, total=len(sessions))
    gathering.notes += decided
    rooms = {text(room.get("id")): gathering.room(text(room.get("name"))) for room in entries(tree.get("rooms"))}
    people = {text(speaker.get("id")): _person(gathering, speaker) for speaker in entries(tree.get("speakers"))}
    categories = _tracks(tree)
    for session in sessions:
        gathering.add(_found(gathering, session, rooms, people, categories))
    gathering.besides |= {f"track:{key}" for key in gathering.tracks}
    gathering.beyond["category_tracks"] = len(gathering.tracks)
    title = one_line(hints.name) or "Sessionize"
    return gathering.batch(SourceEvent(key=title, title=title, zone=zone))


def _tracks(tree: dict[str, Any]) -> dict[str, str]:
    """Names by id of the items of the category that says it is the track."""
    return {
        text(item.get("id")): text(item.get("name"))
        for category in entries(tree.get("categories"))
        if "track" in text(category.get("title")).lower()
        for item in entries(category.get("items"))
    }


def _person(gathering: Gathering, speaker: dict[str, Any]) -> str:
    name = text(speaker.get("fullName")) or f"{text(speaker.get('firstName'))} {text(speaker.get('lastName'))}"
    number = text(speaker.get("id"))
    return gathering.person(
        name, f"id:{number}", uuid=number, headline=text(speaker.get("tagLine")), bio=text(speaker.get("bio"))
    )


def _found(
    gathering: Gathering,
    session: dict[str, Any],
    rooms: dict[str, str],
    people: dict[str, str],
    categories: dict[str, str],
) -> Found:
    start, end = (values.instant(text(session.get(name))) for name in ("startsAt", "endsAt"))
    title, number = text(session.get("title")), text(session.get("id"))
    place = one_line(title) or f"session {number or '?'}"
    tracks = [categories[key] for key in map(text, items(session.get("categoryItems"))) if key in categories]
    service = session.get("isServiceSession") is True
    kind = values.kind(title)
    return Found(
        key=number,
        title=title,
        place=place,
        start=start,
        length=values.between(start, end),
        description=text(session.get("description")),
        kind=(kind if kind in (SessionKind.MEAL, SessionKind.CEREMONY) else SessionKind.BREAK) if service else kind,
        state=values.state(text(session.get("status"))),
        all_rooms=session.get("isPlenumSession") is True,
        room_keys=(rooms.get(text(session.get("roomId")), ""),),
        track_key=gathering.track(tracks[0]) if tracks else None,
        person_keys=tuple(people.get(key, "") for key in map(text, items(session.get("speakers")))),
        links=tuple(
            link
            for name in ("liveUrl", "recordingUrl")
            for link in gathering.link(place, text(session.get(name)), kind="video")
        ),
    )


SESSIONIZE = ImportFormat(id="sessionize", title="Sessionize (view All)", suffixes=(".json",), sniff=_sniff, read=_read)
