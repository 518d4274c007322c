from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QAbstractItemModel, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from eventkit.domain.clashes.index import Clashes
from eventkit.domain.clashes.rules import Ground
from eventkit.domain.programme import SessionState
from eventkit.ui.programme.day_model import DayModel
from eventkit.ui.programme.grid import ZOOM_STEPS, DayGrid
from eventkit.ui.programme.scale import plan_day
from eventkit.ui.theme import Scheme, Theme
from tests.ui.programmes import MORNING, programme, session, small_programme

DAY = date(2027, 5, 8)
WELCOME, KNOTS, CHARTS, COFFEE, SAILS = range(5)


def show(qtbot: QtBot, theme: Theme, minutes_after_nine: int = -600) -> DayGrid:
    grid = DayGrid(theme, now=lambda: MORNING + timedelta(minutes=minutes_after_nine))
    qtbot.addWidget(grid)
    grid.resize(700, 500)
    grid.show()
    grid.show_day(small_programme(), DAY)
    return grid


@pytest.fixture
def grid(qtbot: QtBot, theme: Theme) -> DayGrid:
    return show(qtbot, theme)


@pytest.fixture
def mirrored(qapp: QApplication, theme: Theme) -> Iterator[None]:
    del theme
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def rect(grid: DayGrid, row: int) -> QRect:
    return grid.visualRect(grid.sessions.index(row))


def picture(grid: DayGrid) -> QImage:
    return grid.viewport().grab().toImage()


def test_model_keeps_the_rules(watch: Callable[[QAbstractItemModel], None]) -> None:
    model = DayModel()
    watch(model)
    model.show(small_programme(), plan_day(small_programme(), DAY))
    assert model.rowCount() == 5


def test_each_session_is_a_list_item_with_a_whole_name(grid: DayGrid) -> None:
    told = QAccessible.queryAccessibleInterface(grid)
    assert told.role() == QAccessible.Role.List
    assert [told.child(row).role() for row in range(5)] == [QAccessible.Role.ListItem] * 5
    assert [told.child(row).text(QAccessible.Text.Name) for row in range(5)] == [
        "Welcome, all rooms, 09:00 to 09:10",
        "Knots for servers, Room A, 09:30 to 10:15, Ada Osei, Build",
        "Charts and maps, Room B, 09:30 to 10:15, Tomasz Wieczorek, People",
        "Coffee, all rooms, 10:15 to 10:30",
        "Sails, Room A, 10:30 to 11:00, cancelled",
    ]


def test_blocks_are_to_scale(grid: DayGrid) -> None:
    scale = (rect(grid, COFFEE).top() - rect(grid, WELCOME).top()) / 75
    assert scale in ZOOM_STEPS
    assert abs(rect(grid, KNOTS).top() - rect(grid, WELCOME).top() - 30 * scale) <= 1
    assert abs(rect(grid, KNOTS).height() - 45 * scale) <= 3
    assert rect(grid, KNOTS).right() < rect(grid, CHARTS).left()
    assert rect(grid, COFFEE).right() == rect(grid, CHARTS).right()
    assert rect(grid, COFFEE).left() == rect(grid, KNOTS).left()


def test_accessible_place_is_where_the_block_is(grid: DayGrid) -> None:
    told = QAccessible.queryAccessibleInterface(grid).child(CHARTS).rect()
    assert told.topLeft() == grid.viewport().mapToGlobal(rect(grid, CHARTS).topLeft())


def test_arrow_keys_walk_through_the_drawing(grid: DayGrid) -> None:
    grid.setFocus()
    walked = []
    for key in (
        Qt.Key.Key_Down,
        Qt.Key.Key_Right,
        Qt.Key.Key_Left,
        Qt.Key.Key_Down,
        Qt.Key.Key_Up,
        Qt.Key.Key_End,
        Qt.Key.Key_Home,
    ):
        QTest.keyClick(grid, key)
        walked.append(grid.currentIndex().row())
    assert walked == [KNOTS, CHARTS, KNOTS, COFFEE, KNOTS, SAILS, WELCOME]


def test_focus_is_told_for_the_session_and_not_for_the_list(grid: DayGrid, qtbot: QtBot) -> None:
    QAccessible.setActive(True)
    try:
        grid.setFocus()
        with qtbot.waitSignal(grid.chosen) as told:
            grid.choose(3)
        assert told.args is not None
        assert told.args[0].title == "Charts and maps"
        assert QAccessible.queryAccessibleInterface(grid).focusChild().text(QAccessible.Text.Name).startswith("Charts")
    finally:
        QAccessible.setActive(False)


