"""How the sessions of a file enter the kit."""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy import select

from eventkit.domain.codes import session_code
from eventkit.domain.imports import ReportRow, SourceSession
from eventkit.domain.programme import Attachment, Session, SessionText, programme_day
from eventkit.models.base import Base
from eventkit.models.programme import AttachmentRow, SessionPersonRow, SessionRoomRow, SessionRow, SessionTextRow
from eventkit.services.arrivals import Arrival, Arriving, Kind, fresh_uuids
from eventkit.services.import_parts import adopt_by_identity, insert_links, links
from eventkit.services.programme import sessions_by_ids
from eventkit.services.rows import edit_row, insert_rows, uid_of
from eventkit.services.said import Said, said_attachments, said_links, said_texts, seconds, unusual_day
from eventkit.services.sessions import set_parts

_CODE = re.compile(r"[A-Z0-9]{6}")
_MOST = 2**31 - 1
_PLAIN = ("title", "subtitle", "abstract", "description", "language", "minutes", "all_rooms", "url")
_APART = frozenset({"room_ids", "person_ids", "texts", "links", "attachments"})


def _adopt(arrival: Arrival, items: Sequence[Arriving[SourceSession]]) -> dict[str, int]:
    query = select(SessionRow.uuid, SessionRow.id).where(SessionRow.event_id == arrival.event.id)
    by_uuid = dict(arrival.db.execute(query).all())
    return adopt_by_identity(arrival, "session", SessionRow, "title", items, by_uuid)


def _insert(arrival: Arrival, numbered: Sequence[tuple[int, Arriving[SourceSession]]]) -> None:
    """All sessions in one statement, then each table that hangs on them in one."""
    if not numbered:
        return
    uuids = fresh_uuids(arrival, SessionRow, [item for _, item in numbered])
    marks = _numbers_and_codes(arrival, [item.item for _, item in numbered], uuids)
    told = [(row_id, _resolved(arrival, item.said)) for row_id, item in numbered]
    rows = [
        {
            "id": row_id,
            "uuid": uuid,
            "uid": uid_of(uuid),
            "event_id": arrival.event.id,
            "number": number,
            "code": code,
            "talk_id": None,
            **{name: value for name, value in said.items() if name not in _APART},
        }
        for (row_id, said), uuid, (number, code) in zip(told, uuids, marks, strict=True)
    ]
    insert_rows(arrival.db, SessionRow, rows)
    _insert_listed(arrival, SessionRoomRow, "room_id", ((row_id, said["room_ids"]) for row_id, said in told))
    _insert_listed(arrival, SessionPersonRow, "person_id", ((row_id, said["person_ids"]) for row_id, said in told))
    insert_rows(
        arrival.db, SessionTextRow, [{"session_id": key, **one} for key, said in told for one in _list(said["texts"])]
    )
    insert_links(arrival.db, "session_id", told)
    attached = [
        {"session_id": row_id, "event_id": None, "person_id": None, "position": position, **one}
        for row_id, said in told
        for position, one in enumerate(_list(said["attachments"]))
    ]
    insert_rows(arrival.db, AttachmentRow, attached)


def _numbers_and_codes(
    arrival: Arrival, sessions: Sequence[SourceSession], uuids: Sequence[str]
) -> list[tuple[int, str]]:
    """The file's numbers and codes where they are fit and free in the event, else new ones and a note."""
    query = select(SessionRow.number, SessionRow.code).where(SessionRow.event_id == arrival.event.id)
    taken = arrival.db.execute(query).all()
    numbers, codes = {number for number, _ in taken}, {code for _, code in taken}
    kept_numbers = [_claim(arrival, session, "number", session.number, numbers) for session in sessions]
    kept_codes = [_claim(arrival, session, "code", session.code or None, codes) for session in sessions]
    last = max(numbers, default=0)
    marks = []
    for number, code, uuid in zip(kept_numbers, kept_codes, uuids, strict=True):
        if number is None:
            last += 1
        if code is None:
            code = session_code(UUID(uuid), codes)  # noqa: PLW2901 - the missing one of the pair
            codes.add(code)
        marks.append((last if number is None else number, code))
    return marks


