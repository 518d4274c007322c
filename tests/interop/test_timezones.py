"""All zones of the zone database, as calendar clients read them."""

import importlib.resources
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import pytest

from eventkit.domain.calendar import CalendarItem, ItemStatus, Stamp
from eventkit.domain.programme import Event
from eventkit.formats.ical import schedule_calendar, vtimezone
from eventkit.formats.ical.zones import onsets
from tests.interop.oracles import ICAL_JS, ORACLES, Oracle

pytestmark = pytest.mark.interop

FIRST, LAST = 2026, 2027
AROUND = tuple(timedelta(seconds=s) for s in (-3 * 3600, -300, -1, 300, 3 * 3600))
Meant = Callable[[datetime], set[float]]
ZONES = (importlib.resources.files("tzdata") / "zones").read_text("utf-8").split()


@cache
def instants(zone: str) -> tuple[datetime, ...]:
    """Five instants around each change of the zone's clocks, and one in each month, over two years."""
    changes = [change.at + shift for change in onsets(zone, FIRST, LAST) for shift in AROUND]
    months = [datetime(year, month, 11, 12, 34, tzinfo=UTC) for year in (FIRST, LAST) for month in range(1, 13)]
    return tuple(
        moment for moment in sorted({*changes, *months}) if FIRST <= moment.astimezone(ZoneInfo(zone)).year <= LAST
    )


def calendar_of_local_times(zone: str, component: bytes) -> bytes:
    """A calendar with the zone's component and an entry per instant, told in local time; its uid is the instant."""
    parts = [b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n", component]
    for moment in instants(zone):
        local = f"{moment.astimezone(ZoneInfo(zone)):%Y%m%dT%H%M%S}"
        parts.append(
            f"BEGIN:VEVENT\r\nUID:{int(moment.timestamp())}\r\nDTSTAMP:20260101T000000Z\r\n"
            f"DTSTART;TZID={zone}:{local}\r\nEND:VEVENT\r\n".encode()
        )
    return b"".join((*parts, b"END:VCALENDAR\r\n"))


def exactly(moment: datetime) -> set[float]:
    """The instant and no other."""
    return {moment.timestamp()}


def as_told(moment: datetime) -> set[float]:
    """The instants that a local time names: two in the hour over which clocks are set back (clients take the later)."""
    return {moment.replace(fold=fold).timestamp() for fold in (0, 1)}


def wrong(
    oracle: Oracle, folder: Path, zones: list[str], made: Callable[[str], bytes], meant: Meant
) -> tuple[dict[str, list[str]], int]:
    """The instants that a client reads wrong in `made(zone)`, by zone, and how many it was asked."""
    files = {folder / f"{number}.ics": zone for number, zone in enumerate(zones)}
    for path, zone in files.items():
        path.write_bytes(made(zone))
    faults: dict[str, list[str]] = {}
    asked = 0
    for path, reading in oracle.read(list(files)).items():
        asked += len(reading.times)
        for uid, (start, _) in reading.times.items():
            moment = datetime.fromtimestamp(int(uid), ZoneInfo(files[path]))
            if start not in meant(moment):
                faults.setdefault(files[path], []).append(
                    f"{moment.isoformat()} fold {moment.fold} off {start - int(uid)}"
                )
    return faults, asked


@pytest.mark.parametrize("oracle", ORACLES)
def test_vtimezone_every_zone_is_read_right(oracle: Oracle, tmp_path: Path) -> None:
    faults, asked = wrong(
        oracle, tmp_path, ZONES, lambda zone: calendar_of_local_times(zone, vtimezone(zone, FIRST, LAST)), as_told
    )
    assert asked > 12_000
    assert faults == {}


def schedule_of_instants(zone: str) -> bytes:
    """A schedule of ours with a session at each instant."""
    rules, stamp = ZoneInfo(zone), Stamp(0, datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 1, 1, tzinfo=UTC))
    items = [
        CalendarItem(
            uid=str(int(moment.timestamp())),
            title="A session",
            start=moment.astimezone(rules),
            end=(moment + timedelta(minutes=20)).astimezone(rules),
            zone=zone,
            status=ItemStatus.CONFIRMED,
        )
        for moment in instants(zone)
    ]
    event = Event(id=1, uuid="e", uid="e@kit", slug="e", title="An event", zone=zone)
    return b"".join(schedule_calendar(event, items, {item.uid: stamp for item in items}))


@pytest.mark.parametrize("oracle", ORACLES)
def test_schedule_calendar_is_read_right_in_every_zone_without_exception(oracle: Oracle, tmp_path: Path) -> None:
    faults, asked = wrong(oracle, tmp_path, ZONES, schedule_of_instants, exactly)
    assert asked > 12_000
    assert faults == {}


def others(zone: str) -> bytes:
    """What the icalendar library makes of the same entries: the negative control."""
    bare = calendar_of_local_times(zone, b"")
    calendar = icalendar.Calendar.from_ical(bare)
    calendar.add_missing_timezones(first_date=date(1970, 1, 1), last_date=date(2038, 1, 1))
    return bytes(calendar.to_ical())


def test_ical_js_reads_lists_of_dates_wrong(tmp_path: Path) -> None:
    zones = ["Europe/Berlin", "America/New_York", "Australia/Sydney", "Asia/Kolkata", "Africa/Cairo"]
    faults, _ = wrong(ICAL_JS, tmp_path, zones, others, as_told)
    assert set(faults) == set(zones) - {"Asia/Kolkata"}


@pytest.mark.parametrize("oracle", ORACLES)
def test_oracle_sees_a_wrong_rule(oracle: Oracle, tmp_path: Path) -> None:
    def a_week_early(zone: str) -> bytes:
        component = vtimezone(zone, FIRST, LAST).replace(b"BYDAY=-1SU", b"BYDAY=4SU")
        return calendar_of_local_times(zone, component)

    faults, _ = wrong(oracle, tmp_path, ["Europe/Berlin"], a_week_early, as_told)
    assert {told[:10] for told in faults["Europe/Berlin"]} == {"2026-03-28", "2026-03-29", "2027-10-31"}


def test_instants_cover_both_sides_of_every_change() -> None:
    assert len(instants("Europe/Berlin")) == 4 * 5 + 24
    assert len(instants("Asia/Kolkata")) == 24
