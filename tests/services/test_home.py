from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from eventkit.domain.programme import EventState
from eventkit.services.events import add_chapter, edit_event
from eventkit.services.home import Outlook, outlook
from eventkit.services.kit import Kit
from eventkit.services.people import add_person
from eventkit.services.rooms import add_room, add_track
from eventkit.services.sessions import add_session
from tests.factories import MORNING, ZONE, an_event, counted_statements, do, new_kit

DAY = timedelta(days=1)


@pytest.fixture
def kit(tmp_path: Path) -> Iterator[Kit]:
    with new_kit(tmp_path) as made:
        yield made


def clashing(kit: Kit, title: str) -> int:
    """An event with two sessions in one room, of one speaker and one track, at one time."""
    event = an_event(kit, title)
    room = do(kit, add_room, event.id, name="Dock")
    track = do(kit, add_track, event.id, name="Wood")
    ada = do(kit, add_person, name="Ada")
    for name in ("Knots", "Tides"):
        do(
            kit,
            add_session,
            event.id,
            title=name,
            start=MORNING,
            minutes=30,
            room_ids=(room.id,),
            person_ids=(ada.id,),
            track_id=track.id,
        )
    return event.id


def rules(told: Outlook) -> list[tuple[str, str, str]]:
    return [(one.event.title, one.clash.rule, one.clash.last.title) for one in told.clashes]


def test_empty_kit_has_nothing_ahead(kit: Kit) -> None:
    told = kit.read(outlook, MORNING)
    assert (told.events, told.coming, told.clashes, told.steps, told.community) == (0, (), (), (), "")


def test_what_is_over_is_not_ahead_and_does_not_clash(kit: Kit) -> None:
    do(kit, add_chapter, name="Harbour Town", zone=ZONE)
    event = clashing(kit, "Harbour Camp")
    an_event(kit, "Undated", start=None, end=None)
    before, after = kit.read(outlook, MORNING - DAY), kit.read(outlook, MORNING + DAY)
    assert before.community == "Harbour Town"
    assert [one.title for one in before.coming] == ["Harbour Camp", "Undated"]
    assert rules(before) == [("Harbour Camp", "person_clash", "Tides"), ("Harbour Camp", "room_clash", "Tides")]
    assert [one.title for one in after.coming] == ["Undated"]
    assert (after.events, after.clashes) == (2, ())
    do(kit, edit_event, event, state=EventState.CANCELLED)
    called_off = kit.read(outlook, MORNING - DAY)
    assert ([one.title for one in called_off.coming], called_off.clashes) == (["Harbour Camp", "Undated"], ())


def test_newest_steps_come_first(kit: Kit) -> None:
    for number in range(8):
        do(kit, add_person, name=f"Person {number}")
    kit.undo()
    told = kit.read(outlook, MORNING)
    assert len(told.steps) == 6
    assert [step.undone for step in told.steps[:3]] == [True, True, False]


@pytest.mark.parametrize("items", [1, 3])
def test_outlook_takes_a_constant_number_of_statements(kit: Kit, items: int) -> None:
    for index in range(items):
        clashing(kit, f"Event {index}")
    with counted_statements() as seen:
        kit.read(outlook, MORNING - DAY)
    assert len([statement for statement in seen if statement.lstrip().startswith("SELECT")]) == 16
