from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from eventkit.ui.records import PAGE, PAGES, RecordsModel, RecordsTable
from eventkit.ui.theme import Theme


@dataclass(frozen=True)
class Boat:
    id: int
    name: str


class Boats(RecordsModel):
    """Invented records; `asked` notes which ids were read."""

    def __init__(self) -> None:
        self.asked: list[int] = []
        super().__init__(self._read)

    def _read(self, ids: Sequence[int]) -> Sequence[Boat]:
        self.asked += ids
        return [Boat(key, f"Boat {key}") for key in ids if key != 13]

    def headings(self) -> tuple[str, ...]:
        return "Name", "Number"

    def text(self, record: Any, column: int) -> str:
        return (record.name, str(record.id))[column]


@pytest.fixture
def table(qtbot: QtBot, theme: Theme) -> RecordsTable:
    made = RecordsTable(theme, "Boats", Boats())
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    made.records.show([1, 2, 3, 4, 5])
    return made


def test_model_keeps_the_rules_through_changes(watch: Callable[[QAbstractItemModel], None]) -> None:
    model = Boats()
    watch(model)
    for ids in ([1, 2, 3], [3, 1], list(range(5000)), list(range(0, 5000, 2)), list(range(4999, -1, -1)), []):
        model.show(ids)
        assert model.ids == ids


def test_long_list_reads_only_what_is_looked_at(table: RecordsTable) -> None:
    boats = table.records
    assert isinstance(boats, Boats)
    boats.asked.clear()
    boats.show(list(range(100_000)))
    table.grab()
    assert 0 < len(set(boats.asked)) <= 2 * PAGE
    for row in range(0, PAGE * (PAGES + 2), PAGE):
        assert boats.record(row).id == row
    assert boats.record(13) is None
    assert boats.index(13, 0).data() == ""


def test_change_keeps_what_is_chosen(table: RecordsTable) -> None:
    assert table.choose(4)
    table.show_ids([9, 5, 4, 1])
    assert table.selected_ids() == [4]
    assert table.currentIndex().row() == 2
    table.show_ids([9, 1])
    assert table.selected_ids() == []
    assert not table.choose(77)


def test_keys_open_mark_delete_copy_and_paste(table: RecordsTable, qtbot: QtBot) -> None:
    table.setFocus()
    table.choose(2)
    with qtbot.waitSignal(table.opened) as opened:
        QTest.keyClick(table, Qt.Key.Key_Return)
    with qtbot.waitSignal(table.marked) as marked:
        QTest.keyClick(table, Qt.Key.Key_Space)
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(table.delete_wanted) as deleted:
        QTest.keyClick(table, Qt.Key.Key_Delete)
    assert (opened.args, marked.args, deleted.args) == ([2], [[2]], [[2, 3]])
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().splitlines() == ["Name\tNumber", "Boat 2\t2", "Boat 3\t3"]
    with qtbot.waitSignal(table.pasted) as pasted:
        QTest.keyClick(table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert pasted.args is not None
    assert pasted.args[0].startswith("Name")


def test_space_marks_the_current_row_where_none_is_chosen(table: RecordsTable, qtbot: QtBot) -> None:
    table.setFocus()
    assert table.selected_ids() == []
    with qtbot.waitSignal(table.marked) as marked:
        QTest.keyClick(table, Qt.Key.Key_Space)
    assert marked.args == [[1]]


def test_headings_sort_one_way_and_the_other(table: RecordsTable) -> None:
    told: list[tuple[int, bool]] = []
    table.sorted.connect(lambda column, down: told.append((column, down)))
    for column in (1, 1, 0):
        table.sort_by(column)
    assert told == [(1, False), (1, True), (0, False)]
    assert table.records.headerData(1, Qt.Orientation.Horizontal) == "Number"
    assert table.records.headerData(1, Qt.Orientation.Vertical) == "2"
