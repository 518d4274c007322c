"""Jobs that the worker tests hand to the process."""

import os
import signal
import time

from eventkit.domain.errors import ImportFileError
from eventkit.jobs.worker import Progress


def double(number: int, *, progress: Progress) -> int:
    progress(1, 1)
    return number * 2


def count(steps: int, *, progress: Progress) -> int:
    for done in range(steps):
        progress(done, steps)
        time.sleep(0.005)
    return steps


def hang(*, progress: Progress) -> None:
    progress(0, 1)
    time.sleep(600)


def refuse(*, progress: Progress) -> None:
    progress(0, 1)
    raise ImportFileError("import_unknown", name="a.txt")


def fail(*, progress: Progress) -> None:
    progress(0, 1)
    raise ValueError("odd")


def eat_memory(*, progress: Progress) -> int:
    progress(0, 1)
    return len(bytearray(64 << 30))


def crash(*, progress: Progress) -> None:
    progress(0, 1)
    os.kill(os.getpid(), signal.SIGSEGV)


def process_id(*, progress: Progress) -> int:
    progress(1, 1)
    return os.getpid()
