"""When somebody can come, read from what was typed: "not after 20:00", "only Saturday morning"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from eventkit.domain.text import fold

HOUR, DAY = 60, 24 * 60
NIGHT = DAY + 12 * HOUR
"""A programme day lasts until noon of the next day, for sessions after midnight."""
_DAYS = (
    ("monday", "mon", "montag", "mo"),
    ("tuesday", "tue", "dienstag", "di"),
    ("wednesday", "wed", "mittwoch", "mi"),
    ("thursday", "thu", "donnerstag", "do"),
    ("friday", "fri", "freitag", "fr"),
    ("saturday", "sat", "samstag", "sonnabend", "sa"),
    ("sunday", "sun", "sonntag", "so"),
)
_WEEKDAY = {word: number for number, words in enumerate(_DAYS) for word in (*words, f"{words[0]}s", f"{words[-2]}s")}
_PARTS = {
    **dict.fromkeys(("morning", "mornings", "vormittag", "vormittags", "morgens"), (0, 12 * HOUR)),
    **dict.fromkeys(("afternoon", "afternoons", "nachmittag", "nachmittags"), (12 * HOUR, 18 * HOUR)),
    **dict.fromkeys(("evening", "evenings", "abend", "abends"), (17 * HOUR, NIGHT)),
}
_NOT = frozenset({"not", "no", "never", "nicht", "nie", "kein", "keine", "except", "ausser"})
_AFTER = frozenset({"after", "nach"})
_BEFORE = frozenset({"before", "vor"})
_FROM = frozenset({"from", "ab", "von", "since"})
_UNTIL = frozenset({"until", "till", "to", "bis", "by"})
_FILL = frozenset({"only", "nur", "on", "am", "in", "the", "at", "um", "uhr", "and", "und", "or", "oder", "der", "den"})
_CLOCK = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?\s?(am|pm)?")
_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_TOKENS = re.compile(r"\d{4}-\d{2}-\d{2}|\d{1,2}(?:[:.h]\d{2})?(?:\s?(?:am|pm)\b)?|[^\W\d]+|[-–—]")
_CLAUSES = re.compile(r"[,;\n]|\.(?!\d)")


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing that was said: `free` or not, on some weekdays (0 is Monday) or dates, none means all, in a span."""

    free: bool
    days: frozenset[int | date]
    begin: int
    end: int

    def holds(self, day: date) -> bool:
        """Whether it speaks of that day."""
        return not self.days or day.weekday() in self.days or day in self.days


@dataclass(frozen=True, slots=True)
class Availability:
    """What was understood, and `unread`: the clauses that were not."""

    clauses: tuple[Clause, ...] = ()
    unread: tuple[str, ...] = ()

    def away(self, day: date) -> tuple[tuple[int, int], ...]:
        """The stretches of a programme day on which one can't come, in minutes of its wall clock."""
        told = [clause for clause in self.clauses if clause.free]
        bands = [(one.begin, one.end) for one in self.clauses if not one.free and one.holds(day)]
        if told:
            bands += _rest(sorted((one.begin, one.end) for one in told if one.holds(day)))
        return tuple(_merged(sorted(bands)))

    def free(self, day: date, begin: int, end: int) -> bool:
        """Whether one can come between two minutes of a programme day."""
        return all(end <= away_from or begin >= away_to for away_from, away_to in self.away(day))


@lru_cache(maxsize=4096)
def availability(text: str) -> Availability:
    """What a text says in English or German, clause by clause; clauses are set apart by commas, dots or lines.

    A day, a date, a part of the day or a span of hours says when one can come, "not" turns it round. "After", "before",
    "from" and "until" cut a day off.
    """
    clauses: list[Clause] = []
    unread: list[str] = []
    for part in _CLAUSES.split(text):
        said = part.strip()
        found = _clause(said) if said else None
        if found is not None:
            clauses.append(found)
        elif said:
            unread.append(said)
    return Availability(tuple(clauses), tuple(unread))


def _clause(text: str) -> Clause | None:
    """The clause; None where a word of it is not known or it says nothing."""
    words = _TOKENS.findall(fold(text))
    days, edges = set[int | date](), list[tuple[str, int]]()
    part: tuple[int, int] | None = None
    turned, kind = False, ""
    for word in words:
        clock = _minute(word)
        if (day := _WEEKDAY.get(word, _date(word))) is not None:
            days.add(day)
        elif word in _PARTS:
            part = _PARTS[word]
        elif clock is not None:
            edges.append((kind, clock))
            kind = ""
        elif word in _NOT:
            turned = True
        elif (said := _preposition(word)) is not None:
            kind = said
        elif word not in _FILL:
            return None
    if not (days or edges or part):
        return None
    if len(edges) == 1:
        cut = _cut(*edges[0], turned=turned, placed=bool(days))
    else:
        cut = _between([minute for _, minute in edges], part, turned=turned)
    return None if cut is None else Clause(cut[0], frozenset(days), *cut[1:])


def _cut(kind: str, minute: int, *, turned: bool, placed: bool) -> tuple[bool, int, int] | None:
    """A day cut at one minute: the part on which one can't come, or can where a day is named for it."""
    if not kind:
        return None
    later = turned == (kind in {"after", "from"})
    if placed and not turned:
        return (True, 0, minute) if later else (True, minute, NIGHT)
    return (False, minute, NIGHT) if later else (False, 0, minute)


def _between(minutes: list[int], part: tuple[int, int] | None, *, turned: bool) -> tuple[bool, int, int] | None:
    """Free or not between two minutes, a part of the day or all of it; None for more than two."""
    if len(minutes) > 2:  # noqa: PLR2004 - a span has two ends
        return None
    begin, end = minutes or part or (0, NIGHT)
    return not turned, begin, end if end > begin else end + DAY


def _preposition(word: str) -> str | None:
    if word in "-–—":
        return "until"
    sets = {"after": _AFTER, "before": _BEFORE, "from": _FROM, "until": _UNTIL}
    return next((kind for kind, words in sets.items() if word in words), None)


def _minute(word: str) -> int | None:
    found = _CLOCK.fullmatch(word)
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3]:
        hour = hour % 12 + (12 if found[3] == "pm" else 0)
    return hour * HOUR + minute if hour <= DAY // HOUR and minute < HOUR else None


def _date(word: str) -> date | None:
    found = _DATE.fullmatch(word)
    try:
        return None if found is None else date(*map(int, found.groups()))
    except ValueError:
        return None


def _rest(free: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """What is left of a day around the stretches that are free."""
    at = 0
    for begin, end in free:
        if begin > at:
            yield at, begin
        at = max(at, end)
    if at < NIGHT:
        yield at, NIGHT


def _merged(bands: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The bands without what two of them share."""
    at: tuple[int, int] | None = None
    for begin, end in bands:
        if at is not None and begin <= at[1]:
            at = at[0], max(at[1], end)
        else:
            if at is not None:
                yield at
            at = begin, end
    if at is not None:
        yield at
