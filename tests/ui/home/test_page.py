from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from eventkit.domain.history import Label
from eventkit.domain.programme import EventSummary
from eventkit.services.events import delete_event
from eventkit.services.kit import Kit
from eventkit.services.programme import events, programme
from eventkit.services.sessions import add_session
from eventkit.ui.frame import Frame
from eventkit.ui.places import PROGRAMME
from eventkit.ui.workspace import Workspace


def at(workspace: Workspace, hour: int) -> None:
    """Home as it is at that hour of the user's day."""
    workspace.home.now = lambda: datetime(2026, 12, 1, hour).astimezone()
    workspace.show_home()


def clash(workspace: Workspace, camp: EventSummary) -> str:
    """One more session where and when another one is."""
    told = workspace.desk.read(programme, camp.id)
    other = next(one for one in told.sessions if one.start and one.room_ids and one.person_ids)
    workspace.desk.write(
        Label("add_session", "Twice"),
        add_session,
        camp.id,
        title="Twice",
        start=other.start,
        minutes=other.minutes,
        room_ids=other.room_ids,
    )
    return other.title


@pytest.mark.parametrize(("hour", "greeting"), [(8, "Good morning."), (12, "Good afternoon."), (21, "Good evening.")])
def test_greeting_knows_the_hour(workspace: Workspace, hour: int, greeting: str) -> None:
    at(workspace, hour)
    assert workspace.home.heading.text() == greeting
    assert workspace.home.community.text() == "Ponteval Open Source Circle"


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_cards_show_the_next_events_and_lead_there(
    frame: Frame, workspace: Workspace, camp: EventSummary, key: Qt.Key
) -> None:
    coming = [event for event in workspace.desk.read(events) if event.start and event.start > datetime.now(UTC)]
    assert [card.accessibleName().split(",")[0] for card in workspace.home.cards] == [event.title for event in coming][
        :3
    ]
    frame.activateWindow()
    assert workspace.home.cards[0].hasFocus()
    number = [event.id for event in coming].index(camp.id)
    for _ in range(number):
        QTest.keyClick(frame, Qt.Key.Key_Tab)
    assert workspace.home.cards[number].hasFocus()
    QTest.keyClick(workspace.home.cards[number], key)
    assert workspace.event_page.where.text() == camp.title
    assert workspace.event_page.heading.text() == "Programme"


def test_card_keeps_the_keyboard_when_something_changes(workspace: Workspace, frame: Frame, camp: EventSummary) -> None:
    frame.activateWindow()
    workspace.home.cards[1].setFocus()
    clash(workspace, camp)
    assert workspace.home.cards[1].hasFocus()


def test_clash_is_told_and_leads_to_its_session(workspace: Workspace, camp: EventSummary) -> None:
    assert workspace.home.look.isHidden()
    other = clash(workspace, camp)
    assert "1 clash to look at" in workspace.home.heading.text()
    row = workspace.home.look.rows.rows[0]
    assert (row.title, f"“{other}”" in row.meta, camp.title in row.meta) == ("Twice", True, True)
    workspace.home.look.setFocus()
    QTest.keyClick(workspace.home.look, Qt.Key.Key_Return)
    assert workspace.visits.now is not None
    assert workspace.visits.now.leaf == PROGRAMME
    assert workspace.programme.grid.currentIndex().data() == "Twice"


def test_many_clashes_are_counted(workspace: Workspace, camp: EventSummary) -> None:
    for _ in range(10):
        clash(workspace, camp)
    rows = workspace.home.look.rows.rows
    assert len(rows) == 9
    assert rows[-1].title == "and 2 more"


def test_last_steps_lead_to_the_history(workspace: Workspace, frame: Frame) -> None:
    assert [row.title for row in workspace.home.lately.rows.rows] == ["Make the sample"]
    workspace.home.all_steps.click()
    assert frame.stack.currentWidget() is workspace.history


def test_empty_kit_offers_the_first_event(open_frame: Callable[[Path | None], Frame], tmp_path: Path) -> None:
    Kit.create(tmp_path / "town.eventkit").close()
    frame = open_frame(tmp_path / "town.eventkit")
    home = frame.workspace.home if frame.workspace else None
    assert home is not None
    assert home.first_button.isVisible()
    assert not home.new_button.isVisible()
    assert home.first_button.hasFocus() or not frame.isActiveWindow()


def test_kit_whose_events_are_over_says_so(workspace: Workspace) -> None:
    for event in workspace.desk.read(events)[1:]:
        workspace.desk.write(Label("delete_event", event.title), delete_event, event.id)
    workspace.now = lambda: datetime.now(UTC) + timedelta(days=400)
    workspace.show_home()
    assert workspace.home.cards == []
    assert workspace.home.quiet.isVisible()
    assert workspace.home.new_button.isVisible()
