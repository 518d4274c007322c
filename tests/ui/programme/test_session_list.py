from collections.abc import Callable

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from eventkit.ui.programme.session_list import PEOPLE, ROOM, STATE, TIME, TITLE, TRACK, SessionsModel, SessionTable
from eventkit.ui.theme import Theme
from tests.ui.programmes import programme, session, small_programme


@pytest.fixture
def table(qtbot: QtBot, theme: Theme) -> SessionTable:
    made = SessionTable(theme)
    qtbot.addWidget(made)
    made.resize(1000, 400)
    made.show()
    made.show_sessions(small_programme())
    return made


def test_model_keeps_the_rules_through_changes(watch: Callable[[QAbstractItemModel], None]) -> None:
    model = SessionsModel()
    watch(model)
    whole = small_programme()
    for kept in (whole.sessions, whole.sessions[2:4], whole.sessions[::-1], ()):
        model.show(whole, kept)
        assert model.rowCount() == len(kept)


def test_cells_say_time_title_people_room_track_and_state(table: SessionTable) -> None:
    def row(number: int) -> list[str]:
        return [table.sessions.index(number, column).data() for column in (TIME, TITLE, PEOPLE, ROOM, TRACK, STATE)]

    assert row(1) == ["09:30 – 10:15", "Knots for servers", "Ada Osei", "Room A", "Build", ""]
    assert row(3) == ["10:15 – 10:30", "Coffee", "", "all rooms", "", ""]
    assert row(4) == ["10:30 – 11:00", "Sails", "", "Room A", "", "cancelled"]
    assert row(5) == ["no time yet", "A radio in a shoebox", "", "no room yet", "", "proposed"]


def test_headers_name_the_columns(table: SessionTable) -> None:
    heads = [table.sessions.headerData(column, Qt.Orientation.Horizontal) for column in range(7)]
    assert heads == ["Day", "Time", "Title", "People", "Room", "Track", "State"]


def test_order_is_the_programmes_own(table: SessionTable) -> None:
    titles = [table.sessions.index(row, TITLE).data() for row in range(table.sessions.rowCount())]
    assert titles == [session.title for session in small_programme().sessions]


def test_change_keeps_the_current_session(table: SessionTable) -> None:
    assert table.choose(4)
    table.show_sessions(programme(session(4, "Coffee", 75, 15, all_rooms=True), session(9, "New", 90, 15, 1)))
    assert table.currentIndex().data() == "Coffee"
    assert not table.choose(77)


def test_enter_chooses_a_session(table: SessionTable, qtbot: QtBot) -> None:
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    with qtbot.waitSignal(table.chosen) as told:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert told.args is not None
    assert told.args[0].title == "Knots for servers"


def test_days_are_shown_where_there_are_several(table: SessionTable) -> None:
    assert table.isColumnHidden(0)
    table.show_sessions(programme(session(1, "One", 0, 10, 1), session(2, "Next day", 1440, 10, 1)))
    assert not table.isColumnHidden(0)
    assert table.sessions.index(1, 0).data() == "Sun 9 May"


def test_narrow_table_gives_up_the_track(table: SessionTable) -> None:
    assert not table.isColumnHidden(TRACK)
    table.resize(700, 400)
    assert table.isColumnHidden(TRACK)


def test_long_list_asks_only_for_what_is_seen(table: SessionTable, qtbot: QtBot) -> None:
    many = programme(*(session(n, f"Talk {n}", n, 10, 1) for n in range(1, 3000)))
    asked: set[int] = set()

    class Counting(SessionsModel):
        def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # type: ignore[override]  # - Qt passes either index
            asked.add(index.row())
            return super().data(index, role)

    counting = Counting(table)
    counting.show(many, many.sessions)
    table.setModel(counting)
    qtbot.waitExposed(table)
    table.grab()
    assert 0 < len(asked) < 60
