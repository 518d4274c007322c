from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from eventkit.domain.scheduling import in_next_room, is_moved, on_day, pushed, shifted, stretched, swapped, taken_off
from tests.domain.clashes.programmes import programme, session
from tests.factories import MORNING


def at(minutes: int) -> datetime:
    return MORNING + timedelta(minutes=minutes)


def test_a_session_is_shifted_under_the_same_day() -> None:
    late = session(1, 14 * 60 + 50)
    assert (shifted(late, 20).start, shifted(late, 20).day) == (at(15 * 60 + 10), late.day)
    off = taken_off(late)
    assert (off.start, off.day, off.room_ids) == (None, None, (1,))
    assert shifted(off, 5) == off


def test_two_sessions_change_places_and_keep_their_lengths() -> None:
    one, other = session(1, 0, 30), session(2, 60, 45, room_ids=(2,))
    first, second = swapped(one, other)
    assert (first.id, first.start, first.minutes, first.room_ids) == (1, at(60), 30, (2,))
    assert (second.id, second.start, second.minutes, second.room_ids) == (2, at(0), 45, (1,))
    assert is_moved(one, first)
    assert not is_moved(one, replace(one, title="Other"))


def test_the_rest_of_a_room_is_pushed_and_what_is_locked_stays() -> None:
    told = programme(
        session(1, 0),
        session(2, 30),
        session(3, 60, locked=True),
        session(4, 60, room_ids=(2,)),
        session(5, 90),
        session(6, 24 * 60),
    )
    assert [(one.id, one.start) for one in pushed(told, told.sessions[1], 10)] == [(2, at(40)), (5, at(100))]
    assert pushed(told, taken_off(told.sessions[0]), 10) == ()


def test_a_plenum_later_that_day_takes_all_rooms_along() -> None:
    told = programme(session(1, 0), session(2, 30, room_ids=(2,)), session(3, 60, all_rooms=True, room_ids=()))
    assert [one.id for one in pushed(told, told.sessions[0], 10)] == [1, 2, 3]


def test_another_day_has_the_same_wall_clock() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    late = session(1, 0, start=datetime(2027, 3, 28, 1, 0, tzinfo=berlin), day=date(2027, 3, 27))
    there = on_day(late, date(2027, 3, 28), 180)
    assert (there.start, there.day) == (datetime(2027, 3, 29, 1, 0, tzinfo=berlin), date(2027, 3, 28))
    assert on_day(taken_off(late), date(2027, 3, 28), 0).start is None


def test_a_session_is_stretched_down_to_the_least() -> None:
    assert [stretched(session(1, 0, 30), by, 5).minutes for by in (10, -10, -40)] == [40, 20, 5]


def test_the_next_room_is_the_one_in_order_where_there_is_one() -> None:
    told = programme(session(1, 0), session(2, 0, room_ids=(2, 3)), session(3, 0, all_rooms=True, room_ids=()))
    one, two, plenum = told.sessions
    assert in_next_room(told, one, 1).room_ids == (2,)
    assert in_next_room(told, one, -1) == one
    assert in_next_room(told, two, -1).room_ids == (1, 2)
    assert in_next_room(told, two, 1) == two
    assert in_next_room(told, plenum, 1) == plenum
    assert in_next_room(told, session(4, 0, room_ids=()), 1).room_ids == ()
