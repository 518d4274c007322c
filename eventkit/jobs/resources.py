"""Where the program's own files lie: in a checkout, a wheel and a frozen app alike."""

import os
import sys
from functools import cache
from pathlib import Path

import eventkit


@cache
def resources() -> Path:
    """The folder `resources`: inside the installed package, else beside it in a checkout."""
    package = Path(eventkit.__file__).parent
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"


def user_data() -> Path:
    """The folder for the program's data of this user (copies of kits); EVENTKIT_DATA names another."""
    told = os.environ.get("EVENTKIT_DATA")
    if told:
        return Path(told)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData/Local")) / "EventKit"
    if sys.platform == "darwin":
        return Path.home() / "Library/Application Support/EventKit"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local/share") / "eventkit"


def backups() -> Path:
    """The folder that keeps verified copies of kits."""
    return user_data() / "backups"
