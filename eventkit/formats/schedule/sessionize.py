"""Sessionize's API view "All": sessions, speakers, categories and rooms, with local times and no zone."""

from dataclasses import dataclass
from datetime import datetime

from eventkit.domain.imports import ImportBatch, ImportHints, SourceEvent
from eventkit.domain.programme import SessionKind
from eventkit.domain.text import one_line
from eventkit.formats.schedule import meanings, values
from eventkit.formats.schedule.gathering import Found, Gathering, gather, title_of
from eventkit.formats.schedule.kinds import Files, ImportFormat, Progress, silent
from eventkit.formats.schedule.parsing import json_of, signs_lost
from eventkit.formats.schedule.trees import Node, tree


@dataclass(frozen=True, slots=True)
class _Listed:
    """What sessions refer to by id."""

    rooms: dict[str, str]
    people: dict[str, str]
    tracks: dict[str, str]
    formats: dict[str, str]


def _sniff(files: Files) -> bool:
    members = tree(json_of(files)).members
    return {"sessions", "speakers", "categories", "rooms"} <= members.keys()


def _read(files: Files, hints: ImportHints, *, progress: Progress = silent) -> ImportBatch:
    root = tree(json_of(files))
    root.report.extend(signs_lost(files))
    sessions = root.nodes("sessions")
    starts = [values.instant(session.text("startsAt")) for session in sessions]
    gathering = gather("sessionize", hints, starts, zone="", progress=progress, report=root.report)
    listed = _Listed(
        {room.text("id"): gathering.room(room.text("name")) for room in root.nodes("rooms")},
        {speaker.text("id"): _person(gathering, speaker) for speaker in root.nodes("speakers")},
        _category(root, "track"),
        _category(root, "format") | _category(root, "type"),
    )
    for session, start in zip(sessions, starts, strict=True):
        gathering.add(_found(gathering, session, start, listed))
    for key in gathering.tracks:
        gathering.beside_track(key, "category_tracks")
    title = title_of("", hints, "Sessionize")
    return gathering.batch(SourceEvent(key=title, title=title, zone=gathering.zone))


def _category(root: Node, word: str) -> dict[str, str]:
    """Names by id of the items of each category whose title has the word."""
    return {
        item.text("id"): item.text("name")
        for category in root.nodes("categories")
        if word in category.text("title").lower()
        for item in category.nodes("items")
    }


def _person(gathering: Gathering, speaker: Node) -> str:
    name = speaker.text("fullName") or f"{speaker.text('firstName')} {speaker.text('lastName')}"
    number = speaker.text("id")
    return gathering.person(
        name,
        f"id:{number}" if number else "",
        uuid=number,
        headline=speaker.text("tagLine"),
        bio=speaker.text("bio"),
        email=speaker.text("email"),
        links=[
            found
            for link in speaker.nodes("links")
            for found in gathering.link(one_line(name), link.text("url"), link.text("title"), link.text("linkType"))
        ],
    )


def _found(gathering: Gathering, session: Node, start: datetime | None, listed: _Listed) -> Found:
    title, number, room = (session.text(name) for name in ("title", "id", "roomId"))
    place = one_line(title) or f"session {number or '?'}"
    chosen = session.texts("categoryItems")
    tracks = [listed.tracks[key] for key in chosen if key in listed.tracks]
    formats = " ".join(listed.formats[key] for key in chosen if key in listed.formats)
    if room and room not in listed.rooms:
        gathering.skip(place, "room_unknown", room=room)
    return Found(
        key=number,
        title=title,
        place=place,
        start=start,
        end=values.instant(session.text("endsAt")),
        description=session.text("description"),
        kind=_service(title) if session.members.get("isServiceSession") is True else meanings.kind(formats),
        state="confirmed" if session.members.get("isConfirmed") is True else session.text("status"),
        all_rooms=session.members.get("isPlenumSession") is True,
        room_keys=(listed.rooms.get(room, ""),) if room else (),
        track_key=gathering.track(tracks[0]) if tracks else None,
        person_keys=tuple(
            [
                gathering.listed(place, listed.people.get(said) or f"id:{said}", said)
                for said in session.texts("speakers")
            ]
        ),
        links=tuple(
            [
                link
                for name in ("liveUrl", "recordingUrl")
                for link in gathering.link(place, session.text(name), kind="video")
            ]
        ),
    )


def _service(title: str) -> SessionKind:
    """A service session is a break unless its title tells more."""
    found = meanings.kind(title)
    return SessionKind.BREAK if found is SessionKind.TALK else found


SESSIONIZE = ImportFormat(id="sessionize", title="Sessionize (view All)", suffixes=(".json",), sniff=_sniff, read=_read)
