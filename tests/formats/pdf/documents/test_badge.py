import hashlib
import re
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from eventkit.domain.guests import Guest
from eventkit.domain.programme import CrewMember, Programme
from eventkit.formats.pdf.documents import badge
from eventkit.formats.pdf.fonts import FontSet
from eventkit.formats.pdf.kinds import PAPERS
from tests.formats.pdf.documents import programmes
from tests.formats.pdf.documents.reading import Print, made, options, squeezed


def badges_of(programme: Programme, tmp_path: Path, fonts: FontSet, **more: str | int) -> Print:
    return made(badge.KIND, programme, tmp_path, fonts, **more)


def camp() -> Programme:
    return programmes.camp(days=1, rooms=3)


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_cells_are_apart_and_inside_the_sheet(paper: str) -> None:
    width, height = PAPERS[paper]
    for cell in badge.cells(paper):
        assert cell.x >= 0
        assert cell.y >= 0
        assert cell.x + cell.width <= width + 0.01
        assert cell.y + cell.height <= height + 0.01
    for one, other in combinations(badge.cells(paper), 2):
        apart_x = min(one.x, other.x) + one.width <= max(one.x, other.x) + 0.01
        apart_y = min(one.y, other.y) + one.height <= max(one.y, other.y) + 0.01
        assert apart_x or apart_y


def test_cells_on_a4_are_a6() -> None:
    assert {(round(c.width * 25.4 / 72, 3), round(c.height * 25.4 / 72, 3)) for c in badge.cells("a4")} == {(105, 148)}


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_sheets_are_sound_and_hold_every_name(paper: str, tmp_path: Path, print_fonts: FontSet) -> None:
    done = badges_of(camp(), tmp_path, print_fonts, paper=paper)
    assert done.file.name == "badge.pdf"
    assert done.faults() == []
    said = done.structure()
    for person in camp().people:
        assert squeezed(person.name) in said
    for word in ("Mira", "Lindqvist", "Παπαδοπούλου", "Źdźbło", "Ківаль"):
        assert word in done.words()
    expected = ["badge_quarter_letter"] if paper == "letter" else []
    assert [finding.code for finding in done.file.findings] == expected


def test_every_code_holds_the_public_address_and_nothing_else(tmp_path: Path, print_fonts: FontSet) -> None:
    done = badges_of(camp(), tmp_path, print_fonts)
    assert done.codes() == [programmes.URL] * 4 * done.file.pages


def test_without_address_there_is_no_code(tmp_path: Path, print_fonts: FontSet) -> None:
    done = badges_of(programmes.meetup(event=programmes.event(url="")), tmp_path, print_fonts)
    assert done.codes() == []
    assert done.file.findings == ()


def test_speaker_who_helps_gets_one_badge_with_both_words(tmp_path: Path, print_fonts: FontSet) -> None:
    said = badges_of(camp(), tmp_path, print_fonts).structure()
    assert said.count("Mira Okonkwo-Lindqvist") == 1
    assert "Speaker · Registration desk" in said
    assert "Speaker · Crew" in said


def test_only_speakers_of_public_sessions_and_crew_have_badges(tmp_path: Path, print_fonts: FontSet) -> None:
    base = programmes.meetup()
    said = badges_of(base, tmp_path, print_fonts).structure()
    speaking = {key for session in base.sessions for key in session.person_ids}
    for person in base.people:
        assert (squeezed(person.name) in said) == (person.id in speaking)


def test_badge_name_pronouns_and_affiliation_are_printed(tmp_path: Path, print_fonts: FontSet) -> None:
    base = programmes.meetup()
    own = replace(base.people[0], badge_name="Dr. Mi Okonkwo", pronouns="she/her", affiliation="Acme <R&D> Sons")
    done = badges_of(replace_people(base, own), tmp_path, print_fonts)
    said = done.structure()
    for text in ("Dr. Mi Okonkwo", "she/her", "Acme <R&D> Sons"):
        assert text in said
    assert "Lindqvist" not in said


def replace_people(programme: Programme, first: object) -> Programme:
    return programmes.meetup(people=(first, *programme.people[1:]))


def test_blank_badges_fill_the_last_sheet(print_fonts: FontSet) -> None:
    for blanks in range(6):
        found = badge.holders(camp(), options(print_fonts, blanks=blanks))
        empty = [holder for holder in found if holder.person is None]
        assert len(found) % 4 == 0
        assert blanks <= len(empty) < blanks + 4


def test_event_without_people_has_blank_badges(tmp_path: Path, print_fonts: FontSet) -> None:
    done = badges_of(programmes.bare(), tmp_path, print_fonts, blanks=0)
    assert done.file.pages == 1
    assert done.structure().count("Name") == 4


