"""Schedules of other systems, imported and sent out as calendars: each session at the instant that its file names."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET
from zoneinfo import ZoneInfo

import pytest

from eventkit.domain.calendar import event_item, schedule_items
from eventkit.domain.imports import ImportHints
from eventkit.domain.text import one_line
from eventkit.formats.ical import event_calendar, schedule_calendar
from eventkit.jobs.importing import apply, read_source
from eventkit.services.kit import Kit
from eventkit.services.programme import programme
from eventkit.services.publication import stamps
from tests.formats.ical.cases import STAMP, event, item
from tests.formats.ical.reading import byte_faults, client_faults, components, unescaped
from tests.interop.oracles import LIBICAL, ORACLES, Oracle

pytestmark = pytest.mark.interop

NOW = datetime(2026, 11, 24, tzinfo=UTC)
Facts = Counter[tuple[str, int, int | None]]


def minutes(text: str) -> int:
    """Minutes of HH:MM."""
    hours, rest = text.split(":")[:2]
    return 60 * int(hours) + int(rest)


def fact(title: str, start: datetime, length: int) -> tuple[str, int, int | None]:
    """A session's title, start and end in seconds since 1970; no end if it has no length."""
    begun = int(start.timestamp())
    return one_line(title), begun, begun + 60 * length if length else None


def frab_xml(path: Path) -> Iterator[tuple[str, int, int | None]]:
    for told in ET.parse(path).getroot().iter("event"):  # noqa: S314 - a known file
        start = datetime.fromisoformat(told.findtext("date", ""))
        yield fact(told.findtext("title", ""), start, minutes(told.findtext("duration", "")))


def frab_json(path: Path) -> Iterator[tuple[str, int, int | None]]:
    for day in json.loads(path.read_text("utf-8"))["schedule"]["conference"]["days"]:
        for room in day["rooms"].values():
            for told in room:
                yield fact(told["title"], datetime.fromisoformat(told["date"]), minutes(told["duration"]))


def pretalx(path: Path) -> Iterator[tuple[str, int, int | None]]:
    """Sessions and sprints, then the meals, which have no length."""
    whole: dict[str, Any] = json.loads(path.read_text("utf-8"))
    for part in ("schedule", "sprints"):
        for day, minute, rooms in slots(whole[part]):
            for told in rooms.values():
                yield fact(told["title"], paris(day, minute), told["duration"])
    for day, minute, meal in slots(whole["extra"]):
        yield fact(meal["title"]["en"], paris(day, minute), 0)


def slots(days: dict[str, dict[str, Any]]) -> Iterator[tuple[str, str, Any]]:
    """What stands under each day and minute."""
    return ((day, minute, told) for day, minutes_of in days.items() for minute, told in minutes_of.items())


def paris(day: str, minute: str) -> datetime:
    """The time so many minutes into a day."""
    return datetime.fromisoformat(day).replace(tzinfo=ZoneInfo("Europe/Paris")) + timedelta(minutes=int(minute))


FILES = [
    pytest.param("fosdem-2026.xml", frab_xml, "", 883, id="fosdem-2026"),
    pytest.param("camp2019.frab.json", frab_json, "", 79, id="camp2019"),
    pytest.param("pyconfr-2025.json", pretalx, "Europe/Paris", 93 + 5, id="pyconfr-2025"),
]


@pytest.mark.parametrize("oracle", ORACLES)
@pytest.mark.parametrize(("name", "reader", "zone", "count"), FILES)
def test_schedule_is_read_at_the_instants_of_its_source(
    oracle: Oracle, name: str, reader: Any, zone: str, count: int, shared: Path, tmp_path: Path
) -> None:
    source = shared / "data" / "schedule" / name
    with Kit.create(tmp_path / "a.eventkit") as kit:
        result, _ = apply(kit, read_source(source, ImportHints(zone=zone)))
        told = kit.read(programme, result.event_id)
        items = schedule_items(told)
        data = b"".join(schedule_calendar(told.event, items, kit.read(stamps, items, "schedule.ics", now=NOW)))
        whole = event_item(told)
        assert whole is not None
        single = event_calendar(whole, kit.read(stamps, (whole,), "event.ics", now=NOW)[whole.uid])
    files = tmp_path / "schedule.ics", tmp_path / "event.ics"
    files[0].write_bytes(data)
    files[1].write_bytes(single)
    readings = oracle.read(files)
    titles = {entry["UID"].value: unescaped(entry["SUMMARY"].value) for entry in components(data, "VEVENT")}
    read: Facts = Counter((titles[uid], start, end) for uid, (start, end) in readings[files[0]].times.items())
    assert read == Counter(reader(source))
    assert read.total() == count
    assert len(readings[files[1]].times) == 1
    for file, reading in readings.items():
        assert byte_faults(file.read_bytes()) == client_faults(file.read_bytes()) == []
        assert (reading.errors, reading.restrictions) in {("0", "1"), ("-", "-")}


def test_libical_finds_nothing_to_complain_about(tmp_path: Path) -> None:
    items = [item(number, title=title) for number, title in enumerate(("a\x00b", "ok", "船; \\n, \u2028x"))]
    made = {
        "schedule.ics": b"".join(schedule_calendar(event(), items, {entry.uid: STAMP for entry in items})),
        "empty.ics": b"".join(schedule_calendar(event(), (), {})),
        "empty-utc.ics": b"".join(schedule_calendar(event(zone="UTC"), (), {})),
        "event.ics": event_calendar(item(), STAMP),
        "instant.ics": event_calendar(item(end=None), STAMP),
    }
    for name, data in made.items():
        (tmp_path / name).write_bytes(data)
    for reading in LIBICAL.read([tmp_path / name for name in made]).values():
        assert (reading.errors, reading.restrictions) == ("0", "1")


def test_libical_complains_about_a_method_without_organizers(tmp_path: Path) -> None:
    data = event_calendar(item(organizer=""), STAMP).replace(b"VERSION:2.0", b"VERSION:2.0\r\nMETHOD:PUBLISH")
    path = tmp_path / "bad.ics"
    path.write_bytes(data)
    assert LIBICAL.read([path])[path].restrictions == "0"
