"""The run sheet of an event: what is kept, and that a time once kept is never lost."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from eventkit.domain.errors import InvalidError, NotFoundError
from eventkit.domain.programme import Event, Session
from eventkit.domain.runsheet import Cue, CueKind, RunKey, RunLine
from eventkit.services import rooms, runsheet
from eventkit.services.event_copies import copy_event
from eventkit.services.kit import Kit
from eventkit.services.people import add_person, delete_person, merge_people
from eventkit.services.programme import programme
from eventkit.services.sessions import add_session
from tests.factories import MORNING, an_event, counted_statements, do, dumped, new_kit

UNKNOWN = 4242


@pytest.fixture
def kit(tmp_path: Path) -> Iterator[Kit]:
    with new_kit(tmp_path) as made:
        yield made


@pytest.fixture
def event(kit: Kit) -> Event:
    return an_event(kit)


def at(minutes: int) -> datetime:
    return MORNING + timedelta(minutes=minutes)


def a_session(kit: Kit, event: Event, title: str, start: int, **more: object) -> Session:
    told = {"start": at(start), "minutes": 30, **more}
    return do(kit, add_session, event.id, title=title, **told)  # type: ignore[arg-type]  # - the record's own


def a_cue(kit: Kit, event: Event, title: str, start: int, **more: object) -> Cue:
    return do(kit, runsheet.add_cue, event.id, title=title, start=at(start), **more)  # type: ignore[arg-type]  # - likewise


def sheet(kit: Kit, event: Event) -> dict[str, RunLine]:
    told = kit.read(programme, event.id)
    return {line.of.title: line for line in kit.read(runsheet.run_sheet, told)}


def test_a_cue_is_added_edited_and_deleted(kit: Kit, event: Event) -> None:
    room = do(kit, rooms.add_room, event.id, name="Dock")
    ada = do(kit, add_person, name="Ada")
    cue = a_cue(kit, event, " Doors\n open ", 0, minutes=15, text="Ring the bell", owner="Desk", room_id=room.id)
    assert (cue.title, cue.start, cue.minutes, cue.kind) == ("Doors open", MORNING, 15, CueKind.CREW)
    assert str(cue.start.tzinfo) == event.zone
    edited = do(kit, runsheet.edit_cue, cue.id, person_id=ada.id, kind=CueKind.CEREMONY, start=at(5))
    assert (edited.person_id, edited.kind, edited.start, edited.text) == (ada.id, CueKind.CEREMONY, at(5), cue.text)
    assert kit.read(runsheet.cues, event.id) == (edited,)
    do(kit, delete_person, ada.id)
    do(kit, rooms.delete_room, room.id)
    left = kit.read(runsheet.cue_by_id, cue.id)
    assert (left.person_id, left.room_id) == (None, None)
    do(kit, runsheet.delete_cue, cue.id)
    assert kit.read(runsheet.cues, event.id) == ()
    while kit.undo():
        pass
    assert dumped(kit) == ()


def test_what_is_not_there_or_not_right_is_refused(kit: Kit, event: Event) -> None:
    elsewhere = do(kit, rooms.add_room, an_event(kit, "Other").id, name="Loft")
    before = dumped(kit)
    with pytest.raises(InvalidError, match="title_empty"):
        a_cue(kit, event, " ", 0)
    with pytest.raises(InvalidError, match="minutes_negative"):
        a_cue(kit, event, "Doors", 0, minutes=-1)
    with pytest.raises(InvalidError, match="naive_time"):
        do(kit, runsheet.add_cue, event.id, title="Doors", start=MORNING.replace(tzinfo=None))
    with pytest.raises(NotFoundError, match="unknown_room"):
        a_cue(kit, event, "Doors", 0, room_id=elsewhere.id)
    with pytest.raises(NotFoundError, match="unknown_event"):
        do(kit, runsheet.add_cue, UNKNOWN, title="Doors", start=MORNING)
    for key, code in ((RunKey(cue_id=UNKNOWN), "unknown_cue"), (RunKey(session_id=UNKNOWN), "unknown_session")):
        with pytest.raises(NotFoundError, match=code):
            do(kit, runsheet.start_line, event.id, key, at=MORNING)
    with pytest.raises(NotFoundError, match="unknown_cue"):
        kit.read(runsheet.cue_by_id, UNKNOWN)
    with pytest.raises(NotFoundError, match="unknown_cue"):
        do(kit, runsheet.edit_cue, UNKNOWN, title="Doors")
    assert dumped(kit) == before


def test_starting_ends_what_ran_and_stopping_keeps_the_start(kit: Kit, event: Event) -> None:
    knots, tides = a_session(kit, event, "Knots", 0), a_session(kit, event, "Tides", 30)
    bell = a_cue(kit, event, "Bell", 30)
    do(kit, runsheet.start_line, event.id, RunKey(session_id=knots.id), at=at(2))
    do(kit, runsheet.start_line, event.id, RunKey(cue_id=bell.id), at=at(31))
    told = sheet(kit, event)
    assert (told["Knots"].running, told["Bell"].started, told["Bell"].ended) == (True, at(31), at(31))
    do(kit, runsheet.start_line, event.id, RunKey(session_id=tides.id), at=at(33))
    told = sheet(kit, event)
    assert (told["Knots"].started, told["Knots"].ended) == (at(2), at(33))
    assert (told["Tides"].running, told["Tides"].started) == (True, at(33))
    do(kit, runsheet.stop_line, event.id, RunKey(session_id=tides.id), at=at(60))
    assert sheet(kit, event)["Tides"].ended == at(60)
    done = dumped(kit)
    do(kit, runsheet.stop_line, event.id, RunKey(session_id=tides.id), at=at(90))
    assert dumped(kit) == done
    do(kit, runsheet.start_line, event.id, RunKey(session_id=tides.id), at=at(61))
    assert (sheet(kit, event)["Tides"].started, sheet(kit, event)["Tides"].ended) == (at(33), None)
    again = dumped(kit)
    do(kit, runsheet.start_line, event.id, RunKey(session_id=tides.id), at=at(70))
    assert dumped(kit) == again
    kit.undo()
    assert dumped(kit) == done


def test_extending_moves_sessions_and_cues_in_one_step(kit: Kit, event: Event) -> None:
    knots, _ = a_session(kit, event, "Knots", 0), a_session(kit, event, "Tides", 30)
    a_cue(kit, event, "Bell", 30)
    before = dumped(kit)
    do(kit, runsheet.extend_line, event.id, RunKey(session_id=knots.id), minutes=5)
    told = sheet(kit, event)
    assert told["Knots"].of.minutes == 35
    assert (told["Tides"].start, told["Bell"].start) == (at(35), at(35))
    kit.undo()
    assert dumped(kit) == before
    with pytest.raises(InvalidError, match="minutes_negative"):
        do(kit, runsheet.extend_line, event.id, RunKey(session_id=knots.id), minutes=-60)
    assert dumped(kit) == before


def test_the_plan_is_moved_in_one_step(kit: Kit, event: Event) -> None:
    knots, _ = a_session(kit, event, "Knots", 0), a_session(kit, event, "Tides", 30)
    before = dumped(kit)
    do(kit, runsheet.postpone_line, event.id, RunKey(session_id=knots.id), minutes=4)
    told = sheet(kit, event)
    assert (told["Knots"].start, told["Knots"].of.minutes, told["Tides"].start) == (at(4), 30, at(34))
    kit.undo()
    assert dumped(kit) == before


def test_a_started_time_survives_a_killed_program(kit: Kit, event: Event) -> None:
    knots = a_session(kit, event, "Knots", 0)
    path = kit.path
    kit.close()
    program = f"""
