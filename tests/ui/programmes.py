"""Programmes with invented content, built without a kit."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from eventkit.domain.programme import (
    Event,
    Person,
    Programme,
    Room,
    Session,
    SessionKind,
    SessionState,
    Track,
    programme_day,
)

ZONE = ZoneInfo("Europe/Lisbon")
MORNING = datetime(2027, 5, 8, 9, 0, tzinfo=ZONE)


def session(number: int, title: str, start: int | None, minutes: int, *rooms: int, **more: object) -> Session:
    """A session `start` minutes after nine, None for one without a time."""
    at = None if start is None else MORNING + timedelta(minutes=start)
    values: dict[str, object] = {
        "id": number,
        "uuid": f"u{number}",
        "uid": f"u{number}@eventkit",
        "event_id": 1,
        "number": number,
        "code": f"CODE{number:02d}",
        "title": title,
        "start": at,
        "minutes": minutes,
        "day": None if at is None else programme_day(at, 0),
        "room_ids": rooms,
        **more,
    }
    return Session(**values)  # type: ignore[arg-type]  # - the values are the record's own


def programme(*sessions: Session, rooms: int = 2) -> Programme:
    """A programme of these sessions with rooms A, B, … and the tracks Build and People."""
    return Programme(
        event=Event(id=1, uuid="e", uid="e@eventkit", slug="harbour", title="Harbour Camp", zone="Europe/Lisbon"),
        rooms=tuple(
            Room(id=n + 1, uuid=f"r{n}", event_id=1, name=f"Room {chr(65 + n)}", position=n, capacity=20 + n)
            for n in range(rooms)
        ),
        tracks=tuple(
            Track(id=n + 1, uuid=f"t{n}", event_id=1, name=name, position=n)
            for n, name in enumerate(("Build", "People"))
        ),
        people=(Person(id=1, uuid="p1", name="Ada Osei"), Person(id=2, uuid="p2", name="Tomasz Wieczorek")),
        sessions=sessions,
    )


def small_programme() -> Programme:
    """A morning with a plenum, two rooms, a break, a cancelled session, and one without a time."""
    return programme(
        session(1, "Welcome", 0, 10, all_rooms=True),
        session(2, "Knots for servers", 30, 45, 1, track_id=1, person_ids=(1,)),
        session(3, "Charts and maps", 30, 45, 2, track_id=2, person_ids=(2,)),
        session(4, "Coffee", 75, 15, all_rooms=True, kind=SessionKind.BREAK),
        session(5, "Sails", 90, 30, 1, state=SessionState.CANCELLED),
        session(6, "A radio in a shoebox", None, 40, state=SessionState.PROPOSED),
    )
