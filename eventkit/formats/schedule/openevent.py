"""Open Event: a folder with event.json, sessions.json, speakers.json, microlocations.json and tracks.json."""

from datetime import datetime
from typing import Any

from eventkit.domain.imports import ImportBatch, ImportHints, SourceEvent
from eventkit.domain.text import one_line
from eventkit.formats.schedule import meanings, values
from eventkit.formats.schedule.gathering import Found, Gathering, gather, title_of
from eventkit.formats.schedule.kinds import Files, ImportFormat, Progress, silent
from eventkit.formats.schedule.markup import plain
from eventkit.formats.schedule.parsing import parse_json, signs_lost
from eventkit.formats.schedule.trees import Node

_PROFILES = ("website", "twitter", "mastodon", "github", "linkedin", "facebook")


def _sniff(files: Files) -> bool:
    return {"event.json", "sessions.json"} <= files.keys()


def _read(files: Files, hints: ImportHints, *, progress: Progress = silent) -> ImportBatch:
    folder = Node({name: _tree(files, name) for name in ("event", "sessions", "speakers", "microlocations", "tracks")})
    folder.report.extend(signs_lost({name: data for name, data in files.items() if name.endswith(".json")}))
    event, sessions = folder.node("event"), folder.nodes("sessions")
    starts = [values.instant(session.text("start_time")) for session in sessions]
    gathering = gather("openevent", hints, starts, zone=event.text("timezone"), progress=progress, report=folder.report)
    for room in folder.nodes("microlocations"):
        gathering.room(room.text("name"))
    for track in folder.nodes("tracks"):
        gathering.track(track.text("name"), color=track.text("color"))
    for speaker in folder.nodes("speakers"):
        _person(gathering, speaker)
    for session, start in zip(sessions, starts, strict=True):
        gathering.add(_found(gathering, session, start))
    return gathering.batch(_event(gathering, event, hints))


def _tree(files: Files, name: str) -> Any:
    data = files.get(f"{name}.json")
    return None if data is None else parse_json(data, f"{name}.json")


def _event(gathering: Gathering, event: Node, hints: ImportHints) -> SourceEvent:
    title = title_of(event.text("name"), hints, "Open Event")
    start, end = values.span(gathering.zone, event.text("start_time"), event.text("end_time"))
    return SourceEvent(
        key=one_line(event.text("id")) or title,
        title=title,
        zone=gathering.zone,
        description=plain(event.text("description")),
        url=gathering.address("event", event.text("event_url")),
        venue=one_line(event.text("location_name")),
        start=start,
        end=end,
        links=tuple(
            [
                found
                for link in event.nodes("social_links")
                for found in gathering.link("event", link.text("link"), link.text("name"))
            ]
        ),
    )


def _person(gathering: Gathering, speaker: Node) -> str:
    number, name = speaker.text("id"), speaker.text("name")
    key = f"id:{number}" if number else ""
    if key in gathering.people:
        return key
    return gathering.person(
        name,
        key,
        headline=speaker.text("position"),
        affiliation=speaker.text("organisation"),
        bio=speaker.text("long_biography", "short_biography"),
        email=speaker.text("email"),
        links=[
            link
            for profile in _PROFILES
            for link in gathering.link(one_line(name), speaker.text(profile), kind=profile)
        ],
    )


def _found(gathering: Gathering, session: Node, start: datetime | None) -> Found:
    title, number = session.text("title"), session.text("id")
    place = one_line(title) or f"session {number or '?'}"
    return Found(
        key=number,
        title=title,
        place=place,
        start=start,
        end=values.instant(session.text("end_time")),
        subtitle=session.text("subtitle"),
        abstract=session.text("short_abstract"),
        description=session.text("long_abstract"),
        language=session.text("language"),
        kind=meanings.kind(session.node("session_type").text("name")),
        state=session.text("state"),
        room_keys=(gathering.room(session.node("microlocation").text("name")),),
        track_key=gathering.track(session.node("track").text("name")),
        person_keys=tuple([_person(gathering, speaker) for speaker in session.nodes("speakers")]),
        number=number,
        links=tuple(
            [
                link
                for name in ("slides", "video", "audio", "signup_url")
                for link in gathering.link(place, session.text(name), kind=name.removesuffix("_url"))
            ]
        ),
    )


OPEN_EVENT = ImportFormat(id="openevent", title="Open Event (folder)", suffixes=(".json",), sniff=_sniff, read=_read)
