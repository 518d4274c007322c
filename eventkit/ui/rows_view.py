"""The view of rows: a list to walk through by mouse and keyboard."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from eventkit.ui.row_paint import RowPainter
from eventkit.ui.rows import Row, RowsModel
from eventkit.ui.theme import Theme

NARROW_PAD = 6
"""Rows that are only read stand in line with what is around them."""


class RowsView(QListView):
    """Rows to walk through; where they are `choosable`, a click, Enter or Space chooses one.

    An `unrolled` list is as high as its rows, for a page that scrolls as one.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, name: str, *, choosable: bool = True, unrolled: bool = False) -> None:
        super().__init__()
        self.rows = RowsModel(self)
        self._choosable, self._unrolled = choosable, unrolled
        self.setModel(self.rows)
        self.setItemDelegate(RowPainter(theme, self) if choosable else RowPainter(theme, self, pad=NARROW_PAD))
        self.setAccessibleName(name)
        modes = QAbstractItemView.SelectionMode
        self.setSelectionMode(modes.SingleSelection if choosable else modes.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.viewport().setAutoFillBackground(False)
        theme.changed.connect(self._fit)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows."""
        self.rows.show(rows)
        self._fit()
        self.updateGeometry()
        if self.hasFocus() and not self.currentIndex().isValid():
            self.setCurrentIndex(self.first())

    def first(self) -> QModelIndex:
        """The first row that can be chosen."""
        numbers = (number for number, row in enumerate(self.rows.rows) if not row.heading)
        return self.rows.index(next(numbers, -1))

    def whole_height(self) -> int:
        """The height that shows all rows."""
        return sum(self.sizeHintForRow(number) for number in range(self.rows.rowCount())) + 2 * self.frameWidth() + 4

    def sizeHint(self) -> QSize:
        """As high as its rows, within reason."""
        return QSize(super().sizeHint().width(), min(self.whole_height(), 2000))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard finds a row to begin with."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.first())
        super().focusInEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click chooses."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self._choose(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space choose."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.currentIndex().isValid():
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """What can be chosen shows a hand."""
        super().mouseMoveEvent(event)
        over = self.indexAt(event.position().toPoint())
        hand = self._choosable and over.isValid() and not self.rows.row(over).heading
        shape = Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def viewportEvent(self, event: QEvent) -> bool:
        """A new width sets the rows' heights anew."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().viewportEvent(event)

    def _fit(self) -> None:
        self.scheduleDelayedItemsLayout()
        if self._unrolled and self.height() != self.whole_height():
            self.setFixedHeight(self.whole_height())

    def _choose(self, index: QModelIndex) -> None:
        if self._choosable and not self.rows.row(index).heading:
            self.chosen.emit(self.rows.row(index).data)
