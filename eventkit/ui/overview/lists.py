"""The rooms and the tracks of an event: each a line of fields, in the organizer's order."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from eventkit.domain.history import Label
from eventkit.domain.programme import Programme, Room, Track
from eventkit.formats.pdf.theme import contrast
from eventkit.services.rooms import (
    add_room,
    add_track,
    delete_room,
    delete_track,
    edit_room,
    edit_track,
    order_rooms,
    order_tracks,
)
from eventkit.ui.desk import Desk
from eventkit.ui.fields import CheckField, Choice, Field, Line, NumberField, TextField
from eventkit.ui.fonts import BOLD
from eventkit.ui.parts import GRID, button, label
from eventkit.ui.theme import Theme

READABLE = 4.5
"""The contrast that words on a track's colour need."""


class ItemList(QWidget):
    """Lines of one kind; a line is made once and filled anew after each change."""

    def __init__(self, desk: Desk, adding: str) -> None:
        super().__init__()
        self.desk = desk
        self.event_id = 0
        self.event_title = ""
        self.lines: dict[int, ItemLine] = {}
        self.adding = button(adding, drawing="plus")
        self.adding.clicked.connect(self._add)
        self._column = QVBoxLayout()
        self._column.setSpacing(3 * GRID)
        foot = QHBoxLayout()
        foot.addWidget(self.adding)
        foot.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(3 * GRID)
        whole.addLayout(self._column)
        whole.addLayout(foot)

    @abstractmethod
    def items(self, told: Programme) -> Sequence[Room | Track]:
        """What it lists."""

    @abstractmethod
    def line(self, item_id: int) -> "ItemLine":
        """A new line."""

    @abstractmethod
    def add(self) -> None:
        """One more, under a name to be changed."""

    @abstractmethod
    def order(self, ids: Sequence[int]) -> None:
        """Put them into this order."""

    def show_programme(self, told: Programme) -> None:
        """Show an event's items."""
        self.event_id, self.event_title = told.event.id, told.event.title
        items = self.items(told)
        for gone in self.lines.keys() - {item.id for item in items}:
            old = self.lines.pop(gone)
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        for number, item in enumerate(items):
            if item.id not in self.lines:
                self.lines[item.id] = self.line(item.id)
            line = self.lines[item.id]
            if self._column.indexOf(line) != number:
                self._column.insertWidget(number, line)
                line.show()
            line.show_item(item)
            line.up.setEnabled(number > 0)
            line.down.setEnabled(number < len(items) - 1)

    def shift(self, item_id: int, step: int) -> None:
        """One place up (-1) or down (1)."""
        ids = sorted(self.lines, key=lambda key: self._column.indexOf(self.lines[key]))
        at = ids.index(item_id)
        ids.insert(at + step, ids.pop(at))
        self.order(ids)
        line = self.lines[item_id]
        wanted, other = (line.up, line.down) if step < 0 else (line.down, line.up)
        (wanted if wanted.isEnabled() else other).setFocus()

    def _add(self) -> None:
        before = set(self.lines)
        self.add()
        for new in self.lines.keys() - before:
            self.lines[new].name.edit.setFocus()
            self.lines[new].name.edit.selectAll()


class ItemLine(QWidget):
    """A name, what else there is to say, and the buttons to move and to delete."""

    name: TextField

    def lay_out(self, *parts: QWidget, move: Callable[[int], object], delete: Callable[..., object]) -> None:
        """Put the name, the parts and the buttons beside each other."""
        self.up = button("", kind="flat", name=self.tr("Move up"), drawing="up")
        self.down = button("", kind="flat", name=self.tr("Move down"), drawing="down")
        self.delete = button("", kind="flat", name=self.tr("Delete"), drawing="delete")
        self.up.clicked.connect(lambda: move(-1))
        self.down.clicked.connect(lambda: move(1))
        self.delete.clicked.connect(delete)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        for part in (self.name, *parts, self.up, self.down, self.delete):
            holder = QVBoxLayout()
            holder.setContentsMargins(0, 0, 0, 0)
            holder.setSpacing(0)
            if not isinstance(part, Field):
                holder.addSpacing(label("x", weight=BOLD).sizeHint().height() + GRID)
            holder.addWidget(part)
            holder.addStretch(1)
            row.addLayout(holder, int(part is self.name))

    def show_item(self, item: Any) -> None:
        """Fill the fields; each button says whose it is."""
        self.name.show_value(item.name)
        for press, form in (
            (self.up, self.tr("Move {name} up")),
            (self.down, self.tr("Move {name} down")),
            (self.delete, self.tr("Delete {name}")),
        ):
            press.setAccessibleName(form.format(name=item.name))
            press.setToolTip(form.format(name=item.name))


