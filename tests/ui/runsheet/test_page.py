"""The run sheet in a window on the sample kit, and the day itself under a clock that the test turns."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from eventkit.domain.history import Label
from eventkit.domain.programme import Session
from eventkit.domain.runsheet import CueKind, RunLine
from eventkit.services.events import delete_event
from eventkit.services.programme import event_by_slug
from eventkit.ui.frame import Frame
from eventkit.ui.places import PROGRAMME, RUN_SHEET
from eventkit.ui.runsheet.edit import EditCue
from eventkit.ui.runsheet.page import RunSheetPage
from eventkit.ui.runsheet.table import TITLE
from eventkit.ui.workspace import Workspace
from tests.factories import an_event


@dataclass
class Clock:
    """What the laptop's clock says; a sleep is a jump."""

    at: datetime

    def __call__(self) -> datetime:
        return self.at

    def go(self, minutes: float) -> None:
        self.at += timedelta(minutes=minutes)


@pytest.fixture
def page(workspace: Workspace) -> RunSheetPage:
    """The meetup's run sheet: one hall, doors at half past six."""
    workspace.show_event(workspace.desk.read(event_by_slug, "ponteval-meetup").id, RUN_SHEET)
    return workspace.run_sheet


@pytest.fixture
def day(page: RunSheetPage) -> Clock:
    """The clock of the page, at the planned start of the first session."""
    first = line(page, "Doors, name tags and hello")
    clock = Clock(first.start.astimezone(UTC))
    page.clock_now = clock
    return clock


def line(page: RunSheetPage, title: str) -> RunLine:
    return next(one for one in page.lines if one.of.title == title)


def titles(page: RunSheetPage) -> list[str]:
    model = page.table.run_lines
    return [model.index(row, TITLE).data() for row in range(model.rowCount())]


def dialog(frame: Frame) -> EditCue:
    return next(one for one in frame.findChildren(EditCue) if one.isVisible())


