"""What can be done to the book of people, and asked of it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, TypedDict, Unpack
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Integer, delete, func, insert, select, type_coerce, update

from eventkit.domain.people import Appearance, Consent, PersonLine, PersonSort, Profile, Scope
from eventkit.domain.text import fold, search_text
from eventkit.models.base import Instant
from eventkit.models.people import ConsentRow, ProfileRow
from eventkit.models.programme import CrewRow, EventRow, PersonRow, SessionPersonRow, SessionRow
from eventkit.models.search import ids_holding
from eventkit.services.db import Db
from eventkit.services.records import columns, local
from eventkit.services.rows import cleaned, require, table

PROFILE, CONSENT = table(ProfileRow), table(ConsentRow)


class ProfileFields(TypedDict, total=False):
    """What can be changed of a profile."""

    pronunciation: str
    languages: str
    topics: str
    availability: str
    access_needs: str
    av_needs: str


def profile(db: Db, person_id: int) -> Profile:
    """What is known of a person, in two statements; nothing for one that nothing is known of."""
    row = db.execute(select(*columns(ProfileRow, Profile)).where(PROFILE.c.person_id == person_id)).mappings().first()
    told = select(CONSENT.c.scope, CONSENT.c.given_on, CONSENT.c.source).where(CONSENT.c.person_id == person_id)
    consents = {
        Scope(scope): Consent(scope=Scope(scope), given_on=on, source=why) for scope, on, why in db.execute(told)
    }
    return Profile(**(row or {}), consents=tuple(consents[scope] for scope in Scope if scope in consents))


def edit_profile(db: Db, person_id: int, **fields: Unpack[ProfileFields]) -> Profile:
    """Change what is known of a person; raises NotFoundError."""
    require(db, PersonRow, person_id)
    _keep(db, ProfileRow, {"person_id": person_id}, cleaned(fields))
    return profile(db, person_id)


def give_consent(db: Db, person_id: int, scope: Scope, *, given_on: date | None = None, source: str = "") -> Profile:
    """A person consents to one thing, since a day; raises NotFoundError."""
    require(db, PersonRow, person_id)
    told = {"given_on": given_on, **cleaned({"source": source})}
    _keep(db, ConsentRow, {"person_id": person_id, "scope": scope.value}, told)
    return profile(db, person_id)


def withdraw_consent(db: Db, person_id: int, scope: Scope) -> Profile:
    """A person no longer consents to one thing; raises NotFoundError."""
    require(db, PersonRow, person_id)
    db.execute(delete(CONSENT).where(CONSENT.c.person_id == person_id, CONSENT.c.scope == scope.value))
    return profile(db, person_id)


def person_line_ids(
    db: Db, *, text: str = "", sort: PersonSort = PersonSort.NAME, descending: bool = False
) -> tuple[int, ...]:
    """The ids of people in the order of a list, for one that fetches pages of `person_lines`.

    `text` is looked for in all that search knows of people. People without what the list is sorted by stand last.
    """
    query = select(PersonRow.id, PersonRow.affiliation)
    if search_text(text.replace('"', "")):
        query = query.where(PersonRow.id.in_(ids_holding("person", text)))
    order: tuple[Any, ...] = (PersonRow.sort_key,)
    if sort in (PersonSort.SESSIONS, PersonSort.LAST):
        counted = _counted(None)
        query = query.outerjoin(counted, counted.c.person_id == PersonRow.id)
        order = (counted.c[sort.value].is_(None), counted.c[sort.value])
    *empty, key = order
    by = (*empty, key.desc() if descending and sort != PersonSort.AFFILIATION else key)
    rows = db.execute(query.order_by(*by, PersonRow.sort_key, PersonRow.name, PersonRow.id)).all()
    if sort == PersonSort.AFFILIATION:
        named = sorted(
            (row for row in rows if row.affiliation), key=lambda row: fold(row.affiliation), reverse=descending
        )
        rows = [*named, *(row for row in rows if not row.affiliation)]
    return tuple(row.id for row in rows)


def namesakes(db: Db) -> int:
    """How many people have the name of another one."""
    names = func.count(func.distinct(PersonRow.sort_key))
    return int(db.execute(select(func.count(PersonRow.id) - names)).scalar_one())


def person_lines(db: Db, ids: Sequence[int]) -> tuple[PersonLine, ...]:
    """The people with these ids as a list shows them, in their order; unknown ids are left out."""
    counted = _counted(SessionPersonRow.person_id.in_(ids))
    query = (
        select(*columns(PersonRow, PersonLine), counted.c.sessions, type_coerce(counted.c.last, Instant).label("last"))
        .outerjoin(counted, counted.c.person_id == PersonRow.id)
        .where(PersonRow.id.in_(ids))
    )
    rows = (dict(row) for row in db.execute(query).mappings())
    found = {row["id"]: PersonLine(**{**row, "sessions": row["sessions"] or 0}) for row in rows}
    return tuple(found[key] for key in ids if key in found)


def appearances(db: Db, person_id: int) -> tuple[Appearance, ...]:
    """All sessions that somebody speaks in and tasks in crews, over all events, the latest first; two statements."""
    spoke = (
        select(SessionRow.id, SessionRow.title, SessionRow.start, EventRow.id, EventRow.title, EventRow.zone)
        .join(SessionPersonRow, SessionPersonRow.session_id == SessionRow.id)
        .join(EventRow, EventRow.id == SessionRow.event_id)
        .where(SessionPersonRow.person_id == person_id)
    )
    helped = (
        select(CrewRow.role, EventRow.start, EventRow.id, EventRow.title, EventRow.zone)
        .join(EventRow, EventRow.id == CrewRow.event_id)
        .where(CrewRow.person_id == person_id)
    )
    found = [
        Appearance(event_id=event, event=name, title=title, start=local(at, ZoneInfo(zone)), session_id=key)
        for key, title, at, event, name, zone in db.execute(spoke)
    ]
    found += [
        Appearance(event_id=event, event=name, title=role, start=local(at, ZoneInfo(zone)))
        for role, at, event, name, zone in db.execute(helped)
    ]
    return tuple(
        sorted(found, key=lambda one: (-one.start.timestamp() if one.start else 0.0, fold(one.event), fold(one.title)))
    )


def take_over_profile(db: Db, person_id: int, other: Profile) -> None:
    """What was known of another is known of this person too; what was known of them stays."""
    own = profile(db, person_id)
    filled = {name: getattr(own, name) or getattr(other, name) for name in ProfileFields.__annotations__}
    if any(filled.values()):
        _keep(db, ProfileRow, {"person_id": person_id}, filled)
    given = {consent.scope for consent in own.consents}
    for consent in other.consents:
        if consent.scope not in given:
            give_consent(db, person_id, consent.scope, given_on=consent.given_on, source=consent.source)


def _keep(db: Db, row: type[ProfileRow | ConsentRow], whose: Mapping[str, Any], values: Mapping[str, Any]) -> None:
    """Write the one row that there is, or make it."""
    rows = table(row)
    here = [rows.c[name] == value for name, value in whose.items()]
    if db.execute(select(rows.c.id).where(*here)).first() is None:
        if row is ConsentRow or any(values.values()):
            db.execute(insert(rows).values(**whose, **values))
    elif values:
        db.execute(update(rows).where(*here).values(**values))


def _counted(where: ColumnElement[bool] | None) -> Any:
    """For each speaker how many sessions there are, and when the latest begins."""
    query = (
        select(
            SessionPersonRow.person_id,
            func.count().label("sessions"),
            func.max(type_coerce(SessionRow.start, Integer)).label("last"),
        )
        .join(SessionRow, SessionRow.id == SessionPersonRow.session_id)
        .group_by(SessionPersonRow.person_id)
    )
    return (query if where is None else query.where(where)).subquery()
