"""schedule.ics against its floor: the same bytes put together by hand, with the escaping and folding that they need."""

import os
import sys
import tempfile
import tracemalloc
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bench.measure import compare, row, tell
from eventkit.domain.calendar import CalendarItem, ItemStatus, Stamp, schedule_items
from eventkit.domain.imports import ImportHints
from eventkit.domain.programme import Event
from eventkit.formats.ical import schedule_calendar, vtimezone
from eventkit.formats.ical.entries import vevent
from eventkit.jobs.importing import apply, read_source
from eventkit.services.kit import Kit
from eventkit.services.programme import programme

SHARED = Path(os.environ.get("EVENTKIT_SHARED", Path(__file__).resolve().parents[2] / "shared"))
SOURCE = SHARED / "data" / "schedule" / "fosdem-2026.xml"
ZONE = ZoneInfo("Europe/Berlin")
STAMP = Stamp(1, datetime(2026, 11, 1, tzinfo=UTC), datetime(2026, 10, 1, tzinfo=UTC))
OTHER_STAMP = Stamp(2, datetime(2026, 11, 2, tzinfo=UTC), datetime(2026, 10, 1, tzinfo=UTC))
EVENT = Event(id=1, uuid="e", uid="e@eventkit", slug="camp", title="Lake Camp", zone=ZONE.key)
WORDS = (
    "Wir zeigen Schritt für Schritt, wie ein Boot entsteht; vom ersten Brett bis zur Fahrt über den See, und zurück.\n"
)
GOALS = {"cold": 12.0, "again after one edit": 0.2}


def item(number: int) -> CalendarItem:
    """A session such as real schedules hold: umlauts, a few sentences, a speaker, an address."""
    start = datetime(2027, 5, 8, 8, 0, tzinfo=ZONE) + timedelta(minutes=5 * (number % 200), days=number % 3)
    return CalendarItem(
        uid=f"{number:08x}-7c1e-4b54-9a53-0d6f3f7a1c22@eventkit",
        title=f"Boote bauen für Anfänger, Teil {number}",
        start=start,
        end=start + timedelta(minutes=45),
        zone=ZONE.key,
        status=ItemStatus.CONFIRMED,
        description=WORDS * 4 + "\nAda Ried, Bo Segel\n\nhttps://camp.example/talk",
        location="Dachboden, Alte Mühle, Mühlweg 3, 12345 Seeheim, Germany",
        url=f"https://camp.example/talk/{number}",
        categories=("Wasser", "talk"),
        parent="e@eventkit",
    )


def ours(items: Sequence[CalendarItem], stamps: dict[str, Stamp]) -> bytes:
    """The file from what the caches hold."""
    return b"".join(schedule_calendar(EVENT, items, stamps))


def cold(items: Sequence[CalendarItem], stamps: dict[str, Stamp]) -> bytes:
    """The file as the first export makes it."""
    vevent.cache_clear()
    vtimezone.cache_clear()
    return ours(items, stamps)


def escaped(text: str) -> str:
    """TEXT by hand."""
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def folded(text: str) -> bytes:
    """A line by hand."""
    line = text.encode()
    if len(line) <= 75:
        return line + b"\r\n"
    pieces, limit = [], 75
    while len(line) > limit:
        cut = limit
        while line[cut] & 0xC0 == 0x80:
            cut -= 1
        pieces.append(line[:cut])
        line, limit = line[cut:], 74
    return b"\r\n ".join((*pieces, line)) + b"\r\n"


