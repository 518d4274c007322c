from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo, available_timezones

import pytest

from eventkit.domain.errors import ImportFileError
from eventkit.domain.imports import ImportHints
from eventkit.formats.schedule.zones import choose_zone, in_zone, zone_name

LOCAL = datetime(2027, 5, 8, 9, 30)  # noqa: DTZ001 - a local time of a file
STOCKHOLM = ZoneInfo("Europe/Stockholm")


def at(hours: float) -> datetime:
    return LOCAL.replace(tzinfo=timezone(timedelta(hours=hours)))


def test_zone_name_knows_every_zone() -> None:
    assert [name for name in available_timezones() if zone_name(name) != name] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" Europe/Berlin ", "Europe/Berlin"),
        ("europe/berlin", "Europe/Berlin"),
        ("Berlin", "Europe/Berlin"),
        ("New York", "America/New_York"),
        ("utc", "UTC"),
        ("Europe", ""),
        ("Eastern", ""),
        ("Atlantis/Harbour", ""),
        ("../../etc/passwd", ""),
        ("/etc/localtime", ""),
        ("A" * 5000, ""),
        ("\x00", ""),
        ("", ""),
    ],
)
def test_zone_name(text: str, expected: str) -> None:
    assert zone_name(text) == expected


def test_the_file_s_own_zone_comes_first() -> None:
    assert choose_zone("Europe/Lisbon", ImportHints(zone="Europe/Berlin"), [LOCAL]) == ("Europe/Lisbon", [])


def test_the_user_s_zone_counts_where_the_file_names_none() -> None:
    zone, told = choose_zone("", ImportHints(zone="Europe/Berlin"), [LOCAL])
    assert (zone, [row.code for row in told]) == ("Europe/Berlin", ["zone_by_user"])


def test_a_zone_that_nobody_knows_is_told() -> None:
    zone, told = choose_zone("Atlantis/Harbour", ImportHints(zone="Europe/Berlin"), [LOCAL])
    assert (zone, [row.code for row in told]) == ("Europe/Berlin", ["zone_unknown", "zone_by_user"])


@pytest.mark.parametrize(
    ("starts", "expected"),
    [([at(2)], "Etc/GMT-2"), ([at(-5), None], "Etc/GMT+5"), ([at(0)], "UTC"), ([at(2), at(1)], "Etc/GMT-1")],
)
def test_offsets_alone_give_a_fixed_zone(starts: list[datetime | None], expected: str) -> None:
    zone, told = choose_zone("", ImportHints(), starts)
    assert (zone, [row.code for row in told]) == (expected, ["zone_by_offset"])
    assert min(start for start in starts if start).astimezone(ZoneInfo(zone)) == min(start for start in starts if start)


@pytest.mark.parametrize("starts", [[LOCAL], [LOCAL, at(2)], [None], [at(5.5)], [at(23)]])
def test_without_any_zone_the_file_is_refused(starts: list[datetime | None]) -> None:
    with pytest.raises(ImportFileError) as raised:
        choose_zone("", ImportHints(name="boats.json"), starts)
    assert (raised.value.code, raised.value.values) == ("import_zone_missing", {"name": "boats.json"})


def test_a_zone_of_the_user_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ImportFileError) as raised:
        choose_zone("", ImportHints(zone="Atlantis/Harbour"), [LOCAL])
    assert raised.value.code == "import_zone_unknown"


def test_in_zone_never_moves_an_offset() -> None:
    found, odd = in_zone(at(8), STOCKHOLM)
    assert (found, found.tzinfo, odd) == (datetime(2027, 5, 8, 1, 30, tzinfo=UTC), STOCKHOLM, "")


def test_in_zone_takes_local_times_as_they_stand() -> None:
    assert in_zone(LOCAL, STOCKHOLM) == (LOCAL.replace(tzinfo=STOCKHOLM), "")


def test_in_zone_moves_a_skipped_time_on_by_the_gap() -> None:
    skipped = datetime(2027, 3, 28, 2, 30)  # noqa: DTZ001 - a local time of a file
    found, odd = in_zone(skipped, STOCKHOLM)
    assert (found.astimezone(UTC), odd) == (datetime(2027, 3, 28, 1, 30, tzinfo=UTC), "time_skipped")


def test_in_zone_takes_the_first_of_two() -> None:
    twice = datetime(2027, 10, 31, 2, 30)  # noqa: DTZ001 - a local time of a file
    found, odd = in_zone(twice, STOCKHOLM)
    assert (found.astimezone(UTC), odd) == (datetime(2027, 10, 31, 0, 30, tzinfo=UTC), "time_twice")


def test_zone_of_the_users_that_is_none_is_refused_even_where_the_file_names_its_own() -> None:
    with pytest.raises(ImportFileError) as raised:
        choose_zone("Europe/Lisbon", ImportHints(zone="Mars/Olympus"), [LOCAL])
    assert raised.value.code == "import_zone_unknown"
