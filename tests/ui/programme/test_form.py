"""The form of a session and the menu of what can be done to one, on a real kit."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit

from eventkit.domain.programme import EventSummary, SessionState
from eventkit.services.events import edit_event
from eventkit.services.people import people
from eventkit.services.programme import event_by_id
from eventkit.services.sessions import edit_session
from eventkit.ui.programme.form import Field, SessionForm
from eventkit.ui.programme.pushing import PushRest
from eventkit.ui.workspace import Workspace
from tests.factories import do
from tests.ui.programme.camp import RADIO, Camp

LETTERS = "Letters that behave"


@pytest.fixture
def shown(workspace: Workspace, camp: EventSummary) -> Camp:
    return Camp(workspace, camp)


@pytest.fixture
def form(shown: Camp) -> SessionForm:
    shown.page.open_session(shown.session(LETTERS))
    return shown.page.form


def write(field: Field, text: str) -> None:
    assert isinstance(field.control, QLineEdit)
    field.control.setFocus()
    field.control.selectAll()
    QTest.keyClick(field.control, Qt.Key.Key_Delete)
    field.control.insert(text)
    QTest.keyClick(field.control, Qt.Key.Key_Return)


def pick(field: Field, text: str) -> None:
    assert isinstance(field.control, QComboBox)
    field.control.setCurrentIndex(field.control.findText(text))
    field.control.activated.emit(field.control.currentIndex())


def action(shown: Camp, text: str) -> QAction:
    shown.page.session_actions.menu.aboutToShow.emit()
    found = [
        one
        for menu in (
            shown.page.session_actions.menu,
            *shown.page.session_actions.menu.findChildren(type(shown.page.session_actions.menu)),
        )
        for one in menu.actions()
        if one.text().split("\t")[0] == text
    ]
    return found[-1]


def test_enter_opens_the_form_and_escape_goes_back(shown: Camp) -> None:
    grid = shown.page.grid
    grid.setFocus()
    grid.choose(shown.session(LETTERS).id)
    QTest.keyClick(grid, Qt.Key.Key_Return)
    assert shown.page.form.isVisible()
    assert shown.page.form.title.control.hasFocus()
    QTest.keyClick(shown.page.form, Qt.Key.Key_Escape)
    assert not shown.page.form.isVisible()
    assert shown.page.side.isVisible()
    assert grid.hasFocus()


def test_each_field_is_kept_when_it_is_left(shown: Camp, form: SessionForm) -> None:
    write(form.title, "Letters that behave well")
    write(form.minutes, "35")
    write(form.start, "1055")
    write(form.language, "pt")
    pick(form.room, "Studio")
    pick(form.track, "People")
    pick(form.kind, "Panel")
    pick(form.state, "accepted")
    told = shown.session("Letters that behave well")
    assert f"{told.start:%H:%M} {told.minutes} {told.language} {told.kind} {told.state}" == "10:55 35 pt panel accepted"
    assert [room.name for room in shown.page.grid.sessions.programme.rooms_of(told)] == ["Studio"]  # type: ignore[union-attr]  # - a day is shown
    desk = shown.workspace.desk
    for _ in range(8):
        desk.undo()
    assert shown.session(LETTERS).minutes == 40
    assert form.title.control.property("text") == LETTERS


def test_all_rooms_no_room_and_no_time(shown: Camp, form: SessionForm) -> None:
    pick(form.room, "All rooms")
    assert shown.session(LETTERS).all_rooms
    pick(form.room, "No room yet")
    assert (shown.session(LETTERS).all_rooms, shown.session(LETTERS).room_ids) == (False, ())
    pick(form.day, "No time yet")
    write(form.start, "")
    assert shown.session(LETTERS).start is None
    write(form.start, "9")
    assert shown.at(LETTERS).startswith("09:00")


def test_what_is_wrong_is_said_beside_the_field(shown: Camp, form: SessionForm) -> None:
    before = shown.session(LETTERS)
    for field, text, told in (
        (form.title, "", "a title"),
        (form.start, "25:00", "18:30"),
        (form.start, "noon", "18:30"),
        (form.minutes, "long", "45"),
        (form.minutes, "9999", "45"),
    ):
        write(field, text)
        assert field.problem.isVisible()
        assert told in field.problem.text().lower()
        assert field.control.property("invalid")
    assert shown.session(LETTERS) == before
    write(form.minutes, "40")
    assert not form.minutes.problem.isVisible()


def test_time_that_the_clocks_leave_out_is_refused(shown: Camp) -> None:
    kit = shown.workspace.desk.open_kit
    session = shown.session(LETTERS)
    event = kit.read(event_by_id, shown.id)
    gap = date(2027, 3, 28)
    day_before = event.start.replace(year=2027, month=3, day=28, hour=10)  # type: ignore[union-attr]  # - the camp has one
    do(kit, edit_session, session.id, start=day_before)
    shown.workspace.refresh()
    shown.page.open_session(shown.session(LETTERS))
    form = shown.page.form
    assert form.day.control.property("currentText") == f"Sun {gap.day} Mar"
    write(form.start, "1:30")
    assert "put forward" in form.start.problem.text()
    do(kit, edit_event, shown.id, day_change=180)
    shown.workspace.refresh()
    write(form.start, "1:45")
    assert f"{shown.session(LETTERS).start:%d %H:%M}" == "29 01:45"


def test_speakers_are_names_and_a_new_one_is_added_on_purpose(shown: Camp, form: SessionForm) -> None:
    count = len(shown.workspace.desk.read(people))
    write(form.speakers, "tom okafor,  Inês Valadão")
    names = [one.name for one in shown.page.grid.sessions.programme.speakers(shown.session(LETTERS))]  # type: ignore[union-attr]  # - a day is shown
    assert names == ["Tom Okafor", "Inês Valadão"]
    write(form.speakers, "Tom Okafor, Rui Farol")
    assert form.speakers.problem.text() == "Nobody here is called Rui Farol."
    assert form.add_new.isVisible()
    form.add_new.click()
    assert len(shown.workspace.desk.read(people)) == count + 1
    assert not form.add_new.isVisible()


def test_abstract_is_read_as_it_is_written_and_kept_when_left(shown: Camp, form: SessionForm) -> None:
    text = form.abstract.control
    text.setFocus()
    QTest.keyClick(text, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(text, "Some *tilted* words")
    assert form.preview.toPlainText() == "Some tilted words"
    form.title.control.setFocus()
    assert shown.session(LETTERS).abstract == "Some *tilted* words"


def test_form_goes_with_its_session(shown: Camp, form: SessionForm) -> None:
    action(shown, "Open").trigger()
    count = len(shown.sessions())
    form.deleted.emit(form.session)
    assert len(shown.sessions()) == count - 1
    assert not form.isVisible()
    shown.workspace.undo()
    assert len(shown.sessions()) == count


def test_new_session_stands_in_the_tray_with_its_form_open(shown: Camp) -> None:
    shown.page.add_button.click()
    made = shown.session("New session")
    assert (made.state, made.start, made.minutes) == (SessionState.DRAFT, None, 30)
    assert shown.page.form.title.control.hasFocus()
    QTest.keyClicks(shown.page.form.title.control, "Owls")
    QTest.keyClick(shown.page.form.title.control, Qt.Key.Key_Return)
    assert shown.session("Owls").id == made.id
    shown.page.form.duplicated.emit(shown.session("Owls"))
    assert [one.title for one in shown.sessions()].count("Owls") == 2


def test_menu_does_what_it_names_to_what_is_chosen(shown: Camp) -> None:
    grid = shown.page.grid
    grid.choose(shown.session(LETTERS).id)
    assert not action(shown, "Swap the two").isEnabled()
    assert not action(shown, "Copy to").isEnabled()
    grid.setFocus()
    QTest.keyClick(grid, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    before = shown.at(LETTERS), shown.at("Licences on napkins")
    action(shown, "Swap the two").trigger()
    assert (shown.at("Licences on napkins"), shown.at(LETTERS)) == before
    action(shown, "Take off the schedule").trigger()
    assert shown.at(LETTERS) == "no time"
    shown.workspace.undo()
    action(shown, "10 min").trigger()
    assert grid.snap == 10
    action(shown, "5 min").trigger()
    shown.page.show_form("list")
    shown.page.table.choose(shown.session(LETTERS).id)
    count = len(shown.sessions())
    action(shown, "Duplicate").trigger()
    assert len(shown.sessions()) == count + 1
    shown.page.table.choose(shown.session(RADIO).id)
    action(shown, "Delete").trigger()
    assert len(shown.sessions()) == count
    shown.page.show_form("grid")


def test_session_is_copied_to_another_day(shown: Camp) -> None:
    kit = shown.workspace.desk.open_kit
    event = kit.read(event_by_id, shown.id)
    assert event.end is not None
    do(kit, edit_event, shown.id, end=event.end.replace(day=event.end.day + 1))
    shown.workspace.refresh()
    shown.page.grid.choose(shown.session(LETTERS).id)
    name = shown.page.days.tabText(1)
    action(shown, name).trigger()
    copies = [one for one in shown.sessions() if one.title == LETTERS]
    assert [f"{one.start:%H:%M}" for one in copies] == ["10:50", "10:50"]
    assert len({one.day for one in copies}) == 2


def test_rest_is_pushed_after_a_look_at_what_comes_of_it(shown: Camp, find: Callable[[], PushRest]) -> None:
    shown.page.grid.choose(shown.session("Lightning talks").id)
    action(shown, "Push the rest …").trigger()
    dialog = find()
    assert dialog.preview.text().splitlines() == [
        "2 sessions move:",
        "15:30 → 15:40  Lightning talks",
        "16:30 → 16:40  Open space",
        "Clashes: 0 now, 0 then",
    ]
    dialog.minutes.setValue(-20)
    assert dialog.preview.text().endswith("Clashes: 0 now, 1 then")
    dialog.minutes.setValue(15)
    dialog.action.click()
    assert shown.at("Lightning talks").startswith("15:45")
    assert shown.at("Open space").startswith("16:45")


def test_long_list_of_what_is_pushed_is_cut(shown: Camp, find: Callable[[], PushRest]) -> None:
    shown.page.session_actions.push(shown.session("Opening"))
    dialog = find()
    assert "and 11 more" in dialog.preview.text()
    dialog.reject()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_context_menu_shows_the_same(shown: Camp) -> None:
    shown.page.grid.choose(shown.session(LETTERS).id)
    shown.page.grid.customContextMenuRequested.emit(QPoint(20, 20))
    menu = shown.page.session_actions.menu
    assert menu.isVisible()
    assert menu.actions()[0].text().startswith("Add a session")
    menu.close()


@pytest.fixture
def find(shown: Camp) -> Callable[[], PushRest]:
    def look() -> PushRest:
        dialog = shown.page.findChild(PushRest)
        assert dialog is not None
        return dialog

    return look
