from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from eventkit.jobs.words import load_words
from eventkit.ui.desk import Desk
from eventkit.ui.programme.page import ProgrammePage
from eventkit.ui.theme import Theme
from tests.ui.programmes import MORNING, programme, session, small_programme


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> ProgrammePage:
    made = ProgrammePage(theme, Desk(load_words("en")), now=lambda: MORNING - timedelta(days=3))
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    return made


def test_sessions_without_a_time_stand_beside_the_grid(page: ProgrammePage) -> None:
    page.show_programme(small_programme())
    assert [row.title for row in page.side.tray.rows.rows] == [
        "1 without a time",
        "Drag onto the plan, or press S",
        "A radio in a shoebox",
        "2 notes",
        "Welcome",
        "Welcome",
    ]
    assert page.side.isVisible()
    assert page.side_switch.text() == "3 to look at"
    page.side_switch.click()
    assert not page.side.isVisible()


def test_clashes_stand_beside_the_grid_and_lead_to_it(page: ProgrammePage) -> None:
    page.show_programme(programme(session(1, "Ropes", 0, 60, 1), session(2, "Knots", 30, 60, 1)))
    rows = page.side.tray.rows.rows
    assert [row.title for row in rows] == [
        "1 clash",
        "Knots",
        "Move to 09:30, Room B",
        "4 notes",
        "Ropes",
        "Ropes",
        "Knots",
        "Knots",
    ]
    assert rows[1].meta == "Overlaps “Ropes” in Room A (09:30)."
    page.side.setFocus()
    QTest.keyClick(page.side.tray, Qt.Key.Key_Return)
    assert page.grid.currentIndex().data() == "Knots"
    assert "1 clash" in page.grid.sessions.sentence(page.grid.currentIndex().row())


def test_person_in_two_places_is_a_clash(page: ProgrammePage) -> None:
    first = session(1, "Ropes", 0, 60, 1, person_ids=(1,))
    page.show_programme(programme(first, session(2, "Knots", 30, 60, 2, person_ids=(1, 2))))
    rows = page.side.tray.rows.rows
    assert [row.title for row in rows] == [
        "1 clash",
        "Ada Osei is in two places",
        "Move “Knots” to 10:00",
        "2 notes",
        "Ropes",
        "Knots",
    ]
    assert rows[1].meta == "“Ropes” until 10:00, “Knots” from 09:30"
    assert page.grid.sessions.clashing == {1, 2}


def test_each_day_has_a_tab_and_a_change_keeps_it(page: ProgrammePage) -> None:
    first, second = session(1, "One", 0, 30, 1), session(2, "Two", 1440, 30, 1)
    page.show_programme(programme(first, second))
    assert [page.days.tabText(number) for number in range(page.days.count())] == ["Sat 8 May", "Sun 9 May"]
    page.days.setFocus()
    QTest.keyClick(page.days, Qt.Key.Key_Right)
    assert page.grid.sessions.places[0].session.title == "Two"
    page.show_programme(programme(first, second, session(3, "Three", 1500, 30, 2)))
    assert page.days.currentIndex() == 1
    assert [place.session.title for place in page.grid.sessions.places] == ["Two", "Three"]


def test_list_and_grid_are_two_forms_of_the_same(page: ProgrammePage) -> None:
    page.show_programme(small_programme())
    assert page.grid.isVisible()
    page.list_button.click()
    assert page.table.isVisible()
    assert not page.grid.isVisible()
    page.grid_button.click()
    assert page.grid.isVisible()


def test_session_without_a_time_is_shown_in_the_list(page: ProgrammePage) -> None:
    whole = small_programme()
    page.show_programme(whole)
    page.show_session(whole.sessions[-1])
    assert page.table.isVisible()
    assert page.table.currentIndex().data() == "A radio in a shoebox"


def test_programme_without_any_time_is_a_list(page: ProgrammePage) -> None:
    page.show_programme(programme(session(1, "Idea", None, 20)))
    assert page.table.isVisible()


def test_empty_programme_offers_the_next_step(page: ProgrammePage, qtbot: QtBot) -> None:
    page.show_programme(programme())
    with qtbot.waitSignal(page.import_wanted) as told:
        page.importing.click()
    assert told.args == ["harbour"]
    assert not page.grid_button.isVisible()


def test_current_session_is_told(page: ProgrammePage, qtbot: QtBot) -> None:
    page.show_programme(small_programme())
    with qtbot.waitSignal(page.told) as told:
        page.begin()
    assert told.args == ["Welcome, all rooms, 09:00 to 09:10"]


def test_zoom_buttons_change_the_scale(page: ProgrammePage) -> None:
    page.show_programme(small_programme())

    def height() -> int:
        return page.grid.visualRect(page.grid.sessions.index(1)).height()

    usual = height()
    page.zoom(1)
    larger = height()
    page.zoom(-1)
    assert (height(), larger > usual) == (usual, True)


def test_narrow_page_has_its_side_only_when_asked(page: ProgrammePage) -> None:
    page.show_programme(small_programme())
    page.resize(700, 500)
    assert not page.side.isVisible()
    page.side_switch.click()
    assert page.side.isVisible()
    page.resize(1100, 500)
    assert page.side.isVisible()
