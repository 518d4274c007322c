from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eventkit.domain.errors import NotFoundError
from eventkit.domain.history import Label
from eventkit.domain.imports import ImportBatch, ReportRow, SourcePerson, SourceRoom, SourceSession, SourceTrack
from eventkit.domain.programme import Attachment, EventState, Link, SessionKind, SessionState, SessionText
from eventkit.services.events import delete_event, edit_event, edit_venue
from eventkit.services.imports import apply_batch
from eventkit.services.kit import Kit
from eventkit.services.people import delete_person, edit_person, merge_people, people, suggested_merges
from eventkit.services.programme import events, programme
from eventkit.services.rooms import delete_room, edit_room
from eventkit.services.sessions import delete_session, edit_session, set_speakers
from tests.factories import MORNING, a_batch, a_session, an_event, do, dumped, new_kit, sessions_by_title, take

ALL_ROWS = 12
"""Rows of a_batch: an event, two rooms, two tracks, three people, four sessions."""


@pytest.fixture
def kit(tmp_path: Path) -> Iterator[Kit]:
    with new_kit(tmp_path) as made:
        yield made


def changed(batch: ImportBatch, key: str, **fields: Any) -> ImportBatch:
    """The next version of the file: one session says something else."""
    sessions = tuple(replace(one, **fields) if one.key == key else one for one in batch.sessions)
    return replace(batch, sessions=sessions)


def test_two_kits_that_take_in_the_same_file_are_equal(tmp_path: Path) -> None:
    people = (SourcePerson(key="id:1", name="Ada Brandão", uuid=str(uuid4())), *a_batch().people[1:])
    dumps = []
    for name in "ab":
        with new_kit(tmp_path, name) as kit:
            take(kit, a_batch(people=people))
            dumps.append(dumped(kit))
    assert dumps[0] == dumps[1] != ()


def test_the_same_file_in_two_events_makes_two_of_each(kit: Kit) -> None:
    take(kit, a_batch())
    assert take(kit, a_batch(), an_event(kit, "Other").slug).created == ALL_ROWS - 1


def test_a_number_alone_is_no_slug(kit: Kit) -> None:
    event = replace(a_batch().event, key="275")
    assert take(kit, a_batch(event=event)).event_slug == "harbour-camp"


def test_a_new_file_becomes_an_event(kit: Kit) -> None:
    result = take(kit, a_batch())
    assert (result.created, result.updated, result.unchanged) == (ALL_ROWS, 0, 0)
    told = kit.read(programme, result.event_id)
    assert (told.event.slug, told.event.title, told.event.state) == (
        "harbour-camp",
        "Harbour Camp",
        EventState.ANNOUNCED,
    )
    assert told.event.links == (Link(url="https://camp.example.org/"),)
    assert told.venue is not None
    assert (told.venue.name, told.venue.street, told.venue.city) == ("Boathouse", "Quay 1", "Vilamar")
    assert [(room.name, room.capacity) for room in told.rooms] == [("Dock", 50), ("Sail Loft", None)]
    assert [(track.name, track.color) for track in told.tracks] == [("Wood", "#336699"), ("Water", "")]
    knots, tides, lunch, later = told.sessions
    assert (knots.title, knots.start, knots.minutes, knots.number) == ("Knots", MORNING, 45, 1)
    assert [person.name for person in told.speakers(tides)] == ["Ole Nyström", "Ada Brandão"]
    assert told.rooms_of(lunch) == told.rooms
    assert (later.start, later.day, later.track_id) == (None, None, None)
    assert told.track[knots.track_id or 0].name == "Wood"


def test_two_people_of_one_name_stay_two(kit: Kit) -> None:
    take(kit, a_batch())
    assert [person.name for person in kit.read(people)] == ["Ada Brandão", "Ada Brandão", "Ole Nyström"]


def test_the_same_file_again_changes_nothing(kit: Kit) -> None:
    take(kit, a_batch())
    before = dumped(kit)
    result, change = kit.write(Label("import"), apply_batch, a_batch())
    assert (result.created, result.updated, result.unchanged) == (0, 0, ALL_ROWS)
    assert change.empty
    assert dumped(kit) == before


