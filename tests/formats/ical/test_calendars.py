import hashlib
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventkit.domain.calendar import CalendarItem, ItemStatus
from eventkit.domain.text import clean, one_line
from eventkit.formats.ical import event_calendar, schedule_calendar
from tests.formats.ical.cases import STAMP, event, item
from tests.formats.ical.reading import byte_faults, client_faults, components, lines, unescaped


def schedule(*items: CalendarItem, **told: Any) -> bytes:
    return b"".join(schedule_calendar(event(**told), items, {entry.uid: STAMP for entry in items}))


ANYTHING = st.text(
    st.one_of(
        st.sampled_from("\x00\x07\x0b\x1f\x7f\x85\u2028\u2029\ud800\udfff\ufeff\r\n\t\\;,:\"^'"),
        st.sampled_from(["👩\u200d👩\u200d👧", "🏳️\u200d🌈", "é", "שלום", "\u202eabc", "한국", "𝔘"]).map(lambda s: s[0]),
        st.characters(),
    ),
    max_size=120,
)


@settings(max_examples=200, deadline=None)
@given(texts=st.tuples(*[ANYTHING] * 9))
def test_event_calendar_any_text_in_any_field_is_sound(texts: tuple[str, ...]) -> None:
    title, description, location, category, contact, parent, uid, name, heading = texts
    entry = item(
        uid="u" + uid,
        title=title,
        description=description,
        location=location,
        categories=(category, "talk"),
        contact=contact,
        parent=parent,
        organizer_name=name,
    )
    for data in (event_calendar(entry, STAMP), schedule(entry, title=heading, subtitle=description)):
        assert byte_faults(data) == []
        (read,) = components(data, "VEVENT")
        assert unescaped(read["SUMMARY"].value) == one_line(title)
        assert unescaped(read["UID"].value) == one_line("u" + uid)
        if description:
            assert unescaped(read["DESCRIPTION"].value) == clean(description)
        if location:
            assert unescaped(read["LOCATION"].value) == one_line(location)
        (again,) = icalendar.Calendar.from_ical(data).walk("VEVENT")
        assert again.errors == []
        assert str(again["SUMMARY"]) == one_line(title)


def test_event_calendar_holds_every_property() -> None:
    (read,) = components(event_calendar(item(), STAMP), "VEVENT")
    assert {name: line.value for name, line in read.items() if name not in {"DESCRIPTION", "ATTACH"}} == {
        "UID": "s1@eventkit",
        "DTSTAMP": "20270102T030405Z",
        "LAST-MODIFIED": "20270102T030405Z",
        "CREATED": "20261201T000000Z",
        "SEQUENCE": "3",
        "DTSTART": "20270508T110000",
        "DTEND": "20270508T114500",
        "SUMMARY": "Boats\\, nets\\; and \\\\ more 1",
        "LOCATION": 'Attic "B"\\, Old Mill\\, Mühlweg 3\\, 12345 Seeheim\\, Germany',
        "GEO": "49.5;8.25",
        "X-APPLE-STRUCTURED-LOCATION": "geo:49.5,8.25",
        "URL": "https://camp.example/boats?a=1,2;b",
        "CATEGORIES": "Water\\, deep,talk",
        "STATUS": "CONFIRMED",
        "TRANSP": "OPAQUE",
        "CLASS": "PUBLIC",
        "RELATED-TO": "e@eventkit",
        "ORGANIZER": "mailto:team@camp.example",
        "CONTACT": "team@camp.example",
    }
    assert read["DTSTART"].params == read["DTEND"].params == {"TZID": "Europe/Berlin"}
    assert read["ORGANIZER"].params == {"CN": "Lake: ^'Folk^'"}
    assert unescaped(read["DESCRIPTION"].value) == item().description
    addresses = [line.value for line in lines(event_calendar(item(), STAMP)) if line.name == "ATTACH"]
    assert addresses == ["https://camp.example/a.pdf", "https://camp.example/b.pdf"]


