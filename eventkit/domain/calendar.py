"""What a calendar says about an event and its sessions, apart from how a file spells it."""

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from enum import StrEnum

from eventkit.domain.programme import (
    Event,
    EventState,
    Link,
    Programme,
    Session,
    SessionKind,
    SessionState,
    Venue,
)
from eventkit.domain.text import clean, one_line


class ItemStatus(StrEnum):
    """How sure an entry is, in the words of RFC 5545."""

    TENTATIVE = "TENTATIVE"
    CONFIRMED = "CONFIRMED"
    CANCELLED = "CANCELLED"


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarItem:
    """One calendar entry: everything that whoever receives it can see.

    `start` and `end` are aware and in `zone`; an `end` of None is an instant. `geo` is the
    venue's latitude and longitude in degrees. `organizer` is an e-mail address, `parent` the uid of
    the event that a session belongs to. Nothing here is personal but the speakers' names in `description`.
    """

    uid: str
    title: str
    start: datetime
    end: datetime | None
    zone: str
    status: ItemStatus
    description: str = ""
    location: str = ""
    geo: tuple[float, float] | None = None
    url: str = ""
    categories: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()
    organizer: str = ""
    organizer_name: str = ""
    contact: str = ""
    parent: str = ""
    transparent: bool = False


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a calendar says about an entry's past: times in UTC, `sequence` counts its moves since it first left."""

    sequence: int
    changed: datetime
    created: datetime


