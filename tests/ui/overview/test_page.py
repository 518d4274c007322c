from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import QDate, QPoint, QPointF, Qt, QTime, QUrl
from PySide6.QtGui import QTextDocument, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from eventkit.domain.access import Answer, Fact, VenueFact
from eventkit.domain.history import Label
from eventkit.domain.programme import Event, EventState, EventSummary, Programme
from eventkit.services.events import add_event, edit_event
from eventkit.services.programme import events, programme
from eventkit.services.venues import venue_facts
from eventkit.ui.fields import ChoiceField, MarkdownField, NumberField, TextField, ZoneChoice
from eventkit.ui.frame import Frame
from eventkit.ui.overview.lists import RoomLine, TrackLine
from eventkit.ui.overview.page import OverviewPage
from eventkit.ui.places import OVERVIEW
from eventkit.ui.workspace import Workspace

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(frame: Frame, workspace: Workspace, camp: EventSummary) -> OverviewPage:
    """The overview of the sample's camp, in front."""
    frame.activateWindow()
    workspace.show_event(camp.id, OVERVIEW)
    return workspace.overview


@pytest.fixture
def read(workspace: Workspace, camp: EventSummary) -> Any:
    """Asks for what is kept of the camp."""

    def told() -> Programme:
        return workspace.desk.read(programme, camp.id)

    return told


def text_of(page: OverviewPage, name: str) -> TextField:
    field = page.facts.fields[name]
    assert isinstance(field, TextField)
    return field


def write(field: TextField, text: str) -> None:
    """Type over what a field has, and go on."""
    field.edit.setFocus()
    field.edit.selectAll()
    QTest.keyClicks(field.edit, text)
    QTest.keyClick(field.edit, Qt.Key.Key_Tab)


def pick(field: ChoiceField, value: Any) -> None:
    """Choose from a list."""
    number = field.box.findData(value)
    field.box.setCurrentIndex(number)
    field.box.activated.emit(number)


def test_keyboard_begins_at_the_title(page: OverviewPage) -> None:
    assert text_of(page, "title").edit.hasFocus()


def test_title_is_kept_when_its_editing_ends_and_undone(
    page: OverviewPage, read: Any, workspace: Workspace, frame: Frame
) -> None:
    before = read().event.title
    write(text_of(page, "title"), "River Days")
    assert read().event.title == "River Days"
    assert workspace.event_page.where.text() == "River Days"
    assert workspace.status.last_change.text() == f"Change the title of {before}"
    assert workspace.toast.isVisible()
    QTest.keyClick(text_of(page, "subtitle").edit, Qt.Key.Key_Z, CONTROL)
    assert read().event.title == before
    assert text_of(page, "title").edit.text() == before
    assert frame.menus.redo.isEnabled()


def test_what_can_not_be_is_said_beside_the_field(page: OverviewPage, read: Any, workspace: Workspace) -> None:
    title, url = text_of(page, "title"), text_of(page, "url")
    before = read()
    write(title, " ")
    assert title.problem.isVisible()
    assert title.problem.text() == "A title can’t be empty."
    assert title.edit.property("invalid")
    assert title.edit.accessibleDescription() == title.problem.text()
    write(url, "ponteval")
    assert url.problem.text().startswith("An address begins with https://")
    assert not workspace.toast.isVisible()
    assert read() == before
    QTest.keyClick(title.edit, Qt.Key.Key_Escape)
    assert (title.edit.text(), title.problem.isVisible()) == (before.event.title, False)
    write(url, "https://ponteval.example.org/")
    assert not url.problem.isVisible()
    assert read().event.url == "https://ponteval.example.org/"
    title.edit.setFocus()
    QTest.keyClick(title.edit, Qt.Key.Key_Escape)
    assert title.edit.text() == before.event.title


def test_typing_stays_while_something_else_changes(
    page: OverviewPage, workspace: Workspace, camp: EventSummary
) -> None:
    title = text_of(page, "title")
    title.edit.setFocus()
    QTest.keyClicks(title.edit, "New ")
    workspace.desk.write(Label("event_entry"), edit_event, camp.id, entry="Free")
    assert title.edit.text() == f"New {camp.title}"
    assert text_of(page, "entry").edit.text() == "Free"


def test_typing_is_kept_when_the_page_is_left(page: OverviewPage, workspace: Workspace, camp: EventSummary) -> None:
    other = next(event for event in workspace.desk.read(events) if event.id != camp.id)
    title = text_of(page, "title")
    QTest.keyClicks(title.edit, "X")
    workspace.show_event(other.id, OVERVIEW)
    assert title.edit.text() == other.title
    assert workspace.desk.read(programme, camp.id).event.title == f"X{camp.title}"
    QTest.keyClicks(title.edit, "Y")
    path = workspace.desk.open_kit.path
    workspace.close_kit()
    workspace.open_kit(path)
    assert workspace.desk.read(programme, other.id).event.title == f"Y{other.title}"


