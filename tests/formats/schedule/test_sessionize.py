from datetime import UTC, datetime

import pytest

from eventkit.domain.errors import ImportFileError
from eventkit.domain.imports import counts
from eventkit.domain.programme import Link, SessionKind, SessionState
from tests.formats.schedule.reading import by_title, codes, read, read_json, told, utc

ZONE = "Europe/Stockholm"
PIA = "0b0d6a52-1111-4a4a-8b8b-000000000001"


def test_without_a_zone_it_asks() -> None:
    with pytest.raises(ImportFileError) as raised:
        read("sessionize.json")
    assert raised.value.code == "import_zone_missing"


def test_a_session_is_read_whole() -> None:
    session = by_title(read("sessionize.json", ZONE))["Boats on paper"]
    assert (session.key, session.description, session.state) == ("5001", "Folding.", SessionState.ACCEPTED)
    assert (session.kind, session.track_key, session.room_keys) == (SessionKind.WORKSHOP, "Paper", ("Quay",))
    assert session.person_keys == (f"id:{PIA}", "id:nobody")
    assert session.links == (Link(url="https://video.example.org/1", kind="video"),)


def test_a_skipped_hour_is_moved_on_and_the_end_stays() -> None:
    session = by_title(read("sessionize.json", ZONE))["Boats on paper"]
    assert (utc(session), session.minutes) == (datetime(2027, 3, 28, 1, 30, tzinfo=UTC), 30)


def test_of_two_equal_hours_the_first_is_taken() -> None:
    session = by_title(read("sessionize.json", ZONE))["Twice an hour"]
    assert (utc(session), session.minutes) == (datetime(2027, 10, 31, 0, 30, tzinfo=UTC), 15)


def test_service_sessions_are_breaks_unless_their_title_tells_more() -> None:
    sessions = by_title(read("sessionize.json", ZONE))
    lunch, stretching = sessions["Lunch"], sessions["Leg stretching"]
    assert (lunch.kind, lunch.all_rooms, lunch.room_keys) == (SessionKind.MEAL, True, ())
    assert (stretching.kind, stretching.all_rooms) == (SessionKind.BREAK, False)


def test_the_title_of_a_talk_does_not_make_it_a_break() -> None:
    session = by_title(read("sessionize.json", ZONE))["Breaking the mould"]
    assert (session.kind, session.state, utc(session)) == (SessionKind.TALK, SessionState.PROPOSED, None)


def test_a_confirmed_session_is_confirmed() -> None:
    tree = {
        "sessions": [{"id": 1, "title": "x", "status": "Accepted", "isConfirmed": True}],
        "speakers": [],
        "categories": [],
        "rooms": [],
    }
    assert read_json(tree, "UTC").sessions[0].state is SessionState.CONFIRMED


def test_speakers_are_read_whole() -> None:
    pia, per, unlisted = read("sessionize.json", ZONE).people
    assert (pia.key, pia.uuid, pia.name) == (f"id:{PIA}", PIA, "Pia Holm")
    assert (pia.headline, pia.bio) == ("Folder at Papyr", "Folds.")
    assert pia.links == (Link(url="https://pia.example.org/", title="Blog", kind="Blog"),)
    assert (per.name, unlisted.name) == ("Per Ek", "nobody")


def test_counts_and_the_report() -> None:
    batch = read("sessionize.json", ZONE)
    found = counts(batch)
    assert (found.sessions, found.days, found.rooms, found.people, found.tracks) == (5, 2, 1, 2, 0)
    assert (found.minutes, found.unscheduled) == (30 + 60 + 15, 1)
    assert batch.beyond == {"category_tracks": 1, "rooms": 1, "people": 1}
    assert told(batch.skipped) == [
        ("Boats on paper", "person_unknown"),
        ("Leg stretching", "length_unusable"),
        ("Lunch", "room_unknown"),
        ("Pia Holm", "address_unusable"),
    ]
    assert codes(batch.notes) == {"zone_by_user": 1, "time_skipped": 1, "time_twice": 1, "time_missing": 1}


def test_people_without_ids_stay_apart() -> None:
    tree = {
        "sessions": [{"id": 1, "title": "x"}],
        "speakers": [{"fullName": "Ada"}, {"fullName": "Bo"}],
        "categories": [],
        "rooms": [],
    }
    assert [person.key for person in read_json(tree, "UTC").people] == ["name:Ada", "name:Bo"]
