"""When rooms are open, and how long they need between two sessions; what clashes are measured by."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSpinBox, QWidget

from eventkit.domain.errors import EventKitError
from eventkit.domain.history import Label
from eventkit.domain.programme import Programme, Room
from eventkit.services.scheduling import set_changeover, set_room_hours
from eventkit.ui.desk import Desk
from eventkit.ui.forms import Ask
from eventkit.ui.parts import GRID, label
from eventkit.ui.programme.words import clock_minutes

LONGEST = 120


class RoomHours(Ask):
    """Two times a room, empty where nobody said; each is kept when it is left."""

    def __init__(self, parent: QWidget, desk: Desk, programme: Programme) -> None:
        super().__init__(parent, self.tr("Hours of the rooms"), self.tr("Done"))
        self._desk, self._programme = desk, programme
        self.changeover = QSpinBox()
        self.changeover.setRange(0, LONGEST)
        self.changeover.setSuffix(self.tr(" min"))
        self.changeover.setValue(programme.event.changeover)
        self.changeover.editingFinished.connect(self._keep_changeover)
        self.add_field(self.tr("Needed in a room between two sessions"), self.changeover)
        self.lines: dict[int, tuple[QLineEdit, QLineEdit]] = {}
        for room in programme.rooms:
            self._add_room(room)

    def _add_room(self, room: Room) -> None:
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * GRID)
        lines = (QLineEdit(_told(room.opens)), QLineEdit(_told(room.closes)))
        names = (self.tr("{room} opens"), self.tr("{room} closes"))
        for line, name, word in zip(lines, names, (self.tr("from"), self.tr("to")), strict=True):
            line.setAccessibleName(name.format(room=room.name))
            line.setPlaceholderText("00:00")
            line.editingFinished.connect(lambda key=room.id: self._keep_hours(key))
            row.addWidget(label(word, kind="muted"))
            row.addWidget(line)
        self.lines[room.id] = lines
        self.add_field(room.name, both)

    def _keep_hours(self, room_id: int) -> None:
        opens, closes = (line.text().strip() for line in self.lines[room_id])
        if any(text and clock_minutes(text) is None for text in (opens, closes)):
            self.refuse(self.tr("Write a time as 18:30."))
        else:
            self._keep("set_room_hours", set_room_hours, room_id, opens=_minutes(opens), closes=_minutes(closes))

    def _keep_changeover(self) -> None:
        self._keep("set_changeover", set_changeover, self._programme.event.id, self.changeover.value())

    def _keep(self, verb: str, operation: Callable[..., Any], *args: Any, **values: Any) -> None:
        try:
            _, change = self._desk.open_kit.write(Label(verb, self._programme.event.title), operation, *args, **values)
        except EventKitError as error:
            self.refuse(self._desk.say_error(error))
        else:
            self.problem.hide()
            self._desk.tell(change)


def _minutes(text: str) -> int | None:
    return clock_minutes(text) if text else None


def _told(minutes: int | None) -> str:
    return "" if minutes is None else f"{minutes // 60:02d}:{minutes % 60:02d}"