def _claim(arrival: Arrival, session: SourceSession, name: str, wanted: Any, taken: set[Any]) -> Any:
    """The file's number or code, None when it has none or it can't be kept."""
    if wanted is None:
        return None
    fit = bool(_CODE.fullmatch(wanted)) if isinstance(wanted, str) else 0 < wanted <= _MOST
    if fit and wanted not in taken:
        taken.add(wanted)
        return wanted
    values = {name: str(wanted)}
    arrival.notes.append(ReportRow(place=session.title or session.key, code=f"{name}_replaced", values=values))
    return None


def _insert_listed(arrival: Arrival, row: type[Base], column: str, listed: Iterable[tuple[int, Any]]) -> None:
    rows = [
        {"session_id": row_id, column: key, "position": position}
        for row_id, keys in listed
        for position, key in enumerate(keys)
    ]
    insert_rows(arrival.db, row, rows)


def _current(arrival: Arrival, ids: Sequence[int]) -> dict[int, Said]:
    return {session.id: _held(session, arrival.event.day_change) for session in sessions_by_ids(arrival.db, ids)}


def _held(session: Session, day_change: int) -> Said:
    """What the kit holds of a session, in the shape of what files say with keys resolved."""
    usual = None if session.start is None else programme_day(session.start, day_change)
    return {
        **{name: getattr(session, name) for name in _PLAIN},
        "kind": session.kind.value,
        "state": session.state.value,
        "start": seconds(session.start),
        "day": unusual_day(session.day, usual),
        "room_ids": list(session.room_ids),
        "track_id": session.track_id,
        "person_ids": list(session.person_ids),
        "texts": said_texts(session.texts),
        "links": said_links(session.links),
        "attachments": said_attachments(session.attachments),
    }


def _resolved(arrival: Arrival, said: Said) -> Said:
    """What a file said with the keys of rooms, track and people as ids; what was deleted falls out."""
    if not said:
        return said
    rooms, people, tracks = (arrival.ids[kind] for kind in ("room", "person", "track"))
    return {
        **said,
        "room_ids": cast("Any", _ids(rooms, said["room_ids"])),
        "person_ids": cast("Any", _ids(people, said["person_ids"])),
        "track_id": tracks.get(str(said["track_id"])) or None,
    }


def _ids(ids: dict[str, int], keys: Any) -> list[int]:
    found = (ids.get(key) for key in keys)
    return list(dict.fromkeys(key for key in found if key))


def _columns(said: Said) -> dict[str, Any]:
    """The session's own columns out of what a file says."""
    values: dict[str, Any] = {name: value for name, value in said.items() if name not in _APART}
    if values.get("start") is not None:
        values["start"] = datetime.fromtimestamp(values["start"], UTC)
    if values.get("day") is not None:
        values["day"] = date.fromisoformat(values["day"])
    return values


def _change(arrival: Arrival, row_id: int, changes: Said) -> None:
    edit_row(arrival.db, SessionRow, row_id, _columns(changes))
    parts: dict[str, Any] = {name: value for name, value in changes.items() if name in _APART}
    if "texts" in parts:
        parts["texts"] = tuple(SessionText(**text) for text in parts["texts"])
    if "links" in parts:
        parts["links"] = links(parts["links"])
    if "attachments" in parts:
        parts["attachments"] = tuple(Attachment(**one) for one in parts["attachments"])
    set_parts(arrival.db, row_id, parts)


def _list(told: Any) -> list[dict[str, Any]]:
    return list(told)


SESSION: Kind[SourceSession] = Kind(
    name="session",
    row=SessionRow,
    title="title",
    adopt=_adopt,
    insert=_insert,
    current=_current,
    change=_change,
    resolve=_resolved,
)
