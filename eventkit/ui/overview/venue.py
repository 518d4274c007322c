"""Where an event is: the venue, its address, and how people get in and around."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from eventkit.domain.access import Answer, Fact, VenueFact
from eventkit.domain.history import Label
from eventkit.domain.programme import Event, Programme, Venue
from eventkit.services.db import Db
from eventkit.services.events import add_venue, edit_event, edit_venue
from eventkit.services.programme import venues
from eventkit.services.venues import set_venue_fact, venue_facts
from eventkit.ui.desk import Desk
from eventkit.ui.fields import CheckField, Choice, ChoiceField, Field, Line, Save, TextField
from eventkit.ui.overview.access_words import AccessWords
from eventkit.ui.parts import GRID, button, label


class VenueForm(QWidget):
    """Chooses the event's venue and edits it; every event at that place sees the change."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._event: Event | None = None
        self._venue: Venue | None = None
        self.choice = ChoiceField(self.tr("Place"), self._choose)
        self.adding = button(self.tr("Add a place"), drawing="plus")
        self.adding.clicked.connect(self._add)
        self.fields: dict[str, Field] = {
            "name": TextField(self.tr("Name of the place"), self._keep("name")),
            "street": TextField(self.tr("Street"), self._keep("street")),
            "postcode": TextField(self.tr("Postcode"), self._keep("postcode")),
            "city": TextField(self.tr("Town"), self._keep("city")),
            "country": TextField(self.tr("Country"), self._keep("country")),
            "url": TextField(self.tr("Address on the web"), self._keep("url")),
            "access": TextField(
                self.tr("How to get in"), self._keep("access"), hint=self.tr("Printed below the address.")
            ),
        }
        self.virtual = CheckField(self.tr("It is online, without walls"), self._keep("virtual"))
        self.access = AccessFacts(desk)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4 * GRID)
        column.addWidget(self.choice)
        column.addLayout(_beside(self.adding))
        self._details = QWidget()
        inside = QVBoxLayout(self._details)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4 * GRID)
        for name in ("name", "street"):
            inside.addWidget(self.fields[name])
        town = QHBoxLayout()
        town.setSpacing(3 * GRID)
        for name, share in (("postcode", 2), ("city", 3), ("country", 3)):
            town.addWidget(self.fields[name], share)
        inside.addLayout(town)
        for part in (self.fields["url"], self.virtual, self.fields["access"], self.access):
            inside.addWidget(part)
        column.addWidget(self._details)

    def show_programme(self, told: Programme) -> None:
        """Show where an event is."""
        self._event, self._venue = told.event, told.venue
        known = self._desk.read(venues)
        self.choice.offer([(None, self.tr("No place yet")), *((one.id, _named(one)) for one in known)])
        self.choice.show_value(told.event.venue_id)
        self._details.setVisible(told.venue is not None)
        if told.venue is not None:
            for name, field in self.fields.items():
                field.show_value(getattr(told.venue, name))
            self.virtual.show_value(told.venue.virtual)
            self.access.show_venue(told.venue)

    def _choose(self, venue_id: int | None) -> str:
        if self._event is None:
            return ""
        return self._desk.edit(
            Label("event_venue_id", self._event.title), edit_event, self._event.id, venue_id=venue_id
        )

    def _add(self) -> None:
        """A new place for the event, its name to be typed."""
        if self._event is not None:
            name = self.tr("New place")
            self._desk.edit(Label("add_venue", name), venue_for, self._event.id, name=name)
            field = self.fields["name"].control
            field.setFocus()
            if isinstance(field, Line):
                field.selectAll()

    def _keep(self, name: str) -> Save:
        def keep(value: Any) -> str:
            if self._venue is None:
                return ""
            fields: Any = {name: value}
            return self._desk.edit(Label("edit_venue", self._venue.name), edit_venue, self._venue.id, **fields)

        return keep


class AccessFacts(QWidget):
    """What is known of a place's access: a line of it, and on demand every fact with its answer and a note."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._words = desk, AccessWords(self)
        self._venue: Venue | None = None
        self._facts: Sequence[VenueFact] = ()
        self.rows: dict[Fact, tuple[Choice, Line]] = {}
        self.summary = label(kind="muted", size=0.9, wrap=True)
        self.unfold = button(self.tr("Accessibility"), drawing="down")
        self.unfold.setCheckable(True)
        self.unfold.toggled.connect(self._show_rows)
        self._body = QWidget()
        self._body.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        column.addLayout(_beside(self.unfold))
        column.addWidget(self.summary)
        column.addWidget(self._body)

    def show_venue(self, venue: Venue) -> None:
        """Show what is known of a place."""
        self._venue = venue
        self._facts = self._desk.read(venue_facts, venue.id)
        counts = {answer: len([one for one in self._facts if one.answer == answer]) for answer in Answer}
        told = [f"{count} {self._words.answer(answer)}" for answer, count in counts.items() if count]
        self.summary.setText(" · ".join(told))
        self._fill()

    def _show_rows(self, shown: bool) -> None:  # noqa: FBT001 - Qt says so whether it is pressed in
        if shown and not self.rows:
            self._make_rows()
        self._body.setVisible(shown)
        self._fill()

    def _make_rows(self) -> None:
        grid = QGridLayout(self._body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(3 * GRID)
        grid.setVerticalSpacing(2 * GRID)
        grid.setColumnStretch(2, 1)
        for number, fact in enumerate(Fact):
            told = label(self._words.fact(fact), wrap=True)
            box, note = Choice(), Line()
            for answer in Answer:
                box.addItem(self._words.answer(answer), answer)
            box.setAccessibleName(told.text())
            note.setAccessibleName(self.tr("{fact}, note").format(fact=told.text()))
            note.setPlaceholderText(self.tr("Note"))
            box.activated.connect(lambda _number, fact=fact: self._keep(fact))
            note.editingFinished.connect(lambda fact=fact: self._keep(fact))
            told.setBuddy(box)
            for place, part in enumerate((told, box, note)):
                grid.addWidget(part, number, place)
            self.rows[fact] = (box, note)

    def _fill(self) -> None:
        for one in self._facts if self.rows else ():
            box, note = self.rows[one.fact]
            box.setCurrentIndex(box.findData(one.answer))
            if not note.hasFocus() or not note.isModified():
                note.setText(one.note)

    def _keep(self, fact: Fact) -> None:
        box, note = self.rows[fact]
        known = next((one for one in self._facts if one.fact == fact), None)
        told = VenueFact(fact=fact, answer=Answer(box.currentData()), note=note.text().strip())
        if self._venue is not None and told != known:
            note.setModified(False)
            step = Label("set_venue_fact", self._venue.name)
            self._desk.edit(step, set_venue_fact, self._venue.id, fact, answer=told.answer, note=told.note)


def venue_for(db: Db, event_id: int, *, name: str) -> None:
    """A new venue for an event, as one step."""
    edit_event(db, event_id, venue_id=add_venue(db, name=name).id)


def _named(venue: Venue) -> str:
    return ", ".join(filter(None, dict.fromkeys((venue.name, venue.city))))


def _beside(part: QWidget) -> QHBoxLayout:
    """A button as wide as its text."""
    row = QHBoxLayout()
    row.addWidget(part)
    row.addStretch(1)
    return row
