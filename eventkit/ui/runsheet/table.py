"""The lines of a run sheet as a table."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from eventkit.domain.programme import Programme
from eventkit.domain.runsheet import RunKey, RunLine
from eventkit.ui.dates import clock, short_day
from eventkit.ui.diff import follow
from eventkit.ui.fonts import BOLD, REGULAR, font
from eventkit.ui.runsheet.words import RunWords
from eventkit.ui.sides import sides
from eventkit.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole
DAY, TIME, LENGTH, TITLE, CUE, OWNER, ROOM, REAL = range(8)
WIDTHS = {DAY: 104, TIME: 72, LENGTH: 84, CUE: 230, OWNER: 170, ROOM: 120, REAL: 132}
NARROW_WIDTHS = {DAY: 96, TIME: 64, LENGTH: 76, CUE: 150, OWNER: 120, ROOM: 96, REAL: 116}
WIDE, PAD, BAR = 1000, 12, 4


class RunModel(QAbstractTableModel):
    """The lines in order; a cell is worked out when it is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.programme: Programme | None = None
        self.lines: list[RunLine] = []
        self.words = RunWords()

    def show(self, programme: Programme, lines: Sequence[RunLine]) -> None:
        """Show these lines; what stays keeps its selection."""
        self.programme = programme
        follow(self, self.lines, lines, lambda line: line.key)
        self.lines = list(lines)
        if self.lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.lines) - 1, REAL))

    def rowCount(self, parent: Index | None = None) -> int:
        """How many lines there are."""
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index | None = None) -> int:
        """What is told of each."""
        return 0 if parent is not None and parent.isValid() else REAL + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text of a cell; the whole sentence is its tooltip."""
        if not index.isValid() or self.programme is None:
            return None
        line = self.lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(self.programme, line, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.words.sentence(self.programme, line)
        return line if role == LINE else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a column tells."""
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1) if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        names = (
            self.tr("Day"),
            self.tr("Time"),
            self.tr("Length"),
            self.tr("What"),
            self.tr("Cue"),
            self.tr("Owner"),
            self.tr("Room"),
            self.tr("Actual"),
        )
        return names[section]

    def _text(self, programme: Programme, line: RunLine, column: int) -> str:
        told = {
            DAY: lambda: short_day(line.day),
            TIME: lambda: clock(line.start),
            LENGTH: lambda: self.words.length(line),
            TITLE: lambda: line.of.title,
            CUE: lambda: self.words.cue(line),
            OWNER: lambda: self.words.owner(programme, line),
            ROOM: lambda: self.words.room(programme, line),
            REAL: lambda: self.words.real(line),
        }
        return told[column]()


class LinePainter(QStyledItemDelegate):
    """The look of a cell: what fills a room stands out, what runs has a bar before it, what is over is quiet."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Rows are all of one height."""
        del index
        return QSize(option.rect.width(), self._theme.row)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Text, cut with an ellipsis where it has no room."""
        told, line, column = self._theme.tokens, index.data(LINE), index.column()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(option.rect, told.color("selection"))
        low = QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1)
        painter.fillRect(low, told.color("hairline"))
        strong = column == TITLE and line.fills
        ink = "text" if column in (TIME, TITLE) and line.ended is None else "muted"
        face = font(0.95 if ink == "muted" else 1.0, BOLD if strong or line.running else REGULAR, tabular=True)
        painter.setFont(face)
        painter.setPen(told.color("selected_text" if chosen else ink))
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        rect = option.rect.adjusted(PAD, 0, -PAD // 2, 0)
        cut = QFontMetrics(face).elidedText(str(index.data() or ""), Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, sides(option.direction)[0], cut)
        if line.running and column == TITLE:
            bar = QRect(option.rect.left(), option.rect.top() + BAR, BAR, option.rect.height() - 2 * BAR)
            ink = "selected_text" if chosen else "accent"
            painter.fillRect(QStyle.visualRect(option.direction, option.rect, bar), told.color(ink))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(told.color("selected_text" if chosen and told.line > 1 else "focus"), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -2))
        painter.restore()


class RunTable(QTableView):
    """The run sheet; Enter or double click opens a line, Insert adds one, Delete deletes one of one's own."""

    opened = Signal(object)
    add_wanted = Signal()
    delete_wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.run_lines = RunModel(self)
        self.setModel(self.run_lines)
        self.setItemDelegate(LinePainter(theme, self))
        self.setAccessibleName(self.tr("Run sheet"))
        self.setAccessibleDescription(self.tr("Enter opens a line, Insert adds one, Delete deletes one of your own."))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
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
        head.setSectionsClickable(False)
        head.setMinimumSectionSize(40)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        self.doubleClicked.connect(self._open)
        theme.changed.connect(self._dress)
        self._dress()

    def show_lines(self, programme: Programme, lines: Sequence[RunLine]) -> None:
        """Show the lines; days only where there are several, real times only once there are some."""
        self.run_lines.show(programme, lines)
        self.setColumnHidden(DAY, len({line.day for line in lines}) < 2)
        self.setColumnHidden(REAL, all(line.started is None for line in lines))

    def current(self) -> RunLine | None:
        """The line that is current."""
        row = self.currentIndex().row()
        return self.run_lines.lines[row] if 0 <= row < len(self.run_lines.lines) else None

    def choose(self, key: RunKey) -> None:
        """Make a line current, and bring it into view."""
        for row, line in enumerate(self.run_lines.lines):
            if line.key == key:
                self.setCurrentIndex(self.run_lines.index(row, TITLE))
                self.scrollTo(self.currentIndex())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard finds a line to begin with."""
        if not self.currentIndex().isValid() and self.run_lines.rowCount():
            self.setCurrentIndex(self.run_lines.index(0, TITLE))
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What can be done to a line by one key."""
        if event.key() == Qt.Key.Key_Insert:
            self.add_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete and self.current() is not None:
            self.delete_wanted.emit(self.current())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow windows give the title what there is."""
        super().resizeEvent(event)
        for column, width in (WIDTHS if self.width() > WIDE else NARROW_WIDTHS).items():
            self.setColumnWidth(column, width)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.run_lines.lines[index.row()])

    def _dress(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.row)
        self.viewport().update()