@pytest.mark.parametrize(
    ("name", "value"),
    [("state", EventState.ANNOUNCED), ("language", "pt"), ("theme", "garden"), ("chapter_id", None)],
)
def test_choices_are_kept(page: OverviewPage, read: Any, name: str, value: Any) -> None:
    field = page.facts.fields[name]
    assert isinstance(field, ChoiceField)
    pick(field, value)
    assert getattr(read().event, name) == value
    assert field.value() == value


def test_choice_that_is_not_offered_is_shown_as_it_is(
    page: OverviewPage, workspace: Workspace, camp: EventSummary
) -> None:
    workspace.desk.write(Label("event_theme"), edit_event, camp.id, theme="harbour")
    field = page.facts.fields["theme"]
    assert isinstance(field, ChoiceField)
    assert field.box.currentText() == "harbour"


def test_wheel_over_a_choice_scrolls_the_page(page: OverviewPage) -> None:
    field = page.facts.fields["state"]
    assert isinstance(field, ChoiceField)
    for part in (field.box, page.facts.moments.first_day, page.facts.moments.begins):
        at, down, buttons = QPointF(5, 5), QPoint(0, -120), Qt.MouseButton.NoButton
        none, phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
        seen = []
        for focused in (False, True):
            (part if focused else text_of(page, "title").edit).setFocus()
            event = QWheelEvent(at, at, QPoint(), down, buttons, none, phase, False)
            part.wheelEvent(event)
            seen.append(event.isAccepted())
        assert seen == [False, True]


def test_zone_is_one_that_there_is(page: OverviewPage, read: Any) -> None:
    field = page.facts.fields["zone"]
    assert isinstance(field, ZoneChoice)
    field.zone.setCurrentText("Atlantis")
    field.settle()
    assert field.problem.isVisible()
    field.zone.setCurrentText("Europe/Madrid")
    field.settle()
    event: Event = read().event
    assert (event.zone, field.problem.isVisible()) == ("Europe/Madrid", False)
    assert page.facts.moments.elsewhere.text() == "These are times in Europe/Madrid; it is then 09:00 in Europe/Lisbon."
    assert page.facts.moments.elsewhere.isVisible()
    assert page.facts.moments.begins.time() == QTime(10, 0)


def test_begin_takes_the_end_along(page: OverviewPage, read: Any) -> None:
    moments, before = page.facts.moments, read().event
    moments.first_day.setDate(QDate(2027, 3, 6))
    moments.settle()
    after = read().event
    assert after.start == before.start.replace(year=2027, month=3, day=6)
    assert after.end - after.start == before.end - before.start
    moments.ends.setTime(QTime(8, 0))
    moments.settle()
    assert moments.problem.text() == "It can’t end before it begins."
    assert read().event == after
    moments.ends.setTime(QTime(19, 0))
    moments.settle()
    assert not moments.problem.isVisible()
    assert f"{read().event.end:%H:%M}" == "19:00"
    moments.settle()


def test_date_is_taken_off_and_set_again(page: OverviewPage, read: Any, workspace: Workspace) -> None:
    moments = page.facts.moments
    moments.dated.click()
    assert read().event.start is None
    assert not moments.first_day.isVisible()
    moments.settle()
    moments.dated.click()
    assert read().event.start > datetime.now(UTC)
    assert moments.first_day.isVisible()
    workspace.undo()
    workspace.undo()
    assert moments.first_day.isVisible()


def test_description_is_read_while_it_is_written(page: OverviewPage, read: Any) -> None:
    field = page.facts.fields["description"]
    assert isinstance(field, MarkdownField)
    field.edit.setFocus()
    field.edit.selectAll()
    QTest.keyClicks(field.edit, "Come *all*, <b>now</b> ![x](file:///etc/hostname)")
    assert field.reading.toPlainText().startswith("Come all, ")
    assert (
        field.reading.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl("file:///etc/hostname")) is None
    )
    QTest.keyClick(field.edit, Qt.Key.Key_Tab)
    assert read().event.description.startswith("Come *all*")


def test_place_is_chosen_added_and_edited(page: OverviewPage, read: Any, workspace: Workspace) -> None:
    venue = page.venue
    pick(venue.choice, None)
    assert read().venue is None
    assert not venue.fields["name"].isVisible()
    workspace.undo()
    venue.adding.click()
    assert read().venue.name == "New place"
    name = venue.fields["name"]
    assert isinstance(name, TextField)
    assert name.edit.hasFocus()
    QTest.keyClicks(name.edit, "Old Library")
    QTest.keyClick(name.edit, Qt.Key.Key_Return)
    assert read().venue.name == "Old Library"
    venue.virtual.click()
    assert read().venue.virtual
    workspace.undo()
    workspace.undo()
    workspace.undo()
    assert read().venue.name != "Old Library"


