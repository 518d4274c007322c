"""How commands open kits, and what they answer."""

import getpass
from pathlib import Path

from eventkit.jobs.resources import backups
from eventkit.services.kit import Kit

FINE, FOUND = 0, 1


def actor() -> str:
    """The user's name on this computer, empty where it has none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""


def open_kit(path: Path) -> Kit:
    """The kit at `path`, with copies in the user's folder."""
    return Kit.open(path, actor=actor(), backups=backups())
