"""What can be done to the sessions of an event, and to the talks they come from."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, TypedDict, Unpack
from uuid import UUID

from sqlalchemy import delete, insert, select, update

from eventkit.domain.codes import session_code
from eventkit.domain.errors import NotFoundError
from eventkit.domain.programme import Attachment, Link, Session, SessionKind, SessionState, SessionText, Talk
from eventkit.models.base import Base
from eventkit.models.planning import SessionPlanRow
from eventkit.models.programme import (
    PersonRow,
    RoomRow,
    SessionPersonRow,
    SessionRoomRow,
    SessionRow,
    SessionTextRow,
    TalkPersonRow,
    TalkRow,
    TrackRow,
)
from eventkit.services.db import Db
from eventkit.services.programme import session_by_id
from eventkit.services.records import columns
from eventkit.services.rows import (
    add_row,
    cleaned,
    delete_row,
    edit_row,
    new_uuid,
    require,
    set_attachments,
    set_links,
    table,
    uid_of,
)


class SessionDetails(TypedDict, total=False):
    """What a session may have besides its title; `start` is aware, `day` the programme day if not the usual one."""

    subtitle: str
    abstract: str
    description: str
    language: str
    kind: SessionKind
    state: SessionState
    start: datetime | None
    minutes: int
    day: date | None
    all_rooms: bool
    room_ids: tuple[int, ...]
    track_id: int | None
    person_ids: tuple[int, ...]
    url: str
    texts: tuple[SessionText, ...]
    links: tuple[Link, ...]
    attachments: tuple[Attachment, ...]
    locked: bool
    expected: int | None


class SessionFields(SessionDetails, total=False):
    """What can be changed of a session."""

    title: str


def add_session(db: Db, event_id: int, *, title: str, **details: Unpack[SessionDetails]) -> Session:
    """A new session with the next number and a code of its own."""
    uuid = new_uuid(db)
    taken = db.execute(select(SessionRow.number, SessionRow.code).where(SessionRow.event_id == event_id)).all()
    number = max((row.number for row in taken), default=0) + 1
    code = session_code(UUID(uuid), {row.code for row in taken})
    parts = _parts({**details, "title": title})
    values = cleaned(parts.pop("own"))
    session_id = add_row(
        db, SessionRow, uuid=uuid, uid=uid_of(uuid), event_id=event_id, number=number, code=code, **values
    )
    return _completed(db, session_id, parts)


def edit_session(db: Db, session_id: int, **fields: Unpack[SessionFields]) -> Session:
    """Change the given fields of a session; raises NotFoundError, InvalidError.

    A new start without a `day` lists the session under the day it starts on.
    """
    parts = _parts({**fields})
    values = cleaned(parts.pop("own"))
    if "start" in values:
        values.setdefault("day", None)
    edit_row(db, SessionRow, session_id, values)
    return _completed(db, session_id, parts)


def move_session(db: Db, session_id: int, *, start: datetime | None, room_id: int | None = None) -> Session:
    """Place the session at `start`; its length stays, its rooms too unless `room_id` is given.

    `start` is aware, None takes the session off the schedule. Clashes never block a move: they are findings
    (domain.clashes). Raises NotFoundError for an unknown session or room.
    """
    edit_row(db, SessionRow, session_id, cleaned({"start": start, "day": None}))
    return _completed(db, session_id, {} if room_id is None else {"room_ids": (room_id,)})


def delete_session(db: Db, session_id: int) -> None:
    """Delete a session; its speakers and its talk stay."""
    delete_row(db, SessionRow, session_id)


def set_speakers(db: Db, session_id: int, person_ids: tuple[int, ...]) -> Session:
    """The session's speakers, in this order; raises NotFoundError."""
    require(db, SessionRow, session_id)
    return _completed(db, session_id, {"person_ids": person_ids})


def set_rooms(db: Db, session_id: int, room_ids: tuple[int, ...]) -> Session:
    """The rooms that the session fills, of its own event; raises NotFoundError."""
    require(db, SessionRow, session_id)
    return _completed(db, session_id, {"room_ids": room_ids})


def keep_talk(db: Db, session_id: int) -> Talk:
    """Keep what the session says as a talk that can be given again; raises NotFoundError."""
    session = session_by_id(db, session_id)
    told = {name: getattr(session, name) for name in _TOLD}
    talk_id = add_row(db, TalkRow, uuid=new_uuid(db), **cleaned(told))
    for position, person_id in enumerate(session.person_ids):
        add_row(db, TalkPersonRow, talk_id=talk_id, person_id=person_id, position=position)
    edit_row(db, SessionRow, session_id, {"talk_id": talk_id})
    return talk_by_id(db, talk_id)


