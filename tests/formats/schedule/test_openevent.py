from datetime import UTC, datetime

from eventkit.domain.imports import counts
from eventkit.domain.programme import Link, SessionKind, SessionState
from tests.formats.schedule.reading import by_title, codes, files, read, read_files, told, utc


def test_the_event_is_read_whole() -> None:
    event = read("openevent").event
    assert (event.key, event.title, event.description) == ("77", "Kite Fair", "Wind & string.")
    assert (event.zone, event.venue, event.url) == ("Asia/Singapore", "East Beach", "https://kites.example.org")
    assert (event.start, event.end) == (datetime(2027, 2, 6, 1, tzinfo=UTC), datetime(2027, 2, 7, 10, tzinfo=UTC))
    assert event.links == (Link(url="https://chat.example.org", title="Chat"),)


def test_a_session_is_read_whole() -> None:
    session = by_title(read("openevent"))["Knots that fly"]
    assert (session.key, session.number, session.language) == ("1", 1, "en")
    assert (session.abstract, session.kind) == ("Bowlines\nand bends", SessionKind.WORKSHOP)
    assert (utc(session), session.minutes) == (datetime(2027, 2, 6, 2, tzinfo=UTC), 45)
    assert (session.room_keys, session.track_key, session.person_keys) == (("Tent",), "String", ("id:9", "id:10"))
    assert session.links == (Link(url="https://kites.example.org/k.pdf", kind="slides"),)


def test_states_are_those_of_the_file() -> None:
    sessions = by_title(read("openevent"))
    assert {title: session.state for title, session in sessions.items()} == {
        "Knots that fly": SessionState.ACCEPTED,
        "Kites without wind": SessionState.REJECTED,
        "Tails": SessionState.PROPOSED,
    }


def test_speakers_are_read_whole_and_their_mail_stays_out() -> None:
    batch = read("openevent")
    rani = batch.people[0]
    assert (rani.key, rani.headline, rani.affiliation, rani.bio) == ("id:9", "Rigger", "Loom Ltd", "Ties.")
    assert rani.links == (Link(url="https://rani.example.org", kind="website"),)
    assert "rani@example.org" not in repr(batch)
    assert "private" not in repr(batch)


def test_counts_and_the_report() -> None:
    batch = read("openevent")
    found = counts(batch)
    assert (found.sessions, found.days, found.rooms, found.people, found.tracks) == (3, 1, 1, 2, 1)
    assert (found.minutes, found.unscheduled) == (75, 1)
    assert batch.beyond == {"rooms": 1, "people": 1, "tracks": 1}
    assert told(batch.skipped) == [
        ("Knots that fly", "address_unusable"),
        ("Rani Devi", "address_unusable"),
        ("event", "address_unusable"),
    ]
    assert codes(batch.notes) == {"time_missing": 1, "emails_withheld": 1}


def test_a_folder_with_two_files_is_enough() -> None:
    given = {name: data for name, data in files("openevent").items() if name in ("event.json", "sessions.json")}
    batch = read_files(given)
    assert (len(batch.sessions), len(batch.people), len(batch.rooms)) == (3, 2, 1)


def test_files_of_another_shape_are_told() -> None:
    batch = read_files({**files("openevent"), "speakers.json": b"5", "tracks.json": b'{"a": 1}'})
    assert len(batch.sessions) == 3
    assert [(row.place, row.code) for row in batch.skipped[:2]] == [("tracks", "not_list"), ("speakers", "not_list")]
