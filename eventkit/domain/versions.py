"""Versions of a schedule: what has changed since one was kept, and whom to tell."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from eventkit.domain.clashes.records import ABSENT_STATES
from eventkit.domain.programme import Programme, Session, SessionState


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPlace:
    """Where a session stood: `start` is aware, `rooms` and `people` are UUIDs, `day` an ISO day or empty."""

    uuid: str
    title: str
    start: datetime | None
    minutes: int
    day: str
    all_rooms: bool
    rooms: tuple[str, ...]
    people: tuple[str, ...]
    state: SessionState


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A kept version by its name; `at` is when."""

    id: int
    uuid: str
    event_id: int
    name: str
    at: datetime
    places: tuple[KeptPlace, ...]


class Difference(StrEnum):
    """What may have become of a session."""

    NEW = "new"
    MOVED = "moved"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Changed:
    """A session that is not as it was; `session` is None where it is gone, `before` where it is new."""

    kind: Difference
    before: KeptPlace | None
    session: Session | None

    @property
    def title(self) -> str:
        """Its name now, else the one it had."""
        if self.session is not None:
            return self.session.title
        return "" if self.before is None else self.before.title


def place_of(programme: Programme, session: Session) -> KeptPlace:
    """What a version keeps of a session."""
    return KeptPlace(
        uuid=session.uuid,
        title=session.title,
        start=session.start,
        minutes=session.minutes,
        day="" if session.day is None else session.day.isoformat(),
        all_rooms=session.all_rooms,
        rooms=tuple(programme.room[key].uuid for key in session.room_ids),
        people=tuple(person.uuid for person in programme.speakers(session)),
        state=session.state,
    )


def differences(version: Version, programme: Programme) -> tuple[Changed, ...]:
    """New, moved and cancelled sessions since, in the order of the programme, those that are gone last.

    Only what stood or stands on the schedule counts; a session taken off it is cancelled.
    """
    kept = {place.uuid: place for place in version.places}
    return tuple(_changed(kept, programme))


def to_tell(changes: tuple[Changed, ...], programme: Programme) -> tuple[str, ...]:
    """The names of the speakers whom the changes concern, each once; those of deleted sessions too if known."""
    names = {person.uuid: person.name for person in programme.people}
    uuids: dict[str, None] = {}
    for one in changes:
        for uuid in one.before.people if one.before is not None else ():
            uuids[uuid] = None
        for person in programme.speakers(one.session) if one.session is not None else ():
            uuids[person.uuid] = None
    return tuple(names[uuid] for uuid in uuids if uuid in names)


def _changed(kept: Mapping[str, KeptPlace], programme: Programme) -> Iterator[Changed]:
    now = {session.uuid for session in programme.sessions}
    for session in programme.sessions:
        before, place = kept.get(session.uuid), place_of(programme, session)
        was, stands = before is not None and _stands(before), _stands(place)
        if stands and not was:
            yield Changed(Difference.NEW, before, session)
        elif was and not stands:
            yield Changed(Difference.CANCELLED, before, session)
        elif before is not None and was and _where(before) != _where(place):
            yield Changed(Difference.MOVED, before, session)
    for uuid, place in kept.items():
        if uuid not in now and _stands(place):
            yield Changed(Difference.CANCELLED, place, None)


def _stands(place: KeptPlace) -> bool:
    return place.start is not None and place.state not in ABSENT_STATES


def _where(place: KeptPlace) -> tuple[datetime | None, int, bool, tuple[str, ...]]:
    return place.start, place.minutes, place.all_rooms, place.rooms
