"""Which zone a file thinks in, and its local times as instants."""

import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from eventkit.domain.errors import ImportFileError
from eventkit.domain.imports import ImportHints, ReportRow
from eventkit.formats.schedule.trees import row

_NAME = re.compile(r"[A-Z][A-Za-z_]+(?:/[A-Z][A-Za-z0-9_+-]+)*")


@cache
def _known() -> dict[str, str]:
    """Every zone by its name in lower case, and by its city's where only one zone has it."""
    names = available_timezones()
    cities: dict[str, set[str]] = {}
    for name in names:
        cities.setdefault(name.rpartition("/")[2].lower(), set()).add(name)
    found = {city: next(iter(named)) for city, named in cities.items() if len(named) == 1}
    return found | {name.lower(): name for name in names}


def zone_name(text: str) -> str:
    """The IANA zone that a text names, by its whole name or its city alone; nothing for no zone."""
    text = text.strip()
    if _NAME.fullmatch(text):
        with suppress(KeyError, OSError, ValueError):
            return ZoneInfo(text).key
    return _known().get(text.lower().replace(" ", "_"), "")


def choose_zone(named: str, hints: ImportHints, starts: Iterable[datetime | None]) -> tuple[str, list[ReportRow]]:
    """The zone of a file: the one it names, else the user's, else the fixed one of its offsets; and what was decided.

    Raises ImportFileError import_zone_missing when its times have no offset and nobody names a zone,
    import_zone_unknown when the user's is none, needed or not.
    """
    asked = zone_name(hints.zone)
    if hints.zone and not asked:
        raise ImportFileError("import_zone_unknown", zone=hints.zone)
    found = zone_name(named)
    if found:
        return found, []
    odd = [row("", "zone_unknown", zone=named)] if named.strip() else []
    if asked:
        return asked, [*odd, row("", "zone_by_user", zone=asked)]
    offsets = {start.utcoffset() for start in starts if start is not None}
    fixed = "" if None in offsets else _fixed_zone({offset for offset in offsets if offset is not None})
    if not fixed:
        raise ImportFileError("import_zone_missing", name=hints.name)
    return fixed, [*odd, row("", "zone_by_offset", zone=fixed)]


def _fixed_zone(offsets: set[timedelta]) -> str:
    """The zone that always has the least of these offsets, where it is of whole hours."""
    if not offsets:
        return ""
    hours, rest = divmod(round(min(offsets).total_seconds()), 3600)
    if rest:
        return ""
    return zone_name(f"Etc/GMT{-hours:+d}" if hours else "UTC")


def in_zone(start: datetime, zone: ZoneInfo) -> tuple[datetime, str]:
    """A file's time in the event's zone, and what was odd about it (a code of the report, or nothing).

    A time with an offset keeps its instant. A local time that a clock change skips is moved on by the gap; of one that
    exists twice the first is taken.
    """
    if start.tzinfo is not None:
        return start.astimezone(zone), ""
    local = start.replace(tzinfo=zone)
    settled = local.astimezone(UTC).astimezone(zone)
    if settled.replace(tzinfo=None) != start:
        return settled, "time_skipped"
    if local.utcoffset() != local.replace(fold=1).utcoffset():
        return local, "time_twice"
    return local, ""
