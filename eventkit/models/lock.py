"""The lock file beside an open kit: it explains who has the kit; SQLite's own lock decides."""

import json
import os
import socket
from contextlib import suppress
from datetime import datetime
from pathlib import Path


def lock_path(kit: Path) -> Path:
    """Where the lock file of a kit lies."""
    return kit.with_name(f"{kit.name}.lock")


def say_who(kit: Path, actor: str, at: datetime) -> None:
    """Write who has the kit open; a folder that refuses the file is no harm."""
    told = {"who": actor, "host": socket.gethostname(), "pid": os.getpid(), "since": at.isoformat(timespec="seconds")}
    with suppress(OSError):
        lock_path(kit).write_text(json.dumps(told), "utf-8")


def who_has(kit: Path) -> tuple[str, str]:
    """(who, host) as the lock file says; empty texts when it says nothing."""
    try:
        told = json.loads(lock_path(kit).read_text("utf-8"))
        return str(told["who"]), str(told["host"])
    except (OSError, ValueError, KeyError, TypeError):
        return "", ""


def forget(kit: Path) -> None:
    """Take the lock file away, where that can be done."""
    with suppress(OSError):
        lock_path(kit).unlink(missing_ok=True)