def schedule_talk(db: Db, talk_id: int, event_id: int, *, start: datetime | None = None) -> Session:
    """A new session of the event with the talk's words, length and speakers; raises NotFoundError."""
    talk = talk_by_id(db, talk_id)
    told = SessionDetails(
        subtitle=talk.subtitle,
        abstract=talk.abstract,
        description=talk.description,
        language=talk.language,
        kind=talk.kind,
        minutes=talk.minutes,
        person_ids=talk.person_ids,
        start=start,
    )
    session = add_session(db, event_id, title=talk.title, **told)
    edit_row(db, SessionRow, session.id, {"talk_id": talk_id})
    return session_by_id(db, session.id)


def delete_talk(db: Db, talk_id: int) -> None:
    """Delete a talk; the sessions that came from it stay."""
    delete_row(db, TalkRow, talk_id)


def talk_by_id(db: Db, talk_id: int) -> Talk:
    """A reusable talk with its speakers in order; raises NotFoundError."""
    row = db.execute(select(*columns(TalkRow, Talk)).where(TalkRow.id == talk_id)).mappings().one_or_none()
    if row is None:
        raise NotFoundError("unknown_talk", key=talk_id)
    query = select(TalkPersonRow.person_id).where(TalkPersonRow.talk_id == talk_id)
    people = db.execute(query.order_by(TalkPersonRow.position)).scalars()
    return Talk(**{**row, "kind": SessionKind(row["kind"])}, person_ids=tuple(people))


PLANNED = ("locked", "expected")
_TOLD = ("title", "subtitle", "abstract", "description", "language", "kind", "minutes")
_APART = ("room_ids", "person_ids", "texts", "links", "attachments", *PLANNED)


def _parts(fields: dict[str, Any]) -> dict[str, Any]:
    """The fields that lie in tables of their own, and under `own` the session's columns."""
    apart = {name: fields.pop(name) for name in _APART if name in fields}
    return {**apart, "own": fields}


def _completed(db: Db, session_id: int, parts: dict[str, Any]) -> Session:
    """Write the parts that lie in tables of their own, then check the whole session."""
    for name, row in (("person_ids", PersonRow), ("room_ids", RoomRow)):
        for row_id in parts.get(name, ()):
            require(db, row, row_id)
    set_parts(db, session_id, parts)
    return _checked(db, session_by_id(db, session_id))


def set_parts(db: Db, session_id: int, parts: dict[str, Any]) -> None:
    """Replace what is given of a session's rooms, people (ids in order), texts, links and attachments."""
    planned = cleaned({name: parts[name] for name in PLANNED if name in parts})
    if planned:
        _set_plan(db, session_id, planned)
    if "room_ids" in parts:
        _set_list(db, SessionRoomRow, "room_id", session_id, parts["room_ids"])
    if "person_ids" in parts:
        _set_list(db, SessionPersonRow, "person_id", session_id, parts["person_ids"])
    if "texts" in parts:
        _set_texts(db, session_id, parts["texts"])
    if "links" in parts:
        set_links(db, "session_id", session_id, parts["links"])
    if "attachments" in parts:
        set_attachments(db, "session_id", session_id, parts["attachments"])


def _set_list(db: Db, row: type[Base], column: str, session_id: int, ids: Iterable[int]) -> None:
    listed = table(row)
    db.execute(delete(listed).where(listed.c.session_id == session_id))
    rows = [{"session_id": session_id, column: key, "position": place} for place, key in enumerate(dict.fromkeys(ids))]
    if rows:
        db.execute(insert(listed), rows)


def _set_plan(db: Db, session_id: int, planned: dict[str, Any]) -> None:
    """Keep how a session is planned in a row, and no row where nothing is said."""
    plan = table(SessionPlanRow)
    before = db.execute(
        select(plan.c.id, plan.c.locked, plan.c.expected).where(plan.c.session_id == session_id)
    ).first()
    values = {"locked": False, "expected": None} if before is None else {"locked": before[1], "expected": before[2]}
    values |= planned
    if before is None and any(values.values()):
        add_row(db, SessionPlanRow, session_id=session_id, **values)
    elif before is not None:
        db.execute(update(plan).where(plan.c.id == before[0]).values(**values))


def _set_texts(db: Db, session_id: int, texts: Iterable[SessionText]) -> None:
    db.execute(delete(table(SessionTextRow)).where(table(SessionTextRow).c.session_id == session_id))
    for text in texts:
        told = {name: getattr(text, name) for name in ("subtitle", "abstract", "description", "language")}
        add_row(db, SessionTextRow, session_id=session_id, title=text.title, **cleaned(told))


def _checked(db: Db, session: Session) -> Session:
    if session.track_id is not None:
        _require_own(db, TrackRow, session.track_id, session.event_id)
    for room_id in session.room_ids:
        _require_own(db, RoomRow, room_id, session.event_id)
    return session


def _require_own(db: Db, row: type[Base], row_id: int, event_id: int) -> None:
    """A session's rooms and track are of its own event."""
    own = table(row)
    if db.execute(select(own.c.id).where(own.c.id == row_id, own.c.event_id == event_id)).first() is None:
        raise NotFoundError(f"unknown_{own.name}", key=row_id)
