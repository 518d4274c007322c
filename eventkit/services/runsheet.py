"""What can be done to the run sheet of an event, and asked of it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, TypedDict, Unpack
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, insert, or_, select, update

from eventkit.domain.errors import NotFoundError
from eventkit.domain.programme import Programme, Session
from eventkit.domain.runsheet import Cue, CueKind, RunKey, RunLine, Times, extended, postponed, run_lines
from eventkit.models.programme import EventRow, RoomRow, SessionRow
from eventkit.models.runsheet import CueRow, TimesRow
from eventkit.services.db import Db
from eventkit.services.programme import programme
from eventkit.services.records import columns, local
from eventkit.services.rows import add_row, cleaned, delete_row, edit_row, new_uuid, table
from eventkit.services.scheduling import place_sessions

CUE, TIMES = table(CueRow), table(TimesRow)


class CueDetails(TypedDict, total=False):
    """What a cue may have besides a title and a start."""

    minutes: int
    text: str
    person_id: int | None
    owner: str
    room_id: int | None
    kind: CueKind


class CueFields(CueDetails, total=False):
    """What can be changed of a cue."""

    title: str
    start: datetime


def cues(db: Db, event_id: int) -> tuple[Cue, ...]:
    """The cues of an event by start, their times in its zone."""
    return _cues(db, CUE.c.event_id == event_id)


def cue_by_id(db: Db, cue_id: int) -> Cue:
    """One cue; raises NotFoundError."""
    found = _cues(db, CUE.c.id == cue_id)
    if not found:
        raise NotFoundError("unknown_cue", key=cue_id)
    return found[0]


def run_sheet(db: Db, told: Programme) -> tuple[RunLine, ...]:
    """The run sheet of an event's programme, in order."""
    sessions = select(SessionRow.id).where(SessionRow.event_id == told.event.id)
    own = select(CUE.c.id).where(CUE.c.event_id == told.event.id)
    query = select(TIMES).where(or_(TIMES.c.session_id.in_(sessions), TIMES.c.cue_id.in_(own)))
    times = {
        RunKey(row.session_id, row.cue_id): Times(
            started=local(row.started, told.event.tz), ended=local(row.ended, told.event.tz)
        )
        for row in db.execute(query)
    }
    return run_lines(told, cues(db, told.event.id), times)


def add_cue(db: Db, event_id: int, *, title: str, start: datetime, **details: Unpack[CueDetails]) -> Cue:
    """A new cue; `start` is aware. Raises NotFoundError, InvalidError."""
    values = cleaned({"title": title, "start": start, **details})
    return _checked(db, add_row(db, CueRow, uuid=new_uuid(db), event_id=event_id, **values))


def edit_cue(db: Db, cue_id: int, **fields: Unpack[CueFields]) -> Cue:
    """Change the given fields of a cue; raises NotFoundError, InvalidError."""
    edit_row(db, CueRow, cue_id, cleaned(fields))
    return _checked(db, cue_id)


def delete_cue(db: Db, cue_id: int) -> None:
    """Delete a cue; raises NotFoundError."""
    delete_row(db, CueRow, cue_id)


def start_line(db: Db, event_id: int, key: RunKey, *, at: datetime) -> None:
    """A line begins, and what it takes the place of ends; one without a length is over at once.

    A line that had ended goes on, and keeps when it began. Raises NotFoundError.
    """
    lines = run_sheet(db, programme(db, event_id))
    line = _line(lines, key)
    for other in lines:
        if other.running and other.key != key and line.ends(other):
            _note(db, other.key, Times(started=other.started, ended=at))
    if not line.running:
        _note(db, key, Times(started=line.started or at, ended=None if line.of.minutes else at))


def stop_line(db: Db, event_id: int, key: RunKey, *, at: datetime) -> None:
    """A line that runs ends; any other stays as it is. Raises NotFoundError."""
    line = _line(run_sheet(db, programme(db, event_id)), key)
    if line.running:
        _note(db, key, Times(started=line.started, ended=at))


def extend_line(db: Db, event_id: int, key: RunKey, *, minutes: int) -> None:
    """Make a line longer and move what follows as far as it must (domain.runsheet.extended).

    Raises NotFoundError, and InvalidError where it would last less than no minutes.
    """
    lines = run_sheet(db, programme(db, event_id))
    _put(db, extended(lines, _line(lines, key), minutes))


def postpone_line(db: Db, event_id: int, key: RunKey, *, minutes: int) -> None:
    """Move a line later, and what follows as far as it must (domain.runsheet.postponed); raises NotFoundError."""
    lines = run_sheet(db, programme(db, event_id))
    _put(db, postponed(lines, _line(lines, key), minutes))


def _put(db: Db, places: Iterable[Session | Cue]) -> None:
    """Place sessions and cues where these records have them."""
    told = tuple(places)
    place_sessions(db, [one for one in told if isinstance(one, Session)])
    for one in told:
        if isinstance(one, Cue):
            edit_cue(db, one.id, start=one.start, minutes=one.minutes)


def _cues(db: Db, where: ColumnElement[bool]) -> tuple[Cue, ...]:
    query = select(*columns(CueRow, Cue), EventRow.zone).join(EventRow).where(where).order_by(CUE.c.start, CUE.c.id)
    return tuple(_cue(dict(row)) for row in db.execute(query).mappings())


def _cue(row: dict[str, Any]) -> Cue:
    start = row.pop("start").astimezone(ZoneInfo(row.pop("zone")))
    return Cue(**{**row, "kind": CueKind(row["kind"])}, start=start)


def _checked(db: Db, cue_id: int) -> Cue:
    """The cue, in a room of its own event."""
    cue = cue_by_id(db, cue_id)
    here = select(RoomRow.id).where(RoomRow.event_id == cue.event_id, RoomRow.id == cue.room_id)
    if cue.room_id is not None and db.execute(here).first() is None:
        raise NotFoundError("unknown_room", key=cue.room_id)
    return cue


def _line(lines: tuple[RunLine, ...], key: RunKey) -> RunLine:
    for line in lines:
        if line.key == key:
            return line
    if key.session_id is None:
        raise NotFoundError("unknown_cue", key=key.cue_id or 0)
    raise NotFoundError("unknown_session", key=key.session_id)


def _note(db: Db, key: RunKey, times: Times) -> None:
    """Keep when a line began and ended."""
    where = TIMES.c.cue_id == key.cue_id if key.session_id is None else TIMES.c.session_id == key.session_id
    values = {"started": times.started, "ended": times.ended}
    if db.execute(select(TIMES.c.id).where(where)).first() is None:
        db.execute(insert(TIMES).values(session_id=key.session_id, cue_id=key.cue_id, **values))
    else:
        db.execute(update(TIMES).where(where).values(**values))
