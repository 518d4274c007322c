from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventkit.formats.schedule import values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 0),
        ("  ", 0),
        ("45", 45),
        ("0:45", 45),
        ("00:45", 45),
        ("1:05:00", 65),
        ("01:05:31", 66),
        ("1:02:03:00", 1440 + 123),
        ("PT1H30M", 90),
        ("P1DT30M", 1470),
        ("PT90S", 2),
        ("PT90.5S", 2),
        ("P2D", 2880),
        ("P", None),
        ("PT", None),
        ("-5", None),
        ("a while", None),
        ("1:2:3:4:5", None),
        ("²", None),
        ("９０", None),
        ("44641", None),
        ("PT" + "9" * 5000 + "M", None),
    ],
)
def test_minutes(text: str, expected: int | None) -> None:
    assert values.minutes(text) == expected


@given(st.integers(0, 30), st.integers(0, 23), st.integers(0, 59))
def test_minutes_of_days_hours_and_minutes(days: int, hours: int, mins: int) -> None:
    whole = days * 1440 + hours * 60 + mins
    assert values.minutes(f"{days}:{hours:02}:{mins:02}:00") == whole
    assert values.minutes(f"{days * 24 + hours}:{mins:02}") == whole
    assert values.minutes(f"P{days}DT{hours}H{mins}M") == whole
    assert values.minutes(str(whole)) == whole


@pytest.mark.parametrize(
    "text",
    [
        "2027-05-08T09:30:00+02:00",
        "2027-05-08T09:30+02:00",
        "2027-05-08T09:30:00+0200",
        "2027-05-08 09:30:00 +0200",
        "2027-05-08T09:30:00.123456789+02:00",
        "2027-05-08T07:30:00Z",
        "2027-05-08t07:30:00z",
        "2027-05-08 07:30:00 UTC",
        "20270508T093000+02",
    ],
)
def test_instant_with_an_offset(text: str) -> None:
    assert values.instant(text) == datetime(2027, 5, 8, 7, 30, tzinfo=UTC)


def test_instant_without_an_offset_is_naive() -> None:
    assert values.instant(" 2027-05-08T09:30:00 ") == datetime(2027, 5, 8, 9, 30)  # noqa: DTZ001 - a local time


@pytest.mark.parametrize(
    "text", ["", "2027-05-08", "soon, perhaps today", "2027-13-08T09:30", "0001-01-01T00:00+00:00", "9999-12-31T23:59Z"]
)
def test_instant_of_nonsense_is_none(text: str) -> None:
    assert values.instant(text) is None


def test_between_counts_real_minutes_and_refuses_what_runs_backwards() -> None:
    start = datetime(2027, 5, 8, 9, tzinfo=UTC)
    assert values.between(start, start + timedelta(minutes=20)) == 20
    assert values.between(start, start) == 0
    assert values.between(start, start - timedelta(minutes=1)) is None
    assert values.between(start, start + timedelta(days=40)) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [("2027-05-08", date(2027, 5, 8)), (" 2027-05-08T10:00", date(2027, 5, 8)), (None, None), ("May", None)],
)
def test_day(text: str | None, expected: date | None) -> None:
    assert values.day(text) == expected


def test_day_at_the_ends_of_time_is_none() -> None:
    assert (values.day("0001-01-01"), values.day("9999-12-31")) == (None, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("09:30", 570), ("9:30:00", 570), ("0930", 570), ("25:15", 1515), ("48:00", None), ("9:75", None), ("noon", None)],
)
def test_clock(text: str, expected: int | None) -> None:
    assert values.clock(text) == expected


def test_at_clock_before_the_day_changes_is_the_next_morning() -> None:
    day = date(2027, 5, 8)
    assert values.at_clock(day, 60, 240) == datetime(2027, 5, 9, 1, 0)  # noqa: DTZ001 - a local time
    assert values.at_clock(day, 240, 240) == datetime(2027, 5, 8, 4, 0)  # noqa: DTZ001 - a local time
    assert values.at_clock(day, 60) == datetime(2027, 5, 8, 1, 0)  # noqa: DTZ001 - a local time


def test_day_end_is_the_hour_of_the_next_morning() -> None:
    day = date(2027, 5, 8)
    assert values.day_end(day, "2027-05-09T03:59:00+02:00") == 239
    assert values.day_end(day, "2027-05-08T23:59:00+02:00") == 0
    assert values.day_end(None, "2027-05-09T03:59:00+02:00") == 0
    assert values.day_end(day, "late") == 0


def test_span_needs_both_ends_with_offsets_in_order() -> None:
    first, last = "2027-05-08T09:00:00+01:00", "2027-05-09T18:00:00+01:00"
    start, end = values.span("Europe/Lisbon", first, last)
    assert (start, end) == (datetime(2027, 5, 8, 8, tzinfo=UTC), datetime(2027, 5, 9, 17, tzinfo=UTC))
    assert str(getattr(start, "tzinfo", "")) == "Europe/Lisbon"
    for ends in ((last, first), (first, "2027-05-09"), ("2027-05-08", last), (first[:-6], last), (first, last[:-6])):
        assert values.span("Europe/Lisbon", *ends) == (None, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://boats.example.org/a?b=c#d", "https://boats.example.org/a?b=c#d"),
        ("HTTP://boats.example.org", "HTTP://boats.example.org"),
        ("mailto:crew@example.org", "mailto:crew@example.org"),
        (" https://boats.example.org/two words.pdf\n", "https://boats.example.org/two%20words.pdf"),
        ("https://bo\x00ats.example.org", "https://boats.example.org"),
        ("http://", ""),
        ("https:///path", ""),
        ("www.example.org", ""),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("file:///etc/passwd", ""),
        ("mailto:nobody", ""),
        ("//example.org", ""),
        ("[", ""),
        ("", ""),
    ],
)
def test_address(text: str, expected: str) -> None:
    assert values.address(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("#2A9D8F", "#2a9d8f"), (" #fa0 ", "#ffaa00"), ("2a9d8f", "#2a9d8f"), ("blue", ""), ("#12345", ""), ("", "")],
)
def test_color(text: str, expected: str) -> None:
    assert values.color(text) == expected


def test_identifiers_are_kept_when_they_are_well_formed() -> None:
    assert values.uuid(" 3F2C1F0A-5B1E-4A52-9D3F-0A4A3A5F1C01") == "3f2c1f0a-5b1e-4a52-9d3f-0a4a3a5f1c01"
    assert (values.uuid("{3f2c1f0a}"), values.uuid("")) == ("", "")
    assert (values.code("ABC123"), values.code("abc123"), values.code("ABC1234")) == ("ABC123", "", "")
    assert (values.number("17"), values.number("0"), values.number("-3"), values.number("1" * 10)) == (
        17,
        None,
        None,
        None,
    )
    assert values.number("²") is None


@given(st.text())
def test_no_text_breaks_a_reader_of_values(text: str) -> None:
    for reads in (values.minutes, values.instant, values.day, values.clock, values.color, values.uuid, values.number):
        reads(text)
    address = values.address(text)
    assert address == "" or (address.lower().startswith(("http", "mailto:")) and len(address.split()) == 1)
