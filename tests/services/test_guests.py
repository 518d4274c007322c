"""Guests of an event: what is kept, found, imported and deleted."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from eventkit.domain.errors import InvalidError, NotFoundError
from eventkit.domain.guest_lists import GuestImport, ListedGuest
from eventkit.domain.guests import Guest, GuestCounts, GuestFilter, GuestSort, Photo, deletion_day
from eventkit.domain.programme import Event, SessionState
from eventkit.services import guests
from eventkit.services.events import delete_event
from eventkit.services.guest_lists import import_guests
from eventkit.services.kit import Kit
from eventkit.services.search import search
from eventkit.services.sessions import add_session
from tests.factories import MORNING, an_event, counted_statements, do, dumped, new_kit

UNKNOWN = 4242
DOORS = datetime(2027, 5, 8, 8, 30, tzinfo=UTC)


@pytest.fixture
def kit(tmp_path: Path) -> Iterator[Kit]:
    with new_kit(tmp_path) as made:
        yield made


@pytest.fixture
def event(kit: Kit) -> Event:
    return an_event(kit)


def add(kit: Kit, event: Event, name: str, **details: Any) -> Guest:
    return do(kit, guests.add_guest, event.id, name=name, **details)


def names(kit: Kit, event: Event, **asked: Any) -> list[str]:
    return [one.name for one in kit.read(guests.guests_by_ids, kit.read(guests.guest_ids, event.id, **asked))]


def take(kit: Kit, event: Event, *listed: dict[str, str]) -> GuestImport:
    rows = [ListedGuest(place=f"line {number}", fields=fields) for number, fields in enumerate(listed, 2)]
    return do(kit, import_guests, event.id, rows)


def test_a_guest_needs_a_name_alone(kit: Kit, event: Event) -> None:
    guest = add(kit, event, "  Ada\n Brandão ")
    assert (guest.name, guest.photo, guest.first_time, guest.checked_in) == ("Ada Brandão", Photo.ASK, False, None)
    with pytest.raises(InvalidError, match="name_empty"):
        add(kit, event, " ")
    with pytest.raises(NotFoundError, match="unknown_event"):
        do(kit, guests.add_guest, UNKNOWN, name="Ada")


def test_a_guest_is_edited_and_found_under_the_new_name(kit: Kit, event: Event) -> None:
    guest = add(kit, event, "Ada", affiliation="Dock")
    edited = do(kit, guests.edit_guest, guest.id, name="Zoë", photo=Photo.NO, note="One\r\ntwo")
    assert (edited.name, edited.affiliation, edited.photo, edited.note) == ("Zoë", "Dock", Photo.NO, "One\ntwo")
    assert names(kit, event, text="zoe dock") == ["Zoë"]
    assert names(kit, event, text="ada") == []
    assert do(kit, guests.edit_guest, guest.id) == edited


def test_several_guests_get_the_same_fields(kit: Kit, event: Event) -> None:
    ids = [add(kit, event, f"Guest {number}").id for number in range(guests.CHUNK + 1)]
    do(kit, guests.edit_guests, ids, affiliation="Acme", photo=Photo.YES)
    told = kit.read(guests.guests_by_ids, ids)
    assert {(one.affiliation, one.photo) for one in told} == {("Acme", Photo.YES)}
    assert len(names(kit, event, text="acme")) == len(ids)
    do(kit, guests.delete_guests, ids)
    assert kit.read(guests.guests, event.id) == ()


def test_check_in_keeps_the_first_time_and_can_be_taken_back(kit: Kit, event: Event) -> None:
    ada, bo = add(kit, event, "Ada"), add(kit, event, "Bo")
    do(kit, guests.check_in_guests, [ada.id], at=DOORS)
    do(kit, guests.check_in_guests, [ada.id, bo.id], at=DOORS + timedelta(minutes=9))
    came = {one.name: one.checked_in for one in kit.read(guests.guests, event.id)}
    assert came == {"Ada": DOORS, "Bo": DOORS + timedelta(minutes=9)}
    do(kit, guests.check_out_guests, [bo.id])
    assert names(kit, event, only=GuestFilter.CHECKED_IN) == ["Ada"]
    assert names(kit, event, only=GuestFilter.EXPECTED) == ["Bo"]


def test_unknown_guests_are_refused_and_nothing_changes(kit: Kit, event: Event) -> None:
    guest = add(kit, event, "Ada")
    before = dumped(kit)
    actions: list[Callable[[], object]] = [
        lambda: do(kit, guests.edit_guest, UNKNOWN, name="Bo"),
        lambda: do(kit, guests.edit_guests, [guest.id, UNKNOWN], ticket="A"),
        lambda: do(kit, guests.check_in_guests, [guest.id, UNKNOWN], at=DOORS),
        lambda: do(kit, guests.check_out_guests, [UNKNOWN]),
        lambda: do(kit, guests.delete_guests, [guest.id, UNKNOWN]),
        lambda: kit.read(guests.guest_by_id, UNKNOWN),
    ]
    for act in actions:
        with pytest.raises(NotFoundError, match="unknown_guest"):
            act()
    with pytest.raises(NotFoundError, match="unknown_event"):
        do(kit, guests.purge_guests, UNKNOWN, today=date(2030, 1, 1))
    with pytest.raises(NotFoundError, match="unknown_event"):
        do(kit, import_guests, UNKNOWN, [])
    assert dumped(kit) == before
    assert kit.read(guests.guests_by_ids, [UNKNOWN, guest.id]) == (guest,)


def test_lists_are_sorted_where_people_look(kit: Kit, event: Event) -> None:
    add(kit, event, "Zoë", affiliation="äcme", ticket="T2", first_time=True)
    add(kit, event, "Élodie", affiliation="Boats", photo=Photo.YES)
    add(kit, event, "adam", ticket="T1", photo=Photo.NO)
    do(kit, guests.check_in_guests, kit.read(guests.guest_ids, event.id, text="zoe"), at=DOORS)
    orders = {sort: names(kit, event, sort=sort) for sort in GuestSort}
    assert orders == {
        GuestSort.NAME: ["adam", "Élodie", "Zoë"],
        GuestSort.AFFILIATION: ["Zoë", "Élodie", "adam"],
        GuestSort.TICKET: ["adam", "Zoë", "Élodie"],
        GuestSort.CHECKED_IN: ["Zoë", "adam", "Élodie"],
        GuestSort.FIRST_TIME: ["Zoë", "adam", "Élodie"],
        GuestSort.PHOTO: ["Zoë", "adam", "Élodie"],
    }
    assert names(kit, event, descending=True) == ["Zoë", "Élodie", "adam"]
    assert names(kit, event, sort=GuestSort.TICKET, descending=True) == ["Zoë", "adam", "Élodie"]
    assert names(kit, event, only=GuestFilter.FIRST_TIME) == ["Zoë"]
    assert names(kit, event, only=GuestFilter.NO_PHOTO) == ["adam", "Zoë"]


def test_the_day_of_deletion_follows_the_event(kit: Kit) -> None:
    dated = an_event(kit)
    by_sessions = an_event(kit, "By its sessions", start=None, end=None)
    do(kit, add_session, by_sessions.id, title="A", start=MORNING + timedelta(hours=14), minutes=120)
    do(kit, add_session, by_sessions.id, title="B", start=MORNING + timedelta(days=9), state=SessionState.REJECTED)
    started = an_event(kit, "Started", end=None)
    undated = an_event(kit, "Someday", start=None, end=None)
    days = [add(kit, event, "Ada").delete_on for event in (dated, by_sessions, started, undated)]
    assert days == [date(2027, 6, 7), date(2027, 6, 8), date(2027, 6, 7), None]
    assert deletion_day(None) is None


def test_purge_deletes_those_whose_day_has_come(kit: Kit, event: Event) -> None:
    add(kit, event, "Ada")
    add(kit, event, "Bo", delete_on=date(2027, 12, 1))
    other = an_event(kit, "Later", end=MORNING + timedelta(days=99))
    add(kit, other, "Cy")
    undated = an_event(kit, "Someday", start=None, end=None)
    add(kit, undated, "Di")
    assert kit.read(guests.guest_counts, event.id, today=date(2027, 6, 6)) == GuestCounts(all=2)
    assert do(kit, guests.purge_guests, event.id, today=date(2027, 6, 6)) == 0
    assert kit.read(guests.guest_counts, event.id, today=date(2027, 6, 7)) == GuestCounts(all=2, due=1)
    before = dumped(kit)
    assert do(kit, guests.purge_guests, event.id, today=date(2027, 6, 7)) == 1
    assert do(kit, guests.purge_guests, undated.id, today=date(2099, 1, 1)) == 0
    assert (names(kit, event), names(kit, other), names(kit, undated)) == (["Bo"], ["Cy"], ["Di"])
    kit.undo()
    assert dumped(kit) == before


def test_counts_tell_who_came_and_who_is_new(kit: Kit, event: Event) -> None:
    assert kit.read(guests.guest_counts, event.id, today=date(2027, 5, 8)) == GuestCounts()
    ada = add(kit, event, "Ada", first_time=True)
    add(kit, event, "Bo")
    do(kit, guests.check_in_guests, [ada.id], at=DOORS)
    told = kit.read(guests.guest_counts, event.id, today=date(2027, 5, 8))
    assert told == GuestCounts(all=2, checked_in=1, first_time=1)


def test_guests_are_found_go_with_their_event_and_come_back(kit: Kit, event: Event) -> None:
    add(kit, event, "Łukasz Źdźbło", email="l@example.org", note="Brings cake")
    before = dumped(kit)
    assert [(hit.kind, hit.title, hit.context) for hit in kit.read(search, "zdzb")] == [
        ("guest", "Łukasz Źdźbło", event.title)
    ]
    assert kit.read(search, "example") == kit.read(search, "cake") == ()
    do(kit, delete_event, event.id)
    assert kit.read(search, "zdzb") == ()
    kit.undo()
    assert dumped(kit) == before
    assert len(kit.read(search, "zdzb")) == 1


@pytest.mark.parametrize("items", [1, 3])
def test_queries_take_a_constant_number_of_statements(kit: Kit, event: Event, items: int) -> None:
    ids = [add(kit, event, f"Guest {number}").id for number in range(items)]
    counts = []
    for query in (
        lambda db: guests.guest_ids(db, event.id, text="guest", sort=GuestSort.TICKET),
        lambda db: guests.guests_by_ids(db, ids),
        lambda db: guests.guests(db, event.id),
        lambda db: guests.guest_counts(db, event.id, today=date(2027, 5, 8)),
    ):
        with counted_statements() as seen:
            kit.read(query)
        counts.append(len([statement for statement in seen if statement.lstrip().startswith("SELECT")]))
    assert counts == [1, 2, 2, 2]


def test_a_list_makes_guests_and_the_same_again_changes_nothing(kit: Kit, event: Event) -> None:
    rows: tuple[dict[str, str], ...] = (
        {"name": "Ada", "ticket": "A-1", "first_time": "yes", "photo": "no"},
        {"name": "Bo Núñez", "email": "bo@example.org", "affiliation": "Dock", "pronouns": "they/them"},
        {"name": "Cy"},
        {"name": "Cy"},
    )
    assert take(kit, event, *rows) == GuestImport(created=4)
    told = kit.read(guests.guests, event.id)
    assert [(one.name, one.ticket, one.first_time, one.photo) for one in told] == [
        ("Ada", "A-1", True, Photo.NO),
        ("Bo Núñez", "", False, Photo.ASK),
        ("Cy", "", False, Photo.ASK),
        ("Cy", "", False, Photo.ASK),
    ]
    assert (told[1].email, told[1].affiliation, told[1].pronouns) == ("bo@example.org", "Dock", "they/them")
    before, steps = dumped(kit), kit.undo_label
    assert take(kit, event, *reversed(rows)) == GuestImport(unchanged=4)
    assert (dumped(kit), kit.undo_label) == (before, steps)
    kit.undo()
    assert kit.read(guests.guests, event.id) == ()


def test_a_newer_list_updates_by_ticket_then_address_then_name(kit: Kit, event: Event) -> None:
    take(
        kit,
        event,
        {"name": "Ada", "ticket": "A-1"},
        {"name": "Bo", "email": "bo@example.org", "ticket": "Regular"},
        {"name": "Élodie"},
    )
    done = take(
        kit,
        event,
        {"name": "Ada Brandão", "ticket": "a-1"},
        {"name": "Bo Nyström", "email": "BO@example.org", "ticket": "Regular"},
        {"name": "elodie", "affiliation": "Dock"},
        {"name": "Di", "ticket": "Regular"},
    )
    assert done == GuestImport(created=1, updated=3)
    assert names(kit, event) == ["Ada Brandão", "Bo Nyström", "Di", "elodie"]


def test_two_guests_of_one_name_are_told_apart(kit: Kit, event: Event) -> None:
    first = take(kit, event, {"name": "Ana", "email": "a@example.org"}, {"name": "Ana", "ticket": "7"})
    assert first == GuestImport(created=2)
    again = take(kit, event, {"name": "Ana", "email": "other@example.org"}, {"name": "Ana", "ticket": "7", "note": "x"})
    assert again == GuestImport(created=1, updated=1)
    ben = take(kit, event, {"name": "Ben", "affiliation": "Dock"}, {"name": "Ben", "affiliation": "Loft"})
    assert ben.created == 2
    loft = take(kit, event, {"name": "Ben", "affiliation": "Loft", "note": "Late"})
    assert loft == GuestImport(updated=1)
    assert [one.affiliation for one in kit.read(guests.guests, event.id) if one.note == "Late"] == ["Loft"]


def test_tickets_that_differ_are_two_guests(kit: Kit, event: Event) -> None:
    take(kit, event, {"name": "Ana", "ticket": "1"}, {"name": "Ana", "ticket": "2"})
    take(kit, event, {"name": "Ana", "ticket": "2", "note": "second"}, {"name": "Ana", "ticket": "1", "note": "first"})
    told = {one.ticket: one.note for one in kit.read(guests.guests, event.id)}
    assert told == {"1": "first", "2": "second"}


def test_what_was_edited_here_stays_and_is_told(kit: Kit, event: Event) -> None:
    take(kit, event, {"name": "Ada", "ticket": "A-1"}, {"name": "Bo", "photo": "no"})
    ada, bo = kit.read(guests.guests, event.id)
    do(kit, guests.edit_guest, ada.id, name="Ada B.", pronouns="she/her")
    do(kit, guests.edit_guest, bo.id, name="Bo the Second")
    done = take(
        kit, event, {"name": "Ada Brandão", "ticket": "A-1", "pronouns": "they"}, {"name": "Bo", "photo": "yes"}
    )
    assert [(row.place, row.values["field"]) for row in done.kept] == [("line 2", "name"), ("line 2", "pronouns")]
    assert (done.created, done.updated, done.unchanged) == (0, 1, 1)
    assert names(kit, event) == ["Ada B.", "Bo the Second"]
    again = take(
        kit, event, {"name": "Ada Brandão", "ticket": "A-1", "pronouns": "they"}, {"name": "Bo", "photo": "yes"}
    )
    assert again == GuestImport(unchanged=2)


def test_a_typed_guest_is_filled_by_a_list(kit: Kit, event: Event) -> None:
    guest = add(kit, event, "Ada", note="Brings cake")
    done = take(kit, event, {"name": "ada", "ticket": "9", "first_time": "yes", "note": "None"})
    told = kit.read(guests.guest_by_id, guest.id)
    assert (told.name, told.ticket, told.first_time, told.note) == ("Ada", "9", True, "Brings cake")
    assert (done.updated, [row.values["field"] for row in done.kept]) == (1, ["name", "note"])
