from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from eventkit.domain.history import Label
from eventkit.domain.programme import EventSummary
from eventkit.services.events import add_event
from eventkit.services.kit import Kit
from eventkit.services.programme import events
from eventkit.ui.frame import Frame
from eventkit.ui.settings import recent_kits
from eventkit.ui.workspace import Workspace
from tests.ui.conftest import Chosen

CONTROL = Qt.KeyboardModifier.ControlModifier


def add(workspace: Workspace, title: str) -> None:
    workspace.desk.write(Label("add_event", title), add_event, title=title, zone="Europe/Lisbon")


def titles(workspace: Workspace) -> list[str]:
    workspace.show_events()
    return [row.title for row in workspace.events.list.rows.rows if not row.heading]


def test_opened_kit_shows_what_comes(frame: Frame, workspace: Workspace, kit_path: Path) -> None:
    assert frame.stack.currentWidget() is workspace.home
    assert len(workspace.home.cards) == 3
    assert frame.windowTitle() == "Ponteval – EventKit"
    assert recent_kits() == [kit_path]
    assert workspace.sidebar.isVisible()
    assert workspace.search.edit.isVisible()


def test_change_is_told_named_and_undone(frame: Frame, workspace: Workspace) -> None:
    add(workspace, "Harvest Fair")
    assert "Harvest Fair" in titles(workspace)
    assert frame.menus.undo.text() == "Undo: Add event Harvest Fair"
    assert workspace.status.last_change.text() == "Add event Harvest Fair"
    assert workspace.toast.isVisible()
    workspace.status.undo_link.click()
    assert "Harvest Fair" not in titles(workspace)
    assert frame.menus.redo.text() == "Redo: Add event Harvest Fair"
    frame.menus.redo.trigger()
    assert "Harvest Fair" in titles(workspace)


def test_undo_of_the_toast_takes_the_step_back(workspace: Workspace) -> None:
    add(workspace, "Harvest Fair")
    workspace.toast.action.click()
    assert "Harvest Fair" not in titles(workspace)


def test_undo_survives_closing_the_kit(workspace: Workspace, kit_path: Path, frame: Frame) -> None:
    add(workspace, "Harvest Fair")
    workspace.close_kit()
    assert frame.stack.currentWidget() is frame.welcome
    assert not frame.menus.undo.isEnabled()
    workspace.open_kit(kit_path)
    frame.menus.undo.trigger()
    assert "Harvest Fair" not in titles(workspace)


def test_refused_operation_is_told_and_changes_nothing(workspace: Workspace) -> None:
    assert workspace.desk.write(Label("add_event"), add_event, title=" ", zone="Europe/Lisbon") is None
    assert workspace.toast.isVisible()
    assert len(titles(workspace)) == 3
    assert workspace.status.last_change.text() == "Make the sample"


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"nothing of ours", "is damaged or no kit at all"), (None, "There is no file")],
)
def test_kit_that_does_not_open_is_told_on_the_welcome_page(
    open_frame: Callable[[Path | None], Frame], tmp_path: Path, content: bytes | None, told: str
) -> None:
    path = tmp_path / "other.eventkit"
    if content is not None:
        path.write_bytes(content)
    frame = open_frame(path)
    assert told in frame.welcome.problem.told.text()
    assert frame.windowTitle() == "EventKit"


def test_kit_that_another_window_has_is_told_with_its_owner(
    open_frame: Callable[[Path | None], Frame], kit_path: Path
) -> None:
    with Kit.open(kit_path, actor="Ada"):
        frame = open_frame(kit_path)
        assert "is open already, by Ada" in frame.welcome.problem.told.text()


def test_kit_that_is_open_stays_open_when_it_is_opened_again(workspace: Workspace, kit_path: Path) -> None:
    kit = workspace.desk.kit
    workspace.open_kit(kit_path)
    assert workspace.desk.kit is kit


def test_open_kit_stays_when_another_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    kit = workspace.desk.kit
    workspace.open_kit(tmp_path / "missing.eventkit")
    assert workspace.desk.kit is kit
    assert workspace.toast.isVisible()


def test_recent_kit_is_opened_by_the_keyboard(
    open_frame: Callable[[Path | None], Frame],
    kit_path: Path,
) -> None:
    first = open_frame(kit_path)
    first.close()
    frame = open_frame(None)
    frame.welcome.recent[0].setFocus()
    QTest.keyClick(frame.welcome.recent[0], Qt.Key.Key_Space)
    assert frame.windowTitle() == "Ponteval – EventKit"


def test_event_opens_on_its_programme_and_leads_back(frame: Frame, workspace: Workspace, camp: EventSummary) -> None:
    workspace.show_event(camp.id)
    assert workspace.event_page.where.text() == camp.title
    assert workspace.programme.grid.isVisible()
    assert workspace.programme.grid.hasFocus()
    workspace.event_page.back.click()
    assert frame.stack.currentWidget() is workspace.events


def test_event_that_an_undo_takes_away_leads_back(workspace: Workspace, frame: Frame) -> None:
    add(workspace, "Harvest Fair")
    made = next(event for event in workspace.desk.read(events) if event.title == "Harvest Fair")
    workspace.show_event(made.id)
    assert frame.stack.currentWidget() is workspace.event_page
    frame.menus.undo.trigger()
    assert frame.stack.currentWidget() is workspace.events


