"""What can be done to the guests of an event, and asked of them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any, TypedDict, Unpack
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Integer, String, bindparam, delete, func, select, type_coerce, update

from eventkit.domain.errors import NotFoundError
from eventkit.domain.guests import Guest, GuestCounts, GuestFilter, GuestSort, Photo, deletion_day
from eventkit.domain.programme import PUBLIC_STATES
from eventkit.domain.text import fold
from eventkit.models.base import Instant
from eventkit.models.guests import GuestRow
from eventkit.models.programme import EventRow, SessionRow
from eventkit.services.db import Db
from eventkit.services.records import columns, event_by_id, local
from eventkit.services.rows import add_row, cleaned, new_uuid, table

GUEST = table(GuestRow)
CHUNK = 500


class GuestDetails(TypedDict, total=False):
    """What a guest may have besides a name; `delete_on` None follows the event's end."""

    ticket: str
    pronouns: str
    affiliation: str
    email: str
    first_time: bool
    photo: Photo
    note: str
    delete_on: date | None


class GuestFields(GuestDetails, total=False):
    """What can be changed of a guest."""

    name: str


def guest_ids(
    db: Db,
    event_id: int,
    *,
    text: str = "",
    only: GuestFilter = GuestFilter.ALL,
    sort: GuestSort = GuestSort.NAME,
    descending: bool = False,
) -> tuple[int, ...]:
    """The ids of an event's guests in the order of a list, for one that fetches pages of `guests_by_ids`.

    `text` is looked for in name, affiliation and ticket, without regard to case and accents. Guests without what the
    list is sorted by stand last either way.
    """
    query = select(GUEST.c.id).where(GUEST.c.event_id == event_id, *_FILTERS[only])
    for word in fold(text).split():
        query = query.where(func.instr(GUEST.c.folded, word) > 0)
    *empty, key = _ORDERS[sort]
    order = (*empty, key.desc() if descending else key, GUEST.c.folded, GUEST.c.id)
    return tuple(db.execute(query.order_by(*order)).scalars())


def guests_by_ids(db: Db, ids: Sequence[int]) -> tuple[Guest, ...]:
    """The guests with these ids, in their order; unknown ids are left out."""
    found = {guest.id: guest for guest in _guests(db, GUEST.c.id.in_(ids))}
    return tuple(found[key] for key in ids if key in found)


def guests(db: Db, event_id: int) -> tuple[Guest, ...]:
    """All guests of an event by folded name."""
    return _guests(db, GUEST.c.event_id == event_id)


def guest_by_id(db: Db, guest_id: int) -> Guest:
    """One guest; raises NotFoundError."""
    _require_all(db, (guest_id,))
    return _guests(db, GUEST.c.id == guest_id)[0]


def guest_counts(db: Db, event_id: int, *, today: date) -> GuestCounts:
    """How many guests an event has."""
    usual = _deletion_days(db, GUEST.c.event_id == event_id).get(event_id)
    row = db.execute(
        select(
            func.count(),
            func.count(GUEST.c.checked_in),
            func.coalesce(func.sum(type_coerce(GUEST.c.first_time, Integer)), 0),
            func.coalesce(func.sum(type_coerce(_due(usual, today), Integer)), 0),
        ).where(GUEST.c.event_id == event_id)
    ).one()
    return GuestCounts(all=row[0], checked_in=row[1], first_time=row[2], due=row[3])


def add_guest(db: Db, event_id: int, *, name: str, **details: Unpack[GuestDetails]) -> Guest:
    """A new guest of an event; a name is enough, and two guests may have one name. Raises NotFoundError."""
    values = cleaned({"name": name, **details})
    guest_id = add_row(db, GuestRow, uuid=new_uuid(db), event_id=event_id, folded=folded(values), **values)
    return guest_by_id(db, guest_id)


def edit_guest(db: Db, guest_id: int, **fields: Unpack[GuestFields]) -> Guest:
    """Change the given fields of a guest; raises NotFoundError."""
    _edit(db, (guest_id,), cleaned(fields))
    return guest_by_id(db, guest_id)


def edit_guests(db: Db, ids: Sequence[int], **fields: Unpack[GuestDetails]) -> None:
    """Give several guests the same fields; raises NotFoundError."""
    _edit(db, ids, cleaned(fields))


def check_in_guests(db: Db, ids: Sequence[int], *, at: datetime) -> None:
    """Guests came, at an aware time; those who came before keep theirs. Raises NotFoundError."""
    values = cleaned({"checked_in": at})
    for some in _require_all(db, ids):
        db.execute(update(GUEST).where(GUEST.c.id.in_(some), GUEST.c.checked_in.is_(None)).values(**values))


def check_out_guests(db: Db, ids: Sequence[int]) -> None:
    """Guests have not come after all; raises NotFoundError."""
    for some in _require_all(db, ids):
        db.execute(update(GUEST).where(GUEST.c.id.in_(some), GUEST.c.checked_in.is_not(None)).values(checked_in=None))


