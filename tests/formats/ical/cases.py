"""Invented entries for calendar tests."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from eventkit.domain.calendar import CalendarItem, ItemStatus, Stamp
from eventkit.domain.programme import Event

ZONE = ZoneInfo("Europe/Berlin")
STAMP = Stamp(3, datetime(2027, 1, 2, 3, 4, 5, tzinfo=UTC), datetime(2026, 12, 1, tzinfo=UTC))


def item(number: int = 1, **told: Any) -> CalendarItem:
    """An entry with everything in it, but for what is told."""
    start = datetime(2027, 5, 8, 10, 0, tzinfo=ZONE) + timedelta(hours=number)
    full = CalendarItem(
        uid=f"s{number}@eventkit",
        title=f"Boats, nets; and \\ more {number}",
        start=start,
        end=start + timedelta(minutes=45),
        zone=ZONE.key,
        status=ItemStatus.CONFIRMED,
        description='How "we" row:\nslowly, and with care; always on the lake that all know: Größe ist 船.\n\nAda',
        location='Attic "B", Old Mill, Mühlweg 3, 12345 Seeheim, Germany',
        geo=(49.5, 8.25),
        url="https://camp.example/boats?a=1,2;b",
        categories=("Water, deep", "talk"),
        attachments=("https://camp.example/a.pdf", "https://camp.example/b.pdf"),
        organizer="team@camp.example",
        organizer_name='Lake: "Folk"',
        contact="team@camp.example",
        parent="e@eventkit",
    )
    return replace(full, **told)


def event(**told: Any) -> Event:
    """The event around the entries."""
    plain = Event(id=1, uuid="e", uid="e@eventkit", slug="camp", title="Lake, Camp; 27", zone=ZONE.key)
    return replace(plain, **told)
