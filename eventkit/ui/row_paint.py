"""Paints a row: a calendar leaf or a drawing, title, what is known of it, and a word or a number at the end."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from eventkit.ui.fonts import BOLD, font
from eventkit.ui.icons import SIZE, draw
from eventkit.ui.rows import ROW, Row
from eventkit.ui.sides import sides
from eventkit.ui.theme import Theme

PAD, GAP = 12, 2
LEAF = QSize(48, 52)


class RowPainter(QStyledItemDelegate):
    """The look of all lists; everything mirrors in right-to-left windows."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """By what the row holds."""
        row: Row = index.data(ROW)
        spare = self._theme.row - 28
        if row.heading:
            return QSize(option.rect.width(), 40 if index.row() else 32)
        if row.leaf:
            return QSize(option.rect.width(), LEAF.height() + 16 + spare)
        lines = QFontMetrics(font()).height() + (QFontMetrics(font(0.9)).height() + GAP if row.meta else 0)
        return QSize(option.rect.width(), max(self._theme.row, lines + 10 + spare))

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
        painter.setPen(self._theme.tokens.color("muted"))
        painter.setFont(font(0.85, BOLD))
        painter.drawText(
            rect.adjusted(PAD, 0, -PAD, -6),
            self._start & ~Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignBottom,
            row.title,
        )

    def _row(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        told = self._theme.tokens
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        ink = told["selected_text"] if chosen else told["text"]
        quiet = ink if chosen and told["selection"] == told["border"] else told["muted"]
        self._ground(painter, option.rect, state, chosen=chosen)
        rect = option.rect.adjusted(PAD, 0, -PAD, 0)

        def flip(part: QRect) -> QRect:
            return QStyle.visualRect(option.direction, rect, part)

        left = rect.left()
        if row.leaf:
            self._leaf(
                painter, flip(QRect(left, rect.center().y() - LEAF.height() // 2, LEAF.width(), LEAF.height())), row
            )
            left += LEAF.width() + 16
        elif row.drawing:
            place = flip(QRect(left, rect.center().y() - SIZE // 2 + 1, SIZE, SIZE))
            draw(painter, row.drawing, told[row.tone] if row.tone and not chosen else quiet, QRectF(place))
            left += SIZE + PAD
        elif row.dot:
            painter.setBrush(QColor(row.dot))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(flip(QRect(left, rect.center().y() - 5, 10, 10)), 3, 3)
            left += 20
        right = self._trail(painter, rect, row, quiet, option)
        self._words(painter, flip(QRect(left, rect.top(), right - left, rect.height())), row, ink, quiet)

    def _ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, *, chosen: bool) -> None:
        told = self._theme.tokens
        ground = QRectF(rect).adjusted(1, 1, -1, -1)
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

    def _trail(self, painter: QPainter, rect: QRect, row: Row, quiet: str, option: QStyleOptionViewItem) -> int:
        """Paint what stands at the end; answers where the words have to stop."""
        if not row.trail and not row.trail_note:
            return rect.right()
        told = self._theme.tokens
        large = font(1.5 if row.leaf else 0.9, BOLD, tabular=True)
        small = font(0.85)
        wide = max(
            QFontMetrics(large).horizontalAdvance(row.trail) if row.trail else 0,
            QFontMetrics(small).horizontalAdvance(row.trail_note),
        )
        wide = min(wide + 4, rect.width() // 2)
        place = QRect(rect.right() - wide, rect.top(), wide, rect.height())
        spot = QStyle.visualRect(option.direction, rect, place)
        ink = quiet if row.dim or not row.tone or quiet == told["selected_text"] else told[row.tone]
        lines = [(row.trail, large, ink), (row.trail_note, small, quiet)]
        _lines(painter, spot, [line for line in lines if line[0]], self._end)
        return place.left() - PAD

    def _words(self, painter: QPainter, rect: QRect, row: Row, ink: str, quiet: str) -> None:
        title = font(1.15 if row.leaf else 1.0, BOLD if row.meta else 400, struck=False)
        lines = [(row.title, title, quiet if row.dim else ink)]
        if row.meta:
            lines.append((row.meta, font(0.9), quiet))
        _lines(painter, rect, lines, self._start)


def _lines(painter: QPainter, rect: QRect, lines: list[tuple[str, QFont, str]], align: Qt.AlignmentFlag) -> None:
    """Lines of text, centred together, each cut with an ellipsis where it has no room."""
    heights = [QFontMetrics(face).height() for _, face, _ in lines]
    top = rect.center().y() - (sum(heights) + GAP * (len(lines) - 1)) // 2
    for (text, face, ink), height in zip(lines, heights, strict=True):
        painter.setFont(face)
        painter.setPen(QColor(ink))
        cut = QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(QRect(rect.left(), top, rect.width(), height), align, cut)
        top += height + GAP
