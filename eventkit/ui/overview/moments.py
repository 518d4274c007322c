"""When an event begins and ends: two days and two times of the clock, or no date yet."""

from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QDate, Qt, QTime
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QDateEdit, QGridLayout, QLineEdit, QTimeEdit, QVBoxLayout, QWidget

from eventkit.ui.fonts import BOLD
from eventkit.ui.parts import GRID, label

AHEAD, LENGTH = timedelta(days=14), timedelta(hours=2, minutes=30)
"""What a date begins with: an evening in two weeks."""

Moments = tuple[datetime, datetime] | None


class Day(QDateEdit):
    """A day with its calendar; the wheel scrolls the page unless the keyboard is here."""

    def __init__(self) -> None:
        super().__init__()
        self.setCalendarPopup(True)
        self.setDisplayFormat(QCoreApplication.translate("Dates", "ddd d MMM yyyy"))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Nothing changes by scrolling past."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class Clock(QTimeEdit):
    """A time of the day."""

    def __init__(self) -> None:
        super().__init__()
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # hours stand before minutes in every script
        self.setDisplayFormat("HH:mm")

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Nothing changes by scrolling past."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class MomentsField(QWidget):
    """Moving the begin takes the end along; an end before the begin is refused beside it."""

    def __init__(self, save: Callable[[Moments], str], now: Callable[[], datetime]) -> None:
        super().__init__()
        self._save, self._now = save, now
        self._kept: Moments = None
        self._zone = ZoneInfo("UTC")
        self.dated = QCheckBox(self.tr("The date is known"))
        self.dated.setAccessibleName(self.dated.text())
        self.dated.clicked.connect(self._date)
        self.first_day, self.begins, self.last_day, self.ends = Day(), Clock(), Day(), Clock()
        grid = QGridLayout()
        grid.setHorizontalSpacing(3 * GRID)
        grid.setVerticalSpacing(GRID)
        self._times = QWidget()
        self._times.setLayout(grid)
        grid.setContentsMargins(0, 0, 0, 0)
        named = (
            (self.tr("Begins"), self.first_day, self.begins, 0),
            (self.tr("Ends"), self.last_day, self.ends, 2),
        )
        for title, day, clock, place in named:
            told = label(title, weight=BOLD)
            told.setBuddy(day)
            grid.addWidget(told, 0, place, 1, 2)
            grid.addWidget(day, 1, place)
            grid.addWidget(clock, 1, place + 1)
            grid.setColumnStretch(place, 1)
            for part, what in ((day, self.tr("{what}, day")), (clock, self.tr("{what}, time"))):
                part.setAccessibleName(what.format(what=title))
                part.editingFinished.connect(self.settle)
            for inside in clock.findChildren(QLineEdit):
                inside.setTextMargins(2 * GRID, 0, 2 * GRID, 0)
        self.elsewhere = label(kind="muted", size=0.9, wrap=True)
        self.problem = label(kind="bad", size=0.9, wrap=True)
        self.problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for line in (self._times, self.elsewhere, self.problem, self.dated):
            column.addWidget(line)

    def show_moments(self, begin: datetime | None, end: datetime | None, home: str) -> None:
        """What is kept now, in the event's zone; `home` is the zone of the group, told where clocks there differ."""
        self._kept = None if begin is None else (begin, end or begin)
        self.dated.setChecked(self._kept is not None)
        self._times.setVisible(self._kept is not None)
        self.problem.hide()
        if self._kept is not None and begin is not None and isinstance(begin.tzinfo, ZoneInfo):
            self._zone = begin.tzinfo
            for at, day, clock in zip(
                self._kept, (self.first_day, self.last_day), (self.begins, self.ends), strict=True
            ):
                day.setDate(QDate(at.year, at.month, at.day))
                clock.setTime(QTime(at.hour, at.minute))
        there = None if begin is None or not home else begin.astimezone(ZoneInfo(home))
        differs = there is not None and begin is not None and there.utcoffset() != begin.utcoffset()
        self.elsewhere.setVisible(differs)
        if there is not None:
            form = self.tr("These are times in {zone}; it is then {time} in {home}.")
            self.elsewhere.setText(form.format(zone=self._zone.key, time=f"{there:%H:%M}", home=home))

    def settle(self) -> None:
        """Editing has ended: keep what is new."""
        if self._kept is None:
            return
        begin, end = self._told(self.first_day, self.begins), self._told(self.last_day, self.ends)
        kept_begin, kept_end = self._kept
        if (begin, end) == (kept_begin, kept_end):
            self.refuse("")
            return
        if begin != kept_begin and end == kept_end:
            end = begin + (kept_end - kept_begin)
        if end < begin:
            self.refuse(self.tr("It can’t end before it begins."))
        else:
            self.refuse(self._save((begin, end)))

    def refuse(self, problem: str) -> None:
        """Say what is wrong; an empty text takes it back."""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))

    def _date(self, known: bool) -> None:  # noqa: FBT001 - Qt says so whether it is checked
        if known:
            day = (self._now().astimezone(self._zone) + AHEAD).replace(hour=18, minute=30, second=0, microsecond=0)
            self._save((day, day + LENGTH))
        else:
            self._save(None)

    def _told(self, day: Day, clock: Clock) -> datetime:
        date, time = day.date(), clock.time()
        return datetime(date.year(), date.month(), date.day(), time.hour(), time.minute(), tzinfo=self._zone)