import os, signal
from datetime import datetime
from pathlib import Path
from eventkit.domain.history import Label
from eventkit.domain.runsheet import RunKey
from eventkit.services.kit import Kit
from eventkit.services.runsheet import start_line
kit = Kit.open(Path({str(path)!r}))
at = datetime.fromisoformat({at(3).isoformat()!r})
kit.write(Label("start_line"), start_line, {event.id}, RunKey(session_id={knots.id}), at=at)
os.kill(os.getpid(), signal.SIGKILL)
"""
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == -9
    with Kit.open(path) as again:
        assert sheet(again, event)["Knots"].started == at(3)


def test_cues_are_merged_with_people_and_copied_with_events(kit: Kit, event: Event) -> None:
    dock = do(kit, rooms.add_room, event.id, name="Dock")
    keep, gone = do(kit, add_person, name="Ada"), do(kit, add_person, name="Ada B.")
    a_cue(kit, event, "Doors", 0, person_id=gone.id, room_id=dock.id)
    a_cue(kit, event, "Bell", 5)
    do(kit, merge_people, keep.id, gone.id)
    copy = do(kit, copy_event, event.id, title="Again", days=7)
    doors, bell = kit.read(runsheet.cues, copy.id)
    assert (doors.person_id, doors.start, bell.start) == (keep.id, MORNING + timedelta(days=7), at(5) + timedelta(7))
    assert doors.room_id == kit.read(programme, copy.id).rooms[0].id


@pytest.mark.parametrize("items", [1, 3])
def test_queries_take_a_constant_number_of_statements(kit: Kit, event: Event, items: int) -> None:
    for number in range(items):
        a_session(kit, event, f"Talk {number}", number)
        a_cue(kit, event, f"Cue {number}", number)
    told = kit.read(programme, event.id)
    counts = []
    for query in (
        lambda db: runsheet.run_sheet(db, told),
        lambda db: runsheet.cues(db, event.id),
        lambda db: runsheet.cue_by_id(db, 1),
    ):
        with counted_statements() as seen:
            kit.read(query)
        counts.append(len([statement for statement in seen if statement.lstrip().startswith("SELECT")]))
    assert counts == [2, 1, 1]
