from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from eventkit.domain.errors import InvalidError, NotFoundError
from eventkit.domain.history import Label
from eventkit.domain.programme import Event, Session
from eventkit.domain.scheduling import shifted, taken_off
from eventkit.services import people, rooms, scheduling, sessions
from eventkit.services.kit import Kit
from eventkit.services.programme import programme, session_by_id
from tests.factories import MORNING, an_event, counted_statements, do, dumped, new_kit


@pytest.fixture
def kit(tmp_path: Path) -> Iterator[Kit]:
    with new_kit(tmp_path) as made:
        yield made


@pytest.fixture
def event(kit: Kit) -> Event:
    return an_event(kit)


def a_session(kit: Kit, event: Event, title: str, **more: object) -> Session:
    told = {"start": MORNING, "minutes": 30, **more}
    return do(kit, sessions.add_session, event.id, title=title, **told)  # type: ignore[arg-type]  # - the record's own


def test_sessions_are_placed_in_one_step(kit: Kit, event: Event) -> None:
    dock = do(kit, rooms.add_room, event.id, name="Dock")
    knots, tides, oars = (a_session(kit, event, title) for title in ("Knots", "Tides", "Oars"))
    before = dumped(kit)
    there = replace(shifted(knots, 60), room_ids=(dock.id,), minutes=45)
    placed = do(kit, scheduling.place_sessions, (there, taken_off(tides), oars))
    assert [(one.title, one.start, one.minutes, one.room_ids) for one in placed] == [
        ("Knots", MORNING + timedelta(hours=1), 45, (dock.id,)),
        ("Tides", None, 30, ()),
    ]
    kit.undo()
    assert dumped(kit) == before


def test_a_session_after_midnight_stays_under_its_evening(kit: Kit, event: Event) -> None:
    owls = a_session(kit, event, "Owls", start=MORNING + timedelta(hours=16), day=date(2027, 5, 8))
    moved = do(kit, scheduling.place_sessions, (shifted(owls, 5),))[0]
    assert (moved.start, moved.day) == (MORNING + timedelta(hours=16, minutes=5), date(2027, 5, 8))
    morning = do(kit, scheduling.place_sessions, (replace(moved, start=MORNING),))[0]
    assert morning.day == date(2027, 5, 8)
    do(kit, sessions.edit_session, morning.id, start=MORNING + timedelta(days=1))
    assert kit.read(session_by_id, morning.id).day == date(2027, 5, 9)


def test_an_unknown_session_is_not_placed(kit: Kit, event: Event) -> None:
    session = a_session(kit, event, "Knots")
    with pytest.raises(NotFoundError, match="unknown_session"):
        do(kit, scheduling.place_sessions, (replace(session, id=4242),))


def test_a_copy_says_the_same_and_has_no_time_or_that_of_another_day(kit: Kit, event: Event) -> None:
    session = a_session(kit, event, "Knots", abstract="All of them.", url="https://knots.example/")
    copy = do(kit, scheduling.duplicate_session, session.id)
    assert (copy.title, copy.abstract, copy.start, copy.minutes) == ("Knots", "All of them.", None, 30)
    assert copy.uuid != session.uuid
    again = do(kit, scheduling.duplicate_session, session.id, day=date(2027, 5, 9))
    assert again.start == MORNING + timedelta(days=1)


def test_sessions_are_deleted_together(kit: Kit, event: Event) -> None:
    ids = [a_session(kit, event, title).id for title in ("Knots", "Tides", "Oars")]
    do(kit, scheduling.delete_sessions, (ids[0], ids[2], ids[0]))
    assert [one.id for one in kit.read(programme, event.id).sessions] == [ids[1]]


def test_placing_costs_the_same_for_each_session(kit: Kit, event: Event) -> None:
    made = [a_session(kit, event, f"S{number}") for number in range(7)]

    def cost(count: int, minutes: int) -> int:
        with counted_statements() as seen:
            do(kit, scheduling.place_sessions, tuple(shifted(one, minutes) for one in made[:count]))
        return len(seen)

    one, three, five = cost(1, 5), cost(3, 10), cost(5, 15)
    assert five - three == three - one


def test_speakers_are_named_and_new_ones_added_on_purpose(kit: Kit, event: Event) -> None:
    session = a_session(kit, event, "Knots")
    ada, zoe = (do(kit, people.add_person, name=name) for name in ("Ada Osei", "Zoë Lund"))
    named = do(kit, scheduling.name_speakers, session.id, ["zoe  lund", "", "Ada Osei"])
    assert named.person_ids == (zoe.id, ada.id)
    with pytest.raises(InvalidError, match="speaker_unknown"):
        do(kit, scheduling.name_speakers, session.id, ["Rui"])
    rui = do(kit, scheduling.name_speakers, session.id, ["Rui"], adding=True).person_ids
    assert [one.name for one in kit.read(people.people_by_ids, rui)] == ["Rui"]


def test_of_two_people_of_one_name_the_one_who_speaks_is_meant(kit: Kit, event: Event) -> None:
    first, second = (do(kit, people.add_person, name="Ada Osei").id for _ in range(2))
    session = a_session(kit, event, "Knots", person_ids=(second,))
    assert do(kit, scheduling.name_speakers, session.id, ["Ada Osei"]).person_ids == (second,)
    do(kit, sessions.set_speakers, session.id, ())
    with pytest.raises(InvalidError, match="speaker_ambiguous"):
        do(kit, scheduling.name_speakers, session.id, ["Ada Osei"])
    assert first != second


def test_rooms_have_hours_and_need_time_between_sessions(kit: Kit, event: Event) -> None:
    dock = do(kit, rooms.add_room, event.id, name="Dock")
    before = dumped(kit)
    do(kit, scheduling.set_room_hours, dock.id, opens=540, closes=None)
    do(kit, scheduling.set_changeover, event.id, 10)
    told = kit.read(programme, event.id)
    assert (told.rooms[0].opens, told.rooms[0].closes, told.event.changeover) == (540, None, 10)
    do(kit, scheduling.set_room_hours, dock.id, opens=0, closes=1320)
    do(kit, scheduling.set_changeover, event.id, 15)
    told = kit.read(programme, event.id)
    assert (told.rooms[0].opens, told.rooms[0].closes, told.event.changeover) == (0, 1320, 15)
    assert kit.write(Label("again"), scheduling.set_changeover, event.id, 15)[1].empty
    do(kit, scheduling.set_room_hours, dock.id, opens=None, closes=None)
    do(kit, scheduling.set_changeover, event.id, 0)
    assert dumped(kit) == before
    with pytest.raises(InvalidError, match="hour_outside"):
        do(kit, scheduling.set_room_hours, dock.id, opens=1441, closes=None)
    with pytest.raises(InvalidError, match="changeover_negative"):
        do(kit, scheduling.set_changeover, event.id, -1)
    with pytest.raises(NotFoundError, match="unknown_room"):
        do(kit, scheduling.set_room_hours, 4242, opens=None, closes=None)
