from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from eventkit.domain.guest_lists import GuestColumn
from eventkit.domain.guests import Guest, GuestFilter, Photo
from eventkit.domain.programme import EventSummary
from eventkit.services.guests import guests
from eventkit.services.programme import event_by_slug
from eventkit.services.search import Hit
from eventkit.ui.frame import Frame
from eventkit.ui.guests.edit import EditGuest, EditGuests
from eventkit.ui.guests.page import GuestsPage
from eventkit.ui.guests.paste import SHOWN, TakeGuests
from eventkit.ui.places import GUESTS
from eventkit.ui.workspace import Workspace
from tests.ui.conftest import Chosen

NAMES = [f"{given} {family}" for given in ("Ada", "Bo", "Cy", "Di", "Eli") for family in "ABCDEFGH"]
SEMICOLONS = "Vorname;Nachname;E-Mail;Firma\r\nZoë;Müller;zoe@example.org;Dock\r\n;;nobody@example.org;\r\n"


@pytest.fixture(autouse=True)
def clean_clipboard() -> Iterator[None]:
    yield
    QGuiApplication.clipboard().clear()


@pytest.fixture
def page(workspace: Workspace) -> GuestsPage:
    """The guests of the sample's next meetup."""
    workspace.show_event(workspace.desk.read(event_by_slug, "ponteval-meetup").id, GUESTS)
    return workspace.guests


@pytest.fixture
def none(workspace: Workspace, camp: EventSummary) -> GuestsPage:
    """An event without guests."""
    workspace.show_event(camp.id, GUESTS)
    return workspace.guests


def listed(page: GuestsPage) -> list[str]:
    model = page.table.records
    return [model.record(row).name for row in range(model.rowCount())]


def taking(page: GuestsPage) -> TakeGuests:
    return next(one for one in page.findChildren(TakeGuests) if one.isVisible())


def all_guests(workspace: Workspace) -> dict[str, Guest]:
    assert workspace.event_id is not None
    return {guest.name: guest for guest in workspace.desk.read(guests, workspace.event_id)}


def test_empty_page_says_what_belongs_there(none: GuestsPage) -> None:
    assert none.first_paste.isVisible()
    assert none.first_paste.hasFocus()
    assert not none.table.isVisible()


@pytest.mark.usefixtures("no_stall")
def test_forty_names_are_pasted_and_undone_as_one_step(none: GuestsPage, workspace: Workspace, qtbot: QtBot) -> None:
    none.first_paste.click()
    ask = taking(none)
    assert not ask.action.isEnabled()
    ask.text.setPlainText("\n".join(NAMES))
    qtbot.waitUntil(ask.action.isEnabled)
    assert ask.effect.text() == "40 guests: 40 new"
    ask.action.click()
    assert listed(none) == NAMES
    assert none.counted.text() == "40 guests"
    assert workspace.toast.isVisible()
    workspace.undo()
    assert none.first_paste.isVisible()


def test_a_list_with_headings_shows_its_columns_and_what_failed(none: GuestsPage, tmp_path: Path) -> None:
    path = tmp_path / "gäste.csv"
    path.write_bytes(SEMICOLONS.encode("cp1252"))
    none.take(path=path)
    ask = taking(none)
    assert [box.currentData() for box in ask.boxes] == ["given_name", "family_name", "email", "affiliation"]
    rows = ask.report.rows.rows
    assert (rows[0].title, rows[0].meta) == ("There is no name in this row; left out", "Line 3: nobody@example.org")
    assert len(rows) == 3
    ask.keep_emails.setChecked(True)
    assert len(ask.report.rows.rows) == 2
    ask.action.click()
    assert listed(none) == ["Zoë Müller"]
    assert none.table.records.record(0).email == "zoe@example.org"


def test_columns_that_were_chosen_are_remembered(none: GuestsPage, workspace: Workspace) -> None:
    text = "Seat\tName\tTeam\n1\tAda B\tDock\n2\tBo C\tLoft\n"
    none.take(text=text)
    ask = taking(none)
    ask.boxes[0].setCurrentIndex(ask.boxes[0].findData(GuestColumn.TICKET))
    ask.action.click()
    assert all_guests(workspace)["Ada B"].ticket == "1"
    none.take(text=text + "3\tCy D\tLoft\n")
    again = taking(none)
    assert again.boxes[0].currentData() == GuestColumn.TICKET
    assert again.effect.text() == "3 guests: 1 new, 2 as they were"
    again.text.setPlainText(text)
    QTest.qWait(200)
    assert again.effect.text() == "2 guests: the list has nothing new."
    again.reject()


