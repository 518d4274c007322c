"""Writing what a list says of an event's guests: new ones are made, edited fields stay, nobody is deleted."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from eventkit.domain.guest_lists import GuestImport, ListedGuest
from eventkit.domain.guests import Guest, Photo
from eventkit.domain.imports import ReportRow
from eventkit.domain.merging import merge_fields
from eventkit.domain.text import fold
from eventkit.models.guests import GuestRow
from eventkit.services.db import Db
from eventkit.services.guests import GUEST, edit_guest, folded, guests
from eventkit.services.records import event_by_id
from eventkit.services.rows import cleaned, insert_rows, new_uuid
from eventkit.services.sources import canonical

Told = Mapping[str, str]


def import_guests(db: Db, event_id: int, listed: Sequence[ListedGuest]) -> GuestImport:
    """Take a list into an event; the same list again changes nothing.

    A listed guest is known by a ticket with a number in it that nobody else has, else by e-mail address, else by name.
    A field that somebody has edited in the kit stays; what a list does not say stays too. Raises NotFoundError.
    """
    event_by_id(db, event_id)
    held = _held(db, event_id)
    known = _known(held, listed)
    fresh = [one for place, one in enumerate(listed) if place not in known]
    insert_rows(db, GuestRow, [_row(db, event_id, one) for one in fresh])
    kept: list[ReportRow] = []
    updated = sum(_merge(db, one, listed[place], kept) for place, one in known.items())
    return GuestImport(
        created=len(fresh), updated=updated, unchanged=len(listed) - len(fresh) - updated, kept=tuple(kept)
    )


@dataclass(frozen=True, slots=True)
class _Held:
    """A guest of the kit beside what a list said of them last."""

    guest: Guest
    said: Told
    fields: Told


def _held(db: Db, event_id: int) -> list[_Held]:
    rows = db.execute(select(GUEST.c.id, GUEST.c.said).where(GUEST.c.event_id == event_id))
    said = {key: json.loads(told) if told else {} for key, told in rows}
    return [_Held(guest, said[guest.id], _fields(guest)) for guest in sorted(guests(db, event_id), key=lambda g: g.id)]


def _fields(guest: Guest) -> dict[str, str]:
    """A guest in the shape of what lists say."""
    plain = {name: getattr(guest, name) for name in ("name", "ticket", "pronouns", "affiliation", "email", "note")}
    photo = "" if guest.photo == Photo.ASK else guest.photo.value
    return {**plain, "first_time": "yes" if guest.first_time else "", "photo": photo}


def _columns(fields: Mapping[str, Any]) -> dict[str, Any]:
    """What a list says as the guest's own columns."""
    values = cleaned(fields)
    if "first_time" in values:
        values["first_time"] = values["first_time"] == "yes"
    if "photo" in values:
        values["photo"] = Photo(values["photo"] or Photo.ASK)
    return values


def _row(db: Db, event_id: int, one: ListedGuest) -> dict[str, Any]:
    usual: dict[str, Any] = {**dict.fromkeys(("ticket", "pronouns", "affiliation", "email", "note"), "")}
    values = usual | {"first_time": False, "photo": Photo.ASK} | _columns(one.fields)
    said = canonical({**one.fields})
    values |= {"uuid": new_uuid(db), "event_id": event_id, "folded": folded(values), "said": said}
    return values | {"photo": values["photo"].value, "first_time": int(values["first_time"])}


def _merge(db: Db, held: _Held, one: ListedGuest, kept: list[ReportRow]) -> bool:
    """Change what the list says newly and nobody has edited; answers whether anything changed."""
    changes, stayed = merge_fields(held.said, one.fields, held.fields)
    kept += [ReportRow(place=one.place, code="kept_edited", values={"field": name}) for name in stayed]
    said = canonical({**held.said, **one.fields})
    if changes:
        edit_guest(db, held.guest.id, **_columns(changes))
    if said != canonical({**held.said}):
        db.execute(GUEST.update().where(GUEST.c.id == held.guest.id).values(said=said))
    return bool(changes)


Sign = Callable[[Told], str]


def _known(held: Sequence[_Held], listed: Sequence[ListedGuest]) -> dict[int, _Held]:
    """Which guest of the kit each listed one is, by its place in the list: the surest sign first, each guest once."""
    numbers = _numbers(one.fields for one in listed) & _numbers(one.fields for one in held)
    known: dict[int, _Held] = {}
    for sign in _signs(numbers):
        taken = {one.guest.id for one in known.values()}
        free: dict[str, list[_Held]] = {}
        for one in held:
            if one.guest.id not in taken:
                for key in {sign(one.fields), sign(one.said)} - {""}:
                    free.setdefault(key, []).append(one)
        for place, told in enumerate(listed):
            if place not in known:
                same = (one for one in free.get(sign(told.fields), ()) if one.guest.id not in taken)
                found = next((one for one in same if not _apart(one.fields, told.fields, numbers)), None)
                if found is not None:
                    known[place] = found
                    taken.add(found.guest.id)
    return known


def _signs(numbers: frozenset[str]) -> tuple[Sign, ...]:
    """What two records of one guest have in common; an empty sign says nothing."""
    return (
        lambda told: canonical({**told}),
        lambda told: _number(told, numbers),
        lambda told: f"{_email(told)}\n{_name(told)}" if _email(told) else "",
        _email,
        lambda told: f"{_name(told)}\n{fold(told.get('affiliation', ''))}" if _name(told) else "",
        _name,
    )


def _apart(one: Told, other: Told, numbers: frozenset[str]) -> bool:
    """Whether two records are of two guests for sure: other tickets that can tell, else other e-mail addresses."""
    first, second = _number(one, numbers), _number(other, numbers)
    if not (first and second):
        first, second = _email(one), _email(other)
    return bool(first and second and first != second)


def _number(told: Told, numbers: frozenset[str]) -> str:
    ticket = fold(told.get("ticket", ""))
    return ticket if ticket in numbers else ""


def _email(told: Told) -> str:
    return fold(told.get("email", ""))


def _name(told: Told) -> str:
    return fold(told.get("name", ""))


def _numbers(all_told: Iterable[Told]) -> frozenset[str]:
    """The tickets that tell one guest from all others: with a digit, and held by one alone."""
    counted = Counter(fold(told.get("ticket", "")) for told in all_told)
    return frozenset(ticket for ticket, count in counted.items() if count == 1 and any(map(str.isdigit, ticket)))
