"""Versions, locks and absences in the window, on a real kit."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest

from eventkit.domain.clashes.records import Rule
from eventkit.domain.programme import EventSummary
from eventkit.services.profiles import edit_profile
from eventkit.services.sessions import edit_session
from eventkit.ui.programme.hours import RoomHours
from eventkit.ui.programme.versions import Versions
from eventkit.ui.workspace import Workspace
from tests.factories import do
from tests.ui.programme.camp import RADIO, Camp

LETTERS = "Letters that behave"
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def shown(workspace: Workspace, camp: EventSummary) -> Camp:
    return Camp(workspace, camp)


def open_versions(shown: Camp) -> Versions:
    shown.page.versions_button.click()
    return shown.page.findChildren(Versions)[-1]


def keep(dialog: Versions, name: str) -> None:
    dialog.name.setText(name)
    dialog.action.click()


def test_version_is_kept_compared_and_gone_back_to(shown: Camp) -> None:
    dialog = open_versions(shown)
    assert not dialog.kept.isVisible()
    keep(dialog, " ")
    assert dialog.problem.isVisible()
    keep(dialog, "First print")
    assert dialog.kept.currentText().startswith("First print · ")
    assert [row.title for row in dialog.rows.rows.rows] == ["Nothing has changed since."]
    assert not dialog.back.isEnabled()
    dialog.reject()

    before = shown.at(LETTERS)
    shown.page.grid.setFocus()
    shown.page.grid.choose(shown.session(LETTERS).id)
    QTest.keyClick(shown.page.grid, Qt.Key.Key_Down, ALT)
    shown.page.grid.choose(shown.session("Licences on napkins").id)
    QTest.keyClick(shown.page.grid, Qt.Key.Key_Delete)
    shown.page.place_next(shown.session(RADIO))
    kit = shown.workspace.desk.open_kit
    do(kit, edit_session, shown.session("Coffee break").id, minutes=25)
    shown.workspace.refresh()
    dialog = open_versions(shown)
    told = {row.title: (row.trail_note, row.meta) for row in dialog.rows.rows.rows}
    assert told[LETTERS] == ("moved", "10:50, 40 min, Great Hall → 10:55, 40 min, Great Hall")
    assert told["Licences on napkins"] == ("cancelled", "10:50, 40 min, Studio")
    assert told[RADIO][0] == "new"
    assert told["Coffee break"][1].startswith("11:30, 20 min, all rooms → ")
    assert "Łucja Brzęczyńska" in dialog.tell.text()
    dialog.back.click()
    assert shown.at(LETTERS) == before
    assert [row.title for row in dialog.rows.rows.rows] == ["Nothing has changed since."]
    dialog.forget.click()
    assert not dialog.kept.isVisible()
    dialog.reject()


def test_locked_session_stays_and_says_so(shown: Camp) -> None:
    grid, before = shown.page.grid, shown.at(LETTERS)
    grid.setFocus()
    grid.choose(shown.session(LETTERS).id)
    QTest.keyClick(grid, Qt.Key.Key_L)
    assert shown.session(LETTERS).locked
    QTest.keyClick(grid, Qt.Key.Key_Down, ALT)
    assert shown.at(LETTERS) == before
    row = grid.sessions.row_of(shown.session(LETTERS).id)
    assert row is not None
    assert grid.sessions.sentence(row).endswith("locked")
    assert grid.sessions.mark(row) == "locked · 40 min"
    shown.page.session_actions.menu.aboutToShow.emit()
    texts = [action.text().split("\t")[0] for action in shown.page.session_actions.menu.actions()]
    assert "Unlock" in texts
    QTest.keyClick(grid, Qt.Key.Key_L)
    assert not shown.session(LETTERS).locked


def test_absence_is_a_clash_and_shaded_while_its_speaker_is_dragged(shown: Camp) -> None:
    kit, grid = shown.workspace.desk.open_kit, shown.page.grid
    speaker = shown.session(LETTERS).person_ids[0]
    do(kit, edit_profile, speaker, availability="not after 11:00")
    shown.workspace.refresh()
    assert shown.page.clashes is not None
    found = [clash for clash in shown.page.clashes.of(shown.session(LETTERS).id) if clash.rule == Rule.AVAILABILITY]
    assert len(found) == 1
    view, at = grid.viewport(), shown.rect(LETTERS).center()
    empty = QRect(view.width() - 60, shown.rect(LETTERS).center().y() + 5, 40, 20)
    plain = view.grab().toImage().copy(empty)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    QTest.mouseMove(view, at + QPoint(0, 30))
    shaded = view.grab().toImage().copy(empty)
    QTest.keyClick(grid, Qt.Key.Key_Escape)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert shaded != plain


def test_more_people_than_seats_is_said_where_the_number_is_written(shown: Camp) -> None:
    session = shown.session(LETTERS)
    shown.page.open_session(session)
    line = shown.page.form.expected.control
    line.setFocus()
    QTest.keyClicks(line, "many")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert shown.page.form.expected.problem.text() == "Write a number, or nothing."
    for text, expected in (("150", 150), ("", None)):
        QTest.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(line, Qt.Key.Key_Delete)
        QTest.keyClicks(line, text)
        QTest.keyClick(line, Qt.Key.Key_Return)
        assert shown.session(LETTERS).expected == expected
        assert shown.page.clashes is not None
        rules = {clash.rule for clash in shown.page.clashes.of(session.id)}
        assert (Rule.CAPACITY in rules) == (expected == 150)


def test_hours_of_rooms_and_the_time_between_are_clashes_when_they_are_not_kept(shown: Camp) -> None:
    def rules() -> set[Rule]:
        assert shown.page.clashes is not None
        return {clash.rule for clash in shown.page.clashes.all if clash.serious}

    shown.page.session_actions.show_hours()
    dialog = shown.page.findChildren(RoomHours)[-1]
    opens, closes = dialog.lines[shown.session(LETTERS).room_ids[0]]
    opens.setText("soon")
    opens.editingFinished.emit()
    assert dialog.problem.text() == "Write a time as 18:30."
    opens.setText("10:30")
    opens.editingFinished.emit()
    assert not dialog.problem.isVisible()
    assert rules() == {Rule.HOURS}
    opens.clear()
    closes.setText("23:00")
    closes.editingFinished.emit()
    assert rules() == set()
    dialog.changeover.setValue(10)
    dialog.changeover.editingFinished.emit()
    assert rules() == {Rule.CHANGEOVER}
    dialog.reject()
    shown.page.session_actions.show_hours()
    assert shown.page.findChildren(RoomHours)[-1].lines[shown.session(LETTERS).room_ids[0]][1].text() == "23:00"
    shown.page.findChildren(RoomHours)[-1].reject()