def test_undo_of_an_import_gives_the_kit_before(kit: Kit) -> None:
    empty = dumped(kit)
    take(kit, a_batch())
    full = dumped(kit)
    take(kit, changed(a_batch(), "s1", title="More knots", person_keys=(), room_keys=("r1", "r2")))
    kit.undo()
    assert dumped(kit) == full
    kit.undo()
    assert dumped(kit) == empty


def test_a_newer_file_updates_in_place(kit: Kit) -> None:
    first = take(kit, a_batch())
    before = sessions_by_title(kit, first.event_id)["Knots"]
    newer = changed(
        a_batch(),
        "s1",
        title="Knots and splices",
        start=MORNING + timedelta(hours=1),
        minutes=60,
        day=MORNING.date() - timedelta(days=1),
        room_keys=("r2",),
        track_key="t2",
        person_keys=("id:3", "id:1"),
        state=SessionState.CANCELLED,
        kind=SessionKind.WORKSHOP,
        links=(Link(url="https://camp.example.org/knots"),),
        attachments=(Attachment(title="Handout", url="https://camp.example.org/knots.pdf"),),
        texts=(SessionText(language="pt", title="Nós"),),
    )
    result = take(kit, newer)
    assert (result.created, result.updated, result.unchanged) == (0, 1, ALL_ROWS - 1)
    after = sessions_by_title(kit, first.event_id)["Knots and splices"]
    assert (after.id, after.uuid, after.number, after.code) == (before.id, before.uuid, before.number, before.code)
    assert (after.start, after.minutes, after.day) == (
        MORNING + timedelta(hours=1),
        60,
        MORNING.date() - timedelta(days=1),
    )
    told = kit.read(programme, first.event_id)
    assert [room.name for room in told.rooms_of(after)] == ["Sail Loft"]
    assert [person.id for person in told.speakers(after)] == [3, 1]
    assert (after.state, after.kind) == (SessionState.CANCELLED, SessionKind.WORKSHOP)
    assert after.links == (Link(url="https://camp.example.org/knots"),)
    assert after.attachments == (Attachment(title="Handout", url="https://camp.example.org/knots.pdf"),)
    assert after.texts == (SessionText(language="pt", title="Nós"),)
    assert result.kept == ()


def test_what_was_edited_stays_and_is_told(kit: Kit) -> None:
    first = take(kit, a_batch())
    knots = sessions_by_title(kit, first.event_id)["Knots"]
    do(kit, edit_session, knots.id, title="Knots for everybody")
    newer = changed(a_batch(), "s1", title="Knots 2", minutes=50)
    result = take(kit, newer)
    after = sessions_by_title(kit, first.event_id)["Knots for everybody"]
    assert after.minutes == 50
    assert result.kept == (ReportRow(place="Knots for everybody", code="kept_edited", values={"field": "title"}),)
    again = take(kit, newer)
    assert (again.updated, again.kept) == (0, ())


def test_an_edit_that_the_file_follows_is_no_conflict(kit: Kit) -> None:
    first = take(kit, a_batch())
    do(kit, edit_session, sessions_by_title(kit, first.event_id)["Knots"].id, title="Knots 2")
    result = take(kit, changed(a_batch(), "s1", title="Knots 2"))
    assert (result.updated, result.kept) == (0, ())


def test_edited_speakers_stay(kit: Kit) -> None:
    first = take(kit, a_batch())
    knots = sessions_by_title(kit, first.event_id)["Knots"]
    do(kit, set_speakers, knots.id, (2, 1))
    result = take(kit, changed(a_batch(), "s1", person_keys=("id:3",)))
    assert sessions_by_title(kit, first.event_id)["Knots"].person_ids == (2, 1)
    assert [row.values for row in result.kept] == [{"field": "person_ids"}]


