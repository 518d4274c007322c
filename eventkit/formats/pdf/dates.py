"""Dates and times as a reader's language writes them, with the figures of the event's own zone."""

import re
from datetime import date, datetime, time, timedelta
from functools import cache, lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_interval, format_skeleton, format_time

from eventkit.domain.programme import Programme


@cache
def locale_of(language: str) -> Locale:
    """The locale of a language tag ("de", "pt-BR"); plain English is the British one, as is a language unknown."""
    tag = language.replace("-", "_")
    try:
        return Locale.parse("en_GB" if tag in {"", "en"} else tag)
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en_GB")


def _together(told: str) -> str:
    """A date whose day never stands on another line than its month."""
    return re.sub(r"(?<=\d) (?=[^\W\d])|(?<=\d\.) (?=[^\W\d])", "\u00a0", told, count=1)


def event_span(programme: Programme) -> tuple[datetime, datetime] | None:
    """When the event is: as it says, else from its first public session to its last end; None while undated."""
    event = programme.event
    if event.start is not None:
        end = event.end if event.end is not None and event.end > event.start else event.start
        return event.start, end
    starts = [session.start for session in programme.public_sessions if session.start is not None]
    ends = [session.end for session in programme.public_sessions if session.end is not None]
    return (min(starts), max(ends)) if starts else None


def span_days(span: tuple[datetime, datetime], day_change: int = 0) -> tuple[date, date]:
    """The first and the last day of a span; an end in the small hours belongs to the day before."""
    start, end = span
    last = (end - timedelta(minutes=max(day_change, 1))).date() if end > start else start.date()
    night_owl = last == start.date() + timedelta(days=1) and end - start < timedelta(hours=14)
    return start.date(), start.date() if night_owl else max(last, start.date())


def whole_days(span: tuple[datetime, datetime]) -> bool:
    """Whether a span goes from midnight to midnight, so that its times say nothing."""
    return span[0] < span[1] and all((at.hour, at.minute) == (0, 0) for at in span)


def long_date(day: date, language: str) -> str:
    """Weekday, day, month and year in full."""
    return _together(format_date(day, "full", locale=locale_of(language)))


def day_month(day: date, language: str) -> str:
    """Weekday, day and month, short: a day within the programme."""
    return format_skeleton("MMMEd", day, locale=locale_of(language))


def plain_date(day: date, language: str) -> str:
    """Day, month and year, the month in words."""
    return _together(format_date(day, "long", locale=locale_of(language)))


def date_range(first: date, last: date, language: str) -> str:
    """Both days with month and year, said once where they are the same."""
    if first == last:
        return plain_date(first, language)
    return format_interval(first, last, "yMMMMd", locale=locale_of(language))


def clock(at: datetime, language: str) -> str:
    """The time of day as the language's readers write it, 12 or 24 hours; no-break spaces inside."""
    return _clock(at.time(), language)


@lru_cache(maxsize=4096)
def _clock(at: time, language: str) -> str:
    told = format_time(at, "short", locale=locale_of(language))
    return told.replace(" ", "\u00a0").replace("\u202f", "\u00a0")


def clock_range(start: datetime, end: datetime, language: str) -> str:
    """From-to with a dash; a single time where nothing passes between."""
    if start == end:
        return clock(start, language)
    first, last = clock(start, language), clock(end, language)
    space = "\u00a0" if "\u00a0" in first + last else ""
    return f"{first}{space}–{space}{last}"
