from hypothesis import given
from hypothesis import strategies as st

from eventkit.ui import diff
from eventkit.ui.diff import spans


def applied(old: list[int], new: list[int]) -> list[int]:
    made = list(old)
    for start, stop, new_start, new_stop in reversed(spans(old, new)):
        made[start:stop] = new[new_start:new_stop]
    return made


@given(st.lists(st.integers(0, 30), unique=True), st.lists(st.integers(0, 30), unique=True))
def test_spans_applied_to_the_old_give_the_new(old: list[int], new: list[int]) -> None:
    assert applied(old, new) == new


@given(st.lists(st.integers(), unique=True))
def test_spans_of_equal_lists_are_none(keys: list[int]) -> None:
    assert spans(keys, list(keys)) == []


def test_spans_leave_what_stands_before_and_after() -> None:
    assert spans([1, 2, 3, 4, 5], [1, 2, 9, 4, 5]) == [(2, 3, 2, 3)]


def test_spans_of_long_lists_are_one() -> None:
    old = list(range(diff.MOST + 10))
    new = [0, *range(5000, 5000 + diff.MOST), old[-1]]
    assert spans(old, new) == [(1, len(old) - 1, 1, len(new) - 1)]
    assert applied(old, new) == new
