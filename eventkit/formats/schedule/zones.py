"""Which zone a file thinks in, and its local times as instants."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from eventkit.domain.errors import ImportFileError
from eventkit.domain.imports import ImportHints, ReportRow


@cache
def _known() -> dict[str, str]:
    return {name.lower(): name for name in available_timezones()}


def zone_name(text: object) -> str:
    """The IANA zone that a text names, in its usual spelling; nothing for no zone."""
    return _known().get(text.strip().lower(), "") if isinstance(text, str) else ""


def choose_zone(named: object, hints: ImportHints, starts: Iterable[datetime | None]) -> tuple[str, list[ReportRow]]:
    """The zone of a file: the one it names, else the user's, else the fixed one of its offsets; and what was decided.

    Raises ImportFileError import_zone_missing when its times have no offset and nobody names a zone.
    """
    found = zone_name(named)
    if found:
        return found, []
    if hints.zone:
        asked = zone_name(hints.zone)
        if not asked:
            raise ImportFileError("import_zone_unknown", zone=hints.zone)
        return asked, [ReportRow(place="", code="zone_by_user", values={"zone": asked})]
    offsets = {start.utcoffset() for start in starts if start is not None}
    if not offsets or None in offsets:
        raise ImportFileError("import_zone_missing", name=hints.name)
    fixed = _fixed_zone(min(offset for offset in offsets if offset is not None))
    if not fixed:
        raise ImportFileError("import_zone_missing", name=hints.name)
    return fixed, [ReportRow(place="", code="zone_by_offset", values={"zone": fixed})]


def _fixed_zone(offset: timedelta) -> str:
    hours, rest = divmod(round(offset.total_seconds()), 3600)
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
