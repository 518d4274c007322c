import struct
import unicodedata
from pathlib import Path

import pytest

from eventkit.formats.pdf.fonts import Face, FontFile, FontRefusedError, FontSet, clusters
from eventkit.formats.pdf.text import Style, layout
from eventkit.jobs.fonts import bundled_fonts, other_font
from tests.formats.pdf.conftest import Shown
from tests.formats.pdf.drawn_font import drawn_font

INTER, NOTO = bundled_fonts()[:2]
ARABIC = next(file for file in bundled_fonts() if file.name == "NotoSansArabic")


def directory(data: bytes) -> dict[bytes, int]:
    """Where a font's table directory names each table."""
    count = struct.unpack(">H", data[4:6])[0]
    return {data[at : at + 4]: at for at in range(12, 12 + 16 * count, 16)}


def with_rights(file: FontFile, rights: int, folder: Path) -> FontFile:
    """The font as its maker would have made it with other rights to embed it."""
    data = bytearray(file.path.read_bytes())
    at = directory(bytes(data))[b"OS/2"]
    offset = struct.unpack(">I", data[at + 8 : at + 12])[0]
    data[offset + 8 : offset + 10] = rights.to_bytes(2, "big")
    path = folder / "rights.ttf"
    path.write_bytes(data)
    return FontFile("Guarded", path)


def with_table(file: FontFile, table: bytes, name: bytes, folder: Path) -> FontFile:
    """The font with one of its tables under another name."""
    data = bytearray(file.path.read_bytes())
    at = directory(bytes(data))[table]
    data[at : at + 4] = name
    path = folder / f"{name.decode().strip()}.ttf"
    path.write_bytes(data)
    return FontFile("Renamed", path)


@pytest.mark.parametrize("rights", [0x0002, 0x0100, 0x0200])
def test_font_whose_maker_forbids_to_embed_it_is_refused(rights: int, tmp_path: Path) -> None:
    with pytest.raises(FontRefusedError, match="font_forbidden"):
        Face(with_rights(INTER, rights, tmp_path))


@pytest.mark.parametrize("rights", [0x0000, 0x0004, 0x0008])
def test_font_that_may_be_printed_or_edited_is_taken(rights: int, tmp_path: Path) -> None:
    assert Face(with_rights(INTER, rights, tmp_path)).kind == "glyf"


def test_coloured_font_and_font_without_outlines_are_refused(tmp_path: Path) -> None:
    with pytest.raises(FontRefusedError, match="font_pictures"):
        Face(with_table(INTER, b"STAT", b"CBDT", tmp_path))
    with pytest.raises(FontRefusedError, match="font_outlines"):
        Face(with_table(INTER, b"glyf", b"gone", tmp_path))


def test_file_that_is_no_font_is_told_where_a_glyph_is_missing(tmp_path: Path, shown: Shown) -> None:
    broken = tmp_path / "broken.ttf"
    broken.write_bytes(b"not a font at all")
    absent = FontFile("Absent", tmp_path / "absent.ttf")
    fonts = FontSet([INTER, FontFile("Broken", broken), absent])
    done = shown(fonts, layout(fonts, "a 漢", Style(size=12), width=300))
    assert done.paragraphs() == ["a 漢"]
    assert [(told.code, told.place) for told in done.file.findings] == [
        ("glyph_missing", "a 漢"),
        ("font_broken", "Broken"),
        ("font_broken", "Absent"),
    ]
    fine = FontSet([INTER, FontFile("Broken", broken)])
    assert shown(fine, layout(fine, "a", Style(size=12), width=300)).file.findings == ()


def test_without_any_usable_font_nothing_is_set(tmp_path: Path) -> None:
    fonts = FontSet([FontFile("Absent", tmp_path / "absent.ttf")])
    with pytest.raises(FontRefusedError):
        layout(fonts, "a", Style(size=12), width=300)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("e\u0301a", ["e\u0301", "a"]),
        ("👩\u200d💻!", ["👩\u200d💻", "!"]),
        ("✓\ufe0f", ["✓\ufe0f"]),
        ("🇵🇹🇮🇸", ["🇵🇹", "🇮🇸"]),
        ("क्षि", ["क\u094d", "ष\u093f"]),
    ],
)
def test_what_belongs_to_a_character_stays_with_it(text: str, parts: list[str]) -> None:
    assert clusters(text) == parts


