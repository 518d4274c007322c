from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from eventkit.domain.programme import EventSummary
from eventkit.jobs.resources import backups
from eventkit.ui.fields import ChoiceField
from eventkit.ui.forms import ZoneField
from eventkit.ui.frame import Frame
from eventkit.ui.places import EXPORT, SETTINGS
from eventkit.ui.settings import recall
from eventkit.ui.settings_page import SettingsPage
from eventkit.ui.theme import Density
from eventkit.ui.workspace import Workspace


@pytest.fixture
def page(workspace: Workspace) -> SettingsPage:
    """The settings, in front."""
    workspace.show_place(SETTINGS)
    return workspace.settings


def pick(field: ChoiceField, value: str) -> None:
    number = field.box.findData(value)
    field.box.setCurrentIndex(number)
    field.box.activated.emit(number)


def test_what_is_chosen_is_shown(page: SettingsPage) -> None:
    assert {name: field.value() for name, field in page.choices.items()} == {
        "language": "en",
        "palette": "",
        "density": "comfortable",
    }


def test_looks_hold_at_once_and_are_marked_in_the_menu(page: SettingsPage, frame: Frame) -> None:
    pick(page.choices["palette"], "dark")
    pick(page.choices["density"], "compact")
    assert str(frame.theme.tokens.scheme) == "dark"
    assert frame.theme.density == Density.COMPACT
    marked = [action.text() for action in frame.menus.choices if action.isChecked()]
    assert marked == ["Dark", "Compact", "English"]
    pick(page.choices["palette"], "")
    pick(page.choices["density"], "comfortable")
    assert str(frame.theme.tokens.scheme) == "light"


def test_what_the_menu_chose_is_shown(page: SettingsPage, frame: Frame, workspace: Workspace) -> None:
    next(action for action in frame.menus.choices if action.text() == "Compact").trigger()
    workspace.refresh()
    assert page.choices["density"].value() == "compact"
    next(action for action in frame.menus.choices if action.text() == "Comfortable").trigger()


def test_another_language_asks_for_the_window_anew(page: SettingsPage, frame: Frame, qtbot: QtBot) -> None:
    with qtbot.waitSignal(frame.anew):
        pick(page.choices["language"], "de")
    assert recall("language") == "de"


def test_paper_and_zone_are_what_new_things_begin_with(
    page: SettingsPage, workspace: Workspace, camp: EventSummary, qtbot: QtBot
) -> None:
    pick(page.paper, "letter")
    page.zone.zone.setCurrentText("Asia/Tokyo")
    page.zone.settle()
    page.zone.zone.setCurrentText("nowhere")
    page.zone.settle()
    assert page.zone.problem.isVisible()
    field = ZoneField()
    qtbot.addWidget(field)
    assert field.zone == "Asia/Tokyo"
    workspace.show_event(camp.id, EXPORT)
    qtbot.waitUntil(lambda: workspace.export is not None, timeout=20_000)
    qtbot.waitUntil(lambda: not workspace.jobs.busy, timeout=60_000)
    assert workspace.export is not None
    assert workspace.export.paper_box.currentData() == "letter"


def test_folders_are_told_and_asked_for(page: SettingsPage, kit_path: Path, qtbot: QtBot) -> None:
    assert page.kit_path.text() == str(kit_path)
    assert page.copies_path.text() == str(backups())
    page.folder_wanted.disconnect()
    for press, folder in ((page.kit_folder, kit_path.parent), (page.copies_folder, backups())):
        with qtbot.waitSignal(page.folder_wanted) as wanted:
            press.click()
        assert wanted.args == [folder]
