"""One event: its place in the tree and the leaf in front above, its leaves as tabs below."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from eventkit.domain.programme import Programme
from eventkit.ui.dates import days
from eventkit.ui.fonts import BOLD, font
from eventkit.ui.parts import GRID, button, label
from eventkit.ui.places import Leaf, begin
from eventkit.ui.widgets import Page, rule, short_label


class EventPage(Page):
    """Shows leaves of one event; `turned` tells the name of the one that came to the front."""

    left = Signal()
    turned = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.back = button(self.tr("Events"), kind="back", name=self.tr("Back to all events"))
        self.back.setFont(font(0.9))
        self.back.clicked.connect(self.left)
        self.where = short_label(kind="muted", size=0.9)
        self.trail.addWidget(self.back)
        self.trail.addWidget(label("›", kind="muted", size=0.9))
        self.trail.addWidget(self.where, 1)
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(self.tr("Parts of the event"))
        self.tabs.setFont(font(weight=BOLD))
        self.tabs.setExpanding(False)
        self.leaves = QStackedWidget()
        self._listed: list[Leaf] = []
        self._holders: list[QVBoxLayout] = []
        self._when = ""
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(self.tabs)
        head.addWidget(rule())
        self.content.addLayout(head)
        self.content.addSpacing(GRID)
        self.content.addWidget(self.leaves, 1)
        self.tabs.currentChanged.connect(self._turn)

    def add_leaf(self, leaf: Leaf) -> None:
        """One more part of the event."""
        self._listed.append(leaf)
        for action in leaf.actions:
            self.actions_row.addWidget(action)
            action.setVisible(leaf is self._listed[0])
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 0, 0, 0)
        if leaf.page is not None:
            inside.addWidget(leaf.page)
        self._holders.append(inside)
        self.leaves.addWidget(holder)
        self.tabs.addTab(leaf.title)
        self._show_actions()

    def bring(self, name: str, page: QWidget) -> None:
        """The page of a leaf that was to come later."""
        self._holders[self._number(name)].addWidget(page)

    def show_leaf(self, name: str) -> None:
        """Bring a part to the front."""
        self.tabs.setCurrentIndex(self._number(name))

    @property
    def front(self) -> Leaf:
        """The leaf in front."""
        return self._listed[self.tabs.currentIndex()]

    def show_event(self, programme: Programme) -> None:
        """Say which event it is."""
        event = programme.event
        self._when = ""
        if event.start is not None:
            self._when = days(event.start.date(), (event.end or event.start).date())
        elif programme.days:
            self._when = days(programme.days[0], programme.days[-1])
        self.where.setText(event.title)
        self.set_title(self.front.title, note=self._when)

    def begin(self) -> None:
        """Put the keyboard into the leaf in front."""
        begin(self.front.page or self.leaves)

    def _number(self, name: str) -> int:
        return next(number for number, leaf in enumerate(self._listed) if leaf.name == name)

    def _show_actions(self) -> None:
        """Only what the leaf in front can do."""
        for leaf in self._listed:
            for action in leaf.actions:
                action.setVisible(leaf is self.front)

    def _turn(self, number: int) -> None:
        self.leaves.setCurrentIndex(number)
        self._show_actions()
        self.set_title(self.front.title, note=self._when)
        self.turned.emit(self.front.name)
