"""All events of the kit: what comes first, what is over below."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from eventkit.domain.programme import EventState, EventSummary
from eventkit.ui.dates import clock, days, long_day, month
from eventkit.ui.parts import button
from eventkit.ui.rows import Row
from eventkit.ui.rows_view import RowsView
from eventkit.ui.theme import Theme
from eventkit.ui.widgets import Page, empty


class EventsPage(Page):
    """A list of events; choosing one opens it."""

    opened = Signal(object)
    new_wanted = Signal()
    import_wanted = Signal()

    def __init__(self, theme: Theme, now: Callable[[], datetime]) -> None:
        super().__init__(self.tr("Events"))
        self._now = now
        importing = button(self.tr("Import a schedule …"), drawing="import")
        importing.clicked.connect(self.import_wanted)
        self.new_button = button(self.tr("New event …"), kind="primary", drawing="new")
        self.new_button.clicked.connect(self.new_wanted)
        self.actions_row.addWidget(importing)
        self.actions_row.addWidget(self.new_button)
        self.list = RowsView(theme, self.tr("Events"))
        self.list.chosen.connect(self.opened)
        self.first_button = button(self.tr("New event …"), kind="primary", drawing="new")
        self.first_button.clicked.connect(self.new_wanted)
        self._nothing = empty(
            "events", self.tr("Your meetups, camps and conferences stand here, the next one first."), self.first_button
        )
        self._views = QStackedWidget()
        self._views.addWidget(self.list)
        self._views.addWidget(self._nothing)
        self.content.addWidget(self._views, 1)

    def show_events(self, events: Sequence[EventSummary]) -> None:
        """Show these events."""
        now = self._now()
        coming = [event for event in events if not _over(event, now)]
        over = [event for event in reversed(events) if _over(event, now)]
        rows: list[Row] = []
        for key, title, group in (("coming", self.tr("Coming up"), coming), ("over", self.tr("Over"), over)):
            if group:
                rows += [Row(key=key, title=title, heading=True), *(self._row(event, now) for event in group)]
        self.list.show_rows(rows)
        self._views.setCurrentWidget(self.list if rows else self._nothing)
        self.new_button.setVisible(bool(rows))

    def _row(self, event: EventSummary, now: datetime) -> Row:
        over = _over(event, now)
        trail, note, tone = self._countdown(event, now)
        return Row(
            key=event.id,
            title=event.title,
            meta=" · ".join(filter(None, (self._when(event), event.place, self._sessions(event)))),
            trail=trail,
            trail_note=note,
            tone=tone,
            leaf=_leaf(event.start),
            dim=over,
            data=event,
        )

    def _sessions(self, event: EventSummary) -> str:
        return self.tr("%n session(s)", "", event.sessions) if event.sessions else self.tr("no sessions yet")

    def _when(self, event: EventSummary) -> str:
        if event.start is None:
            return self.tr("no date yet")
        last = (event.end or event.start).date()
        if last > event.start.date() + timedelta(days=1):
            return days(event.start.date(), last)
        return f"{long_day(event.start.date())}, {clock(event.start)}"

    def _countdown(self, event: EventSummary, now: datetime) -> tuple[str, str, str]:
        """How long it is until then: a large word, a small one, a tone."""
        if event.state in (EventState.CANCELLED, EventState.POSTPONED):
            word = self.tr("cancelled") if event.state == EventState.CANCELLED else self.tr("postponed")
            return "", word, "bad"
        if event.start is None or _over(event, now):
            return "", "", "muted"
        left = (event.start.date() - now.astimezone(event.start.tzinfo).date()).days
        if left <= 0:
            return self.tr("today") if left == 0 else self.tr("now"), "", "accent"
        return str(left), self.tr("day(s) to go", "", left), "accent" if left <= 31 else ""


def _over(event: EventSummary, now: datetime) -> bool:
    last = event.end or event.start
    return last is not None and last < now


def _leaf(at: datetime | None) -> tuple[str, str]:
    return ("", "?") if at is None else (month(at), str(at.day))
