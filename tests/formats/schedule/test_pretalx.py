from datetime import UTC, datetime
from typing import Any

import pytest

from eventkit.domain.errors import ImportFileError
from eventkit.domain.imports import counts
from eventkit.domain.programme import Link, SessionKind, SessionState
from tests.formats.schedule.reading import by_title, codes, read, read_json, told, utc


def test_days_minutes_and_rooms_become_sessions() -> None:
    batch = read("pretalx-days.json", "Europe/Paris")
    turning = by_title(batch)["Tourner"]
    assert (turning.key, turning.code, turning.language) == ("slot:31", "POTS01", "fr")
    assert (utc(turning), turning.minutes) == (datetime(2027, 3, 28, 7, tzinfo=UTC), 30)
    assert (turning.room_keys, turning.track_key, turning.person_keys) == (("Four",), "Terre", ("code:AAAAAA",))
    assert turning.description == "Texte\n\n* un"
    assert turning.links == (Link(url="https://pots.example.org/a.pdf", title="Notes"),)


def test_a_session_without_a_slot_thinks_in_the_zone_asked_for() -> None:
    session = by_title(read("pretalx-days.json", "Europe/Paris"))["Atelier terre"]
    assert (utc(session), session.minutes) == (datetime(2027, 3, 28, 7, tzinfo=UTC), 90)
    assert (session.kind, session.state, session.room_keys) == (
        SessionKind.WORKSHOP,
        SessionState.ACCEPTED,
        ("Jardin",),
    )


def test_a_moment_that_is_none_leaves_the_session_unscheduled() -> None:
    session = by_title(read("pretalx-days.json", "Europe/Paris"))["Cuire"]
    assert (utc(session), session.state, session.room_keys) == (None, SessionState.WITHDRAWN, ("9",))


def test_meals_are_taken_besides() -> None:
    batch = read("pretalx-days.json", "Europe/Paris")
    lunch = by_title(batch)["Déjeuner"]
    assert (lunch.kind, lunch.all_rooms, lunch.minutes) == (SessionKind.MEAL, True, 0)
    assert utc(lunch) == datetime(2027, 3, 28, 10, tzinfo=UTC)
    assert batch.besides == {"session:lunch"}
    found = counts(batch)
    assert (found.sessions, found.days, found.rooms, found.people, found.tracks) == (3, 2, 3, 1, 1)
    assert (found.minutes, found.unscheduled) == (180, 1)
    assert batch.beyond == {"meals": 1, "people": 1}


def test_rooms_have_their_name_and_seats() -> None:
    rooms = read("pretalx-days.json", "Europe/Paris").rooms
    assert [(room.name, room.capacity) for room in rooms] == [("Four", 40), ("Jardin", None), ("9", None)]


def test_local_times_need_a_zone() -> None:
    with pytest.raises(ImportFileError) as raised:
        read("pretalx-days.json")
    assert raised.value.code == "import_zone_missing"


def test_a_submission_has_a_session_for_each_slot() -> None:
    batch = read("pretalx-talks.json")
    first, second = (session for session in batch.sessions if session.title == "Clay twice")
    assert (first.key, second.key) == ("slot:1", "slot:2")
    assert (utc(first), utc(second)) == (
        datetime(2027, 6, 5, 8, tzinfo=UTC),
        datetime(2027, 6, 5, 12, tzinfo=UTC),
    )
    assert (first.kind, first.track_key, first.room_keys) == (SessionKind.WORKSHOP, "Clay", ("Kiln",))
    assert (second.person_keys, second.room_keys) == (("code:CCCCCC", "code:GONE00"), ())
    assert batch.event.zone == "Europe/Rome"


def test_names_in_languages_and_a_single_slot_are_read() -> None:
    glaze = by_title(read("pretalx-talks.json"))["Glaze"]
    assert (glaze.track_key, glaze.room_keys, glaze.minutes) == ("Colour", ("Kiln",), 20)
    assert (glaze.state, glaze.person_keys) == (SessionState.PROPOSED, ("code:DDDDDD",))


def test_states_and_kinds() -> None:
    sessions = by_title(read("pretalx-talks.json"))
    assert (sessions["Fire"].state, sessions["Fire"].kind) == (SessionState.REJECTED, SessionKind.LIGHTNING)
    assert (sessions["Fire"].start, sessions["Ash"].minutes) == (None, 0)


def test_what_is_not_listed_is_told() -> None:
    batch = read("pretalx-talks.json")
    assert told(batch.skipped) == [
        ("Ash", "length_unusable"),
        ("Clay twice", "person_unknown"),
        ("Clay twice", "room_unknown"),
    ]
    assert codes(batch.notes) == {"time_missing": 1, "state_unknown": 1}


def test_a_bare_list_of_submissions_is_read() -> None:
    entry = {"code": "RAFT01", "title": "Rafts", "speakers": [3], "slots": [7], "track": 12, "submission_type": None}
    batch = read_json([entry, "noise"], "UTC")
    assert [(session.key, session.start, session.track_key) for session in batch.sessions] == [("RAFT01", None, None)]
    assert told(batch.skipped) == [
        ("Rafts", "person_unknown"),
        ("results[0].slots[0]", "not_object"),
        ("results[1]", "not_object"),
    ]


def test_lists_of_other_things_are_not_recognised() -> None:
    trees: list[Any] = [[], [{"code": "A"}], {"results": [1]}, {"talks": {}}, {"schedule": {}}]
    for tree in trees:
        with pytest.raises(ImportFileError) as raised:
            read_json(tree)
        assert raised.value.code == "import_unknown"
