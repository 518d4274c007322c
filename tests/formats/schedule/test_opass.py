from datetime import UTC, datetime

from eventkit.domain.imports import counts
from eventkit.domain.programme import Link, SessionText
from tests.formats.schedule.reading import by_title, codes, read, told, utc


def test_a_session_is_read_in_both_languages() -> None:
    session = by_title(read("opass.json"))["綠茶入門"]
    assert (session.key, session.code, session.language, session.description) == ("TEA001", "TEA001", "zh", "茶的故事")
    assert session.texts == (SessionText(language="en", title="Green tea for beginners", description="Stories of tea"),)
    assert (utc(session), session.minutes) == (datetime(2027, 7, 3, 1, tzinfo=UTC), 40)
    assert (session.room_keys, session.track_key, session.person_keys) == (("一樓",), "綠", ("id:S1", "id:S9"))
    assert session.url == "https://tea.example.org/TEA001"
    assert session.links == (Link(url="https://tea.example.org/1.pdf", kind="slide"),)


def test_equal_words_are_kept_once() -> None:
    session = by_title(read("opass.json"))["Brown tea"]
    assert (session.texts, session.track_key, session.room_keys) == ((), "brown", ("Roof",))


def test_speakers_keep_their_lives_in_both_languages() -> None:
    lin, kim, unlisted = read("opass.json").people
    assert (lin.key, lin.name, lin.bio) == ("id:S1", "林茶", "種茶\n\nGrows tea")
    assert (kim.name, kim.bio) == ("Kim Leaf", "")
    assert (unlisted.key, unlisted.name) == ("id:S9", "S9")


def test_counts_and_the_report() -> None:
    batch = read("opass.json")
    found = counts(batch)
    assert (found.sessions, found.days, found.rooms, found.people, found.tracks) == (2, 2, 2, 2, 2)
    assert (found.minutes, batch.beyond) == (70, {"rooms": 1, "people": 1})
    assert told(batch.skipped) == [("綠茶入門", "address_unusable"), ("綠茶入門", "person_unknown")]
    assert codes(batch.notes) == {"zone_by_offset": 1}
    assert batch.event.zone == "Etc/GMT-8"
