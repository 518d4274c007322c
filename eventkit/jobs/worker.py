"""The one worker process: it reads strangers' files and makes prints, so that the window never waits.

Plain data goes in, plain data or an error comes out. A job may take a keyword `progress`, a function
of (done, total) that raises CancelledError once the user has stopped the job.
"""

import importlib
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.sharedctypes import Synchronized
from typing import Any, Literal

from eventkit.domain.errors import CancelledError, EventKitError

JOBS = {
    "read_source": "eventkit.jobs.importing:read_source",
    "read_guests": "eventkit.jobs.importing:read_guests",
    "look_at_guests": "eventkit.jobs.importing:look_at_guests",
    "make_files": "eventkit.jobs.exporting:make_files",
    "thumbnails": "eventkit.jobs.previews:thumbnails",
}
REST_SECONDS = 60
"""The process ends by itself after this long without work."""
GRACE_SECONDS = 0.3
"""A job that was cancelled and has not stopped by itself by then is ended."""
MEMORY_BYTES = 3 << 30

Progress = Callable[[int, int], None]


def no_progress(done: int, total: int) -> None:
    """For callers that show none."""


@dataclass(frozen=True, slots=True)
class Report:
    """What became of a job: `value` is (done, total), the result, or the error."""

    ticket: int
    kind: Literal["progress", "done", "failed", "stopped"]
    value: Any = None


class Worker:
    """Hands jobs to the process, one after the other; `poll` tells what became of them.

    The process starts with the first job. No job is lost when it ends, rests or crashes: each ticket
    gets exactly one of done, failed and stopped.
    """

    def __init__(self, jobs: dict[str, str] | None = None, *, rest_seconds: float = REST_SECONDS) -> None:
        self._jobs = JOBS if jobs is None else jobs
        self._rest_seconds = rest_seconds
        self._context = multiprocessing.get_context("spawn")
        self._stop: Synchronized[int] = self._context.Value("q", 0)
        self._process: multiprocessing.process.BaseProcess | None = None
        self._pipe: Connection | None = None
        self._waiting: deque[tuple[int, str, tuple[Any, ...]]] = deque()
        self._ticket = 0
        self._kill_at: float | None = None

    def submit(self, job: str, *args: Any) -> int:
        """Queue a job by its name in `jobs`; answers its ticket."""
        self._ticket += 1
        self._waiting.append((self._ticket, self._jobs[job], args))
        if len(self._waiting) == 1:
            self._send()
        return self._ticket

    @property
    def busy(self) -> bool:
        """Whether a job is still under way."""
        return bool(self._waiting)

    def cancel(self, ticket: int) -> None:
        """Ask a job to stop; it is ended by force after a short grace."""
        if self._waiting and self._waiting[0][0] == ticket:
            self._stop.value = ticket
            self._kill_at = time.monotonic() + GRACE_SECONDS
            return
        self._waiting = deque((number, job if number != ticket else "", args) for number, job, args in self._waiting)

    def poll(self) -> list[Report]:
        """All that happened since the last call."""
        reports: list[Report] = []
        while self._waiting:
            report = self._next_report()
            if report is None:
                break
            reports.append(report)
            if report.kind != "progress":
                self._waiting.popleft()
                self._kill_at = None
                reports += self._skip_cancelled()
                if self._waiting:
                    self._send()
        return reports

    def run(self, job: str, *args: Any, progress: Progress = no_progress, seconds: float = 600) -> Any:
        """Do one job and wait for it, at most `seconds`; raises what the job raised."""
        ticket = self.submit(job, *args)
        deadline = time.monotonic() + seconds
        while True:
            for report in self.poll():
                if report.kind == "progress":
                    progress(*report.value)
                elif report.ticket == ticket:
                    return _outcome(report)
            if time.monotonic() > deadline and self._stop.value != ticket:
                self.cancel(ticket)
            if self._pipe is not None:
                self._pipe.poll(0.02)

    def close(self) -> None:
        """End the process; what is still under way is dropped."""
        self._waiting.clear()
        self._drop()

    def _send(self) -> None:
        ticket, job, args = self._waiting[0]
        if self._process is None or self._pipe is None or not self._process.is_alive():
            self._start()
        assert self._pipe is not None  # noqa: S101 - _start has just made it
        try:
            self._pipe.send((ticket, job, args))
        except OSError:  # it went to rest between the question and the call
            self._start()
            self._pipe.send((ticket, job, args))

    def _start(self) -> None:
        self._drop()
        self._pipe, far = self._context.Pipe()
        process = self._context.Process(
            target=_serve, args=(far, self._stop, self._rest_seconds), name="EventKit worker", daemon=True
        )
        process.start()
        far.close()
        self._process = process

    def _drop(self) -> None:
        if self._process is not None:
            self._process.terminate()
            self._process.join()
            self._process.close()
        if self._pipe is not None:
            self._pipe.close()
        self._process = self._pipe = None

    def _next_report(self) -> Report | None:
        ticket = self._waiting[0][0]
        try:
            if self._pipe is not None and self._pipe.poll():
                return Report(*self._pipe.recv())
        except (EOFError, OSError):
            return self._after_end(ticket)
        if self._kill_at is not None and time.monotonic() > self._kill_at:
            self._drop()
            return Report(ticket, "stopped")
        return None

    def _after_end(self, ticket: int) -> Report | None:
        process = self._process
        if process is not None:
            process.join()
        stopped = self._stop.value == ticket
        rested = process is not None and process.exitcode == 0
        self._drop()
        if stopped:
            return Report(ticket, "stopped")
        if rested:
            self._send()
            return None
        return Report(ticket, "failed", EventKitError("worker_crashed"))

    def _skip_cancelled(self) -> list[Report]:
        skipped = []
        while self._waiting and not self._waiting[0][1]:
            skipped.append(Report(self._waiting.popleft()[0], "stopped"))
        return skipped


def _outcome(report: Report) -> Any:
    if report.kind == "done":
        return report.value
    if report.kind == "stopped":
        raise CancelledError
    raise report.value


def _serve(pipe: Connection, stop: "Synchronized[int]", rest_seconds: float) -> None:
    """The process's own loop: one job after the other until it rests or its parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _end_with_parent()
    _limit_memory()
    while pipe.poll(rest_seconds):
        try:
            ticket, job, args = pipe.recv()
        except EOFError:
            return
        pipe.send(_do(ticket, job, args, pipe, stop))


def _do(ticket: int, job: str, args: tuple[Any, ...], pipe: Connection, stop: "Synchronized[int]") -> tuple[Any, ...]:
    def progress(done: int, total: int) -> None:
        if stop.value == ticket:
            raise CancelledError
        pipe.send((ticket, "progress", (done, total)))

    module, function = job.split(":")
    try:
        return ticket, "done", getattr(importlib.import_module(module), function)(*args, progress=progress)
    except CancelledError:
        return ticket, "stopped"
    except MemoryError:
        return ticket, "failed", EventKitError("out_of_memory")
    except EventKitError as error:
        return ticket, "failed", error
    except Exception as error:  # noqa: BLE001 - the border of the process: each error becomes a message
        return ticket, "failed", EventKitError("worker_failed", kind=type(error).__name__, what=str(error)[:500])


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()

    def wait() -> None:
        if parent is not None:
            multiprocessing.connection.wait([parent.sentinel])
            os._exit(1)

    threading.Thread(target=wait, daemon=True).start()


def _limit_memory() -> None:
    if sys.platform == "linux":
        import resource  # noqa: PLC0415 - it exists on Unix alone

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
