"""Our own VTIMEZONE: every client reads a yearly rule right, and some read lists of dates wrong."""

import importlib.resources
import re
import zoneinfo
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from pathlib import Path

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard, vDatetime, vRecur, vText, vUTCOffset

from eventkit.formats.ical.lines import component_bytes

_WEEKDAYS = ("SU", "MO", "TU", "WE", "TH", "FR", "SA")
_LAST_WEEK = 5
_LONG_AGO = 1970
_MARGIN = timedelta(days=2)
_UTC = frozenset({"Etc/UTC", "Etc/GMT", "GMT"})
_ABBREVIATED = {
    "EST5EDT": "America/New_York",
    "CST6CDT": "America/Chicago",
    "MST7MDT": "America/Denver",
    "PST8PDT": "America/Los_Angeles",
}
_Observance = TimezoneStandard | TimezoneDaylight
_YEARLY = re.compile(r"M(\d+)\.(\d)\.(\d)(?:/([01]?\d|2[0-3])(?::(\d\d))?)?")


@dataclass(frozen=True, slots=True)
class Onset:
    """A change of a zone's clocks: the UTC instant, and the offsets and the name on its two sides."""

    at: datetime
    before: timedelta
    after: timedelta
    name: str

    @property
    def local(self) -> datetime:
        """The naive local time of the change, on the clock that it ends."""
        return self.at.replace(tzinfo=None) + self.before


@dataclass(frozen=True, slots=True)
class _YearlyRule:
    """The POSIX rule `Mmonth.week.weekday/time`: week 5 is the last one, weekday 0 Sunday, time local."""

    month: int
    week: int
    weekday: int
    time: time

    def onset(self, year: int) -> datetime:
        """The naive local time of the rule in a year."""
        first = date(year, self.month, 1)
        day = first + timedelta(days=(self.weekday - first.isoweekday()) % 7 + 7 * (self.week - 1))
        return datetime.combine(day if day.month == self.month else day - timedelta(days=7), self.time)

    def recurrence(self) -> vRecur:
        """The rule as RFC 5545 spells it."""
        week = -1 if self.week == _LAST_WEEK else self.week
        return vRecur(FREQ="YEARLY", BYMONTH=self.month, BYDAY=f"{week}{_WEEKDAYS[self.weekday]}")


def canonical_zone(zone: str) -> str:
    """The name of today for a zone's old or abbreviated name; UTC under any of its names is "UTC"."""
    name = _ABBREVIATED.get(zone) or _old_names().get(zone, zone)
    return "UTC" if name in _UTC else name


@lru_cache(maxsize=1)
def _old_names() -> dict[str, str]:
    """Names that the zone database keeps for old programs only, with the names that hold today."""
    database = importlib.resources.files("tzdata") / "zoneinfo"
    listed = (line.split("\t") for line in (database / "zone.tab").read_text("utf-8").splitlines())
    current = {columns[2] for columns in listed if not columns[0].startswith("#")}
    lines = (line.split() for line in (database / "tzdata.zi").read_text("utf-8").splitlines())
    return {words[2]: words[1] for words in lines if words[0] == "L" and words[2] not in current}


@lru_cache(maxsize=256)
def vtimezone(zone: str, first_year: int, last_year: int) -> bytes:
    """The VTIMEZONE component of an IANA zone, right for the years named and two days around them.

    One observance where the clocks stand still, two yearly rules where the zone's own rules hold all the time, else
    one observance per real change; never RDATE, which clients read wrong, and never COMMENT.
    """
    changes = onsets(zone, first_year, last_year)
    component = Timezone()
    component["TZID"] = vText(zone)
    for observance in _by_rules(zone, changes, first_year, last_year) or _by_changes(zone, changes, first_year):
        component.add_component(observance)
    return component_bytes(component)


