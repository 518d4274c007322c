"""Invented programmes that prints are tried on: friendly ones and hard ones."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from eventkit.domain.programme import (
    Chapter,
    CrewMember,
    Event,
    Person,
    Programme,
    Room,
    Session,
    SessionKind,
    SessionState,
    Track,
    Venue,
)

ZONE = "Europe/Berlin"
START = datetime(2027, 3, 12, 18, 0, tzinfo=ZoneInfo(ZONE))
URL = "https://lindenau.example/spring"
LONG_TITLE = (
    "Volkshochschulverbandsversammlung and the twenty-third open evening for everybody who repairs, "
    "documents, translates and looks after free software in small towns between the rivers"
)
NAMES = (
    "Mira Okonkwo-Lindqvist",
    "Jo Li",
    "Έλλη Παπαδοπούλου",
    "Łukasz Źdźbło",
    "ليلى الحداد",
    "נועה בן־דוד",
    "अनन्या शर्मा",
    "สมหญิง ใจดี",
    "Maximiliana-Konstanze von und zu Oberlindenau-Wiesengrund",
    "O’Brien <R&D> & Sons",
    "Зоя Ківаль",
    "Prince",
)


def person(key: int, name: str, **more: Any) -> Person:
    return Person(id=key, uuid=f"p{key}", name=name, **more)


def people(count: int = 12) -> tuple[Person, ...]:
    return tuple(
        person(key + 1, NAMES[key] if key < len(NAMES) else f"Guest {key} Ferrer", affiliation="Werkhof Lindenau e. V.")
        for key in range(count)
    )


def session(key: int, title: str, start: datetime | None = START, minutes: int = 30, **more: Any) -> Session:
    values: dict[str, Any] = {"day": start.date() if start else None} | more
    return Session(
        id=key, uuid=f"s{key}", uid=f"s{key}@example", event_id=1, number=key, code=f"AB{key:04}", title=title,
        start=start, minutes=minutes, **values,
    )  # fmt: skip


def event(**more: Any) -> Event:
    values: dict[str, Any] = {
        "title": "Spring repair night",
        "subtitle": "Bring what is broken: kind people, good tools and short talks on how to keep things going.",
        "start": START,
        "end": START + timedelta(hours=3, minutes=30),
        "url": URL,
        "entry": "Free, donations welcome",
        "contact": "hello@lindenau.example",
    } | more
    return Event(id=1, uuid="e1", uid="e1@example", slug="spring", zone=ZONE, **values)


CHAPTER = Chapter(id=1, uuid="c1", name="Offene Werkstatt Lindenau", city="Leipzig", zone=ZONE)
VENUE = Venue(
    id=1, uuid="v1", name="Stadtteilbibliothek", street="Georg-Schwarz-Straße 10", postcode="04177", city="Leipzig",
    country="Germany", access="Step-free from the yard; lift to all floors",
)  # fmt: skip


def meetup(**more: Any) -> Programme:
    """Six items of one evening in one room."""
    titles = (
        ("Doors, soup and hello", 15, SessionKind.CEREMONY, ()),
        ("Why your toaster lies to you", 30, SessionKind.TALK, (1,)),
        ("Keeping a choir’s website alive with two hours a month", 30, SessionKind.TALK, (3, 4)),
        ("Break", 20, SessionKind.BREAK, ()),
        ("Repair tables: bring your own problem", 75, SessionKind.WORKSHOP, (2, 11, 12)),
        ("Next steps and goodbye", 15, SessionKind.CEREMONY, ()),
    )
    at, sessions = START + timedelta(minutes=15), []
    for key, (title, minutes, kind, speakers) in enumerate(titles, 1):
        plenum = kind == SessionKind.BREAK
        rooms = {"all_rooms": True} if plenum else {"room_ids": (1,)}
        sessions.append(session(key, title, at, minutes, kind=kind, person_ids=speakers, **rooms))
        at += timedelta(minutes=minutes)
    values: dict[str, Any] = {
        "event": event(), "chapter": CHAPTER, "venue": VENUE, "sessions": tuple(sessions), "people": people(),
        "rooms": (Room(id=1, uuid="r1", event_id=1, name="Reading hall"),),
    } | more  # fmt: skip
    return Programme(**values)


TRACKS = (
    Track(id=1, uuid="t1", event_id=1, name="Community", color="#ffd400"),
    Track(id=2, uuid="t2", event_id=1, name="Hardware", color=""),
    Track(id=3, uuid="t3", event_id=1, name="Documentation and translation", color="#3B3FA8"),
)
ROOMS = (
    Room(id=1, uuid="r1", event_id=1, name="Reading hall"),
    Room(id=2, uuid="r2", event_id=1, name="Workshop under the roof"),
    Room(id=3, uuid="r3", event_id=1, name="Garden"),
)
THEMES = ("soldering", "translation", "archives", "bicycles", "bylaws", "maps", "funding", "welcome desks")
VERBS = ("A gentle start with", "What nobody tells you about", "Ten years of", "Stop worrying about", "Hands on:")


def camp(days: int = 2, rooms: int = 2, slots: int = 6, **more: Any) -> Programme:
    """Several days with parallel sessions, breaks in all rooms, tracks, a cancelled and a rejected session."""
    sessions = []
    for day in range(days):
        at = START.replace(hour=9, minute=30) + timedelta(days=day)
        for slot in range(slots):
            if slot == slots // 2:
                sessions.append(session(9000 + day, "Lunch in the yard", at, 60, kind=SessionKind.MEAL, all_rooms=True))
                at += timedelta(minutes=60)
            for room in range(rooms):
                key = 1 + room + rooms * (slot + slots * day)
                state = SessionState.CANCELLED if key == 4 else SessionState.CONFIRMED
                title = f"{VERBS[key % 5]} {THEMES[key % 8]} ({key})"
                sessions.append(
                    session(key, title, at, 45, room_ids=(room + 1,), track_id=1 + key % 3, state=state,
                            person_ids=(1 + key % 12, 1 + (key + 5) % 12) if key % 3 else (1 + key % 12,))
                )  # fmt: skip
            at += timedelta(minutes=60)
    sessions.append(session(9999, "Rejected and secret", START, 30, state=SessionState.REJECTED))
    first = START.replace(hour=9, minute=0)
    values: dict[str, Any] = {
        "event": event(title="Lindenau repair camp", start=first,
                       end=first.replace(hour=18) + timedelta(days=days - 1)),
        "chapter": CHAPTER, "venue": VENUE, "tracks": TRACKS,
        "rooms": ROOMS if rooms <= 3 else tuple(
            Room(id=n + 1, uuid=f"r{n}", event_id=1, name=f"Hall {n + 1}") for n in range(rooms)
        ),
        "sessions": tuple(sorted(sessions, key=lambda s: (s.start or START, s.number))),
        "people": people(),
        "crew": (
            CrewMember(id=1, uuid="k1", event_id=1, person_id=1, role="Registration desk"),
            CrewMember(id=2, uuid="k2", event_id=1, person_id=12, role=""),
        ),
    } | more  # fmt: skip
    return Programme(**values)


def bare() -> Programme:
    """An event that has only a name yet."""
    return Programme(event=event(subtitle="", start=None, end=None, url="", entry="", contact=""))
