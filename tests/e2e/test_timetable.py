"""The timetable by mouse and keyboard, before a real screen."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.e2e.user import User

pytestmark = pytest.mark.e2e
TALK = "Small databases, long lives"


@pytest.fixture
def kit(home: Path, screen: dict[str, str]) -> Path:
    """The sample kit, made by the command line."""
    path = home / "Documents" / "town.eventkit"
    command = [sys.executable, "-m", "eventkit", "new", str(path), "--sample"]
    subprocess.run(command, env={**screen, "HOME": str(home)}, check=True, capture_output=True)
    return path


def test_dragged_session_lands_where_it_was_dropped_and_undo_brings_it_back(
    start: Callable[..., User], kit: Path
) -> None:
    user = start(str(kit))
    user.click("River Camp Ponteval", "push button")
    talk = user.see(f"{TALK}, Great Hall, 10:00 to 10:45", "list item")
    other = user.see("Your first contribution before lunch, Studio", "list item")
    opening = user.see("Opening, all rooms, 09:30 to 09:50", "list item")
    half_an_hour = talk.place[1] - opening.place[1]
    across = other.place[0] - talk.place[0]
    at = (talk.place[0] + talk.place[2] // 2, talk.place[1] + talk.place[3] // 3)
    user.drag(at, (at[0] + across, at[1] + 2 * half_an_hour))
    moved = user.see(f"{TALK}, Studio, 11:00 to 11:45", "list item")
    assert other.place[0] <= moved.place[0] < other.place[0] + other.place[2]
    assert moved.name.endswith("clash") or moved.name.endswith("clashes")
    user.press("ctrl+z")
    user.see(f"{TALK}, Great Hall, 10:00 to 10:45", "list item")
    user.see_no(f"{TALK}, Studio", "list item")


def test_session_is_moved_by_keyboard_alone(start: Callable[..., User], kit: Path) -> None:
    user = start(str(kit))
    user.click("River Camp Ponteval", "push button")
    user.see("Registration and coffee, all rooms, 09:00 to 09:30", "list item")
    user.press("Down", "Down", "alt+Down")
    user.see(f"{TALK}, Great Hall, 10:05 to 10:50", "list item")
    user.press("alt+Right")
    user.see(f"{TALK}, Studio, 10:05 to 10:50", "list item")
    user.press("ctrl+z", "ctrl+z")
    user.see(f"{TALK}, Great Hall, 10:00 to 10:45", "list item")
