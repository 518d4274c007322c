from dataclasses import replace
from datetime import timedelta

from eventkit.domain.clashes.fixes import Suggestion, next_gap, next_place, suggestion
from eventkit.domain.clashes.records import Rule
from tests.domain.clashes.programmes import ROOMS, clashes, session, told
from tests.factories import MORNING


def at(minute: int) -> object:
    return MORNING + timedelta(minutes=minute)


def test_an_overlap_ends_in_another_room_at_the_same_time() -> None:
    two = session(2, 10)
    index = clashes(session(1, 0), two, session(3, 0, room_ids=(2,)))
    assert suggestion(index, index.all[0]) == Suggestion(two, MORNING + timedelta(minutes=10), ROOMS[2])


def test_an_overlap_ends_in_the_next_gap_where_no_room_is_free() -> None:
    two = session(2, 10)
    index = clashes(session(1, 0), two, rooms=ROOMS[:1])
    assert suggestion(index, index.all[0]) == Suggestion(two, MORNING + timedelta(minutes=30))


def test_a_larger_room_is_found_for_more_people() -> None:
    rooms = tuple(replace(room, capacity=20 * room.id) for room in ROOMS)
    many = session(1, 0, expected=50)
    index = clashes(many, rooms=rooms)
    assert suggestion(index, told(Rule.CAPACITY, index)[0]) == Suggestion(many, MORNING, rooms[2])
    nowhere = clashes(replace(many, expected=500), rooms=rooms)
    assert suggestion(nowhere, told(Rule.CAPACITY, nowhere)[0]) is None


def test_what_is_locked_stays_and_the_other_one_goes() -> None:
    one, two = session(1, 0), session(2, 10, locked=True)
    index = clashes(one, two, rooms=ROOMS[:1])
    assert suggestion(index, index.all[0]) == Suggestion(one, MORNING + timedelta(minutes=40))
    both = clashes(replace(one, locked=True), two)
    assert suggestion(both, both.all[0]) is None


def test_a_plenum_only_moves_in_time() -> None:
    plenum = session(2, 10, all_rooms=True)
    index = clashes(session(1, 0), plenum)
    assert suggestion(index, index.all[0]) == Suggestion(plenum, MORNING + timedelta(minutes=30))


def test_what_moving_does_not_end_has_no_suggestion() -> None:
    index = clashes(session(1, 0, person_ids=()))
    assert suggestion(index, index.all[0]) is None


def test_a_session_without_a_place_finds_the_first_gap() -> None:
    new = session(9, 0, 60, start=None, room_ids=())
    index = clashes(session(1, 0, 90), session(2, 15, 60, room_ids=(2,)), rooms=ROOMS[:2])
    assert next_place(index, new, MORNING) == Suggestion(new, MORNING + timedelta(minutes=75), ROOMS[1])
    assert next_place(index, replace(new, room_ids=(1,)), MORNING) == Suggestion(
        replace(new, room_ids=(1,)), MORNING + timedelta(minutes=75), ROOMS[1]
    )
    plenum = replace(new, all_rooms=True)
    assert next_place(index, plenum, MORNING) == Suggestion(plenum, MORNING + timedelta(minutes=90))
    full = clashes(session(1, 0, 24 * 60), rooms=ROOMS[:1])
    assert next_place(full, new, MORNING) is None
    assert next_gap(full, replace(new, room_ids=(1,)), MORNING) is None
    assert next_place(clashes(rooms=()), new, MORNING) == Suggestion(new, MORNING)