def test_people_rooms_tracks_and_event_follow_the_file_where_not_edited(kit: Kit) -> None:
    first = take(kit, a_batch())
    do(kit, edit_room, 1, capacity=55)
    do(kit, edit_person, 2, bio="Sails.")
    newer = replace(
        a_batch(),
        event=replace(a_batch().event, title="Harbour Camp II", city="Vila do Mar", links=()),
        rooms=(SourceRoom(key="r1", name="Dock One", capacity=60), SourceRoom(key="r2", name="Sail Loft")),
        tracks=(SourceTrack(key="t1", name="Wood", color="#000000"), SourceTrack(key="t2", name="Water")),
        people=(
            SourcePerson(key="id:1", name="Ada B. Brandão", bio="Builds boats.", links=()),
            SourcePerson(key="id:2", name="Ole Nyström", bio="Rows."),
            SourcePerson(key="id:3", name="Ada Brandão"),
        ),
    )
    result = take(kit, newer)
    told = kit.read(programme, first.event_id)
    assert (told.event.title, told.event.links) == ("Harbour Camp II", ())
    assert told.venue is not None
    assert told.venue.city == "Vila do Mar"
    assert (told.rooms[0].name, told.rooms[0].capacity) == ("Dock One", 55)
    assert told.tracks[0].color == "#000000"
    assert {person.name: person.bio for person in told.people}["Ada B. Brandão"] == "Builds boats."
    assert {person.id: person.bio for person in told.people}[2] == "Sails."
    assert [(row.place, row.values["field"]) for row in result.kept] == [
        ("Dock", "capacity"),
        ("Ole Nyström", "bio"),
    ]


def test_a_session_that_the_file_no_longer_has_stays_and_is_told_once(kit: Kit) -> None:
    first = take(kit, a_batch())
    shorter = replace(a_batch(), sessions=a_batch().sessions[1:])
    result = take(kit, shorter)
    assert result.gone == (ReportRow(place="Knots", code="gone_from_source"),)
    assert "Knots" in sessions_by_title(kit, first.event_id)
    assert take(kit, shorter).gone == ()
    assert take(kit, a_batch()).gone == ()
    assert take(kit, shorter).gone == result.gone


def test_what_was_deleted_stays_deleted(kit: Kit) -> None:
    first = take(kit, a_batch())
    titles = sessions_by_title(kit, first.event_id)
    do(kit, delete_session, titles["Knots"].id)
    do(kit, delete_person, 2)
    do(kit, delete_room, 2)
    assert take(kit, a_batch()).created == 0
    result = take(kit, changed(changed(a_batch(), "s1", title="Knots 2"), "s2", minutes=20))
    assert result.kept == (ReportRow(place="Knots 2", code="kept_deleted"),)
    tides = sessions_by_title(kit, first.event_id)["Tides"]
    assert (tides.minutes, tides.room_ids, tides.person_ids) == (20, (), (3,))


def test_a_new_row_in_the_place_of_a_deleted_one_is_not_mistaken_for_it(kit: Kit) -> None:
    first = take(kit, a_batch())
    last = max(sessions_by_title(kit, first.event_id).values(), key=lambda session: session.id)
    do(kit, delete_session, last.id)
    take(kit, replace(a_batch(), sessions=(*a_batch().sessions, a_session("s9", "Anchors", hours=5))))
    take(
        kit,
        changed(
            replace(a_batch(), sessions=(*a_batch().sessions, a_session("s9", "Anchors", hours=5))), "s4", title="X"
        ),
    )
    assert "Anchors" in sessions_by_title(kit, first.event_id)


def test_merged_people_stay_one(kit: Kit) -> None:
    first = take(kit, a_batch())
    keep, gone = kit.read(suggested_merges)[0]
    do(kit, merge_people, keep.id, gone.id)
    assert take(kit, a_batch()).created == 0
    result = take(kit, changed(a_batch(), "s2", person_keys=("id:3",)))
    assert (result.updated, result.kept) == (1, ())
    assert sessions_by_title(kit, first.event_id)["Tides"].person_ids == (keep.id,)


