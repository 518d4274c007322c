import unicodedata
from datetime import date
from pathlib import Path

from eventkit.domain.guests import Photo
from eventkit.domain.people import Scope
from eventkit.domain.programme import Programme, SessionState
from eventkit.jobs.sample import make_sample
from eventkit.services.checks import findings
from eventkit.services.guests import guests
from eventkit.services.people import people
from eventkit.services.profiles import profile
from eventkit.services.programme import event_by_slug, events, programme
from tests.factories import dumped, new_kit

TODAY = date(2026, 11, 24)


def sample(folder: Path, today: date = TODAY, language: str = "en") -> dict[str, Programme]:
    with new_kit(folder) as kit:
        make_sample(kit, today, language=language)
        assert kit.read(findings) == ()
        return {event.slug: kit.read(programme, event.id) for event in kit.read(events)}


def test_the_sample_is_one_step(tmp_path: Path) -> None:
    with new_kit(tmp_path) as kit:
        before = dumped(kit)
        change = make_sample(kit, TODAY)
        assert change.label.verb == "sample"
        kit.undo()
        assert dumped(kit) == before


def test_two_samples_of_one_day_are_equal(tmp_path: Path) -> None:
    dumps = []
    for name in "ab":
        with new_kit(tmp_path, name) as kit:
            make_sample(kit, TODAY)
            dumps.append(dumped(kit))
    assert dumps[0] == dumps[1] != ()


def test_its_organizer_is_known_well(tmp_path: Path) -> None:
    with new_kit(tmp_path) as kit:
        make_sample(kit, TODAY)
        ines = next(one for one in kit.read(people) if one.name.startswith("Inês"))
        known = kit.read(profile, ines.id)
    assert known.pronunciation
    assert [consent.scope for consent in known.consents] == list(Scope)


def test_its_meetup_has_guests(tmp_path: Path) -> None:
    with new_kit(tmp_path) as kit:
        make_sample(kit, TODAY)
        told = kit.read(guests, kit.read(event_by_slug, "ponteval-meetup").id)
    assert len(told) == 14
    assert {guest.photo for guest in told} == set(Photo)
    assert {guest.delete_on for guest in told} == {date(2027, 1, 14)}


def test_its_events_are_dated_from_today(tmp_path: Path) -> None:
    told = sample(tmp_path)
    starts = {slug: one.event.start.date() for slug, one in told.items() if one.event.start}
    assert starts == {
        "ponteval-meetup-before": date(2026, 10, 20),
        "ponteval-meetup": date(2026, 12, 15),
        "ponteval-camp": date(2027, 2, 6),
    }
    assert starts["ponteval-camp"].weekday() == 5


def test_its_people_write_in_many_scripts(tmp_path: Path) -> None:
    people = {person.name for one in sample(tmp_path).values() for person in one.people}
    scripts = {unicodedata.name(char).split()[0] for name in people for char in name if char.isalpha()}
    assert {"LATIN", "GREEK", "CYRILLIC", "ARABIC", "HEBREW", "DEVANAGARI", "THAI", "CJK"} <= scripts
    assert any(unicodedata.normalize("NFD", name) != name for name in people)


def test_the_camp_has_what_makes_programmes_hard(tmp_path: Path) -> None:
    camp = sample(tmp_path)["ponteval-camp"]
    assert sum(session.all_rooms for session in camp.sessions) >= 4
    assert any(room.virtual for room in camp.rooms)
    assert {SessionState.CANCELLED, SessionState.PROPOSED} <= {session.state for session in camp.sessions}
    assert any(session.start is None for session in camp.sessions)
    assert max(len(session.title) for session in camp.sessions) > 120
    assert max(len(session.person_ids) for session in camp.sessions) >= 4
    assert [text.language for session in camp.sessions for text in session.texts] == ["de"]
    assert len(camp.tracks) == 2


def test_it_is_made_in_english_where_a_language_has_none(tmp_path: Path) -> None:
    assert "ponteval-camp" in sample(tmp_path, language="xx")
