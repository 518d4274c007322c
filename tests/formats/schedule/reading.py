"""Reads the invented files of this folder, and texts as if they were files."""

import json
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from eventkit.domain.imports import ImportBatch, ImportHints, ReportRow, SourceSession
from eventkit.formats.schedule import recognise

DATA = Path(__file__).parent / "data"


def files(name: str) -> dict[str, bytes]:
    """The bytes of an invented file, or of the files of an invented folder."""
    path = DATA / name
    found = sorted(path.iterdir()) if path.is_dir() else [path]
    return {one.name: one.read_bytes() for one in found}


def read_files(given: dict[str, bytes], zone: str = "") -> ImportBatch:
    """What files say, in the format they are recognised as."""
    return recognise(given).read(given, ImportHints(zone=zone, name="a file"))


def read(name: str, zone: str = "") -> ImportBatch:
    """What an invented file says."""
    return read_files(files(name), zone)


def read_text(text: str, zone: str = "") -> ImportBatch:
    """What a text says."""
    return read_files({"file": text.encode()}, zone)


def read_json(tree: Any, zone: str = "") -> ImportBatch:
    """What a JSON value says."""
    return read_text(json.dumps(tree), zone)


def by_title(batch: ImportBatch) -> dict[str, SourceSession]:
    """The sessions by title."""
    return {session.title: session for session in batch.sessions}


def utc(session: SourceSession) -> datetime | None:
    """The start in UTC (times in two zones never compare equal in the hour that a clock change repeats)."""
    return session.start and session.start.astimezone(UTC)


def told(rows: tuple[ReportRow, ...]) -> list[tuple[str, str]]:
    """Place and code of rows of a report, in order of place."""
    return sorted((row.place, row.code) for row in rows)


def codes(rows: tuple[ReportRow, ...]) -> Counter[str]:
    """How often each code stands in a report."""
    return Counter(row.code for row in rows)
