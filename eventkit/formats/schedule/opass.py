"""OPass: one JSON file with sessions, speakers and session types, each text in Chinese and English."""

from dataclasses import dataclass
from datetime import datetime

from eventkit.domain.imports import ImportBatch, ImportHints, SourceEvent
from eventkit.domain.programme import SessionText
from eventkit.domain.text import one_line
from eventkit.formats.schedule import meanings, values
from eventkit.formats.schedule.gathering import Found, Gathering, gather, title_of
from eventkit.formats.schedule.kinds import Files, ImportFormat, Progress, silent
from eventkit.formats.schedule.markup import plain
from eventkit.formats.schedule.parsing import json_of, signs_lost
from eventkit.formats.schedule.trees import Node, tree

_LANGUAGES = ("zh", "en")


@dataclass(frozen=True, slots=True)
class _Listed:
    """What sessions refer to by id."""

    rooms: dict[str, str]
    people: dict[str, str]
    types: dict[str, str]


def _sniff(files: Files) -> bool:
    return {"sessions", "speakers", "session_types"} <= tree(json_of(files)).members.keys()


def _read(files: Files, hints: ImportHints, *, progress: Progress = silent) -> ImportBatch:
    root = tree(json_of(files))
    root.report.extend(signs_lost(files))
    sessions = root.nodes("sessions")
    starts = [values.instant(session.text("start")) for session in sessions]
    gathering = gather("opass", hints, starts, zone="", progress=progress, report=root.report)
    listed = _Listed(
        {room.text("id"): gathering.room(_words(room, "name")) for room in root.nodes("rooms")},
        {speaker.text("id"): _person(gathering, speaker) for speaker in root.nodes("speakers")},
        {one.text("id"): _words(one, "name") for one in root.nodes("session_types")},
    )
    for session, start in zip(sessions, starts, strict=True):
        gathering.add(_found(gathering, session, start, listed))
    title = title_of("", hints, "OPass")
    return gathering.batch(SourceEvent(key=title, title=title, zone=gathering.zone))


def _words(entry: Node, name: str) -> str:
    """A text in the first language that has it."""
    return next((found for language in _LANGUAGES if (found := entry.node(language).text(name))), "")


def _person(gathering: Gathering, speaker: Node) -> str:
    """A speaker; a life told in both languages is kept in both."""
    number = speaker.text("id")
    lives = dict.fromkeys(speaker.node(language).text("bio").strip() for language in _LANGUAGES)
    return gathering.person(
        _words(speaker, "name"), f"id:{number}" if number else "", bio="\n\n".join(filter(None, lives))
    )


def _found(gathering: Gathering, session: Node, start: datetime | None, listed: _Listed) -> Found:
    number, kind, room = (session.text(name) for name in ("id", "type", "room"))
    title = _words(session, "title")
    place = one_line(title) or f"session {number or '?'}"
    return Found(
        key=number,
        title=title,
        place=place,
        start=start,
        end=values.instant(session.text("end")),
        description=_words(session, "description"),
        language=session.text("language"),
        kind=meanings.kind(listed.types.get(kind) or kind),
        room_keys=(gathering.room(listed.rooms.get(room) or room),),
        track_key=gathering.track(listed.types.get(kind) or kind),
        person_keys=tuple(
            [
                gathering.listed(place, listed.people.get(said) or f"id:{said}", said)
                for said in session.texts("speakers")
            ]
        ),
        url=session.text("uri"),
        code=number,
        texts=_other_language(session, title),
        links=tuple(
            [
                link
                for name in ("live", "record", "qa", "slide", "co_write")
                for link in gathering.link(place, session.text(name), kind=name)
            ]
        ),
    )


def _other_language(session: Node, title: str) -> tuple[SessionText, ...]:
    """The English words, where they say something else than the Chinese ones."""
    chinese, english = session.node("zh"), session.node("en")
    told = SessionText(
        language="en", title=one_line(english.text("title")), description=plain(english.text("description"))
    )
    same = told.title in ("", one_line(title)) and told.description in ("", plain(chinese.text("description")))
    return () if same else (told,)


OPASS = ImportFormat(id="opass", title="OPass", suffixes=(".json",), sniff=_sniff, read=_read)
