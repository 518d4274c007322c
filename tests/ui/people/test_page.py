from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from eventkit.domain.history import Label
from eventkit.domain.people import Consent, Scope
from eventkit.domain.programme import Link, Person
from eventkit.services.people import add_person, people
from eventkit.services.profiles import edit_profile, profile
from eventkit.services.search import Hit
from eventkit.ui.fields import Field
from eventkit.ui.frame import Frame
from eventkit.ui.people.merge import MergePeople
from eventkit.ui.people.page import AddPerson, PeoplePage
from eventkit.ui.places import PEOPLE
from eventkit.ui.workspace import Workspace


@pytest.fixture
def page(workspace: Workspace) -> PeoplePage:
    """The book of the sample."""
    workspace.show_place(PEOPLE)
    return workspace.people


def everybody(workspace: Workspace) -> dict[str, Person]:
    return {person.name: person for person in workspace.desk.read(people)}


def listed(page: PeoplePage) -> list[str]:
    model = page.table.records
    return [model.record(row).name for row in range(model.rowCount())]


def write(field: Field, text: str) -> None:
    """As one who types, and goes on to the next field."""
    control = field.control
    control.setFocus()
    if isinstance(control, QLineEdit):
        control.setText(text)
        control.editingFinished.emit()
    else:
        assert isinstance(control, QPlainTextEdit)
        control.setPlainText(text)
        field.settle()


def test_list_is_searched_and_sorted_in_the_kit(page: PeoplePage, qtbot: QtBot) -> None:
    assert len(listed(page)) == 13
    assert page.counted.text() == "13 people"
    QTest.keyClicks(page.sought, "timetables")
    qtbot.waitUntil(lambda: listed(page) == ["Łucja Brzęczyńska"])
    page.sought.setText("nobody at all")
    qtbot.waitUntil(lambda: listed(page) == [])
    assert not page.form.isVisible()
    page.sought.clear()
    qtbot.waitUntil(lambda: len(listed(page)) == 13)
    page.table.sort_by(2)
    page.table.sort_by(2)
    assert page.table.records.record(0).sessions == 4


def test_fields_are_kept_when_they_are_left_and_undone(page: PeoplePage, workspace: Workspace) -> None:
    tom = everybody(workspace)["Tom Okafor"]
    page.show_person(tom.id)
    write(page.form.field("affiliation"), "Boathouse")
    write(page.form.field("pronunciation"), "tom oh-KAH-for")
    write(page.form.field("access_needs"), "A seat near the door")
    assert everybody(workspace)["Tom Okafor"].affiliation == "Boathouse"
    known = workspace.desk.read(profile, tom.id)
    assert (known.pronunciation, known.access_needs) == ("tom oh-KAH-for", "A seat near the door")
    assert page.form.heading.text() == "Tom Okafor"
    workspace.undo()
    assert workspace.desk.read(profile, tom.id).access_needs == ""
    assert page.form.field("access_needs").value() == ""


def test_a_name_is_needed_and_said_beside_it(page: PeoplePage, workspace: Workspace) -> None:
    page.show_person(everybody(workspace)["Tom Okafor"].id)
    name = page.form.field("name")
    write(name, " ")
    assert name.problem.text() == "A name can’t be empty."
    assert "Tom Okafor" in everybody(workspace)
    write(name, "Thomas Okafor")
    assert name.problem.text() == ""
    assert "Thomas Okafor" in listed(page)


def test_links_are_lines(page: PeoplePage, workspace: Workspace) -> None:
    ines = everybody(workspace)["Inês Valadão"]
    page.show_person(ines.id)
    links = page.form.field("links")
    assert links.value() == "https://ines.example.org/ Notes"
    write(links, "https://ines.example.org/ Notes\nftp://x")
    assert links.problem.text().startswith("“ftp://x” is no address")
    write(links, "https://ines.example.org/ Notes\nhttps://b.example/")
    assert everybody(workspace)["Inês Valadão"].links == (
        Link(url="https://ines.example.org/", title="Notes", kind="web"),
        Link(url="https://b.example/"),
    )


def test_availability_that_is_not_understood_is_said(page: PeoplePage, workspace: Workspace) -> None:
    page.show_person(everybody(workspace)["Tom Okafor"].id)
    assert not page.form.unread.isVisible()
    write(page.form.field("availability"), "not after 20:00, when the moon is full")
    assert page.form.unread.text().endswith("when the moon is full")
    assert everybody(workspace)["Tom Okafor"].availability.startswith("not after")


