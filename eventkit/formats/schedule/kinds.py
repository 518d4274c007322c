"""What an import format is, and what every one of them is given and answers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from eventkit.domain.imports import ImportBatch, ImportHints

Files = Mapping[str, bytes]
"""Bytes by name: one entry for a file, several for a folder."""
Progress = Callable[[int, int], None]


def silent(done: int, total: int) -> None:
    """Progress that nobody watches."""


class Reader(Protocol):
    """Reads the files of one format; `progress` is told (done, total) now and then and may raise to stop."""

    def __call__(self, files: Files, hints: ImportHints, *, progress: Progress = silent) -> ImportBatch:
        """What the files say; raises ImportFileError when nothing in them can be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportFormat:
    """A format: `sniff` says by content alone whether files are of it."""

    id: str
    title: str
    suffixes: tuple[str, ...]
    sniff: Callable[[Files], bool]
    read: Reader
