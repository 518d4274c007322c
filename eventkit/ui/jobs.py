"""Lets the window wait for the worker process without standing still: a timer asks, signals tell."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer

from eventkit.domain.errors import CancelledError, EventKitError
from eventkit.jobs.worker import Worker

POLL_MS = 15


class Jobs(QObject):
    """Starts jobs and calls back on the window's own thread; `busy` is True while one is under way."""

    def __init__(self, worker: Worker | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker or Worker()
        self._calls: dict[
            int, tuple[Callable[[Any], None], Callable[[EventKitError], None], Callable[[int, int], None]]
        ]
        self._calls = {}
        self._timer = QTimer(self)
        self._timer.setInterval(POLL_MS)
        self._timer.timeout.connect(self._poll)

    @property
    def busy(self) -> bool:
        """Whether a job is under way."""
        return self._worker.busy

    def start(
        self,
        job: str,
        *args: Any,
        done: Callable[[Any], None],
        failed: Callable[[EventKitError], None],
        progress: Callable[[int, int], None] = lambda _done, _total: None,
    ) -> int:
        """Start a job; exactly one of `done` and `failed` is called (with CancelledError when it was stopped)."""
        ticket = self._worker.submit(job, *args)
        self._calls[ticket] = (done, failed, progress)
        self._timer.start()
        return ticket

    def cancel(self, ticket: int) -> None:
        """Stop a job."""
        if ticket in self._calls:
            self._worker.cancel(ticket)

    def close(self) -> None:
        """End the process; nobody is called back any more."""
        self._timer.stop()
        self._calls.clear()
        self._worker.close()

    def _poll(self) -> None:
        for report in self._worker.poll():
            calls = self._calls.get(report.ticket)
            if calls is None:
                continue
            done, failed, progress = calls
            if report.kind == "progress":
                progress(*report.value)
                continue
            del self._calls[report.ticket]
            if report.kind == "done":
                done(report.value)
            else:
                failed(CancelledError() if report.kind == "stopped" else report.value)
        if not self._worker.busy:
            self._timer.stop()
