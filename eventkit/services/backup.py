"""Verified copies of kits in the user's folder, named by time and reason; the newest ten of a kit stay."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from eventkit.domain.errors import KitError

KEPT = 10
_NAME = re.compile(r"(\d{8}T\d{6})Z-([a-z]+)(?:-\d+)?\.eventkit")


@dataclass(frozen=True, slots=True)
class Copy:
    """A kept copy: where it lies, when it was made (UTC) and why (daily, import, migration)."""

    path: Path
    at: datetime
    reason: str


def keep(
    folder: Path, copy_to: Callable[[Path], Path], reason: str, now: datetime, *, once_a_day: bool = False
) -> Path | None:
    """Make a copy in `folder` and let the oldest beyond ten go; None when one of today is enough."""
    if once_a_day and any(copy.at.date() == now.astimezone(UTC).date() for copy in copies(folder)):
        return None
    made = copy_to(_free_name(folder, reason, now))
    for old in copies(folder)[KEPT:]:
        old.path.unlink(missing_ok=True)
    return made


def copies(folder: Path) -> tuple[Copy, ...]:
    """The kept copies in a kit's folder, newest first."""
    found = []
    for path in folder.glob("*.eventkit") if folder.is_dir() else ():
        match = _NAME.fullmatch(path.name)
        if match:
            at = datetime.strptime(match[1], "%Y%m%dT%H%M%S").replace(tzinfo=UTC)
            found.append(Copy(path, at, match[2]))
    return tuple(sorted(found, key=lambda copy: (copy.at, copy.path.name), reverse=True))


def restore(copy: Path, to: Path) -> Path:
    """Put a copy beside the user's files as a kit of its own; raises KitError when a file is there or can't be made."""
    if to.exists():
        raise KitError("kit_exists", path=str(to))
    try:
        to.write_bytes(copy.read_bytes())
    except OSError as error:
        to.unlink(missing_ok=True)
        raise KitError("copy_failed", path=str(to), why=error.strerror or str(error)) from error
    return to


def _free_name(folder: Path, reason: str, now: datetime) -> Path:
    stem = f"{now.astimezone(UTC):%Y%m%dT%H%M%S}Z-{reason}"
    names = (stem, *(f"{stem}-{number}" for number in range(1, 1000)))
    return next(path for path in (folder / f"{name}.eventkit" for name in names) if not path.exists())