def test_face_that_has_the_whole_cluster_is_chosen() -> None:
    fonts = FontSet(bundled_fonts())
    chosen = {text: fonts.choose(text, 400) for text in ("a", "e\u0301", "ل", "ל", "क", "ก", "ខ")}
    names = {text: face.name.split("-")[0] for text, face in chosen.items() if face}
    assert names == {
        "a": "Inter",
        "e\u0301": "Inter",
        "ل": "NotoSansArabic",
        "ל": "Heebo",
        "क": "NotoSans",
        "ก": "NotoSansThai",
        "ខ": "NotoSansKhmer",
    }
    assert fonts.choose("漢", 400) is None


def test_search_is_asked_for_what_no_font_has(shown: Shown) -> None:
    asked: list[str] = []

    def search(cluster: str) -> FontFile | None:
        asked.append(cluster)
        return ARABIC if "\u0600" <= cluster[0] <= "\u06ff" else None

    fonts = FontSet([INTER], search=search)
    done = shown(fonts, layout(fonts, "Room ليلى 漢", Style(size=20), width=300))
    assert asked == ["ل", "漢"]
    assert [told.values["characters"] for told in done.file.findings] == ["漢"]
    assert "ليلى" in done.words()


def test_search_that_gives_a_useless_font_is_not_asked_for_ever(tmp_path: Path) -> None:
    guarded = with_rights(ARABIC, 0x0002, tmp_path)
    fonts = FontSet([INTER], search=lambda _cluster: guarded)
    assert fonts.choose("ل", 400) is None
    assert fonts.choose("ل", 700) is None


def test_bold_text_takes_the_bold_file(tmp_path: Path) -> None:
    del tmp_path
    file = FontFile("Pair", INTER.path, bold=NOTO.path)
    plain, bold = Face(file, 400), Face(file, 700)
    assert plain.advance(plain.font.get_nominal_glyph(ord("m"))) != bold.advance(bold.font.get_nominal_glyph(ord("m")))
    assert Face(NOTO, 700).ascent == bold.ascent


def test_heavier_weights_are_wider() -> None:
    widths = [
        layout(FontSet([INTER]), "Meetup", Style(size=20, weight=weight), width=500).width for weight in (400, 800)
    ]
    assert widths[0] < widths[1]


def test_other_fonts_of_the_system_can_draw_what_they_are_found_for() -> None:
    found = other_font("ა")
    if found is None:
        pytest.skip("no font of this system has Georgian letters")
    assert Face(found).has("ა")


def test_glyph_of_a_cff_font_says_each_text_that_it_stands_for(tmp_path: Path, shown: Shown) -> None:
    boxes = drawn_font(tmp_path, {"one": "一⼀", "person": "人⼈", "forest": "林"})
    fonts = FontSet([INTER, boxes])
    texts = ["一人 one", "⼀⼈ 林林", "人⼈人⼈"]
    done = shown(fonts, *[layout(fonts, text, Style(size=20), width=300) for text in texts])
    assert done.file.findings == ()
    assert done.paragraphs() == [unicodedata.normalize("NFC", text) for text in texts]
    assert done.faults() == []


def test_boxes_of_a_cff_font_are_drawn_where_they_belong(tmp_path: Path, shown: Shown) -> None:
    fonts = FontSet([drawn_font(tmp_path, {"one": "一", "person": "人"})])
    done = shown(fonts, layout(fonts, "一人", Style(size=100), width=500), pitch=160)
    ink = done.pictures(72)[0].convert("L").point(lambda value: 255 if value < 128 else 0).getbbox()
    assert ink is not None
    assert [round(at / 5) * 5 for at in (ink[0], ink[2])] == [50, 230]
