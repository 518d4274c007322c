import time
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventkit.domain.clashes import Clash, overlaps, person_clashes, room_clashes
from eventkit.domain.programme import Event, Programme, Room, Session, SessionState, Venue
from tests.factories import MORNING, ZONE

EVENT = Event(id=1, uuid="e", uid="e@x", slug="camp", title="Camp", zone=ZONE)
ROOMS = tuple(Room(id=key, uuid=f"r{key}", event_id=1, name=f"Room {key}") for key in (1, 2, 3))


def session(key: int, minute: int, minutes: int = 30, **fields: Any) -> Session:
    start = MORNING + timedelta(minutes=minute)
    told: dict[str, Any] = {"room_ids": (1,), "start": start, "minutes": minutes}
    return Session(id=key, uuid=f"s{key}", uid="", event_id=1, number=key, code="", title="", **{**told, **fields})


def pairs(*sessions: Session, **fields: Any) -> list[tuple[int, int]]:
    told = Programme(**{"event": EVENT, "rooms": ROOMS, "sessions": sessions, **fields})
    return [(clash.first.id, clash.second.id) for clash in room_clashes(told)]


def test_sessions_that_touch_do_not_clash() -> None:
    assert pairs(session(1, 0), session(2, 30)) == []


def test_sessions_that_overlap_in_a_room_clash() -> None:
    assert pairs(session(1, 0), session(2, 29), session(3, 10, room_ids=(2,))) == [(1, 2)]


def test_a_pair_is_told_once_however_many_rooms_it_shares() -> None:
    assert pairs(session(1, 0, room_ids=(1, 2)), session(2, 0, room_ids=(2, 1))) == [(1, 2)]


def test_a_plenum_fills_all_rooms() -> None:
    plenum = session(1, 0, all_rooms=True, room_ids=())
    assert pairs(plenum, session(2, 10, room_ids=(3,))) == [(1, 2)]


@pytest.mark.parametrize("state", [SessionState.CANCELLED, SessionState.REJECTED, SessionState.WITHDRAWN])
def test_what_does_not_take_place_clashes_with_nothing(state: SessionState) -> None:
    assert pairs(session(1, 0), session(2, 0, state=state)) == []


def test_an_instant_and_an_unscheduled_session_clash_with_nothing() -> None:
    assert pairs(session(1, 0), session(2, 10, minutes=0), session(3, 0, start=None)) == []


def test_nothing_virtual_clashes() -> None:
    online = replace(ROOMS[0], virtual=True)
    assert pairs(session(1, 0), session(2, 0), rooms=(online,)) == []
    web = Venue(id=7, uuid="v", name="Web", virtual=True)
    hall = Venue(id=8, uuid="w", name="Hall")
    elsewhere = replace(ROOMS[0], venue_id=7)
    assert pairs(session(1, 0), session(2, 0), rooms=(elsewhere,), venues=(web, hall)) == []
    assert pairs(session(1, 0), session(2, 0), venue=web, venues=(web,)) == []
    inside = replace(ROOMS[0], venue_id=8)
    assert pairs(session(1, 0), session(2, 0), rooms=(inside,), venue=web, venues=(web, hall)) == [(1, 2)]


def test_a_person_is_needed_in_two_places() -> None:
    one, two = session(1, 0, person_ids=(5, 6)), session(2, 10, room_ids=(2,), person_ids=(6, 5))
    assert person_clashes([one, two, session(3, 10, person_ids=(7,))]) == (Clash(one, two, 5),)


def test_a_session_without_a_time_overlaps_nothing() -> None:
    with pytest.raises(ValueError, match="without a time"):
        list(overlaps(1, [session(1, 0, start=None)]))


@given(st.lists(st.tuples(st.integers(0, 300), st.integers(1, 90)), max_size=12))
def test_a_session_is_told_exactly_when_an_earlier_one_is_still_running(spans: list[tuple[int, int]]) -> None:
    sessions = [session(key, start, minutes) for key, (start, minutes) in enumerate(spans, 1)]
    order = sorted(range(len(spans)), key=lambda index: (spans[index][0], index))
    late = {
        order[place] + 1
        for place in range(len(order))
        if any(sum(spans[order[earlier]]) > spans[order[place]][0] for earlier in range(place))
    }
    assert {clash.second.id for clash in overlaps(1, sessions)} == late


def test_a_thousand_sessions_cost_milliseconds() -> None:
    sessions = [session(key, key % 500, person_ids=(key % 900,), room_ids=(key % 30,)) for key in range(1, 1001)]
    rooms = tuple(replace(ROOMS[0], id=key) for key in range(30))
    told = Programme(event=EVENT, rooms=rooms, sessions=tuple(sessions))
    start = time.perf_counter()
    room_clashes(told)
    person_clashes(sessions)
    assert time.perf_counter() - start < 0.5
