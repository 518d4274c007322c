from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from eventkit.domain.errors import InvalidError, NotFoundError
from eventkit.domain.programme import Event, SessionState
from eventkit.domain.versions import Difference, differences, to_tell
from eventkit.services import people, rooms, scheduling, sessions, versions
from eventkit.services.kit import Kit
from eventkit.services.programme import programme, session_by_id
from tests.factories import MORNING, an_event, counted_statements, do, dumped, new_kit

UNKNOWN = 4242


@pytest.fixture
def kit(tmp_path: Path) -> Iterator[Kit]:
    with new_kit(tmp_path) as made:
        yield made


@pytest.fixture
def event(kit: Kit) -> Event:
    made = an_event(kit)
    dock = do(kit, rooms.add_room, made.id, name="Dock")
    ada, bo = (do(kit, people.add_person, name=name) for name in ("Ada", "Bo"))
    for hour, (title, who) in enumerate((("Knots", ada), ("Tides", bo), ("Oars", ada), ("Ropes", bo))):
        start = MORNING + timedelta(hours=hour)
        do(
            kit,
            sessions.add_session,
            made.id,
            title=title,
            start=start,
            minutes=30,
            room_ids=(dock.id,),
            person_ids=(who.id,),
        )
    do(kit, sessions.add_session, made.id, title="Idea")
    return made


def ids(kit: Kit, event: Event) -> dict[str, int]:
    return {session.title: session.id for session in kit.read(programme, event.id).sessions}


def test_a_version_tells_what_is_new_moved_and_cancelled_and_whom_it_concerns(kit: Kit, event: Event) -> None:
    kept = do(kit, versions.keep_version, event.id, name=" First\nprint ", at=MORNING)
    assert (kept.name, kept.at, kit.read(versions.versions, event.id)) == ("First print", MORNING, (kept,))
    assert differences(kept, kit.read(programme, event.id)) == ()
    known = ids(kit, event)
    do(kit, sessions.edit_session, known["Knots"], start=MORNING + timedelta(minutes=5))
    do(kit, sessions.edit_session, known["Tides"], state=SessionState.CANCELLED)
    do(kit, sessions.delete_session, known["Oars"])
    do(kit, sessions.move_session, known["Idea"], start=MORNING + timedelta(hours=5))
    do(kit, sessions.edit_session, known["Ropes"], title="Ropes and knots")
    told = kit.read(programme, event.id)
    changes = differences(kept, told)
    assert [(one.kind, one.title) for one in changes] == [
        (Difference.MOVED, "Knots"),
        (Difference.CANCELLED, "Tides"),
        (Difference.NEW, "Idea"),
        (Difference.CANCELLED, "Oars"),
    ]
    assert to_tell(changes, told) == ("Ada", "Bo")
    assert replace(changes[0], before=None, session=None).title == ""


def test_going_back_puts_sessions_where_they_were_in_one_step(kit: Kit, event: Event) -> None:
    kept = do(kit, versions.keep_version, event.id, name="First", at=MORNING)
    before, known = dumped(kit), ids(kit, event)
    knots = kit.read(session_by_id, known["Knots"])
    do(
        kit,
        scheduling.place_sessions,
        (replace(knots, start=MORNING + timedelta(days=1), room_ids=(), all_rooms=True),),
    )
    do(kit, sessions.move_session, known["Idea"], start=MORNING)
    after = dumped(kit)
    moved = do(kit, versions.go_back, kept.id)
    assert sorted(session.title for session in moved) == ["Idea", "Knots"]
    assert dumped(kit) == before
    kit.undo()
    assert dumped(kit) == after


def test_what_came_since_leaves_the_schedule_and_a_room_that_is_gone_is_left_out(kit: Kit, event: Event) -> None:
    kept = do(kit, versions.keep_version, event.id, name="First", at=MORNING)
    do(kit, sessions.add_session, event.id, title="Late", start=MORNING, minutes=10)
    do(kit, rooms.delete_room, kit.read(programme, event.id).rooms[0].id)
    do(kit, versions.go_back, kept.id)
    told = {session.title: session for session in kit.read(programme, event.id).sessions}
    assert told["Late"].start is None
    assert (told["Knots"].start, told["Knots"].room_ids) == (MORNING, ())


def test_the_newest_version_stands_first_and_one_is_forgotten(kit: Kit, event: Event) -> None:
    first, second = (
        do(kit, versions.keep_version, event.id, name=name, at=MORNING + timedelta(minutes=number))
        for number, name in enumerate(("First", "Second"))
    )
    assert kit.read(versions.versions, event.id) == (second, first)
    do(kit, versions.delete_version, second.id)
    assert kit.read(versions.versions, event.id) == (first,)
    with counted_statements() as seen:
        kit.read(versions.versions, event.id)
    assert len([one for one in seen if one.startswith("SELECT")]) == 1


def test_a_version_has_a_name_and_is_there(kit: Kit, event: Event) -> None:
    with pytest.raises(InvalidError, match="name_empty"):
        do(kit, versions.keep_version, event.id, name=" ", at=MORNING)
    for refused in (
        lambda: do(kit, versions.go_back, UNKNOWN),
        lambda: do(kit, versions.delete_version, UNKNOWN),
    ):
        with pytest.raises(NotFoundError, match="unknown_version"):
            refused()


def test_a_session_is_locked_and_its_heads_are_counted(kit: Kit, event: Event) -> None:
    before, known = dumped(kit), ids(kit, event)
    do(kit, scheduling.lock_sessions, [known["Knots"], known["Tides"]], True)
    assert kit.read(session_by_id, known["Tides"]).locked
    do(kit, sessions.edit_session, known["Knots"], expected=40)
    told = kit.read(session_by_id, known["Knots"])
    assert (told.locked, told.expected) == (True, 40)
    do(kit, scheduling.lock_sessions, [known["Knots"]], False)
    assert kit.read(session_by_id, known["Knots"]).expected == 40
    with pytest.raises(InvalidError, match="expected_negative"):
        do(kit, sessions.edit_session, known["Knots"], expected=-1)
    for _ in range(3):
        kit.undo()
    assert dumped(kit) == before
    do(kit, sessions.edit_session, known["Oars"], locked=False, expected=None)
    assert dumped(kit) == before
