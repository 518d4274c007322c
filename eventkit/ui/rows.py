"""Rows: one record and one model for lists of kits, events, steps, hits and findings alike."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from eventkit.ui.diff import follow

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What a line shows.

    `key` says which line it is after a change; `leaf` is a month and a day, as on a calendar; `trail` stands large at
    the end with `trail_note` below; `tone` colours the trail: accent, muted, good, warn or bad. A `heading` stands
    between rows and can't be chosen, `large` where it heads a part of a page; `dim` is past or taken back; a `whole`
    one is wrapped and never cut; a `card` stands by itself with its tone along its leading edge; `dot` is a colour;
    `data` is what the row is about.
    """

    key: Hashable
    title: str
    meta: str = ""
    trail: str = ""
    trail_note: str = ""
    tone: str = ""
    drawing: str = ""
    leaf: tuple[str, str] | None = None
    heading: bool = False
    large: bool = False
    whole: bool = False
    card: bool = False
    dim: bool = False
    dot: str = ""
    data: Any = None

    @property
    def sentence(self) -> str:
        """All of it, for a screen reader."""
        parts = (self.title, self.meta, f"{self.trail} {self.trail_note}".strip())
        return ", ".join(filter(None, parts))


class RowsModel(QAbstractListModel):
    """The rows; a change keeps selection and place because only what differs is told."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def show(self, rows: Sequence[Row]) -> None:
        """Show these rows in place of the old ones."""
        follow(self, self._rows, rows, lambda row: row.key)
        changed = [number for number, row in enumerate(rows) if self._rows[number] != row]
        self._rows = list(rows)
        if changed:
            self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))

    def row(self, index: Index) -> Row:
        """The row at an index."""
        return self._rows[index.row()]

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows."""
        return tuple(self._rows)

    def rowCount(self, parent: Index | None = None) -> int:
        """How many there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The title; the whole sentence for a screen reader and the tooltip."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return row.sentence
        return row if role == ROW else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings can't be chosen."""
        if not index.isValid() or self._rows[index.row()].heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