def floor(items: Sequence[CalendarItem], stamps: dict[str, Stamp]) -> bytes:
    """The entries as strings put together by hand: no zones, no checks."""
    out = []
    for entry in items:
        stamp = stamps[entry.uid]
        changed = f"{stamp.changed:%Y%m%dT%H%M%SZ}"
        lines = (
            "BEGIN:VEVENT",
            f"UID:{escaped(entry.uid)}",
            f"DTSTAMP:{changed}",
            f"LAST-MODIFIED:{changed}",
            f"CREATED:{stamp.created:%Y%m%dT%H%M%SZ}",
            f"SEQUENCE:{stamp.sequence}",
            f"DTSTART;TZID={entry.zone}:{entry.start:%Y%m%dT%H%M%S}",
            f"DTEND;TZID={entry.zone}:{entry.end or entry.start:%Y%m%dT%H%M%S}",
            f"SUMMARY:{escaped(entry.title)}",
            f"DESCRIPTION:{escaped(entry.description)}",
            f"LOCATION:{escaped(entry.location)}",
            f"URL:{entry.url}",
            f"CATEGORIES:{','.join(map(escaped, entry.categories))}",
            f"STATUS:{entry.status}",
            "TRANSP:OPAQUE",
            "CLASS:PUBLIC",
            f"RELATED-TO:{escaped(entry.parent)}",
            "END:VEVENT",
        )
        out.append(b"".join(map(folded, lines)))
    return b"".join(out)


def one_edit(items: Sequence[CalendarItem], stamps: dict[str, Stamp]) -> None:
    """The file was made before; then one session is stamped anew, so that its cached bytes no longer hold."""
    vevent.cache_clear()
    ours(items, stamps)
    uid = items[len(items) // 2].uid
    stamps[uid] = OTHER_STAMP if stamps[uid] == STAMP else STAMP


def growth(small: list[CalendarItem], large: list[CalendarItem], stamps: dict[str, Stamp]) -> None:
    """Ten times the sessions: at most twelve times the time, and a flat, small need of memory per session."""
    compare(
        "calendars-growth",
        {"1,000 sessions": lambda: cold(small, stamps), "10,000 sessions": lambda: cold(large, stamps)},
        floor="1,000 sessions",
        goals={"10,000 sessions": 12.0},
        rounds=3,
    )
    vevent.cache_clear()
    tracemalloc.start()
    size = sum(len(piece) for piece in schedule_calendar(EVENT, large, stamps))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    rows = [row("peak while streaming 10,000 sessions", peak / 1024 / len(large), goal=3.0)]
    tell("calendars-memory", f"1 KiB per session; the file holds {size / 1024 / len(large):.2f} KiB per session", rows)


def real_sessions() -> tuple[CalendarItem, ...]:
    """The sessions of a large conference, where its file lies; none elsewhere."""
    if not SOURCE.is_file():
        return ()
    with tempfile.TemporaryDirectory() as folder, Kit.create(Path(folder) / "real.eventkit") as kit:
        result, _ = apply(kit, read_source(SOURCE, ImportHints()))
        return schedule_items(kit.read(programme, result.event_id))


def against_floor(name: str, items: Sequence[CalendarItem]) -> None:
    """The first export, then one after a single edit."""
    stamps = {entry.uid: STAMP for entry in items}
    assert len(floor(items, stamps)) > 0.95 * len(cold(items, stamps))  # noqa: S101 - the floor must do the same work
    by_hand = f"floor: {len(items)} sessions by hand"
    compare(
        name,
        {by_hand: lambda: floor(items, stamps), "cold": lambda: cold(items, stamps)},
        floor=by_hand,
        goals=GOALS,
        rounds=7,
    )
    compare(
        f"{name}-again",
        {by_hand: lambda: floor(items, stamps), "again after one edit": lambda: ours(items, stamps)},
        floor=by_hand,
        goals=GOALS,
        rounds=7,
        before=lambda: one_edit(items, stamps),
    )


def main() -> int:
    """Print the tables; each ratio beside its goal."""
    large = [item(number) for number in range(10_000)]
    small = large[:1000]
    against_floor("calendars", small)
    real = real_sessions()
    if real:
        against_floor("calendars-fosdem", real)
    else:
        print("calendars-fosdem: left out, ../shared is not here")
    growth(small, large, {entry.uid: STAMP for entry in large})
    return 0


if __name__ == "__main__":
    sys.exit(main())
