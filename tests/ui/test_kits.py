from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from eventkit.jobs.resources import backups
from eventkit.services.backup import copies
from eventkit.services.programme import chapters, events, programme
from eventkit.ui.events.new_event import NewEvent
from eventkit.ui.forms import Ask, ZoneField
from eventkit.ui.frame import Frame
from eventkit.ui.kits import NewKit, RestoreCopy, file_name, free_path
from eventkit.ui.workspace import Workspace
from tests.ui.conftest import Chosen
from tests.ui.guards import drain

A = TypeVar("A", bound=Ask)


def asked(frame: Frame, kind: type[A]) -> A:
    return next(one for one in frame.findChildren(kind) if one.isVisible())


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Harbour Town", "Harbour Town"),
        ("a/b:c*?", "a b c"),
        ("  ", "kit"),
        ("Łódź 漢字", "Łódź 漢字"),
        ("x" * 200, "x" * 80),
    ],
)
def test_file_name_can_be_kept_on_any_system(name: str, file: str) -> None:
    assert file_name(name) == file


def test_free_path_is_never_one_that_is_taken(tmp_path: Path) -> None:
    (tmp_path / "Town.eventkit").touch()
    (tmp_path / "Town 2.eventkit").touch()
    assert free_path(tmp_path, "Town").name == "Town 3.eventkit"


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Europe/Lisbon", "Europe/Lisbon"),
        ("kathmandu", "Asia/Kathmandu"),
        ("america/new york", "America/New_York"),
        ("europe", ""),
        ("", ""),
        ("Mars", ""),
    ],
)
def test_zone_is_found_by_any_part_that_names_one(qtbot: QtBot, typed: str, zone: str) -> None:
    field = ZoneField("Europe/Lisbon")
    qtbot.addWidget(field)
    field.setCurrentText(typed)
    assert field.zone == zone


def test_new_kit_has_its_community(open_frame: Callable[[Path | None], Frame], tmp_path: Path) -> None:
    frame = open_frame(None)
    workspace = frame.workspace
    assert workspace is not None
    assert isinstance(workspace.errands.files, Chosen)
    workspace.errands.files.path = tmp_path / "town.eventkit"
    frame.menus.actions["new_kit"].trigger()
    ask = asked(frame, NewKit)
    assert ask.focusWidget() is ask.name
    ask.action.click()
    assert ask.problem.text() == "How is your community called?"
    QTest.keyClicks(ask.name, "Harbour Town")
    QTest.keyClick(ask.name, Qt.Key.Key_Tab)
    QTest.keyClicks(ask.city, "Vilamar")
    ask.zone.setCurrentText("nowhere")
    ask.action.click()
    assert "time zone" in ask.problem.text()
    ask.zone.setCurrentText("Europe/Lisbon")
    ask.change.click()
    QTest.keyClick(ask.city, Qt.Key.Key_Return)
    drain()
    assert [(one.name, one.city, one.zone) for one in workspace.desk.read(chapters)] == [
        ("Harbour Town", "Vilamar", "Europe/Lisbon")
    ]
    assert workspace.home.first_button.isVisible()
    assert frame.windowTitle() == "town – EventKit"


def test_new_event_has_its_day_times_and_place(workspace: Workspace, frame: Frame) -> None:
    frame.menus.actions["new_event"].trigger()
    ask = asked(frame, NewEvent)
    ask.action.click()
    assert ask.problem.isVisible()
    QTest.keyClicks(ask.name, "Harvest Fair")
    QTest.keyClicks(ask.place, "Old Library")
    ask.zone.setCurrentText("")
    ask.action.click()
    assert ask.zone.property("invalid")
    ask.zone.setCurrentText("Europe/Lisbon")
    ask.day.setDate(ask.day.date().fromString("2027-05-08", "yyyy-MM-dd"))
    ask.end.setTime(ask.end.time().fromString("01:00", "HH:mm"))
    ask.action.click()
    drain()
    made = next(event for event in workspace.desk.read(events) if event.title == "Harvest Fair")
    assert (f"{made.start}", f"{made.end}") == ("2027-05-08 18:30:00+01:00", "2027-05-09 01:00:00+01:00")
    assert made.place == "Old Library"
    assert workspace.event_page.where.text() == "Harvest Fair"
    frame.menus.undo.trigger()
    assert "Harvest Fair" not in [event.title for event in workspace.desk.read(events)]


def test_venue_of_that_name_is_used_again(workspace: Workspace, frame: Frame) -> None:
    known = next(event for event in workspace.desk.read(events) if event.place)
    venue = workspace.desk.read(programme, known.id).venue
    assert venue is not None
    workspace.errands.new_event()
    ask = asked(frame, NewEvent)
    QTest.keyClicks(ask.name, "Second Evening")
    QTest.keyClicks(ask.place, venue.name.upper())
    ask.action.click()
    drain()
    made = next(event for event in workspace.desk.read(events) if event.title == "Second Evening")
    assert workspace.desk.read(programme, made.id).venue == venue


def test_escape_closes_a_dialog_without_doing_anything(workspace: Workspace, frame: Frame) -> None:
    workspace.errands.new_event()
    ask = asked(frame, NewEvent)
    QTest.keyClicks(ask.name, "Never")
    QTest.keyClick(ask, Qt.Key.Key_Escape)
    drain()
    assert frame.findChildren(NewEvent) == []
    assert "Never" not in [event.title for event in workspace.desk.read(events)]


def test_tab_walks_through_fields_before_the_buttons(workspace: Workspace, frame: Frame) -> None:
    workspace.errands.new_event()
    ask = asked(frame, NewEvent)
    walked: list[str] = []
    while "Make the event" not in walked:
        at = ask.focusWidget()
        assert at is not None
        walked.append(at.accessibleName())
        QTest.keyClick(at, Qt.Key.Key_Tab)
    assert list(dict.fromkeys(walked)) == [
        "Title",
        "Day",
        "Begins",
        "Ends",
        "Place",
        "Time zone",
        "Cancel",
        "Make the event",
    ]
    ask.reject()


def test_copy_is_restored_as_a_kit_of_its_own(workspace: Workspace, frame: Frame, tmp_path: Path) -> None:
    kit = workspace.desk.open_kit
    original = kit.path
    assert [copy.reason for copy in copies(backups() / kit.uuid)] == ["daily"]
    assert isinstance(workspace.errands.files, Chosen)
    workspace.errands.files.path = tmp_path / "restored.eventkit"
    frame.menus.actions["restore_copy"].trigger()
    ask = asked(frame, RestoreCopy)
    row = ask.list.rows.rows[0]
    assert row.title == "Ponteval"
    assert row.meta.endswith("first opening of the day")
    ask.action.click()
    drain()
    assert frame.windowTitle() == "restored – EventKit"
    assert original.is_file()
    assert len(workspace.desk.read(events)) == 3


def test_copy_is_never_restored_over_a_file(workspace: Workspace, frame: Frame, tmp_path: Path) -> None:
    assert isinstance(workspace.errands.files, Chosen)
    workspace.errands.files.path = tmp_path / "mine.eventkit"
    workspace.errands.files.path.write_bytes(b"mine")
    workspace.errands.restore_copy()
    asked(frame, RestoreCopy).action.click()
    drain()
    assert workspace.errands.files.path.read_bytes() == b"mine"
    assert workspace.toast.isVisible()


def test_no_copy_yet_is_said(open_frame: Callable[[Path | None], Frame]) -> None:
    frame = open_frame(None)
    frame.ask("restore_copy")
    ask = asked(frame, RestoreCopy)
    assert not ask.action.isEnabled()
    assert ask.copy is None
    ask.reject()
