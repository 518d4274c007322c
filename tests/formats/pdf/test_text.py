import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventkit.domain.text import clean
from eventkit.formats.pdf.fonts import FontSet
from eventkit.formats.pdf.text import Style, TextBlock, fit, layout
from eventkit.jobs.fonts import bundled_fonts
from tests.formats.pdf.conftest import Shown
from tests.formats.pdf.documents.reading import Print, squeezed
from tests.formats.pdf.hard import PHRASES, names

WIDTH, HEIGHT, PITCH = 300.0, 38.0, 44.0
FONTS = FontSet(bundled_fonts())
PLAIN = Style(size=12, language="en")


def said(text: str) -> str:
    """What extraction should give: poppler leaves soft hyphens out."""
    return squeezed(text.replace("\u00ad", ""))


def boxed(number: int, text: str) -> TextBlock:
    """The text in a box, in one of six looks in turn."""
    style = Style(
        size=30,
        weight=800 if number % 2 else 400,
        tracking=-0.02 if number % 3 == 0 else 0.0,
        display=number % 5 == 0,
        align="right" if number % 4 == 0 else "left",
    )
    return fit(FONTS, text, style, width=WIDTH, height=HEIGHT, min_size=8)


@pytest.fixture(scope="module")
def hard_names() -> tuple[list[str], list[TextBlock]]:
    texts = names()
    return texts, [boxed(number, text) for number, text in enumerate(texts)]


def test_two_hundred_hard_names_are_said_exactly(hard_names: tuple[list[str], list[TextBlock]], shown: Shown) -> None:
    texts, blocks = hard_names
    assert len(texts) >= 195
    done = shown(FONTS, *blocks, pitch=PITCH)
    assert done.faults() == []
    assert done.paragraphs() == [said(text) for text in texts]
    assert {word for text in texts for word in re.findall(r"\w+", said(text))} - done.words() == set()
    assert {finding.code for finding in done.file.findings} <= {"text_shrunk"}


def test_ink_of_hard_names_stays_inside_their_boxes(
    hard_names: tuple[list[str], list[TextBlock]], shown: Shown
) -> None:
    texts, blocks = hard_names
    picture = shown(FONTS, *blocks, pitch=PITCH).pictures(144)[0].convert("L")
    outside = []
    for number, (text, block) in enumerate(zip(texts, blocks, strict=True)):
        top = 2 * (40 + PITCH * number)
        row = picture.crop((0, round(top - 6), picture.width, round(top + 2 * PITCH - 6)))
        ink = row.point(lambda value: 255 if value < 160 else 0).getbbox()
        assert ink is not None, text
        inside = ink[0] >= 2 * 40 - 5 and ink[2] <= 2 * (40 + WIDTH) + 5
        if not inside or ink[1] < 4 or ink[3] - 6 > 2 * block.height + 2:
            outside.append((text, ink, block.height))
    assert outside == []


@pytest.mark.parametrize("text", PHRASES)
def test_phrase_is_said_exactly(text: str, shown: Shown) -> None:
    block = layout(FONTS, text, Style(size=20, language="en"), width=500)
    done = shown(FONTS, block, pitch=120)
    assert done.paragraphs() == [said(text)]
    assert done.file.findings == ()
    if not set(text) & set("\u202e\u00ad"):
        assert set(re.findall(r"\w+", said(text))) - done.words() == set()


def test_markup_is_but_text(shown: Shown) -> None:
    text = '<b>bold</b> &amp; <img src="/etc/hostname"/> <para>'
    done = shown(FONTS, layout(FONTS, text, PLAIN, width=500))
    assert done.paragraphs() == [text]
    assert b"Subtype /Image" not in done.file.data


@given(st.text(max_size=80), st.floats(min_value=20, max_value=400), st.sampled_from([6.0, 11.0, 40.0]))
def test_lines_hold_the_whole_text_within_the_width(text: str, width: float, size: float) -> None:
    block = layout(FONTS, text, PLAIN.sized(size), width=width)
    kept = clean(text).replace("\t", " ")
    assert "".join(line.text for line in block.lines) == kept.replace("\n", "")
    wide = [line for line in block.lines if line.width > width + 0.1 and len(line.pieces[0].piece.text) > 12]
    assert wide == []


def test_each_newline_begins_a_paragraph() -> None:
    block = layout(FONTS, "One\n\nThree", PLAIN, width=300)
    assert [line.text for line in block.lines] == ["One", "", "Three"]


def test_line_breaks_after_spaces_and_keeps_them() -> None:
    block = layout(FONTS, "seven small words stand on short lines", PLAIN, width=90)
    assert len(block.lines) > 2
    assert all(line.text.endswith(" ") for line in block.lines[:-1])
    assert all(line.width <= 90 for line in block.lines)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ประชุมชุมชนโอเพนซอร์ส", {"ประชุม", "ชุมชน", "โอ", "เพน", "ซอร์ส", "โอเพน", "โอเพนซอร์ส"}),
        ("ជំរាបសួរពិភពលោក", {"ជំរាបសួរ", "ពិភពលោក", "ជំរាប", "សួរ"}),
    ],
)
def test_scripts_without_spaces_break_between_words(text: str, words: set[str]) -> None:
    block = layout(FONTS, text, PLAIN, width=62)
    assert len(block.lines) > 1
    assert {line.text for line in block.lines} <= words | {"ประชุมชุมชน", "ชุมชนโอ"}


def test_addresses_break_after_their_signs() -> None:
    block = layout(FONTS, "camp@harbour.example.org", PLAIN, width=130)
    assert [line.text for line in block.lines] == ["camp@", "harbour.example.org"]


