from collections.abc import Callable, Sequence
from datetime import timedelta

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from eventkit.domain.programme import Programme
from eventkit.domain.runsheet import Cue, Moment, RunKey, RunLine, Times, run_lines
from eventkit.ui.runsheet.table import CUE, DAY, LENGTH, OWNER, REAL, ROOM, TIME, TITLE, RunModel, RunTable
from eventkit.ui.runsheet.words import RunWords
from eventkit.ui.theme import Theme
from tests.ui.programmes import MORNING, programme, session, small_programme

BELL = Cue(id=1, uuid="c1", event_id=1, title="Bell", start=MORNING, text="Once", owner="Desk", room_id=1)
LIGHT = Cue(id=2, uuid="c2", event_id=1, title="Light", start=MORNING, minutes=5, person_id=2)
TIMES = {
    RunKey(session_id=1): Times(started=MORNING, ended=MORNING + timedelta(minutes=12)),
    RunKey(session_id=2): Times(started=MORNING + timedelta(minutes=12)),
    RunKey(cue_id=1): Times(started=MORNING, ended=MORNING),
}


def lines(told: Programme, cues: Sequence[Cue] = (BELL, LIGHT)) -> tuple[RunLine, ...]:
    return run_lines(told, cues, TIMES)


@pytest.fixture
def table(qtbot: QtBot, theme: Theme) -> RunTable:
    made = RunTable(theme)
    qtbot.addWidget(made)
    made.resize(1100, 400)
    made.show()
    made.show_lines(small_programme(), lines(small_programme()))
    return made


def test_model_keeps_the_rules_through_changes(watch: Callable[[QAbstractItemModel], None]) -> None:
    model = RunModel()
    watch(model)
    whole = lines(small_programme())
    for kept in (whole, whole[1:3], whole[::-1], ()):
        model.show(small_programme(), kept)
        assert model.rowCount() == len(kept)


def test_cells_say_time_length_what_cue_owner_room_and_what_was(table: RunTable) -> None:
    def row(number: int) -> list[str]:
        columns = (TIME, LENGTH, TITLE, CUE, OWNER, ROOM, REAL)
        return [table.run_lines.index(number, column).data() for column in columns]

    assert row(0) == ["09:00", "", "Bell", "Once", "Desk", "Room A", "done 09:00"]
    assert row(1) == ["09:00", "5 min", "Light", "", "Tomasz Wieczorek", "", ""]
    assert row(2) == ["09:00", "10 min", "Welcome", "", "", "all rooms", "09:00 – 09:12"]
    assert row(3) == ["09:30", "45 min", "Knots for servers", "", "Ada Osei", "Room A", "since 09:12"]
    heads = [table.run_lines.headerData(column, Qt.Orientation.Horizontal) for column in range(8)]
    assert heads == ["Day", "Time", "Length", "What", "Cue", "Owner", "Room", "Actual"]
    tip = table.run_lines.index(0, TITLE).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "09:00, Bell, Once, Desk, Room A, done 09:00"


def test_columns_come_with_what_they_tell(table: RunTable) -> None:
    assert (table.isColumnHidden(DAY), table.isColumnHidden(REAL)) == (True, False)
    days = programme(session(8, "One", 0, 10, 1), session(9, "Next day", 1440, 10, 1))
    table.show_lines(days, lines(days, ()))
    assert (table.isColumnHidden(DAY), table.isColumnHidden(REAL)) == (False, True)
    assert table.run_lines.index(1, DAY).data() == "Sun 9 May"
    table.resize(700, 400)
    assert table.columnWidth(CUE) == 150


def test_keys_open_add_and_delete(table: RunTable, qtbot: QtBot) -> None:
    table.setFocus()
    assert table.current() == table.run_lines.lines[0]
    QTest.keyClick(table, Qt.Key.Key_Down)
    for key, signal in ((Qt.Key.Key_Return, table.opened), (Qt.Key.Key_Delete, table.delete_wanted)):
        with qtbot.waitSignal(signal) as told:
            QTest.keyClick(table, key)
        assert told.args == [table.run_lines.lines[1]]
    with qtbot.waitSignal(table.add_wanted):
        QTest.keyClick(table, Qt.Key.Key_Insert)


def test_a_change_keeps_the_current_line(table: RunTable) -> None:
    table.choose(RunKey(session_id=4))
    table.show_lines(small_programme(), lines(small_programme(), ()))
    assert table.currentIndex().data() == "Coffee"


def test_times_that_are_left_and_drift_are_said() -> None:
    words = RunWords()
    assert [words.left(seconds) for seconds in (0, 59, 725, 3720, -40)] == ["0:00", "0:59", "12:05", "1:02:00", "+0:40"]
    line = lines(small_programme())[0]
    moments = [Moment(line=line, following=None, behind=minutes, left=0) for minutes in (4, 0, -2, -30000)]
    moments += [Moment(line=None, following=line, behind=minutes, left=0) for minutes in (4, 0)]
    assert [words.drift(one) for one in moments] == ["4 min behind", "on time", "2 min ahead", "", "4 min behind", ""]
