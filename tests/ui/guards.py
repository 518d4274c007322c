"""Guards around every test of the window: no stall of the event loop, nothing left behind."""

import gc
import sys
import threading
import time
import traceback
import weakref
from types import TracebackType
from typing import Any, Self

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QThread, QTimer
from PySide6.QtWidgets import QApplication

LIMIT_SECONDS = 1.0
"""Later than this, a beat of the event loop counts as a stall; the goal is 0.1, machines of others are slower."""
_made: "weakref.WeakSet[QTimer | QThread]" = weakref.WeakSet()


class Watchdog:
    """The event loop beats; a thread notes what the window's thread does when a beat is late."""

    def __init__(self, limit: float = LIMIT_SECONDS) -> None:
        self.late: list[tuple[float, str]] = []
        self._limit = limit
        self._beat = time.perf_counter()
        self._stack = ""
        self._stop = threading.Event()
        self._main = threading.get_ident()
        self._timer = QTimer()
        self._timer.setInterval(10)
        self._timer.timeout.connect(self._note)
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Self:
        self._beat = time.perf_counter()
        self._timer.start()
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._note()
        self._stop.set()
        self._thread.join()
        self._timer.stop()
        self._timer.deleteLater()

    def _note(self) -> None:
        now = time.perf_counter()
        if now - self._beat > self._limit:
            self.late.append((now - self._beat, self._stack))
        self._beat, self._stack = now, ""

    def _watch(self) -> None:
        while not self._stop.wait(self._limit / 4):
            if not self._stack and time.perf_counter() - self._beat > self._limit:
                self._stack = "".join(traceback.format_stack(sys._current_frames()[self._main])[-4:])


def follow_timers_and_threads() -> None:
    """Keep track of what Qt has no list of: timers and threads made from Python."""
    for made in (QTimer, QThread):
        plain = made.__init__

        def init(self: Any, *args: Any, _plain: Any = plain, **kwargs: Any) -> None:
            _plain(self, *args, **kwargs)
            _made.add(self)

        made.__init__ = init  # type: ignore[method-assign]  # - only a wrapper can see all of them


def drain() -> None:
    """Let go of everything that waits to be deleted."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def windows() -> set[int]:
    """All windows there are."""
    return {id(widget) for widget in QApplication.topLevelWidgets() if shiboken6.isValid(widget) and widget.isWindow()}


def left_behind(before: set[int]) -> list[str]:
    """What a test left: windows, timers, threads."""
    drain()
    if _left(before):
        gc.collect()
        drain()
    return _left(before)


def _left(before: set[int]) -> list[str]:
    left = [
        f"window {type(widget).__name__}"
        for widget in QApplication.topLevelWidgets()
        if shiboken6.isValid(widget) and widget.isWindow() and id(widget) not in before
    ]
    for made in list(_made):
        if shiboken6.isValid(made):
            if isinstance(made, QTimer) and made.isActive():
                left.append(f"timer of {made.interval()} ms")
            if isinstance(made, QThread) and made.isRunning():
                left.append("thread of Qt")
    main = threading.main_thread()
    left += [f"thread {one.name}" for one in threading.enumerate() if one is not main and not one.daemon]
    return left
