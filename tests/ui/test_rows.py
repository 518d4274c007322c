from collections.abc import Callable

import pytest
from PySide6.QtCore import QAbstractItemModel, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from eventkit.ui.rows import Row, RowsModel
from eventkit.ui.rows_view import RowsView
from eventkit.ui.theme import Theme


def rows(*names: str) -> list[Row]:
    return [Row(key=name, title=name, meta=f"about {name}", data=name.upper()) for name in names]


@pytest.fixture
def view(qtbot: QtBot, theme: Theme) -> RowsView:
    made = RowsView(theme, "Things")
    qtbot.addWidget(made)
    made.resize(400, 400)
    made.show()
    return made


def test_model_keeps_the_rules_through_changes(watch: Callable[[QAbstractItemModel], None]) -> None:
    model = RowsModel()
    watch(model)
    for names in ("abc", "cab", "", "xabcy", "ay"):
        model.show(rows(*names))
        assert [row.title for row in model.rows] == list(names)


def test_change_keeps_the_current_row(view: RowsView) -> None:
    view.show_rows(rows("a", "b", "c"))
    view.setCurrentIndex(view.rows.index(2))
    view.show_rows(rows("new", "c"))
    assert view.rows.row(view.currentIndex()).key == "c"


def test_changed_row_is_told(view: RowsView, qtbot: QtBot) -> None:
    view.show_rows(rows("a", "b"))
    with qtbot.waitSignal(view.rows.dataChanged) as told:
        view.show_rows([*rows("a"), Row(key="b", title="other")])
    assert told.args is not None
    assert told.args[0].row() == 1


def test_arrow_keys_skip_headings_and_enter_chooses(view: RowsView, qtbot: QtBot) -> None:
    view.show_rows(
        [Row(key="h", title="Heading", heading=True), *rows("a"), Row(key="i", title="More", heading=True), *rows("b")]
    )
    view.setFocus()
    assert view.rows.row(view.currentIndex()).key == "a"
    QTest.keyClick(view, Qt.Key.Key_Down)
    with qtbot.waitSignal(view.chosen) as told:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert told.args == ["B"]


def test_click_chooses_once_and_not_on_headings(view: RowsView) -> None:
    view.show_rows([Row(key="h", title="Heading", heading=True), *rows("a")])
    told: list[object] = []
    view.chosen.connect(told.append)
    for number in (0, 1):
        place = view.visualRect(view.rows.index(number)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert told == ["A"]


def test_list_that_only_shows_chooses_nothing(qtbot: QtBot, theme: Theme) -> None:
    view = RowsView(theme, "Steps", choosable=False)
    qtbot.addWidget(view)
    view.show_rows(rows("a"))
    view.setCurrentIndex(view.rows.index(0))
    with qtbot.assertNotEmitted(view.chosen):
        QTest.keyClick(view, Qt.Key.Key_Return)


def test_screen_reader_hears_the_whole_row(view: RowsView) -> None:
    view.show_rows([Row(key=1, title="Spring meetup", meta="Library", trail="6", trail_note="days to go")])
    told = QAccessible.queryAccessibleInterface(view)
    assert told.text(QAccessible.Text.Name) == "Things"
    assert told.child(0).text(QAccessible.Text.Name) == "Spring meetup, Library, 6 days to go"


def test_rows_are_painted_in_every_form(view: RowsView) -> None:
    seen = set()
    for row in (
        Row(key=1, title="Plain"),
        Row(key=1, title="Plain", meta="with words"),
        Row(key=1, title="Plain", drawing="events"),
        Row(key=1, title="Plain", dot="red"),
        Row(key=1, title="Plain", leaf=("May", "8")),
        Row(key=1, title="Plain", leaf=("May", "8"), dim=True),
        Row(key=1, title="Plain", trail="3", trail_note="left", tone="accent"),
        Row(key=1, title="Plain", heading=True),
    ):
        view.show_rows([])
        view.show_rows([row])
        picture = view.grab().toImage()
        seen.add(bytes(picture.constBits()[: picture.sizeInBytes()]))
    assert len(seen) == 8


@pytest.mark.parametrize("card", [False, True])
def test_whole_row_is_wrapped_where_it_has_no_room(qtbot: QtBot, theme: Theme, *, card: bool) -> None:
    view = RowsView(theme, "Findings", choosable=False, unrolled=True)
    qtbot.addWidget(view)
    title = "A sentence that says what happened, where it happened and what can be done about it by whom"
    view.show_rows([Row(key=1, title=title, meta="in two places", drawing="warning", whole=True, card=card)])
    view.resize(800, 100)
    view.show()
    qtbot.waitUntil(lambda: view.height() == view.whole_height())
    wide = view.height()
    view.resize(220, wide)
    qtbot.waitUntil(lambda: view.height() > wide + 30)
    assert view.height() == view.whole_height()
    assert not view.verticalScrollBar().isVisible()


def test_row_that_is_only_read_is_not_selected(qtbot: QtBot, theme: Theme) -> None:
    view = RowsView(theme, "Findings", choosable=False)
    qtbot.addWidget(view)
    view.show_rows(rows("a", "b"))
    view.show()
    view.setFocus()
    view.setCurrentIndex(view.rows.index(1))
    assert not view.selectionModel().hasSelection()