def test_next_years_event_with_the_same_key_is_another_event(kit: Kit) -> None:
    first = take(kit, a_batch())
    sessions = tuple(replace(one, key=f"n{one.key}") for one in a_batch().sessions)
    event = replace(a_batch().event, start=MORNING + timedelta(days=364), end=None)
    second = take(kit, replace(a_batch(), event=event, sessions=sessions))
    assert second.event_id != first.event_id
    assert second.event_slug == "harbour-camp-2"
    assert len(kit.read(people)) == 6
    assert take(kit, a_batch()).event_id == first.event_id


def test_an_edition_with_the_same_days_and_title_is_the_same_event(kit: Kit) -> None:
    first = take(kit, a_batch())
    sessions = tuple(replace(one, key=f"n{one.key}") for one in a_batch().sessions)
    assert take(kit, replace(a_batch(), sessions=sessions)).event_id == first.event_id


def test_a_deleted_event_is_imported_anew(kit: Kit) -> None:
    do(kit, delete_event, take(kit, a_batch()).event_id)
    result = take(kit, a_batch())
    assert result.created == ALL_ROWS - 0
    assert [event.slug for event in kit.read(events)] == ["harbour-camp"]


def test_a_named_event_takes_the_file_in(kit: Kit) -> None:
    event = an_event(kit, "Ours", description="Our own words")
    file_event = replace(a_batch().event, description="The file's words", subtitle="By the water")
    result = take(kit, replace(a_batch(), event=file_event), event.slug)
    told = kit.read(programme, event.id)
    assert result.event_id == event.id
    assert (told.event.title, told.event.description, told.event.subtitle) == ("Ours", "Our own words", "By the water")
    assert told.venue is not None
    assert told.venue.name == "Boathouse"
    assert {row.values["field"] for row in result.kept} == {"title", "description"}
    assert take(kit, replace(a_batch(), event=file_event)).event_id == event.id


def test_an_unknown_event_is_refused(kit: Kit) -> None:
    before = dumped(kit)
    with pytest.raises(NotFoundError, match="unknown_event"):
        take(kit, a_batch(), "nowhere")
    assert dumped(kit) == before


def test_another_format_of_the_same_event_doubles_nobody(kit: Kit) -> None:
    first = take(kit, a_batch())
    result = take(kit, a_batch(format="other"), "harbour-camp")
    assert (result.event_id, result.created, result.updated) == (first.event_id, 0, 0)
    assert result.kept == ()
    assert len(kit.read(people)) == 3


def test_another_format_with_other_ids_keeps_namesakes_apart(kit: Kit) -> None:
    take(kit, a_batch())
    others = (SourcePerson(key="code:X", name="Ole Nyström"),)
    result = take(kit, a_batch(format="other", people=others, sessions=()), "harbour-camp")
    assert result.created == 1
    assert [(keep.name, gone.name) for keep, gone in kit.read(suggested_merges)] == [
        ("Ada Brandão", "Ada Brandão"),
        ("Ole Nyström", "Ole Nyström"),
    ]


def test_the_newest_key_of_a_renamed_file_is_kept(kit: Kit) -> None:
    take(kit, a_batch())
    renamed = replace(a_batch(), event=replace(a_batch().event, key="harbour"))
    first = take(kit, renamed, "harbour-camp")
    assert take(kit, renamed).event_id == first.event_id


def test_a_person_with_a_uuid_is_one_across_events(kit: Kit) -> None:
    uuid = str(uuid4())
    person = SourcePerson(key="guid:1", name="Ada Brandão", uuid=uuid.upper())
    take(kit, a_batch(people=(person,), sessions=(a_session("s1", "Knots", person_keys=("guid:1",)),)))
    other = replace(a_batch().event, key="other", title="Other")
    take(kit, a_batch(event=other, people=(person,), sessions=(a_session("x1", "Sails", person_keys=("guid:1",)),)))
    assert [known.uuid for known in kit.read(people)] == [uuid]