def press(page: RunSheetPage, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(QApplication.focusWidget() or page.now_panel, key)


def test_run_sheet_has_sessions_and_lines_of_its_own_in_order(page: RunSheetPage) -> None:
    assert titles(page)[:5] == [
        "Chairs, signs, name tags",
        "Microphone and picture",
        "Doors, name tags and hello",
        "Lights down",
        "A keyboard is enough: software that everybody can steer",
    ]
    assert not page.now_mode


def test_a_line_is_added_changed_and_deleted_by_keyboard(
    frame: Frame, page: RunSheetPage, workspace: Workspace
) -> None:
    page.begin()
    QTest.keyClick(page.table, Qt.Key.Key_Insert)
    ask = dialog(frame)
    QTest.keyClicks(ask.name, "Photo on the stairs")
    ask.time.selectAll()
    QTest.keyClicks(ask.time, "20.55")
    QTest.keyClicks(ask.minutes, "5")
    ask.owner.setCurrentText("Inês Carvalho" if "Inês Carvalho" in _owners(ask) else _owners(ask)[1])
    QTest.keyClick(ask.minutes, Qt.Key.Key_Return)
    made = line(page, "Photo on the stairs")
    assert f"{made.start:%H:%M}" == "20:55"
    assert (made.of.minutes, page.table.current()) == (5, made)
    assert not isinstance(made.of, Session)
    assert (made.of.person_id is not None, made.of.kind) == (True, CueKind.CREW)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    ask = dialog(frame)
    assert (ask.name.text(), ask.time.text(), ask.minutes.text()) == ("Photo on the stairs", "20:55", "5")
    ask.name.setText("Photo")
    ask.kind.setCurrentIndex(1)
    ask.owner.setCurrentText("Everybody")
    ask.action.click()
    changed = line(page, "Photo").of
    assert not isinstance(changed, Session)
    assert (changed.owner, changed.person_id, changed.kind) == ("Everybody", None, CueKind.CEREMONY)
    page.table.choose(line(page, "Photo").key)
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    assert "Photo" not in titles(page)
    workspace.undo()
    assert "Photo" in titles(page)


def _owners(ask: EditCue) -> list[str]:
    return [ask.owner.itemText(row) for row in range(ask.owner.count())]


def test_what_is_wrong_is_said_beside_its_field(frame: Frame, page: RunSheetPage) -> None:
    page.add_button.click()
    ask = dialog(frame)
    ask.action.click()
    assert (ask.problem.text(), ask.name.property("invalid")) == ("Say what happens.", True)
    ask.name.setText("Photo")
    ask.time.setText("25:00")
    ask.action.click()
    assert (ask.problem.text(), ask.time.property("invalid")) == ("Write a time like 18:30.", True)
    ask.time.setText("7")
    ask.minutes.setText("ten")
    ask.action.click()
    assert ask.minutes.property("invalid")
    assert f"{ask.start:%H:%M}" == "07:00"
    ask.reject()


def test_a_session_opens_in_the_programme_and_is_not_deleted_here(
    frame: Frame, page: RunSheetPage, workspace: Workspace
) -> None:
    before = titles(page)
    page.delete(line(page, "Soup break"))
    page.edit(line(page, "Soup break"))
    assert titles(page) == before
    assert not [one for one in frame.findChildren(EditCue) if one.isVisible()]
    page.table.choose(line(page, "Soup break").key)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert workspace.event_page.front.name == PROGRAMME


def test_an_empty_run_sheet_says_what_belongs_there(frame: Frame, workspace: Workspace, page: RunSheetPage) -> None:
    event = an_event(workspace.desk.open_kit)
    workspace.show_event(event.id, RUN_SHEET)
    assert (page.table.isVisible(), page.now_button.isEnabled()) == (False, False)
    page.add_line()
    ask = dialog(frame)
    assert ask.time.text() == "09:00"
    ask.name.setText("Doors")
    ask.action.click()
    assert titles(page) == ["Doors"]
    assert page.table.isVisible()


def test_the_day_is_run_by_keyboard_alone(frame: Frame, page: RunSheetPage, day: Clock, workspace: Workspace) -> None:
    panel = page.now_panel
    frame.activateWindow()
    QTest.keyClick(frame, Qt.Key.Key_F5)
    assert (page.now_mode, panel.isVisible(), panel.hasFocus()) == (True, True, True)
    assert panel.title.text() == "Nothing is running"
    page.start(line(page, "Chairs, signs, name tags"))
    page.start(line(page, "Microphone and picture"))
    assert panel.following.text() == "Next: 18:30 Doors, name tags and hello"
    day.go(4)
    press(page, Qt.Key.Key_Space)
    assert (panel.title.text(), panel.left.text()) == ("Doors, name tags and hello", "15:00")
    assert panel.drift.text() == "4 min behind"
    assert page.table.run_lines.data(page.table.run_lines.index(2, 7)) == "since 18:34"
    press(page, Qt.Key.Key_E)
    assert panel.left.text() == "20:00"
    assert f"{line(page, 'A keyboard is enough: software that everybody can steer').start:%H:%M}" == "18:50"
    assert f"{line(page, 'Show and tell').start:%H:%M}" == "20:30"
    workspace.undo()
    assert panel.left.text() == "15:00"
    assert f"{line(page, 'Show and tell').start:%H:%M}" == "20:25"
    press(page, Qt.Key.Key_P)
    assert panel.drift.text() == "on time"
    assert f"{line(page, 'Show and tell').start:%H:%M}" == "20:29"
    assert not panel.follow.isEnabled()
    press(page, Qt.Key.Key_P)
    day.go(10)
    press(page, Qt.Key.Key_S)
    assert (panel.title.text(), panel.stop.isEnabled()) == ("Nothing is running", False)
    press(page, Qt.Key.Key_E, Qt.Key.Key_S)
    press(page, Qt.Key.Key_Space, Qt.Key.Key_Space)
    assert panel.title.text() == "A keyboard is enough: software that everybody can steer"
    press(page, Qt.Key.Key_Escape)
    assert (page.now_mode, page.table.hasFocus(), page._timer.isActive()) == (False, True, False)
    QTest.keyClick(page.table, Qt.Key.Key_S)
    assert line(page, "A keyboard is enough: software that everybody can steer").running


def test_enter_begins_the_line_that_is_chosen(page: RunSheetPage, day: Clock) -> None:
    page.enter_now()
    page.table.choose(line(page, "Show and tell").key)
    page.table.setFocus()
    press(page, Qt.Key.Key_Return)
    assert line(page, "Show and tell").started == day.at.replace(microsecond=0)
    assert page.moment().line == line(page, "Show and tell")


def test_a_sleeping_laptop_loses_no_time(page: RunSheetPage, day: Clock, qtbot: QtBot) -> None:
    page.enter_now()
    page.start_next()
    day.at += timedelta(microseconds=990_000)
    page.tick()
    assert page._timer.interval() == 10
    started = page.moment().line
    day.go(120)
    qtbot.waitUntil(lambda: page.now_panel.left.text().startswith("+"), timeout=3000)
    assert page.moment().line == started


def test_the_clock_fills_the_screen_and_keeps_the_keys(
    frame: Frame, page: RunSheetPage, day: Clock, workspace: Workspace
) -> None:
    page.enter_now()
    press(page, Qt.Key.Key_F)
    clock = page.clock
    assert (clock.isVisible(), clock.isFullScreen()) == (True, True)
    assert clock.digits == "18:30"
    page.start(line(page, "Doors, name tags and hello"))
    day.go(3)
    page.tick()
    assert (clock.title, clock.digits, clock.drift) == ("Doors, name tags and hello", "12:00", "on time")
    told = QAccessible.queryAccessibleInterface(clock)
    assert told.text(QAccessible.Text.Name) == "Clock"
    assert "12:00" in told.text(QAccessible.Text.Description)
    QTest.keyClick(clock, Qt.Key.Key_Space)
    assert line(page, "Lights down").started is not None
    workspace.show_event(page.lines[0].of.event_id, PROGRAMME)
    assert (page.isVisible(), clock.isVisible(), page._timer.isActive()) == (False, True, True)
    QTest.keyClick(clock, Qt.Key.Key_Space)
    assert clock.title == "A keyboard is enough: software that everybody can steer"
    QTest.keyClick(clock, Qt.Key.Key_F)
    assert (clock.isVisible(), page._timer.isActive(), page.now_mode) == (False, False, True)
    assert frame.isVisible()


def test_the_clock_goes_with_its_event(page: RunSheetPage, day: Clock, workspace: Workspace) -> None:
    page.show_clock()
    event_id = page.lines[0].of.event_id
    workspace.show_home()
    assert (page.clock.isVisible(), day.at.second) == (True, 0)
    page._desk.open_kit.write(Label("delete_event"), delete_event, event_id)
    page._follow()
    assert (page.clock.isVisible(), page.now_mode) == (False, False)


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1920, 1080), (1024, 768)])
def test_figures_are_a_quarter_of_the_screen_at_least(page: RunSheetPage, day: Clock, width: int, height: int) -> None:
    page.enter_now()
    page.start(line(page, "Doors, name tags and hello"))
    clock = page.clock
    clock.resize(width, height)
    clock.grab()
    assert QFontMetrics(clock.digits_face()).tightBoundingRect(clock.digits).height() >= height / 4
    day.go(-60)
    page.tick()
    assert clock.digits == "1:15:00"
    clock.grab()


def test_rooms_are_run_one_by_one(workspace: Workspace) -> None:
    workspace.show_event(workspace.desk.read(event_by_slug, "ponteval-camp").id, RUN_SHEET)
    page = workspace.run_sheet
    assert page.room.isVisible()
    everything = titles(page)
    page.room.setCurrentIndex(2)
    page.room.activated.emit(2)
    assert "Your first contribution before lunch" in titles(page)
    assert "Small databases, long lives" not in titles(page)
    assert "Opening" in titles(page)
    workspace.refresh()
    assert len(titles(page)) < len(everything)


def test_closing_the_kit_ends_the_day(page: RunSheetPage, workspace: Workspace, kit_path: Path) -> None:
    page.show_clock()
    workspace.close_kit()
    assert (page.clock.isVisible(), page.now_mode, page._timer.isActive()) == (False, False, False)
    workspace.open_kit(kit_path)
