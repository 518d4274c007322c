import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventkit.formats.schedule.trees import Node, text, tree

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("x", "x"),
        (17, "17"),
        (45.0, "45"),
        (1.5, "1.5"),
        (float("inf"), ""),
        (float("nan"), ""),
        (True, ""),
        (None, ""),
        ([], ""),
        ({}, ""),
    ],
)
def test_text(value: object, expected: str) -> None:
    assert text(value) == expected


def test_text_takes_the_first_member_with_words() -> None:
    node = Node({"empty": "", "none": None, "title": "Knots"})
    assert (node.text("empty", "none", "title"), node.text("missing")) == ("Knots", "")
    assert node.report == []


def test_text_in_languages() -> None:
    node = Node({"title": {"pt": "Nós", "en": "Knots", "fr": ""}, "other": {"xx": "?"}, "none": {}})
    assert (node.text("title"), node.worded("pt", "title"), node.worded("fr", "title")) == ("Knots", "Nós", "Knots")
    assert (node.text("other"), node.text("none")) == ("?", "")


def test_what_is_of_another_kind_is_told_with_its_path() -> None:
    node = tree({"day": {"rooms": "Hall", "events": [1, {"title": ["x"]}], "room": 5, "items": ["a", {}, 2, None]}})
    day = node.node("day")
    assert day.nodes("rooms") == []
    assert [event.text("title") for event in day.nodes("events")] == [""]
    assert day.node("room").members == {}
    assert day.texts("items") == ["a", "2"]
    assert [(row.place, row.code) for row in node.report] == [
        ("day.rooms", "not_list"),
        ("day.events[0]", "not_object"),
        ("day.events[1].title", "not_text"),
        ("day.room", "not_object"),
    ]


def test_what_is_missing_is_not_told() -> None:
    node = tree({"a": None})
    assert (node.nodes("a"), node.node("a").members, node.texts("b"), list(node.pairs())) == ([], {}, [], [])
    assert node.report == []


def test_pairs_are_the_members_that_are_objects() -> None:
    node = tree({"a": {"x": 1}, "b": {}, "c": 3})
    assert [(name, found.members) for name, found in node.pairs()] == [("a", {"x": 1})]
    assert [(row.place, row.code) for row in node.report] == [("c", "not_object")]


def test_a_list_at_the_top_holds_results() -> None:
    assert [node.text("code") for node in tree([{"code": "A"}]).nodes("results")] == ["A"]
    assert (tree("x").members, tree(None).members) == ({}, {})


@given(ANYTHING)
def test_no_value_breaks_a_node(value: object) -> None:
    node = tree({"member": value})
    node.text("member")
    node.texts("member")
    assert all(isinstance(found, Node) for found in (node.node("member"), *node.nodes("member")))
