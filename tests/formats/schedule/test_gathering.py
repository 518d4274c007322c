from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from eventkit.domain.errors import ImportFileError
from eventkit.domain.imports import ImportBatch, ImportHints, SourceEvent, counts
from eventkit.formats.schedule import gathering as under_test
from eventkit.formats.schedule.gathering import Found, Gathering, gather, person_key, title_of
from eventkit.formats.schedule.kinds import silent

START = datetime(2027, 5, 8, 9, tzinfo=UTC)


def new() -> Gathering:
    return gather("test", ImportHints(), [START], zone="UTC", progress=silent, report=[])


def batch(gathering: Gathering) -> ImportBatch:
    return gathering.batch(SourceEvent(key="e", title="E", zone="UTC"))


def found(key: str = "", title: str = "Knots", start: datetime | None = START, day: date | None = None) -> Found:
    return Found(key=key, title=title, place="somewhere", start=start, day=day)


def test_a_file_without_sessions_is_refused() -> None:
    with pytest.raises(ImportFileError) as raised:
        gather("test", ImportHints(), [], zone="UTC", progress=silent, report=[])
    assert raised.value.code == "import_empty"
    with pytest.raises(ImportFileError) as raised:
        batch(new())
    assert raised.value.code == "import_empty"


def test_more_sessions_than_allowed_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(under_test, "MAX_SESSIONS", 2)
    gathering = new()
    gathering.add(found("a"))
    gathering.add(found("b"))
    with pytest.raises(ImportFileError) as raised:
        gathering.add(found("c"))
    assert (raised.value.code, raised.value.values) == ("import_too_many", {"limit": 2})


def test_keys_that_stand_twice_are_told_apart() -> None:
    gathering = new()
    for key in ("a", "a#2", "a", "a", "", ""):
        gathering.add(found(key))
    assert list(gathering.sessions) == ["a", "a#2", "a#3", "a#4", "Knots", "Knots#2"]
    assert [row.code for row in gathering.notes] == ["key_twice"] * 3


def test_a_hundred_thousand_equal_keys_take_no_quadratic_time() -> None:
    gathering = new()
    one = found("same")
    for _ in range(20_000):
        gathering.add(one)
    assert len(gathering.sessions) == 20_000


def test_progress_is_told_every_hundred_sessions_and_may_stop_the_work() -> None:
    seen: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> None:
        seen.append((done, total))
        if done == 200:
            raise KeyboardInterrupt

    gathering = gather("test", ImportHints(), [START] * 250, zone="UTC", progress=progress, report=[])
    for number in range(200):
        gathering.add(found(str(number)))
    with pytest.raises(KeyboardInterrupt):
        gathering.add(found("one more"))
    assert seen == [(0, 250), (100, 250), (200, 250)]


def test_the_report_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(under_test, "MAX_ROWS", 3)
    gathering = new()
    for number in range(5):
        gathering.skip(str(number), "not_list")
    gathering.add(found())
    rows = batch(gathering).skipped
    assert [(row.place, row.code) for row in rows] == [
        ("0", "not_list"),
        ("1", "not_list"),
        ("2", "not_list"),
        ("", "more_rows"),
    ]
    assert rows[-1].values == {"count": "2"}


def test_two_names_under_one_id_are_two_people() -> None:
    gathering = new()
    names = ("Bo Lund", "Bo  lund ", "Ada Brandão", "Ada Brandao", "Bo Lund")
    keys = [gathering.person(name, "id:1") for name in names]
    assert keys == ["id:1", "id:1", "id:1/ada brandao", "id:1/ada brandao", "id:1"]
    assert [person.name for person in gathering.people.values()] == ["Bo Lund", "Ada Brandão"]
    assert [(row.place, row.code, row.values) for row in gathering.notes] == [
        ("Bo Lund", "id_shared", {"name": "Ada Brandão"})
    ]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (("3", "G", "C"), "id:3"),
        (("0", "G", "C"), "guid:G"),
        (("-1", "", "C"), "code:C"),
        (("", "", ""), ""),
        (("0", "", ""), ""),
    ],
)
def test_person_key(given: tuple[str, str, str], expected: str) -> None:
    assert person_key(*given) == expected


def test_a_person_without_a_name_is_one_of_the_list_or_stands_under_the_id() -> None:
    gathering = new()
    gathering.person("Bo Lund", "id:1")
    keys = [gathering.person(name, key) for name, key in ((" ", "id:1"), ("", "id:2"), ("", "id:3"), ("", ""))]
    assert keys == ["id:1", "id:2", "id:3", ""]
    assert gathering.person("Ada Brandão", "id:3") == "id:3"
    gathering.add(Found(key="1", title="Knots", place="Knots", person_keys=tuple(keys)))
    made = batch(gathering)
    assert [(person.key, person.name) for person in made.people] == [
        ("id:1", "Bo Lund"),
        ("id:2", "2"),
        ("id:3", "Ada Brandão"),
    ]
    assert [(row.place, row.code) for row in made.skipped] == [("id:2", "name_missing")]


