"""OPass: one JSON file with sessions, speakers and session types, each text in Chinese and English."""

from typing import Any

from eventkit.domain.imports import ImportBatch, ImportHints, SourceEvent
from eventkit.domain.programme import SessionText
from eventkit.domain.text import one_line
from eventkit.formats.schedule import values
from eventkit.formats.schedule.gathering import Found, Gathering
from eventkit.formats.schedule.kinds import Files, ImportFormat, Progress
from eventkit.formats.schedule.parsing import json_of
from eventkit.formats.schedule.trees import entries, items, members, text
from eventkit.formats.schedule.zones import choose_zone

_LANGUAGES = ("zh", "en")


def _sniff(files: Files) -> bool:
    return {"sessions", "speakers", "session_types"} <= members(json_of(files)).keys()


def _read(files: Files, hints: ImportHints, *, progress: Progress) -> ImportBatch:
    tree = members(json_of(files))
    sessions = entries(tree.get("sessions"))
    zone, decided = choose_zone(None, hints, [values.instant(text(session.get("start"))) for session in sessions])
    gathering = Gathering("opass", zone, progress, total=len(sessions))
    gathering.notes += decided
    rooms = {text(room.get("id")): _words(room, "name")[0] for room in entries(tree.get("rooms"))}
    for name in rooms.values():
        gathering.room(name)
    types = {text(one.get("id")): _words(one, "name")[0] for one in entries(tree.get("session_types"))}
    people = {
        text(speaker.get("id")): gathering.person(
            _words(speaker, "name")[0], f"id:{text(speaker.get('id'))}", bio=_words(speaker, "bio")[0]
        )
        for speaker in entries(tree.get("speakers"))
    }
    for session in sessions:
        gathering.add(_found(gathering, session, rooms, types, people))
    title = one_line(hints.name) or "OPass"
    return gathering.batch(SourceEvent(key=title, title=title, zone=zone))


def _words(entry: dict[str, Any], name: str) -> list[str]:
    """A text in each language that has it, the first language first; never empty."""
    found = [text(members(entry.get(language)).get(name)) for language in _LANGUAGES]
    return [word for word in found if word] or [""]


def _found(
    gathering: Gathering,
    session: dict[str, Any],
    rooms: dict[str, str],
    types: dict[str, str],
    people: dict[str, str],
) -> Found:
    start, end = (values.instant(text(session.get(name))) for name in ("start", "end"))
    number, kind, room = (text(session.get(name)) for name in ("id", "type", "room"))
    title = _words(session, "title")[0]
    place = one_line(title) or f"session {number or '?'}"
    return Found(
        key=number,
        title=title,
        place=place,
        start=start,
        length=values.between(start, end),
        description=_words(session, "description")[0],
        language=text(session.get("language")),
        kind=values.kind(types.get(kind, kind)),
        room_keys=(gathering.room(rooms.get(room) or room),),
        track_key=gathering.track(types.get(kind) or kind),
        person_keys=tuple(people.get(key, "") for key in map(text, items(session.get("speakers")))),
        url=text(session.get("uri")),
        code=number,
        texts=_other_language(session, title),
        links=tuple(
            link
            for name in ("live", "record", "qa", "slide", "co_write")
            for link in gathering.link(place, text(session.get(name)), kind=name)
        ),
    )


def _other_language(session: dict[str, Any], title: str) -> tuple[SessionText, ...]:
    """The English words, where they say something else than the Chinese ones."""
    english = members(session.get("en"))
    told = SessionText(
        language="en",
        title=one_line(text(english.get("title"))),
        description=values.plain(text(english.get("description"))),
    )
    same = told.title in ("", one_line(title)) and told.description in (
        "",
        values.plain(text(members(session.get("zh")).get("description"))),
    )
    return () if same else (told,)


OPASS = ImportFormat(id="opass", title="OPass", suffixes=(".json",), sniff=_sniff, read=_read)
