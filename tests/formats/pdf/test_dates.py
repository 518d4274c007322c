from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from babel import localedata

from eventkit.formats.pdf import dates
from tests.formats.pdf.documents import programmes

BERLIN = ZoneInfo("Europe/Berlin")
EVENING = datetime(2027, 3, 12, 18, 0, tzinfo=BERLIN)


def span(hours: float, start: datetime = EVENING) -> tuple[datetime, datetime]:
    return start, start + timedelta(hours=hours)


@pytest.mark.parametrize(
    ("language", "day", "hours"),
    [
        ("en", "Friday, 12\u00a0March 2027", "18:00–21:30"),
        ("de", "Freitag, 12.\u00a0März 2027", "18:00–21:30"),
        ("en-US", "Friday, March 12, 2027", "6:00\u00a0PM\u00a0–\u00a09:30\u00a0PM"),
        ("xx-nowhere", "Friday, 12\u00a0March 2027", "18:00–21:30"),
    ],
)
def test_dates_and_hours_follow_the_language(language: str, day: str, hours: str) -> None:
    assert dates.long_date(EVENING.date(), language) == day
    assert dates.clock_range(*span(3.5), language) == hours


def test_every_locale_can_write_dates() -> None:
    for name in localedata.locale_identifiers():
        language = name.replace("_", "-")
        assert dates.long_date(EVENING.date(), language)
        assert dates.date_range(EVENING.date(), date(2027, 3, 14), language)
        assert dates.clock_range(*span(3.5), language)


@pytest.mark.parametrize(
    ("hours", "days"),
    [(3, 1), (6, 1), (10, 1), (0, 1), (24, 2), (48, 3)],
)
def test_a_night_belongs_to_its_evening(hours: float, days: int) -> None:
    first, last = dates.span_days(span(hours))
    assert (last - first).days + 1 == days


def test_midnight_to_midnight_is_whole_days() -> None:
    start = EVENING.replace(hour=0)
    assert dates.whole_days(span(24, start))
    assert dates.span_days(span(24, start)) == (start.date(), start.date())
    assert dates.span_days(span(72, start))[1] == date(2027, 3, 14)
    assert not dates.whole_days(span(3))


def test_nothing_passes_in_no_time() -> None:
    assert dates.clock_range(EVENING, EVENING, "en") == "18:00"


def test_undated_event_takes_the_span_of_its_sessions() -> None:
    meetup = programmes.meetup()
    found = dates.event_span(programmes.meetup(event=programmes.event(start=None, end=None)))
    assert found is not None
    assert found[0] == meetup.public_sessions[0].start
    assert found[1] == meetup.public_sessions[-1].end


def test_event_without_dates_and_sessions_has_no_span() -> None:
    assert dates.event_span(programmes.bare()) is None
