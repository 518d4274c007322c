"""Operations on events, rooms, people and sessions: what they keep, refuse and leave alone."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from eventkit.domain.errors import InvalidError, NotFoundError
from eventkit.domain.programme import Attachment, Event, Link, SessionKind, SessionState, SessionText
from eventkit.services import events, people, rooms, sessions
from eventkit.services.kit import Kit
from eventkit.services.programme import chapters, programme, session_by_id, venues
from tests.factories import MORNING, ZONE, an_event, do, dumped, new_kit

UNKNOWN = 4242


@pytest.fixture
def kit(tmp_path: Path) -> Iterator[Kit]:
    with new_kit(tmp_path) as made:
        yield made


@pytest.fixture
def event(kit: Kit) -> Event:
    return an_event(kit)


def test_a_chapter_is_added_edited_and_deleted(kit: Kit) -> None:
    chapter = do(kit, events.add_chapter, name="Harbour Circle", zone=ZONE, city="Vilamar")
    assert kit.read(chapters) == (chapter,)
    edited = do(kit, events.edit_chapter, chapter.id, name=" Harbour\n Group ")
    assert (edited.name, edited.city, edited.uuid) == ("Harbour Group", "Vilamar", chapter.uuid)
    event = an_event(kit, chapter_id=chapter.id)
    assert kit.read(programme, event.id).chapter == edited
    do(kit, events.delete_chapter, chapter.id)
    assert kit.read(programme, event.id).event.chapter_id is None


def test_a_venue_keeps_its_coordinates_to_the_microdegree(kit: Kit) -> None:
    venue = do(kit, events.add_venue, name="Boathouse", latitude=41.8003001, longitude=-8.4311)
    assert (venue.latitude, venue.longitude) == (41.8003, -8.4311)
    moved = do(kit, events.edit_venue, venue.id, latitude=None, longitude=None, access="Step-free")
    assert (moved.latitude, moved.longitude, moved.access) == (None, None, "Step-free")
    other = do(kit, events.add_venue, name="Ärmel")
    assert kit.read(venues) == (other, moved)
    do(kit, events.delete_venue, venue.id)
    assert kit.read(venues) == (other,)


def test_an_event_gets_a_slug_of_its_own(kit: Kit) -> None:
    slugs = [an_event(kit, title).slug for title in ("Łódź Ærø Fest!", "Lodz aero fest", "夏祭り", "夏祭り", "x" * 99)]
    assert slugs == ["lodz-aero-fest", "lodz-aero-fest-2", "event", "event-2", "x" * 60]


def test_an_event_keeps_its_own_slug_when_edited(kit: Kit, event: Event) -> None:
    assert do(kit, events.edit_event, event.id, slug="harbour-camp", title="New").slug == "harbour-camp"
    other = an_event(kit, "Other")
    assert do(kit, events.edit_event, other.id, slug="Harbour Camp").slug == "harbour-camp-2"


def test_an_events_text_is_cleaned(kit: Kit) -> None:
    event = an_event(kit, "  A\x00 title\r\n on lines ", description="One\r\ntwo\x00 \n")
    assert (event.title, event.description) == ("A title on lines", "One\ntwo")


def test_an_events_times_stand_in_its_zone(kit: Kit) -> None:
    event = an_event(kit, start=datetime(2027, 1, 5, 18, tzinfo=UTC), end=None)
    moved = do(kit, events.edit_event, event.id, zone="Asia/Kolkata")
    assert moved.start == event.start
    assert moved.start is not None
    assert moved.start.hour == 23
    assert moved.tz.key == "Asia/Kolkata"


def test_sessions_are_listed_by_the_day_that_a_new_day_change_gives(kit: Kit, event: Event) -> None:
    night = datetime(2027, 5, 9, 1, 0, tzinfo=MORNING.tzinfo)
    session = do(kit, sessions.add_session, event.id, title="Owls", start=night, day=date(2027, 5, 9))
    do(kit, events.edit_event, event.id, day_change=180)
    assert kit.read(session_by_id, session.id).day == date(2027, 5, 8)


def test_an_events_links_are_replaced_as_a_whole(kit: Kit, event: Event) -> None:
    links = (Link(url="https://b.example/", title="B", kind="web"), Link(url="https://a.example/"))
    assert do(kit, events.edit_event, event.id, links=links).links == links
    assert do(kit, events.edit_event, event.id, links=links[1:]).links == links[1:]
    assert do(kit, events.edit_event, event.id, title="Same links").links == links[1:]


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"title": " \n"}, "title_empty"),
        ({"zone": "Mars/Olympus"}, "zone_unknown"),
        ({"zone": ""}, "zone_empty"),
        ({"end": MORNING - timedelta(minutes=1)}, "end_before_start"),
        ({"day_change": 1440}, "day_change_outside"),
        ({"day_change": -1}, "day_change_outside"),
        ({"start": datetime(2027, 1, 1, 9)}, "naive_time"),  # noqa: DTZ001 - the naive time is the case
    ],
)
def test_an_event_refuses_what_cannot_be(kit: Kit, event: Event, fields: Any, code: str) -> None:
    before = dumped(kit)
    with pytest.raises(InvalidError) as refused:
        do(kit, events.edit_event, event.id, **fields)
    assert refused.value.code == code
    assert dumped(kit) == before


def test_an_event_refuses_a_chapter_and_venue_that_are_not_there(kit: Kit, event: Event) -> None:
    with pytest.raises(NotFoundError, match="unknown_chapter"):
        do(kit, events.edit_event, event.id, chapter_id=UNKNOWN)
    with pytest.raises(NotFoundError, match="unknown_venue"):
        do(kit, events.edit_event, event.id, venue_id=UNKNOWN)


def test_deleting_an_event_leaves_people_and_venues(kit: Kit) -> None:
    venue = do(kit, events.add_venue, name="Boathouse")
    event = an_event(kit, venue_id=venue.id)
    person = do(kit, people.add_person, name="Ada")
    room = do(kit, rooms.add_room, event.id, name="Dock")
    do(kit, sessions.add_session, event.id, title="Knots", room_ids=(room.id,), person_ids=(person.id,))
    do(kit, events.delete_event, event.id)
    assert kit.read(people.people) == (person,)
    assert kit.read(venues) == (venue,)


def test_rooms_and_tracks_stand_in_the_order_of_adding(kit: Kit, event: Event) -> None:
    names = ["Loft", "Dock", "Attic"]
    made = [do(kit, rooms.add_room, event.id, name=name) for name in names]
    tracks = [do(kit, rooms.add_track, event.id, name=name, color="#A1b2C3") for name in names]
    first = do(kit, rooms.add_track, event.id, name="First", position=-1)
    told = kit.read(programme, event.id)
    assert told.rooms == tuple(made)
    assert told.tracks == (first, *tracks)


def test_rooms_and_tracks_are_edited_and_deleted(kit: Kit, event: Event) -> None:
    room = do(kit, rooms.add_room, event.id, name="Dock", capacity=20)
    track = do(kit, rooms.add_track, event.id, name="Wood")
    session = do(
        kit, sessions.add_session, event.id, title="Knots", start=MORNING, room_ids=(room.id,), track_id=track.id
    )
    assert do(kit, rooms.edit_room, room.id, virtual=True, name="Online").virtual
    assert do(kit, rooms.edit_track, track.id, color="#000000").color == "#000000"
    do(kit, rooms.delete_room, room.id)
    do(kit, rooms.delete_track, track.id)
    left = kit.read(session_by_id, session.id)
    assert (left.room_ids, left.track_id) == ((), None)


def test_rooms_and_tracks_refuse_what_cannot_be(kit: Kit, event: Event) -> None:
    refusals: dict[str, Callable[[], object]] = {
        "name_empty": lambda: do(kit, rooms.add_room, event.id, name=""),
        "capacity_negative": lambda: do(kit, rooms.add_room, event.id, name="A", capacity=-1),
        "color_unknown": lambda: do(kit, rooms.add_track, event.id, name="A", color="blue"),
    }
    for code, refuse in refusals.items():
        with pytest.raises(InvalidError, match=code):
            refuse()
    with pytest.raises(NotFoundError, match="unknown_venue"):
        do(kit, rooms.add_room, event.id, name="A", venue_id=UNKNOWN)
    with pytest.raises(NotFoundError, match="unknown_event"):
        do(kit, rooms.add_room, UNKNOWN, name="A")


def test_a_room_in_another_house_brings_its_venue(kit: Kit, event: Event) -> None:
    venue = do(kit, events.add_venue, name="Annex")
    do(kit, rooms.add_room, event.id, name="Cellar", venue_id=venue.id)
    assert kit.read(programme, event.id).venues == (venue,)


def test_crew_is_added_edited_and_deleted(kit: Kit, event: Event) -> None:
    ada, bo = (do(kit, people.add_person, name=name) for name in ("Ada", "Bo"))
    host = do(kit, rooms.add_crew, event.id, bo.id, role="Host")
    sound = do(kit, rooms.add_crew, event.id, ada.id, role="Sound")
    assert kit.read(programme, event.id).crew == (sound, host)
    assert do(kit, rooms.edit_crew, host.id, role="Welcome desk").role == "Welcome desk"
    do(kit, rooms.delete_crew, sound.id)
    told = kit.read(programme, event.id)
    assert [person.name for person in told.people] == ["Bo"]
    with pytest.raises(InvalidError, match="role_empty"):
        do(kit, rooms.edit_crew, host.id, role="")


def test_a_session_gets_number_code_and_uid(kit: Kit, event: Event) -> None:
    made = [do(kit, sessions.add_session, event.id, title=f"Talk {index}") for index in range(3)]
    assert [session.number for session in made] == [1, 2, 3]
    assert len({session.code for session in made}) == 3
    assert all(session.uid == f"{session.uuid}@eventkit" for session in made)
    do(kit, sessions.delete_session, made[1].id)
    assert do(kit, sessions.add_session, event.id, title="Next").number == 4


def test_a_session_keeps_all_its_parts(kit: Kit, event: Event) -> None:
    room = do(kit, rooms.add_room, event.id, name="Dock")
    ada, bo = (do(kit, people.add_person, name=name) for name in ("Ada", "Bo"))
    parts: dict[str, Any] = {
        "room_ids": (room.id,),
        "person_ids": (bo.id, ada.id),
        "texts": (SessionText(language="de", title="Knoten", abstract="Alle."),),
        "links": (Link(url="https://knots.example/", title="Knots", kind="web"),),
        "attachments": (Attachment(title="Handout", url="https://knots.example/a.pdf", mime="application/pdf"),),
        "kind": SessionKind.WORKSHOP,
        "state": SessionState.ACCEPTED,
        "start": MORNING,
        "minutes": 50,
    }
    session = do(kit, sessions.add_session, event.id, title="Knots", **parts)
    assert {name: getattr(session, name) for name in parts} == parts
    edited = do(kit, sessions.edit_session, session.id, subtitle="All of them")
    assert {name: getattr(edited, name) for name in parts} == parts
    bare = do(kit, sessions.edit_session, session.id, room_ids=(), person_ids=(), texts=(), links=(), attachments=())
    assert (bare.room_ids, bare.person_ids, bare.texts, bare.links, bare.attachments) == ((), (), (), (), ())


def test_a_session_moves_with_its_length_and_room(kit: Kit, event: Event) -> None:
    dock, loft = (do(kit, rooms.add_room, event.id, name=name) for name in ("Dock", "Loft"))
    session = do(kit, sessions.add_session, event.id, title="Knots", start=MORNING, minutes=50, room_ids=(dock.id,))
    later = do(kit, sessions.move_session, session.id, start=MORNING + timedelta(days=1))
    assert (later.start, later.minutes, later.room_ids) == (MORNING + timedelta(days=1), 50, (dock.id,))
    assert later.day == MORNING.date() + timedelta(days=1)
    assert do(kit, sessions.move_session, session.id, start=MORNING, room_id=loft.id).room_ids == (loft.id,)
    off = do(kit, sessions.move_session, session.id, start=None)
    assert (off.start, off.end, off.day) == (None, None, None)


def test_a_new_start_leaves_the_day_that_was_set_by_hand(kit: Kit, event: Event) -> None:
    session = do(kit, sessions.add_session, event.id, title="Owls", start=MORNING, day=date(2027, 5, 7))
    assert session.day == date(2027, 5, 7)
    assert do(kit, sessions.edit_session, session.id, start=MORNING + timedelta(hours=1)).day == date(2027, 5, 8)
    assert do(kit, sessions.edit_session, session.id, day=date(2027, 5, 6), start=MORNING).day == date(2027, 5, 6)


def test_speakers_and_rooms_are_set_in_order_and_once(kit: Kit, event: Event) -> None:
    session = do(kit, sessions.add_session, event.id, title="Knots")
    ids = tuple(do(kit, people.add_person, name=name).id for name in "ABC")
    assert do(kit, sessions.set_speakers, session.id, (ids[2], ids[0], ids[2])).person_ids == (ids[2], ids[0])
    places = tuple(do(kit, rooms.add_room, event.id, name=name).id for name in "AB")
    assert do(kit, sessions.set_rooms, session.id, places[::-1]).room_ids == places[::-1]


def test_a_session_refuses_what_is_not_of_its_event(kit: Kit, event: Event) -> None:
    other = an_event(kit, "Other")
    room = do(kit, rooms.add_room, other.id, name="Far")
    track = do(kit, rooms.add_track, other.id, name="Far")
    session = do(kit, sessions.add_session, event.id, title="Knots")
    before = dumped(kit)
    missing: dict[str, Callable[[], object]] = {
        "unknown_room": lambda: do(kit, sessions.set_rooms, session.id, (room.id,)),
        "unknown_track": lambda: do(kit, sessions.edit_session, session.id, track_id=track.id),
        r"unknown_room \(key=4242": lambda: do(kit, sessions.set_rooms, session.id, (UNKNOWN,)),
        "unknown_person": lambda: do(kit, sessions.set_speakers, session.id, (UNKNOWN,)),
        "unknown_event": lambda: do(kit, sessions.add_session, UNKNOWN, title="X"),
    }
    for code, refuse in missing.items():
        with pytest.raises(NotFoundError, match=code):
            refuse()
    invalid: dict[str, Callable[[], object]] = {
        "title_empty": lambda: do(kit, sessions.edit_session, session.id, title=""),
        "minutes_negative": lambda: do(kit, sessions.add_session, event.id, title="X", minutes=-1),
    }
    for code, refuse in invalid.items():
        with pytest.raises(InvalidError, match=code):
            refuse()
    assert dumped(kit) == before


def test_a_talk_is_kept_and_given_again(kit: Kit, event: Event) -> None:
    ada = do(kit, people.add_person, name="Ada")
    session = do(kit, sessions.add_session, event.id, title="Knots", abstract="All.", minutes=50, person_ids=(ada.id,))
    talk = do(kit, sessions.keep_talk, session.id)
    assert (talk.title, talk.abstract, talk.minutes, talk.person_ids) == ("Knots", "All.", 50, (ada.id,))
    assert kit.read(session_by_id, session.id).talk_id == talk.id
    other = an_event(kit, "Other")
    again = do(kit, sessions.schedule_talk, talk.id, other.id, start=MORNING)
    assert (again.title, again.start, again.minutes, again.person_ids, again.talk_id) == (
        "Knots",
        MORNING,
        50,
        (ada.id,),
        talk.id,
    )
    do(kit, sessions.delete_talk, talk.id)
    assert kit.read(session_by_id, again.id).talk_id is None
    with pytest.raises(NotFoundError, match="unknown_talk"):
        kit.read(sessions.talk_by_id, talk.id)


def test_people_stand_by_folded_name(kit: Kit) -> None:
    for name in ("zoë", "Émile", "Eva", "Δήμητρα", "Ada"):
        do(kit, people.add_person, name=name)
    told = kit.read(people.people)
    assert [person.name for person in told] == ["Ada", "Émile", "Eva", "zoë", "Δήμητρα"]
    ids = kit.read(people.person_ids)
    assert ids == tuple(person.id for person in told)
    assert kit.read(people.people_by_ids, ids[1:3]) == told[1:3]


def test_a_person_is_edited_and_deleted(kit: Kit, event: Event) -> None:
    person = do(kit, people.add_person, name="Ada", links=(Link(url="https://ada.example/"),))
    session = do(kit, sessions.add_session, event.id, title="Knots", person_ids=(person.id,))
    edited = do(kit, people.edit_person, person.id, name="Zara", bio="One\ntwo")
    assert (edited.name, edited.bio, edited.links) == ("Zara", "One\ntwo", person.links)
    assert do(kit, people.edit_person, person.id, links=()).links == ()
    do(kit, people.delete_person, person.id)
    assert kit.read(session_by_id, session.id).person_ids == ()
    with pytest.raises(NotFoundError, match="unknown_person"):
        kit.read(people.person_by_id, person.id)


def test_merging_people_loses_nothing(kit: Kit, event: Event) -> None:
    keep = do(kit, people.add_person, name="Zoë Q", bio="", links=(Link(url="https://z.example/"),))
    gone = do(kit, people.add_person, name="zoe  q", bio="Sails.", email="z@example.org")
    do(kit, people.edit_person, gone.id, links=(Link(url="https://z.example/"), Link(url="https://q.example/")))
    assert kit.read(people.suggested_merges) == ((keep, kit.read(people.person_by_id, gone.id)),)
    both = do(kit, sessions.add_session, event.id, title="Both", person_ids=(gone.id, keep.id))
    one = do(kit, sessions.add_session, event.id, title="One", person_ids=(gone.id,))
    talk = do(kit, sessions.keep_talk, one.id)
    do(kit, rooms.add_crew, event.id, gone.id, role="Host")
    before = dumped(kit)
    merged = do(kit, people.merge_people, keep.id, gone.id)
    assert (merged.name, merged.bio, merged.email) == ("Zoë Q", "Sails.", "z@example.org")
    assert [link.url for link in merged.links] == ["https://z.example/", "https://q.example/"]
    assert kit.read(session_by_id, both.id).person_ids == (keep.id,)
    assert kit.read(session_by_id, one.id).person_ids == (keep.id,)
    assert kit.read(sessions.talk_by_id, talk.id).person_ids == (keep.id,)
    assert [member.person_id for member in kit.read(programme, event.id).crew] == [keep.id]
    assert kit.read(people.people) == (merged,)
    kit.undo()
    assert dumped(kit) == before


def test_nobody_is_merged_with_themselves(kit: Kit) -> None:
    person = do(kit, people.add_person, name="Ada")
    with pytest.raises(InvalidError, match="merge_with_itself"):
        do(kit, people.merge_people, person.id, person.id)


@pytest.mark.parametrize(
    "operation",
    [
        events.delete_chapter,
        events.delete_event,
        events.delete_venue,
        people.delete_person,
        rooms.delete_crew,
        rooms.delete_room,
        rooms.delete_track,
        sessions.delete_session,
        sessions.delete_talk,
        sessions.keep_talk,
    ],
)
def test_an_unknown_id_is_refused(kit: Kit, operation: Any) -> None:
    with pytest.raises(NotFoundError):
        do(kit, operation, UNKNOWN)
