from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from eventkit.domain.findings import Finding
from eventkit.domain.history import Label
from eventkit.domain.programme import EventSummary
from eventkit.services.events import edit_event
from eventkit.ui.export.page import ExportPage
from eventkit.ui.frame import Frame
from eventkit.ui.settings import recall
from eventkit.ui.workspace import Workspace
from tests.ui.conftest import Chosen


@pytest.fixture
def page(workspace: Workspace, camp: EventSummary, qtbot: QtBot) -> ExportPage:
    workspace.show_event(camp.id)
    workspace.show_export()
    qtbot.waitUntil(lambda: workspace.export is not None, timeout=20_000)
    assert workspace.export is not None
    idle(workspace, qtbot)
    return workspace.export


def idle(workspace: Workspace, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not workspace.jobs.busy, timeout=60_000)


def shown(page: ExportPage) -> dict[str, int]:
    return {one.export_id: one.strip.pages.rowCount() for one in page.cards if one.strip is not None}


def test_real_pages_are_shown_before_anything_is_made(page: ExportPage, kit_path: Path) -> None:
    assert all(count > 0 for count in shown(page).values())
    assert set(shown(page)) == {"flyer", "programme_sheet", "badge"}
    assert sorted(path.name for path in kit_path.parent.iterdir()) == [kit_path.name, f"{kit_path.name}.lock"]


def test_files_are_made_where_the_user_wants_them(
    page: ExportPage, workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    assert isinstance(workspace.errands.files, Chosen)
    workspace.errands.files.path = tmp_path / "pack"
    page.change_folder.click()
    page.make_button.click()
    assert page.under_way.isVisible()
    with qtbot.waitSignal(page.made, timeout=60_000) as told:
        idle(workspace, qtbot)
    names = {path.name for path in (tmp_path / "pack").iterdir()}
    assert told.args == [len(names)]
    assert {"event.ics", "schedule.ics", "flyer.pdf"} <= names
    assert {row.title for row in page.files.rows.rows} == names
    assert not page.under_way.isVisible()
    assert page.open_folder.isVisible()


def test_only_what_is_ticked_is_made(page: ExportPage, workspace: Workspace, camp: EventSummary, qtbot: QtBot) -> None:
    for one in page.cards:
        if one.export_id != "event.ics":
            QTest.keyClick(one.tick, Qt.Key.Key_Space)
    assert page.chosen() == ["event.ics"]
    page.make_button.click()
    idle(workspace, qtbot)
    made = workspace.desk.open_kit.path.parent / camp.slug
    assert [path.name for path in made.iterdir()] == ["event.ics"]


def test_nothing_ticked_makes_nothing(page: ExportPage) -> None:
    for one in page.cards:
        one.tick.setChecked(False)
    assert not page.make_button.isEnabled()
    assert not any(one.strip.isVisible() for one in page.cards if one.strip is not None)


def test_paper_is_what_is_printed_on(page: ExportPage, workspace: Workspace, camp: EventSummary, qtbot: QtBot) -> None:
    page.paper_box.setCurrentIndex(page.paper_box.findData("a5"))
    idle(workspace, qtbot)
    assert recall("paper") == "a5"
    page.make_button.click()
    idle(workspace, qtbot)
    with pypdfium2.PdfDocument(workspace.desk.open_kit.path.parent / camp.slug / "flyer.pdf") as made:
        assert [round(side) for side in made[0].get_size()] == [420, 595]
    assert any("does not come on A5" in row.title for row in page.findings.rows.rows)


def test_making_can_be_stopped(page: ExportPage, workspace: Workspace, camp: EventSummary, qtbot: QtBot) -> None:
    page.make_button.click()
    page.cancel.click()
    idle(workspace, qtbot)
    assert not page.under_way.isVisible()
    assert page.make_button.isEnabled()
    assert not page.open_folder.isVisible()
    assert not (workspace.desk.open_kit.path.parent / camp.slug / "badge.pdf").exists()


def test_folder_that_can_not_be_written_is_told(
    page: ExportPage, workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    assert isinstance(workspace.errands.files, Chosen)
    (tmp_path / "file").write_text("in the way")
    workspace.errands.files.path = tmp_path / "file" / "pack"
    page.change_folder.click()
    page.make_button.click()
    idle(workspace, qtbot)
    assert workspace.toast.isVisible()
    assert not page.open_folder.isVisible()


def test_change_makes_the_pages_anew(page: ExportPage, workspace: Workspace, camp: EventSummary, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.pictured, timeout=60_000):
        workspace.desk.write(Label("edit_event", "Night Camp"), edit_event, camp.id, title="Night Camp")
    assert workspace.event_page.where.text() == "Night Camp"


def test_pages_have_names(page: ExportPage) -> None:
    strips = {one.export_id: one.strip for one in page.cards if one.strip is not None}
    flyer = strips["flyer"]
    assert flyer.pages.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Page 1 of 1"
    assert flyer.accessibleName() == "Pages of Flyer"


def test_leaving_the_window_stops_the_work(
    page: ExportPage, workspace: Workspace, frame: Frame, open_frame: Callable[[Path | None], Frame]
) -> None:
    del open_frame
    page.make_button.click()
    frame.close()
    assert not workspace.jobs.busy
    assert workspace.desk.kit is None


def test_finding_is_told_once_with_all_its_places(page: ExportPage) -> None:
    places = ("page 1", "page 2", "page 2", "page 3")
    page._show_findings(
        [Finding(code="text_shrunk", place=place, values={"from": "10", "to": "9"}) for place in places]
    )
    told = page.findings.rows.rows
    assert [row.meta for row in told] == ["page 1 · page 2 · page 3"]
