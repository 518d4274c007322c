"""How one kind of item of a file enters the kit: known ones are merged, others found again or made."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from sqlalchemy import func, select

from eventkit.domain.imports import ReportRow
from eventkit.domain.merging import merge_fields
from eventkit.domain.programme import Event
from eventkit.models.base import Base
from eventkit.services.db import Db
from eventkit.services.rows import named_uuid, new_uuid, table
from eventkit.services.said import Said
from eventkit.services.sources import SaidItem, canonical, remember, remember_again

Item = TypeVar("Item")

_UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


@dataclass(slots=True, kw_only=True)
class Arrival:
    """An import on its way: where it goes, what the source had said, and what has happened so far.

    `ids` holds for each kind the row of each key, 0 for what the organizer has deleted.
    """

    db: Db
    event: Event
    source_id: int
    known: dict[tuple[str, str], SaidItem]
    ids: dict[str, dict[str, int]] = field(default_factory=dict)
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    kept: list[ReportRow] = field(default_factory=list)
    notes: list[ReportRow] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Arriving(Generic[Item]):
    """An item of the file with its key and what the file says of it."""

    key: str
    item: Item
    said: Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind(Generic[Item]):
    """What differs between rooms, tracks, people and sessions.

    `adopt` finds rows of the kit that new items are, by key; `insert` makes rows with the given ids; `current` reads
    rows in the shape of what files say; `change` writes fields; `resolve` turns keys into ids of rows.
    """

    name: str
    row: type[Base]
    title: str
    adopt: Callable[[Arrival, Sequence[Arriving[Item]]], dict[str, int]]
    insert: Callable[[Arrival, Sequence[tuple[int, Arriving[Item]]]], None]
    current: Callable[[Arrival, Sequence[int]], dict[int, Said]]
    change: Callable[[Arrival, int, Said], None]
    resolve: Callable[[Arrival, Said], Said] = lambda _, said: said


def receive(arrival: Arrival, kind: Kind[Item], items: Sequence[Arriving[Item]]) -> None:
    """Take all items of one kind: unchanged ones cost nothing, changed ones are merged, new ones inserted at once."""
    known = {key: item for (name, key), item in arrival.known.items() if name == kind.name}
    arrival.ids[kind.name] = ids = {key: item.item_id for key, item in known.items()}
    unknown = [item for item in items if item.key not in known]
    adopted = kind.adopt(arrival, unknown) if unknown else {}
    fresh = [item for item in unknown if item.key not in adopted]
    numbered = list(enumerate(fresh, next_id(arrival.db, kind.row)))
    ids |= adopted | {item.key: row_id for row_id, item in numbered}
    kind.insert(arrival, numbered)
    arrival.created += len(numbered)
    _remember_new(arrival, kind, list(unknown))
    _merge(arrival, kind, [(item, known.get(item.key)) for item in items if item.key in known or item.key in adopted])


def _remember_new(arrival: Arrival, kind: Kind[Item], items: Iterable[Arriving[Item]]) -> None:
    ids = arrival.ids[kind.name]
    rows = [
        {"kind": kind.name, "key": item.key, "item_id": ids[item.key], "said": canonical(item.said)} for item in items
    ]
    remember(arrival.db, arrival.source_id, rows)


def _merge(arrival: Arrival, kind: Kind[Item], items: Sequence[tuple[Arriving[Item], SaidItem | None]]) -> None:
    """Change what the file says newly and nobody has edited; report the rest."""
    told = [(item, last) for item, last in items if last is None or _differs(item, last)]
    ids = arrival.ids[kind.name]
    current = kind.current(arrival, sorted({ids[item.key] for item, _ in told} - {0})) if told else {}
    arrival.unchanged += len(items) - len(told)
    for item, last in told:
        row_id = ids[item.key]
        if last is not None:
            remember_again(arrival.db, last, said=canonical(item.said), gone=False)
        if row_id not in current:
            arrival.kept.append(ReportRow(place=str(item.said[kind.title]), code="kept_deleted"))
            arrival.unchanged += 1
            continue
        before = kind.resolve(arrival, last_fields(last))
        changes, kept = merge_fields(before, kind.resolve(arrival, item.said), current[row_id])
        for name in kept:
            place = str(current[row_id][kind.title])
            arrival.kept.append(ReportRow(place=place, code="kept_edited", values={"field": name}))
        if changes:
            kind.change(arrival, row_id, changes)
        arrival.updated += bool(changes)
        arrival.unchanged += not changes


def _differs(item: Arriving[Item], last: SaidItem) -> bool:
    return last.gone or last.said != canonical(item.said)


def last_fields(last: SaidItem | None) -> Said:
    """What the source said last, nothing for an item that it had not told."""
    return {} if last is None else last.fields


def next_id(db: Db, row: type[Base]) -> int:
    """The first free id after all others."""
    return int(db.execute(select(func.coalesce(func.max(table(row).c.id), 0))).scalar_one()) + 1


def bound(arrival: Arrival, kind: str) -> set[int]:
    """The rows of a kind that the source has a key for already."""
    return {item.item_id for (name, _), item in arrival.known.items() if name == kind}


def adopted_once(found: Iterable[tuple[str, int | None]], taken: set[int]) -> dict[str, int]:
    """The row of each key, where one was found and no other key has it."""
    free: dict[str, int] = {}
    for key, row_id in found:
        if row_id is not None and row_id not in taken:
            taken.add(row_id)
            free[key] = row_id
    return free


def as_uuid(text: str) -> str:
    """The UUID that the text spells, in lower case; empty when it spells none."""
    return text.lower() if _UUID.fullmatch(text) else ""


def uuids_of(db: Db, row: type[Base], told: Iterable[str]) -> dict[str, int]:
    """Rows of the whole kit that have one of the UUIDs, by UUID."""
    wanted = {uuid for uuid in map(as_uuid, told) if uuid}
    own = table(row)
    rows = db.execute(select(own.c.uuid, own.c.id)) if wanted else ()
    return {uuid: row_id for uuid, row_id in rows if uuid in wanted}


def fresh_uuids(arrival: Arrival, row: type[Base], items: Sequence[Arriving[Any]]) -> list[str]:
    """For each item the UUID that the file says, else one of the event and the key; a new one where both are taken.

    So equal files make equal kits.
    """
    told = [as_uuid(getattr(item.item, "uuid", "")) for item in items]
    named = [named_uuid(arrival.event.uuid, table(row).name, item.key) for item in items]
    taken = set(uuids_of(arrival.db, row, (*told, *named)))
    uuids = []
    for choice in zip(told, named, strict=True):
        uuids.append(next((uuid for uuid in choice if uuid and uuid not in taken), None) or new_uuid(arrival.db))
        taken.add(uuids[-1])
    return uuids


def told_apart(items: Iterable[tuple[str, Any]]) -> list[tuple[str, Any]]:
    """Items with keys of their own: a key that stands twice gets #2, #3 behind it, so that none is lost."""
    seen: dict[str, int] = {}
    apart = []
    for key, item in items:
        seen[key] = seen.get(key, 0) + 1
        apart.append((key if seen[key] == 1 else f"{key}#{seen[key]}", item))
    return apart