def test_click_makes_a_session_current(grid: DayGrid) -> None:
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=rect(grid, CHARTS).center())
    assert grid.currentIndex().row() == CHARTS
    assert [index.row() for index in grid.selectedIndexes()] == [CHARTS]


def test_empty_place_is_no_session(grid: DayGrid) -> None:
    assert not grid.indexAt(QPoint(rect(grid, CHARTS).left() + 5, rect(grid, SAILS).center().y())).isValid()


def test_narrow_session_lies_over_a_wide_one(qtbot: QtBot, theme: Theme) -> None:
    grid = show(qtbot, theme)
    grid.show_day(programme(session(1, "Both", 0, 60, 1, 2), session(2, "Inside", 10, 30, 1)), DAY)
    inside = next(row for row, place in enumerate(grid.sessions.places) if place.session.title == "Inside")
    assert grid.indexAt(rect(grid, inside).center()).row() == inside


@pytest.mark.usefixtures("mirrored")
def test_mirrored_window_has_the_first_room_at_the_right(qtbot: QtBot, theme: Theme) -> None:
    grid = show(qtbot, theme)
    assert rect(grid, KNOTS).left() > rect(grid, CHARTS).right()
    assert grid.viewport().geometry().left() < 10
    grid.setFocus()
    grid.choose(2)
    QTest.keyClick(grid, Qt.Key.Key_Left)
    assert grid.currentIndex().row() == CHARTS


def test_zoom_keys_change_the_height_and_keep_the_session(grid: DayGrid) -> None:
    grid.setFocus()
    grid.choose(2)
    before = rect(grid, KNOTS).height()
    QTest.keyClick(grid, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    larger = rect(grid, KNOTS).height()
    QTest.keyClick(grid, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert before < larger
    assert grid.verticalScrollBar().maximum() == 0
    assert grid.currentIndex().row() == KNOTS


def test_current_session_is_scrolled_into_view(qtbot: QtBot, theme: Theme) -> None:
    grid = show(qtbot, theme)
    many = [session(n, f"Talk {n}", 60 * (n % 8), 50, 1 + n % 9) for n in range(1, 60)]
    grid.show_day(programme(*many, rooms=9), DAY)
    assert grid.horizontalScrollBar().maximum() > 0
    for number in (17, 44, 8):
        assert grid.choose(number)
        assert grid.viewport().rect().contains(rect(grid, grid.currentIndex().row()).topLeft())
    assert not grid.choose(999)


def test_line_of_now_is_drawn_on_its_day_alone(qtbot: QtBot, theme: Theme) -> None:
    accent = theme.tokens.color("accent")

    def has_line(grid: DayGrid) -> bool:
        image = picture(grid)
        x = rect(grid, CHARTS).right() + 4
        return any(image.pixelColor(x, y) == accent for y in range(image.height()))

    assert has_line(show(qtbot, theme, 20))
    assert not has_line(show(qtbot, theme, -600))


def test_states_and_clashes_are_seen(qtbot: QtBot, theme: Theme) -> None:
    grid = show(qtbot, theme)
    seen = set()
    for state, clashing in (
        (SessionState.CONFIRMED, ()),
        (SessionState.CONFIRMED, (session(2, "Other", 0, 60, 1),)),
        (SessionState.ACCEPTED, ()),
        (SessionState.DRAFT, ()),
        (SessionState.CANCELLED, ()),
    ):
        same = session(1, "Same", 0, 60, 1, state=state, track_id=1, person_ids=(1,))
        index = Clashes(Ground(programme=programme(same, *clashing)))
        grid.show_day(programme(same), DAY, index)
        image = picture(grid)
        seen.add(bytes(image.constBits()[: image.sizeInBytes()]))
    assert len(seen) == 5


@pytest.mark.parametrize("scheme", list(Scheme))
def test_tracks_are_told_apart_in_every_palette(qtbot: QtBot, theme: Theme, scheme: Scheme) -> None:
    theme.choose(scheme)
    grid = show(qtbot, theme)
    seen = set()
    for track in (1, 2, None):
        grid.show_day(programme(session(1, "Same", 0, 60, 1, track_id=track)), DAY)
        image = picture(grid)
        seen.add(bytes(image.constBits()[: image.sizeInBytes()]))
    theme.choose(None)
    assert len(seen) == 3


def test_edges_stay_while_the_day_scrolls(qtbot: QtBot, theme: Theme) -> None:
    grid = show(qtbot, theme)
    grid.resize(700, 160)
    places = [edge.geometry() for edge in grid._corners]
    grid.verticalScrollBar().setValue(60)
    assert [edge.geometry() for edge in grid._corners] == places
    assert grid.verticalOffset() == 60
    assert QGuiApplication.layoutDirection() == Qt.LayoutDirection.LeftToRight
