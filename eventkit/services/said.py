"""What a batch says of each item, as plain JSON values: the fields that a newer version of the file may change."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from typing import cast

from eventkit.domain.imports import SourceEvent, SourcePerson, SourceRoom, SourceSession, SourceTrack
from eventkit.domain.merging import Json
from eventkit.domain.programme import Attachment, Link, SessionText, programme_day
from eventkit.domain.text import clean, one_line

Said = dict[str, Json]

_COLOR = re.compile(r"#[0-9a-fA-F]{6}")


def said_event(event: SourceEvent) -> Said:
    """An event; instants as whole seconds in UTC."""
    return {
        "title": one_line(event.title),
        "subtitle": one_line(event.subtitle),
        "description": clean(event.description).strip(),
        "url": one_line(event.url),
        "language": one_line(event.language),
        "zone": event.zone,
        "start": seconds(event.start),
        "end": seconds(event.end),
        "day_change": event.day_change,
        "links": said_links(event.links),
        "venue": one_line(event.venue),
        "street": one_line(event.street),
        "city": one_line(event.city),
    }


def said_room(room: SourceRoom) -> Said:
    """A room; a negative number of seats is none."""
    capacity = room.capacity if room.capacity is not None and room.capacity >= 0 else None
    return {
        "name": one_line(room.name) or room.key,
        "capacity": capacity,
        "description": clean(room.description).strip(),
        "virtual": room.virtual,
    }


def said_track(track: SourceTrack) -> Said:
    """A track; a colour that is not #rrggbb is none."""
    color = track.color if _COLOR.fullmatch(track.color) else ""
    return {"name": one_line(track.name) or track.key, "color": color}


def said_person(person: SourcePerson) -> Said:
    """A person."""
    return {
        "name": one_line(person.name) or person.key,
        "headline": one_line(person.headline),
        "bio": clean(person.bio).strip(),
        "affiliation": one_line(person.affiliation),
        "pronouns": one_line(person.pronouns),
        "email": one_line(person.email),
        "links": said_links(person.links),
    }


def said_session(session: SourceSession, day_change: int) -> Said:
    """A session; `day` only where it is not the day it starts on, rooms, track and people by key."""
    usual = None if session.start is None else programme_day(session.start, day_change)
    return {
        "title": one_line(session.title),
        "subtitle": one_line(session.subtitle),
        "abstract": clean(session.abstract).strip(),
        "description": clean(session.description).strip(),
        "language": one_line(session.language),
        "kind": session.kind.value,
        "state": session.state.value,
        "start": seconds(session.start),
        "minutes": max(0, session.minutes),
        "day": unusual_day(session.day, usual),
        "all_rooms": session.all_rooms,
        "room_ids": cast("Json", list(dict.fromkeys(session.room_keys))),
        "track_id": session.track_key,
        "person_ids": cast("Json", list(dict.fromkeys(session.person_keys))),
        "url": one_line(session.url),
        "texts": said_texts(session.texts),
        "links": said_links(session.links),
        "attachments": said_attachments(session.attachments),
    }


def unusual_day(day: date | None, usual: date | None) -> str | None:
    """The day in ISO form, None where it is the usual one."""
    return None if day is None or day == usual else day.isoformat()


def seconds(instant: datetime | None) -> int | None:
    """Whole seconds since 1970."""
    return None if instant is None else int(instant.timestamp())


def said_links(links: Iterable[Link]) -> Json:
    """Links in order."""
    return [{"url": one_line(link.url), "title": one_line(link.title), "kind": one_line(link.kind)} for link in links]


def said_attachments(attachments: Iterable[Attachment]) -> Json:
    """Attachments in order."""
    return [
        {"title": one_line(one.title), "url": one_line(one.url), "mime": one_line(one.mime), "sha256": one.sha256}
        for one in attachments
    ]


def said_texts(texts: Iterable[SessionText]) -> Json:
    """Words in other languages, one entry a language, by language."""
    told = {
        one_line(text.language): {
            "language": one_line(text.language),
            "title": one_line(text.title),
            "subtitle": one_line(text.subtitle),
            "abstract": clean(text.abstract).strip(),
            "description": clean(text.description).strip(),
        }
        for text in texts
    }
    return [cast("Json", told[language]) for language in sorted(told)]