def test_uuids_numbers_and_codes_are_kept_where_they_can_be(kit: Kit) -> None:
    uuid = str(uuid4())
    sessions = (
        a_session("a", "One", uuid=uuid, number=700, code="ABC123"),
        a_session("b", "Two", uuid=uuid, number=700, code="ABC123"),
        a_session("c", "Three", uuid="no uuid", number=-1, code="toolong1"),
        a_session("d", "Four"),
    )
    result = take(kit, a_batch(sessions=sessions))
    told = sessions_by_title(kit, result.event_id)
    assert (told["One"].uuid, told["One"].number, told["One"].code) == (uuid, 700, "ABC123")
    assert told["One"].uid == f"{uuid}@eventkit"
    assert [told[name].number for name in ("Two", "Three", "Four")] == [701, 702, 703]
    assert len({session.code for session in told.values()}) == 4
    assert len({UUID(session.uuid) for session in told.values()}) == 4
    assert sorted((row.place, row.code) for row in result.notes) == [
        ("Three", "code_replaced"),
        ("Three", "number_replaced"),
        ("Two", "code_replaced"),
        ("Two", "number_replaced"),
    ]


def test_the_same_file_into_two_events_makes_two_sets_of_uuids(kit: Kit) -> None:
    uuid = str(uuid4())
    batch = a_batch(sessions=(a_session("a", "One", uuid=uuid),), rooms=(SourceRoom(key="r", name="Dock", uuid=uuid),))
    an_event(kit, "Copy")
    first, second = take(kit, batch), take(kit, batch, "copy")
    assert first.event_id != second.event_id
    assert sessions_by_title(kit, second.event_id)["One"].uuid != uuid


def test_keys_that_stand_twice_lose_nothing(kit: Kit) -> None:
    sessions = (a_session("a", "One"), a_session("a", "Two"))
    rooms = (SourceRoom(key="g", name="Grey", uuid="x"), SourceRoom(key="g", name="Tan", uuid="x"))
    batch = a_batch(sessions=sessions, rooms=rooms)
    result = take(kit, batch)
    assert set(sessions_by_title(kit, result.event_id)) == {"One", "Two"}
    assert take(kit, batch).created == 0


def test_what_files_may_not_say_is_put_right(kit: Kit) -> None:
    batch = a_batch(
        event=replace(
            a_batch().event, key="0f0e0d0c-0b0a-0908-0706-050403020100", title="Tide\x00 \n Days", venue="", city=""
        ),
        rooms=(SourceRoom(key="nameless", name=" ", capacity=-5),),
        tracks=(SourceTrack(key="t", name="", color="blue"),),
        people=(SourcePerson(key="id:7", name=""),),
        sessions=(
            a_session("a", "Zero\x00", minutes=-5, room_keys=("gone",), track_key="gone", person_keys=("gone",)),
        ),
    )
    result = take(kit, batch)
    told = kit.read(programme, result.event_id)
    assert (told.event.slug, told.event.title, told.venue) == ("tide-days", "Tide Days", None)
    assert (told.rooms[0].name, told.rooms[0].capacity) == ("nameless", None)
    assert (told.tracks[0].name, told.tracks[0].color) == ("t", "")
    session = told.sessions[0]
    assert (session.title, session.minutes, session.room_ids, session.track_id) == ("Zero", 0, (), None)


def test_two_events_of_one_house_share_the_venue(kit: Kit) -> None:
    take(kit, a_batch())
    second = take(kit, a_batch(event=replace(a_batch().event, key="winter-camp", title="Winter")))
    told = kit.read(programme, second.event_id)
    assert told.venue is not None
    assert told.venue.id == 1


def test_a_venue_that_was_described_stays(kit: Kit) -> None:
    first = take(kit, a_batch())
    do(kit, edit_venue, 1, name="The Old Boathouse")
    result = take(kit, a_batch(event=replace(a_batch().event, venue="Boat House")))
    told = kit.read(programme, first.event_id)
    assert told.venue is not None
    assert told.venue.name == "The Old Boathouse"
    assert [row.values["field"] for row in result.kept] == ["venue"]


