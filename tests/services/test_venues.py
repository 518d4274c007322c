from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from eventkit.domain.access import Answer, Fact, VenueFact
from eventkit.domain.errors import NotFoundError
from eventkit.domain.programme import EventState, Link, SessionKind, SessionText
from eventkit.services.event_copies import copy_event
from eventkit.services.events import add_venue, delete_venue
from eventkit.services.kit import Kit
from eventkit.services.people import add_person
from eventkit.services.programme import programme
from eventkit.services.rooms import add_crew, add_room, add_track, order_rooms, order_tracks
from eventkit.services.sessions import add_session
from eventkit.services.venues import set_venue_fact, venue_facts
from tests.factories import MORNING, an_event, counted_statements, do, dumped, new_kit


@pytest.fixture
def kit(tmp_path: Path) -> Iterator[Kit]:
    with new_kit(tmp_path) as made:
        yield made


def test_a_venue_of_which_nothing_is_known_has_no_noes(kit: Kit) -> None:
    venue = do(kit, add_venue, name="Boathouse")
    told = kit.read(venue_facts, venue.id)
    assert [one.fact for one in told] == list(Fact)
    assert {(one.answer, one.note) for one in told} == {(Answer.UNKNOWN, "")}


def test_a_fact_is_said_changed_and_taken_back(kit: Kit) -> None:
    venue = do(kit, add_venue, name="Boathouse")
    before = dumped(kit)
    said = do(kit, set_venue_fact, venue.id, Fact.LIFT, answer=Answer.PARTLY, note=" 80 x 110 cm ")
    assert said == VenueFact(fact=Fact.LIFT, answer=Answer.PARTLY, note="80 x 110 cm")
    assert said in kit.read(venue_facts, venue.id)
    assert len(dumped(kit)) == len(before) + 1
    do(kit, set_venue_fact, venue.id, Fact.LIFT, answer=Answer.YES)
    assert VenueFact(fact=Fact.LIFT, answer=Answer.YES) in kit.read(venue_facts, venue.id)
    do(kit, set_venue_fact, venue.id, Fact.LIFT, answer=Answer.UNKNOWN)
    assert dumped(kit) == before
    do(kit, set_venue_fact, venue.id, Fact.DOORS, answer=Answer.UNKNOWN, note="Ana asks")
    do(kit, delete_venue, venue.id)
    assert dumped(kit) == ()
    with pytest.raises(NotFoundError, match="unknown_venue"):
        do(kit, set_venue_fact, venue.id, Fact.LIFT, answer=Answer.YES)


@pytest.mark.parametrize("facts", [1, 3])
def test_facts_take_one_statement(kit: Kit, facts: int) -> None:
    venue = do(kit, add_venue, name="Boathouse")
    for fact in list(Fact)[:facts]:
        do(kit, set_venue_fact, venue.id, fact, answer=Answer.NO)
    with counted_statements() as seen:
        kit.read(venue_facts, venue.id)
    assert len([statement for statement in seen if statement.lstrip().startswith("SELECT")]) == 1


def test_rooms_and_tracks_are_put_in_order(kit: Kit) -> None:
    event, other = an_event(kit), an_event(kit, "Other")
    rooms = [do(kit, add_room, event.id, name=name).id for name in "ABC"]
    tracks = [do(kit, add_track, event.id, name=name).id for name in "AB"]
    do(kit, order_rooms, event.id, rooms[::-1])
    do(kit, order_tracks, event.id, tracks[::-1])
    told = kit.read(programme, event.id)
    assert [room.name for room in told.rooms] == ["C", "B", "A"]
    assert [track.name for track in told.tracks] == ["B", "A"]
    with pytest.raises(NotFoundError, match="unknown_room"):
        do(kit, order_rooms, other.id, rooms)
    with pytest.raises(NotFoundError, match="unknown_track"):
        do(kit, order_tracks, other.id, tracks)


def test_copy_has_all_but_the_talks(kit: Kit) -> None:
    venue = do(kit, add_venue, name="Boathouse")
    event = an_event(
        kit, venue_id=venue.id, url="https://a.example/", entry="Free", links=(Link(url="https://c.example/"),)
    )
    room = do(kit, add_room, event.id, name="Dock", capacity=20)
    do(kit, add_track, event.id, name="Wood", color="#336699")
    ada = do(kit, add_person, name="Ada")
    do(kit, add_crew, event.id, ada.id, role="Host")
    do(kit, add_session, event.id, title="Knots", start=MORNING, minutes=40, person_ids=(ada.id,))
    text = SessionText(language="de", title="Pause")
    kind = SessionKind.BREAK
    do(
        kit,
        add_session,
        event.id,
        title="Tea",
        start=MORNING,
        minutes=20,
        kind=kind,
        room_ids=(room.id,),
        texts=(text,),
    )
    do(kit, add_session, event.id, title="Whenever", kind=SessionKind.CEREMONY, all_rooms=True)
    new = do(kit, copy_event, event.id, title="Harbour Camp 2", days=28)
    told = kit.read(programme, new.id)
    assert (told.event.state, told.event.start, told.event.url) == (EventState.DRAFT, MORNING + timedelta(days=28), "")
    assert (told.venue, told.event.entry, told.event.links) == (venue, "Free", event.links)
    assert [(one.name, one.capacity) for one in told.rooms] == [("Dock", 20)]
    assert [(one.name, one.color) for one in told.tracks] == [("Wood", "#336699")]
    assert [(one.person_id, one.role) for one in told.crew] == [(ada.id, "Host")]
    assert [(one.title, one.start, one.texts) for one in told.sessions] == [
        ("Tea", MORNING + timedelta(days=28), (text,)),
        ("Whenever", None, ()),
    ]
    assert told.rooms_of(told.sessions[0]) == told.rooms
    assert new.uid != event.uid


def test_undated_event_is_copied_undated(kit: Kit) -> None:
    event = an_event(kit, start=None, end=None)
    assert do(kit, copy_event, event.id, title="Again", days=7).start is None
