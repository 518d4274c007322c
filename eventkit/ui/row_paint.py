"""Paints a row: a calendar leaf or a drawing, title, what is known of it, and a word or a number at the end."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from eventkit.ui.fonts import BOLD, font
from eventkit.ui.icons import SIZE, draw
from eventkit.ui.rows import ROW, Row
from eventkit.ui.sides import sides
from eventkit.ui.theme import Theme

PAD, GAP, CARD_GAP = 12, 2, 4
WRAP = Qt.TextFlag.TextWordWrap
LEAF = QSize(48, 52)


class RowPainter(QStyledItemDelegate):
    """The look of all lists; everything mirrors in right-to-left windows."""

    def __init__(self, theme: Theme, parent: QWidget, *, pad: int = PAD) -> None:
        super().__init__(parent)
        self._theme, self._pad = theme, pad

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """By what the row holds, and by the list's width where a row is shown whole."""
        row: Row = index.data(ROW)
        spare = self._theme.row - 28
        if row.heading:
            return QSize(option.rect.width(), (44 if row.large else 40) if index.row() else 32)
        if row.leaf:
            return QSize(option.rect.width(), LEAF.height() + 16 + spare)
        view = self.parent()
        wide = view.viewport().width() if row.whole and isinstance(view, QAbstractItemView) else option.rect.width()
        left, right = self._inner(row, QRect(0, 0, wide, 0))
        lines = _height(_texts(row), right - left, whole=row.whole)
        return QSize(option.rect.width(), max(self._theme.row, lines + 10 + spare + (2 * CARD_GAP if row.card else 0)))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The whole row."""
        row: Row = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self._start, self._end = sides(option.direction)
        if row.heading:
            self._heading(painter, option.rect, row)
        else:
            self._row(painter, option, row)
        painter.restore()

    def _heading(self, painter: QPainter, rect: QRect, row: Row) -> None:
        painter.setPen(self._theme.tokens.color("text" if row.large else "muted"))
        painter.setFont(font(1.15 if row.large else 0.85, BOLD))
        pad = 2 if row.large else self._pad
        painter.drawText(
            rect.adjusted(pad, 0, -pad, -6),
            self._start & ~Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignBottom,
            row.title,
        )

    def _row(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        told = self._theme.tokens
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        ink = told["selected_text"] if chosen else told["text"]
        quiet = ink if chosen and told["selection"] == told["border"] else told["muted"]
        if row.card:
            self._card(painter, option, row)
        self._ground(painter, option.rect, row, state, chosen=chosen)
        rect = option.rect

        def flip(part: QRect) -> QRect:
            return QStyle.visualRect(option.direction, rect, part)

        left, right = self._inner(row, rect)
        words = QRect(left, rect.top(), right - left, rect.height())
        start, middle = rect.left() + self._pad, rect.center().y()
        if row.whole:
            middle = _top(words, _texts(row), whole=True) + QFontMetrics(font()).height() // 2
        if row.leaf:
            self._leaf(painter, flip(QRect(start, middle - LEAF.height() // 2, LEAF.width(), LEAF.height())), row)
        elif row.drawing:
            place = flip(QRect(start, middle - SIZE // 2 + 1, SIZE, SIZE))
            draw(painter, row.drawing, told[row.tone] if row.tone and not chosen else quiet, QRectF(place))
        elif row.dot:
            painter.setBrush(QColor(row.dot))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(flip(QRect(start, middle - 4, 10, 10)), 3, 3)
        end = QRect(right + PAD, rect.top(), rect.right() - self._pad - right - PAD, rect.height())
        self._trail(painter, flip(end), row, quiet)
        inks = (quiet if row.dim else ink, quiet)
        _draw(painter, flip(words), list(zip(_texts(row), inks, strict=False)), self._start, whole=row.whole)

    def _card(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        """The surface of a card, and the colour of its tone along its leading edge."""
        told = self._theme.tokens
        frame = QRectF(option.rect).adjusted(1.5, CARD_GAP + 0.5, -1.5, -CARD_GAP - 0.5)
        painter.setPen(QPen(told.color("hairline"), told.line))
        painter.setBrush(told.color("surface"))
        painter.drawRoundedRect(frame, 10, 10)
        bar = QStyle.visualRect(
            option.direction, option.rect, QRect(option.rect.topLeft(), QSize(6, option.rect.height()))
        )
        painter.save()
        painter.setClipRect(bar)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(told.color(row.tone or "border"))
        painter.drawRoundedRect(frame, 10, 10)
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRect, row: Row, state: QStyle.StateFlag, *, chosen: bool) -> None:
        told = self._theme.tokens
        inset = (5, CARD_GAP + 1) if row.card else (1, 1)
        ground = QRectF(rect).adjusted(inset[0], inset[1], -inset[0], -inset[1])
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen if chosen else QPen(told.color("hover"), 1))
            painter.setBrush(told.color("selection" if chosen else "hover"))
            painter.drawRoundedRect(ground, 6, 6)
        focused = state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_Active
        if focused:
            painter.setPen(QPen(told.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ground.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _leaf(self, painter: QPainter, rect: QRect, row: Row) -> None:
        told = self._theme.tokens
        month, day = row.leaf or ("", "")
        frame = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(told.color("border" if row.dim else "accent"), told.line))
        painter.setBrush(told.color("surface"))
        painter.drawRoundedRect(frame, 6, 6)
        band = QRect(rect.left(), rect.top(), rect.width(), 18)
        painter.save()
        painter.setClipRect(band)
        painter.setBrush(told.color("surface" if row.dim else "accent"))
        painter.drawRoundedRect(frame, 6, 6)
        painter.restore()
        painter.setPen(told.color("muted" if row.dim else "on_accent"))
        painter.setFont(font(0.75, BOLD))
        painter.drawText(band, Qt.AlignmentFlag.AlignCenter, month)
        painter.setPen(told.color("muted" if row.dim else "text"))
        painter.setFont(font(1.5, BOLD, tabular=True))
        painter.drawText(rect.adjusted(0, 17, 0, 0), Qt.AlignmentFlag.AlignCenter, day)

    def _inner(self, row: Row, rect: QRect) -> tuple[int, int]:
        """Where the words of a row begin and end, read from left to right."""
        left, right = rect.left() + self._pad, rect.right() - self._pad
        if row.leaf:
            left += LEAF.width() + 16
        elif row.drawing:
            left += SIZE + PAD
        elif row.dot:
            left += 20
        wide = max(QFontMetrics(face).horizontalAdvance(text) for text, face in _trail_texts(row))
        return left, right - (min(wide + 4, rect.width() // 2) + PAD if wide else 0)

    def _trail(self, painter: QPainter, rect: QRect, row: Row, quiet: str) -> None:
        """What stands at the end: a large word, a small one below."""
        told = self._theme.tokens
        ink = quiet if row.dim or not row.tone or quiet == told["selected_text"] else told[row.tone]
        lines = zip(_trail_texts(row), (ink, quiet), strict=True)
        _draw(painter, rect, [((text, face), color) for (text, face), color in lines if text], self._end)


Text = tuple[str, QFont]


def _texts(row: Row) -> list[Text]:
    """The title, and what is known of it."""
    title = (row.title, font(1.15 if row.leaf else 1.0, BOLD if row.meta else 400))
    return [title, (row.meta, font(0.9))] if row.meta else [title]


def _trail_texts(row: Row) -> list[Text]:
    return [(row.trail, font(1.5 if row.leaf else 0.9, BOLD, tabular=True)), (row.trail_note, font(0.85))]


def _height(texts: list[Text], width: int, *, whole: bool) -> int:
    """How tall texts stand below each other: one line each, or wrapped."""
    return sum(_tall(text, width, whole=whole) for text in texts) + GAP * (len(texts) - 1)


def _tall(text: Text, width: int, *, whole: bool) -> int:
    metrics = QFontMetrics(text[1])
    return metrics.boundingRect(0, 0, width, 9999, WRAP, text[0]).height() if whole else metrics.height()


def _top(rect: QRect, texts: list[Text], *, whole: bool) -> int:
    """Where texts begin that stand in the middle of a place."""
    return rect.center().y() - _height(texts, rect.width(), whole=whole) // 2


def _draw(
    painter: QPainter, rect: QRect, lines: list[tuple[Text, str]], align: Qt.AlignmentFlag, *, whole: bool = False
) -> None:
    """Texts below each other, in the middle of a place: wrapped, or each cut with an ellipsis where it has no room."""
    top = _top(rect, [text for text, _ in lines], whole=whole)
    for (text, face), ink in lines:
        tall = _tall((text, face), rect.width(), whole=whole)
        painter.setFont(face)
        painter.setPen(QColor(ink))
        told = text if whole else QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(QRect(rect.left(), top, rect.width(), tall), align | WRAP if whole else align, told)
        top += tall + GAP
