"""Small values as files write them: durations, instants, days, colours, addresses, text with markup."""

import re
from datetime import UTC, date, datetime, timedelta
from html.parser import HTMLParser
from urllib.parse import urlsplit
from uuid import UUID

from eventkit.domain.programme import SessionKind, SessionState
from eventkit.domain.text import clean

MAX_MINUTES = 60 * 24 * 31
_ISO_DURATION = re.compile(r"P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")
_CLOCK = re.compile(r"(\d{1,2}):?(\d{2})(?::\d{2})?")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|&(?:[a-zA-Z]+|#\d+|#x[0-9a-fA-F]+);")
_FRACTION = re.compile(r"\.\d+")
_SHORT_OFFSET = re.compile(r"([+-]\d\d)(\d\d)$")
_SCHEMES = frozenset({"http", "https", "mailto", "geo"})

_STATES = {
    "accepted": SessionState.ACCEPTED,
    "confirmed": SessionState.CONFIRMED,
    "scheduled": SessionState.CONFIRMED,
    "submitted": SessionState.PROPOSED,
    "pending": SessionState.PROPOSED,
    "proposed": SessionState.PROPOSED,
    "new": SessionState.PROPOSED,
    "review": SessionState.PROPOSED,
    "draft": SessionState.DRAFT,
    "rejected": SessionState.REJECTED,
    "declined": SessionState.REJECTED,
    "unaccepted": SessionState.REJECTED,
    "canceled": SessionState.CANCELLED,
    "cancelled": SessionState.CANCELLED,
    "withdrawn": SessionState.WITHDRAWN,
    "deleted": SessionState.WITHDRAWN,
}
_KINDS = (
    ("keynote", SessionKind.KEYNOTE),
    ("lightning", SessionKind.LIGHTNING),
    ("blitz", SessionKind.LIGHTNING),
    ("workshop", SessionKind.WORKSHOP),
    ("atelier", SessionKind.WORKSHOP),
    ("tutorial", SessionKind.WORKSHOP),
    ("sprint", SessionKind.WORKSHOP),
    ("panel", SessionKind.PANEL),
    ("podium", SessionKind.PANEL),
    ("birds", SessionKind.BOF),
    ("bof", SessionKind.BOF),
    ("meeting", SessionKind.BOF),
    ("demo", SessionKind.DEMO),
    ("lunch", SessionKind.MEAL),
    ("dinner", SessionKind.MEAL),
    ("meal", SessionKind.MEAL),
    ("coffee", SessionKind.BREAK),
    ("break", SessionKind.BREAK),
    ("pause", SessionKind.BREAK),
    ("ceremony", SessionKind.CEREMONY),
    ("opening", SessionKind.CEREMONY),
    ("closing", SessionKind.CEREMONY),
)


def minutes(text: str) -> int | None:
    """Minutes of "H:MM", "H:MM:SS", "D:HH:MM:SS", plain minutes or ISO 8601; 0 for nothing, None for nonsense."""
    text = text.strip()
    if not text:
        return 0
    iso = _ISO_DURATION.fullmatch(text)
    if iso and text != "P":
        days, hours, mins, seconds = (int(part or 0) for part in iso.groups())
    else:
        parts = text.split(":")
        if not all(part.isascii() and part.isdigit() and len(part) < 7 for part in parts) or len(parts) > 4:
            return None
        numbers = [int(part) for part in parts]
        if len(numbers) == 1:
            numbers = [0, 0, numbers[0], 0]
        elif len(numbers) < 4:
            numbers = [0] * (len(numbers) == 3) + ([0, *numbers, 0] if len(numbers) == 2 else numbers)
        days, hours, mins, seconds = numbers
    whole = days * 1440 + hours * 60 + mins + round(seconds / 60)
    return whole if whole <= MAX_MINUTES else None


def instant(text: str) -> datetime | None:
    """A date with time as ISO 8601 writes it, aware when it states an offset; None for nonsense."""
    text = _SHORT_OFFSET.sub(r"\1:\2", _FRACTION.sub("", text.strip().replace("Z", "+00:00").replace("z", "+00:00")))
    if len(text) < 13:
        return None
    try:
        found = datetime.fromisoformat(text)
        found.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return found if 1900 < found.year < 9000 else None


def between(start: datetime | None, end: datetime | None) -> int:
    """Whole minutes from start to end; 0 where one is missing or they are not of one kind."""
    if start is None or end is None or (start.tzinfo is None) != (end.tzinfo is None):
        return 0
    return max(0, round((end - start).total_seconds() / 60))


def day(text: str | None) -> date | None:
    """The date at the start of a text; None for nonsense."""
    try:
        return date.fromisoformat((text or "").strip()[:10])
    except ValueError:
        return None


def clock(text: str) -> int | None:
    """Minutes after midnight of "HH:MM", "HH:MM:SS" or "HHMM" (hours may pass 24); None for nonsense."""
    match = _CLOCK.fullmatch(text.strip())
    if match is None or int(match[2]) > 59 or int(match[1]) > 47:
        return None
    return int(match[1]) * 60 + int(match[2])


def at_clock(of_day: date, at: int, day_change: int) -> datetime:
    """The local time `at` minutes after midnight of a programme day; before `day_change` it is the next morning."""
    start = datetime(of_day.year, of_day.month, of_day.day)  # noqa: DTZ001 - the zone joins later
    return start + timedelta(minutes=at + (1440 if at < day_change else 0))


def state(text: str) -> SessionState:
    """What a file says of a session's state; nothing, or a word unknown to us, means confirmed."""
    return _STATES.get(text.strip().lower(), SessionState.CONFIRMED)


def kind(text: str) -> SessionKind:
    """What a file says of a session's kind, by the words in it; a talk where nothing tells."""
    lowered = text.lower()
    return next((found for word, found in _KINDS if word in lowered), SessionKind.TALK)


def address(text: str) -> str:
    """A web, mail or geo address, else nothing."""
    text = clean(text).strip()
    try:
        scheme = urlsplit(text).scheme.lower()
    except ValueError:
        return ""
    return text if scheme in _SCHEMES and not re.search(r"\s", text) else ""


def color(text: str) -> str:
    """#rrggbb in lower case, else nothing."""
    return text.strip().lower() if re.fullmatch(r"#[0-9a-fA-F]{6}", text.strip()) else ""


def uuid(text: str) -> str:
    """A UUID in its usual spelling, else nothing."""
    try:
        return str(UUID(text.strip()))
    except ValueError:
        return ""


def code(text: str) -> str:
    """A code of six characters of A-Z and 0-9, else nothing."""
    return text.strip() if re.fullmatch(r"[A-Z0-9]{6}", text.strip()) else ""


def number(text: str) -> int | None:
    """A small positive integer, else None."""
    text = text.strip()
    return int(text) if text.isascii() and text.isdigit() and 0 < len(text) < 10 and int(text) > 0 else None


def plain(text: str) -> str:
    """Clean text without markup: paragraphs apart, list items behind a dash, addresses behind their link."""
    text = clean(text).strip()
    if "<" not in text and "&" not in text:
        return text
    if not _TAG.search(text):
        return text
    reader = _Plain()
    reader.feed(text)
    reader.close()
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]+\n", "\n", "".join(reader.parts))).strip()


class _Plain(HTMLParser):
    """Collects the words of a piece of HTML."""

    _BLOCKS = frozenset({"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "pre"})
    _UNSHOWN = frozenset({"script", "style"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._link = ""
        self._unshown = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open blocks, items, breaks and links."""
        if tag in self._UNSHOWN:
            self._unshown += 1
        elif tag in self._BLOCKS:
            self.parts.append("\n\n")
        elif tag == "br":
            self.parts.append("\n")
        elif tag in ("li", "tr"):
            self.parts.append("\n- " if tag == "li" else "\n")
        elif tag == "a":
            self._link = address(dict(attrs).get("href") or "")

    def handle_endtag(self, tag: str) -> None:
        """Close blocks; a link is followed by its address."""
        if tag in self._UNSHOWN:
            self._unshown = max(0, self._unshown - 1)
        elif tag in self._BLOCKS:
            self.parts.append("\n\n")
        elif tag == "a" and self._link:
            if self._link not in "".join(self.parts[-1:]):
                self.parts.append(f" ({self._link})")
            self._link = ""

    def handle_data(self, data: str) -> None:
        """Words; white space is folded as a browser does."""
        if not self._unshown:
            self.parts.append(re.sub(r"[ \t\n]+", " ", data))
