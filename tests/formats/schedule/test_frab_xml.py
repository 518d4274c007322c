from datetime import UTC, date, datetime

import pytest

from eventkit.domain.errors import ImportFileError
from eventkit.domain.imports import ImportBatch, counts
from eventkit.domain.programme import Attachment, Link, SessionKind, SessionState
from tests.formats.schedule.reading import by_title, codes, read, read_text, told, utc

BOILER_HALL = "3f2c1f0a-5b1e-4a52-9d3f-0a4a3a5f1c01"


def one_event(inner: str, *, event: str = 'id="5"', around: str = "", zone: str = "Europe/Lisbon") -> ImportBatch:
    return read_text(
        f'<schedule><conference><title>T</title>{around}</conference><day date="2027-05-08"><room name="Hall">'
        f"<event {event}><start>10:00</start>{inner}</event></room></day></schedule>",
        zone,
    )


def test_the_conference_becomes_the_event() -> None:
    event = read("lantern.xml").event
    assert (event.key, event.title, event.subtitle) == ("lantern-27", "Lantern Camp 2027", "Light for everybody")
    assert (event.venue, event.city, event.url) == ("Old Gasworks", "Vilamar", "https://lantern.example.org/")
    assert (event.zone, event.day_change) == ("Europe/Lisbon", 240)
    assert (event.start, event.end) == (
        datetime(2027, 10, 30, 8, tzinfo=UTC),
        datetime(2027, 10, 31, 18, tzinfo=UTC),
    )


def test_a_session_is_read_whole() -> None:
    session = by_title(read("lantern.xml"))["Trimming wicks & tempers"]
    assert session.key == session.uuid == "8d0f7f2e-6d0c-4f0e-8a27-1d3b5f0e9a01"
    assert (session.number, session.code, session.language) == (101, "WICK01", "en")
    assert (session.subtitle, session.kind) == ("A quiet start", SessionKind.KEYNOTE)
    assert session.abstract == "Why a short wick burns clean.\n\n- scissors\n- patience"
    assert session.description == "See the guide (https://wicks.example.org/guide)."
    assert (utc(session), session.minutes) == (datetime(2027, 10, 30, 9, tzinfo=UTC), 45)
    assert (session.room_keys, session.track_key, session.person_keys) == (("Boiler Hall",), "Wicks", ("id:7", "id:8"))
    assert session.url == "https://lantern.example.org/talk/WICK01/"
    assert session.links == (Link(url="https://wicks.example.org/", title="Wicks", kind="web"),)
    assert session.attachments == (
        Attachment(title="Slides", url="https://wicks.example.org/slides.pdf", mime="slides"),
    )


def test_a_session_after_midnight_belongs_to_the_day_that_lists_it() -> None:
    session = by_title(read("lantern.xml"))["Night walk"]
    assert (utc(session), session.day) == (datetime(2027, 10, 31, 0, 30, tzinfo=UTC), date(2027, 10, 30))
    assert (session.state, session.minutes) == (SessionState.CANCELLED, 75)


def test_rooms_tracks_and_people_are_listed_once() -> None:
    batch = read("lantern.xml")
    assert [(room.name, room.uuid) for room in batch.rooms] == [
        ("Boiler Hall", BOILER_HALL),
        ("Yard", ""),
        ("Loft", ""),
    ]
    assert [(track.name, track.color) for track in batch.tracks] == [("Wicks", "#ffaa00"), ("Glass", "")]
    assert [(person.key, person.name) for person in batch.people] == [("id:7", "Inês Tavares"), ("id:8", "Bo Lund")]
    assert batch.people[0].uuid == "5b4f0c7e-2a1d-4d6b-9a55-2f1f6a8c0d07"


def test_events_outside_of_rooms_are_read() -> None:
    session = by_title(read("lantern.xml"))["Closing circle"]
    assert (session.room_keys, session.kind, session.minutes) == ((), SessionKind.CEREMONY, 30)


def test_counts_and_the_report() -> None:
    batch = read("lantern.xml")
    found = counts(batch)
    assert (found.days, found.sessions, found.rooms, found.people, found.tracks) == (2, 4, 2, 2, 2)
    assert (found.minutes, found.unscheduled, batch.beyond) == (45 + 75 + 90 + 30, 0, {"rooms": 1})
    assert told(batch.skipped) == [
        ("Glass", "color_unusable"),
        ("Trimming wicks & tempers", "address_unusable"),
        ("Trimming wicks & tempers", "address_unusable"),
    ]
    assert told(batch.notes) == [("", "emails_withheld")]


def test_an_old_file_has_clock_times_alone() -> None:
    batch = read("oldtown.xml", "Europe/Stockholm")
    late, gap, never, unnamed = batch.sessions
    assert (utc(late), late.minutes) == (datetime(2006, 3, 25, 22, 30, tzinfo=UTC), 60)
    assert (utc(gap), gap.day) == (datetime(2006, 3, 26, 1, 30, tzinfo=UTC), date(2006, 3, 25))
    assert (never.start, never.day, never.minutes, never.key) == (None, None, 0, "2#2")
    assert (unnamed.title, unnamed.room_keys, unnamed.minutes) == ("event ?", (), 50)
    assert [person.key for person in batch.people] == ["name:Ada Brandão", "name:Ole Nyström"]
    assert codes(batch.notes) == {
        "zone_by_user": 1,
        "time_skipped": 1,
        "time_missing": 1,
        "key_twice": 1,
        "title_missing": 1,
    }
    assert told(batch.skipped) == [("Stories at no hour", "length_unusable")]