def test_an_event_without_a_venue_gets_the_files_one(kit: Kit) -> None:
    first = take(kit, a_batch(event=replace(a_batch().event, venue="", street="", city="")))
    take(kit, a_batch())
    told = kit.read(programme, first.event_id)
    assert told.venue is not None
    assert told.venue.city == "Vilamar"
    do(kit, edit_event, first.event_id, title="Mine")


def test_a_session_after_midnight_is_listed_under_the_day_before(kit: Kit) -> None:
    night = MORNING.replace(hour=1) + timedelta(days=1)
    usual = a_batch(event=replace(a_batch().event, day_change=240), sessions=(a_session("a", "Owls", start=night),))
    told = sessions_by_title(kit, take(kit, usual).event_id)
    assert told["Owls"].day == MORNING.date()


@st.composite
def batches(draw: st.DrawFn) -> ImportBatch:
    """Random small files over few keys, so that versions overlap."""
    text = st.text(st.characters(codec="utf-8"), max_size=8)
    keys = st.lists(st.sampled_from("abcdef"), max_size=5, unique=True)
    rooms = [SourceRoom(key=key, name=draw(text)) for key in draw(keys)]
    tracks = [SourceTrack(key=key, name=draw(text)) for key in draw(keys)]
    persons = [SourcePerson(key=key, name=draw(text), bio=draw(text)) for key in draw(keys)]
    some = st.lists(st.sampled_from("abcdef"), max_size=3).map(tuple)
    sessions = [
        SourceSession(
            key=key,
            title=draw(text),
            start=draw(st.none() | st.integers(0, 2000).map(lambda minutes: MORNING + timedelta(minutes=minutes))),
            minutes=draw(st.integers(0, 90)),
            room_keys=draw(some),
            person_keys=draw(some),
            track_key=draw(st.none() | st.sampled_from("abcdef")),
            number=draw(st.none() | st.integers(-1, 4)),
            code=draw(st.sampled_from(["", "AAAAAA", "BBBBBB", "bad"])),
        )
        for key in draw(keys)
    ]
    return a_batch(rooms=tuple(rooms), tracks=tuple(tracks), people=tuple(persons), sessions=tuple(sessions))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=batches(), second=batches(), title=st.text("xyz", max_size=5).map("mine{}".format))
def test_any_two_versions_of_a_file(tmp_path: Path, first: ImportBatch, second: ImportBatch, title: str) -> None:
    """Twice is once; edits stay; undo is exact."""
    with new_kit(tmp_path, str(uuid4())) as kit:
        event_id = take(kit, first, None).event_id
        slug = kit.read(events)[0].slug
        once = dumped(kit)
        again = take(kit, first, slug)
        assert (again.created, again.updated, dumped(kit)) == (0, 0, once)
        edited = [session.id for session in kit.read(programme, event_id).sessions]
        for session_id in edited:
            do(kit, edit_session, session_id, title=title, minutes=777)
        before = dumped(kit)
        take(kit, second, slug)
        kept = {session.id: session for session in kit.read(programme, event_id).sessions}
        assert all((kept[one].title, kept[one].minutes) == (title, 777) for one in edited)
        third = take(kit, second, slug)
        assert (third.created, third.updated, third.kept, third.gone) == (0, 0, (), ())
        if dumped(kit) != before:
            kit.undo()
        assert dumped(kit) == before


def test_a_file_that_changes_the_events_words_alone_leaves_its_venue(kit: Kit) -> None:
    first = take(kit, a_batch())
    before = kit.read(programme, first.event_id).venue
    take(kit, a_batch(event=replace(a_batch().event, subtitle="Now with tea")))
    told = kit.read(programme, first.event_id)
    assert (told.event.subtitle, told.venue) == ("Now with tea", before)


def test_a_person_whose_words_alone_changed_keeps_the_name(kit: Kit) -> None:
    first = take(kit, a_batch())
    ada, *others = a_batch().people
    take(kit, a_batch(people=(replace(ada, bio="Mends boats."), *others)))
    told = {person.bio: person.name for person in kit.read(programme, first.event_id).people}
    assert told["Mends boats."] == "Ada Brandão"
