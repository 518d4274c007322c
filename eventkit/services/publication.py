"""The ledger of what has left the kit: from it an unchanged export is the same again, and a move counts up."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import JSON, Select, case, func, literal, null, select, type_coerce, union_all

from eventkit.domain.calendar import CalendarItem, Stamp, canonical, content, fingerprint, moved
from eventkit.models.ledger import ChangeLogRow, PublishedRow, TxnRow
from eventkit.models.programme import (
    AttachmentRow,
    EventRow,
    LinkRow,
    RoomRow,
    SessionPersonRow,
    SessionRoomRow,
    SessionRow,
)
from eventkit.services.db import Db

_TICK = timedelta(seconds=1)
_PARTS = (SessionRoomRow, SessionPersonRow, LinkRow, AttachmentRow)


@dataclass(frozen=True, slots=True)
class _History:
    """When the rows behind an entry were first and last touched."""

    created: datetime
    changed: datetime


def stamps(db: Db, items: Iterable[CalendarItem], kind: str, *, now: datetime) -> dict[str, Stamp]:
    """The stamp that each entry leaves with, by uid; reads only.

    An entry as it left last keeps its stamp. Else it is stamped with the newest transaction that touched what it shows
    (`now` if the history no longer knows), always later than the last stamp; its sequence rises by one if it moved.
    """
    items = tuple(items)
    sent = _sent(db, items, kind)
    stamped = {uid: _last_stamp(row) for uid, row in sent.items()}
    fresh = [item for item in items if item.uid not in sent or sent[item.uid].fingerprint != fingerprint(item)]
    history = _history(db, [item.uid for item in fresh]) if fresh else {}
    moment = now.astimezone(UTC).replace(microsecond=0)
    unknown = _History(moment, moment)
    for item in fresh:
        stamped[item.uid] = _next_stamp(item, sent.get(item.uid), history.get(item.uid, unknown))
    return stamped


def publish(db: Db, items: Iterable[CalendarItem], kind: str, stamped: Mapping[str, Stamp], *, at: datetime) -> None:
    """Note entries that have left the kit with their stamps; one that is as it left last stays noted as it is.

    The notes of entries that are gone stay: their tombstones are made from them.
    """
    items = tuple(items)
    sent = _sent(db, items, kind)
    for item in items:
        mark = fingerprint(item)
        row = sent.get(item.uid)
        if row is not None and row.fingerprint == mark:
            continue
        if row is None:
            row = PublishedRow(item=item.uid, kind=kind)
            db.add(row)
        stamp = stamped[item.uid]
        row.fingerprint, row.sequence, row.at = mark, stamp.sequence, at
        row.content = canonical(
            {"changed": stamp.changed.isoformat(), "created": stamp.created.isoformat(), "item": content(item)}
        )
    db.flush()


def _sent(db: Db, items: Sequence[CalendarItem], kind: str) -> dict[str, PublishedRow]:
    """The ledger's rows of these entries, by uid."""
    uids = [item.uid for item in items]
    rows = db.scalars(select(PublishedRow).where(PublishedRow.kind == kind, PublishedRow.item.in_(uids)))
    return {row.item: row for row in rows}


def _last_stamp(row: PublishedRow) -> Stamp:
    told = json.loads(row.content)
    return Stamp(row.sequence, datetime.fromisoformat(told["changed"]), datetime.fromisoformat(told["created"]))


def _next_stamp(item: CalendarItem, row: PublishedRow | None, history: _History) -> Stamp:
    if row is None:
        return Stamp(0, history.changed, history.created)
    last = _last_stamp(row)
    step = 1 if moved(json.loads(row.content)["item"], content(item)) else 0
    return Stamp(last.sequence + step, max(history.changed, last.changed + _TICK), last.created)


def _history(db: Db, uids: Sequence[str]) -> dict[str, _History]:
    """When the rows behind the named entries were touched, as far back as the change log goes."""
    touches = union_all(_touched(), _taken_away(SessionRow, "session_id"), _taken_away(EventRow, "event_id")).subquery()
    found = db.execute(
        select(touches.c.uid, func.min(touches.c.own_at), func.max(touches.c.at))
        .where(touches.c.uid.in_(uids))
        .group_by(touches.c.uid)
    )
    return {uid: _History(first or last, last) for uid, first, last in found}


def _touched() -> Select[Any]:
    """When each row that shapes an entry was touched, and if it was the entry's own: ids of dead rows return."""
    behind = union_all(*_rows_behind_sessions(), *_rows_behind_events()).subquery()
    image = type_coerce(func.coalesce(ChangeLogRow.after, ChangeLogRow.before), JSON)
    own = behind.c.own & (image["uid"].as_string() == behind.c.uid)
    return (
        select(behind.c.uid, TxnRow.at.label("at"), case((own, TxnRow.at)).label("own_at"))
        .join(ChangeLogRow, (ChangeLogRow.table == behind.c.table) & (ChangeLogRow.pk == behind.c.pk))
        .join(TxnRow, TxnRow.id == ChangeLogRow.txn)
    )


def _taken_away(owner: Any, column: str) -> Select[Any]:
    """When a session or an event lost a part: the part's last image tells whose it was."""
    image = type_coerce(ChangeLogRow.before, JSON)
    gone = ChangeLogRow.after.is_(None) & ChangeLogRow.table.in_([part.__tablename__ for part in _PARTS])
    rows = select(owner.uid, TxnRow.at, null()).join(ChangeLogRow, ChangeLogRow.txn == TxnRow.id)
    return rows.join(owner, owner.id == image[column].as_integer()).where(gone)


def _behind(table: str, pk: Any, uid: Any, *, own: bool = False) -> Select[Any]:
    """Rows of `table` that shape the entries `uid`; `own` marks the entry's own row."""
    return select(literal(table).label("table"), pk.label("pk"), uid.label("uid"), literal(own).label("own"))


def _rows_behind_sessions() -> list[Select[Any]]:
    """A session's own row, its parts, and the shared rows whose words it shows."""
    uid = SessionRow.uid
    parts = [
        _behind(part.__tablename__, part.id, uid).join(SessionRow, SessionRow.id == part.session_id) for part in _PARTS
    ]
    in_room = RoomRow.id == SessionRoomRow.room_id
    in_session = SessionRow.id == SessionRoomRow.session_id
    return [
        _behind("session", SessionRow.id, uid, own=True),
        *parts,
        _behind("event", SessionRow.event_id, uid),
        _behind("track", SessionRow.track_id, uid),
        _behind("venue", EventRow.venue_id, uid).join(SessionRow, SessionRow.event_id == EventRow.id),
        _behind("room", SessionRoomRow.room_id, uid).join(SessionRow, in_session),
        _behind("venue", RoomRow.venue_id, uid).join(SessionRoomRow, in_room).join(SessionRow, in_session),
        _behind("person", SessionPersonRow.person_id, uid).join(
            SessionRow, SessionRow.id == SessionPersonRow.session_id
        ),
    ]


def _rows_behind_events() -> list[Select[Any]]:
    """An event's own row, its links, and its venue's and chapter's."""
    uid = EventRow.uid
    return [
        _behind("event", EventRow.id, uid, own=True),
        _behind("venue", EventRow.venue_id, uid),
        _behind("chapter", EventRow.chapter_id, uid),
        _behind("link", LinkRow.id, uid).join(EventRow, EventRow.id == LinkRow.event_id),
    ]
