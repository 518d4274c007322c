from hypothesis import given
from hypothesis import strategies as st

from eventkit.domain.merging import merge_fields

FIELDS = st.fixed_dictionaries({name: st.integers(0, 2) for name in "abc"})


def test_a_field_that_nobody_edited_follows_the_file() -> None:
    assert merge_fields({"a": 1}, {"a": 2}, {"a": 1}) == ({"a": 2}, ())


def test_a_field_that_was_edited_stays() -> None:
    assert merge_fields({"a": 1}, {"a": 2}, {"a": 3}) == ({}, ("a",))


def test_a_field_that_the_file_did_not_change_is_no_news() -> None:
    assert merge_fields({"a": 1}, {"a": 1}, {"a": 3}) == ({}, ())


def test_a_field_that_is_new_in_the_file_fills_what_is_empty() -> None:
    assert merge_fields({}, {"a": 1, "b": 2, "c": 3}, {"a": "", "b": 5, "c": 3}) == ({"a": 1}, ("b",))


@given(last=FIELDS, new=FIELDS, current=FIELDS)
def test_each_field_of_news_is_taken_or_kept_or_there(
    last: dict[str, int], new: dict[str, int], current: dict[str, int]
) -> None:
    changes, kept = merge_fields(last, new, current)
    for name in "abc":
        news = new[name] not in {last[name], current[name]}
        assert (name in changes) == (news and current[name] == last[name])
        assert (name in kept) == (news and current[name] != last[name])
