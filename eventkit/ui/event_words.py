"""When an event is, and how long it is until then, in words."""

from datetime import datetime, timedelta

from PySide6.QtCore import QObject

from eventkit.domain.programme import EventState, EventSummary
from eventkit.services.home import OFF, is_over
from eventkit.ui.dates import clock, days, long_day, short_day

SOON = 31
"""Days from which on a countdown is in the accent colour."""


class EventWords(QObject):
    """The same words wherever events are listed."""

    def when(self, event: EventSummary) -> str:
        """Its day and hour, or its days."""
        if event.start is None:
            return self.tr("no date yet")
        last = (event.end or event.start).date()
        if last > event.start.date() + timedelta(days=1):
            return days(event.start.date(), last)
        return f"{long_day(event.start.date())}, {clock(event.start)}"

    def short(self, event: EventSummary) -> str:
        """The same where there is little room."""
        return self.when(event) if event.start is None else f"{short_day(event.start.date())}, {clock(event.start)}"

    def countdown(self, event: EventSummary, now: datetime) -> tuple[str, str, str]:
        """How long it is until then: a large word, a small one, a tone."""
        if event.state in OFF:
            word = self.tr("cancelled") if event.state == EventState.CANCELLED else self.tr("postponed")
            return "", word, "bad"
        if event.start is None or is_over(event, now):
            return "", "", "muted"
        left = (event.start.date() - now.astimezone(event.start.tzinfo).date()).days
        if left <= 0:
            return self.tr("today") if left == 0 else self.tr("now"), "", "accent"
        return str(left), self.tr("day(s) to go", "", left), "accent" if left <= SOON else ""
