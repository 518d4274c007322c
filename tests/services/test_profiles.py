"""The book of people: what is known of somebody, where they spoke, and how the list is asked for."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from eventkit.domain.errors import NotFoundError
from eventkit.domain.people import Consent, PersonSort, Profile, Scope
from eventkit.domain.programme import Link, Person
from eventkit.services import people, profiles
from eventkit.services.kit import Kit
from eventkit.services.programme import programme
from eventkit.services.rooms import add_crew
from eventkit.services.sessions import add_session
from tests.factories import MORNING, an_event, counted_statements, do, dumped, new_kit

UNKNOWN = 4242


@pytest.fixture
def kit(tmp_path: Path) -> Iterator[Kit]:
    with new_kit(tmp_path) as made:
        yield made


def add(kit: Kit, name: str, **details: Any) -> Person:
    return do(kit, people.add_person, name=name, **details)


def names(kit: Kit, **asked: Any) -> list[str]:
    return [one.name for one in kit.read(profiles.person_lines, kit.read(profiles.person_line_ids, **asked))]


def test_what_is_known_is_kept_field_by_field(kit: Kit) -> None:
    ada = add(kit, "Ada")
    assert kit.read(profiles.profile, ada.id) == Profile()
    do(kit, profiles.edit_profile, ada.id, topics=" boats,\nknots ", access_needs="Ramp\r\nplease")
    assert do(kit, profiles.edit_profile, ada.id, availability="not after 20:00") == Profile(
        topics="boats, knots", access_needs="Ramp\nplease", availability="not after 20:00"
    )
    before = dumped(kit)
    do(kit, profiles.edit_profile, ada.id)
    do(kit, profiles.edit_profile, add(kit, "Bo").id, topics=" ")
    assert [line for line in dumped(kit) if '"profile"' in line] == [line for line in before if '"profile"' in line]


def test_consents_are_given_changed_and_withdrawn(kit: Kit) -> None:
    ada = add(kit, "Ada")
    do(kit, profiles.give_consent, ada.id, Scope.CONTACT)
    told = do(kit, profiles.give_consent, ada.id, Scope.PHOTO, given_on=date(2027, 1, 2), source="Mail")
    photo = Consent(scope=Scope.PHOTO, given_on=date(2027, 1, 2), source="Mail")
    assert told.consents == (photo, Consent(scope=Scope.CONTACT))
    told = do(kit, profiles.give_consent, ada.id, Scope.PHOTO, given_on=date(2027, 1, 3))
    assert told.consents[0] == Consent(scope=Scope.PHOTO, given_on=date(2027, 1, 3))
    assert do(kit, profiles.withdraw_consent, ada.id, Scope.PHOTO).consents == (Consent(scope=Scope.CONTACT),)


def test_unknown_people_are_refused(kit: Kit) -> None:
    for refused in (
        lambda: do(kit, profiles.edit_profile, UNKNOWN, topics="x"),
        lambda: do(kit, profiles.give_consent, UNKNOWN, Scope.PHOTO),
        lambda: do(kit, profiles.withdraw_consent, UNKNOWN, Scope.PHOTO),
        lambda: do(kit, people.copy_person, UNKNOWN),
    ):
        with pytest.raises(NotFoundError, match="unknown_person"):
            refused()


def test_availability_reaches_the_programme(kit: Kit) -> None:
    event, ada = an_event(kit), add(kit, "Ada")
    do(kit, add_session, event.id, title="Knots", person_ids=(ada.id,))
    assert kit.read(programme, event.id).people[0].availability == ""
    do(kit, profiles.edit_profile, ada.id, availability="only Saturday")
    assert kit.read(programme, event.id).people[0].availability == "only Saturday"
    assert kit.read(people.person_by_id, ada.id).availability == "only Saturday"


def test_a_copy_has_what_is_known_but_no_consents(kit: Kit) -> None:
    ada = add(kit, "Ada", bio="Builds boats.", links=(Link(url="https://a.example/"),))
    do(kit, profiles.edit_profile, ada.id, topics="boats")
    do(kit, profiles.give_consent, ada.id, Scope.PHOTO)
    copy = do(kit, people.copy_person, ada.id)
    assert (copy.name, copy.bio, copy.links, copy.uuid != ada.uuid) == ("Ada", "Builds boats.", ada.links, True)
    assert kit.read(profiles.profile, copy.id) == Profile(topics="boats")
    assert kit.read(profiles.namesakes) == 1


def test_several_people_are_deleted_or_none(kit: Kit) -> None:
    ada, bo, cy = (add(kit, name) for name in ("Ada", "Bo", "Cy"))
    with pytest.raises(NotFoundError, match="unknown_person"):
        do(kit, people.delete_people, [ada.id, UNKNOWN])
    assert names(kit) == ["Ada", "Bo", "Cy"]
    do(kit, people.delete_people, [ada.id, cy.id])
    assert kit.read(people.people) == (bo,)


def test_merging_keeps_what_both_knew(kit: Kit) -> None:
    keep, gone, other = (add(kit, "Ada") for _ in range(3))
    do(kit, profiles.edit_profile, keep.id, topics="boats")
    do(kit, profiles.edit_profile, gone.id, topics="knots", languages="pt")
    do(kit, profiles.give_consent, keep.id, Scope.PHOTO, source="Form")
    do(kit, profiles.give_consent, gone.id, Scope.PHOTO, source="Mail")
    do(kit, profiles.give_consent, gone.id, Scope.LISTING, source="Mail")
    do(kit, people.merge_people, keep.id, gone.id)
    told = kit.read(profiles.profile, keep.id)
    assert (told.topics, told.languages) == ("boats", "pt")
    assert [(one.scope, one.source) for one in told.consents] == [(Scope.PHOTO, "Form"), (Scope.LISTING, "Mail")]
    do(kit, people.merge_people, keep.id, other.id)
    assert kit.read(profiles.profile, keep.id) == told


def test_the_list_is_sorted_and_searched(kit: Kit) -> None:
    event = an_event(kit)
    zoe = add(kit, "Zoë", affiliation="äcme")
    bo = add(kit, "Bo", affiliation="Boats", bio="Ties knots")
    add(kit, "ada")
    for hours, speakers in ((0, (zoe.id, bo.id)), (2, (zoe.id,)), (9, (bo.id,))):
        do(kit, add_session, event.id, title="T", start=MORNING + timedelta(hours=hours), person_ids=speakers)
    do(kit, add_session, event.id, title="T", person_ids=(zoe.id,))
    assert {sort: names(kit, sort=sort) for sort in PersonSort} == {
        PersonSort.NAME: ["ada", "Bo", "Zoë"],
        PersonSort.AFFILIATION: ["Zoë", "Bo", "ada"],
        PersonSort.SESSIONS: ["Bo", "Zoë", "ada"],
        PersonSort.LAST: ["Zoë", "Bo", "ada"],
    }
    assert names(kit, sort=PersonSort.LAST, descending=True) == ["Bo", "Zoë", "ada"]
    assert names(kit, sort=PersonSort.AFFILIATION, descending=True) == ["Bo", "Zoë", "ada"]
    assert names(kit, descending=True) == ["Zoë", "Bo", "ada"]
    assert names(kit, text="kno") == ["Bo"]
    assert names(kit, text="nobody") == []
    assert names(kit, text=' "') == ["ada", "Bo", "Zoë"]
    line = kit.read(profiles.person_lines, [UNKNOWN, zoe.id])[0]
    assert (line.sessions, line.last) == (3, MORNING + timedelta(hours=2))


def test_appearances_tell_talks_and_tasks_over_all_events(kit: Kit) -> None:
    first, second = an_event(kit, "First"), an_event(kit, "Second", start=MORNING + timedelta(days=9), end=None)
    ada = add(kit, "Ada")
    talk = do(kit, add_session, first.id, title="Knots", start=MORNING, person_ids=(ada.id,))
    do(kit, add_session, first.id, title="Someday", person_ids=(ada.id,))
    do(kit, add_crew, second.id, ada.id, role="Host")
    told = kit.read(profiles.appearances, ada.id)
    assert [(one.event, one.title, one.session_id) for one in told if one.start] == [
        ("Second", "Host", None),
        ("First", "Knots", talk.id),
    ]
    assert told[1].start == MORNING
    assert told[-1].title == "Someday"


@pytest.mark.parametrize("items", [1, 3])
def test_queries_take_a_constant_number_of_statements(kit: Kit, items: int) -> None:
    event = an_event(kit)
    ids = [add(kit, f"Person {number}").id for number in range(items)]
    for key in ids:
        do(kit, add_session, event.id, title="T", person_ids=tuple(ids))
        do(kit, profiles.give_consent, ids[0], list(Scope)[key % 3])
    counts = []
    for query in (
        lambda db: profiles.profile(db, ids[0]),
        lambda db: profiles.person_line_ids(db, text="person", sort=PersonSort.LAST),
        lambda db: profiles.person_lines(db, ids),
        lambda db: profiles.appearances(db, ids[0]),
        profiles.namesakes,
    ):
        with counted_statements() as seen:
            kit.read(query)
        counts.append(len([statement for statement in seen if statement.lstrip().startswith("SELECT")]))
    assert counts == [2, 1, 1, 2, 1]
