"""Records as the JSON that scripts read: ISO times beside their IANA zone."""

from collections.abc import Iterable, Iterator
from typing import Any

from eventkit.domain.errors import InvalidError
from eventkit.domain.guests import Guest
from eventkit.domain.programme import EventSummary, Person, Programme, Room, Session, Track
from eventkit.services.db import Db
from eventkit.services.guests import guests
from eventkit.services.people import people
from eventkit.services.programme import event_by_slug, events, programme

Json = dict[str, Any]


def listed(db: Db, what: str, slug: str | None) -> list[Json]:
    """All records of a kind, of one event or of all; raises NotFoundError for an unknown event.

    Guests are those of one event; without it they are refused with an InvalidError.
    """
    if what == "guests":
        if slug is None:
            raise InvalidError("guests_of_event")
        return [_guest(slug, guest) for guest in guests(db, event_by_slug(db, slug).id)]
    if what == "people" and slug is None:
        return [_person(person) for person in people(db)]
    chosen = events(db)
    if slug is not None:
        event = event_by_slug(db, slug)
        chosen = tuple(one for one in chosen if one.id == event.id)
    if what == "events":
        return [_event(event) for event in chosen]
    return [record for event in chosen for record in _of_event(programme(db, event.id), what)]


def _of_event(told: Programme, what: str) -> Iterator[Json]:
    if what == "sessions":
        return (_session(told, session) for session in told.sessions)
    if what == "people":
        return (_person(person) for person in told.people)
    if what == "rooms":
        return _rooms(told.event.slug, told.rooms)
    return _tracks(told.event.slug, told.tracks)


def _event(event: EventSummary) -> Json:
    return {
        "id": event.id,
        "uuid": event.uuid,
        "slug": event.slug,
        "title": event.title,
        "start": None if event.start is None else event.start.isoformat(),
        "end": None if event.end is None else event.end.isoformat(),
        "zone": event.zone,
        "state": event.state.value,
        "place": event.place,
        "sessions": event.sessions,
    }


def _session(told: Programme, session: Session) -> Json:
    return {
        "id": session.id,
        "uuid": session.uuid,
        "number": session.number,
        "code": session.code,
        "event": told.event.slug,
        "title": session.title,
        "subtitle": session.subtitle,
        "kind": session.kind.value,
        "state": session.state.value,
        "start": None if session.start is None else session.start.isoformat(),
        "end": None if session.end is None else session.end.isoformat(),
        "zone": told.event.zone,
        "minutes": session.minutes,
        "day": None if session.day is None else session.day.isoformat(),
        "rooms": [room.name for room in told.rooms_of(session)],
        "all_rooms": session.all_rooms,
        "people": [person.name for person in told.speakers(session)],
        "track": None if session.track_id is None else told.track[session.track_id].name,
        "language": session.language,
        "url": session.url,
    }


def _person(person: Person) -> Json:
    return {
        "id": person.id,
        "uuid": person.uuid,
        "name": person.name,
        "pronouns": person.pronouns,
        "affiliation": person.affiliation,
        "headline": person.headline,
        "email": person.email,
        "language": person.language,
    }


def _guest(slug: str, guest: Guest) -> Json:
    return {
        "id": guest.id,
        "uuid": guest.uuid,
        "event": slug,
        "name": guest.name,
        "ticket": guest.ticket,
        "pronouns": guest.pronouns,
        "affiliation": guest.affiliation,
        "email": guest.email,
        "first_time": guest.first_time,
        "photo": guest.photo.value,
        "checked_in": None if guest.checked_in is None else guest.checked_in.isoformat(),
        "note": guest.note,
        "delete_on": None if guest.delete_on is None else guest.delete_on.isoformat(),
    }


def _rooms(slug: str, rooms: Iterable[Room]) -> Iterator[Json]:
    for room in rooms:
        yield {
            "id": room.id,
            "uuid": room.uuid,
            "event": slug,
            "name": room.name,
            "capacity": room.capacity,
            "virtual": room.virtual,
            "description": room.description,
        }


def _tracks(slug: str, tracks: Iterable[Track]) -> Iterator[Json]:
    for track in tracks:
        yield {"id": track.id, "uuid": track.uuid, "event": slug, "name": track.name, "color": track.color}
