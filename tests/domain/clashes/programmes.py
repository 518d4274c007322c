"""Programmes for the rules: rooms 1 to 3, one event, invented sessions."""

from datetime import timedelta
from typing import Any

from eventkit.domain.clashes.index import Clashes
from eventkit.domain.clashes.records import Clash, Rule
from eventkit.domain.clashes.rules import Ground
from eventkit.domain.programme import Event, Person, Programme, Room, Session, Track, programme_day
from tests.factories import MORNING, ZONE

EVENT = Event(id=1, uuid="e", uid="e@x", slug="camp", title="Camp", zone=ZONE)
ROOMS = tuple(Room(id=key, uuid=f"r{key}", event_id=1, name=f"Room {key}") for key in (1, 2, 3))
TRACK = Track(id=1, uuid="t1", event_id=1, name="Wood")
ADA = Person(id=5, uuid="p5", name="Ada Osei")


def session(key: int, minute: int, minutes: int = 30, **fields: Any) -> Session:
    """A session in room 1, so many minutes after nine."""
    start = MORNING + timedelta(minutes=minute)
    told: dict[str, Any] = {"room_ids": (1,), "person_ids": (key,), "start": start, "minutes": minutes, **fields}
    told.setdefault("day", None if told["start"] is None else programme_day(told["start"], 0))
    return Session(id=key, uuid=f"s{key}", uid="", event_id=1, number=key, code="", title=f"S{key}", **told)


def programme(*sessions: Session, **fields: Any) -> Programme:
    """A programme of these sessions."""
    return Programme(**{"event": EVENT, "rooms": ROOMS, "sessions": sessions, "people": (ADA,), **fields})


def clashes(*sessions: Session, now: Any = None, duties: Any = (), **fields: Any) -> Clashes:
    """The index over them."""
    return Clashes(Ground(programme=programme(*sessions, **fields), now=now, duties=duties))


def told(rule: Rule, index: Clashes) -> list[Clash]:
    """What a rule found."""
    return [clash for clash in index.all if clash.rule == rule]


def marks(rule: Rule, *sessions: Session, **fields: Any) -> list[tuple[int, ...]]:
    """The sessions that a rule names; the same whatever order they stand in."""
    found = [tuple(one.id for one in clash.sessions) for clash in told(rule, clashes(*sessions, **fields))]
    turned = [tuple(one.id for one in clash.sessions) for clash in told(rule, clashes(*sessions[::-1], **fields))]
    assert found == turned
    return found
