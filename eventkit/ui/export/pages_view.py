"""The real pages of a document side by side, as pictures made by the worker."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from eventkit.ui.fonts import font
from eventkit.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
TALL, GAP, CAPTION = 200, 12, 22
DOTS = 2
"""Pixels of a picture for each pixel of the window, so that it stays sharp on fine screens."""


class PagesModel(QAbstractListModel):
    """Pages with the name of their document."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: list[tuple[str, QPixmap]] = []

    def show(self, pages: Sequence[tuple[str, QPixmap]]) -> None:
        """Show these pages, each with its name."""
        self.beginResetModel()
        self._pages = list(pages)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many pages there are."""
        return 0 if parent is not None and parent.isValid() else len(self._pages)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Name and picture."""
        if not index.isValid():
            return None
        name, picture = self._pages[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return name
        return picture if role == Qt.ItemDataRole.UserRole else None


class PagePainter(QStyledItemDelegate):
    """A page as it is, white on any palette, with its name below."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All pages are of one height."""
        del option
        picture: QPixmap = index.data(Qt.ItemDataRole.UserRole)
        return QSize(_width(picture) + GAP, TALL + CAPTION + 8)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Picture, border, name."""
        told, picture = self._theme.tokens, index.data(Qt.ItemDataRole.UserRole)
        place = QRect(option.rect.left() + 4, option.rect.top() + 4, _width(picture), TALL)
        place = QStyle.visualRect(option.direction, option.rect, place)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(place, picture)
        focused = option.state & QStyle.StateFlag.State_HasFocus
        painter.setPen(QPen(told.color("focus" if focused else "border"), 2 if focused else 1))
        painter.drawRect(place.adjusted(-1, -1, 0, 0))
        painter.setFont(font(0.85))
        painter.setPen(told.color("muted"))
        below = QRect(place.left(), place.bottom() + 4, place.width(), CAPTION - 4)
        cut = QFontMetrics(font(0.85)).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, below.width())
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, cut)
        painter.restore()


class PagesView(QListView):
    """A strip of pages; arrow keys walk along it."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.pages = PagesModel(self)
        self.setModel(self.pages)
        self.setItemDelegate(PagePainter(theme, self))
        self.setAccessibleName(name)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(TALL + CAPTION + 12)
        theme.changed.connect(self.viewport().update)


def _width(picture: QPixmap) -> int:
    return round(TALL * picture.width() / max(1, picture.height()))
