"""Long lists of records as tables: ids first, pages of records when they are looked at, sorted where they are kept."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from eventkit.formats.table import write_table
from eventkit.ui.diff import follow
from eventkit.ui.fonts import BOLD, font
from eventkit.ui.record_paint import RecordPainter
from eventkit.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
PAGE, PAGES = 128, 32


class RecordsModel(QAbstractTableModel):
    """The ids of a list and the pages of it that were looked at last.

    `fetch` answers the records of some ids, in their order. A list says what its columns are (`headings`) and what a
    cell says (`text`).
    """

    def __init__(self, fetch: Callable[[Sequence[int]], Sequence[Any]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._pages: OrderedDict[int, Sequence[Any]] = OrderedDict()
        self.ids: list[int] = []

    def headings(self) -> tuple[str, ...]:
        """What the columns tell."""
        raise NotImplementedError

    def text(self, record: Any, column: int) -> str:
        """What a cell says."""
        raise NotImplementedError

    def show(self, ids: Sequence[int]) -> None:
        """Show these records; what stays keeps its selection."""
        self._pages.clear()
        follow(self, self.ids, ids, lambda one: one, self._pages.clear)
        if self.ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.ids) - 1, self.columnCount() - 1))

    def record(self, row: int) -> Any:
        """The record in a row; None for one that has just gone."""
        number, place = divmod(row, PAGE)
        if number not in self._pages:
            wanted = self.ids[number * PAGE : (number + 1) * PAGE]
            found = {record.id: record for record in self._fetch(wanted)}
            self._pages[number] = [found.get(key) for key in wanted]
            while len(self._pages) > PAGES:
                self._pages.popitem(last=False)
        self._pages.move_to_end(number)
        return self._pages[number][place]

    def rowCount(self, parent: Index | None = None) -> int:
        """How many records there are."""
        return 0 if parent is not None and parent.isValid() else len(self.ids)

    def columnCount(self, parent: Index | None = None) -> int:
        """What is told of each."""
        return 0 if parent is not None and parent.isValid() else len(self.headings())

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text of a cell; whole in its tooltip."""
        shown = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
        if not index.isValid() or role not in shown:
            return None
        record = self.record(index.row())
        return "" if record is None else self.text(record, index.column())

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a column tells."""
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1) if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        return self.headings()[section] if role == Qt.ItemDataRole.DisplayRole else None


class RecordsTable(QTableView):
    """The list itself: several rows can be chosen; Enter or double click opens one, Delete deletes, Ctrl+C copies.

    `opened` carries an id, `delete_wanted` ids, `sorted` the column and whether it goes down; `marked` ids, by Space;
    `pasted` what was in the clipboard; `selected` tells that other rows are chosen.
    """

    opened = Signal(int)
    delete_wanted = Signal(object)
    marked = Signal(object)
    pasted = Signal(str)
    sorted = Signal(int, bool)
    selected = Signal()

    def __init__(self, theme: Theme, name: str, model: RecordsModel, *, stretch: int = 0) -> None:
        super().__init__()
        self._theme, self.records, self._stretch = theme, model, stretch
        model.setParent(self)
        self.setModel(model)
        self.setItemDelegate(RecordPainter(theme, self, strong=stretch))
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setFont(font(0.9, BOLD))
        head.setHighlightSections(False)
        head.setSectionsClickable(True)
        head.setSortIndicatorShown(True)
        head.setSortIndicator(stretch, Qt.SortOrder.AscendingOrder)
        head.setMinimumSectionSize(40)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)
        head.sortIndicatorChanged.connect(self._sort)
        self.doubleClicked.connect(lambda index: self.opened.emit(model.ids[index.row()]))
        self.selectionModel().selectionChanged.connect(self._tell_selected)
        theme.changed.connect(self._dress)
        self._dress()

    def show_ids(self, ids: Sequence[int]) -> None:
        """Show these records; what was chosen stays so in another order too."""
        chosen, current = self.selected_ids(), self.currentIndex()
        at = self.records.ids[current.row()] if current.isValid() else None
        self.records.show(ids)
        if chosen == self.selected_ids() or len(chosen) > PAGE:
            return
        rows = {key: row for row, key in enumerate(self.records.ids)}
        flags, last = QItemSelectionModel.SelectionFlag, self.records.columnCount() - 1
        left = QItemSelection()
        for key in chosen:
            if key in rows:
                left.select(self.records.index(rows[key], 0), self.records.index(rows[key], last))
        self.selectionModel().select(left, flags.ClearAndSelect)
        if at in rows:
            self.selectionModel().setCurrentIndex(self.records.index(rows[at], self._stretch), flags.NoUpdate)

    def selected_ids(self) -> list[int]:
        """The records that are chosen, in the order of the list."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.records.ids[row] for row in rows]

    def choose(self, record_id: int) -> bool:
        """Make a record current and the only one chosen; False when it is not in the list."""
        if record_id not in self.records.ids:
            return False
        flags = QItemSelectionModel.SelectionFlag
        index = self.records.index(self.records.ids.index(record_id), self._stretch)
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)
        return True

    def sort_by(self, column: int) -> None:
        """Sort by a column, or the other way round where it is sorted by it already."""
        head = self.horizontalHeader()
        orders = Qt.SortOrder
        down = head.sortIndicatorSection() == column and head.sortIndicatorOrder() == orders.AscendingOrder
        head.setSortIndicator(column, orders.DescendingOrder if down else orders.AscendingOrder)

    def copy(self) -> None:
        """Put the chosen rows into the clipboard, as spreadsheets take them."""
        shown = [column for column in range(self.records.columnCount()) if not self.isColumnHidden(column)]
        headings = self.records.headings()
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        told = [[self.records.text(self.records.record(row), column) for column in shown] for row in rows]
        text = write_table([[headings[column] for column in shown], *told], separator="\t")
        QGuiApplication.clipboard().setText(text)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard finds a row to begin with."""
        if not self.currentIndex().isValid() and self.records.ids:
            self.selectionModel().setCurrentIndex(
                self.records.index(0, self._stretch), QItemSelectionModel.SelectionFlag.NoUpdate
            )
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What can be done to the chosen rows by one key."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit(QGuiApplication.clipboard().text())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.records.ids[self.currentIndex().row()])
        elif event.key() == Qt.Key.Key_Delete and self.selected_ids():
            self.delete_wanted.emit(self.selected_ids())
        elif event.key() == Qt.Key.Key_Space and self._at_hand():
            self.marked.emit(self._at_hand())
        else:
            super().keyPressEvent(event)

    def _at_hand(self) -> list[int]:
        """What is chosen, else the current row."""
        current = self.currentIndex()
        return self.selected_ids() or ([self.records.ids[current.row()]] if current.isValid() else [])

    def _tell_selected(self) -> None:
        self.selected.emit()

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        self.sorted.emit(column, order == Qt.SortOrder.DescendingOrder)

    def _dress(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.row)
        self.viewport().update()
