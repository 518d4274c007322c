"""Any operations in any order: undo takes all of them back, redo does all again, across closing and opening too.

A quick look by default; `EVENTKIT_OPERATIONS=10000 pytest tests/services/test_undo.py` does that many.
"""

import importlib
import inspect
import os
import pkgutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test
from sqlalchemy import select

import eventkit.services
from eventkit.domain.access import Answer, Fact
from eventkit.domain.errors import EventKitError
from eventkit.domain.guest_lists import ListedGuest
from eventkit.domain.history import Label
from eventkit.domain.people import Scope
from eventkit.domain.programme import Attachment, Link, Session, SessionText
from eventkit.domain.runsheet import RunKey
from eventkit.models.base import metadata
from eventkit.services import (
    event_copies,
    events,
    guest_lists,
    guests,
    imports,
    people,
    profiles,
    rooms,
    runsheet,
    scheduling,
    sessions,
    venues,
    versions,
)
from eventkit.services.kit import Kit
from tests.factories import MORNING, ZONE, a_batch, a_session, dumped

STEPS = 50
OPERATIONS = max(STEPS, int(os.environ.get("EVENTKIT_OPERATIONS", "500")))
WORDS = ("Knots", "Tides", "Łódź 夏", "Łódź 夏", "x")

Pick = Callable[[str], int]
"""The id of some row of a table, 0 where it has none."""


def batch(n: int) -> Any:
    """One of a file's versions: sessions come, change and go."""
    told = [a_session(f"s{key}", WORDS[(key + n) % 4], hours=key, person_keys=("id:1",)) for key in range(n % 5 + 1)]
    return replace(a_batch(), sessions=tuple(told))


def guest_list(n: int) -> list[ListedGuest]:
    """One of a list's versions."""
    told = [{"name": WORDS[(key + n) % 4], "ticket": f"T{key}", "note": str(n % 3)} for key in range(n % 5 + 1)]
    return [ListedGuest(place=str(key), fields=fields) for key, fields in enumerate(told)]


def _places(pick: Pick, n: int) -> list[Session]:
    """A session somewhere, or off the schedule; its event is asked for only where there is a time."""
    session_id, event_id = pick("session"), pick("event")
    start = MORNING + timedelta(minutes=n) if n % 4 else None
    return [
        Session(id=session_id, uuid="", uid="", event_id=event_id, number=1, code="", title="", start=start, minutes=n)
    ]


def _key(pick: Pick, n: int) -> RunKey:
    return RunKey(cue_id=pick("cue")) if n % 2 else RunKey(session_id=pick("session"))


LINKS = (Link(url="https://a.example/"), Link(url="https://b.example/"))