def test_consents_have_a_day_and_a_source(page: PeoplePage, workspace: Workspace) -> None:
    lucja = everybody(workspace)["Łucja Brzęczyńska"]
    page.show_person(lucja.id)
    row = page.form.consent(Scope.PHOTO)
    assert not row.since.isVisibleTo(row)
    row.given.click()
    row.since.setText("tomorrow")
    row.since.editingFinished.emit()
    assert row.problem.isVisibleTo(row)
    row.since.setText("2027-01-02")
    row.source.setText("Mail")
    row.source.editingFinished.emit()
    assert workspace.desk.read(profile, lucja.id).consents == (
        Consent(scope=Scope.PHOTO, given_on=date(2027, 1, 2), source="Mail"),
    )
    row.given.click()
    assert workspace.desk.read(profile, lucja.id).consents == ()
    workspace.undo()
    assert row.given.isChecked()


def test_where_somebody_spoke_leads_there(page: PeoplePage, workspace: Workspace, frame: Frame) -> None:
    ines = everybody(workspace)["Inês Valadão"]
    page.show_person(ines.id)
    rows = page.form._spoken.rows.rows
    assert len(rows) >= 5
    session = next(row.data for row in rows if row.data.kind == "session")
    page.place_wanted.emit(session)
    assert frame.stack.currentWidget() is workspace.event_page
    assert workspace.event_id == session.event_id
    task = next(row.data for row in rows if row.data.kind == "event")
    page.place_wanted.emit(task)
    assert workspace.event_id == task.event_id


def test_people_are_added_duplicated_and_deleted(page: PeoplePage, workspace: Workspace) -> None:
    page.add_button.click()
    ask = page.findChild(AddPerson)
    assert ask is not None
    ask.action.click()
    assert ask.problem.text() == "A person needs a name."
    ask.name.setText("Zoë")
    ask.action.click()
    zoe = everybody(workspace)["Zoë"]
    assert page.table.selected_ids() == [zoe.id]
    assert page.form.field("name").control.hasFocus()
    write(page.form.field("bio"), "Builds *boats*.")
    page.form.copy_button.click()
    assert listed(page).count("Zoë") == 2
    assert page.table.selected_ids() != [zoe.id]
    page.form.delete_button.click()
    assert listed(page).count("Zoë") == 1
    page.table.selectAll()
    assert not page.form.isVisible()
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    assert page.first_button.isVisible()
    page.begin()
    assert page.first_button.hasFocus()
    workspace.undo()
    assert len(listed(page)) == 14


def test_two_records_of_one_person_are_merged(page: PeoplePage, workspace: Workspace) -> None:
    assert not page.merge_button.isVisible()
    for affiliation in ("Boathouse", ""):
        made, _ = workspace.desk.open_kit.write(
            Label("add_person"), add_person, name="tom okafor", affiliation=affiliation
        )
        workspace.desk.open_kit.write(Label("edit_person"), edit_profile, made.id, topics="knots")
    workspace.refresh()
    assert page.merge_button.text() == "2 of one name …"
    page.merge_button.click()
    ask = page.findChild(MergePeople)
    assert ask is not None
    assert ask.left.text() == "2 pairs to look at"
    ask.swap.click()
    ask.swap.click()
    ask.action.click()
    assert ask.left.text() == "1 pair to look at"
    ask.next.click()
    assert not ask.isVisible()
    assert [name for name in listed(page) if name.casefold() == "tom okafor"] == ["Tom Okafor", "tom okafor"]
    workspace.undo()
    assert page.merge_button.text() == "2 of one name …"


def test_search_over_the_kit_leads_to_the_person(page: PeoplePage, workspace: Workspace) -> None:
    tom = everybody(workspace)["Tom Okafor"]
    workspace.show_events()
    workspace.search.found.emit(Hit(kind="person", id=tom.id, title=tom.name))
    assert page.isVisible()
    assert page.form.heading.text() == "Tom Okafor"


def test_keyboard_goes_from_search_to_list_to_form(page: PeoplePage) -> None:
    page.begin()
    assert page.sought.hasFocus()
    QTest.keyClick(page.sought, Qt.Key.Key_Down)
    assert page.table.hasFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert page.form.field("name").control.hasFocus()


def test_narrow_page_keeps_list_and_form(page: PeoplePage, frame: Frame) -> None:
    frame.resize(1024, 640)
    assert page.table.width() > 250
    assert page.table.isColumnHidden(3)
    assert page.form.isVisible()
