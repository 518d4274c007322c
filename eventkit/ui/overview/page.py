"""What an event is, where it is, and what its programme stands on; every accepted edit is kept at once."""

from collections.abc import Callable, Iterator
from datetime import datetime

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QVBoxLayout, QWidget

from eventkit.domain.programme import Programme
from eventkit.ui.desk import Desk
from eventkit.ui.fonts import BOLD
from eventkit.ui.overview.facts import EventFacts
from eventkit.ui.overview.lists import RoomList, TrackList
from eventkit.ui.overview.venue import VenueForm
from eventkit.ui.parts import GRID, button, card, label
from eventkit.ui.theme import Theme
from eventkit.ui.widgets import scrolled

WIDEST, BESIDE_FROM = 640, 960


class OverviewPage(QWidget):
    """The facts in one column of at most 640 px; place, rooms and tracks beside it where there is room, else below."""

    facts: EventFacts
    venue: VenueForm
    rooms: RoomList
    tracks: TrackList

    def __init__(self, desk: Desk, theme: Theme, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.copying = button(self.tr("Copy the event"))
        self.deleting = button(self.tr("Delete the event"))
        self.buttons = (self.copying, self.deleting)
        self._event_id = 0
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._building = self._build(desk, theme, now)

    def build(self) -> None:
        """Make a part of the page, and the next one when the window has nothing else to do."""
        if next(self._building, None) is not None:
            QTimer.singleShot(0, self, self.build)

    def show_event(self, told: Programme, changed: bool) -> None:  # noqa: FBT001 - as every leaf is filled
        """Show an event; what was being typed for another one is kept there first."""
        del changed
        for _ in self._building:
            continue
        if told.event.id != self._event_id:
            self.settle()
            self._event_id = told.event.id
        for part in (self.facts, self.venue, self.rooms, self.tracks):
            part.show_programme(told)

    def begin(self) -> None:
        """Put the keyboard into the first field."""
        self.facts.fields["title"].control.setFocus()

    def settle(self) -> None:
        """Whatever is being typed is kept."""
        typing = QApplication.focusWidget()
        if typing is not None and self.isAncestorOf(typing):
            typing.clearFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns where there is room for them."""
        super().resizeEvent(event)
        beside = self.width() >= BESIDE_FROM
        directions = QBoxLayout.Direction
        self._columns.setDirection(directions.LeftToRight if beside else directions.TopToBottom)

    def _build(self, desk: Desk, theme: Theme, now: Callable[[], datetime]) -> Iterator[QWidget]:
        """The page part by part: all of it at once would hold the window up."""
        body = QWidget()
        body.setLayout(self._columns)
        self._columns.setContentsMargins(0, 0, 2 * GRID, 4 * GRID)
        self._columns.setSpacing(4 * GRID)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(body))
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(4 * GRID)
            self._columns.addLayout(column, 1)
        self.facts = EventFacts(desk, now)
        left.addWidget(_card(self.tr("Facts"), self.facts))
        left.addStretch(1)
        yield self.facts
        self.venue = VenueForm(desk)
        right.addWidget(_card(self.tr("Place"), self.venue))
        yield self.venue
        self.rooms, self.tracks = RoomList(desk), TrackList(desk, theme)
        right.addWidget(_card(self.tr("Rooms"), self.rooms))
        right.addWidget(_card(self.tr("Tracks"), self.tracks))
        right.addStretch(1)


def _card(title: str, part: QWidget) -> QFrame:
    frame, inside = card()
    frame.setMaximumWidth(WIDEST)
    inside.addWidget(label(title, size=1.15, weight=BOLD))
    inside.addSpacing(GRID)
    inside.addWidget(part)
    return frame