DO: dict[Callable[..., Any], Callable[[Pick, int], tuple[tuple[Any, ...], dict[str, Any]]]] = {
    events.add_chapter: lambda _, n: ((), {"name": WORDS[n % 5], "zone": ZONE}),
    events.edit_chapter: lambda p, n: ((p("chapter"),), {"city": WORDS[n % 5]}),
    events.delete_chapter: lambda p, _: ((p("chapter"),), {}),
    events.add_venue: lambda _, n: ((), {"name": WORDS[n % 5], "latitude": n / 7}),
    events.edit_venue: lambda p, n: ((p("venue"),), {"city": WORDS[n % 5]}),
    events.delete_venue: lambda p, _: ((p("venue"),), {}),
    venues.set_venue_fact: lambda p, n: (
        (p("venue"), list(Fact)[n % 3]),
        {"answer": list(Answer)[n % 4], "note": WORDS[n % 5][: n % 2]},
    ),
    event_copies.copy_event: lambda p, n: ((p("event"),), {"title": WORDS[n % 5], "days": n}),
    events.add_event: lambda p, n: ((), {"title": WORDS[n % 5], "zone": ZONE, "venue_id": p("venue") or None}),
    events.edit_event: lambda p, n: ((p("event"),), {"day_change": n, "links": LINKS[: n % 3]}),
    events.delete_event: lambda p, _: ((p("event"),), {}),
    rooms.add_room: lambda p, n: ((p("event"),), {"name": WORDS[n % 5], "venue_id": p("venue") or None}),
    rooms.edit_room: lambda p, n: ((p("room"),), {"capacity": n}),
    rooms.delete_room: lambda p, _: ((p("room"),), {}),
    rooms.order_rooms: lambda p, _: ((p("event"), [p("room")]), {}),
    rooms.order_tracks: lambda p, _: ((p("event"), [p("track")]), {}),
    rooms.add_track: lambda p, n: ((p("event"),), {"name": WORDS[n % 5]}),
    rooms.edit_track: lambda p, n: ((p("track"),), {"color": f"#{n:06x}"}),
    rooms.delete_track: lambda p, _: ((p("track"),), {}),
    rooms.add_crew: lambda p, n: ((p("event"), p("person")), {"role": WORDS[n % 5]}),
    rooms.edit_crew: lambda p, n: ((p("crew"),), {"role": WORDS[n % 5]}),
    rooms.delete_crew: lambda p, _: ((p("crew"),), {}),
    people.add_person: lambda _, n: ((), {"name": WORDS[n % 5], "links": LINKS[: n % 3]}),
    people.edit_person: lambda p, n: ((p("person"),), {"bio": WORDS[n % 5], "links": LINKS[: n % 3]}),
    people.copy_person: lambda p, _: ((p("person"),), {}),
    profiles.edit_profile: lambda p, n: (
        (p("person"),),
        {"topics": WORDS[n % 5], "availability": "" if n % 2 else "Sat"},
    ),
    profiles.give_consent: lambda p, n: ((p("person"), list(Scope)[n % 3]), {"given_on": MORNING.date()}),
    profiles.withdraw_consent: lambda p, n: ((p("person"), list(Scope)[n % 3]), {}),
    people.delete_people: lambda p, _: (([p("person")],), {}),
    people.delete_person: lambda p, _: ((p("person"),), {}),
    people.merge_people: lambda p, _: ((p("person"), p("person")), {}),
    sessions.add_session: lambda p, n: (
        (p("event"),),
        {"title": WORDS[n % 5], "start": MORNING + timedelta(hours=n), "person_ids": (p("person"),)[: n % 2]},
    ),
    sessions.edit_session: lambda p, n: (
        (p("session"),),
        {
            "texts": (SessionText(language="de", title=WORDS[n % 5]),)[: n % 2],
            "attachments": (Attachment(title="A", url="https://a.example/a.pdf"),)[: n % 2],
        },
    ),
    sessions.move_session: lambda p, n: ((p("session"),), {"start": MORNING + timedelta(minutes=n)}),
    sessions.delete_session: lambda p, _: ((p("session"),), {}),
    sessions.set_speakers: lambda p, _: ((p("session"), (p("person"), p("person"))), {}),
    sessions.set_rooms: lambda p, _: ((p("session"), (p("room"),)), {}),
    sessions.keep_talk: lambda p, _: ((p("session"),), {}),
    sessions.schedule_talk: lambda p, n: ((p("talk"), p("event")), {"start": MORNING + timedelta(days=n)}),
    sessions.delete_talk: lambda p, _: ((p("talk"),), {}),
    scheduling.place_sessions: lambda p, n: ((_places(p, n),), {}),
    scheduling.duplicate_session: lambda p, n: (
        (p("session"),),
        {"day": MORNING.date() + timedelta(days=n) if n % 2 else None},
    ),
    scheduling.delete_sessions: lambda p, n: (([p("session")] if n % 5 == 0 else [],), {}),
    scheduling.set_room_hours: lambda p, n: ((p("room"),), {"opens": n % 3 * 60 or None, "closes": n * 3 or None}),
    scheduling.set_changeover: lambda p, n: ((p("event"), n % 3), {}),
    scheduling.lock_sessions: lambda p, n: (([p("session")], n % 2 == 0), {}),
    versions.keep_version: lambda p, n: ((p("event"),), {"name": WORDS[n % 5], "at": MORNING + timedelta(minutes=n)}),
    versions.go_back: lambda p, _: ((p("version"),), {}),
    versions.delete_version: lambda p, _: ((p("version"),), {}),
    scheduling.name_speakers: lambda p, n: ((p("session"), WORDS[: n % 4]), {"adding": n % 3 == 0}),
    runsheet.add_cue: lambda p, n: (
        (p("event"),),
        {"title": WORDS[n % 5], "start": MORNING + timedelta(minutes=n), "room_id": p("room") or None},
    ),
    runsheet.edit_cue: lambda p, n: ((p("cue"),), {"text": WORDS[n % 5], "person_id": p("person") or None}),
    runsheet.delete_cue: lambda p, _: ((p("cue"),), {}),
    runsheet.start_line: lambda p, n: ((p("event"), _key(p, n)), {"at": MORNING + timedelta(minutes=n)}),
    runsheet.stop_line: lambda p, n: ((p("event"), _key(p, n)), {"at": MORNING + timedelta(minutes=n)}),
    runsheet.extend_line: lambda p, n: ((p("event"), _key(p, n)), {"minutes": n % 30}),
    runsheet.postpone_line: lambda p, n: ((p("event"), _key(p, n)), {"minutes": n % 30}),
    imports.apply_batch: lambda _, n: ((batch(n),), {}),
    guests.add_guest: lambda p, n: ((p("event"),), {"name": WORDS[n % 5]}),
    guests.edit_guest: lambda p, n: ((p("guest"),), {"name": WORDS[n % 5], "delete_on": MORNING.date()}),
    guests.edit_guests: lambda p, n: (([p("guest"), p("guest")],), {"affiliation": WORDS[n % 5]}),
    guests.check_in_guests: lambda p, n: (([p("guest"), p("guest")],), {"at": MORNING + timedelta(minutes=n)}),
    guests.check_out_guests: lambda p, _: (([p("guest")],), {}),
    guests.delete_guests: lambda p, _: (([p("guest")],), {}),
    guests.purge_guests: lambda p, n: ((p("event"),), {"today": MORNING.date() + timedelta(days=n)}),
    guest_lists.import_guests: lambda p, n: ((p("event"), guest_list(n)), {}),
}
"""Every operation, and its arguments for a number."""

