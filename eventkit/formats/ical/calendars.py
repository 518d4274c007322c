"""Whole calendar files: one entry, or a schedule with a name."""

from collections.abc import Iterator, Mapping, Sequence
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar, vText

from eventkit.domain.calendar import CalendarItem, Stamp
from eventkit.domain.programme import Event
from eventkit.formats.ical.entries import vevent
from eventkit.formats.ical.lines import component_bytes, line_text, text
from eventkit.formats.ical.zones import canonical_zone, vtimezone

_PRODUCT = "-//EventKit//EventKit 1//EN"
_END = b"END:VCALENDAR\r\n"


def event_calendar(item: CalendarItem, stamp: Stamp) -> bytes:
    """event.ics: the one entry; no name of its own, or Outlook would make a new calendar for it."""
    return b"".join((_opening(_header(item.uid, "event.ics")), *_zones([item]), vevent(item, stamp), _END))


def schedule_calendar(event: Event, items: Sequence[CalendarItem], stamps: Mapping[str, Stamp]) -> Iterator[bytes]:
    """schedule.ics piece by piece: the calendar's name, the zones, then one entry per session.

    `stamps` has one stamp per uid. A schedule without sessions holds the event's zone alone, since a calendar must
    hold a component.
    """
    header = _header(event.uid, "schedule.ics")
    header["NAME"] = header["X-WR-CALNAME"] = line_text(event.title)
    if event.subtitle:
        header["DESCRIPTION"] = header["X-WR-CALDESC"] = text(event.subtitle)
    header["X-WR-TIMEZONE"] = vText(canonical_zone(event.zone))
    yield _opening(header)
    yield from _zones(items) if items else [vtimezone(canonical_zone(event.zone), 1970, 1970)]
    for item in items:
        yield vevent(item, stamps[item.uid])
    yield _END


def _header(uid: str, feed: str) -> Calendar:
    """What every file begins with; the calendar's own UID belongs to the event and the feed."""
    calendar = Calendar()
    calendar["VERSION"] = vText("2.0")
    calendar["PRODID"] = vText(_PRODUCT)
    calendar["CALSCALE"] = vText("GREGORIAN")
    calendar["UID"] = vText(str(uuid5(NAMESPACE_URL, f"{line_text(uid)}/{feed}")))
    return calendar


def _opening(calendar: Calendar) -> bytes:
    return component_bytes(calendar).removesuffix(_END)


def _zones(items: Sequence[CalendarItem]) -> Iterator[bytes]:
    """One VTIMEZONE per zone that the entries name, over the years that they need."""
    years: dict[str, set[int]] = {}
    for item in items:
        moments = (item.start, item.end or item.start)
        years.setdefault(canonical_zone(item.zone), set()).update(moment.year for moment in moments)
    for zone in sorted(years.keys() - {"UTC"}):
        yield vtimezone(zone, min(years[zone]), max(years[zone]))