def test_people_are_counted_by_the_files_ids_where_it_has_some() -> None:
    gathering = new()
    told_people = (("Bo Lund", "id:1"), ("Ada Brandão", "id:1"), ("Eve Holm", ""), ("Bo Lund", "id:2"))
    keys = tuple(gathering.person(name, key) for name, key in told_people)
    gathering.add(Found(key="1", title="Knots", place="Knots", person_keys=keys))
    made = batch(gathering)
    assert (len(made.people), counts(made).people) == (4, 2)
    assert made.beyond == {"people_sharing_id": 1, "people_without_id": 1}


def test_mail_addresses_of_people_stay_out() -> None:
    gathering = new()
    for _ in range(2):
        gathering.person("Bo Lund", "id:1", email="bo@example.org")
    gathering.person("Ada Brandão", "id:2", email="hidden")
    gathering.add(found())
    made = batch(gathering)
    assert "bo@example.org" not in repr(made)
    assert [(row.code, row.values) for row in made.notes] == [("emails_withheld", {"count": "1"})]


def test_a_room_has_a_sane_number_of_seats() -> None:
    gathering = new()
    for name, seats in (("a", "40"), ("b", "0"), ("c", "-1"), ("d", "many"), ("e", "99999999")):
        gathering.room(name, capacity=seats)
    assert [room.capacity for room in gathering.rooms.values()] == [40, None, None, None, None]


def test_control_characters_and_lone_surrogates_reach_nothing() -> None:
    gathering = new()
    bad = "a\x00\ud800b"
    gathering.person(bad, f"id:{bad}", headline=bad, affiliation=bad, bio=bad)
    gathering.room(bad, description=bad)
    gathering.track(bad, color=bad)
    links = tuple(gathering.link("p", f"https://{bad}.example.org", bad, bad))
    gathering.add(
        Found(
            key=bad,
            title=bad,
            place=bad,
            start=START,
            length=bad,
            subtitle=bad,
            abstract=bad,
            language=bad,
            state=bad,
            url=bad,
            uuid=bad,
            code=bad,
            number=bad,
            links=links,
        )
    )
    assert ("\\x00" in repr(batch(gathering)), "\\ud800" in repr(batch(gathering))) == (False, False)


def test_a_session_far_from_the_day_that_lists_it_is_told() -> None:
    gathering = new()
    gathering.add(found("late", day=date(2027, 5, 7)))
    gathering.add(found("wrong", "Sails", day=date(2027, 6, 7)))
    assert [session.day for session in gathering.sessions.values()] == [date(2027, 5, 7), date(2027, 5, 8)]
    assert [(row.place, row.code) for row in gathering.notes] == [("Sails", "day_differs")]


def test_counts_are_of_what_the_file_s_own_sessions_use() -> None:
    gathering = new()
    for name in ("Hall", "Unused"):
        gathering.room(name)
    for name in ("Ada", "Unused"):
        gathering.person(name)
    gathering.track("Unused")
    gathering.add(
        Found(key="a", title="A", place="", start=START, length="30", room_keys=("Hall", ""), person_keys=("name:Ada",))
    )
    gathering.add(Found(key="b", title="B", place="", length="15"))
    gathering.beside(Found(key="m", title="Lunch", place="", start=START.replace(day=9), length="60"), "meals")
    made = batch(gathering)
    told = counts(made)
    assert (told.events, told.days, told.sessions, told.rooms, told.people, told.tracks) == (1, 1, 2, 1, 1, 0)
    assert (told.minutes, told.unscheduled) == (45, 1)
    assert made.beyond == {"meals": 1, "rooms": 1, "people": 1, "tracks": 1}


def test_title_of_falls_back_to_the_file_s_name() -> None:
    assert title_of(" Kite\nFair ", ImportHints(name="kites"), "x") == "Kite Fair"
    assert (title_of("", ImportHints(name="kites"), "x"), title_of("", ImportHints(), "x")) == ("kites", "x")


def test_days_are_the_dates_that_the_file_states() -> None:
    gathering = new()
    for key, hour in (("a", 2), ("b", 23)):
        gathering.add(found(key, start=datetime(2027, 5, 8, hour, tzinfo=timezone(timedelta(hours=8)))))
    assert batch(gathering).days == 1
