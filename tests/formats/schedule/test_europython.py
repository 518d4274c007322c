from datetime import UTC, datetime

from eventkit.domain.imports import counts
from eventkit.domain.programme import Link, SessionKind
from tests.formats.schedule.reading import by_title, codes, read, read_text, told, utc

ZONE = "Europe/Berlin"


def test_rooms_come_as_a_list() -> None:
    session = by_title(read("europython.xml", ZONE))["Keynote: Scales"]
    assert session.room_keys == ("C01", "B05/B06")
    assert (utc(session), session.minutes) == (datetime(2027, 7, 21, 7, tzinfo=UTC), 60)
    assert (session.kind, session.track_key, session.language) == (SessionKind.KEYNOTE, "Keynote", "en")
    assert (session.abstract, session.description) == ("Scales, small and large.", "More scales.")
    assert (session.number, session.url) == (11, "https://snakes.example.org/11")


def test_all_is_every_room() -> None:
    coffee = by_title(read("europython.xml", ZONE))["Coffee break"]
    assert (coffee.all_rooms, coffee.room_keys, coffee.kind, coffee.track_key) == (True, (), SessionKind.BREAK, None)


def test_several_room_elements_are_a_list_too() -> None:
    sheds = by_title(read("europython.xml", ZONE))["Sheds"]
    assert (sheds.room_keys, sheds.start, sheds.minutes) == (("C01", "B07"), None, 45)


def test_a_profile_is_an_address_or_words() -> None:
    vera, juan, ada = read("europython.xml", ZONE).people
    assert (vera.key, vera.bio) == ("id:21", "")
    assert vera.links == (Link(url="https://snakes.example.org/vera", kind="web"),)
    assert (juan.key, juan.bio, juan.links) == ("id:22", "Keeps snakes.", ())
    assert (ada.key, ada.name) == ("name:Ada Brandão", "Ada Brandão")


def test_a_list_of_rooms_is_one_name_in_the_files_own_count() -> None:
    entries = "".join(
        f"<entry id='{number}'><title>T</title><room>{room}</room></entry>"
        for number, room in enumerate(("C01, B05", "C01, B05", "B05", "ALL", ""), 1)
    )
    batch = read_text(f"<schedule><day date='2027-07-21'>{entries}</day></schedule>", ZONE)
    assert ([room.name for room in batch.rooms], counts(batch).rooms) == (["C01", "B05"], 3)


def test_a_talk_about_a_conference_does_not_hide_the_format() -> None:
    words = "A conference &lt;event> <!-- <event> --> <![CDATA[<conference>]]>"
    batch = read_text(f"<schedule><day date='2027-07-21'><entry><title>{words}</title></entry></day></schedule>", ZONE)
    assert batch.format == "europython-xml"


def test_counts_and_the_report() -> None:
    batch = read("europython.xml", ZONE)
    found = counts(batch)
    assert (batch.format, batch.event.title) == ("europython-xml", "Serpent Days")
    assert (found.sessions, found.days, found.rooms, found.people, found.tracks) == (3, 1, 3, 2, 2)
    assert batch.beyond == {"people_without_id": 1}
    assert (found.minutes, found.unscheduled) == (135, 1)
    assert told(batch.skipped) == [("entry", "misplaced")]
    assert codes(batch.notes) == {"zone_by_user": 1, "time_missing": 1}