def test_marks_lie_at_the_same_place_on_all_sheets(tmp_path: Path, print_fonts: FontSet) -> None:
    done = badges_of(camp(), tmp_path, print_fonts)
    assert done.file.pages > 2
    with pikepdf.open(done.path) as pdf:
        drawn = [page.Contents.read_bytes().decode("latin-1") for page in pdf.pages]
    marks = [re.findall(r"0\.250 w (\S+ \S+ m \S+ \S+ l) S", code) for code in drawn]
    assert len(marks[0]) == 9
    assert all(sheet == marks[0] for sheet in marks)


def test_neighbours_leave_white_at_every_cut(tmp_path: Path, print_fonts: FontSet) -> None:
    picture = badges_of(camp(), tmp_path, print_fonts).pictures(72)[0].convert("L")
    dark = [y for y in range(picture.height) if picture.getpixel((picture.width // 2 - 9, y)) != 255]
    middle = picture.height // 2
    assert {y for y in dark if abs(y - middle) > 4} == set()


def test_right_to_left_name_stands_at_the_right(tmp_path: Path, print_fonts: FontSet) -> None:
    one = programmes.person(1, "ليلى الحداد", affiliation="Werkhof")
    crew = (CrewMember(id=1, uuid="k", event_id=1, person_id=1, role="Desk"),)
    done = badges_of(programmes.meetup(people=(one,), sessions=(), crew=crew), tmp_path, print_fonts, blanks=0)
    page = done.pictures(72)[0].convert("L")
    name = page.crop((20, 115, 277, 205)).point(lambda value: 255 if value < 128 else 0).getbbox()
    assert name is not None
    assert name[0] > 60
    assert name[2] > 230


def test_long_names_stay_whole_and_inside(tmp_path: Path, print_fonts: FontSet) -> None:
    name = "Wolfeschlegelsteinhausenbergerdorff-Donaudampfschifffahrt " + "von und zu Oberlindenau-Wiesengrund " * 3
    people = (programmes.person(1, name.strip()),)
    crew = (CrewMember(id=1, uuid="k", event_id=1, person_id=1, role="Makes sure that all the doors are open " * 3),)
    done = badges_of(programmes.meetup(people=people, sessions=(), crew=crew), tmp_path, print_fonts)
    codes = {finding.code for finding in done.file.findings}
    assert codes & {"text_shrunk", "text_dropped"}
    outside = done.pictures(72)[0].convert("L").crop((284, 20, 297, 400))
    assert outside.point(lambda value: 255 if value < 200 else 0).getbbox() is None


def test_german_badges_say_vortrag(tmp_path: Path, print_fonts: FontSet) -> None:
    said = badges_of(camp(), tmp_path, print_fonts, language="de").structure()
    assert "Vortrag · Team" in said
    assert "Speaker" not in said


def guest(key: int, name: str, **more: Any) -> Guest:
    return Guest(id=key, uuid=f"g{key}", event_id=1, name=name, **more)


def test_guests_have_badges_by_name_in_their_own_colour(tmp_path: Path, print_fonts: FontSet) -> None:
    guests = (guest(1, "zoe Núñez", affiliation="Acme <R&D> Sons", email="zoe@example.org"), guest(2, "Ádám Kiss"))
    base = replace(camp(), guests=guests)
    wearers = badge.holders(base, options(print_fonts))
    named = [holder.name for holder in wearers if holder.kind == "guest"]
    assert named == ["Ádám Kiss", "zoe Núñez"]
    assert [holder.kind for holder in wearers if holder.person][-2:] == ["guest", "guest"]
    done = badges_of(base, tmp_path, print_fonts)
    assert done.faults() == []
    said = done.structure()
    assert said.count("Guest") == 2
    assert "Acme <R&D> Sons" in said
    assert "example.org" not in said
    roles = options(print_fonts).theme.roles
    assert len({roles[kind] for kind in ("speaker", "crew", "guest")}) == 3


def test_a_guest_who_speaks_has_one_badge_and_a_namesake_another(print_fonts: FontSet) -> None:
    speaker = camp().people[0].name
    one, two = guest(1, speaker.upper()), guest(2, speaker)
    for guests, count in (((one,), 0), ((one, two), 1)):
        wearers = badge.holders(replace(camp(), guests=guests), options(print_fonts))
        assert sum(holder.kind == "guest" for holder in wearers) == count


def test_same_people_give_same_bytes(tmp_path: Path, print_fonts: FontSet) -> None:
    digests = {hashlib.sha256(badges_of(camp(), tmp_path, print_fonts).file.data).hexdigest() for _ in range(2)}
    assert len(digests) == 1
