"""The small form for a new event."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QLineEdit, QTimeEdit, QVBoxLayout, QWidget

from eventkit.domain.programme import Chapter, Event, Venue
from eventkit.services.db import Db
from eventkit.services.events import add_event, add_venue
from eventkit.services.programme import venues
from eventkit.ui.fonts import BOLD
from eventkit.ui.forms import Ask, ZoneField
from eventkit.ui.parts import GRID, label


class NewEvent(Ask):
    """Asks for title, day, times, place and zone."""

    def __init__(self, parent: QWidget, chapter: Chapter | None, today: date) -> None:
        super().__init__(parent, self.tr("New event"), self.tr("Make the event"))
        self.name, self.place = QLineEdit(), QLineEdit()
        self.zone = ZoneField("" if chapter is None else chapter.zone)
        in_two_weeks = today + timedelta(days=14)
        self.day = QDateEdit(QDate(in_two_weeks.year, in_two_weeks.month, in_two_weeks.day))
        self.day.setDisplayFormat("ddd d MMM yyyy")
        self.begin, self.end = QTimeEdit(QTime(18, 30)), QTimeEdit(QTime(21, 0))
        for clock in (self.begin, self.end):
            clock.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # hours stand before minutes in every script
            clock.setDisplayFormat("HH:mm")
        self.add_field(self.tr("Title"), self.name)
        row = QHBoxLayout()
        row.setSpacing(3 * GRID)
        row.addLayout(_titled(self.tr("Day"), self.day), 2)
        row.addLayout(_titled(self.tr("Begins"), self.begin), 1)
        row.addLayout(_titled(self.tr("Ends"), self.end), 1)
        self.column.addLayout(row)
        self.column.addSpacing(2 * GRID)
        self.add_field(
            self.tr("Place"), self.place, hint=self.tr("The name of the venue; leave it empty while you look for one.")
        )
        self.add_field(self.tr("Time zone"), self.zone)

    def act(self) -> None:
        """An event needs a title and a zone."""
        if not self.name.text().strip():
            self.refuse(self.tr("How is the event called?"), self.name)
        elif not self.zone.zone:
            self.refuse(self.tr("Choose a time zone from the list, for example Europe/Lisbon."), self.zone)
        else:
            self.accept()

    def times(self) -> tuple[datetime, datetime]:
        """When it begins and ends; an end before the begin is on the next day."""
        told = self.day.date()
        day = date(told.year(), told.month(), told.day())
        zone = ZoneInfo(self.zone.zone)
        begin, end = (
            datetime.combine(day, time(field.time().hour(), field.time().minute()), zone)
            for field in (self.begin, self.end)
        )
        return begin, end if end > begin else end + timedelta(days=1)


def _titled(text: str, field: QWidget) -> QVBoxLayout:
    told = label(text, weight=BOLD)
    told.setBuddy(field)
    field.setAccessibleName(text)
    for inner in field.findChildren(QLineEdit):
        inner.setTextMargins(2 * GRID, 0, 2 * GRID, 0)
    made = QVBoxLayout()
    made.setSpacing(GRID)
    made.addWidget(told)
    made.addWidget(field)
    return made


def make_event(
    db: Db, *, title: str, zone: str, begin: datetime, end: datetime, place: str, chapter_id: int | None
) -> Event:
    """A new event at a place: the venue of that name, a new one when there is none, or no place yet."""
    venue = _venue(db, place) if place else None
    return add_event(
        db,
        title=title,
        zone=zone,
        start=begin,
        end=end,
        venue_id=None if venue is None else venue.id,
        chapter_id=chapter_id,
    )


def _venue(db: Db, name: str) -> Venue:
    same = [venue for venue in venues(db) if venue.name.casefold() == name.casefold()]
    return same[0] if same else add_venue(db, name=name)
