"""What the window remembers between two starts: recent kits, palette, density, language, its own place."""

import os
from pathlib import Path

from PySide6.QtCore import QSettings

RECENT = 8
PAPER_NAMES = {"a4": "A4", "a5": "A5", "letter": "Letter"}


def settings() -> QSettings:
    """The user's settings; EVENTKIT_DATA puts them into a folder of its own."""
    told = os.environ.get("EVENTKIT_DATA")
    if told:
        return QSettings(str(Path(told) / "window.ini"), QSettings.Format.IniFormat)
    return QSettings("EventKit", "EventKit")


def recall(name: str) -> str:
    """A setting as text; empty where there is none."""
    return str(settings().value(name, "") or "")


def remember(name: str, value: str) -> None:
    """Keep a setting."""
    settings().setValue(name, value)


def recent_kits() -> list[Path]:
    """The kits opened last that are still there, newest first."""
    listed = settings().value("recent", [])
    paths = [listed] if isinstance(listed, str) else listed if isinstance(listed, list) else []
    return [Path(path) for path in paths if Path(path).is_file()]


def remember_kit(path: Path, uuid: str) -> None:
    """Put a kit first in the list, and keep which file its uuid belongs to."""
    own = path.absolute()
    others = [known for known in recent_kits() if known != own]
    settings().setValue("recent", [str(known) for known in [own, *others][:RECENT]])
    settings().setValue(f"kits/{uuid}", str(own))


def known_name(uuid: str) -> str:
    """The name of the file that a kit of this uuid had when it was open last; empty when it never was."""
    told = recall(f"kits/{uuid}")
    return Path(told).stem if told else ""