def test_event_calendar_bare_entry_has_nothing_empty() -> None:
    bare = item(
        description="",
        location="",
        url="",
        categories=(),
        attachments=(),
        organizer="",
        contact="",
        parent="",
        end=None,
    )
    (read,) = components(event_calendar(bare, STAMP), "VEVENT")
    assert set(read) == {
        *("UID", "DTSTAMP", "LAST-MODIFIED", "CREATED", "SEQUENCE", "DTSTART", "SUMMARY"),
        *("GEO", "STATUS", "TRANSP", "CLASS"),
    }
    assert client_faults(event_calendar(bare, STAMP)) == []


def test_event_calendar_organizer_without_a_name() -> None:
    (read,) = components(event_calendar(item(organizer_name="", geo=None), STAMP), "VEVENT")
    assert read["ORGANIZER"].params == {}
    assert "GEO" not in read


def test_event_calendar_has_no_name_of_its_own() -> None:
    data = event_calendar(item(), STAMP)
    (head,) = components(data, "VCALENDAR")
    assert set(head) == {"VERSION", "PRODID", "CALSCALE", "UID"}
    assert (head["VERSION"].value, head["CALSCALE"].value) == ("2.0", "GREGORIAN")
    assert client_faults(data) == []


def test_schedule_calendar_names_itself_escaped() -> None:
    data = schedule(item(1), item(2), subtitle="Two days,\nby the lake")
    (head,) = components(data, "VCALENDAR")
    assert head["NAME"].value == head["X-WR-CALNAME"].value == "Lake\\, Camp\\; 27"
    assert head["DESCRIPTION"].value == head["X-WR-CALDESC"].value == "Two days\\,\\nby the lake"
    assert head["X-WR-TIMEZONE"].value == "Europe/Berlin"
    assert client_faults(data) == []
    assert len(components(data, "VEVENT")) == 2


def test_schedule_calendar_uid_belongs_to_event_and_feed() -> None:
    (event_head,) = components(event_calendar(item(uid="e@eventkit"), STAMP), "VCALENDAR")
    (head,) = components(schedule(item()), "VCALENDAR")
    (other,) = components(schedule(item(), uid="f@eventkit"), "VCALENDAR")
    (renamed,) = components(schedule(item(), title="x"), "VCALENDAR")
    assert len({event_head["UID"].value, head["UID"].value, other["UID"].value}) == 3
    assert renamed["UID"].value == head["UID"].value


@pytest.mark.parametrize("zone", ["Europe/Berlin", "UTC"])
def test_schedule_calendar_without_sessions_still_holds_a_component(zone: str) -> None:
    data = schedule(zone=zone)
    assert byte_faults(data) == []
    assert [line["TZID"].value for line in components(data, "VTIMEZONE")] == [zone]


@pytest.mark.parametrize("zone", ["UTC", "Etc/UTC", "GMT", "Zulu"])
def test_schedule_calendar_utc_zone_tells_z_times_without_a_zone(zone: str) -> None:
    data = schedule(item(zone=zone))
    (read,) = components(data, "VEVENT")
    assert (read["DTSTART"].value, read["DTSTART"].params) == ("20270508T090000Z", {})
    assert components(data, "VTIMEZONE") == []


def test_schedule_calendar_old_zone_name_becomes_todays() -> None:
    start = datetime(2027, 5, 8, 10, tzinfo=ZoneInfo("US/Eastern"))
    data = schedule(item(zone="US/Eastern", start=start, end=start + timedelta(hours=1)), zone="US/Eastern")
    (read,) = components(data, "VEVENT")
    assert (read["DTSTART"].value, read["DTSTART"].params) == ("20270508T100000", {"TZID": "America/New_York"})
    assert [line["TZID"].value for line in components(data, "VTIMEZONE")] == ["America/New_York"]
    assert components(data, "VCALENDAR")[0]["X-WR-TIMEZONE"].value == "America/New_York"


