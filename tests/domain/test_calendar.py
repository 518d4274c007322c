from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from eventkit.domain.calendar import (
    CalendarItem,
    ItemStatus,
    canonical,
    content,
    event_item,
    fingerprint,
    moved,
    schedule_items,
    web_address,
)
from eventkit.domain.programme import (
    Attachment,
    Chapter,
    Event,
    EventState,
    Link,
    Person,
    Programme,
    Room,
    Session,
    SessionKind,
    SessionState,
    Track,
    Venue,
)

ZONE = ZoneInfo("Europe/Berlin")
START = datetime(2027, 5, 8, 10, 0, tzinfo=ZONE)


def event(**told: Any) -> Event:
    return replace(Event(id=1, uuid="e", uid="e@kit", slug="camp", title="Lake Camp", zone=ZONE.key), **told)


def session(number: int = 1, **told: Any) -> Session:
    plain = Session(
        id=number,
        uuid=f"s{number}",
        uid=f"s{number}@kit",
        event_id=1,
        number=number,
        code=f"AAAAA{number}",
        title="Boats",
        start=START,
        minutes=45,
    )
    return replace(plain, **told)


def venue(**told: Any) -> Venue:
    return replace(Venue(id=1, uuid="v", name="Old Mill"), **told)


def room(number: int, name: str, **told: Any) -> Room:
    return replace(Room(id=number, uuid=f"r{number}", event_id=1, name=name, position=number), **told)


def person(number: int, name: str) -> Person:
    return Person(id=number, uuid=f"p{number}", name=name, email=f"p{number}@example.org", bio="A secret life")


def only(programme: Programme) -> CalendarItem:
    (item,) = schedule_items(programme)
    return item


def told_event(**told: Any) -> CalendarItem:
    item = event_item(Programme(event=event(**({"start": START, "end": START + timedelta(hours=3)} | told))))
    assert item is not None
    return item


@pytest.mark.parametrize(
    ("state", "status"),
    [
        (SessionState.ACCEPTED, ItemStatus.TENTATIVE),
        (SessionState.CONFIRMED, ItemStatus.CONFIRMED),
        (SessionState.CANCELLED, ItemStatus.CANCELLED),
    ],
)
def test_schedule_items_public_session_has_status(state: SessionState, status: ItemStatus) -> None:
    assert only(Programme(event=event(), sessions=(session(state=state),))).status == status


@pytest.mark.parametrize(
    "state", [s for s in SessionState if s.value in {"draft", "proposed", "rejected", "withdrawn"}]
)
def test_schedule_items_private_session_is_absent(state: SessionState) -> None:
    assert schedule_items(Programme(event=event(), sessions=(session(state=state),))) == ()


def test_schedule_items_unscheduled_session_is_absent() -> None:
    assert schedule_items(Programme(event=event(), sessions=(session(start=None),))) == ()


@pytest.mark.parametrize("state", [EventState.CANCELLED, EventState.POSTPONED])
def test_schedule_items_called_off_event_calls_off_its_sessions(state: EventState) -> None:
    item = only(Programme(event=event(state=state), sessions=(session(),)))
    assert (item.status, item.transparent) == (ItemStatus.CANCELLED, True)


def test_schedule_items_say_what_a_visitor_needs_in_order() -> None:
    talk = session(
        subtitle="Small ones",
        abstract="How to build one.\r\nAnd row it.",
        description="Longer words",
        person_ids=(2, 1),
        links=(Link(url="https://boats.example/plan", title="Plan"), Link(url="https://boats.example/knots")),
        attachments=(Attachment(title="Slides", url="https://boats.example/s.pdf"), Attachment(title="x", sha256="0")),
        url="https://camp.example/boats",
        track_id=1,
        kind=SessionKind.WORKSHOP,
    )
    item = only(
        Programme(
            event=event(),
            sessions=(talk,),
            people=(person(1, "Ada Reed"), person(2, "Bo\nSail")),
            tracks=(Track(id=1, uuid="t", event_id=1, name="Water,  deep"),),
        )
    )
    assert item.description == (
        "Small ones\n\nHow to build one.\nAnd row it.\n\nBo Sail, Ada Reed\n\n"
        "Plan: https://boats.example/plan\nhttps://boats.example/knots\nSlides: https://boats.example/s.pdf\n\n"
        "https://camp.example/boats"
    )
    assert item.categories == ("Water, deep", "workshop")
    assert item.attachments == ("https://boats.example/s.pdf",)
    assert (item.title, item.parent, item.url) == ("Boats", "e@kit", "https://camp.example/boats")
    assert item.end == START + timedelta(minutes=45)


