"""Brings modules in without holding the window up: a thread imports, a timer looks, the window's thread goes on."""

import importlib
import threading
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

LOOK_MS = 10


class Loading(QObject):
    """Imports modules in the background, then calls back on the window's own thread."""

    def __init__(self, modules: Sequence[str], then: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._then = then
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._load, args=(tuple(modules),), name="loading", daemon=True)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._thread.start()
        self._timer.start()

    def _load(self, modules: Sequence[str]) -> None:
        try:
            for name in modules:
                importlib.import_module(name)
        except BaseException as error:  # noqa: BLE001 - told on the other thread
            self._error = error

    def _look(self) -> None:
        if self._thread.is_alive():
            return
        self._timer.stop()
        self.deleteLater()
        if self._error is not None:
            raise self._error
        self._then()
