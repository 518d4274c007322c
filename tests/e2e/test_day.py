"""The day itself before a real screen, by keyboard alone."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.e2e.user import User

pytestmark = pytest.mark.e2e
FIRST, SECOND = "Chairs, signs, name tags", "Microphone and picture"


@pytest.fixture
def kit(home: Path, screen: dict[str, str]) -> Path:
    """The sample kit, made by the command line."""
    path = home / "Documents" / "town.eventkit"
    command = [sys.executable, "-m", "eventkit", "new", str(path), "--sample"]
    subprocess.run(command, env={**screen, "HOME": str(home)}, check=True, capture_output=True)
    return path


def test_a_line_that_was_started_is_still_so_after_the_program_was_killed(
    start: Callable[..., User], kit: Path
) -> None:
    user = start(str(kit))
    user.click("Ponteval Open Source Meetup", "push button")
    user.click("Run sheet", "page tab")
    user.see(FIRST, "table cell")
    user.press("F5")
    user.see("Start the next", "push button")
    user.press("space")
    user.see("Stop", "push button")
    user.press("f")
    user.wait_title("Clock – EventKit")
    user.press("space", "Escape")
    user.wait_title("town – EventKit")
    user.program.kill()
    user.program.wait()
    again = start(str(kit))
    again.see(SECOND, "table cell")
    told = [thing.name for thing in again.everything() if thing.role == "table cell"]
    assert len([name for name in told if name.startswith("since")]) == 1
    assert told.index(SECOND) < next(place for place, name in enumerate(told) if name.startswith("since"))
