"""Reading the programme: everything about an event in a constant number of statements."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Integer, Select, func, select, type_coerce, union

from eventkit.domain.errors import NotFoundError
from eventkit.domain.programme import (
    PUBLIC_STATES,
    Chapter,
    CrewMember,
    Event,
    EventState,
    EventSummary,
    Person,
    Programme,
    Room,
    Session,
    SessionKind,
    SessionState,
    SessionText,
    Track,
    Venue,
    programme_day,
)
from eventkit.domain.text import fold
from eventkit.models.base import Instant
from eventkit.models.planning import RoomHoursRow, SessionPlanRow
from eventkit.models.programme import (
    AttachmentRow,
    ChapterRow,
    CrewRow,
    EventRow,
    LinkRow,
    PersonRow,
    RoomRow,
    SessionPersonRow,
    SessionRoomRow,
    SessionRow,
    SessionTextRow,
    TrackRow,
    VenueRow,
)
from eventkit.services.db import Db
from eventkit.services.records import (
    attachments_by,
    columns,
    event_by_id,
    event_by_slug,
    grouped,
    links_by,
    local,
    person_columns,
    venues_where,
)

__all__ = [
    "chapters",
    "event_by_id",
    "event_by_slug",
    "events",
    "programme",
    "session_by_id",
    "sessions_by_ids",
    "sessions_of_events",
    "venues",
]

_PUBLIC = tuple(sorted(state.value for state in PUBLIC_STATES))


def chapters(db: Db) -> tuple[Chapter, ...]:
    """All chapters by name."""
    found = (Chapter(**row) for row in db.execute(select(*columns(ChapterRow, Chapter))).mappings())
    return tuple(sorted(found, key=lambda chapter: (fold(chapter.name), chapter.id)))


def venues(db: Db) -> tuple[Venue, ...]:
    """All venues by name."""
    return tuple(sorted(venues_where(db, VenueRow.id.is_not(None)), key=lambda venue: (fold(venue.name), venue.id)))


def events(db: Db) -> tuple[EventSummary, ...]:
    """All events, the earliest first, undated ones last."""
    return tuple(_summary(dict(row)) for row in db.execute(_summaries()).mappings())


def programme(db: Db, event_id: int) -> Programme:
    """Everything about one event in display order; raises NotFoundError."""
    event = event_by_id(db, event_id)
    rooms = _rooms(db, event_id)
    places = venues_where(db, _venue_ids(event, rooms))
    return Programme(
        event=event,
        chapter=next((chapter for chapter in chapters(db) if chapter.id == event.chapter_id), None),
        venue=next((venue for venue in places if venue.id == event.venue_id), None),
        venues=places,
        rooms=rooms,
        tracks=_tracks(db, event_id),
        sessions=_in_order(_sessions(db, SessionRow.event_id == event_id), rooms),
        people=_people(db, event_id),
        crew=_crew(db, event_id),
    )


def sessions_by_ids(db: Db, ids: Sequence[int]) -> list[Session]:
    """The sessions with these ids; unknown ids are left out."""
    return _sessions(db, SessionRow.id.in_(ids))


def sessions_of_events(db: Db, event_ids: Sequence[int]) -> list[Session]:
    """All sessions of these events."""
    return _sessions(db, SessionRow.event_id.in_(event_ids))


def session_by_id(db: Db, session_id: int) -> Session:
    """One session; raises NotFoundError."""
    found = _sessions(db, SessionRow.id == session_id)
    if not found:
        raise NotFoundError("unknown_session", key=session_id)
    return found[0]


def _summaries() -> Select[Any]:
    seconds = type_coerce(SessionRow.start, Integer)
    span = (
        select(
            SessionRow.event_id,
            func.min(seconds).label("first"),
            func.max(seconds + SessionRow.minutes * 60).label("last"),
            func.count().label("sessions"),
        )
        .where(SessionRow.state.in_(_PUBLIC))
        .group_by(SessionRow.event_id)
        .subquery()
    )
    start = func.coalesce(type_coerce(EventRow.start, Integer), span.c.first)
    return (
        select(
            *columns(EventRow, EventSummary),
            type_coerce(span.c.first, Instant).label("first"),
            type_coerce(span.c.last, Instant).label("last"),
            func.coalesce(span.c.sessions, 0).label("sessions"),
            VenueRow.name.label("venue"),
            VenueRow.city.label("city"),
        )
        .outerjoin(span, span.c.event_id == EventRow.id)
        .outerjoin(VenueRow, VenueRow.id == EventRow.venue_id)
        .order_by(start.is_(None), start, EventRow.title, EventRow.id)
    )


def _summary(row: Mapping[str, Any]) -> EventSummary:
    zone = ZoneInfo(row["zone"])
    return EventSummary(
        id=row["id"],
        uuid=row["uuid"],
        slug=row["slug"],
        title=row["title"],
        start=local(row["start"] or row["first"], zone),
        end=local(row["end"] or row["last"], zone),
        zone=row["zone"],
        state=EventState(row["state"]),
        place=", ".join(filter(None, dict.fromkeys((row["venue"], row["city"])))),
        sessions=row["sessions"],
    )


def _venue_ids(event: Event, rooms: Iterable[Room]) -> ColumnElement[bool]:
    wanted = {event.venue_id, *(room.venue_id for room in rooms)} - {None}
    return VenueRow.id.in_(sorted(key for key in wanted if key is not None))


def _rooms(db: Db, event_id: int) -> tuple[Room, ...]:
    query = select(*columns(RoomRow, Room), RoomHoursRow.opens, RoomHoursRow.closes)
    query = query.outerjoin(RoomHoursRow, RoomHoursRow.room_id == RoomRow.id)
    rows = db.execute(query.where(RoomRow.event_id == event_id)).mappings()
    return tuple(sorted((Room(**row) for row in rows), key=lambda room: (room.position, fold(room.name), room.id)))


def _tracks(db: Db, event_id: int) -> tuple[Track, ...]:
    rows = db.execute(select(*columns(TrackRow, Track)).where(TrackRow.event_id == event_id)).mappings()
    return tuple(sorted((Track(**row) for row in rows), key=lambda track: (track.position, fold(track.name), track.id)))


def _crew(db: Db, event_id: int) -> tuple[CrewMember, ...]:
    query = (
        select(*columns(CrewRow, CrewMember))
        .join(PersonRow, PersonRow.id == CrewRow.person_id)
        .where(CrewRow.event_id == event_id)
        .order_by(PersonRow.sort_key, PersonRow.name, CrewRow.id)
    )
    return tuple(CrewMember(**row) for row in db.execute(query).mappings())


def _people(db: Db, event_id: int) -> tuple[Person, ...]:
    speak = select(SessionPersonRow.person_id).join(SessionRow).where(SessionRow.event_id == event_id)
    ids = union(speak, select(CrewRow.person_id).where(CrewRow.event_id == event_id))
    query = person_columns().where(PersonRow.id.in_(ids)).order_by(PersonRow.sort_key, PersonRow.name, PersonRow.id)
    links = links_by(db, LinkRow.person_id, LinkRow.person_id.in_(ids))
    return tuple(Person(**row, links=links.get(row["id"], ())) for row in db.execute(query).mappings())


def _sessions(db: Db, where: ColumnElement[bool]) -> list[Session]:
    """Sessions with all that hangs on them, their times in the event's zone, in seven statements."""
    ids = select(SessionRow.id).where(where)
    rooms = _listed(db, SessionRoomRow.session_id, SessionRoomRow.room_id, SessionRoomRow.position, ids)
    people = _listed(db, SessionPersonRow.session_id, SessionPersonRow.person_id, SessionPersonRow.position, ids)
    texts = _texts(db, ids)
    links = links_by(db, LinkRow.session_id, LinkRow.session_id.in_(ids))
    attachments = attachments_by(db, AttachmentRow.session_id, AttachmentRow.session_id.in_(ids))
    own = (*columns(SessionRow, Session), EventRow.zone, EventRow.day_change)
    plan = (func.coalesce(SessionPlanRow.locked, False).label("locked"), SessionPlanRow.expected)
    query = select(*own, *plan).join(EventRow).where(where)
    query = query.outerjoin(SessionPlanRow, SessionPlanRow.session_id == SessionRow.id)
    return [
        _session(
            dict(row),
            room_ids=rooms.get(row["id"], ()),
            person_ids=people.get(row["id"], ()),
            texts=texts.get(row["id"], ()),
            links=links.get(row["id"], ()),
            attachments=attachments.get(row["id"], ()),
        )
        for row in db.execute(query).mappings()
    ]


