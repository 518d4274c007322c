"""The search box: everything in the kit and everything that can be done, grouped by what it is."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import Shiboken

from eventkit.services.search import Hit
from eventkit.ui.palette import Command, begins, matching
from eventkit.ui.parts import GRID, label
from eventkit.ui.rows import Row
from eventkit.ui.rows_view import RowsView
from eventkit.ui.sides import sides
from eventkit.ui.theme import Theme

WAIT_MS, LATELY = 60, 6
WIDTH, HEIGHT = 480, 520
DRAWINGS = {
    "event": "events",
    "session": "session",
    "person": "person",
    "room": "room",
    "track": "track",
    "guest": "guests",
}


class SearchBox(QObject):
    """A box for the header with a list of results below it.

    `found` carries the Hit that was chosen, `shown` is the text that the list answers.
    """

    found = Signal(object)

    def __init__(
        self,
        over: QWidget,
        theme: Theme,
        ask: Callable[[str], Sequence[Hit]],
        offer: Callable[[], Sequence[Command]],
    ) -> None:
        super().__init__(over)
        self._over, self._ask, self._offer = over, ask, offer
        self._lately: list[Hit | Command] = []
        self._before: QWidget | None = None
        self.shown = ""
        self.edit = QLineEdit(over)
        self.edit.setObjectName("search")
        self.edit.setPlaceholderText(self.tr("Find anything, or type what to do …"))
        keys = label(QKeySequence("Ctrl+K").toString(QKeySequence.SequenceFormat.NativeText), kind="muted", size=0.85)
        inside = QHBoxLayout(self.edit)
        inside.setContentsMargins(3 * GRID, 0, 3 * GRID, 0)
        inside.addStretch(1)
        room = keys.sizeHint().width() + GRID
        mirrored = self.edit.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.edit.setTextMargins(room if mirrored else 0, 0, 0 if mirrored else room, 0)
        inside.addWidget(keys)
        self.edit.textChanged.connect(lambda text: keys.setVisible(not text))
        self.edit.setAccessibleName(self.tr("Find anything in this kit"))
        self.edit.setAlignment(sides(self.edit.layoutDirection())[0])
        self.edit.hide()
        self.popup = QFrame(over)
        self.popup.setProperty("kind", "popup")
        self.results = RowsView(theme, self.tr("Found"))
        self.nothing = label(kind="muted", wrap=True)
        self.nothing.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        layout = QVBoxLayout(self.popup)
        layout.setContentsMargins(GRID, GRID, GRID, GRID)
        layout.addWidget(self.results)
        layout.addWidget(self.nothing)
        self.popup.hide()
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(WAIT_MS)
        self._wait.timeout.connect(self._look)
        self.edit.textEdited.connect(self._type)
        self.edit.installEventFilter(self)
        self.results.installEventFilter(self)
        self.results.chosen.connect(self._choose)

    def _type(self, text: str) -> None:
        del text
        self._wait.start()

    def begin(self) -> None:
        """Put the keyboard into the box."""
        here = QApplication.focusWidget()
        if here not in (self.edit, self.results):
            self._before = here
        self.edit.setFocus()
        self.edit.selectAll()
        self._look()

    def end(self) -> None:
        """Close the list."""
        self._wait.stop()
        self.popup.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow down goes into the list, Enter takes the first result, Esc closes; letters go on typing."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(watched, event)
        if event.type() == QEvent.Type.FocusOut and watched in (self.edit, self.results):
            QTimer.singleShot(0, self, self._close_if_left)
        return super().eventFilter(watched, event)

    def _key(self, watched: QObject, event: QKeyEvent) -> bool:
        """Whether a key was ours."""
        if event.key() == Qt.Key.Key_Escape:
            there = self.popup.isVisible()
            self.end()
            self.edit.clear()
            self.edit.setFocus()
            return there
        return self._key_in_edit(event.key()) if watched is self.edit else self._key_in_list(event)

    def _key_in_edit(self, key: int) -> bool:
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._look()
            first = self.results.first()
            if first.isValid():
                self._choose(self.results.rows.row(first).data)
        elif key == Qt.Key.Key_Down and self.popup.isVisible():
            self.results.setCurrentIndex(self.results.first())
            self.results.setFocus()
        else:
            return False
        return True

    def _key_in_list(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Up and self.results.currentIndex() == self.results.first():
            self.edit.setFocus()
        elif event.text().isprintable() and event.text().strip():
            self.edit.setFocus()
            self.edit.setText(self.edit.text() + event.text())
            self._wait.start()
        else:
            return False
        return True

    def _look(self) -> None:
        self._wait.stop()
        text = self.edit.text().strip()
        rows = self._rows_for(text) if text else self._rows_of_nothing()
        self.results.show_rows(rows)
        self.shown = text
        self.results.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
        self.nothing.setText(self.tr("Nothing in this kit has “{text}”.").format(text=text))
        self.popup.show()
        self._place()

    def _rows_for(self, text: str) -> list[Row]:
        """What begins with the text, then what the kit has, then what else can be done."""
        found = matching(self._offer(), text)
        first = [one for one in found if begins(one, text)]
        rows = [*self._command_rows(first), *self._rows(self._ask(text))]
        return [*rows, *self._command_rows(found[len(first) :], after=bool(first))]

    def _rows_of_nothing(self) -> list[Row]:
        """What was chosen lately, and all that can be done."""
        offered = self._offer()
        now = {one.key: one for one in offered}
        rows: list[Row] = []
        for one in self._lately:
            if isinstance(one, Hit):
                rows.append(_hit_row(one))
            elif one.key in now:
                rows.append(_command_row(now[one.key]))
        head = [Row(key="lately", title=self.tr("Chosen lately"), heading=True)] if rows else []
        known = {row.key for row in rows}
        return [*head, *rows, *(row for row in self._command_rows(offered) if row.key not in known)]

    def _command_rows(self, found: Sequence[Command], *, after: bool = False) -> list[Row]:
        title = self.tr("More to do") if after else self.tr("What to do")
        head = [Row(key=title, title=title, heading=True)] if found else []
        return [*head, *(_command_row(one) for one in found)]

    def _rows(self, hits: Sequence[Hit]) -> list[Row]:
        titles = {
            "event": self.tr("Events"),
            "session": self.tr("Sessions"),
            "person": self.tr("People"),
            "room": self.tr("Rooms"),
            "track": self.tr("Tracks"),
            "guest": self.tr("Guests"),
        }
        rows: list[Row] = []
        for kind, title in titles.items():
            group = [hit for hit in hits if hit.kind == kind]
            if group:
                rows.append(Row(key=kind, title=title, heading=True))
            rows += [_hit_row(hit) for hit in group]
        return rows

    def _place(self) -> None:
        """Below the box, its far edge under the box's far edge."""
        corner = self.edit.mapTo(self._over, QPoint(0, self.edit.height() + GRID))
        tall = self.results.whole_height() if self.results.isVisibleTo(self.popup) else 48
        left = corner.x()
        if self.edit.layoutDirection() == Qt.LayoutDirection.LeftToRight:
            left = corner.x() + self.edit.width() - WIDTH
        self.popup.setGeometry(left, corner.y(), WIDTH, min(HEIGHT, self._over.height() - 120, tall + 3 * GRID))
        self.popup.raise_()

    def _choose(self, chosen: Hit | Command) -> None:
        self.end()
        self.edit.clear()
        self._lately = [chosen, *(one for one in self._lately if _same(one) != _same(chosen))][:LATELY]
        if isinstance(chosen, Command):
            if self._before is not None and Shiboken.isValid(self._before) and self._before.isVisible():
                self._before.setFocus()
            chosen.action.trigger()
        else:
            self.found.emit(chosen)

    def _close_if_left(self) -> None:
        if not self.edit.hasFocus() and not self.results.hasFocus():
            self.end()


def _hit_row(hit: Hit) -> Row:
    return Row(key=_same(hit), title=hit.title, meta=hit.context, drawing=DRAWINGS[hit.kind], data=hit)


def _command_row(one: Command) -> Row:
    return Row(key=_same(one), title=one.title, meta=one.menu, trail_note=one.keys, data=one)


def _same(one: Hit | Command) -> tuple[str, object]:
    """Which record or command it is."""
    return ("do", one.key) if isinstance(one, Command) else (one.kind, one.id)
