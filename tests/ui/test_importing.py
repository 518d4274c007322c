from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from eventkit.domain.programme import EventSummary
from eventkit.services.programme import events, programme
from eventkit.ui.frame import Frame
from eventkit.ui.importing import ImportSchedule
from eventkit.ui.workspace import Workspace
from tests.factories import dumped
from tests.ui.conftest import Chosen
from tests.ui.guards import drain

SCHEDULE = """<schedule>
<conference><title>Harbour Talks</title><acronym>harbour</acronym>{zone}</conference>
<day index="1" date="2027-03-06"><room name="Boathouse">
<event id="1"><title>{title}</title><start>10:00</start><duration>00:40</duration>
<persons><person id="7">Ada Osei</person></persons></event>
<event id="2"><title>Lighthouse keeping</title><start>10:50</start><duration>0:xx</duration></event>
</room></day></schedule>
"""
ZONE = "<time_zone_name>Europe/Lisbon</time_zone_name>"


@pytest.fixture
def schedule(tmp_path: Path) -> Callable[..., Path]:
    def write(zone: str = ZONE, title: str = "Knots for servers") -> Path:
        path = tmp_path / "harbour.xml"
        path.write_text(SCHEDULE.format(zone=zone, title=title), "utf-8")
        return path

    return write


@pytest.fixture
def begin(workspace: Workspace, frame: Frame, qtbot: QtBot) -> Callable[..., ImportSchedule]:
    def ask(path: Path, slug: str = "") -> ImportSchedule:
        workspace.errands.import_schedule(path, slug)
        dialog = next(one for one in frame.findChildren(ImportSchedule) if one.isVisible())
        qtbot.waitUntil(lambda: not workspace.jobs.busy, timeout=20_000)
        return dialog

    return ask


def finish(dialog: ImportSchedule, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.finished):
        dialog.action.click()
    drain()


def test_file_is_shown_then_imported_as_one_step(
    workspace: Workspace,
    frame: Frame,
    schedule: Callable[..., Path],
    begin: Callable[..., ImportSchedule],
    qtbot: QtBot,
) -> None:
    kit = workspace.desk.open_kit
    before = dumped(kit)
    dialog = begin(schedule())
    assert [row.title for row in dialog.report.rows.rows] == ["“0:xx” is no length; it counts as 0 minutes"]
    assert dialog.numbers() == {"sessions": 2, "person": 1, "room": 1, "tracks": 0, "day": 1}
    assert dumped(kit) == before
    finish(dialog, qtbot)
    assert workspace.event_page.where.text() == "Harbour Talks"
    assert [place.session.title for place in workspace.programme.grid.sessions.places] == [
        "Knots for servers",
        "Lighthouse keeping",
    ]
    assert frame.menus.undo.text() == "Undo: Import Harbour Talks"
    frame.menus.undo.trigger()
    assert dumped(kit) == before


def test_file_without_a_zone_asks_for_one(
    workspace: Workspace, schedule: Callable[..., Path], begin: Callable[..., ImportSchedule], qtbot: QtBot
) -> None:
    dialog = begin(schedule(zone=""))
    assert dialog.zone.isVisible()
    assert dialog.zone.currentText() == "Europe/Lisbon"
    dialog.zone.setCurrentText("nowhere at all")
    dialog.action.click()
    assert dialog.problem.isVisible()
    dialog.zone.setCurrentText("kathmandu")
    dialog.action.click()
    qtbot.waitUntil(lambda: not workspace.jobs.busy, timeout=20_000)
    assert not dialog.problem.isVisible()
    finish(dialog, qtbot)
    made = next(event for event in workspace.desk.read(events) if event.title == "Harbour Talks")
    assert made.zone == "Asia/Kathmandu"


def test_same_file_again_changes_nothing(
    workspace: Workspace,
    schedule: Callable[..., Path],
    begin: Callable[..., ImportSchedule],
    qtbot: QtBot,
    frame: Frame,
) -> None:
    finish(begin(schedule()), qtbot)
    told = frame.menus.undo.text()
    dialog = begin(schedule())
    assert dialog.action.text() == "Close"
    assert "has all of this already" in dialog.effect.text()
    finish(dialog, qtbot)
    assert frame.menus.undo.text() == told
    assert len(workspace.desk.read(events)) == 4


def test_newer_file_updates_in_place(
    workspace: Workspace, schedule: Callable[..., Path], begin: Callable[..., ImportSchedule], qtbot: QtBot
) -> None:
    finish(begin(schedule()), qtbot)
    dialog = begin(schedule(title="Knots for clusters"))
    assert "0 new, 1 changed" in dialog.effect.text()
    finish(dialog, qtbot)
    assert workspace.programme.grid.sessions.places[0].session.title == "Knots for clusters"


def test_file_goes_into_the_event_that_asked(
    workspace: Workspace,
    schedule: Callable[..., Path],
    begin: Callable[..., ImportSchedule],
    qtbot: QtBot,
    camp: EventSummary,
) -> None:
    finish(begin(schedule(), camp.slug), qtbot)
    told = workspace.desk.read(programme, camp.id)
    assert "Knots for servers" in [session.title for session in told.sessions]
    assert len(workspace.desk.read(events)) == 3


def test_file_that_is_no_schedule_is_refused_beside_its_cause(
    workspace: Workspace, tmp_path: Path, begin: Callable[..., ImportSchedule], qtbot: QtBot
) -> None:
    path = tmp_path / "shopping.txt"
    path.write_text("milk, bread")
    dialog = begin(path)
    assert dialog.problem.text() == "Shopping.txt is no schedule that we know. Ask for schedule.json or schedule.xml."
    assert not dialog.action.isVisible()
    with qtbot.waitSignal(dialog.finished):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert workspace.desk.kit is not None
    drain()


def test_reading_can_be_stopped(
    workspace: Workspace, schedule: Callable[..., Path], frame: Frame, qtbot: QtBot
) -> None:
    before = dumped(workspace.desk.open_kit)
    workspace.errands.import_schedule(schedule())
    dialog = next(one for one in frame.findChildren(ImportSchedule) if one.isVisible())
    dialog.cancel.click()
    qtbot.waitUntil(lambda: not workspace.jobs.busy, timeout=20_000)
    drain()
    assert frame.findChildren(ImportSchedule) == []
    assert dumped(workspace.desk.open_kit) == before


def test_chosen_file_is_imported(
    workspace: Workspace, schedule: Callable[..., Path], frame: Frame, qtbot: QtBot
) -> None:
    assert isinstance(workspace.errands.files, Chosen)
    workspace.errands.files.path = schedule()
    frame.menus.actions["choose_schedule"].trigger()
    dialog = next(one for one in frame.findChildren(ImportSchedule) if one.isVisible())
    qtbot.waitUntil(lambda: not workspace.jobs.busy, timeout=20_000)
    finish(dialog, qtbot)
    assert workspace.event_page.where.text() == "Harbour Talks"


@pytest.mark.usefixtures("no_stall")
def test_import_does_not_hold_the_window_up(
    schedule: Callable[..., Path], begin: Callable[..., ImportSchedule], qtbot: QtBot
) -> None:
    dialog = begin(schedule())
    assert dialog.report.isVisible()
    finish(dialog, qtbot)
