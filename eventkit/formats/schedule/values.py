"""Small values as files write them: durations, instants, days, colours, addresses, identifiers."""

import re
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from eventkit.domain.text import one_line

MAX_MINUTES = 60 * 24 * 31
_ISO_DURATION = re.compile(
    r"P(?:([0-9]{1,5})D)?(?:T(?:([0-9]{1,5})H)?(?:([0-9]{1,6})M)?(?:([0-9]{1,8})(?:\.[0-9]+)?S)?)?"
)
_DURATION = re.compile(r"[0-9]{1,6}(?::[0-9]{1,6}){0,3}")
_CLOCK = re.compile(r"([0-9]{1,2}):?([0-5][0-9])(?::[0-9]{2})?")
_ADDRESS = re.compile(r"https?://[^\s/?#]\S*|mailto:[^\s@]+@[^\s@]+", re.IGNORECASE)
_UUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_YEARS = range(1901, 9000)


def minutes(text: str) -> int | None:
    """Minutes of "H:MM", "H:MM:SS", "D:HH:MM:SS", plain minutes or ISO 8601; 0 for nothing, None for nonsense."""
    text = text.strip()
    if not text:
        return 0
    if _DURATION.fullmatch(text):
        parts = [int(part) for part in text.split(":")]
        days, hours, mins, seconds = ([0] * (3 - len(parts)) + [*parts, 0] if len(parts) < 3 else [0, *parts])[-4:]
    else:
        iso = _ISO_DURATION.fullmatch(text)
        if iso is None or not any(iso.groups()):
            return None
        days, hours, mins, seconds = (int(part or 0) for part in iso.groups())
    whole = days * 1440 + hours * 60 + mins + round(seconds / 60)
    return whole if whole <= MAX_MINUTES else None


def instant(text: str) -> datetime | None:
    """A date with time as ISO 8601 writes it, aware when it states an offset; None for nonsense."""
    text = text.strip()
    if len(text) < 13:
        return None
    if " " in text or not text[-1].isdigit():
        text = re.sub(r" +(?=[+-][0-9])", "", re.sub(r" *(?:UTC|GMT|Z)$", "+00:00", text.upper()))
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found.replace(microsecond=0) if found.year in _YEARS else None


def between(start: datetime, end: datetime) -> int | None:
    """Whole real minutes between two aware times; None where the end comes first or is absurdly late."""
    seconds = (end.astimezone(UTC) - start.astimezone(UTC)).total_seconds()
    return round(seconds / 60) if 0 <= seconds <= MAX_MINUTES * 60 else None


def day(text: str | None) -> date | None:
    """The date at the start of a text; None for nonsense."""
    try:
        found = date.fromisoformat((text or "").strip()[:10])
    except ValueError:
        return None
    return found if found.year in _YEARS else None


def clock(text: str) -> int | None:
    """Minutes after midnight of "HH:MM", "HH:MM:SS" or "HHMM" (hours may pass 24); None for nonsense."""
    match = _CLOCK.fullmatch(text.strip())
    if match is None or int(match[1]) > 47:
        return None
    return int(match[1]) * 60 + int(match[2])


def at_clock(of_day: date, at: int, day_change: int = 0) -> datetime:
    """The local time `at` minutes after midnight of a programme day; before `day_change` it is the next morning."""
    start = datetime(of_day.year, of_day.month, of_day.day)  # noqa: DTZ001 - the zone joins later
    return start + timedelta(minutes=at + (1440 if at < day_change else 0))


def day_end(of_day: date | None, text: str) -> int:
    """Minutes after midnight at which a programme day ends the next morning, by its stated end; 0 where it does not."""
    end = instant(text)
    if end is None or of_day is None or end.date() != of_day + timedelta(days=1):
        return 0
    return end.hour * 60 + end.minute


def span(zone: str, start: str, end: str) -> tuple[datetime | None, datetime | None]:
    """Start and end of an event in its zone, where both are stated with offsets; else neither."""
    first, last = instant(start), instant(end)
    if first is None or last is None or first.tzinfo is None or last.tzinfo is None or last <= first:
        return None, None
    return first.astimezone(ZoneInfo(zone)), last.astimezone(ZoneInfo(zone))


def address(text: str) -> str:
    """A web or mail address, else nothing."""
    if text.isprintable() and _ADDRESS.fullmatch(text):
        return text
    text = one_line(text).replace(" ", "%20")
    return text if _ADDRESS.fullmatch(text) else ""


def color(text: str) -> str:
    """#rrggbb in lower case (three digits are doubled), else nothing."""
    digits = text.strip().lower().removeprefix("#")
    if re.fullmatch(r"[0-9a-f]{3}", digits):
        digits = "".join(digit * 2 for digit in digits)
    return f"#{digits}" if re.fullmatch(r"[0-9a-f]{6}", digits) else ""


def uuid(text: str) -> str:
    """A UUID in its usual spelling, else nothing."""
    text = text.strip()
    return text.lower() if _UUID.fullmatch(text) else ""


def code(text: str) -> str:
    """A code of six characters of A-Z and 0-9, else nothing."""
    return text.strip() if re.fullmatch(r"[A-Z0-9]{6}", text.strip()) else ""


def number(text: str) -> int | None:
    """A small positive integer, else None."""
    text = text.strip()
    return int(text) if re.fullmatch(r"[0-9]{1,9}", text) and int(text) > 0 else None
