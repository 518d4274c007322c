"""The clock on the full screen: readable from ten metres, always black and white."""

from datetime import datetime

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QPainter, QPaintEvent, QScreen
from PySide6.QtWidgets import QWidget

from eventkit.domain.runsheet import Moment
from eventkit.ui.dates import clock
from eventkit.ui.fonts import BOLD, REGULAR, font
from eventkit.ui.runsheet.words import RunWords
from eventkit.ui.sides import sides
from eventkit.ui.theme import Scheme, tokens

MARGIN, TOP, TITLE, NEXT = 0.04, 0.07, 0.085, 0.07
"""Parts of the screen's height: its margin and the sizes of its letters."""
DIGITS, TITLE_LINES = 0.62, 2
FACE = Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip


class ClockWindow(QWidget):
    """What is left of what runs, else the time of day; black on white once the time is used up."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        name = self.tr("Clock")
        self.setWindowTitle(f"{name} – EventKit")
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(320, 200)
        self._words = RunWords()
        self.moment: Moment | None = None
        self.now: datetime | None = None

    def show_moment(self, moment: Moment, now: datetime) -> None:
        """How the day stands at `now`, in the event's zone."""
        self.moment, self.now = moment, now
        self.setAccessibleDescription(". ".join(filter(None, (self.title, self.digits, self.drift, self.following))))
        self.update()

    def show_full(self, beside: QScreen | None) -> None:
        """Fill the second screen where there is one, else the screen of the window."""
        others = [screen for screen in QGuiApplication.screens() if screen is not beside]
        screen = others[0] if others else beside
        if screen is not None:
            self.setGeometry(screen.geometry())
        self.showFullScreen()
        self.activateWindow()
        self.setFocus()

    @property
    def digits(self) -> str:
        """The large figures."""
        if self.moment is None or self.now is None:
            return ""
        return clock(self.now) if self.moment.line is None else self._words.left(self.moment.left)

    @property
    def title(self) -> str:
        """What runs."""
        line = None if self.moment is None else self.moment.line
        return "" if line is None else line.of.title

    @property
    def drift(self) -> str:
        """How far the day is from its plan."""
        return "" if self.moment is None else self._words.drift(self.moment)

    @property
    def following(self) -> str:
        """What is next."""
        line = None if self.moment is None else self.moment.following
        if line is None:
            return ""
        return self.tr("Next: {start} {title}").format(start=clock(line.start), title=line.of.title)

    def digits_face(self) -> QFont:
        """The face of the large figures: as high as their band, and never wider than the screen."""
        face = _face(self.height() * DIGITS, BOLD)
        wide = QFontMetrics(face).horizontalAdvance(self.digits or "0:00")
        room = self.width() * (1 - 2 * MARGIN)
        return face if wide <= room else _face(self.height() * DIGITS * room / wide, BOLD)

    def paintEvent(self, event: QPaintEvent) -> None:
        """From above: the time of day and the drift, what runs, the figures, what is next."""
        super().paintEvent(event)
        told = tokens(Scheme.CONTRAST)
        over = self.moment is not None and self.moment.line is not None and self.moment.left < 0
        ground, ink = ("text", "window") if over else ("window", "text")
        high, edge = self.height(), round(self.height() * MARGIN)
        painter = QPainter(self)
        painter.fillRect(self.rect(), told.color(ground))
        painter.setPen(told.color(ink))
        inside = self.rect().adjusted(edge, edge, -edge, -edge)
        begin, end = sides(self.layoutDirection())
        line = round(high * TOP * 1.3)
        top = QRect(inside.left(), inside.top(), inside.width(), line)
        painter.setFont(_face(high * TOP, REGULAR))
        if self.now is not None and self.title:
            painter.drawText(top, begin | FACE, clock(self.now))
        painter.drawText(top, end | FACE, self.drift)
        title = QRect(inside.left(), top.bottom(), inside.width(), round(high * TITLE * 1.25 * TITLE_LINES))
        painter.setFont(_face(high * TITLE, BOLD))
        wrapped = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(title, wrapped, self._cut(self.title, painter.font(), inside.width(), TITLE_LINES))
        low = QRect(inside.left(), inside.bottom() - round(high * NEXT * 1.4), inside.width(), round(high * NEXT * 1.4))
        painter.setFont(_face(high * NEXT, REGULAR))
        painter.drawText(low, Qt.AlignmentFlag.AlignCenter, self._cut(self.following, painter.font(), low.width(), 1))
        band = QRect(inside.left(), title.bottom(), inside.width(), low.top() - title.bottom())
        painter.setFont(self.digits_face())
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.drawText(band, Qt.AlignmentFlag.AlignCenter | FACE, self.digits)
        painter.end()

    def _cut(self, text: str, face: QFont, width: int, lines: int) -> str:
        """As much as there is room for; two lines lose some of their width to whole words."""
        room = width if lines == 1 else round(width * lines * 0.85)
        return QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, room)


def _face(pixels: float, weight: int) -> QFont:
    made = font(weight=weight, tabular=True)
    made.setPixelSize(max(8, round(pixels)))
    return made