def test_an_old_file_needs_a_zone() -> None:
    with pytest.raises(ImportFileError) as raised:
        read("oldtown.xml")
    assert raised.value.code == "import_zone_missing"


def test_without_a_conference_days_and_events_are_enough() -> None:
    batch = read_text(
        '<schedule><day date="2027-05-08"><event><title>x</title><start>9:00</start></event></day></schedule>', "UTC"
    )
    assert (batch.format, batch.event.title, batch.sessions[0].title) == ("frab-xml", "a file", "x")


def test_another_xml_file_is_unknown() -> None:
    for text in ("<schedule/>", "<html><event/></html>"):
        with pytest.raises(ImportFileError) as raised:
            read_text(text)
        assert raised.value.code == "import_unknown"


@pytest.mark.parametrize(
    ("attributes", "inner", "expected"),
    [
        ('id="5" guid="G" code="C"', "<slug>s</slug>", "G"),
        ('id="5" code="C"', "<slug>s</slug>", "5"),
        ('code="C"', "<slug>s</slug>", "C"),
        ("", "<slug>s</slug>", "s"),
        ("", "<title>only words</title>", "only words"),
    ],
)
def test_the_key_is_the_best_there_is(attributes: str, inner: str, expected: str) -> None:
    assert [session.key for session in one_event(inner, event=attributes).sessions] == [expected]


@pytest.mark.parametrize(
    ("person", "key", "name"),
    [
        ('<person id="3" guid="G">Ada</person>', "id:3", "Ada"),
        ('<person guid="G">Ada</person>', "guid:G", "Ada"),
        ('<person code="ABC">Ada</person>', "code:ABC", "Ada"),
        ("<person>  Ada \n Brandão</person>", "name:Ada Brandão", "Ada Brandão"),
        ('<person id="3" name="Ada"/>', "id:3", "Ada"),
        ('<person id="3"><name>Ada</name><biography>Sails.</biography></person>', "id:3", "Ada"),
        ('<person id="3"><first>Ada</first></person>', "id:3", "Ada"),
    ],
)
def test_people_are_known_by_id_guid_code_or_name(person: str, key: str, name: str) -> None:
    people = one_event(f"<title>x</title><persons>{person}</persons>").people
    assert [(one.key, one.name) for one in people] == [(key, name)]


def test_people_in_several_groups_are_all_read() -> None:
    batch = one_event("<persons><person>Ada</person></persons><persons><person>Bo</person></persons>")
    assert [person.name for person in batch.people] == ["Ada", "Bo"]


def test_words_with_elements_inside_are_read_whole() -> None:
    batch = one_event("<title>Very <b>loud</b> bells</title><abstract><p>One.</p></abstract>")
    assert (batch.sessions[0].title, batch.sessions[0].abstract) == ("Very loud bells", "One.")


def test_the_first_of_two_elements_counts() -> None:
    assert one_event("<title>first</title><title>second</title>").sessions[0].title == "first"


def test_a_date_alone_stands_for_the_missing_day() -> None:
    batch = read_text(
        "<schedule><conference/><day><event><title>x</title><date>2027-05-08</date><start>10:00</start></event></day></schedule>",
        "UTC",
    )
    assert utc(batch.sessions[0]) == datetime(2027, 5, 8, 10, tzinfo=UTC)


def test_the_stated_end_of_a_day_stands_for_a_missing_day_change() -> None:
    batch = read_text(
        '<schedule><conference/><day date="2027-05-08" end="2027-05-09T04:00:00+00:00">'
        "<event><title>x</title><start>01:00</start></event></day></schedule>",
        "UTC",
    )
    session = batch.sessions[0]
    assert (utc(session), session.day) == (datetime(2027, 5, 9, 1, tzinfo=UTC), date(2027, 5, 8))


def test_a_day_change_beyond_the_day_is_none() -> None:
    assert one_event("", around="<day_change>26:00</day_change>").event.day_change == 0


def test_misplaced_events_are_told() -> None:
    batch = read_text(
        '<schedule><conference/><event/><day date="2027-05-08">'
        "<event><start>9:00</start><event/></event></day></schedule>",
        "UTC",
    )
    assert [(row.place, row.code, row.values) for row in batch.skipped] == [("event", "misplaced", {"count": "2"})]


def test_a_state_that_nobody_knows_counts_as_confirmed_and_is_told() -> None:
    batch = one_event("<title>x</title><state>simmering</state>")
    assert (batch.sessions[0].state, codes(batch.notes)["state_unknown"]) == (SessionState.CONFIRMED, 1)


def test_mended_files_say_so() -> None:
    batch = one_event("<title>Tea & cake</title>")
    assert (batch.sessions[0].title, codes(batch.skipped)) == ("Tea & cake", {"signs_mended": 1})


def test_the_zone_of_the_file_wins_over_the_user_s() -> None:
    batch = one_event("", around="<time_zone_name>Asia/Tokyo</time_zone_name>")
    assert (batch.event.zone, utc(batch.sessions[0])) == ("Asia/Tokyo", datetime(2027, 5, 8, 1, tzinfo=UTC))


def test_offsets_alone_are_kept() -> None:
    batch = read_text(
        '<schedule><conference/><day date="2027-05-08">'
        "<event><date>2027-05-08T10:00:00-05:00</date></event></day></schedule>"
    )
    assert (batch.event.zone, utc(batch.sessions[0])) == ("Etc/GMT+5", datetime(2027, 5, 8, 15, tzinfo=UTC))
