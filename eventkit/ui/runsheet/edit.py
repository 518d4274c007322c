"""The dialog that asks for a line of one's own."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from eventkit.domain.programme import Programme, programme_day
from eventkit.domain.runsheet import Cue, CueKind
from eventkit.services.runsheet import CueDetails
from eventkit.ui.dates import clock, short_day
from eventkit.ui.forms import Ask
from eventkit.ui.runsheet.words import RunWords

_CLOCK = re.compile(r"([01]?\d|2[0-3])(?:[:.h ]?([0-5]\d))?")
LONGEST = 24 * 60


class EditCue(Ask):
    """Everything about one line; a time and a title are enough. `start` is what is proposed for a new one."""

    def __init__(self, parent: QWidget, programme: Programme, start: datetime, cue: Cue | None = None) -> None:
        title, action = (self.tr("Add a line"), self.tr("Add")) if cue is None else (self.tr("Line"), self.tr("Keep"))
        super().__init__(parent, title, action, width=520)
        self._programme, self._words = programme, RunWords()
        at = start if cue is None else cue.start
        self.name, self.text = QLineEdit(), QLineEdit()
        self.time, self.minutes = QLineEdit(clock(at)), QLineEdit()
        self.day, self.room, self.kind, self.owner = QComboBox(), QComboBox(), QComboBox(), QComboBox()
        self._offer_days(at)
        self._offer(cue)
        self.add_field(self.tr("What"), self.name)
        when = [(self.tr("Time"), self.time), (self.tr("Length in minutes"), self.minutes)]
        self.add_beside(*([(self.tr("Day"), self.day)] if self.day.count() > 1 else []), *when)
        self.add_field(self.tr("Cue"), self.text, hint=self.tr("What is said, pressed or handed over."))
        self.add_beside((self.tr("Owner"), self.owner), (self.tr("Room"), self.room))
        self.add_field(self.tr("Kind"), self.kind)

    def act(self) -> None:
        """A line needs a title and a time; the length may be empty."""
        if not self.name.text().strip():
            self.refuse(self.tr("Say what happens."), self.name)
        elif _CLOCK.fullmatch(self.time.text().strip()) is None:
            self.refuse(self.tr("Write a time like 18:30."), self.time)
        elif self._length() is None:
            self.refuse(self.tr("Write minutes as a number, for example 10, or leave it empty."), self.minutes)
        else:
            self.accept()

    @property
    def title(self) -> str:
        """What happens."""
        return self.name.text().strip()

    @property
    def start(self) -> datetime:
        """The moment that was typed, in the event's zone; before the change of day it is the night after."""
        found = _CLOCK.fullmatch(self.time.text().strip())
        hour, minute = (0, 0) if found is None else (int(found[1]), int(found[2] or 0))
        night = hour * 60 + minute < self._programme.event.day_change
        day: date = self.day.currentData() + timedelta(days=int(night))
        return datetime.combine(day, time(hour, minute), self._programme.event.tz)

    def details(self) -> CueDetails:
        """What else was filled in; an owner who is known by name is that person."""
        owner = " ".join(self.owner.currentText().split())
        known = next((person.id for person in self._programme.people if person.name == owner), None)
        return {
            "minutes": self._length() or 0,
            "text": self.text.text(),
            "person_id": known,
            "owner": owner if known is None else "",
            "room_id": self.room.currentData(),
            "kind": CueKind(self.kind.currentData()),
        }

    def _length(self) -> int | None:
        typed = self.minutes.text().strip() or "0"
        return int(typed) if typed.isdecimal() and int(typed) <= LONGEST else None

    def _offer_days(self, at: datetime) -> None:
        """The days of the event and of its programme, and the one that is proposed."""
        event = self._programme.event
        here = programme_day(at, event.day_change)
        days = {here, *self._programme.days, *_days(event.start, event.end)}
        for day in sorted(days):
            self.day.addItem(short_day(day), day)
        self.day.setCurrentIndex(sorted(days).index(here))

    def _offer(self, cue: Cue | None) -> None:
        """The choices, and what the line says now."""
        told = self._programme
        self.room.addItem(self.tr("everywhere"), None)
        for room in told.rooms:
            self.room.addItem(room.name, room.id)
        for kind in CueKind:
            self.kind.addItem(self._words.kind(kind), kind)
        self.owner.setEditable(True)
        self.owner.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        roles = sorted({member.role for member in told.crew})
        self.owner.addItems(["", *(person.name for person in told.people), *roles])
        if cue is None:
            return
        person = told.person.get(cue.person_id) if cue.person_id is not None else None
        self.owner.setCurrentText(cue.owner if person is None else person.name)
        self.name.setText(cue.title)
        self.text.setText(cue.text)
        self.minutes.setText(str(cue.minutes) if cue.minutes else "")
        self.room.setCurrentIndex(max(0, self.room.findData(cue.room_id)))
        self.kind.setCurrentIndex(self.kind.findData(cue.kind))


def _days(start: datetime | None, end: datetime | None) -> Sequence[date]:
    """The days from one moment to another."""
    if start is None:
        return ()
    count = ((end or start).date() - start.date()).days + 1
    return [start.date() + timedelta(days=number) for number in range(count)]
