"""Days and times as people of the window's language write them."""

from datetime import UTC, date, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDate, QLocale


def long_day(day: date) -> str:
    """For example "Saturday 6 February 2027"."""
    return _told(day, QCoreApplication.translate("Dates", "dddd d MMMM yyyy"))


def short_day(day: date) -> str:
    """For example "Sat 6 Feb"."""
    return _told(day, QCoreApplication.translate("Dates", "ddd d MMM"))


def dated(day: date) -> str:
    """For example "Sat 6 Feb 2027"."""
    return _told(day, QCoreApplication.translate("Dates", "ddd d MMM yyyy"))


def days(first: date, last: date) -> str:
    """A day, or from one to another."""
    if first == last:
        return long_day(first)
    return QCoreApplication.translate("Dates", "{first} to {last}").format(first=dated(first), last=dated(last))


def month(day: date) -> str:
    """For example "Feb"."""
    return QLocale().standaloneMonthName(day.month, QLocale.FormatType.ShortFormat).rstrip(".")


def changed(path: Path) -> str:
    """The day on which a file was changed last."""
    day = datetime.fromtimestamp(path.stat().st_mtime, UTC).astimezone().date()
    return short_day(day) if day.year == datetime.now(UTC).year else dated(day)


def clock(at: datetime) -> str:
    """For example "18:30"."""
    return f"{at:%H:%M}"


def _told(day: date, form: str) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), form)
