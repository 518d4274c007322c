"""How the grid of a day is painted: hours, sessions, rooms, the line of now; geometry comes from the grid."""

from functools import cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle

from eventkit.domain.programme import Room, Session, SessionKind
from eventkit.ui.fonts import BOLD, font
from eventkit.ui.icons import draw
from eventkit.ui.programme.day_model import DayModel
from eventkit.ui.sides import sides
from eventkit.ui.theme import Scheme, Theme, Tokens

RADIUS = 6
INSET, EDGE = 10, 4
TIGHT = 26
PAUSES = frozenset({SessionKind.BREAK, SessionKind.MEAL})
STRIPES = (
    Qt.BrushStyle.SolidPattern,
    Qt.BrushStyle.Dense4Pattern,
    Qt.BrushStyle.HorPattern,
    Qt.BrushStyle.VerPattern,
    Qt.BrushStyle.BDiagPattern,
    Qt.BrushStyle.FDiagPattern,
    Qt.BrushStyle.CrossPattern,
    Qt.BrushStyle.DiagCrossPattern,
)
"""In high contrast a track is told by the pattern along its sessions' leading edge."""


class GridPainter:
    """Paints with one painter; a session is told by its row in the model."""

    def __init__(self, painter: QPainter, theme: Theme, model: DayModel, direction: Qt.LayoutDirection) -> None:
        self._painter = painter
        self._told: Tokens = theme.tokens
        self._model = model
        self._direction = direction
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self._start, self._end = sides(direction)

    def line(self, y: int, width: int, *, half: bool) -> None:
        """A quiet line for an hour, a dotted one for half an hour."""
        style = Qt.PenStyle.DotLine if half else Qt.PenStyle.SolidLine
        self._painter.setPen(QPen(self._told.color("hairline"), 1, style))
        self._painter.drawLine(0, y, width, y)

    def now(self, y: int, width: int) -> None:
        """The line of now, in the accent."""
        self._painter.setPen(QPen(self._told.color("accent"), 2))
        self._painter.drawLine(0, y, width, y)

    def session(self, row: int, rect: QRect, *, current: bool, faint: bool = False) -> None:
        """One session; a `faint` one is being dragged away, so only its outline stays."""
        session = self._model.places[row].session
        if faint:
            self._outline(rect)
            return
        frame = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
        if session.kind in PAUSES:
            self._pause(row, frame, session)
        else:
            ink = self._ground(row, frame, session)
            if session.id in self._model.clashing:
                self._clash(frame)
            self._words(row, rect, session, ink)
        if current:
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            for ring, away in (("window", 1.0), ("focus", 2.5)):
                self._painter.setPen(QPen(self._told.color(ring), 2))
                around = frame.adjusted(-away, -away, away, away)
                self._painter.drawRoundedRect(around, RADIUS + away, RADIUS + away)

    def away(self, rect: QRect) -> None:
        """A time at which somebody who is dragged can't come."""
        self._painter.fillRect(rect, QBrush(self._told.color("clash"), Qt.BrushStyle.BDiagPattern))

    def ghost(self, session: Session, rect: QRect, *, clashes: bool) -> None:
        """What is dragged, where it would come to stand: its title, the new time and the one before."""
        told = self._told
        frame = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
        self._painter.setPen(QPen(told.color("bad" if clashes else "accent"), 2))
        self._painter.setBrush(told.color("surface"))
        self._painter.drawRoundedRect(frame, RADIUS, RADIUS)
        inner = self._flip(rect, rect.adjusted(INSET, 2, 2 - INSET, -2))
        high = QFontMetrics(font(weight=BOLD)).height()
        self._painter.setPen(told.color("bad" if clashes else "text"))
        self._painter.setFont(font(weight=BOLD, tabular=True))
        self._line(QRect(inner.left(), inner.top(), inner.width(), high), self._model.change(session), self._start)
        if inner.height() >= 2 * high:
            self._painter.setPen(told.color("text"))
            self._painter.setFont(font(0.9))
            self._line(QRect(inner.left(), inner.top() + high, inner.width(), high), session.title, self._start)

    def _outline(self, rect: QRect) -> None:
        self._painter.setPen(QPen(self._told.color("border"), 1, Qt.PenStyle.DashLine))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)

    def room(self, room: Room | None, rect: QRect, words: tuple[str, str]) -> None:
        """The name of a column, and the seats it has."""
        name, seats = words
        self._painter.setFont(font(weight=BOLD))
        self._painter.setPen(self._told.color("muted" if room is None else "text"))
        metrics = QFontMetrics(font(weight=BOLD))
        cut = metrics.elidedText(name, Qt.TextElideMode.ElideRight, rect.width())
        self._painter.drawText(rect, self._start, cut)
        left = metrics.horizontalAdvance(cut) + 8
        if seats and left + 40 < rect.width():
            rest = self._flip(rect, QRect(rect.left() + left, rect.top(), rect.width() - left, rect.height()))
            small = font(0.85)
            self._painter.setFont(small)
            self._painter.setPen(self._told.color("muted"))
            cut = QFontMetrics(small).elidedText(seats, Qt.TextElideMode.ElideRight, rest.width())
            self._painter.drawText(rest, self._start, cut)

    def hour(self, clock: str, rect: QRect) -> None:
        """The time beside a line."""
        self._painter.setFont(font(0.9, tabular=True))
        self._painter.setPen(self._told.color("muted"))
        self._painter.drawText(rect, self._end, clock)

    def now_mark(self, y: int, rect: QRect) -> None:
        """The point at which the line of now begins."""
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._told.color("accent"))
        x = rect.left() + 5 if self._direction == Qt.LayoutDirection.RightToLeft else rect.right() - 5
        self._painter.drawEllipse(QPointF(x, y), 5, 5)

    def _pause(self, row: int, frame: QRectF, session: Session) -> None:
        told = self._told
        self._painter.setPen(QPen(told.color("hairline"), 1))
        self._painter.setBrush(told.color("window"))
        self._painter.drawRoundedRect(frame, RADIUS, RADIUS)
        self._painter.setPen(QPen(told.color("hairline"), 1))
        self._painter.setBrush(QBrush(told.color("hatch"), Qt.BrushStyle.BDiagPattern))
        self._painter.drawRoundedRect(frame, RADIUS, RADIUS)
        small = font(0.9, struck=self._model.cancelled(row))
        text = " · ".join(filter(None, (session.title, self._model.mark(row))))
        inner = frame.toRect().adjusted(INSET, 0, -INSET, 0)
        cut = QFontMetrics(small).elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        if told.scheme == Scheme.CONTRAST:
            plate = QFontMetrics(small).boundingRect(cut).adjusted(-6, -2, 6, 2)
            plate.moveCenter(inner.center())
            self._painter.fillRect(plate, told.color("window"))
        self._painter.setFont(small)
        self._painter.setPen(told.color("muted"))
        self._painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, cut)

    def _ground(self, row: int, frame: QRectF, session: Session) -> str:
        """The block itself; answers the ink for it."""
        told = self._told
        number = self._model.track_number(row)
        plain = self._plain(row)
        fill = told["surface"] if plain else told.tracks[-1 if number is None else number % len(told.tracks)]
        edge = QColor(fill).lighter(140) if told.scheme == Scheme.DARK else QColor(fill)
        style = Qt.PenStyle.SolidLine if session.public else Qt.PenStyle.DashLine
        self._painter.setPen(QPen(told.color("border"), told.line, style) if plain else QPen(edge, 1))
        self._painter.setBrush(QColor(fill))
        self._painter.drawRoundedRect(frame, RADIUS, RADIUS)
        if plain and number is not None:
            self._stripe(frame, number)
        return told["text"] if plain else told.on_track

    def _plain(self, row: int) -> bool:
        """Whether a block is not filled: what is not certain, and everything in high contrast."""
        session = self._model.places[row].session
        return self._told.scheme == Scheme.CONTRAST or not session.public or self._model.cancelled(row)

    def _stripe(self, frame: QRectF, number: int) -> None:
        told = self._told
        stripe = self._flip(
            frame.toRect(), QRect(frame.toRect().left() + 2, frame.toRect().top() + 2, 6, frame.toRect().height() - 3)
        )
        if told.scheme == Scheme.CONTRAST:
            self._painter.fillRect(stripe, QBrush(told.color("text"), STRIPES[number % len(STRIPES)]))
        else:
            self._painter.fillRect(stripe.adjusted(0, 0, -3, 0), QColor(told.tracks[number % len(told.tracks)]))

    def _clash(self, frame: QRectF) -> None:
        """A red leading edge, as round as the block."""
        whole = frame.toAlignedRect()
        self._painter.save()
        self._painter.setClipRect(self._flip(whole, QRect(whole.left(), whole.top(), EDGE, whole.height())))
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._told.color("clash"))
        self._painter.drawRoundedRect(frame, RADIUS, RADIUS)
        self._painter.restore()

    def _words(self, row: int, rect: QRect, session: Session, ink: str) -> None:
        """Title, people, and at the end what is unusual and the length, as far as there is room."""
        tight = rect.height() < TIGHT
        start = INSET + 4 if self._plain(row) and session.track_id is not None else INSET
        inner = self._flip(rect, rect.adjusted(start, 1 if tight else 5, 2 - INSET, -1 if tight else -5))
        face = font(0.85 if rect.height() < 18 else 0.95 if tight else 1.0, BOLD, struck=self._model.cancelled(row))
        small = font(0.88)
        high, low = QFontMetrics(face).height(), QFontMetrics(small).height()
        alone = inner.height() < high + low
        if alone and session.id in self._model.clashing:
            self._sign(self._flip(inner, QRect(inner.right() - 12, inner.center().y() - 6, 13, 13)), ink)
            inner = self._flip(inner, inner.adjusted(0, 0, -18, 0))
        lines = wrapped(
            session.title, QFontMetrics(face), inner.width(), max(1, min(3, (inner.height() - low) // high))
        )
        top = inner.center().y() - high // 2 if alone else inner.top()
        self._painter.setPen(QColor(ink))
        self._painter.setFont(face)
        for line in lines:
            self._painter.drawText(QRect(inner.left(), top, inner.width(), high), self._start, line)
            top += high
        self._painter.setFont(small)
        rest = inner.bottom() + 1 - top
        if rest >= low:
            taken = self._mark(row, QRect(inner.left(), inner.bottom() + 1 - low, inner.width(), low), session, ink)
            room = QRect(inner.left(), top, inner.width() - (0 if rest >= 2 * low else taken), low)
            self._line(self._flip(inner, room), self._model.people(row), self._start)

    def _mark(self, row: int, line: QRect, session: Session, ink: str) -> int:
        """State and length at the end of a line; answers the width that they take."""
        mark = self._model.mark(row)
        self._line(line, mark, self._end)
        wide = self._painter.fontMetrics().horizontalAdvance(mark) + 12
        if session.id in self._model.clashing:
            wide += 14
            self._sign(self._flip(line, QRect(line.right() - wide + 10, line.center().y() - 6, 13, 13)), ink)
        return wide

    def _sign(self, rect: QRect, ink: str) -> None:
        """A clash has a sign besides its colour."""
        self._painter.drawPixmap(rect, _sign(ink, rect.width(), self._painter.device().devicePixelRatio()))

    def _line(self, rect: QRect, text: str, align: Qt.AlignmentFlag) -> None:
        cut = self._painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        self._painter.drawText(rect, align, cut)

    def _flip(self, whole: QRect, part: QRect) -> QRect:
        return QStyle.visualRect(self._direction, whole, part)


@cache
def _sign(ink: str, size: int, sharpness: float) -> QPixmap:
    """The sign of a clash, drawn once for an ink."""
    made = QPixmap(round(size * sharpness), round(size * sharpness))
    made.setDevicePixelRatio(sharpness)
    made.fill(Qt.GlobalColor.transparent)
    with QPainter(made) as painter:
        draw(painter, "warning", ink, QRectF(0, 0, size, size))
    return made


def wrapped(text: str, metrics: QFontMetrics, width: int, lines: int) -> list[str]:
    """A text on at most so many lines, the last one cut with an ellipsis where it does not fit."""
    words, done = text.split(), list[str]()
    while words and len(done) < lines - 1:
        line = words.pop(0)
        while words and metrics.horizontalAdvance(f"{line} {words[0]}") <= width:
            line = f"{line} {words.pop(0)}"
        done.append(metrics.elidedText(line, Qt.TextElideMode.ElideRight, width))
    if words:
        done.append(metrics.elidedText(" ".join(words), Qt.TextElideMode.ElideRight, width))
    return done
