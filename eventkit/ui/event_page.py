"""One event: its name and time above, its programme and its prints as two leaves below."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from eventkit.domain.programme import Programme
from eventkit.ui.dates import days
from eventkit.ui.fonts import BOLD, font
from eventkit.ui.parts import GRID, button
from eventkit.ui.widgets import Page, rule


class EventPage(Page):
    """Shows leaves of one event; each is a widget with a title, `turned` tells which one is in front."""

    left = Signal()
    turned = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.back = button(self.tr("‹ Events"), kind="back", name=self.tr("Back to all events"))
        self.back.setFont(font(0.9))
        self.back.clicked.connect(self.left)
        self.trail.addWidget(self.back)
        self.trail.addStretch(1)
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(self.tr("Parts of the event"))
        self.tabs.setFont(font(weight=BOLD))
        self.tabs.setExpanding(False)
        self.leaves = QStackedWidget()
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(self.tabs)
        head.addWidget(rule())
        self.content.addLayout(head)
        self.content.addSpacing(GRID)
        self.content.addWidget(self.leaves, 1)
        self.tabs.currentChanged.connect(self._turn)

    def add_leaf(self, title: str, leaf: QWidget) -> None:
        """One more part of the event."""
        self.leaves.addWidget(leaf)
        self.tabs.addTab(title)

    def show_leaf(self, leaf: QWidget) -> None:
        """Bring a part to the front."""
        self.tabs.setCurrentIndex(self.leaves.indexOf(leaf))

    def show_event(self, programme: Programme) -> None:
        """Say which event it is."""
        event = programme.event
        when = ""
        if event.start is not None:
            when = days(event.start.date(), (event.end or event.start).date())
        elif programme.days:
            when = days(programme.days[0], programme.days[-1])
        self.set_title(event.title, note=when)

    def _turn(self, number: int) -> None:
        self.leaves.setCurrentIndex(number)
        self.turned.emit(number)
