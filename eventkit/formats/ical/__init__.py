"""Calendar files that every client reads right."""

from eventkit.formats.ical.calendars import event_calendar, schedule_calendar
from eventkit.formats.ical.zones import canonical_zone, vtimezone

__all__ = ["canonical_zone", "event_calendar", "schedule_calendar", "vtimezone"]
