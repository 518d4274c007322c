"""Calendars: iCalendar files that every client reads right."""
