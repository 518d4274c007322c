from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from eventkit.domain.clashes.records import Rule
from eventkit.domain.programme import Session, SessionState
from tests.domain.clashes.programmes import ADA, EVENT, TRACK, clashes, session
from tests.factories import MORNING

FIELDS = {"tracks": (TRACK,), "event": replace(EVENT, changeover=5), "people": (replace(ADA, availability="from 10"),)}
SESSIONS = st.builds(
    lambda key, minute, minutes, room, person, more: session(
        key, minute, minutes, room_ids=(room,), person_ids=(person,), **more
    ),
    st.integers(1, 6),
    st.integers(0, 40).map(lambda step: step * 5),
    st.sampled_from((0, 20, 45)),
    st.integers(1, 3),
    st.sampled_from((4, 5)),
    st.sampled_from(
        (
            {},
            {"all_rooms": True},
            {"track_id": 1},
            {"state": SessionState.CANCELLED},
            {"start": None},
        )
    ),
)


@given(st.lists(SESSIONS, max_size=6), st.lists(SESSIONS | st.integers(1, 6), max_size=8))
def test_a_change_finds_what_a_fresh_look_finds(at_first: list[Session], steps: list[Session | int]) -> None:
    now = {one.id: one for one in at_first}
    index = clashes(*now.values(), **FIELDS)
    for step in steps:
        if isinstance(step, int):
            now.pop(step, None)
            index.change((), gone=(step,))
        else:
            tried = index.trial(step)
            now[step.id] = step
            index.change((step,))
            assert tried == index.of(step.id)
        fresh = clashes(*now.values(), **FIELDS)
        assert index.all == fresh.all
        assert index.marked == fresh.marked


def test_both_sessions_of_a_clash_are_marked_until_one_moves() -> None:
    one, two = session(1, 0), session(2, 10)
    index = clashes(one, two)
    assert index.marked == {1, 2}
    assert index.of(1) == index.of(2) != ()
    assert [fill.id for fill in index.busy(1)] == [1, 2]
    index.change((replace(two, start=MORNING + timedelta(hours=1)),))
    assert index.marked == frozenset()
    assert index.of(1) == ()


def test_a_note_marks_nothing() -> None:
    index = clashes(session(1, 0, person_ids=()))
    assert [one.rule for one in index.all] == [Rule.NO_SPEAKER]
    assert index.marked == frozenset()
