import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from eventkit.domain.programme import EventSummary
from eventkit.services.programme import programme
from eventkit.ui.frame import Frame
from eventkit.ui.workspace import Workspace


def look(frame: Frame, workspace: Workspace, qtbot: QtBot, text: str) -> list[tuple[str, bool]]:
    frame.activateWindow()
    QTest.keyClick(frame, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert workspace.search.edit.hasFocus()
    typed = QInputMethodEvent()
    typed.setCommitString(text)
    QCoreApplication.sendEvent(workspace.search.edit, typed)
    qtbot.waitUntil(lambda: workspace.search.shown == text.strip())
    return [(row.title, row.heading) for row in workspace.search.results.rows.rows]


def test_results_are_grouped_by_what_they_are(
    frame: Frame, workspace: Workspace, camp: EventSummary, qtbot: QtBot
) -> None:
    word = camp.title.split()[0].lower()
    found = look(frame, workspace, qtbot, word)
    assert found[0] == ("Events", True)
    assert (camp.title, False) in found


def test_enter_goes_to_the_session(frame: Frame, workspace: Workspace, camp: EventSummary, qtbot: QtBot) -> None:
    wanted = next(one for one in workspace.desk.read(programme, camp.id).sessions if one.start and one.person_ids)
    look(frame, workspace, qtbot, wanted.title)
    QTest.keyClick(workspace.search.edit, Qt.Key.Key_Return)
    assert workspace.event_page.where.text() == camp.title
    assert workspace.programme.grid.currentIndex().data() == wanted.title
    assert not workspace.search.popup.isVisible()
    assert workspace.search.edit.text() == ""


@pytest.mark.parametrize("kind", ["room", "track"])
def test_rooms_and_tracks_lead_to_their_first_session(
    frame: Frame, workspace: Workspace, camp: EventSummary, qtbot: QtBot, kind: str
) -> None:
    told = workspace.desk.read(programme, camp.id)
    session = next(one for one in told.sessions if one.start and one.person_ids and one.track_id and one.room_ids)
    assert session.track_id is not None
    name = {
        "room": told.room[session.room_ids[0]].name,
        "track": told.track[session.track_id].name,
    }[kind]
    look(frame, workspace, qtbot, name)
    rows = workspace.search.results.rows.rows
    row = next(number for number, row in enumerate(rows) if getattr(row.data, "kind", "") == kind)
    QTest.keyClick(workspace.search.edit, Qt.Key.Key_Down)
    workspace.search.results.setCurrentIndex(workspace.search.results.rows.index(row))
    QTest.keyClick(workspace.search.results, Qt.Key.Key_Return)
    assert workspace.event_page.isVisible()
    assert name in workspace.programme.grid.sessions.sentence(workspace.programme.grid.currentIndex().row())


def test_accents_and_case_do_not_matter(frame: Frame, workspace: Workspace, camp: EventSummary, qtbot: QtBot) -> None:
    person = next(one for one in workspace.desk.read(programme, camp.id).people if "Ł" in one.name or "ã" in one.name)
    plain = person.name.translate(str.maketrans("ŁłãçęńáéíóúÁ", "LlacenaeiouA")).split()[0].upper()
    assert (person.name, False) in look(frame, workspace, qtbot, plain)


def test_nothing_found_says_so_and_escape_closes(frame: Frame, workspace: Workspace, qtbot: QtBot) -> None:
    assert look(frame, workspace, qtbot, "zzzqqq") == []
    assert workspace.search.nothing.text() == "Nothing in this kit has “zzzqqq”."
    QTest.keyClick(workspace.search.edit, Qt.Key.Key_Escape)
    assert not workspace.search.popup.isVisible()
    assert workspace.search.edit.text() == ""


def test_letters_typed_in_the_list_go_on_in_the_box(frame: Frame, workspace: Workspace, qtbot: QtBot) -> None:
    look(frame, workspace, qtbot, "p")
    QTest.keyClick(workspace.search.edit, Qt.Key.Key_Down)
    assert workspace.search.results.hasFocus()
    QTest.keyClick(workspace.search.results, Qt.Key.Key_O)
    assert workspace.search.edit.text() == "po"
    assert workspace.search.edit.hasFocus()
    QTest.keyClick(workspace.search.edit, Qt.Key.Key_Down)
    QTest.keyClick(workspace.search.results, Qt.Key.Key_Up)
    assert workspace.search.edit.hasFocus()


def test_leaving_the_box_closes_the_list(frame: Frame, workspace: Workspace, qtbot: QtBot) -> None:
    look(frame, workspace, qtbot, "p")
    workspace.events.list.setFocus()
    qtbot.waitUntil(lambda: not workspace.search.popup.isVisible())


def test_key_is_shown_until_something_is_typed(frame: Frame, workspace: Workspace) -> None:
    hint = workspace.search.edit.findChild(QLabel)
    assert frame.isVisible()
    assert hint is not None
    assert (hint.text(), hint.isVisible()) == ("Ctrl+K", True)
    workspace.search.edit.setText("ma")
    assert not hint.isVisible()


def test_every_entry_of_the_menus_is_offered_with_its_keys(frame: Frame, workspace: Workspace) -> None:
    workspace.find()
    rows = {row.title: row for row in workspace.search.results.rows.rows}
    assert workspace.search.results.rows.rows[0].title == "What to do"
    assert (rows["History"].meta, rows["New event …"].trail_note) == ("View", "Ctrl+Shift+N")
    assert rows["Dark"].meta == "Colours"
    assert "Larger" not in rows
    enabled = [one.text().replace("&", "") for one in frame.menus.actions.values() if one.isEnabled()]
    assert set(enabled) <= rows.keys()


def test_what_to_do_is_found_done_and_offered_first_the_next_time(
    frame: Frame, workspace: Workspace, camp: EventSummary, qtbot: QtBot
) -> None:
    workspace.show_event(camp.id)
    before = workspace.programme.grid.hasFocus()
    found = look(frame, workspace, qtbot, "whole")
    assert found[:2] == [("What to do", True), ("Whole day", False)]
    QTest.keyClick(workspace.search.edit, Qt.Key.Key_Return)
    assert workspace.programme.grid.verticalScrollBar().maximum() == 0
    assert workspace.programme.grid.hasFocus() == before
    assert not workspace.search.popup.isVisible()
    look(frame, workspace, qtbot, camp.title)
    QTest.keyClick(workspace.search.edit, Qt.Key.Key_Return)
    workspace.find()
    rows = [row.title for row in workspace.search.results.rows.rows]
    assert rows[:4] == ["Chosen lately", camp.title, "Whole day", "What to do"]
    assert rows.count("Whole day") == 1
    workspace.show_history()
    workspace.find()
    assert "Whole day" not in [row.title for row in workspace.search.results.rows.rows]


def test_words_in_the_middle_come_after_what_the_kit_has(
    frame: Frame, workspace: Workspace, camp: EventSummary, qtbot: QtBot
) -> None:
    workspace.show_event(camp.id)
    found = [title for title, heading in look(frame, workspace, qtbot, "ma") if heading]
    assert found[0] == "What to do"
    assert found[-1] == "More to do"
    assert len(found) > 2
