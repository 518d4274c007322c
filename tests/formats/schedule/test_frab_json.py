from datetime import UTC, date, datetime
from typing import Any

import pytest

from eventkit.domain.errors import ImportFileError
from eventkit.domain.imports import counts
from eventkit.domain.programme import Attachment, Link, SessionKind
from tests.formats.schedule.reading import by_title, codes, files, read, read_files, read_json, told, utc


def one_day(*events: Any, **conference: Any) -> dict[str, Any]:
    days = [{"date": "2027-05-08", "rooms": {"Hall": list(events)}}]
    return {"schedule": {"conference": {"title": "T", "days": days, **conference}}}


def test_the_conference_becomes_the_event() -> None:
    event = read("lantern.json").event
    assert (event.key, event.title, event.url) == ("lantern-27", "Lantern Camp 2027", "https://lantern.example.org/")
    assert (event.zone, event.start, event.end) == ("Europe/Lisbon", None, None)


def test_a_session_is_read_whole() -> None:
    session = by_title(read("lantern.json"))["Trimming wicks & tempers"]
    assert session.key == session.uuid == "8d0f7f2e-6d0c-4f0e-8a27-1d3b5f0e9a01"
    assert (session.number, session.code, session.kind) == (101, "WICK01", SessionKind.KEYNOTE)
    assert (utc(session), session.minutes) == (datetime(2027, 10, 30, 9, tzinfo=UTC), 45)
    assert session.description == "Use `Vec<u8>` and <https://wicks.example.org>."
    assert session.person_keys == ("id:7", "code:BOLUND")
    assert session.links == (Link(url="https://wicks.example.org/", title="Wicks", kind="web"),)
    slides = "https://wicks.example.org/slides.pdf"
    assert session.attachments == (Attachment(title=slides, url=slides),)


def test_a_clock_time_after_midnight_is_the_next_morning_of_the_listed_day() -> None:
    session = by_title(read("lantern.json"))["Night walk"]
    assert (utc(session), session.day) == (datetime(2027, 10, 31, 0, 30, tzinfo=UTC), date(2027, 10, 30))
    assert (session.minutes, session.kind) == (75, SessionKind.BREAK)


def test_rooms_and_people_are_listed() -> None:
    batch = read("lantern.json")
    assert [(room.name, room.capacity, room.description, room.virtual) for room in batch.rooms] == [
        ("Boiler Hall", 120, "Warm", False),
        ("Yard", None, "", True),
    ]
    assert [(person.name, person.bio) for person in batch.people] == [("Inês Tavares", "Trims."), ("Bo Lund", "")]
    assert [(track.name, track.color) for track in batch.tracks] == [("Wicks", "#ffaa00")]


def test_counts_and_the_report() -> None:
    batch = read("lantern.json")
    found = counts(batch)
    assert (found.days, found.sessions, found.rooms, found.people, found.tracks) == (2, 2, 1, 2, 1)
    assert (found.minutes, batch.beyond) == (120, {"rooms": 1})
    assert told(batch.skipped) == [("Trimming wicks & tempers", "address_unusable")]
    assert told(batch.notes) == [("", "emails_withheld"), ("Night walk", "time_twice")]


def test_days_by_name_are_days_too() -> None:
    tree = one_day({"title": "a", "date": "2027-05-08T10:00:00+01:00"})
    tree["schedule"]["conference"]["days"] = {"sat": tree["schedule"]["conference"]["days"][0], "sun": {}}
    batch = read_json(tree)
    assert (len(batch.sessions), batch.days) == (1, 1)


def test_a_track_in_languages_is_beside_those_of_the_file() -> None:
    batch = read_json(one_day(*({"title": name, "track": {"en": "Wood", "de": "Holz"}} for name in "ab")), "UTC")
    assert [session.track_key for session in batch.sessions] == ["Wood", "Wood"]
    assert (counts(batch).tracks, batch.beyond) == (0, {"tracks_in_languages": 1})


def test_the_same_schedule_as_xml_has_the_same_sessions() -> None:
    xml, tree = by_title(read("lantern.xml")), by_title(read("lantern.json"))
    shared = xml.keys() & tree.keys()
    assert shared == {"Trimming wicks & tempers", "Night walk"}
    assert {(xml[title].start, xml[title].minutes) for title in shared} == {
        (tree[title].start, tree[title].minutes) for title in shared
    }


def test_an_end_stands_for_a_missing_duration() -> None:
    start, end = "2027-05-08T10:00:00+01:00", "2027-05-08T10:50:00+01:00"
    assert read_json(one_day({"title": "x", "date": start, "end": end})).sessions[0].minutes == 50


def test_times_without_offset_need_a_zone() -> None:
    tree = one_day({"title": "x", "date": "2027-05-08T10:00:00", "duration": "0:30"})
    with pytest.raises(ImportFileError) as raised:
        read_json(tree)
    assert raised.value.code == "import_zone_missing"
    assert utc(read_json(tree, "Asia/Tokyo").sessions[0]) == datetime(2027, 5, 8, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("person", "key"),
    [
        ({"id": 3, "guid": "G", "code": "C", "public_name": "Ada"}, "id:3"),
        ({"guid": "G", "code": "C", "name": "Ada"}, "guid:G"),
        ({"code": "C", "name": "Ada"}, "code:C"),
        ({"name": " Ada "}, "name:Ada"),
    ],
)
def test_people_are_known_by_id_guid_code_or_name(person: dict[str, Any], key: str) -> None:
    batch = read_json(one_day({"title": "x", "persons": [person]}), "UTC")
    assert [(one.key, one.name) for one in batch.people] == [(key, "Ada")]


def test_wrong_types_are_told_and_the_rest_is_read() -> None:
    event = {
        "title": ["x"],
        "start": "10:00",
        "persons": "Ada",
        "links": {"url": "y"},
        "track": 7,
        "attachments": [None],
    }
    batch = read_json(one_day(event, "no event", rooms="none", tracks=[3]), "UTC")
    session = batch.sessions[0]
    assert (session.title, session.track_key, utc(session)) == ("event ?", "7", datetime(2027, 5, 8, 10, tzinfo=UTC))
    assert codes(batch.skipped) == {"not_text": 1, "not_list": 3, "not_object": 3}


def test_a_file_without_any_session_is_refused() -> None:
    empty: list[Any] = [[], {}, "x", None, [{"rooms": {"Hall": []}}], [{"rooms": [1]}]]
    for days in empty:
        with pytest.raises(ImportFileError) as raised:
            read_json({"schedule": {"conference": {"days": days}}}, "UTC")
        assert raised.value.code == "import_empty"


def test_bytes_that_are_no_letters_are_told() -> None:
    given = {name: data.replace("Inês".encode(), b"In\xeas") for name, data in files("lantern.json").items()}
    batch = read_files(given)
    assert codes(batch.skipped) == {"signs_lost": 1, "address_unusable": 1}
    assert batch.people[0].name == "In\ufffds Tavares"
