from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest

from eventkit.domain.history import Label
from eventkit.domain.programme import EventSummary
from eventkit.services.events import delete_event
from eventkit.services.programme import events
from eventkit.ui.frame import Frame
from eventkit.ui.places import EVENTS, EXPORT, HISTORY, HOME, PROGRAMME, Visit, Visits, recall_visit, remember_visit
from eventkit.ui.workspace import Workspace

ALT = Qt.KeyboardModifier.AltModifier


def always(_visit: Visit) -> bool:
    return True


def test_way_back_and_forward_is_that_of_a_browser() -> None:
    visits, (a, b, c, d) = Visits(), (Visit(name) for name in "abcd")
    assert visits.go(-1, always) is None
    for visit in (a, b, b, c):
        visits.note(visit)
    assert [visits.go(-1, always), visits.go(-1, always), visits.go(-1, always)] == [b, a, None]
    assert visits.go(1, always) == b
    visits.note(d)
    assert not visits.can(1)
    assert visits.go(-1, lambda visit: visit != b) == a
    assert visits.go(1, lambda _: False) is None
    assert visits.now == a
    visits.forget()
    assert visits.now is None


@pytest.mark.parametrize("visit", [Visit(HOME), Visit(EVENTS, 12, PROGRAMME)])
def test_place_is_remembered_for_each_kit(visit: Visit) -> None:
    remember_visit("some-kit", visit)
    assert recall_visit("some-kit") == visit
    assert recall_visit("other-kit") is None


def test_keys_and_mouse_go_back_and_forward(frame: Frame, workspace: Workspace, camp: EventSummary) -> None:
    frame.activateWindow()
    assert not frame.menus.actions["go_back"].isEnabled()
    workspace.show_event(camp.id)
    workspace.show_history()
    QTest.keyClick(frame, Qt.Key.Key_Left, ALT)
    assert workspace.event_page.where.text() == camp.title
    QTest.keyClick(frame, Qt.Key.Key_Left, ALT)
    assert frame.stack.currentWidget() is workspace.home
    QTest.keyClick(frame, Qt.Key.Key_Right, ALT)
    assert frame.stack.currentWidget() is workspace.event_page
    for button, page in (
        (Qt.MouseButton.ForwardButton, workspace.history),
        (Qt.MouseButton.BackButton, workspace.event_page),
    ):
        at, none = QPointF(400, 400), Qt.KeyboardModifier.NoModifier
        press = QMouseEvent(QEvent.Type.MouseButtonPress, at, at, button, button, none)
        QCoreApplication.sendEvent(frame.windowHandle(), press)
        assert frame.stack.currentWidget() is page


def test_way_back_leaves_out_events_that_have_gone(frame: Frame, workspace: Workspace, camp: EventSummary) -> None:
    workspace.show_event(camp.id)
    workspace.show_history()
    workspace.desk.write(Label("delete_event", camp.title), delete_event, camp.id)
    workspace.go_back()
    assert frame.stack.currentWidget() is workspace.home


def test_each_tab_is_a_step_of_the_way(workspace: Workspace, camp: EventSummary) -> None:
    workspace.show_event(camp.id)
    workspace.event_page.tabs.setFocus()
    workspace.event_page.show_leaf(EXPORT)
    assert workspace.visits.now == Visit(EVENTS, camp.id, EXPORT)
    workspace.go_back()
    assert workspace.event_page.front.name == PROGRAMME


def test_window_comes_back_where_it_was(open_frame: Callable[[Path | None], Frame], kit_path: Path) -> None:
    first = open_frame(kit_path)
    assert first.workspace is not None
    camp = max(first.workspace.desk.read(events), key=lambda event: event.sessions)
    first.workspace.show_event(camp.id, EXPORT)
    first.close()
    again = open_frame(kit_path)
    assert again.workspace is not None
    assert again.workspace.event_page.where.text() == camp.title
    assert again.workspace.event_page.front.name == EXPORT
    again.workspace.show_history()
    again.workspace.close_kit()
    again.workspace.open_kit(kit_path)
    assert again.stack.currentWidget() is again.workspace.history


def test_place_that_is_no_longer_there_is_home(frame: Frame, workspace: Workspace, kit_path: Path) -> None:
    uuid = workspace.desk.open_kit.uuid
    for visit in (Visit("loft"), Visit(EVENTS, 10**6, PROGRAMME), Visit(EVENTS, 1, "loft")):
        workspace.close_kit()
        remember_visit(uuid, visit)
        workspace.open_kit(kit_path)
        front = workspace.home if visit.place == "loft" else workspace.events
        assert frame.stack.currentWidget() is front


def test_menus_list_each_place_and_each_part(frame: Frame, workspace: Workspace, camp: EventSummary) -> None:
    actions = frame.menus.actions
    assert [actions[f"place_{number}"].text() for number in (1, 2)] == ["Home", "Events"]
    workspace.show_event(camp.id)
    for number, leaf in enumerate(workspace.leaves, 1):
        actions[f"leaf_{number}"].trigger()
        assert workspace.event_page.front.name == leaf
    for number, name in enumerate(workspace.places, 1):
        actions[f"place_{number}"].trigger()
        assert workspace.visits.now == Visit(name)
    assert HISTORY in workspace.places


def test_only_the_actions_of_the_leaf_in_front_show(workspace: Workspace, camp: EventSummary) -> None:
    page = workspace.event_page
    workspace.show_event(camp.id)
    for leaf in page._listed:
        page.show_leaf(leaf.name)
        shown = {action for one in page._listed for action in one.actions if not action.isHidden()}
        assert shown == set(leaf.actions)


def test_actions_of_the_first_leaf_show_before_anybody_turns(workspace: Workspace, camp: EventSummary) -> None:
    page = workspace.event_page
    workspace.show_event(camp.id, next(iter(workspace.leaves)))
    first, *rest = page._listed
    assert not any(action.isHidden() for action in first.actions)
    assert all(action.isHidden() for leaf in rest for action in leaf.actions)