def test_schedule_items_tell_no_personal_data_but_names() -> None:
    item = only(Programme(event=event(), sessions=(session(person_ids=(1,)),), people=(person(1, "Ada Reed"),)))
    assert "example.org" not in canonical(content(item))
    assert "secret" not in canonical(content(item))
    assert item.description == "Ada Reed"


def test_schedule_items_description_stands_in_for_a_missing_abstract() -> None:
    assert only(Programme(event=event(), sessions=(session(description="Long"),))).description == "Long"


def test_schedule_items_zero_length_is_an_instant() -> None:
    assert only(Programme(event=event(), sessions=(session(minutes=0),))).end is None


def test_schedule_items_untitled_session_shows_its_code() -> None:
    item = only(Programme(event=event(), sessions=(session(title=" \n", kind=SessionKind.OTHER),)))
    assert (item.title, item.categories) == ("AAAAA1", ())


@pytest.mark.parametrize(
    ("kind", "free"), [(SessionKind.BREAK, True), (SessionKind.MEAL, True), (SessionKind.TALK, False)]
)
def test_schedule_items_breaks_leave_time_free(kind: SessionKind, *, free: bool) -> None:
    assert only(Programme(event=event(), sessions=(session(kind=kind),))).transparent is free


def test_schedule_items_own_address_comes_before_the_events() -> None:
    whole = event(url="https://camp.example/")
    assert only(Programme(event=whole, sessions=(session(url="boats.html"),))).url == "https://camp.example/"


MILL = venue(street="Mühlweg 3", postcode="12345", city="Seeheim", country="Germany", latitude=49.5, longitude=8.25)
BARN = venue(id=2, uuid="w", name="Barn", city="Seeheim", latitude=49.75, longitude=8.5)
ROOMS = (room(1, "Attic"), room(2, "Cellar"), room(3, "Loft", venue_id=2), room(4, "Yard", venue_id=1))


@pytest.mark.parametrize(
    ("told", "location", "geo"),
    [
        ({"room_ids": (1,)}, "Attic, Old Mill, Mühlweg 3, 12345 Seeheim, Germany", (49.5, 8.25)),
        ({"room_ids": (1, 2, 4)}, "Attic / Cellar / Yard, Old Mill, Mühlweg 3, 12345 Seeheim, Germany", (49.5, 8.25)),
        ({"room_ids": (3,)}, "Loft, Barn, Seeheim", (49.75, 8.5)),
        ({"room_ids": (1, 3)}, "Attic, Old Mill, Mühlweg 3, 12345 Seeheim, Germany / Loft, Barn, Seeheim", None),
        ({"all_rooms": True}, "Old Mill, Mühlweg 3, 12345 Seeheim, Germany", (49.5, 8.25)),
        ({}, "Old Mill, Mühlweg 3, 12345 Seeheim, Germany", (49.5, 8.25)),
    ],
)
def test_schedule_items_location_is_one_line(
    told: dict[str, Any], location: str, geo: tuple[float, float] | None
) -> None:
    item = only(Programme(event=event(), venue=MILL, venues=(MILL, BARN), rooms=ROOMS, sessions=(session(**told),)))
    assert (item.location, item.geo) == (location, geo)


def test_schedule_items_virtual_venue_is_at_its_address() -> None:
    online = venue(name="Our\nbridge", virtual=True, url="https://meet.example/x", street="none")
    item = only(Programme(event=event(), venue=online, rooms=(room(1, "Stage"),), sessions=(session(room_ids=(1,)),)))
    assert (item.location, item.geo) == ("Stage, Our bridge, https://meet.example/x", None)


def test_schedule_items_without_a_venue_name_the_room() -> None:
    item = only(Programme(event=event(), rooms=(room(1, "Stage"),), sessions=(session(room_ids=(1,)),)))
    assert (item.location, item.geo) == ("Stage", None)


@pytest.mark.parametrize(
    ("state", "status"),
    [
        (EventState.DRAFT, ItemStatus.TENTATIVE),
        (EventState.PLANNED, ItemStatus.TENTATIVE),
        (EventState.ANNOUNCED, ItemStatus.CONFIRMED),
        (EventState.RUNNING, ItemStatus.CONFIRMED),
        (EventState.DONE, ItemStatus.CONFIRMED),
        (EventState.CANCELLED, ItemStatus.CANCELLED),
        (EventState.POSTPONED, ItemStatus.CANCELLED),
    ],
)
def test_event_item_has_status(state: EventState, status: ItemStatus) -> None:
    assert told_event(state=state).status == status


