"""Where the window can be: the pages of a kit, the leaves of an event, and the way back through them."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QPushButton, QWidget

from eventkit.domain.programme import Programme
from eventkit.ui.settings import recall, remember

HOME, EVENTS, PEOPLE, HISTORY, SETTINGS = "home", "events", "people", "history", "settings"
OVERVIEW, PROGRAMME, RUN_SHEET = "overview", "programme", "run_sheet"
GUESTS, EXPORT = "guests", "export"
MOST = 50


@dataclass(frozen=True, slots=True)
class Place:
    """A page of the kit: what the sidebar calls it, its drawing there, and how it is filled anew."""

    name: str
    title: str
    drawing: str
    page: QWidget
    fill: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A part of an event: how it is filled anew (told whether by a change), what stands beside its title.

    The page is None for one that comes in when it is first wanted.
    """

    name: str
    title: str
    page: QWidget | None
    fill: Callable[[Programme, bool], object]
    actions: tuple[QPushButton, ...] = ()


@dataclass(frozen=True, slots=True)
class Visit:
    """Where the window was: a place, and in an event which of its leaves."""

    place: str
    event_id: int | None = None
    leaf: str = ""


class Visits(QObject):
    """The way back and forward, as in a browser; `moved` tells that it has changed."""

    moved = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._line: list[Visit] = []
        self._at = -1

    def note(self, visit: Visit) -> None:
        """The window went there: what was ahead is gone."""
        if self.now != visit:
            self._line = [*self._line[: self._at + 1], visit][-MOST:]
            self._at = len(self._line) - 1
            self.moved.emit()

    def forget(self) -> None:
        """Begin anew, as with another kit."""
        self._line, self._at = [], -1
        self.moved.emit()

    @property
    def now(self) -> Visit | None:
        """Where the window is."""
        return self._line[self._at] if self._line else None

    def can(self, step: int) -> bool:
        """Whether there is something behind (-1) or ahead (1)."""
        return 0 <= self._at + step < len(self._line)

    def go(self, step: int, there: Callable[[Visit], bool]) -> Visit | None:
        """Back (-1) or ahead (1) to what is still there; None where nothing is."""
        at = self._at
        while self.can(step):
            self._at += step
            if self.now is not None and there(self.now):
                self.moved.emit()
                return self.now
        self._at = at
        return None


class SideButtons(QObject):
    """The buttons at the side of a mouse, wherever the pointer is in a window; `pressed` carries -1 or 1."""

    pressed = Signal(int)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        handle = window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """They never reach what is under the pointer."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            step = {Qt.MouseButton.BackButton: -1, Qt.MouseButton.ForwardButton: 1}.get(event.button())
            if step is not None:
                self.pressed.emit(step)
                return True
        return super().eventFilter(watched, event)


def remember_visit(uuid: str, visit: Visit) -> None:
    """Keep where the window is in a kit."""
    remember(f"visits/{uuid}", "/".join((visit.place, str(visit.event_id or ""), visit.leaf)))


def recall_visit(uuid: str) -> Visit | None:
    """Where the window was in a kit when it was closed; None when that is not known."""
    place, _, rest = recall(f"visits/{uuid}").partition("/")
    event_id, _, leaf = rest.partition("/")
    return Visit(place, int(event_id) if event_id.isdecimal() else None, leaf) if place else None


def begin(page: QWidget) -> None:
    """Put the keyboard where a page begins: where it says itself, else on the first thing that takes it."""
    own = getattr(page, "begin", None)
    if callable(own):
        own()
        return
    tab = Qt.FocusPolicy.TabFocus
    takes = (one for one in page.findChildren(QWidget) if one.focusPolicy() & tab and one.isVisible())
    first = next(takes, None)
    if first is not None:
        first.setFocus()