BELOW = {
    *("arrivals", "import_parts", "import_sessions", "records", "rows", "said", "sources"),  # operations are made of it
    *("backup", "db", "kit", "publication"),  # outside undo
}
QUERIES = {
    *("chapters", "dump_lines", "events", "findings", "free_slug", "integrity", "label_of", "people", "people_by_ids"),
    *("appearances", "namesakes", "person_line_ids", "person_lines", "profile", "take_over_profile"),
    *("guest_by_id", "guest_counts", "guest_ids", "guests", "guests_by_ids"),
    *("person_by_id", "person_ids", "programme", "search", "session_by_id", "sessions_by_ids", "stacks", "steps"),
    *("outlook", "sessions_of_events", "suggested_merges", "talk_by_id", "venue_facts", "venues", "set_parts"),
    *("version_by_id", "versions"),
    *("cue_by_id", "cues", "run_sheet"),
}
"""What reads only; set_parts is the end of add_session and edit_session."""


class AnyOperations(RuleBasedStateMachine):
    """A kit and what happened to it."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "town.eventkit"
        self.kit = Kit.create(self.path)

    @rule(operation=st.sampled_from(list(DO)), n=st.integers(0, 500), chosen=st.tuples(*[st.integers(0, 9)] * 3))
    def do(self, operation: Callable[..., Any], n: int, chosen: tuple[int, ...]) -> None:
        left = list(chosen)

        def pick(table: str) -> int:
            row = metadata.tables[table].c.id
            ids = self.kit.read(lambda db: list(db.execute(select(row).order_by(row)).scalars()))
            return ids[left.pop() % len(ids)] if ids else 0

        args, fields = DO[operation](pick, n)
        before = dumped(self.kit)
        try:
            self.kit.write(Label("do"), operation, *args, **fields)
        except EventKitError:
            assert dumped(self.kit) == before

    @rule()
    def undo(self) -> None:
        self.kit.undo()

    @rule()
    def redo(self) -> None:
        self.kit.redo()

    @rule()
    def close_and_open(self) -> None:
        before = dumped(self.kit)
        self.kit.close()
        self.kit = Kit.open(self.path)
        assert dumped(self.kit) == before

    def teardown(self) -> None:
        while self.kit.redo():
            pass
        end = dumped(self.kit)
        while self.kit.undo():
            pass
        assert dumped(self.kit) == ()
        self.close_and_open()
        while self.kit.redo():
            pass
        assert dumped(self.kit) == end
        self.kit.close()
        self.folder.cleanup()


@pytest.mark.timeout(3600)
def test_any_operations_are_undone_and_done_again() -> None:
    run_state_machine_as_test(
        AnyOperations,
        settings=settings(
            max_examples=OPERATIONS // STEPS,
            stateful_step_count=STEPS,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_every_operation_of_the_services_is_among_them() -> None:
    found = set()
    for info in pkgutil.iter_modules(eventkit.services.__path__):
        module = importlib.import_module(f"eventkit.services.{info.name}")
        for name, function in vars(module).items():
            own = inspect.isfunction(function) and function.__module__ == module.__name__ and not name.startswith("_")
            if own and info.name not in BELOW and next(iter(inspect.signature(function).parameters), "") == "db":
                found.add(name)
    assert found - QUERIES == {operation.__name__ for operation in DO}
