import zoneinfo
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from eventkit.formats.ical.zones import canonical_zone, onsets, vtimezone
from tests.formats.ical.reading import components


def shape(zone: str, first: int = 2026, last: int = 2027) -> list[tuple[str, str, str, str]]:
    """Onset, offsets and rule of each observance, in order."""
    data = b"BEGIN:VCALENDAR\r\n" + vtimezone(zone, first, last) + b"END:VCALENDAR\r\n"
    found = [*components(data, "STANDARD"), *components(data, "DAYLIGHT")]
    told = [
        (
            part["DTSTART"].value,
            part["TZOFFSETFROM"].value,
            part["TZOFFSETTO"].value,
            part["RRULE"].value if "RRULE" in part else "",
        )
        for part in found
    ]
    return sorted(told)


def test_vtimezone_onset_is_local_time_before_the_change() -> None:
    assert shape("Europe/Berlin") == [
        ("19700329T020000", "+0100", "+0200", "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3"),
        ("19701025T030000", "+0200", "+0100", "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10"),
    ]


def test_vtimezone_second_sunday_rule() -> None:
    assert shape("America/New_York") == [
        ("19700308T020000", "-0500", "-0400", "FREQ=YEARLY;BYDAY=2SU;BYMONTH=3"),
        ("19701101T020000", "-0400", "-0500", "FREQ=YEARLY;BYDAY=1SU;BYMONTH=11"),
    ]


def test_vtimezone_still_clock_is_one_observance() -> None:
    assert shape("Asia/Kolkata") == [("19700101T000000", "+0530", "+0530", "")]


def test_vtimezone_changes_without_a_rule_stand_one_by_one() -> None:
    assert shape("Africa/Casablanca", 2026, 2026) == [
        ("19700101T000000", "+0100", "+0100", ""),
        ("20260215T030000", "+0100", "+0000", ""),
        ("20260322T020000", "+0000", "+0100", ""),
    ]


def test_vtimezone_rule_that_leaves_its_day_stands_year_by_year() -> None:
    assert shape("Asia/Jerusalem", 2026, 2026) == [
        ("19700101T000000", "+0200", "+0200", ""),
        ("20260327T020000", "+0200", "+0300", ""),
        ("20261025T020000", "+0300", "+0200", ""),
    ]


def test_vtimezone_year_before_todays_rules_stands_change_by_change() -> None:
    assert shape("America/New_York", 2006, 2007) == [
        ("19700101T000000", "-0500", "-0500", ""),
        ("20060402T020000", "-0500", "-0400", ""),
        ("20061029T020000", "-0400", "-0500", ""),
        ("20070311T020000", "-0500", "-0400", ""),
        ("20071104T020000", "-0400", "-0500", ""),
    ]


def test_vtimezone_zone_that_gave_up_summer_time_stands_change_by_change() -> None:
    assert [part[0] for part in shape("Asia/Amman", 2022, 2022)] == [
        *("19700101T000000", "20220225T000000", "20221028T010000")
    ]
    assert [part[0] for part in shape("America/Mexico_City", 2022, 2023)][1:] == ["20220403T020000", "20221030T020000"]


def test_vtimezone_extra_change_beside_the_rules_is_not_lost() -> None:
    told = shape("Africa/Cairo", 2022, 2023)
    assert [part[0] for part in told] == ["19700101T000000", "20230428T000000", "20231027T000000"]


@pytest.mark.parametrize("zone", sorted(zoneinfo.available_timezones() - {"localtime"}))
def test_onsets_explain_every_offset(zone: str) -> None:
    rules = zoneinfo.ZoneInfo(zone)
    changes = onsets(zone, 2026, 2027)
    for change in changes:
        before, after = change.at - timedelta(seconds=1), change.at
        assert before.astimezone(rules).utcoffset() == change.before
        assert after.astimezone(rules).utcoffset() == change.after
    moments = [datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=43 * n) for n in range(400)]
    for moment in moments:
        past = [change for change in changes if change.at <= moment]
        told = past[-1].after if past else moments[0].astimezone(rules).utcoffset()
        assert moment.astimezone(rules).utcoffset() == told


@pytest.mark.parametrize(
    ("old", "name"),
    [
        ("US/Eastern", "America/New_York"),
        ("Asia/Calcutta", "Asia/Kolkata"),
        ("Europe/Kiev", "Europe/Kyiv"),
        ("GB", "Europe/London"),
        ("EST5EDT", "America/New_York"),
        ("Europe/Amsterdam", "Europe/Amsterdam"),
        ("Europe/Berlin", "Europe/Berlin"),
        ("Africa/Luanda", "Africa/Luanda"),
        ("Etc/GMT+3", "Etc/GMT+3"),
        ("Etc/UCT", "UTC"),
        ("Universal", "UTC"),
        ("UTC", "UTC"),
        ("GMT", "UTC"),
        ("Greenwich", "UTC"),
    ],
)
def test_canonical_zone_is_todays_name(old: str, name: str) -> None:
    assert canonical_zone(old) == name


def test_canonical_zone_never_changes_the_time() -> None:
    for zone in sorted(zoneinfo.available_timezones() - {"localtime"}):
        old, new = zoneinfo.ZoneInfo(zone), zoneinfo.ZoneInfo(canonical_zone(zone))
        for month in range(1, 25):
            moment = datetime(2026 + month // 13, (month - 1) % 12 + 1, 15, tzinfo=UTC)
            assert moment.astimezone(old).utcoffset() == moment.astimezone(new).utcoffset()


def test_vtimezone_reads_the_zones_that_python_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = shape("Europe/Berlin", 2024, 2025)
    monkeypatch.setattr(zoneinfo, "TZPATH", (str(tmp_path),))
    vtimezone.cache_clear()
    assert shape("Europe/Berlin", 2024, 2025) == expected
    vtimezone.cache_clear()
