"""Each rule: what it finds, what it leaves alone; `marks` looks at the sessions in both orders."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventkit.domain.clashes.records import Duty, Limits, Rule, exists, exists_twice, span
from eventkit.domain.clashes.rules import Ground, of_session, overlaps, person_clashes, walk_minutes
from eventkit.domain.findings import Severity
from eventkit.domain.programme import SessionKind, SessionState, Venue
from tests.domain.clashes.programmes import ADA, EVENT, ROOMS, TRACK, clashes, marks, programme, session, told
from tests.factories import MORNING

HALL = Venue(id=8, uuid="h", name="Hall", latitude=41.8, longitude=-8.4)
MILL = Venue(id=9, uuid="m", name="Mill", latitude=41.81, longitude=-8.4)
WEB = Venue(id=7, uuid="w", name="Web", virtual=True)
BERLIN = ZoneInfo("Europe/Berlin")


def test_sessions_that_overlap_in_a_room_clash_and_those_that_touch_do_not() -> None:
    assert marks(Rule.ROOM, session(1, 0), session(2, 30)) == []
    assert marks(Rule.ROOM, session(1, 0), session(2, 29), session(3, 10, room_ids=(2,))) == [(1, 2)]


def test_a_pair_is_told_once_however_many_rooms_it_shares() -> None:
    assert marks(Rule.ROOM, session(1, 0, room_ids=(1, 2)), session(2, 0, room_ids=(2, 1))) == [(1, 2)]


def test_a_plenum_fills_all_rooms() -> None:
    plenum = session(1, 0, all_rooms=True, room_ids=())
    assert marks(Rule.ROOM, plenum, session(2, 10, room_ids=(3,))) == [(1, 2)]


@pytest.mark.parametrize("state", [SessionState.CANCELLED, SessionState.REJECTED, SessionState.WITHDRAWN])
def test_what_does_not_take_place_clashes_with_nothing(state: SessionState) -> None:
    assert marks(Rule.ROOM, session(1, 0), session(2, 0, state=state)) == []


def test_an_instant_and_an_unscheduled_session_overlap_nothing() -> None:
    assert marks(Rule.ROOM, session(1, 0), session(2, 10, minutes=0), session(3, 0, start=None)) == []
    with pytest.raises(ValueError, match="without a time"):
        span(session(1, 0, start=None))


def test_nothing_virtual_clashes() -> None:
    two = session(1, 0), session(2, 0)
    assert marks(Rule.ROOM, *two, rooms=(replace(ROOMS[0], virtual=True),)) == []
    assert marks(Rule.ROOM, *two, rooms=(replace(ROOMS[0], venue_id=7),), venues=(WEB, HALL)) == []
    assert marks(Rule.ROOM, *two, venue=WEB, venues=(WEB,)) == []
    inside = replace(ROOMS[0], venue_id=8)
    assert marks(Rule.ROOM, *two, rooms=(inside,), venue=WEB, venues=(WEB, HALL)) == [(1, 2)]


def test_a_person_is_needed_in_two_places() -> None:
    one, two = session(1, 0, person_ids=(5, 6)), session(2, 10, room_ids=(2,), person_ids=(6, 5))
    assert marks(Rule.PERSON, one, two, session(3, 10, room_ids=(3,))) == [(1, 2)]
    ground = Ground(programme=programme(one, two))
    found = person_clashes([two, one], lambda _: ground)
    assert [(clash.first.id, clash.last.id, clash.values) for clash in found] == [(1, 2, {"name": "Ada Osei"})]
    assert marks(Rule.PERSON, one, session(2, 30, person_ids=(5,))) == []


def test_a_person_is_away() -> None:
    people = (replace(ADA, availability="not after 9:45"),)
    assert marks(Rule.AVAILABILITY, session(1, 0, 45, person_ids=(5,)), people=people) == []
    assert marks(Rule.AVAILABILITY, session(1, 10, 45, person_ids=(5,)), people=people) == [(1,)]


def test_a_room_is_shut() -> None:
    def shut(minute: int, minutes: int, *, opens: int | None, closes: int | None) -> bool:
        rooms = (replace(ROOMS[0], opens=opens, closes=closes),)
        return marks(Rule.HOURS, session(1, minute, minutes), rooms=rooms) == [(1,)]

    assert not shut(0, 60, opens=540, closes=600)
    assert shut(-1, 60, opens=540, closes=None)
    assert shut(0, 61, opens=None, closes=600)
    assert not shut(800, 120, opens=540, closes=120)
    assert shut(990, 120, opens=540, closes=120)


def test_a_room_is_too_small_for_what_is_expected() -> None:
    rooms = (replace(ROOMS[0], capacity=20), replace(ROOMS[1], capacity=30))
    both = session(1, 0, room_ids=(1, 2), expected=50)
    assert marks(Rule.CAPACITY, both, rooms=rooms) == []
    assert marks(Rule.CAPACITY, replace(both, expected=51), rooms=rooms) == [(1,)]
    assert marks(Rule.CAPACITY, replace(both, expected=51), rooms=(rooms[0], ROOMS[1])) == []


def test_a_room_needs_time_between_two_sessions() -> None:
    strict = replace(EVENT, changeover=10)
    assert marks(Rule.CHANGEOVER, session(1, 0), session(2, 35)) == []
    assert marks(Rule.CHANGEOVER, session(1, 0), session(2, 35), event=strict) == [(1, 2)]
    assert marks(Rule.CHANGEOVER, session(1, 0), session(2, 40), event=strict) == []
    assert marks(Rule.CHANGEOVER, session(1, 0), session(2, 30, kind=SessionKind.BREAK), event=strict) == []


def test_a_walk_takes_longer_than_there_is_time() -> None:
    rooms = (replace(ROOMS[0], venue_id=8), replace(ROOMS[1], venue_id=9), ROOMS[2])
    here, there = session(1, 0, person_ids=(5,)), session(2, 50, room_ids=(2,), person_ids=(5,))
    places = (HALL, MILL)
    assert walk_minutes(HALL, MILL) == 23
    assert walk_minutes(HALL, HALL) == 0
    assert walk_minutes(HALL, replace(MILL, latitude=None)) == Limits().walk
    assert marks(Rule.WALK, here, there, rooms=rooms, venues=places) == [(1, 2)]
    later = replace(there, start=MORNING + timedelta(minutes=53))
    assert marks(Rule.WALK, here, later, rooms=rooms, venues=places) == []
    nowhere = replace(there, room_ids=())
    assert marks(Rule.WALK, here, nowhere, rooms=rooms, venues=places) == []


def test_a_row_of_sessions_needs_a_pause() -> None:
    row = [session(key, 30 * key) for key in range(3)]
    assert marks(Rule.PAUSE, *row) == []
    assert marks(Rule.PAUSE, *row, session(3, 95, 25)) == [(0, 3)]
    assert [one.severity for one in told(Rule.PAUSE, clashes(*row, session(3, 90)))] == [Severity.WARNING]
    assert [one.severity for one in told(Rule.PAUSE, clashes(*row, session(3, 90, 31)))] == [Severity.ERROR]
    assert marks(Rule.PAUSE, *row, session(3, 100)) == []
    assert marks(Rule.PAUSE, *row, session(3, 90, 5, kind=SessionKind.BREAK), session(4, 95)) == []
    assert marks(Rule.PAUSE, session(1, 0, 300)) == []


def test_a_speaker_has_not_confirmed_in_the_last_week() -> None:
    asked = session(1, 0, state=SessionState.ACCEPTED)
    week = timedelta(days=7)
    assert marks(Rule.UNCONFIRMED, asked, now=MORNING - week) == [(1,)]
    for now in (None, MORNING - week - timedelta(minutes=1), MORNING + timedelta(minutes=1)):
        assert marks(Rule.UNCONFIRMED, asked, now=now) == []
    sure, empty = replace(asked, state=SessionState.CONFIRMED), replace(asked, person_ids=())
    assert marks(Rule.UNCONFIRMED, sure, empty, now=MORNING) == []


def test_a_talk_needs_a_speaker_and_a_track_where_there_are_some() -> None:
    bare = session(1, 0, person_ids=())
    assert marks(Rule.NO_SPEAKER, bare) == [(1,)]
    assert marks(Rule.NO_SPEAKER, session(1, 0), replace(bare, kind=SessionKind.MEAL)) == []
    assert marks(Rule.NO_TRACK, bare) == []
    assert marks(Rule.NO_TRACK, bare, tracks=(TRACK,)) == [(1,)]
    assert marks(Rule.NO_TRACK, replace(bare, track_id=1), tracks=(TRACK,)) == []
    assert not any(one.serious for one in clashes(bare, tracks=(TRACK,)).all)


def test_a_session_has_a_length() -> None:
    assert marks(Rule.NO_LENGTH, session(1, 0, 0), session(2, 0, 1)) == [(1,)]
    assert marks(Rule.NO_LENGTH, session(1, 0, 0, start=None)) == []


def test_a_track_runs_twice_at_once() -> None:
    one, two = session(1, 0, track_id=1), session(2, 10, room_ids=(2,), track_id=1)
    assert marks(Rule.TRACK, one, two, tracks=(TRACK,)) == [(1, 2)]
    assert marks(Rule.TRACK, one, replace(two, track_id=None), tracks=(TRACK,)) == []
    online = (ROOMS[0], replace(ROOMS[1], virtual=True))
    assert marks(Rule.TRACK, one, two, tracks=(TRACK,), rooms=online) == []


def test_a_person_has_too_many_sessions_a_day() -> None:
    day = [session(key, 100 * key, person_ids=(5,)) for key in range(4)]
    assert marks(Rule.LOAD, *day[:3]) == []
    assert marks(Rule.LOAD, *day) == [(3,)]
    assert marks(Rule.LOAD, *day[:3], session(9, 24 * 60, person_ids=(5,))) == []


def test_the_clocks_change() -> None:
    def at(month: int, day: int, hour: int, minute: int = 0) -> datetime:
        return datetime(2027, month, day, hour, minute, tzinfo=BERLIN)

    assert marks(Rule.CLOCK, session(1, 0, start=at(10, 31, 2, 30))) == [(1,)]
    assert marks(Rule.CLOCK, session(1, 0, 60, start=at(3, 28, 1, 30))) == [(1,)]
    assert marks(Rule.CLOCK, session(1, 0, start=at(10, 31, 3))) == []
    assert (exists(at(3, 28, 2, 30)), exists(at(3, 28, 3))) == (False, True)
    assert (exists_twice(at(3, 28, 2, 30)), exists_twice(at(10, 31, 2))) == (False, True)


def test_a_crew_member_is_on_duty_and_on_stage() -> None:
    desk = Duty(person_id=5, start=MORNING, minutes=60, name="Welcome desk")
    on_stage = session(1, 59, person_ids=(5,))
    assert marks(Rule.CREW, on_stage, session(2, 60, person_ids=(5,)), duties=(desk,)) == [(1,)]
    assert told(Rule.CREW, clashes(on_stage, duties=(desk,)))[0].values["duty"] == "Welcome desk"
    assert marks(Rule.CREW, on_stage, duties=(replace(desk, person_id=6),)) == []


@given(st.lists(st.tuples(st.integers(0, 300), st.integers(1, 90)), max_size=12))
def test_a_session_is_told_exactly_when_an_earlier_one_is_still_running(spans: list[tuple[int, int]]) -> None:
    order = sorted(span(session(key, start, minutes)) for key, (start, minutes) in enumerate(spans, 1))
    late = {one.id for place, one in enumerate(order) if any(earlier.end > one.start for earlier in order[:place])}
    assert {second.id for _, second in overlaps(order)} == late


def test_what_has_no_day_or_no_time_is_measured_by_no_clock() -> None:
    rooms, people = (replace(ROOMS[0], opens=1000),), (replace(ADA, availability="from 18"),)
    assert marks(Rule.HOURS, session(1, 0, day=None), rooms=rooms) == []
    assert marks(Rule.AVAILABILITY, session(1, 0, day=None, person_ids=(5,)), people=people) == []
    assert list(of_session(Ground(programme=programme()), session(1, 0, start=None))) == []