def onsets(zone: str, first_year: int, last_year: int) -> tuple[Onset, ...]:
    """All changes of a zone's clocks in the years named and two days around them, in order, exact to the second."""
    rules = zoneinfo.ZoneInfo(zone)
    moment, end = _opening(first_year), datetime(last_year + 1, 1, 1, tzinfo=UTC) + _MARGIN
    found = []
    while moment < end:
        later = moment + timedelta(days=1)
        if _clock(moment, rules) != _clock(later, rules):
            found.append(_onset(moment, later, rules))
        moment = later
    return tuple(found)


def _opening(first_year: int) -> datetime:
    return datetime(first_year, 1, 1, tzinfo=UTC) - _MARGIN


def _clock(moment: datetime, rules: zoneinfo.ZoneInfo) -> tuple[timedelta, str]:
    """The offset and its name at an instant."""
    local = moment.astimezone(rules)
    return local.utcoffset() or timedelta(), local.tzname() or ""


def _onset(low: datetime, high: datetime, rules: zoneinfo.ZoneInfo) -> Onset:
    """The one change between two instants, by halving."""
    before = _clock(low, rules)
    while high - low > timedelta(seconds=1):
        middle = low + timedelta(seconds=(high - low) // timedelta(seconds=2))
        low, high = (middle, high) if _clock(middle, rules) == before else (low, middle)
    after, name = _clock(high, rules)
    return Onset(high, before[0], after, name)


def _by_rules(zone: str, changes: tuple[Onset, ...], first_year: int, last_year: int) -> list[_Observance]:
    """One observance per rule of the zone's file; none if the real changes are others in a single year."""
    years = set(range(first_year, last_year + 1))
    observances, explained = [], 0
    for rule in _file_rules(zone):
        fitting = [change for change in changes if change.local == rule.onset(change.local.year)]
        clocks = {(change.before, change.after, change.name) for change in fitting}
        if len(clocks) != 1 or not years <= {change.local.year for change in fitting}:
            return []
        explained += len(fitting)
        observances.append(_observance(rule.onset(_LONG_AGO), *clocks.pop(), rule=rule))
    return observances if explained == len(changes) else []


def _by_changes(zone: str, changes: tuple[Onset, ...], first_year: int) -> list[_Observance]:
    """The clock at the beginning, then one observance per change."""
    offset, name = _clock(_opening(first_year), zoneinfo.ZoneInfo(zone))
    opening = _observance(datetime(_LONG_AGO, 1, 1), offset, offset, name)  # noqa: DTZ001 - local times have no zone
    return [opening, *(_observance(change.local, change.before, change.after, change.name) for change in changes)]


def _observance(
    onset: datetime, before: timedelta, after: timedelta, name: str, *, rule: _YearlyRule | None = None
) -> _Observance:
    observance = TimezoneDaylight() if after > before else TimezoneStandard()
    observance["DTSTART"] = vDatetime(onset)
    observance["TZOFFSETFROM"] = vUTCOffset(before)
    observance["TZOFFSETTO"] = vUTCOffset(after)
    observance["TZNAME"] = vText(name)
    if rule is not None:
        observance["RRULE"] = rule.recurrence()
    return observance


def _file_rules(zone: str) -> list[_YearlyRule]:
    """The two yearly rules at the end of the zone's file; none if it has none or one of them leaves its day."""
    rules = []
    for part in _footer(zone).split(",")[1:]:
        match = _YEARLY.fullmatch(part)
        if match is None:
            return []
        onset = time(int(match[4] or 2), int(match[5] or 0))
        rules.append(_YearlyRule(int(match[1]), int(match[2]), int(match[3]), onset))
    return rules


def _footer(zone: str) -> str:
    """The POSIX rule that closes the zone's file, from where Python itself reads zones."""
    for folder in zoneinfo.TZPATH:
        path = Path(folder, zone)
        if path.is_file():
            return path.read_bytes().splitlines()[-1].decode("ascii")
    package = importlib.resources.files("tzdata") / "zoneinfo"
    return package.joinpath(*zone.split("/")).read_bytes().splitlines()[-1].decode("ascii")
