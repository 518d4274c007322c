"""Paints the cells of long lists of records."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from eventkit.ui.fonts import BOLD, REGULAR, font
from eventkit.ui.sides import sides
from eventkit.ui.theme import Theme

PAD = 12


class RecordPainter(QStyledItemDelegate):
    """Text cut with an ellipsis where it has no room; the column `strong` stands out."""

    def __init__(self, theme: Theme, parent: QWidget, *, strong: int) -> None:
        super().__init__(parent)
        self._theme, self._strong = theme, strong

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Rows are all of one height."""
        del index
        return QSize(option.rect.width(), self._theme.row)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The whole cell."""
        told = self._theme.tokens
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        strong = index.column() == self._strong
        painter.save()
        if chosen:
            painter.fillRect(option.rect, told.color("selection"))
        line = QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1)
        painter.fillRect(line, told.color("hairline"))
        face = font(1.0 if strong else 0.95, BOLD if strong else REGULAR, tabular=True)
        rect = option.rect.adjusted(PAD, 0, -PAD // 2, 0)
        painter.setFont(face)
        painter.setPen(QColor(told["selected_text" if chosen else "text" if strong else "muted"]))
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        cut = QFontMetrics(face).elidedText(str(index.data() or ""), Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, sides(option.direction)[0], cut)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(told.color("selected_text" if chosen and told.line > 1 else "focus"), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -2))
        painter.restore()
