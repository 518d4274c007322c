"""Open Event: a folder with event.json, sessions.json, speakers.json, microlocations.json and tracks.json."""

from typing import Any

from eventkit.domain.imports import ImportBatch, ImportHints, SourceEvent
from eventkit.domain.text import one_line
from eventkit.formats.schedule import values
from eventkit.formats.schedule.gathering import Found, Gathering
from eventkit.formats.schedule.kinds import Files, ImportFormat, Progress
from eventkit.formats.schedule.parsing import parse_json
from eventkit.formats.schedule.trees import entries, members, text
from eventkit.formats.schedule.zones import choose_zone


def _sniff(files: Files) -> bool:
    return {"event.json", "sessions.json"} <= files.keys()


def _read(files: Files, hints: ImportHints, *, progress: Progress) -> ImportBatch:
    event = members(_tree(files, "event"))
    sessions = entries(_tree(files, "sessions"))
    starts = [values.instant(text(session.get("start_time"))) for session in sessions]
    zone, decided = choose_zone(event.get("timezone"), hints, starts)
    gathering = Gathering("openevent", zone, progress, total=len(sessions))
    gathering.notes += decided
    for room in entries(_tree(files, "microlocations")):
        gathering.room(text(room.get("name")))
    for track in entries(_tree(files, "tracks")):
        gathering.track(text(track.get("name")), color=text(track.get("color")))
    for speaker in entries(_tree(files, "speakers")):
        _person(gathering, speaker)
    for session in sessions:
        gathering.add(_found(gathering, session))
    title = one_line(text(event.get("name"))) or hints.name
    return gathering.batch(
        SourceEvent(
            key=text(event.get("id")) or title,
            title=title,
            zone=zone,
            description=values.plain(text(event.get("description"))),
            url=values.address(text(event.get("event_url"))),
            venue=one_line(text(event.get("location_name"))),
        )
    )


def _tree(files: Files, name: str) -> Any:
    data = files.get(f"{name}.json")
    return None if data is None else parse_json(data.removeprefix(b"\xef\xbb\xbf"), f"{name}.json")


def _person(gathering: Gathering, speaker: dict[str, Any]) -> str:
    number = text(speaker.get("id"))
    return gathering.person(
        text(speaker.get("name")),
        f"id:{number}" if number else "",
        headline=", ".join(filter(None, (text(speaker.get("position")), text(speaker.get("organisation"))))),
        bio=text(speaker.get("long_biography")) or text(speaker.get("short_biography")),
    )


def _found(gathering: Gathering, session: dict[str, Any]) -> Found:
    start, end = (values.instant(text(session.get(name))) for name in ("start_time", "end_time"))
    title, number = text(session.get("title")), text(session.get("id"))
    place = one_line(title) or f"session {number or '?'}"
    return Found(
        key=number,
        title=title,
        place=place,
        start=start,
        length=values.between(start, end),
        subtitle=text(session.get("subtitle")),
        abstract=text(session.get("short_abstract")),
        description=text(session.get("long_abstract")),
        language=text(session.get("language")),
        kind=values.kind(text(members(session.get("session_type")).get("name"))),
        state=values.state(text(session.get("state"))),
        room_keys=(gathering.room(text(members(session.get("microlocation")).get("name"))),),
        track_key=gathering.track(text(members(session.get("track")).get("name"))),
        person_keys=tuple(_person(gathering, speaker) for speaker in entries(session.get("speakers"))),
        number=number,
        links=tuple(
            link
            for name in ("slides", "video", "audio", "signup_url")
            for link in gathering.link(place, text(session.get(name)), kind=name.removesuffix("_url"))
        ),
    )


OPEN_EVENT = ImportFormat(id="openevent", title="Open Event (folder)", suffixes=(".json",), sniff=_sniff, read=_read)
