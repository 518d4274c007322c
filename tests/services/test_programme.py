from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from eventkit.domain.errors import NotFoundError
from eventkit.domain.programme import Link, SessionState, SessionText
from eventkit.services.events import add_chapter, add_venue, edit_event
from eventkit.services.history import steps
from eventkit.services.kit import Kit
from eventkit.services.people import add_person, people, people_by_ids, person_ids, suggested_merges
from eventkit.services.programme import (
    chapters,
    event_by_slug,
    events,
    programme,
    session_by_id,
    sessions_by_ids,
    venues,
)
from eventkit.services.rooms import add_crew, add_room, add_track
from eventkit.services.search import search
from eventkit.services.sessions import add_session
from tests.factories import MORNING, ZONE, an_event, counted_statements, do, new_kit


@pytest.fixture
def kit(tmp_path: Path) -> Iterator[Kit]:
    with new_kit(tmp_path) as made:
        yield made


def full_event(kit: Kit, title: str, items: int) -> int:
    """An event with that many of everything."""
    chapter = do(kit, add_chapter, name=title, zone=ZONE)
    venue = do(kit, add_venue, name=title, city="Vilamar")
    event = an_event(kit, title, chapter_id=chapter.id, venue_id=venue.id)
    for index in range(items):
        room = do(kit, add_room, event.id, name=f"Room {index}", venue_id=do(kit, add_venue, name=f"V{index}").id)
        track = do(kit, add_track, event.id, name=f"Track {index}")
        person = do(kit, add_person, name=f"Person {index}", links=(Link(url="https://p.example/"),))
        do(kit, add_crew, event.id, person.id, role="Host")
        do(
            kit,
            add_session,
            event.id,
            title=f"Talk {index}",
            start=MORNING,
            room_ids=(room.id,),
            track_id=track.id,
            person_ids=(person.id,),
            texts=(SessionText(language="de", title="Vortrag"),),
            links=(Link(url="https://t.example/"),),
        )
    return event.id


@pytest.mark.parametrize("items", [1, 3])
def test_queries_take_a_constant_number_of_statements(kit: Kit, items: int) -> None:
    for index in range(items):
        event_id = full_event(kit, f"Event {index}", items)

    def measured() -> dict[str, int]:
        counts = {}
        for name, query in {
            "events": events,
            "programme": lambda db: programme(db, event_id),
            "sessions": lambda db: sessions_by_ids(db, list(range(1, items + 1))),
            "people": people,
            "person_ids": person_ids,
            "people_by_ids": lambda db: people_by_ids(db, list(range(1, items + 1))),
            "suggested_merges": suggested_merges,
            "chapters": chapters,
            "venues": venues,
            "search": lambda db: search(db, "event"),
            "steps": steps,
        }.items():
            with counted_statements() as seen:
                kit.read(query)
            counts[name] = len([statement for statement in seen if statement.lstrip().startswith("SELECT")])
        return counts

    assert measured() == {
        "events": 1,
        "programme": 15,
        "sessions": 6,
        "people": 2,
        "person_ids": 1,
        "people_by_ids": 2,
        "suggested_merges": 2,
        "chapters": 1,
        "venues": 1,
        "search": 2,
        "steps": 2,
    }


def test_sessions_stand_by_start_then_room_then_number(kit: Kit) -> None:
    event = an_event(kit)
    loft, dock = (do(kit, add_room, event.id, name=name) for name in ("Loft", "Dock"))
    for title, hours, rooms in (
        ("Later", 2, (loft.id,)),
        ("Dock", 1, (dock.id,)),
        ("Loft", 1, (loft.id,)),
        ("Loft too", 1, (dock.id, loft.id)),
        ("Plenum", 1, ()),
    ):
        start = MORNING + timedelta(hours=hours)
        do(kit, add_session, event.id, title=title, start=start, room_ids=rooms, all_rooms=not rooms)
    do(kit, add_session, event.id, title="Someday")
    told = kit.read(programme, event.id)
    assert [session.title for session in told.sessions] == ["Plenum", "Loft", "Loft too", "Dock", "Later", "Someday"]


def test_events_stand_by_start_undated_last(kit: Kit) -> None:
    undated = an_event(kit, "Someday", start=None, end=None)
    late = an_event(kit, "Late", start=MORNING + timedelta(days=1), end=None)
    inner = an_event(kit, "By its sessions", start=None, end=None)
    do(kit, add_session, inner.id, title="A", start=MORNING, minutes=30)
    do(kit, add_session, inner.id, title="B", start=MORNING + timedelta(hours=2), minutes=45)
    do(
        kit,
        add_session,
        inner.id,
        title="Not shown",
        start=MORNING - timedelta(days=3),
        state=SessionState.REJECTED,
    )
    told = kit.read(events)
    assert [event.title for event in told] == ["By its sessions", "Late", "Someday"]
    assert (told[0].start, told[0].end) == (MORNING, MORNING + timedelta(hours=2, minutes=45))
    assert [event.sessions for event in told] == [2, 0, 0]
    assert (told[2].start, told[2].id, told[1].id) == (None, undated.id, late.id)


def test_an_events_place_is_its_venue_and_city(kit: Kit) -> None:
    venue = do(kit, add_venue, name="Boathouse", city="Vilamar")
    town = do(kit, add_venue, name="Vilamar", city="Vilamar")
    event = an_event(kit, venue_id=venue.id)
    assert kit.read(events)[0].place == "Boathouse, Vilamar"
    do(kit, edit_event, event.id, venue_id=town.id)
    assert kit.read(events)[0].place == "Vilamar"


def test_unknown_events_and_sessions_are_refused(kit: Kit) -> None:
    with pytest.raises(NotFoundError, match="unknown_event"):
        kit.read(event_by_slug, "nowhere")
    with pytest.raises(NotFoundError, match="unknown_event"):
        kit.read(programme, 1)
    with pytest.raises(NotFoundError, match="unknown_session"):
        kit.read(session_by_id, 1)
