import hashlib
import re
from datetime import timedelta
from pathlib import Path

import pytest

from eventkit.domain.programme import Programme
from eventkit.formats.pdf.documents import flyer, told
from eventkit.formats.pdf.fonts import FontSet
from tests.formats.pdf.documents import programmes
from tests.formats.pdf.documents.reading import Print, made, squeezed

PAPERS = {"a4": (595.28, 841.89), "a5": (419.53, 595.28), "letter": (612.0, 792.0)}


def flyer_of(programme: Programme, tmp_path: Path, fonts: FontSet, **more: str | float) -> Print:
    return made(flyer.KIND, programme, tmp_path, fonts, **more)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("theme", ["indigo", "garden", "paper"])
def test_flyer_is_one_sound_page_of_the_paper(paper: str, theme: str, tmp_path: Path, print_fonts: FontSet) -> None:
    done = flyer_of(programmes.meetup(), tmp_path, print_fonts, paper=paper, theme=theme)
    assert done.file.name == "flyer.pdf"
    assert done.file.pages == 1 == len(done.boxes())
    assert done.file.findings == ()
    assert done.faults() == []
    media, trim, bleed = (done.boxes()[0][name] for name in ("MediaBox", "TrimBox", "BleedBox"))
    assert media == trim == bleed
    assert media[2:] == pytest.approx(PAPERS[paper], abs=0.1)


def test_flyer_shows_every_fact_exactly(tmp_path: Path, print_fonts: FontSet) -> None:
    programme = programmes.meetup()
    done = flyer_of(programme, tmp_path, print_fonts)
    assert programme.venue is not None
    told_by_structure = done.structure()
    for text in (
        programme.event.title, programme.event.subtitle, programme.event.entry, programme.event.contact,
        programme.venue.name, programme.venue.street, "04177 Leipzig", programme.venue.access,
        "Friday, 12 March 2027", "18:00–21:30", "Offene Werkstatt Lindenau · Leipzig", "lindenau.example/spring",
        *(session.title for session in programme.sessions),
    ):  # fmt: skip
        assert squeezed(text) in told_by_structure
    for word in re.findall(r"\w+", programme.event.subtitle):
        assert word in done.words()
    assert done.codes() == [programmes.URL]


def test_flyer_in_german_speaks_german(tmp_path: Path, print_fonts: FontSet) -> None:
    said = flyer_of(programmes.meetup(), tmp_path, print_fonts, language="de").structure()
    for text in ("Wann", "Wo", "Eintritt", "Programm", "Freitag, 12. März 2027", "Mehr dazu"):
        assert text in said
    assert "When" not in said


def test_register_address_comes_before_the_public_one(tmp_path: Path, print_fonts: FontSet) -> None:
    seat = "https://lindenau.example/spring/seat"
    done = flyer_of(programmes.meetup(event=programmes.event(register_url=seat)), tmp_path, print_fonts)
    assert done.codes() == [seat]
    assert "Save your seat" in done.structure()


def test_bare_event_closes_up_without_code(tmp_path: Path, print_fonts: FontSet) -> None:
    done = flyer_of(programmes.bare(), tmp_path, print_fonts)
    assert done.codes() == []
    assert done.file.findings == ()
    assert "Date to be announced" in done.structure()
    assert done.lowest_ink() > 0.9


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("case", ["meetup", "camp", "bare", "no sessions", "no address", "one session"])
def test_no_flyer_leaves_its_foot_empty(case: str, paper: str, tmp_path: Path, print_fonts: FontSet) -> None:
    cases = {
        "meetup": programmes.meetup(),
        "camp": programmes.camp(days=3, rooms=3),
        "bare": programmes.bare(),
        "no sessions": programmes.meetup(sessions=()),
        "no address": programmes.meetup(event=programmes.event(url="")),
        "one session": programmes.meetup(sessions=programmes.meetup().sessions[1:2]),
    }
    done = flyer_of(cases[case], tmp_path, print_fonts, paper=paper)
    assert 0.9 < done.lowest_ink() < 0.975


def test_forty_sessions_become_an_excerpt_that_counts_the_rest(tmp_path: Path, print_fonts: FontSet) -> None:
    programme = programmes.camp(days=1, rooms=3, slots=13)
    said = flyer_of(programme, tmp_path, print_fonts).structure()
    shown = [s for s in programme.public_sessions if squeezed(s.title) in said]
    found = re.search(r"and (\d+) more", said)
    assert found is not None
    assert len(shown) + int(found[1]) == sum(s.kind not in told.PAUSES for s in programme.public_sessions)
    assert "Rejected and secret" not in said


def test_overlong_title_is_whole_or_told(tmp_path: Path, print_fonts: FontSet) -> None:
    event = programmes.event(title=programmes.LONG_TITLE)
    done = flyer_of(programmes.meetup(event=event), tmp_path, print_fonts, paper="a5")
    assert squeezed(programmes.LONG_TITLE) in done.structure()
    assert {finding.code for finding in done.file.findings} == {"text_shrunk"}


def test_cancelled_session_is_marked_by_word(tmp_path: Path, print_fonts: FontSet) -> None:
    programme = programmes.camp(days=1, rooms=2, slots=2)
    assert "Cancelled: " + programme.public_sessions[-1].title in flyer_of(programme, tmp_path, print_fonts).structure()


def test_several_days_show_their_span(tmp_path: Path, print_fonts: FontSet) -> None:
    said = flyer_of(programmes.camp(days=3), tmp_path, print_fonts).structure()
    assert "12–14 Mar 2027" in said
    assert "Fri 12 Mar, 09:00 – Sun 14 Mar, 18:00" in said or "Fri, 12 Mar, 09:00 – Sun, 14 Mar, 18:00" in said


def test_midnight_to_midnight_is_all_day(tmp_path: Path, print_fonts: FontSet) -> None:
    start = programmes.START.replace(hour=0)
    whole = programmes.event(start=start, end=start + timedelta(days=1))
    said = flyer_of(programmes.meetup(event=whole, sessions=()), tmp_path, print_fonts).structure()
    assert "All day" in said
    assert "Friday, 12 March 2027" in said
    assert "00:00" not in said


def test_bleed_widens_the_boxes_and_nests_them(tmp_path: Path, print_fonts: FontSet) -> None:
    boxes = flyer_of(programmes.meetup(), tmp_path, print_fonts, bleed=3.0).boxes()[0]
    media, bleed, trim = boxes["MediaBox"], boxes["BleedBox"], boxes["TrimBox"]
    assert trim[0] - bleed[0] == pytest.approx(3 * 72 / 25.4, abs=0.01)
    assert media[0] < bleed[0] < trim[0] < trim[2] < bleed[2] < media[2]


def test_same_programme_gives_same_bytes(tmp_path: Path, print_fonts: FontSet) -> None:
    digests = {
        hashlib.sha256(flyer_of(programmes.meetup(), tmp_path, print_fonts).file.data).hexdigest() for _ in range(2)
    }
    assert len(digests) == 1