@pytest.mark.parametrize(
    ("minutes", "plain"), [(-91, False), (-89, True), (-30, True), (29, True), (59, True), (60, False)]
)
def test_schedule_calendar_time_that_comes_twice_is_told_in_utc(minutes: int, *, plain: bool) -> None:
    set_back = datetime(2027, 10, 31, 1, tzinfo=UTC)
    start = set_back + timedelta(minutes=minutes)
    (read,) = components(schedule(item(start=start, end=start + timedelta(minutes=30))), "VEVENT")
    assert (read["DTSTART"].params == {}) is plain
    if plain:
        assert read["DTSTART"].value == start.strftime("%Y%m%dT%H%M%SZ")
        assert read["DTEND"].value == (start + timedelta(minutes=30)).strftime("%Y%m%dT%H%M%SZ")


def test_schedule_calendar_one_zone_for_all_years() -> None:
    late = datetime(2029, 1, 5, 10, tzinfo=ZoneInfo("Africa/Casablanca"))
    early = datetime(2027, 1, 5, 10, tzinfo=ZoneInfo("Africa/Casablanca"))
    told = {"zone": "Africa/Casablanca", "end": None}
    data = schedule(item(1, start=late, **told), item(2, start=early, **told), zone="Africa/Casablanca")
    (zone,) = components(data, "VTIMEZONE")
    assert zone["TZID"].value == "Africa/Casablanca"
    years = {
        line.value[:4] for line in lines(data) if line.path[-1] in {"STANDARD", "DAYLIGHT"} and line.name == "DTSTART"
    }
    assert years == {"1970", "2027", "2028", "2029"}


@pytest.mark.parametrize("status", list(ItemStatus))
def test_schedule_calendar_tells_status_and_transparency(status: ItemStatus) -> None:
    (read,) = components(schedule(item(status=status, transparent=True)), "VEVENT")
    assert (read["STATUS"].value, read["TRANSP"].value) == (status.value, "TRANSPARENT")


def test_schedule_calendar_is_a_fixpoint_of_another_reader() -> None:
    data = schedule(item(1), item(2), subtitle="x")
    again = icalendar.Calendar.from_ical(data)
    assert icalendar.Calendar.from_ical(again.to_ical()) == again
    assert [e.start for e in again.events] == [item(1).start, item(2).start]
    assert [e.end for e in again.events] == [item(1).end, item(2).end]


MAKE = """
import hashlib, sys
from tests.formats.ical.cases import STAMP, event, item
from eventkit.formats.ical import event_calendar, schedule_calendar
items = [item(n) for n in range(5)]
data = event_calendar(item(), STAMP) + b"".join(schedule_calendar(event(), items, {i.uid: STAMP for i in items}))
print(hashlib.sha256(data).hexdigest())
"""


def test_calendars_are_the_same_on_any_machine() -> None:
    here = [item(n) for n in range(5)]
    own = hashlib.sha256(event_calendar(item(), STAMP) + schedule(*here)).hexdigest()
    for setting in (
        {"TZ": "Pacific/Apia", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
        {"TZ": "UTC", "LC_ALL": "tr_TR.UTF-8"},
    ):
        made = subprocess.run(
            [sys.executable, "-c", MAKE], env={**os.environ, **setting}, capture_output=True, text=True, check=True
        )
        assert made.stdout.strip() == own


def test_client_faults_see_what_clients_trip_over() -> None:
    data = schedule(item())
    assert client_faults(data) == ["Outlook: a name makes a calendar of a single entry"]
    two = schedule(item(1), item(2))
    floating = two.replace(b"DTSTART;TZID=Europe/Berlin", b"DTSTART", 1)
    assert client_faults(floating) == ["Google: floating time"]
    assert client_faults(two.replace(b"TZID:Europe/Berlin", b"TZID:X")) == ["no VTIMEZONE for Europe/Berlin"]
    assert client_faults(two.replace(b"CLASS:PUBLIC", b"ATTENDEE:mailto:x@camp.example", 1)) == ["ATTENDEE in VEVENT"]
    assert client_faults(two.replace(b'X-TITLE="Attic', b'X-TITLE="Cellar', 1)) == ["Apple: X-TITLE is not LOCATION"]
    assert client_faults(two.replace(b"UID:s2@", b"UID:s1@")) == ["one UID twice"]
    assert byte_faults(two.replace(b"\r\n", b"\n"))[0] == "frame"
