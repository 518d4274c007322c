import hashlib
import re
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pikepdf
import pytest

from eventkit.formats.pdf.documents import programme_sheet
from eventkit.formats.pdf.fonts import FontSet
from tests.formats.pdf.documents import programmes
from tests.formats.pdf.documents.reading import Print, made, squeezed


def sheet_of(case: str, tmp_path: Path, fonts: FontSet, **more: str | float) -> Print:
    return made(programme_sheet.KIND, CASES[case], tmp_path, fonts, **more)


LATE = tuple(
    programmes.session(
        at, title, programmes.START + timedelta(hours=hours), 60, day=programmes.START.date(), room_ids=(1,)
    )
    for at, (title, hours) in enumerate((("Long film", 4), ("Film after midnight", 7)), 1)
)
HARD = (
    programmes.session(1, programmes.LONG_TITLE, person_ids=tuple(range(1, 13)), room_ids=(1, 2), track_id=3),
    programmes.session(2, "Acme <R&D> Sons & <img src='/etc/passwd'>", minutes=0, room_ids=(1,)),
    programmes.session(3, "Nobody knows where", programmes.START + timedelta(minutes=30)),
    programmes.session(4, "Mitten im Wort: " + "Donaudampfschifffahrt" * 6, programmes.START + timedelta(hours=1)),
)
CASES = {
    "meetup": programmes.meetup(),
    "grid": programmes.camp(),
    "list": programmes.camp(rooms=5),
    "long": programmes.camp(days=3, rooms=12, slots=8),
    "late": programmes.meetup(sessions=LATE),
    "hard": programmes.meetup(sessions=HARD, tracks=programmes.TRACKS, rooms=programmes.ROOMS),
    "bare": programmes.bare(),
}


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("case", CASES)
def test_sheet_is_sound_and_holds_every_public_session_once(
    case: str, paper: str, tmp_path: Path, print_fonts: FontSet
) -> None:
    done = sheet_of(case, tmp_path, print_fonts, paper=paper)
    assert done.file.name == "programme_sheet.pdf"
    assert done.faults() == []
    said = done.structure()
    titles = Counter(squeezed(session.title) for session in CASES[case].public_sessions)
    assert {title: said.count(title) for title in titles} == titles
    for session in CASES[case].public_sessions:
        for person in CASES[case].speakers(session):
            assert squeezed(person.name) in said
    assert "Rejected and secret" not in said
    assert done.file.findings == ()


def test_meetup_fits_one_page_without_page_number(tmp_path: Path, print_fonts: FontSet) -> None:
    done = sheet_of("meetup", tmp_path, print_fonts)
    assert done.file.pages == 1
    assert "Page" not in done.words()
    assert done.codes() == [programmes.URL]


@pytest.mark.parametrize("case", ["meetup", "grid", "list"])
def test_tables_have_headings_and_header_cells(case: str, tmp_path: Path, print_fonts: FontSet) -> None:
    roles = sheet_of(case, tmp_path, print_fonts).roles()
    assert roles.count("H1") == 1
    assert roles.count("H2") == len(CASES[case].days)
    assert roles.count("Table") >= len(CASES[case].days)
    assert {"TR", "TH", "TD"} <= set(roles)


def test_every_page_names_its_day_and_repeats_the_header(tmp_path: Path, print_fonts: FontSet) -> None:
    done = sheet_of("long", tmp_path, print_fonts)
    pages = done.pages()
    assert len(pages) == done.file.pages > 3
    for number, text in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in text
        assert "March 2027" in text
        assert "Time" in text
        assert "Room" in text


def test_no_page_ends_with_a_heading(tmp_path: Path, print_fonts: FontSet) -> None:
    for text in sheet_of("long", tmp_path, print_fonts).pages():
        body = re.sub(r"Page \d+ of \d+|Lindenau repair camp", "", text)
        after = re.split(r"Friday, 12 March 2027|Saturday, 13 March 2027|Sunday, 14 March 2027", body)[-1]
        assert len(re.findall(r"\d\d:\d\d–\d\d:\d\d", after)) >= 1


def test_days_are_bookmarks(tmp_path: Path, print_fonts: FontSet) -> None:
    done = sheet_of("long", tmp_path, print_fonts, language="de")
    with pikepdf.open(done.path) as pdf, pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
    assert titles == ["Freitag, 12. März 2027", "Samstag, 13. März 2027", "Sonntag, 14. März 2027"]


def test_session_after_midnight_stays_with_its_day(tmp_path: Path, print_fonts: FontSet) -> None:
    said = sheet_of("late", tmp_path, print_fonts).structure()
    assert "Saturday" not in said
    assert "01:00–02:00" in said


def test_two_rooms_are_columns_and_many_rooms_are_words(tmp_path: Path, print_fonts: FontSet) -> None:
    columns = sheet_of("grid", tmp_path, print_fonts).structure()
    assert columns.count("Workshop under the roof") == 2
    rows = sheet_of("list", tmp_path, print_fonts).structure()
    assert rows.count("Hall 5") == 12
    for track in programmes.TRACKS:
        assert track.name in rows


def test_cancelled_and_languages_are_words(tmp_path: Path, print_fonts: FontSet) -> None:
    assert "Cancelled" in sheet_of("grid", tmp_path, print_fonts).structure()
    said = sheet_of("grid", tmp_path, print_fonts, language="de").structure()
    for text in ("Abgesagt", "Zeit", "Freitag, 12. März 2027", "Wo"):
        assert text in said


def test_text_is_at_least_nine_points_high(tmp_path: Path, print_fonts: FontSet) -> None:
    for case in ("long", "grid"):
        assert min(sheet_of(case, tmp_path, print_fonts).sizes()) >= 8.0


def test_sheet_on_a5_is_made_on_a4_and_says_so(tmp_path: Path, print_fonts: FontSet) -> None:
    done = sheet_of("meetup", tmp_path, print_fonts, paper="a5")
    assert [finding.code for finding in done.file.findings] == ["paper_replaced"]
    assert done.boxes()[0]["TrimBox"][2] == pytest.approx(595.28, abs=0.1)


def test_overlong_address_is_told(tmp_path: Path, print_fonts: FontSet) -> None:
    url = "https://lindenau.example/" + "spring-and-summer-and-autumn/" * 4
    programme = programmes.meetup(event=programmes.event(url=url))
    done = made(programme_sheet.KIND, programme, tmp_path, print_fonts)
    assert [finding.code for finding in done.file.findings] == ["address_shortened"]
    assert done.codes() == [url]


def test_same_programme_gives_same_bytes(tmp_path: Path, print_fonts: FontSet) -> None:
    digests = {hashlib.sha256(sheet_of("grid", tmp_path, print_fonts).file.data).hexdigest() for _ in range(2)}
    assert len(digests) == 1
