"""The programme page on a real kit: what is moved there is kept, the tray gives and takes, a fix is one click."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from eventkit.domain.clashes.fixes import Suggestion
from eventkit.domain.programme import EventSummary, Session
from eventkit.services.programme import programme
from eventkit.services.sessions import move_session
from eventkit.ui.workspace import Workspace
from tests.factories import do
from tests.ui.programme.camp import RADIO, Camp

LEFT, NO, ALT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def shown(workspace: Workspace, camp: EventSummary) -> Camp:
    return Camp(workspace, camp)


def test_key_move_is_kept_and_undone(shown: Camp) -> None:
    grid, before = shown.page.grid, shown.at("Letters that behave")
    grid.setFocus()
    assert grid.choose(shown.session("Letters that behave").id)
    QTest.keyClick(grid, Qt.Key.Key_Down, ALT)
    assert shown.at("Letters that behave") == before.replace("10:50", "10:55")
    desk = shown.workspace.desk
    assert desk.say_step(desk.open_kit.undo_label) == "Move session Letters that behave"
    shown.workspace.undo()
    assert shown.at("Letters that behave") == before


def test_several_taken_off_are_one_step(shown: Camp) -> None:
    grid = shown.page.grid
    grid.setFocus()
    grid.choose(shown.session("Letters that behave").id)
    QTest.keyClick(grid, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(grid, Qt.Key.Key_Delete)
    assert shown.at("Letters that behave") == shown.at("Licences on napkins") == "no time"
    assert shown.page.side.count == 3
    shown.workspace.undo()
    assert shown.page.side.count == 1


def test_s_places_a_session_in_the_next_gap(shown: Camp) -> None:
    tray = shown.page.side.tray
    tray.setFocus()
    tray.setCurrentIndex(tray.first())
    QTest.keyClick(tray, Qt.Key.Key_S)
    placed = shown.session(RADIO)
    assert placed.start is not None
    assert placed.room_ids
    assert shown.page.clashes is not None
    assert shown.page.clashes.of(placed.id) == ()
    assert shown.page.grid.currentIndex().data() == RADIO


def test_session_is_dragged_from_the_tray_onto_the_grid_and_back(shown: Camp) -> None:
    tray, view = shown.page.side.tray, shown.page.grid.viewport()
    start, block = shown.row_at(RADIO), shown.rect("Letters that behave")
    goal = tray.viewport().mapFrom(view.window(), view.mapTo(view.window(), block.center()))
    QTest.mousePress(tray.viewport(), LEFT, NO, start)
    for step in (1, 2, 3):
        QTest.mouseMove(tray.viewport(), start + (goal - start) * step / 3)
    assert [ghost.title for ghost in shown.page.grid.hand.ghosts] == [RADIO]
    QTest.mouseRelease(tray.viewport(), LEFT, NO, goal)
    assert shown.session(RADIO).room_ids == shown.session("Letters that behave").room_ids
    placed = shown.rect(RADIO).center()
    back = view.mapFrom(view.window(), tray.mapTo(view.window(), tray.rect().center()))
    QTest.mousePress(view, LEFT, NO, placed)
    for step in (1, 2, 3):
        QTest.mouseMove(view, placed + (back - placed) * step / 3)
    QTest.mouseRelease(view, LEFT, NO, back)
    assert shown.at(RADIO) == "no time"


@pytest.mark.parametrize("ending", ["escape", "outside"])
def test_drag_from_the_tray_that_ends_nowhere_changes_nothing(shown: Camp, ending: str) -> None:
    tray, view = shown.page.side.tray, shown.page.grid.viewport()
    start = shown.row_at(RADIO)
    goal = tray.viewport().mapFrom(view.window(), view.mapTo(view.window(), view.rect().center()))
    QTest.mousePress(tray.viewport(), LEFT, NO, start)
    QTest.mouseMove(tray.viewport(), start + QPoint(-30, 0))
    QTest.mouseMove(tray.viewport(), goal)
    if ending == "escape":
        QTest.keyClick(tray, Qt.Key.Key_Escape)
    QTest.mouseRelease(tray.viewport(), LEFT, NO, start)
    assert shown.at(RADIO) == "no time"
    assert shown.page.grid.hand.ghosts == ()
    assert shown.page.clashes is not None
    assert shown.page.clashes.marked == frozenset()


def test_fix_of_a_clash_is_one_click(shown: Camp) -> None:
    other = shown.session("Small databases, long lives")
    do(shown.workspace.desk.open_kit, move_session, shown.session("Letters that behave").id, start=other.start)
    shown.workspace.refresh()
    rows = shown.page.side.tray.rows.rows
    way = next(row for row in rows if isinstance(row.data, Suggestion))
    assert way.title.startswith("Move to ")
    tray = shown.page.side.tray
    QTest.mouseClick(tray.viewport(), LEFT, NO, shown.row_at(way.title))
    assert not any(isinstance(row.data, Suggestion) for row in tray.rows.rows)
    assert shown.page.side.count == 1


def test_filter_looks_for_people_tracks_lengths_and_states(shown: Camp) -> None:
    side = shown.page.side
    assert not side.filter.isVisible()
    for title in ("Letters that behave", "Licences on napkins", "Lightning talks"):
        do(shown.workspace.desk.open_kit, move_session, shown.session(title).id, start=None)
    shown.workspace.refresh()
    assert side.filter.isVisible()
    for words, found in (
        ("proposed", [RADIO]),
        ("people 40 min", ["Licences on napkins"]),
        ("brzeczynska", ["Letters that behave"]),
        ("nothing of the kind", []),
    ):
        side.filter.setText(words)
        assert [row.title for row in side.tray.rows.rows if isinstance(row.data, Session)] == found


def test_empty_event_with_a_date_has_a_day_to_plan(shown: Camp) -> None:
    told = shown.workspace.desk.read(programme, shown.id)
    for session in told.sessions:
        do(shown.workspace.desk.open_kit, move_session, session.id, start=None)
    shown.workspace.refresh()
    assert shown.page.grid.isVisible()
    assert shown.page.days.count() == 1
    shown.page.place_next(shown.session(RADIO))
    assert shown.at(RADIO).startswith("09:00")


def test_list_has_the_keys_of_the_grid(shown: Camp) -> None:
    shown.page.show_form("list")
    table, title = shown.page.table, "Letters that behave"
    table.setFocus()
    table.choose(shown.session(title).id)
    hall, studio = shown.session(title).room_ids, shown.session("Licences on napkins").room_ids
    shift = Qt.KeyboardModifier.ShiftModifier
    for key, modifiers, expected in (
        (Qt.Key.Key_Down, ALT, ("10:55", 40, hall)),
        (Qt.Key.Key_Right, ALT, ("10:55", 40, studio)),
        (Qt.Key.Key_Up, ALT | shift, ("10:55", 35, studio)),
        (Qt.Key.Key_L, NO, ("10:55", 35, studio)),
        (Qt.Key.Key_Left, ALT, ("10:55", 35, studio)),
    ):
        QTest.keyClick(table, key, modifiers)
        told = shown.session(title)
        assert (f"{told.start:%H:%M}", told.minutes, told.room_ids) == expected
        assert shown.page.chosen_sessions() == (told,)
    QTest.keyClick(table, Qt.Key.Key_L)
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert shown.at(title) == "no time"
    shown.page.show_form("grid")