def test_a_list_without_names_can_not_be_taken(none: GuestsPage) -> None:
    none.take(text="1;2\n3;4\n")
    ask = taking(none)
    assert not ask.action.isEnabled()
    assert ask.effect.text() == "No column holds names yet. Choose the one that does."
    ask.boxes[1].setCurrentIndex(ask.boxes[1].findData(GuestColumn.NAME))
    assert ask.action.isEnabled()
    ask.text.clear()
    QTest.qWait(200)
    ask.act()
    assert ask.isVisible()
    ask.reject()


def test_a_file_that_can_not_be_read_says_so(none: GuestsPage, tmp_path: Path) -> None:
    none.take(path=tmp_path / "absent.csv")
    ask = taking(none)
    assert ask.problem.text().startswith("Absent.csv can’t be read")
    assert ask.problem.isVisible()
    assert not ask.action.isEnabled()
    ask.reject()


def test_a_long_list_is_read_in_the_worker(
    none: GuestsPage, workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "many.csv"
    path.write_text("Name\n" + "".join(f"Guest number {n:09}\n" for n in range(SHOWN // 20)), "utf-8")
    none.take(path=path)
    ask = taking(none)
    assert not ask.text.isVisible()
    qtbot.waitUntil(ask.action.isEnabled, timeout=30_000)
    assert ask.effect.text() == f"{SHOWN // 20} guests"
    ask.keep_emails.toggle()
    ask.reject()
    qtbot.waitUntil(lambda: not workspace.jobs.busy, timeout=30_000)


def test_a_file_is_chosen_or_dropped(none: GuestsPage, workspace: Workspace, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "guests.txt"
    path.write_text("Ada Brandão\nBo Li\n", "utf-8")
    files = workspace.errands.files
    assert isinstance(files, Chosen)
    none.file_button.click()
    assert not none.findChildren(TakeGuests)
    files.path = path
    workspace.frame.menus.actions["take_guests"].trigger()
    taking(none).reject()
    told = QMimeData()
    told.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, told, buttons, keys)
    none.dragEnterEvent(enter)
    assert enter.isAccepted()
    none.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, told, buttons, keys, QEvent.Type.Drop))
    qtbot.waitUntil(lambda: any(one.isVisible() for one in none.findChildren(TakeGuests)))
    taking(none).action.click()
    assert listed(none) == ["Ada Brandão", "Bo Li"]


def test_search_filter_and_sort_are_asked_of_the_kit(page: GuestsPage, qtbot: QtBot) -> None:
    assert len(listed(page)) == 14
    page.sought.setText("šimk")
    qtbot.waitUntil(lambda: listed(page) == ["Hana Šimková"])
    assert page.counted.text().startswith("1 of 14 guests")
    page.sought.setText("nobody of that name")
    qtbot.waitUntil(lambda: listed(page) == [])
    assert not page.table.isVisible()
    page.sought.clear()
    qtbot.waitUntil(lambda: len(listed(page)) == 14)
    page.only.setCurrentIndex(page.only.findData(GuestFilter.FIRST_TIME))
    assert listed(page) == ["Adunni Balogun", "Evdokia Laskari", "Jung Min-seo", "Nadia Ferreira"]
    page.table.sort_by(0)
    assert listed(page)[0] == "Nadia Ferreira"
    page.table.sort_by(1)
    assert listed(page)[0] == "Nadia Ferreira"


def test_the_door_needs_the_keyboard_alone(page: GuestsPage, workspace: Workspace, qtbot: QtBot) -> None:
    assert page.sought.hasFocus()
    QTest.keyClicks(page.sought, "kofi")
    qtbot.waitUntil(lambda: listed(page) == ["Kofi Ansah"])
    QTest.keyClick(page.sought, Qt.Key.Key_Down)
    assert page.table.hasFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    assert all_guests(workspace)["Kofi Ansah"].checked_in is not None
    assert page.here.text() == "Is not here"
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    assert all_guests(workspace)["Kofi Ansah"].checked_in is None
    workspace.undo()
    assert all_guests(workspace)["Kofi Ansah"].checked_in is not None


def test_several_are_checked_in_copied_and_deleted(page: GuestsPage, workspace: Workspace) -> None:
    page.table.selectAll()
    page.here.click()
    assert "14 here" in page.counted.text()
    page.copy.click()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert (len(lines), lines[0].split("\t")[0]) == (15, "Name")
    page.delete.click()
    assert page.first_paste.isVisible()
    workspace.undo()
    assert len(listed(page)) == 14


def test_a_guest_is_added_and_edited(page: GuestsPage, workspace: Workspace) -> None:
    page.add_button.click()
    ask = page.findChild(EditGuest)
    assert ask is not None
    ask.action.click()
    assert (ask.problem.text(), ask.isVisible()) == ("A guest needs a name.", True)
    ask.name.setText("Zoë")
    ask.photo.setCurrentIndex(ask.photo.findData(Photo.NO))
    ask.first_time.setChecked(True)
    ask.action.click()
    zoe = all_guests(workspace)["Zoë"]
    assert (zoe.photo, zoe.first_time, page.table.selected_ids()) == (Photo.NO, True, [zoe.id])
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    again = next(one for one in page.findChildren(EditGuest) if one.isVisible())
    assert (again.name.text(), again.photo.currentData()) == ("Zoë", Photo.NO)
    again.affiliation.setText("Dock")
    again.action.click()
    assert all_guests(workspace)["Zoë"].affiliation == "Dock"


def test_several_get_the_same_and_keep_the_rest(page: GuestsPage, workspace: Workspace) -> None:
    before = all_guests(workspace)
    page.table.selectAll()
    page.edit.click()
    ask = page.findChild(EditGuests)
    assert ask is not None
    ask.ticket.setText("Evening")
    ask.first_time.setCurrentIndex(1)
    ask.action.click()
    after = all_guests(workspace)
    assert {(guest.ticket, guest.first_time) for guest in after.values()} == {("Evening", True)}
    assert [guest.photo for guest in after.values()] == [guest.photo for guest in before.values()]
    page.edit.click()
    other = next(one for one in page.findChildren(EditGuests) if one.isVisible())
    other.affiliation.setText("Dock")
    other.photo.setCurrentIndex(other.photo.findData(Photo.YES))
    other.action.click()
    told = {(guest.affiliation, guest.photo, guest.ticket) for guest in all_guests(workspace).values()}
    assert told == {("Dock", Photo.YES, "Evening")}


def test_the_page_says_when_the_list_goes_and_lets_it_go(page: GuestsPage, workspace: Workspace) -> None:
    assert page.until.text() == "The list is to be deleted on Thu 4 Mar 2027, 30 days after the event."
    assert not page.purge.isVisible()
    page._now = lambda: datetime(2027, 6, 1, tzinfo=UTC)
    workspace.refresh()
    assert page.until.text().startswith("14 guests should be gone by now")
    page.purge.click()
    assert page.first_paste.isVisible()
    workspace.undo()
    assert len(listed(page)) == 14


def test_a_paste_into_the_list_asks_to_take_it(page: GuestsPage) -> None:
    QGuiApplication.clipboard().setText("Ada Brandão\nBo Li\n")
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    ask = taking(page)
    assert ask.effect.text() == "2 guests: 2 new"
    ask.reject()


def test_search_over_the_kit_finds_a_guest(page: GuestsPage, workspace: Workspace) -> None:
    guest = all_guests(workspace)["Kofi Ansah"]
    workspace.show_events()
    workspace.search.found.emit(Hit(kind="guest", id=guest.id, title=guest.name, event_id=guest.event_id))
    assert page.isVisible()
    assert page.table.selected_ids() == [guest.id]


def test_narrow_list_gives_up_the_ticket(page: GuestsPage, frame: Frame) -> None:
    frame.resize(760, 600)
    assert page.table.isColumnHidden(2)
    frame.resize(1280, 800)
    assert not page.table.isColumnHidden(2)
