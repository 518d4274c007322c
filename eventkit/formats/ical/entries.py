"""One calendar entry as a VEVENT."""

from datetime import UTC, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from icalendar import Event, vCalAddress, vCategory, vDatetime, vGeo, vInt, vText, vUri

from eventkit.domain.calendar import CalendarItem, Stamp
from eventkit.formats.ical.lines import component_bytes, line_text, text
from eventkit.formats.ical.zones import canonical_zone

_MAP_RADIUS = "70"


@lru_cache(maxsize=4096)
def vevent(item: CalendarItem, stamp: Stamp) -> bytes:
    """The entry's VEVENT; equal entries with equal stamps give equal bytes, the second time from memory."""
    event = Event()
    event["UID"] = line_text(item.uid)
    event["DTSTAMP"] = event["LAST-MODIFIED"] = vDatetime(stamp.changed.astimezone(UTC))
    event["CREATED"] = vDatetime(stamp.created.astimezone(UTC))
    event["SEQUENCE"] = vInt(stamp.sequence)
    _add_times(event, item)
    event["SUMMARY"] = line_text(item.title)
    if item.description:
        event["DESCRIPTION"] = text(item.description)
    _add_place(event, item)
    if item.url:
        event["URL"] = vUri(item.url)
    if item.categories:
        event["CATEGORIES"] = vCategory([line_text(category) for category in item.categories])
    event["STATUS"] = vText(item.status)
    event["TRANSP"] = vText("TRANSPARENT" if item.transparent else "OPAQUE")
    event["CLASS"] = vText("PUBLIC")
    _add_relations(event, item)
    return component_bytes(event)


def _add_times(event: Event, item: CalendarItem) -> None:
    """Local times with the zone's name; UTC in a UTC zone, and where a local time would name two instants.

    An entry without an end is an instant: RFC 5545 wants DTEND left out then, since it must be later than DTSTART.
    """
    zone = canonical_zone(item.zone)
    rules = ZoneInfo(zone)
    times = [moment.astimezone(UTC) for moment in (item.start, item.end) if moment is not None]
    local = [moment.astimezone(rules) for moment in times]
    plain = zone == "UTC" or any(_twofold(moment) for moment in local)
    for name, utc, wall in zip(("DTSTART", "DTEND"), times, local, strict=False):
        event[name] = vDatetime(utc if plain else wall.replace(tzinfo=None))
        if not plain:
            event[name].params["TZID"] = zone


def _twofold(local: datetime) -> bool:
    """Whether clocks are set back over this local time, so that it comes twice."""
    return local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()


def _add_place(event: Event, item: CalendarItem) -> None:
    """The place in words, on the map, and once more as Apple's calendar reads it: under the very words of LOCATION."""
    if item.location:
        event["LOCATION"] = line_text(item.location)
    if item.geo is None:
        return
    event["GEO"] = vGeo(item.geo)
    if item.location:
        latitude, longitude = item.geo
        event["X-APPLE-STRUCTURED-LOCATION"] = vUri(
            f"geo:{latitude},{longitude}",
            params={"VALUE": "URI", "X-APPLE-RADIUS": _MAP_RADIUS, "X-TITLE": str(event["LOCATION"])},
        )


def _add_relations(event: Event, item: CalendarItem) -> None:
    """The event it belongs to, whom to ask, and files by address; speakers are never attendees."""
    if item.parent:
        event["RELATED-TO"] = line_text(item.parent)
    if item.organizer:
        name = {"CN": str(line_text(item.organizer_name))} if item.organizer_name else {}
        event["ORGANIZER"] = vCalAddress(f"mailto:{item.organizer}", params=name)
    if item.contact:
        event["CONTACT"] = line_text(item.contact)
    if item.attachments:
        event["ATTACH"] = [vUri(address) for address in item.attachments]
