"""All events of the kit: what comes first, what is over below."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from eventkit.domain.programme import EventSummary
from eventkit.services.home import is_over
from eventkit.ui.dates import month
from eventkit.ui.event_words import EventWords
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
        self._now, self._words = now, EventWords(self)
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
        coming = [event for event in events if not is_over(event, now)]
        over = [event for event in reversed(events) if is_over(event, now)]
        rows: list[Row] = []
        for key, title, group in (("coming", self.tr("Coming up"), coming), ("over", self.tr("Over"), over)):
            if group:
                rows += [Row(key=key, title=title, heading=True), *(self._row(event, now) for event in group)]
        self.list.show_rows(rows)
        self._views.setCurrentWidget(self.list if rows else self._nothing)
        self.new_button.setVisible(bool(rows))

    def begin(self) -> None:
        """Put the keyboard into the list."""
        (self.list if self.list.rows.rows else self.first_button).setFocus()

    def _row(self, event: EventSummary, now: datetime) -> Row:
        over = is_over(event, now)
        trail, note, tone = self._words.countdown(event, now)
        return Row(
            key=event.id,
            title=event.title,
            meta=" · ".join(filter(None, (self._words.when(event), event.place, self._sessions(event)))),
            trail=trail,
            trail_note=note,
            tone=tone,
            leaf=_leaf(event.start),
            dim=over,
            data=event,
        )

    def _sessions(self, event: EventSummary) -> str:
        return self.tr("%n session(s)", "", event.sessions) if event.sessions else self.tr("no sessions yet")


def _leaf(at: datetime | None) -> tuple[str, str]:
    return ("", "?") if at is None else (month(at), str(at.day))
