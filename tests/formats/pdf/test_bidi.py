"""Our bidirectional algorithm against ICU's."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from eventkit.formats.pdf import bidi

icu = pytest.importorskip("icu", reason="no ICU for Python on this system")
CONTROLS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
LETTERS = "ab\u05d0\u05d1\u0639\u0628"
NUMBERS = "12\u0663\u0664"
SIGNS = " .,:+-%$/!&\t"
BRACKETS = "()[]\u2329\u3009"
MARKS = "\u0301\u05b0"
FOUND = 254
"""ICU's word for: find the paragraph's direction."""


def order_by_icu(text: str, base: int | None) -> tuple[list[int], int]:
    """Positions from left to right without controls, and the paragraph's level."""
    paragraph = icu.Bidi()
    paragraph.setPara(icu.UnicodeString(text), FOUND if base is None else base)
    order: list[int] = []
    for run in range(paragraph.countRuns()):
        start, length, direction = paragraph.getVisualRun(run)
        places = range(start, start + length)
        order += reversed(places) if direction else places
    return [at for at in order if text[at] not in CONTROLS], paragraph.getParaLevel()


def order_by_us(text: str, base: int | None) -> tuple[list[int], int]:
    found = bidi.levels(text, base)
    order = bidi.visual_order(found.line(0, len(text)))
    return [at for at in order if text[at] not in CONTROLS], found.base


def misread_by_icu(text: str) -> bool:
    """Whether an isolate is closed that was never opened, where directions are overridden: ICU 78 raises its level."""
    opened = 0
    for char in text:
        opened += (char in "\u2066\u2067\u2068") - (char == "\u2069")
        if opened < 0:
            return bool(set(text) & set("\u202d\u202e"))
    return False


@pytest.mark.parametrize("base", [0, 1, None])
@given(text=st.text(alphabet=LETTERS + NUMBERS + SIGNS + BRACKETS + CONTROLS, min_size=1, max_size=16))
@settings(max_examples=1500, deadline=None)
def test_order_of_letters_numbers_brackets_and_controls_is_icus(base: int | None, text: str) -> None:
    assume(not misread_by_icu(text))
    assert order_by_us(text, base) == order_by_icu(text, base)


@pytest.mark.parametrize("base", [0, 1, None])
@given(text=st.text(alphabet=LETTERS + NUMBERS + SIGNS + MARKS + CONTROLS, min_size=1, max_size=16))
@settings(max_examples=1000, deadline=None)
def test_order_of_marks_is_icus(base: int | None, text: str) -> None:
    assume(not misread_by_icu(text))
    assert order_by_us(text, base) == order_by_icu(text, base)


def test_isolate_closed_but_never_opened_stands_at_the_level_around_it() -> None:
    # UAX #9 X6a: without a matching initiator it takes the level of the last entry, here of the override, 2.
    text = "\u202d\u202b1\u202c\u2069\u202e1"
    assert bidi.levels(text).levels[4] == 2
    assert order_by_us(text, None) == ([2, 6], 0)


def test_order_of_a_mark_after_a_bracket_follows_the_bracket() -> None:
    # UAX #9 N0: a mark right after a bracket takes the direction that the bracket took; ICU 78 leaves it behind.
    order, _ = order_by_us("x \u05d1[\u05d1]\u05b0", 0)
    assert order == [0, 1, 6, 5, 4, 3, 2]


def test_brackets_are_icus() -> None:
    kind = icu.UProperty.BIDI_PAIRED_BRACKET_TYPE
    by_icu = {char for char in map(chr, range(0x20000)) if icu.Char.getIntPropertyValue(char, kind)}
    assert set(bidi._BRACKETS) == by_icu


@pytest.mark.parametrize(
    ("text", "base"),
    [("Anna (\u05d0)", 0), ("\u05d0 Anna", 1), ("12 \u05d0", 1), ("\u2067\u05d0\u2069 a", 0), ("", 0), ("12", 0)],
)
def test_base_level_is_that_of_the_first_letter_outside_isolates(text: str, base: int) -> None:
    assert bidi.base_level(text) == base


@pytest.mark.parametrize(
    ("text", "plain"), [("Zoë 12", True), ("a\u0301", True), ("\u05d0", False), ("\u2067a", False)]
)
def test_left_to_right_is_told_without_levels(text: str, *, plain: bool) -> None:
    assert bidi.left_to_right(text) is plain


def test_embeddings_deeper_than_the_limit_change_nothing_more() -> None:
    deep = "\u202b" * 200 + "a\u05d0"
    assert order_by_us(deep, None) == order_by_icu(deep, None)
    assert max(bidi.levels(deep).levels) <= 126


@pytest.mark.parametrize("count", [62, 63, 64, 70])
def test_brackets_deeper_than_the_limit_match_icu(count: int) -> None:
    text = "\u05d0" + "(" * count + "a" + ")" * count
    assert order_by_us(text, None) == order_by_icu(text, None)


def test_line_puts_trailing_space_at_the_paragraphs_level() -> None:
    assert bidi.levels("\u05d0\u05d1 \u05d2", 0).line(0, 3) == [1, 1, 0]
