"""The book of people: a list with search at one side, the form of whom it shows at the other."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from eventkit.domain.errors import NotFoundError
from eventkit.domain.history import Label
from eventkit.services.people import add_person, delete_people, person_by_id
from eventkit.services.profiles import namesakes, person_line_ids, person_lines
from eventkit.ui.desk import Desk
from eventkit.ui.forms import Ask
from eventkit.ui.parts import GRID, button, label
from eventkit.ui.people.form import PersonForm
from eventkit.ui.people.merge import MergePeople
from eventkit.ui.people.table import COLUMNS, PeopleTable
from eventkit.ui.theme import Theme
from eventkit.ui.widgets import Page, empty

WAIT_MS = 60
FORM, NARROW_FORM, NARROW = 480, 380, 900


class AddPerson(Ask):
    """Asks for a name, which is all that a person needs."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, self.tr("Add a person"), self.tr("Add"))
        self.name = QLineEdit()
        self.add_field(self.tr("Name"), self.name)

    def act(self) -> None:
        """A person needs a name."""
        if self.name.text().strip():
            self.accept()
        else:
            self.refuse(self.tr("A person needs a name."), self.name)


class PeoplePage(Page):
    """One book for speakers, crew and hosts; `place_wanted` carries a Hit to go to."""

    place_wanted = Signal(object)

    def __init__(self, theme: Theme, desk: Desk) -> None:
        super().__init__(self.tr("People"))
        self._desk = desk
        self.merge_button = button("")
        self.add_button = button(self.tr("Add a person …"), kind="primary", drawing="new")
        self.actions_row.addWidget(self.merge_button)
        self.actions_row.addWidget(self.add_button)
        self.sought = QLineEdit()
        self.sought.setPlaceholderText(self.tr("Find people by name, affiliation, words …"))
        self.sought.setAccessibleName(self.tr("Find people"))
        self.sought.setClearButtonEnabled(True)
        self.table = PeopleTable(theme, lambda ids: desk.read(person_lines, ids))
        self.counted = label(kind="muted", size=0.9)
        self.form = PersonForm(theme, desk)
        self.first_button = button(self.tr("Add a person …"), kind="primary", drawing="new")
        self._nothing = empty(
            "person",
            self.tr("Speakers, crew and hosts stand here, with what you know of them and all that they did."),
            self.first_button,
        )
        self._none_found = empty("search", self.tr("Nobody is as you asked for."))
        self._lists = QStackedWidget()
        self._lists.addWidget(self.table)
        self._lists.addWidget(self._none_found)
        left = QVBoxLayout()
        left.setSpacing(2 * GRID)
        left.addWidget(self.sought)
        left.addWidget(self._lists, 1)
        left.addWidget(self.counted)
        book = QWidget()
        row = QHBoxLayout(book)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6 * GRID)
        row.addLayout(left, 1)
        row.addWidget(self.form)
        self._views = QStackedWidget()
        self._views.addWidget(book)
        self._views.addWidget(self._nothing)
        self.content.addWidget(self._views, 1)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(WAIT_MS)
        self._wait.timeout.connect(self.show_people)
        self._join()

    def show_people(self) -> None:
        """Read the list and the form anew; who was chosen stays so."""
        self._wait.stop()
        head = self.table.horizontalHeader()
        down = head.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
        sort, text = COLUMNS[head.sortIndicatorSection()], self.sought.text()
        ids = self._desk.read(person_line_ids, text=text, sort=sort, descending=down)
        self.table.show_ids(ids)
        there = bool(ids) or bool(text.strip())
        self._views.setCurrentIndex(0 if there else 1)
        self._lists.setCurrentWidget(self.table if ids else self._none_found)
        self.add_button.setVisible(there)
        same = self._desk.read(namesakes)
        self.merge_button.setVisible(same > 0)
        self.merge_button.setText(self.tr("%n of one name …", "", same))
        self.merge_button.setAccessibleName(self.tr("Look at %n people who have the name of another", "", same))
        self.counted.setText(self.tr("%n people", "", len(ids)))
        if ids and not self.table.selected_ids():
            self.table.choose(ids[0])
        self._show_form()

    def show_person(self, person_id: int) -> None:
        """Bring somebody into view."""
        self.sought.clear()
        self.show_people()
        self.table.choose(person_id)

    def begin(self) -> None:
        """Put the keyboard where one looks for a name."""
        (self.sought if self._views.currentIndex() == 0 else self.first_button).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From the search, Down and Enter go into the list."""
        if self.sought.hasFocus() and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return) and self.table.records.ids:
            self.table.choose(self.table.records.ids[0])
            self.table.setFocus()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The form gives way in a narrow window."""
        super().resizeEvent(event)
        self.form.setFixedWidth(NARROW_FORM if self.width() < NARROW else FORM)

    def _join(self) -> None:
        self.sought.textChanged.connect(self._look_soon)
        self.table.sorted.connect(self._sort)
        self.table.selected.connect(self._show_form)
        self.table.opened.connect(self._open)
        self.table.delete_wanted.connect(self._delete)
        self.form.copied.connect(self.show_person)
        self.form.place_wanted.connect(self.place_wanted)
        self.merge_button.clicked.connect(self._merge)
        for press in (self.add_button, self.first_button):
            press.clicked.connect(self._add)

    def _look_soon(self) -> None:
        self._wait.start()

    def _sort(self) -> None:
        self.show_people()

    def _open(self) -> None:
        self.form.begin()

    def _show_form(self) -> None:
        chosen = self.table.selected_ids()
        self.form.setVisible(len(chosen) == 1)
        if len(chosen) == 1:
            try:
                self.form.show_person(chosen[0])
            except NotFoundError:
                self.form.hide()

    def _delete(self, ids: Sequence[int]) -> None:
        name = self._desk.read(person_by_id, ids[0]).name
        subject = name if len(ids) == 1 else self.tr("%n people", "", len(ids))
        self._desk.write(Label("delete_person", subject), delete_people, ids)

    def _add(self) -> None:
        ask = AddPerson(self)

        def add() -> None:
            name = ask.name.text().strip()
            made = self._desk.write(Label("add_person", name), add_person, name=name)
            if made is not None:
                self.show_person(made.id)
                self.form.begin()

        ask.accepted.connect(add)
        ask.finished.connect(ask.deleteLater)
        ask.open()

    def _merge(self) -> None:
        ask = MergePeople(self, self._desk)
        ask.finished.connect(ask.deleteLater)
        ask.open()