def test_word_wider_than_the_line_is_cut_between_characters() -> None:
    text = "Donaudampfschifffahrtsgesellschaftskapitän" * 3
    block = layout(FONTS, text, PLAIN, width=80)
    assert "".join(line.text for line in block.lines) == text
    assert all(line.width <= 80.5 for line in block.lines)


def test_soft_hyphen_shows_only_where_a_line_ends(shown: Shown) -> None:
    text = "Vereins\u00adversammlung"
    narrow = layout(FONTS, text, PLAIN, width=78)
    wide = layout(FONTS, text, PLAIN, width=300)
    assert [line.text for line in narrow.lines] == ["Vereins\u00ad", "versammlung"]
    plain = layout(FONTS, "Vereins", PLAIN, width=300).width
    assert narrow.lines[0].width > plain + 1
    assert abs(wide.width - layout(FONTS, "Vereinsversammlung", PLAIN, width=300).width) < 0.5
    assert shown(FONTS, narrow).structure() == "Vereinsversammlung"


def test_lines_beyond_the_most_are_left_out_and_told() -> None:
    block = layout(FONTS, "one two three four five six", PLAIN, width=46, max_lines=2, place="Talk")
    assert [line.text for line in block.lines] == ["one two ", "three "]
    (told,) = block.findings
    assert (told.code, told.place, told.values) == ("text_dropped", "Talk", {"text": "four five six"})


def test_fit_keeps_the_size_of_what_fits() -> None:
    block = fit(FONTS, "Mira", PLAIN.sized(30), width=300, height=60, min_size=8)
    assert block.style.size == 30
    assert block.findings == ()


def test_fit_shrinks_before_it_breaks_a_word() -> None:
    block = fit(FONTS, "Wolfeschlegelsteinhausen", PLAIN.sized(40), width=150, height=60, min_size=8)
    assert len(block.lines) == 1
    assert 8 < block.style.size < 40
    assert [finding.code for finding in block.findings] == ["text_shrunk"]


def test_fit_at_its_smallest_breaks_words_and_leaves_out_what_is_too_much() -> None:
    block = fit(FONTS, "x" * 400, PLAIN.sized(40), width=100, height=30, min_size=10)
    assert block.style.size == 10
    assert block.height <= 30
    assert {finding.code for finding in block.findings} == {"text_shrunk", "text_dropped"}


def test_fit_always_keeps_one_line() -> None:
    block = fit(FONTS, "one two", PLAIN, width=30, height=1, min_size=10)
    assert [line.text for line in block.lines] == ["one "]


def test_lines_of_tall_scripts_do_not_touch() -> None:
    text = "Ễ̃̂́ខ្ញុំស្រឡាញ់ ปู่ย่าที่นี่ " * 4
    block = layout(FONTS, text, Style(size=20, leading=1.0), width=160)
    assert len(block.lines) > 2
    for above, below in zip(block.lines, block.lines[1:], strict=False):
        assert below.drop - below.top >= above.drop + above.bottom - 0.01


def edges(done: Print) -> tuple[float, float]:
    """How far the ink of the first page lies from the left and the right edge of a column of 500 at 40."""
    picture = done.pictures(72)[0].convert("L")
    box = picture.point(lambda value: 255 if value < 128 else 0).getbbox()
    assert box is not None
    return box[0] - 40, 540 - box[2]


@pytest.mark.parametrize(
    ("language", "align", "side"),
    [
        ("en", "start", 0),
        ("en", "end", 1),
        ("ar", "start", 1),
        ("he-IL", "end", 0),
        ("en", "right", 1),
        ("ar", "left", 0),
    ],
)
@pytest.mark.parametrize("text", ["Mira", "נועה ברקאי"])
def test_text_stands_on_its_side(language: str, align: str, side: int, text: str, shown: Shown) -> None:
    style = Style(size=20, language=language, align=align)  # type: ignore[arg-type] # - one of the sides
    near = edges(shown(FONTS, layout(FONTS, text, style, width=500)))
    assert near[side] < 4
    assert near[1 - side] > 350


def test_centred_text_stands_in_the_middle(shown: Shown) -> None:
    left, right = edges(shown(FONTS, layout(FONTS, "Mira", Style(size=20, align="center"), width=500)))
    assert abs(left - right) <= 3


def test_space_at_the_end_of_a_right_to_left_line_hangs_outside() -> None:
    block = layout(FONTS, "שלום עולם טוב מאוד", Style(size=20, align="right"), width=110)
    assert len(block.lines) > 1
    first = block.lines[0]
    space = first.pieces[-1]
    assert space.piece.text == " "
    assert space.x < 0
    assert abs(first.indent + first.width - 110) < 0.01


def test_character_without_glyph_is_told_with_a_package(shown: Shown) -> None:
    block = layout(FONTS, "Café 漢字 and 🎉", PLAIN, width=400, place="Title")
    (told,) = block.findings
    assert (told.code, told.place, told.values["package"]) == ("glyph_missing", "Title", "fonts-symbola")
    assert told.values["characters"].split() == ["字", "漢", "🎉"]
    assert shown(FONTS, block).paragraphs() == ["Café 漢字 and 🎉"]
    (han,) = layout(FONTS, "漢", PLAIN, width=400).findings
    assert han.values["package"] == "fonts-noto-cjk"


def test_tracking_moves_letters_apart_but_never_joined_ones() -> None:
    loose = Style(size=20, tracking=0.1)
    assert layout(FONTS, "Mira", loose, width=500).width == pytest.approx(
        layout(FONTS, "Mira", Style(size=20), width=500).width + 4 * 2, abs=0.01
    )
    assert layout(FONTS, "ليلى", loose, width=500).width == layout(FONTS, "ليلى", Style(size=20), width=500).width
