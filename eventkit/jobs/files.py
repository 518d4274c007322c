"""Writes files so that a crash leaves the old one or the new one, never half of it."""

import os
from pathlib import Path

from eventkit.domain.errors import ExportError


def write_whole(path: Path, data: bytes) -> None:
    """Put `data` at `path` by way of a temporary file beside it; raises ExportError when the disk refuses."""
    temporary = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise ExportError("export_unwritable", name=str(path), why=error.strerror or str(error)) from error