def _session(row: dict[str, Any], **parts: Any) -> Session:
    start: datetime | None = local(row.pop("start"), ZoneInfo(row.pop("zone")))
    kind, state, day_change, day = (row.pop(name) for name in ("kind", "state", "day_change", "day"))
    if day is None and start is not None:
        day = programme_day(start, day_change)
    return Session(**row, start=start, day=day, kind=SessionKind(kind), state=SessionState(state), **parts)


def _listed(db: Db, owner: Any, item: Any, position: Any, ids: Select[int]) -> dict[int, tuple[int, ...]]:
    query = select(owner, item).where(owner.in_(ids)).order_by(position, item)
    return grouped([(key, value) for key, value in db.execute(query)])


def _texts(db: Db, ids: Select[int]) -> dict[int, tuple[SessionText, ...]]:
    query = (
        select(SessionTextRow.session_id, *columns(SessionTextRow, SessionText))
        .where(SessionTextRow.session_id.in_(ids))
        .order_by(SessionTextRow.language)
    )
    rows = [dict(row) for row in db.execute(query).mappings()]
    return grouped([(row.pop("session_id"), SessionText(**row)) for row in rows])


def _in_order(sessions: Iterable[Session], rooms: Iterable[Room]) -> tuple[Session, ...]:
    place = {room.id: index for index, room in enumerate(rooms)}

    def key(session: Session) -> tuple[bool, float, int, int]:
        first = min((place[room_id] for room_id in session.room_ids), default=-1)
        return session.start is None, session.start.timestamp() if session.start else 0.0, first, session.number

    return tuple(sorted(sessions, key=key))
