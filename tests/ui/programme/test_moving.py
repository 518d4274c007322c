"""Sessions moved and stretched on the grid, by real mouse and key events."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from eventkit.domain.clashes.index import Clashes
from eventkit.domain.clashes.rules import Ground
from eventkit.domain.programme import Programme, Session
from eventkit.ui.programme.grid import DayGrid
from eventkit.ui.theme import Theme
from tests.ui.programmes import MORNING, programme, session, small_programme

DAY = date(2027, 5, 8)
LEFT, NO, CTRL, ALT, SHIFT = (
    Qt.MouseButton.LeftButton,
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


class Shown:
    """A grid, and what it asked for."""

    def __init__(self, qtbot: QtBot, theme: Theme, told: Programme) -> None:
        self.grid = DayGrid(theme, now=lambda: MORNING - timedelta(days=9))
        qtbot.addWidget(self.grid)
        self.grid.resize(760, 620)
        self.grid.show()
        self.grid.show_day(told, DAY, Clashes(Ground(programme=told)))
        self.asked: list[tuple[Session, ...]] = []
        self.grid.moved.connect(self.asked.append)

    def rect(self, title: str) -> QRect:
        places = self.grid.sessions.places
        row = next(row for row, place in enumerate(places) if place.session.title == title)
        return self.grid.visualRect(self.grid.sessions.index(row))

    def minutes(self, count: int) -> int:
        return round(count * self.grid.pixels_a_minute)

    def drag(self, start: QPoint, end: QPoint, *, drop: bool = True) -> None:
        view = self.grid.viewport()
        QTest.mousePress(view, LEFT, NO, start)
        for step in (1, 2, 3):
            QTest.mouseMove(view, start + (end - start) * step / 3)
        if drop:
            QTest.mouseRelease(view, LEFT, NO, end)

    def last(self) -> list[tuple[str, int, int, tuple[int, ...]]]:
        """Title, minutes after nine, length and rooms of what was asked for last."""
        return [
            (one.title, round(((one.start or MORNING) - MORNING).total_seconds()) // 60, one.minutes, one.room_ids)
            for one in self.asked[-1]
        ]


@pytest.fixture
def shown(qtbot: QtBot, theme: Theme) -> Shown:
    return Shown(qtbot, theme, small_programme())


@pytest.fixture
def mirrored(qapp: QApplication, theme: Theme) -> Iterator[None]:
    del theme
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_drag_moves_a_session_to_a_room_and_a_time_that_snaps(shown: Shown) -> None:
    at = shown.rect("Knots for servers").center()
    across = shown.rect("Charts and maps").center().x() - at.x()
    shown.drag(at, at + QPoint(across, shown.minutes(62)))
    assert shown.last() == [("Knots for servers", 90, 45, (2,))]


@pytest.mark.usefixtures("mirrored")
def test_drag_in_a_mirrored_window_goes_to_the_room_under_the_pointer(qtbot: QtBot, theme: Theme) -> None:
    shown = Shown(qtbot, theme, small_programme())
    at, other = shown.rect("Knots for servers").center(), shown.rect("Charts and maps").center()
    assert other.x() < at.x()
    shown.drag(at, QPoint(other.x(), at.y() + shown.minutes(5)))
    assert shown.last() == [("Knots for servers", 35, 45, (2,))]
    shown.grid.setFocus()
    QTest.keyClick(shown.grid, Qt.Key.Key_Left, ALT)
    assert shown.last() == [("Knots for servers", 30, 45, (2,))]


def test_press_without_a_drag_moves_nothing(shown: Shown) -> None:
    at = shown.rect("Knots for servers").center()
    shown.drag(at, at + QPoint(2, 2))
    shown.drag(at, at + QPoint(0, 20), drop=False)
    assert shown.grid.hand.ghosts[0].start == MORNING + timedelta(minutes=40)
    QTest.keyClick(shown.grid, Qt.Key.Key_Escape)
    QTest.mouseRelease(shown.grid.viewport(), LEFT, NO, at + QPoint(0, 20))
    assert shown.asked == []
    assert shown.grid.hand.ghosts == ()


def test_lower_edge_stretches_and_never_by_a_click(shown: Shown) -> None:
    edge = QPoint(shown.rect("Knots for servers").center().x(), shown.rect("Knots for servers").bottom() - 2)
    QTest.mouseClick(shown.grid.viewport(), LEFT, NO, edge)
    assert shown.asked == []
    QTest.mouseMove(shown.grid.viewport(), edge)
    assert shown.grid.viewport().cursor().shape() == Qt.CursorShape.SizeVerCursor
    shown.drag(edge, edge + QPoint(0, shown.minutes(20)))
    assert shown.last() == [("Knots for servers", 30, 65, (1,))]
    shown.drag(edge, edge - QPoint(0, shown.minutes(300)))
    assert shown.last() == [("Knots for servers", 30, 5, (1,))]


def test_several_move_together_and_stay_within_the_rooms(shown: Shown) -> None:
    view = shown.grid.viewport()
    QTest.mouseClick(view, LEFT, NO, shown.rect("Knots for servers").center())
    QTest.mouseClick(view, LEFT, CTRL, shown.rect("Charts and maps").center())
    at = shown.rect("Knots for servers").center()
    shown.drag(at, QPoint(view.width() - 4, at.y() + shown.minutes(10)))
    assert shown.last() == [("Knots for servers", 40, 45, (1,)), ("Charts and maps", 40, 45, (2,))]
    QTest.mouseClick(view, LEFT, NO, QPoint(shown.rect("Charts and maps").left(), shown.rect("Sails").center().y()))
    assert shown.grid.selectedIndexes() == []


def test_plenum_moves_in_time_alone(shown: Shown) -> None:
    at = shown.rect("Coffee").center()
    shown.drag(at, at + QPoint(-200, shown.minutes(15)))
    assert [(one.title, one.all_rooms, one.start) for one in shown.asked[-1]] == [
        ("Coffee", True, MORNING + timedelta(minutes=90))
    ]


def test_locked_session_stays(qtbot: QtBot, theme: Theme) -> None:
    shown = Shown(qtbot, theme, programme(session(1, "Knots", 0, 60, 1, locked=True)))
    at = shown.rect("Knots").center()
    shown.drag(at, at + QPoint(0, 60))
    shown.grid.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Delete):
        QTest.keyClick(shown.grid, key, ALT if key == Qt.Key.Key_Down else NO)
    assert shown.asked == []
    assert "locked" in shown.grid.sessions.sentence(0)


def test_marks_follow_the_drag_and_come_back_with_escape(shown: Shown) -> None:
    at = shown.rect("Knots for servers").center()
    across = shown.rect("Charts and maps").center().x() - at.x()
    shown.drag(at, at + QPoint(across, 0), drop=False)
    assert shown.grid.sessions.clashing == {2, 3}
    shown.grid.viewport().repaint()
    QTest.keyClick(shown.grid, Qt.Key.Key_Escape)
    assert shown.grid.sessions.clashing == frozenset()
    QTest.mouseRelease(shown.grid.viewport(), LEFT, NO, at)


def test_drag_near_the_edge_scrolls(qtbot: QtBot, theme: Theme) -> None:
    shown = Shown(qtbot, theme, programme(session(1, "Early", 0, 60, 1), session(2, "Late", 780, 60, 1)))
    at = shown.rect("Early").center()
    shown.drag(at, QPoint(at.x(), shown.grid.viewport().height() - 3), drop=False)
    qtbot.waitUntil(lambda: shown.grid.verticalOffset() > 200)
    start = shown.grid.hand.ghosts[0].start
    assert start is not None
    assert start > MORNING + timedelta(minutes=60)
    QTest.keyClick(shown.grid, Qt.Key.Key_Escape)
    QTest.mouseRelease(shown.grid.viewport(), LEFT, NO, at)


def test_drop_outside_of_the_grid_is_told_to_the_page(shown: Shown, qtbot: QtBot) -> None:
    at = shown.rect("Knots for servers").center()
    with qtbot.waitSignal(shown.grid.left) as told:
        shown.drag(at, QPoint(1200, at.y()))
    assert told.args is not None
    assert [one.title for one in told.args[0]] == ["Knots for servers"]
    assert shown.asked == []


def test_keys_move_stretch_and_take_off(shown: Shown) -> None:
    grid = shown.grid
    grid.setFocus()
    assert grid.choose(2)
    for key, modifiers, expected in (
        (Qt.Key.Key_Down, ALT, (35, 45, (1,))),
        (Qt.Key.Key_Up, ALT, (25, 45, (1,))),
        (Qt.Key.Key_Right, ALT, (30, 45, (2,))),
        (Qt.Key.Key_Down, ALT | SHIFT, (30, 50, (1,))),
        (Qt.Key.Key_Up, ALT | SHIFT, (30, 40, (1,))),
    ):
        QTest.keyClick(grid, key, modifiers)
        assert shown.last() == [("Knots for servers", *expected)]
    asked = len(shown.asked)
    QTest.keyClick(grid, Qt.Key.Key_Left, ALT)
    assert len(shown.asked) == asked
    QTest.keyClick(grid, Qt.Key.Key_Delete)
    assert shown.asked[-1][0].start is None
    QTest.keyClick(grid, Qt.Key.Key_Right, SHIFT)
    assert [one.title for one in grid.chosen_sessions()] == ["Knots for servers", "Charts and maps"]
    grid.snap = 1
    QTest.keyClick(grid, Qt.Key.Key_Down, ALT)
    assert shown.last() == [("Knots for servers", 31, 45, (1,)), ("Charts and maps", 31, 45, (2,))]


def test_enter_and_double_click_open_a_session(shown: Shown, qtbot: QtBot) -> None:
    shown.grid.setFocus()
    shown.grid.choose(2)
    with qtbot.waitSignal(shown.grid.opened):
        QTest.keyClick(shown.grid, Qt.Key.Key_Return)
    with qtbot.waitSignal(shown.grid.opened) as told:
        QTest.mouseDClick(shown.grid.viewport(), LEFT, NO, shown.rect("Sails").center())
    assert told.args is not None
    assert told.args[0].title == "Sails"


def test_f8_goes_through_the_clashes(qtbot: QtBot, theme: Theme) -> None:
    two = session(2, "Ropes", 30, 60, 1), session(3, "Knots", 60, 60, 1)
    shown = Shown(qtbot, theme, programme(session(1, "Welcome", 0, 10, 2), *two))
    shown.grid.setFocus()
    seen = []
    for modifiers in (NO, NO, NO, SHIFT):
        QTest.keyClick(shown.grid, Qt.Key.Key_F8, modifiers)
        seen.append(shown.grid.currentIndex().data())
    assert seen == ["Ropes", "Knots", "Ropes", "Knots"]
    assert shown.grid.sessions.sentence(shown.grid.currentIndex().row()).endswith("1 clash")
    shown.grid.show_day(small_programme(), DAY)
    assert not shown.grid.next_clash(1)


def test_chosen_sessions_stay_chosen_when_the_day_is_shown_again(shown: Shown) -> None:
    QTest.mouseClick(shown.grid.viewport(), LEFT, NO, shown.rect("Knots for servers").center())
    QTest.mouseClick(shown.grid.viewport(), LEFT, CTRL, shown.rect("Charts and maps").center())
    QAccessible.setActive(True)
    try:
        shown.grid.show_day(small_programme(), DAY)
        shown.grid.say("moved")
    finally:
        QAccessible.setActive(False)
    assert {one.id for one in shown.grid.chosen_sessions()} == {2, 3}
