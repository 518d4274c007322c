"""People of one name, two at a time: what each record knows, and what would be left of both."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from eventkit.domain.history import Label
from eventkit.domain.programme import Person
from eventkit.services.people import merge_people, suggested_merges
from eventkit.services.profiles import appearances, profile
from eventkit.ui.desk import Desk
from eventkit.ui.fonts import BOLD
from eventkit.ui.forms import Ask
from eventkit.ui.parts import GRID, button, card, label


class MergePeople(Ask):
    """Asks of each pair whether they are one person; each merge is a step of its own."""

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        super().__init__(
            parent,
            self.tr("Are they one person?"),
            self.tr("They are one person"),
            hint=self.tr("Two records have one name. Merged, the first one takes over all that it does not know."),
            width=680,
        )
        self._desk = desk
        self._pairs = list(desk.read(suggested_merges))
        self.cards = QHBoxLayout()
        self.cards.setSpacing(3 * GRID)
        self.column.addLayout(self.cards)
        self.left = label(kind="muted", size=0.9)
        self.column.addWidget(self.left)
        self.swap = button(self.tr("The other one first"))
        self.swap.clicked.connect(self._swap)
        self.next = button(self.tr("They are two people"))
        self.next.clicked.connect(self._skip)
        self.foot.insertWidget(0, self.swap)
        self.foot.insertWidget(1, self.next)
        self.cancel.setText(self.tr("Close"))
        self._show()

    def act(self) -> None:
        """Merge the pair, and go on to the next."""
        keep, gone = self._pairs[0]
        self._desk.write(Label("merge_people", keep.name), merge_people, keep.id, gone.id)
        self._pairs = list(self._desk.read(suggested_merges))
        self._show()

    def _skip(self) -> None:
        self._pairs = self._pairs[1:]
        self._show()

    def _swap(self) -> None:
        keep, gone = self._pairs[0]
        self._pairs[0] = gone, keep
        self._show()

    def _show(self) -> None:
        """The next pair, or the end."""
        if not self._pairs:
            self.accept()
            return
        while self.cards.count():
            item = self.cards.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        for title, person in zip((self.tr("Stays"), self.tr("Goes into it")), self._pairs[0], strict=True):
            self.cards.addWidget(self._card(title, person), 1)
        self.left.setText(self.tr("%n pair(s) to look at", "", len(self._pairs)))
        self.adjustSize()

    def _card(self, title: str, person: Person) -> QWidget:
        made, inside = card()
        known = self._desk.read(profile, person.id)
        spoken = self._desk.read(appearances, person.id)
        inside.addWidget(label(title, kind="muted", size=0.85))
        inside.addWidget(label(person.name, size=1.15, weight=BOLD, wrap=True))
        told = (
            person.pronouns,
            person.affiliation,
            person.email,
            person.headline,
            person.bio[:200],
            known.topics,
            *(link.url for link in person.links[:3]),
            *(f"{one.title} ({one.event})" for one in spoken[:4]),
        )
        for text in filter(None, told):
            inside.addWidget(label(text, size=0.9, wrap=True))
        if not any(told):
            inside.addWidget(label(self.tr("Nothing else is known."), kind="muted", size=0.9))
        inside.addStretch(1)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(made)
        return holder
