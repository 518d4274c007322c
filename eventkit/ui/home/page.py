"""The home page of a kit: the next events, what clashes in them, what was changed lately."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from eventkit.domain.findings import Severity
from eventkit.domain.history import Label
from eventkit.domain.words import Words
from eventkit.services.home import OpenClash, Outlook
from eventkit.ui.dates import clock, short_day
from eventkit.ui.event_words import EventWords
from eventkit.ui.fonts import BOLD, font
from eventkit.ui.home.card import EventCard
from eventkit.ui.parts import GRID, button, card, label
from eventkit.ui.rows import Row
from eventkit.ui.rows_view import RowsView
from eventkit.ui.theme import Theme
from eventkit.ui.widgets import Page, empty, scrolled, short_label

CARDS, CLASHES = 3, 8
NOON, EVENING = 12, 18


class HomePage(Page):
    """What now? `opened` carries an event's id, `clash_chosen` an OpenClash."""

    opened = Signal(int)
    clash_chosen = Signal(object)
    new_wanted = Signal()
    import_wanted = Signal()
    history_wanted = Signal()

    def __init__(self, theme: Theme, words: Words, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._words, self.now, self._event_words = words, now, EventWords(self)
        self.community = short_label(kind="muted", size=0.9)
        self.trail.addWidget(self.community)
        importing = button(self.tr("Import a schedule …"), drawing="import")
        importing.clicked.connect(self.import_wanted)
        self.new_button = button(self.tr("New event …"), kind="primary", drawing="new")
        self.new_button.clicked.connect(self.new_wanted)
        self.actions_row.addWidget(importing)
        self.actions_row.addWidget(self.new_button)
        self._cards = [EventCard() for _ in range(CARDS)]
        for one in self._cards:
            one.clicked.connect(lambda _checked=False, one=one: self.opened.emit(one.event_id))
        self.quiet = label(self.tr("No event is coming up."), kind="muted")
        self.look = RowsView(theme, self.tr("Clashes of coming events"), unrolled=True)
        self.look.chosen.connect(self.clash_chosen)
        self.no_clash = label(kind="muted", wrap=True)
        self.lately = RowsView(theme, self.tr("Changed lately"), choosable=False, unrolled=True)
        self.all_steps = button(self.tr("All of the history"), kind="link")
        self.all_steps.clicked.connect(self.history_wanted)
        self._views = QStackedWidget()
        self._views.addWidget(scrolled(self._columns()))
        self.first_button = button(self.tr("New event …"), kind="primary", drawing="new")
        self.first_button.clicked.connect(self.new_wanted)
        self._views.addWidget(
            empty("events", self.tr("Begin with your first event: a title and a day are enough."), self.first_button)
        )
        self.content.addWidget(self._views, 1)

    def show_outlook(self, told: Outlook) -> None:
        """Show what there is to do now."""
        self.community.setText(told.community)
        self.set_title(self._greeting(told))
        self._views.setCurrentIndex(0 if told.events else 1)
        self.new_button.setVisible(bool(told.events))
        self._show_cards(told)
        self.look.show_rows(self._clash_rows(told.clashes))
        self.look.setVisible(bool(told.clashes))
        self.no_clash.setVisible(not told.clashes)
        self.no_clash.setText(self.tr("Nothing clashes in the events that come."))
        self.lately.show_rows(
            [self._step_row(step.label, step.at.astimezone()) for step in told.steps if not step.undone]
        )

    @property
    def cards(self) -> list[EventCard]:
        """The cards that show an event."""
        return [one for one in self._cards if not one.isHidden()]

    def begin(self) -> None:
        """Put the keyboard on the next event, or on the way to the first one."""
        (
            self.cards[0] if self.cards else self.first_button if self.first_button.isVisible() else self.new_button
        ).setFocus()

    def _columns(self) -> QWidget:
        body = QWidget()
        cards = QHBoxLayout()
        cards.setSpacing(4 * GRID)
        for one in self._cards:
            cards.addWidget(one, 1)
        whole = QVBoxLayout(body)
        whole.setContentsMargins(0, 0, GRID, 0)
        whole.setSpacing(6 * GRID)
        whole.addLayout(cards)
        whole.addWidget(self.quiet)
        below = QHBoxLayout()
        below.setSpacing(6 * GRID)
        look, look_in = self._part(self.tr("To look at"))
        look_in.addWidget(self.no_clash)
        look_in.addWidget(self.look)
        lately, lately_in = self._part(self.tr("Changed lately"))
        lately_in.addWidget(self.lately)
        self.all_steps.setFont(font(0.9))
        foot = QHBoxLayout()
        foot.addWidget(self.all_steps)
        foot.addStretch(1)
        lately_in.addLayout(foot)
        for part, share in ((look, 5), (lately, 3)):
            column = QVBoxLayout()
            column.addWidget(part)
            column.addStretch(1)
            below.addLayout(column, share)
        whole.addLayout(below)
        whole.addStretch(1)
        return body

    def _part(self, title: str) -> tuple[QFrame, QVBoxLayout]:
        frame, inside = card()
        inside.addWidget(label(title, size=1.15, weight=BOLD))
        return frame, inside

    def _greeting(self, told: Outlook) -> str:
        hour = self.now().astimezone().hour
        parts = (
            (NOON, self.tr("Good morning.")),
            (EVENING, self.tr("Good afternoon.")),
            (24, self.tr("Good evening.")),
        )
        greeting = next(text for until, text in parts if hour < until)
        clashes = self.tr("%n clash(es) to look at.", "", len(told.clashes)) if told.clashes else ""
        return f"{greeting} {clashes}".strip()

    def _show_cards(self, told: Outlook) -> None:
        now, coming = self.now(), told.coming[:CARDS]
        for one, event in zip(self._cards, coming, strict=False):
            when, count = self._event_words.short(event), self._event_words.countdown(event, now)
            one.tell(event.id, event.title, when, event.place, count[:2])
        for number, one in enumerate(self._cards):
            one.setVisible(number < len(coming))
        self.quiet.setVisible(not coming)

    def _clash_rows(self, clashes: Sequence[OpenClash]) -> list[Row]:
        rows = [self._clash_row(clash) for clash in clashes[:CLASHES]]
        more = len(clashes) - len(rows)
        if more > 0:
            rows.append(Row(key="more", title=self.tr("and %n more", "", more), heading=True))
        return rows

    def _clash_row(self, open_clash: OpenClash) -> Row:
        clash, event = open_clash.clash, open_clash.event
        last, first = clash.last, clash.first
        start = "" if last.start is None else clock(last.start)
        values = {"other": first.title or first.code, "start": start, **clash.values}
        day = "" if last.start is None else short_day(last.start.date())
        return Row(
            key=(clash.rule, first.id, last.id, clash.key),
            title=last.title or last.code,
            meta=f"{self._words.say('finding', clash.rule, **values)} {day} · {event.title}",
            drawing="warning",
            tone="bad" if clash.severity == Severity.ERROR else "warn",
            whole=True,
            card=True,
            data=open_clash,
        )

    def _step_row(self, step: Label, at: datetime) -> Row:
        today = at.date() == self.now().astimezone().date()
        return Row(
            key=(step, at),
            title=self._words.say("step", step.verb, subject=step.subject),
            trail_note=clock(at) if today else short_day(at.date()),
        )