def test_keys_of_the_menu_reach_every_place(
    frame: Frame,
    workspace: Workspace,
    camp: EventSummary,
) -> None:
    frame.activateWindow()
    workspace.show_event(camp.id)
    QTest.keyClick(frame, Qt.Key.Key_L, CONTROL)
    assert workspace.programme.table.isVisible()
    QTest.keyClick(frame, Qt.Key.Key_G, CONTROL)
    assert workspace.programme.grid.isVisible()
    QTest.keyClick(frame, Qt.Key.Key_3, CONTROL)
    assert frame.stack.currentWidget() is workspace.people
    QTest.keyClick(frame, Qt.Key.Key_4, CONTROL)
    assert frame.stack.currentWidget() is workspace.history
    assert [row.title for row in workspace.history.list.rows.rows][1:] == ["Make the sample"]
    QTest.keyClick(frame, Qt.Key.Key_1, CONTROL)
    assert frame.stack.currentWidget() is workspace.home
    QTest.keyClick(frame, Qt.Key.Key_2, CONTROL)
    assert frame.stack.currentWidget() is workspace.events


def test_every_entry_of_the_menus_has_somebody_who_does_it(frame: Frame, workspace: Workspace) -> None:
    doers = (workspace, workspace.errands)
    named = [name for name in frame.menus.actions if not name.startswith(("place_", "leaf_"))]
    assert [name for name in named if not any(callable(getattr(one, name, None)) for one in doers)] == []


def test_entries_wait_for_what_they_need(open_frame: Callable[[Path | None], Frame], kit_path: Path) -> None:
    frame = open_frame(None)
    actions = frame.menus.actions
    assert [actions[name].isEnabled() for name in ("choose_schedule", "show_grid", "new_kit")] == [False, False, True]
    workspace = frame.workspace
    assert workspace is not None
    workspace.open_kit(kit_path)
    assert [actions[name].isEnabled() for name in ("choose_schedule", "show_grid")] == [True, False]
    workspace.show_event(workspace.desk.read(events)[0].id)
    assert actions["show_grid"].isEnabled()


def test_manual_opens_and_its_links_stay_inside(frame: Frame, workspace: Workspace) -> None:
    workspace.show_manual()
    text = workspace.manual.text
    assert frame.stack.currentWidget() is workspace.manual
    assert "kit" in text.toPlainText()
    text.setSource("start.md")
    assert "New kit" in text.toPlainText()


def test_about_says_the_version(frame: Frame, workspace: Workspace) -> None:
    workspace.show_about()
    assert "0.1.0" in workspace.about.text()
    workspace.about.close()
    assert frame.isVisible()


def test_sample_kit_is_made_where_the_user_wants_it(open_frame: Callable[[Path | None], Frame], tmp_path: Path) -> None:
    frame = open_frame(None)
    workspace = frame.workspace
    assert workspace is not None
    assert isinstance(workspace.errands.files, Chosen)
    workspace.errands.files.path = tmp_path / "look around.eventkit"
    workspace.errands.sample_kit()
    assert workspace.errands.files.path.is_file()
    assert len(titles(workspace)) == 3
    workspace.close_kit()
    workspace.errands.files.path = tmp_path / "look around.eventkit"
    workspace.errands.choose_kit()
    assert len(titles(workspace)) == 3


def test_kit_of_that_name_is_never_replaced(open_frame: Callable[[Path | None], Frame], tmp_path: Path) -> None:
    frame = open_frame(None)
    workspace = frame.workspace
    assert workspace is not None
    assert isinstance(workspace.errands.files, Chosen)
    workspace.errands.files.path = tmp_path / "mine.eventkit"
    workspace.errands.files.path.write_bytes(b"mine")
    workspace.errands.sample_kit()
    assert "is there already" in frame.welcome.problem.told.text()
    assert workspace.errands.files.path.read_bytes() == b"mine"


def test_menu_zooms_and_changes_the_form(frame: Frame, workspace: Workspace, camp: EventSummary) -> None:
    workspace.show_event(camp.id)
    grid = workspace.programme.grid

    def height() -> int:
        return grid.visualRect(grid.sessions.index(0)).height()

    usual = height()
    frame.menus.actions["zoom_in"].trigger()
    assert height() > usual
    frame.menus.actions["zoom_out"].trigger()
    frame.menus.actions["zoom_out"].trigger()
    assert height() < usual
    frame.menus.actions["zoom_fit"].trigger()
    assert grid.verticalScrollBar().maximum() == 0
    frame.menus.actions["show_list"].trigger()
    assert workspace.programme.table.isVisible()


def test_kit_closes_and_its_pages_with_it(frame: Frame, workspace: Workspace) -> None:
    frame.menus.actions["close_kit"].trigger()
    assert workspace.desk.kit is None
    assert frame.stack.currentWidget() is frame.welcome
    assert frame.windowTitle() == "EventKit"
    workspace.show_events()
    assert frame.stack.currentWidget() is frame.welcome