def delete_guests(db: Db, ids: Sequence[int]) -> None:
    """Delete guests; raises NotFoundError."""
    for some in _require_all(db, ids):
        db.execute(delete(GUEST).where(GUEST.c.id.in_(some)))


def purge_guests(db: Db, event_id: int, *, today: date) -> int:
    """Delete the guests of an event whose day of deletion has come; answers how many. Raises NotFoundError."""
    event_by_id(db, event_id)
    usual = _deletion_days(db, GUEST.c.event_id == event_id).get(event_id)
    due = db.execute(select(GUEST.c.id).where(GUEST.c.event_id == event_id, _due(usual, today))).scalars().all()
    delete_guests(db, due)
    return len(due)


def folded(values: Mapping[str, Any]) -> str:
    """The key that lists sort and filter by."""
    return "\n".join(fold(values.get(name, "")) for name in _FOLDED)


_FOLDED = ("name", "affiliation", "ticket")
_AFTER_NAME = func.substr(GUEST.c.folded, func.instr(GUEST.c.folded, "\n") + 1)
_ORDERS: Mapping[GuestSort, tuple[ColumnElement[Any], ...]] = {
    GuestSort.NAME: (GUEST.c.folded,),
    GuestSort.AFFILIATION: (GUEST.c.affiliation == "", _AFTER_NAME),
    GuestSort.TICKET: (GUEST.c.ticket == "", GUEST.c.ticket),
    GuestSort.CHECKED_IN: (GUEST.c.checked_in.is_(None), GUEST.c.checked_in),
    GuestSort.FIRST_TIME: (GUEST.c.first_time.is_(False),),
    GuestSort.PHOTO: (GUEST.c.photo,),
}
_FILTERS: Mapping[GuestFilter, tuple[ColumnElement[bool], ...]] = {
    GuestFilter.ALL: (),
    GuestFilter.EXPECTED: (GUEST.c.checked_in.is_(None),),
    GuestFilter.CHECKED_IN: (GUEST.c.checked_in.is_not(None),),
    GuestFilter.FIRST_TIME: (GUEST.c.first_time,),
    GuestFilter.NO_PHOTO: (GUEST.c.photo != Photo.YES.value,),
}


def _guests(db: Db, where: ColumnElement[bool]) -> tuple[Guest, ...]:
    """Guests by folded name, in two statements."""
    usual = _deletion_days(db, where)
    rows = db.execute(select(*columns(GuestRow, Guest)).where(where).order_by(GUEST.c.folded, GUEST.c.id)).mappings()
    found = [Guest(**{**row, "photo": Photo(row["photo"])}) for row in rows]
    return tuple(replace(one, delete_on=one.delete_on or usual[one.event_id]) for one in found)


def _deletion_days(db: Db, where: ColumnElement[bool]) -> dict[int, date | None]:
    """The usual day of deletion of each event that has such guests: by its own end, else that of its sessions."""
    last = (
        select(func.max(type_coerce(SessionRow.start, Integer) + SessionRow.minutes * 60))
        .where(SessionRow.event_id == EventRow.id, SessionRow.state.in_(sorted(PUBLIC_STATES)))
        .scalar_subquery()
    )
    own = type_coerce(EventRow.end, Integer)
    end = type_coerce(func.coalesce(own, last, type_coerce(EventRow.start, Integer)), Instant)
    query = select(EventRow.id, EventRow.zone, end).where(EventRow.id.in_(select(GUEST.c.event_id).where(where)))
    return {key: deletion_day(local(at, ZoneInfo(zone))) for key, zone, at in db.execute(query)}


def _due(usual: date | None, today: date) -> ColumnElement[bool]:
    """Whether a guest's day of deletion has come, where `usual` is that of the event."""
    own = type_coerce(GUEST.c.delete_on, String)
    return func.coalesce(own, "9999" if usual is None else usual.isoformat()) <= today.isoformat()


def _edit(db: Db, ids: Sequence[int], values: Mapping[str, Any]) -> None:
    chunks = _require_all(db, ids)
    for some in chunks if values else ():
        db.execute(update(GUEST).where(GUEST.c.id.in_(some)).values(**values))
        if set(_FOLDED) & values.keys():
            told = select(GUEST.c.id, *(GUEST.c[name] for name in _FOLDED)).where(GUEST.c.id.in_(some))
            rows = [{"key": row["id"], "words": folded({**row})} for row in db.execute(told).mappings()]
            db.execute(update(GUEST).where(GUEST.c.id == bindparam("key")).values(folded=bindparam("words")), rows)


def _require_all(db: Db, ids: Sequence[int]) -> list[Sequence[int]]:
    """The ids in groups that a statement can hold; raises NotFoundError for one that is not there."""
    groups = [ids[start : start + CHUNK] for start in range(0, len(ids), CHUNK)]
    for some in groups:
        there = set(db.execute(select(GUEST.c.id).where(GUEST.c.id.in_(some))).scalars())
        for key in some:
            if key not in there:
                raise NotFoundError("unknown_guest", key=key)
    return groups