def test_unknown_access_is_never_no(page: OverviewPage, read: Any, workspace: Workspace) -> None:
    access = page.venue.access
    assert access.summary.text() == "16 unknown · 4 yes · 1 no"
    access.unfold.click()
    box, note = access.rows[Fact.DOORS]
    assert box.currentData() == Answer.UNKNOWN
    number = box.findData(Answer.PARTLY)
    box.setCurrentIndex(number)
    box.activated.emit(number)
    note.setFocus()
    QTest.keyClicks(note, "78 cm")
    QTest.keyClick(note, Qt.Key.Key_Return)
    told = VenueFact(fact=Fact.DOORS, answer=Answer.PARTLY, note="78 cm")
    assert told in workspace.desk.read(venue_facts, read().venue.id)
    assert "1 partly" in access.summary.text()
    assert workspace.status.last_change.text().startswith("Change what is known of ")
    workspace.undo()
    assert note.text() == ""


def test_rooms_are_added_renamed_ordered_and_deleted(page: OverviewPage, read: Any, workspace: Workspace) -> None:
    before = [room.name for room in read().rooms]
    page.rooms.adding.click()
    assert isinstance(QApplication.focusWidget(), type(text_of(page, "title").edit))
    new = read().rooms[-1]
    line = page.rooms.lines[new.id]
    assert isinstance(line, RoomLine)
    QTest.keyClicks(line.name.edit, "Attic")
    QTest.keyClick(line.name.edit, Qt.Key.Key_Tab)
    QTest.keyClicks(line.capacity.edit, "many")
    QTest.keyClick(line.capacity.edit, Qt.Key.Key_Return)
    assert line.capacity.problem.text() == "Whole numbers only, for example 40."
    line.capacity.edit.clear()
    QTest.keyClicks(line.capacity.edit, "12")
    QTest.keyClick(line.capacity.edit, Qt.Key.Key_Return)
    line.virtual.click()
    assert [(room.name, room.capacity, room.virtual) for room in read().rooms][-1] == ("Attic", 12, True)
    assert line.up.accessibleName() == "Move Attic up"
    assert not line.down.isEnabled()
    for _ in before:
        line.up.click()
    assert [room.name for room in read().rooms] == ["Attic", *before]
    assert line.down.hasFocus()
    line.down.click()
    assert read().rooms[1].name == "Attic"
    line.delete.click()
    assert [room.name for room in read().rooms] == before
    workspace.undo()
    assert read().rooms[1].name == "Attic"
    assert new.id in page.rooms.lines


def test_tracks_have_a_colour_whose_contrast_is_told(page: OverviewPage, read: Any) -> None:
    count = len(read().tracks)
    page.tracks.adding.click()
    new = read().tracks[-1]
    assert new.color == page.tracks.theme.tokens.tracks[count]
    line = page.tracks.lines[new.id]
    assert isinstance(line, TrackLine)
    assert line.color.told.text().startswith("contrast ")
    inside = line.color.box.lineEdit()
    assert inside is not None
    for typed, kept in (("#ffff00", "#ffff00"), ("yellow", "#ffff00"), ("", "")):
        inside.setText(typed)
        inside.editingFinished.emit()
        assert read().tracks[-1].color == kept
        assert line.color.problem.isVisible() == (typed == "yellow")
    line.color.box.setCurrentText("#ffff00")
    line.color.settle()
    assert line.color.told.text() == "contrast 1.1, hard to read"
    line.name.edit.selectAll()
    QTest.keyClicks(line.name.edit, "Water")
    line.up.click()
    assert read().tracks[-2].name == "Water"
    line.delete.click()
    assert len(read().tracks) == count


def test_event_is_copied_and_deleted_with_a_way_back(
    page: OverviewPage, workspace: Workspace, frame: Frame, camp: EventSummary
) -> None:
    page.copying.click()
    assert workspace.event_page.where.text() == f"{camp.title}, again"
    page.deleting.click()
    assert frame.stack.currentWidget() is workspace.events
    workspace.undo()
    assert f"{camp.title}, again" in [event.title for event in workspace.desk.read(events)]


def test_fields_stand_in_one_column_where_there_is_no_room(frame: Frame, page: OverviewPage) -> None:
    def beside() -> bool:
        return page.rooms.mapTo(page, QPoint()).x() > page.facts.mapTo(page, QPoint()).x()

    assert beside()
    frame.resize(1024, 640)
    QApplication.processEvents()
    assert not beside()
    assert page.facts.width() <= 640


def test_event_without_anything_shows_empty_fields(workspace: Workspace) -> None:
    made = workspace.desk.write(Label("add_event", "Bare"), add_event, title="Bare", zone="Europe/Lisbon")
    assert made is not None
    workspace.show_event(made.id, OVERVIEW)
    page = workspace.overview
    assert not page.facts.moments.dated.isChecked()
    assert page.venue.choice.value() is None
    assert page.rooms.lines == {}
    number = NumberField("Seats", lambda _: "")
    number.show_value(None)
    assert number.value() is None
    number.deleteLater()