_UNSURE = frozenset({EventState.DRAFT, EventState.PLANNED})
_CALLED_OFF = frozenset({EventState.CANCELLED, EventState.POSTPONED})
_PAUSES = frozenset({SessionKind.BREAK, SessionKind.MEAL})
_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`]+", re.IGNORECASE)
_EMAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_MOVES = ("end", "location", "start", "status")


def event_item(programme: Programme) -> CalendarItem | None:
    """The event as one entry, None while it has no date: its own span, else that of its public sessions.

    A postponed event is cancelled for a calendar, since its old date no longer holds; one that spans several days
    leaves its visitors' time free.
    """
    event = programme.event
    span = _span(programme)
    if span is None:
        return None
    start, end = span
    return CalendarItem(
        uid=event.uid,
        title=one_line(event.title) or event.slug,
        start=start,
        end=end,
        zone=event.zone,
        status=_event_status(event),
        description=_paragraphs(event.subtitle, event.description, _told(event.links), event.url),
        location=", ".join(_address(programme.venue)),
        geo=_coordinates(programme.venue),
        url=web_address(event.url),
        organizer=event.contact if _EMAIL.fullmatch(event.contact) else "",
        organizer_name=one_line(programme.chapter.name) if programme.chapter else "",
        contact=one_line(event.contact),
        transparent=event.state in _CALLED_OFF or (end is not None and end.date() != start.date()),
    )


def schedule_items(programme: Programme) -> tuple[CalendarItem, ...]:
    """One entry per public session with a time, in display order.

    Accepted sessions are tentative, cancelled ones stay as such; a called-off event calls off its sessions.
    """
    return tuple(
        _session_item(programme, session, session.start)
        for session in programme.sessions
        if session.public and session.start is not None
    )


def content(item: CalendarItem) -> dict[str, object]:
    """The entry as plain JSON values, times in UTC."""
    values: dict[str, object] = {field.name: getattr(item, field.name) for field in fields(item)}
    return values | {"start": _utc(item.start), "end": item.end and _utc(item.end)}


def canonical(values: object) -> str:
    """JSON in one spelling only, so that equal values are equal texts."""
    return json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def fingerprint(item: CalendarItem) -> str:
    """The sha256 over all that a recipient sees of the entry."""
    return hashlib.sha256(canonical(content(item)).encode("utf-8", "surrogatepass")).hexdigest()


def moved(before: dict[str, object], after: dict[str, object]) -> bool:
    """Whether two contents differ in what makes people come at another time or to another place, or not at all."""
    return any(before.get(name) != after.get(name) for name in _MOVES)


def web_address(text: str) -> str:
    """The text if it is a whole http or https address, else nothing."""
    return text if _ADDRESS.fullmatch(text) else ""


def _session_item(programme: Programme, session: Session, start: datetime) -> CalendarItem:
    event = programme.event
    speakers = ", ".join(one_line(person.name) for person in programme.speakers(session))
    materials = (*session.links, *(Link(url=a.url, title=a.title) for a in session.attachments if a.url))
    status = _session_status(event, session)
    places = _places(programme, session)
    return CalendarItem(
        uid=session.uid,
        title=one_line(session.title) or session.code,
        start=start,
        end=session.end if session.minutes else None,
        zone=event.zone,
        status=status,
        description=_paragraphs(
            session.subtitle, session.abstract or session.description, speakers, _told(materials), session.url
        ),
        location=_location(places),
        geo=_coordinates(*places) if len(places) == 1 else None,
        url=web_address(session.url) or web_address(event.url),
        categories=_categories(programme, session),
        attachments=tuple(filter(None, (web_address(attachment.url) for attachment in session.attachments))),
        parent=event.uid,
        transparent=status == ItemStatus.CANCELLED or session.kind in _PAUSES,
    )


def _span(programme: Programme) -> tuple[datetime, datetime | None] | None:
    """When the event is: as it says itself, else from the first public session's start to the last one's end."""
    event = programme.event
    if event.start is not None:
        return event.start, event.end if event.end is not None and event.end > event.start else None
    starts = [session.start for session in programme.public_sessions if session.start is not None]
    ends = [session.end for session in programme.public_sessions if session.end is not None]
    if not starts:
        return None
    return min(starts), max(ends) if max(ends) > min(starts) else None


def _event_status(event: Event) -> ItemStatus:
    if event.state in _CALLED_OFF:
        return ItemStatus.CANCELLED
    return ItemStatus.TENTATIVE if event.state in _UNSURE else ItemStatus.CONFIRMED


def _session_status(event: Event, session: Session) -> ItemStatus:
    if event.state in _CALLED_OFF or session.state == SessionState.CANCELLED:
        return ItemStatus.CANCELLED
    return ItemStatus.TENTATIVE if session.state == SessionState.ACCEPTED else ItemStatus.CONFIRMED


def _categories(programme: Programme, session: Session) -> tuple[str, ...]:
    """The track's name and the kind of session."""
    track = programme.track[session.track_id].name if session.track_id is not None else ""
    kind = "" if session.kind == SessionKind.OTHER else session.kind.value
    return tuple(dict.fromkeys(filter(None, (one_line(track), kind))))


def _paragraphs(*parts: str) -> str:
    """The parts that say something, a blank line between them."""
    return "\n\n".join(filter(None, (clean(part).strip() for part in parts)))


def _told(links: Iterable[Link]) -> str:
    """One line a link: its title, then its address."""
    return "\n".join(one_line(f"{link.title}: {link.url}" if link.title else link.url) for link in links)


def _places(programme: Programme, session: Session) -> dict[Venue | None, list[str]]:
    """The venues that a session fills, with its rooms there; a room that names no venue lies in the event's.

    A plenum fills the event's venue and names no room.
    """
    rooms = () if session.all_rooms else programme.rooms_of(session)
    if not rooms:
        return {programme.venue: []}
    venues = {venue.id: venue for venue in programme.venues}
    places: dict[Venue | None, list[str]] = {}
    for room in rooms:
        venue = venues.get(room.venue_id, programme.venue) if room.venue_id is not None else programme.venue
        places.setdefault(venue, []).append(one_line(room.name))
    return places


def _location(places: dict[Venue | None, list[str]]) -> str:
    """`Room, Venue, street, postcode city, country` on one line; a slash stands between rooms and between venues."""
    told = (
        ", ".join(filter(None, (" / ".join(filter(None, rooms)), *_address(venue)))) for venue, rooms in places.items()
    )
    return " / ".join(filter(None, told))


def _address(venue: Venue | None) -> tuple[str, ...]:
    """The venue's name and where it stands; a virtual one stands at its web address."""
    if venue is None:
        return ()
    if venue.virtual:
        return tuple(filter(None, (one_line(venue.name), one_line(venue.url))))
    city = one_line(f"{venue.postcode} {venue.city}")
    return tuple(filter(None, (one_line(venue.name), one_line(venue.street), city, one_line(venue.country))))


def _coordinates(venue: Venue | None) -> tuple[float, float] | None:
    if venue is None or venue.latitude is None or venue.longitude is None:
        return None
    return venue.latitude, venue.longitude


def _utc(instant: datetime) -> str:
    return instant.astimezone(UTC).isoformat()