class RoomList(ItemList):
    """The rooms of an event."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, self.tr("Add a room"))

    def items(self, told: Programme) -> Sequence[Room]:
        """Its rooms."""
        return told.rooms

    def line(self, item_id: int) -> ItemLine:
        """Name, seats, walls."""
        return RoomLine(self, item_id)

    def add(self) -> None:
        """A room of the event's venue."""
        name = self.tr("New room")
        self.desk.edit(Label("add_room", name), add_room, self.event_id, name=name)

    def order(self, ids: Sequence[int]) -> None:
        """Put the rooms into this order."""
        self.desk.edit(Label("order_rooms", self.event_title), order_rooms, self.event_id, ids)


class RoomLine(ItemLine):
    """One room."""

    def __init__(self, of: RoomList, room_id: int) -> None:
        super().__init__()
        self._of, self._id, self._room = of, room_id, ""
        self.name = TextField(self.tr("Room"), lambda value: self._keep(name=value))
        self.capacity = NumberField(self.tr("Seats"), lambda value: self._keep(capacity=value))
        self.capacity.setFixedWidth(72)
        self.virtual = CheckField(self.tr("Online"), lambda value: self._keep(virtual=value))
        self.lay_out(self.capacity, self.virtual, move=lambda step: of.shift(room_id, step), delete=self._delete)

    def show_item(self, item: Room) -> None:
        """Fill the fields."""
        super().show_item(item)
        self._room = item.name
        self.capacity.show_value(item.capacity)
        self.virtual.show_value(item.virtual)

    def _keep(self, **fields: Any) -> str:
        return self._of.desk.edit(Label("edit_room", self._room), edit_room, self._id, **fields)

    def _delete(self) -> None:
        self._of.adding.setFocus()
        self._of.desk.edit(Label("delete_room", self._room), delete_room, self._id)


class TrackList(ItemList):
    """The tracks of an event; `theme` has the colours that are offered."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, self.tr("Add a track"))
        self.theme = theme

    def items(self, told: Programme) -> Sequence[Track]:
        """Its tracks."""
        return told.tracks

    def line(self, item_id: int) -> ItemLine:
        """Name and colour."""
        return TrackLine(self, item_id)

    def add(self) -> None:
        """A track in the next colour."""
        name = self.tr("New track")
        colors = self.theme.tokens.tracks
        color = colors[len(self.lines) % len(colors)]
        self.desk.edit(Label("add_track", name), add_track, self.event_id, name=name, color=color)

    def order(self, ids: Sequence[int]) -> None:
        """Put the tracks into this order."""
        self.desk.edit(Label("order_tracks", self.event_title), order_tracks, self.event_id, ids)


class TrackLine(ItemLine):
    """One track."""

    def __init__(self, of: TrackList, track_id: int) -> None:
        super().__init__()
        self._of, self._id, self._track = of, track_id, ""
        self.name = TextField(self.tr("Track"), lambda value: self._keep(name=value))
        self.color = ColorField(self.tr("Colour"), of.theme, lambda value: self._keep(color=value))
        self.lay_out(self.color, move=lambda step: of.shift(track_id, step), delete=self._delete)

    def show_item(self, item: Track) -> None:
        """Fill the fields."""
        super().show_item(item)
        self._track = item.name
        self.color.show_value(item.color)

    def _keep(self, **fields: Any) -> str:
        return self._of.desk.edit(Label("edit_track", self._track), edit_track, self._id, **fields)

    def _delete(self) -> None:
        self._of.adding.setFocus()
        self._of.desk.edit(Label("delete_track", self._track), delete_track, self._id)


class ColorField(Field):
    """A colour from the theme or of one's own as #rrggbb, and how well words can be read on it."""

    def __init__(self, title: str, theme: Theme, save: Callable[[str], str]) -> None:
        self.box, self._theme = Choice(), theme
        self.box.setEditable(True)
        self.box.setLineEdit(Line())
        self.box.setInsertPolicy(Choice.InsertPolicy.NoInsert)
        self.box.setFixedWidth(136)
        super().__init__(title, self.box, save)
        for color in theme.tokens.tracks:
            self.box.addItem(_swatch(color), color, color)
        self.told = label(kind="muted", size=0.85)
        self.column.addWidget(self.told)
        self.box.activated.connect(self.settle)
        inside = self.box.lineEdit()
        if inside is not None:
            inside.editingFinished.connect(self.settle)

    def value(self) -> str:
        """The colour as it is written."""
        return self.box.currentText().strip()

    def put(self, value: str) -> None:
        """Show a colour, and the contrast of words on it."""
        if self.box.findData(value) < 0:
            self.box.addItem(_swatch(value) if value else QIcon(), value, value)
        self.box.setCurrentIndex(self.box.findData(value))
        ratio = contrast(value, self._theme.tokens.on_track) if value else 0.0
        form = self.tr("contrast {ratio}") if ratio >= READABLE else self.tr("contrast {ratio}, hard to read")
        self.told.setText(form.format(ratio=f"{ratio:.1f}") if value else "")


def _swatch(color: str) -> QIcon:
    pixmap = QPixmap(16, 16)
    pixmap.fill(QColor(color))
    return QIcon(pixmap)
