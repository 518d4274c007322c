from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from eventkit.domain.programme import Session
from eventkit.ui.programme.scale import Place, plan_day
from tests.ui.programmes import MORNING, programme, session, small_programme

DAY = date(2027, 5, 8)


def by_title(places: tuple[Place, ...]) -> dict[str, Place]:
    return {place.session.title: place for place in places}


def test_day_has_an_hour_of_room_around_its_sessions() -> None:
    plan = plan_day(small_programme(), DAY)
    assert (plan.begin, plan.end) == (8 * 60, 12 * 60)
    assert [plan.clock(minute) for minute in (plan.begin, plan.end)] == ["08:00", "12:00"]
    assert plan.at(9 * 60) == MORNING


def test_plenum_fills_all_columns_and_a_room_one() -> None:
    places = by_title(plan_day(small_programme(), DAY).places)
    assert (places["Welcome"].column, places["Welcome"].columns) == (0, 2)
    assert (places["Charts and maps"].column, places["Charts and maps"].columns) == (1, 1)
    assert "A radio in a shoebox" not in places


def test_every_room_has_a_column_to_drop_into() -> None:
    plan = plan_day(programme(session(1, "Alone", 0, 30, 3), rooms=4), DAY)
    assert [room.name for room in plan.rooms if room] == ["Room A", "Room B", "Room C", "Room D"]


def test_session_without_a_room_has_a_column_at_the_end() -> None:
    plan = plan_day(programme(session(1, "Here", 0, 30, 1), session(2, "Somewhere", 0, 30)), DAY)
    assert [room.name if room else None for room in plan.rooms] == ["Room A", "Room B", None]
    assert by_title(plan.places)["Somewhere"].column == 2


def test_session_in_rooms_apart_stands_in_both() -> None:
    others = [session(2, "Left", 0, 10, 1), session(3, "Middle", 0, 10, 2)]
    plan = plan_day(programme(*others, session(1, "Both", 60, 30, 1, 3), rooms=3), DAY)
    assert [(place.column, place.columns) for place in plan.places if place.session.title == "Both"] == [(0, 1), (2, 1)]


def test_overlapping_sessions_stand_side_by_side() -> None:
    plan = plan_day(
        programme(session(1, "One", 0, 60, 1), session(2, "Two", 30, 60, 1), session(3, "Three", 60, 30, 1)), DAY
    )
    places = by_title(plan.places)
    assert [(places[name].lane, places[name].lanes) for name in ("One", "Two", "Three")] == [(0, 2), (1, 2), (0, 2)]


def test_session_beside_one_over_several_rooms_leaves_it_in_sight() -> None:
    plan = plan_day(programme(session(1, "Both", 0, 60, 1, 2), session(2, "Inside", 10, 20, 1)), DAY)
    places = by_title(plan.places)
    assert (places["Both"].columns, places["Inside"].lane, places["Inside"].lanes) == (2, 1, 2)


def test_short_sessions_that_would_cover_each_other_stand_side_by_side() -> None:
    two = programme(session(1, "One", 0, 5, 1), session(2, "Two", 5, 5, 1))
    assert {place.lanes for place in plan_day(two, DAY, least=5).places} == {1}
    assert {place.lanes for place in plan_day(two, DAY, least=15).places} == {2}


def test_session_after_midnight_is_below_the_day_before() -> None:
    late = session(1, "Late", 16 * 60, 30, 1, day=DAY)
    plan = plan_day(programme(late), DAY)
    assert plan.places[0].start == 25 * 60
    assert plan.clock(25 * 60) == "01:00"


def test_now_is_told_within_the_day_alone() -> None:
    plan = plan_day(small_programme(), DAY)
    assert plan.minute(MORNING + timedelta(minutes=30)) == 9 * 60 + 30
    assert plan.minute(MORNING - timedelta(hours=3)) is None


@given(st.lists(st.tuples(st.integers(0, 600), st.integers(0, 120), st.integers(1, 3)), max_size=30))
def test_no_two_sessions_of_a_column_cover_each_other(drawn: list[tuple[int, int, int]]) -> None:
    sessions: list[Session] = [
        session(number, f"S{number}", start, minutes, room) for number, (start, minutes, room) in enumerate(drawn, 1)
    ]
    places = plan_day(programme(*sessions, rooms=3), DAY, least=10).places
    assert len(places) == len(sessions)
    for one in places:
        for other in places:
            apart = (
                one.lane / one.lanes >= (other.lane + 1) / other.lanes
                or other.lane / other.lanes >= (one.lane + 1) / one.lanes
            )
            later = one.start >= other.start + max(other.minutes, 10) or other.start >= one.start + max(one.minutes, 10)
            assert one is other or one.column != other.column or apart or later
