"""Push the rest of a day: by how much, and what comes of it before it is done."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSpinBox, QWidget

from eventkit.domain.clashes.index import Clashes
from eventkit.domain.clashes.rules import Ground
from eventkit.domain.programme import Programme, Session
from eventkit.domain.scheduling import pushed
from eventkit.ui.forms import Ask
from eventkit.ui.parts import label

MOST, USUAL, LISTED = 240, 10, 5


class PushRest(Ask):
    """Asks for minutes and shows which sessions move where and how many clashes there would be."""

    pushed = Signal(object)

    def __init__(self, parent: QWidget, programme: Programme, first: Session, ground: Ground) -> None:
        super().__init__(
            parent,
            self.tr("Push the rest"),
            self.tr("Push"),
            hint=self.tr("From “{title}” on").format(title=first.title),
        )
        self._programme, self._first, self._ground = programme, first, ground
        self.minutes = QSpinBox()
        self.minutes.setRange(-MOST, MOST)
        self.minutes.setSingleStep(5)
        self.minutes.setValue(USUAL)
        self.minutes.setSuffix(self.tr(" min"))
        self.minutes.valueChanged.connect(self._show)
        self.add_field(self.tr("Later by (less than 0 is earlier)"), self.minutes)
        self.preview = label(wrap=True)
        self.preview.setAccessibleName(self.tr("What comes of it"))
        self.column.addWidget(self.preview)
        self._show()

    def moved(self) -> Sequence[Session]:
        """The sessions as they would be."""
        return pushed(self._programme, self._first, self.minutes.value())

    def act(self) -> None:
        """Do it."""
        self.pushed.emit(self.moved())
        self.accept()

    def _show(self) -> None:
        moved = self.moved()
        lines = [self.tr("%n session(s) move:", "", len(moved))]
        for session in moved[:LISTED]:
            old = self._programme.session[session.id]
            lines.append(f"{old.start:%H:%M} → {session.start:%H:%M}  {session.title}")
        if len(moved) > LISTED:
            lines.append(self.tr("and %n more", "", len(moved) - LISTED))
        clashes = Clashes(replace(self._ground, programme=self._programme))
        before = sum(one.serious for one in clashes.all)
        clashes.change(moved)
        after = sum(one.serious for one in clashes.all)
        lines.append(self.tr("Clashes: {before} now, {after} then").format(before=before, after=after))
        self.preview.setText("\n".join(lines))
