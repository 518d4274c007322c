"""Calendar clients from outside Python, asked what they read."""

import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

BUILD = Path(__file__).resolve().parents[2] / "build" / "interop"
_FILES_A_CALL = 100


@dataclass(frozen=True, slots=True)
class Reading:
    """What a client read in one file: its complaints, and start and end of each entry in seconds since 1970."""

    errors: str
    restrictions: str
    times: dict[str, tuple[int, int | None]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Oracle:
    """A client that prints what it reads, as libical_oracle.c says."""

    name: str
    command: tuple[str, ...]
    needs: tuple[str, ...]

    def read(self, files: Sequence[Path]) -> dict[Path, Reading]:
        """The reading of each file; skips the test where the client is not installed."""
        if not all((BUILD / part).exists() or shutil.which(part) for part in self.needs):
            pytest.skip(f"{self.name} is not here: sh tests/interop/setup.sh")
        readings: dict[Path, Reading] = {}
        for first in range(0, len(files), _FILES_A_CALL):
            readings |= self._call(files[first : first + _FILES_A_CALL])
        return readings

    def _call(self, files: Sequence[Path]) -> dict[Path, Reading]:
        made = subprocess.run([*self.command, *map(str, files)], capture_output=True, text=True, check=True, cwd=BUILD)
        readings: dict[Path, Reading] = {}
        for row in _rows(made.stdout):
            if row[0] == "FILE":
                reading = readings[Path(row[1])] = Reading(row[2], row[3])
            else:
                reading.times[row[0]] = int(row[1]), None if row[2] == "-" else int(row[2])
        return readings


def _rows(text: str) -> Iterator[list[str]]:
    return (line.split("\t") for line in text.splitlines())


LIBICAL = Oracle("libical", (str(BUILD / "libical_oracle"),), ("libical_oracle",))
ICAL_JS = Oracle("ical.js", ("node", "ical_js_oracle.mjs"), ("node", "ical_js_oracle.mjs", "node_modules/ical.js"))
ORACLES = [pytest.param(LIBICAL, id="libical"), pytest.param(ICAL_JS, id="ical.js")]
