"""What can be done to people, and who may be the same one."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypedDict, Unpack

from sqlalchemy import ColumnElement, delete, select, update

from eventkit.domain.errors import InvalidError, NotFoundError
from eventkit.domain.programme import Link, Person
from eventkit.domain.text import fold
from eventkit.models.base import Base
from eventkit.models.programme import (
    AttachmentRow,
    CrewRow,
    LinkRow,
    PersonRow,
    SessionPersonRow,
    SourceItemRow,
    TalkPersonRow,
)
from eventkit.models.runsheet import CueRow
from eventkit.services.db import Db
from eventkit.services.profiles import profile, take_over_profile
from eventkit.services.records import links_by, person_columns
from eventkit.services.rows import add_row, cleaned, delete_row, edit_row, new_uuid, set_links, table


class PersonDetails(TypedDict, total=False):
    """What a person may have besides a name."""

    badge_name: str
    pronouns: str
    affiliation: str
    email: str
    language: str
    headline: str
    bio: str
    links: tuple[Link, ...]


class PersonFields(PersonDetails, total=False):
    """What can be changed of a person."""

    name: str


def person_ids(db: Db) -> tuple[int, ...]:
    """All people's ids in the order of lists, for a list that fetches pages of `people_by_ids`."""
    order = (PersonRow.sort_key, PersonRow.name, PersonRow.id)
    return tuple(db.execute(select(PersonRow.id).order_by(*order)).scalars())


def people(db: Db) -> tuple[Person, ...]:
    """All people in the order of lists: by folded name."""
    return _people(db, PersonRow.id.is_not(None), LinkRow.person_id.is_not(None))


def people_by_ids(db: Db, ids: Sequence[int]) -> tuple[Person, ...]:
    """The people with these ids, in the order of lists; unknown ids are left out."""
    return _people(db, PersonRow.id.in_(ids), LinkRow.person_id.in_(ids))


def person_by_id(db: Db, person_id: int) -> Person:
    """One person; raises NotFoundError."""
    found = people_by_ids(db, (person_id,))
    if not found:
        raise NotFoundError("unknown_person", key=person_id)
    return found[0]


def add_person(db: Db, *, name: str, **details: Unpack[PersonDetails]) -> Person:
    """A new person; two people may have one name."""
    links = details.pop("links", ())
    values = cleaned({"name": name, **details})
    person_id = add_row(db, PersonRow, uuid=new_uuid(db), sort_key=fold(values["name"]), **values)
    set_links(db, "person_id", person_id, links)
    return person_by_id(db, person_id)


def edit_person(db: Db, person_id: int, **fields: Unpack[PersonFields]) -> Person:
    """Change the given fields of a person; raises NotFoundError."""
    links = fields.pop("links", None)
    values = cleaned(fields)
    if "name" in values:
        values["sort_key"] = fold(values["name"])
    edit_row(db, PersonRow, person_id, values)
    if links is not None:
        set_links(db, "person_id", person_id, links)
    return person_by_id(db, person_id)


def copy_person(db: Db, person_id: int) -> Person:
    """Another person of the same name with what is known of the first, but for consents; raises NotFoundError."""
    person, known = person_by_id(db, person_id), profile(db, person_id)
    details = PersonDetails(**{name: getattr(person, name) for name in (*_DETAILS, "links")})  # type: ignore[typeddict-item]  # - all are details
    made = add_person(db, name=person.name, **details)
    take_over_profile(db, made.id, replace(known, consents=()))
    return person_by_id(db, made.id)


def delete_person(db: Db, person_id: int) -> None:
    """Delete a person; their sessions stay, without them."""
    delete_row(db, PersonRow, person_id)


def delete_people(db: Db, ids: Sequence[int]) -> None:
    """Delete several people; raises NotFoundError."""
    for person_id in ids:
        delete_person(db, person_id)


def suggested_merges(db: Db) -> tuple[tuple[Person, Person], ...]:
    """Pairs of people with equal folded names, the one to keep (known longer) first; never merged silently."""
    found = people(db)
    first: dict[str, Person] = {}
    pairs = []
    for person in sorted(found, key=lambda person: person.id):
        key = " ".join(fold(person.name).split())
        keep = first.setdefault(key, person)
        if keep is not person:
            pairs.append((keep, person))
    return tuple(pairs)


def merge_people(db: Db, keep_id: int, gone_id: int) -> Person:
    """Two records are one person: the kept one takes over sessions, talks, crew, cues, links and profile of the other.

    Fields that the kept one has stay; empty ones are filled from the other, which is deleted.
    Raises NotFoundError, InvalidError for merging a record with itself.
    """
    if keep_id == gone_id:
        raise InvalidError("merge_with_itself")
    keep, gone = person_by_id(db, keep_id), person_by_id(db, gone_id)
    for row, owner in ((SessionPersonRow, "session_id"), (TalkPersonRow, "talk_id")):
        _take_places(db, row, owner, keep_id, gone_id)
    for owned in (table(CrewRow), table(AttachmentRow), table(CueRow)):
        db.execute(update(owned).where(owned.c.person_id == gone_id).values(person_id=keep_id))
    said = table(SourceItemRow)
    same = (said.c.kind == "person") & (said.c.item_id == gone_id)
    db.execute(update(said).where(same).values(item_id=keep_id))
    take_over_profile(db, keep_id, profile(db, gone_id))
    values = {name: getattr(keep, name) or getattr(gone, name) for name in _DETAILS}
    links = (*keep.links, *(link for link in gone.links if link not in keep.links))
    delete_row(db, PersonRow, gone_id)
    edit_row(db, PersonRow, keep_id, values)
    set_links(db, "person_id", keep_id, links)
    return person_by_id(db, keep_id)


_DETAILS = ("badge_name", "pronouns", "affiliation", "email", "language", "headline", "bio")


def _people(db: Db, where: ColumnElement[bool], links_where: ColumnElement[bool]) -> tuple[Person, ...]:
    order = (PersonRow.sort_key, PersonRow.name, PersonRow.id)
    links = links_by(db, LinkRow.person_id, links_where)
    rows = db.execute(person_columns().where(where).order_by(*order)).mappings()
    return tuple(Person(**row, links=links.get(row["id"], ())) for row in rows)


def _take_places(db: Db, row: type[Base], owner: str, keep_id: int, gone_id: int) -> None:
    """Give the kept person the other's places, except where both stand already."""
    places = table(row)
    both = select(places.c[owner]).where(places.c.person_id == keep_id)
    db.execute(delete(places).where(places.c.person_id == gone_id, places.c[owner].in_(both)))
    db.execute(update(places).where(places.c.person_id == gone_id).values(person_id=keep_id))