def test_event_item_is_its_own_span() -> None:
    item = told_event()
    assert (item.start, item.end, item.transparent) == (START, START + timedelta(hours=3), False)


def test_event_item_end_that_is_not_later_is_left_out() -> None:
    assert told_event(end=START).end is None
    assert told_event(end=None).end is None


def test_event_item_of_several_days_leaves_time_free() -> None:
    assert told_event(end=START + timedelta(days=1)).transparent is True


def test_event_item_without_a_date_spans_its_public_sessions() -> None:
    sessions = (
        session(number=1, start=START + timedelta(hours=2)),
        session(number=2),
        session(number=3, start=START - timedelta(hours=5), state=SessionState.REJECTED),
    )
    item = event_item(Programme(event=event(), sessions=sessions))
    assert item is not None
    assert (item.start, item.end) == (START, START + timedelta(hours=2, minutes=45))


def test_event_item_of_one_instant_has_no_end() -> None:
    item = event_item(Programme(event=event(), sessions=(session(minutes=0),)))
    assert item is not None
    assert (item.start, item.end) == (START, None)


def test_event_item_undated_is_none() -> None:
    assert event_item(Programme(event=event(), sessions=(session(start=None),))) is None


@pytest.mark.parametrize(
    ("contact", "organizer"),
    [("team@camp.example", "team@camp.example"), ("+49 30 1234", ""), ("Ask\nus", ""), ("a@b@c.example", ""), ("", "")],
)
def test_event_item_organizer_is_a_whole_mail_address(contact: str, organizer: str) -> None:
    item = told_event(contact=contact)
    assert (item.organizer, item.contact) == (organizer, contact.replace("\n", " "))


def test_event_item_tells_chapter_venue_and_words() -> None:
    programme = Programme(
        event=event(
            title=" ",
            start=START,
            subtitle="Two days",
            description="By the\u2028lake",
            url="https://camp.example/",
            links=(Link(url="https://camp.example/map", title="Map"),),
        ),
        chapter=Chapter(id=1, uuid="c", name="Lake\nFolk", city="Seeheim", zone=ZONE.key),
        venue=MILL,
    )
    item = event_item(programme)
    assert item is not None
    assert (item.title, item.organizer_name, item.parent) == ("camp", "Lake Folk", "")
    assert item.location == "Old Mill, Mühlweg 3, 12345 Seeheim, Germany"
    assert item.description == "Two days\n\nBy the\nlake\n\nMap: https://camp.example/map\n\nhttps://camp.example/"


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://camp.example/a?b=c#d", "https://camp.example/a?b=c#d"),
        ("HTTP://camp.example", "HTTP://camp.example"),
        ("camp.example", ""),
        ("javascript:alert(1)", ""),
        ("https://camp.example/a b", ""),
        ("https://camp.example/\r\nATTENDEE:x", ""),
        ("", ""),
    ],
)
def test_web_address_is_whole_or_nothing(text: str, address: str) -> None:
    assert web_address(text) == address


OTHER: dict[str, Any] = {
    "uid": "x",
    "title": "Ships",
    "start": START + timedelta(minutes=1),
    "end": None,
    "zone": "UTC",
    "status": ItemStatus.CANCELLED,
    "description": "x",
    "location": "x",
    "geo": (1.0, 2.0),
    "url": "https://x.example/",
    "categories": ("x",),
    "attachments": ("https://x.example/",),
    "organizer": "x@x.example",
    "organizer_name": "x",
    "contact": "x",
    "parent": "x",
    "transparent": True,
}


@pytest.mark.parametrize("field", [field.name for field in fields(CalendarItem)])
def test_fingerprint_changes_with_every_field_and_moved_with_four(field: str) -> None:
    item = told_event()
    other = replace(item, **{field: OTHER[field]})
    assert fingerprint(other) != fingerprint(item)
    assert moved(content(item), content(other)) is (field in {"start", "end", "location", "status"})


def test_fingerprint_is_of_the_instant_not_of_its_spelling() -> None:
    item = told_event()
    assert item.end is not None
    same = replace(item, start=item.start.astimezone(UTC), end=item.end.astimezone(UTC))
    assert fingerprint(same) == fingerprint(item)
