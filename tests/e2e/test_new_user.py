import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.e2e.user import User, wait_for

pytestmark = pytest.mark.e2e
KIT, CAMP = "EventKit sample", "River Camp Ponteval"
MADE = {"event.ics", "schedule.ics", "flyer.pdf", "programme_sheet.pdf", "badge.pdf"}
SCHEDULE = """<schedule>
<conference><title>Harbour Talks</title><acronym>harbour</acronym>
<time_zone_name>Europe/Lisbon</time_zone_name></conference>
<day index="1" date="2027-03-06"><room name="Boathouse">
<event id="1"><title>Knots for servers</title><start>10:00</start><duration>00:40</duration></event>
</room></day></schedule>
"""


def left_over(session: int) -> list[str]:
    """The processes that the program started and that still run."""
    told = subprocess.run(["ps", "-o", "pid=,args=", "-s", str(session)], capture_output=True, text=True, check=False)
    return told.stdout.splitlines()


def leaves_cleanly(user: User, kit: Path) -> None:
    """Ctrl+Q ends all of it: no error, no process, no lock."""
    user.press("ctrl+q")
    said, _ = user.program.communicate(timeout=60)
    assert user.program.returncode == 0, said
    wait_for("all its processes to end", lambda: not left_over(user.program.pid), lambda: left_over(user.program.pid))
    assert not kit.with_name(f"{kit.name}.lock").exists()


def has_made(home: Path) -> bool:
    """Whether the pack of the camp lies in its folder, whole."""
    pack = home / "Documents" / "ponteval-camp"
    return {path.name for path in pack.glob("*")} >= MADE


@pytest.fixture
def kit(home: Path, screen: dict[str, str]) -> Path:
    """The sample kit, made by the command line."""
    path = home / "Documents" / "town.eventkit"
    command = [sys.executable, "-m", "eventkit", "new", str(path), "--sample"]
    subprocess.run(command, env={**screen, "HOME": str(home)}, check=True, capture_output=True)
    return path


def test_new_user_comes_to_a_pack_by_mouse(start: Callable[..., User], home: Path) -> None:
    user = start()
    user.wait_title("EventKit")
    user.click("Sample kit", "push button")
    user.click("Save", "push button")
    user.wait_title(f"{KIT} – EventKit")
    user.click(CAMP, "push button")
    user.see("Small databases, long lives, Great Hall, 10:00 to 10:45", "list item")
    user.click("Print and export", "page tab")
    user.click("Make the files", "push button")
    user.see("5 files made", "label")
    assert has_made(home)
    leaves_cleanly(user, home / "Documents" / f"{KIT}.eventkit")


def test_new_user_comes_to_a_pack_by_keyboard(start: Callable[..., User], home: Path) -> None:
    user = start()
    user.wait_title("EventKit")
    user.see("Sample kit", "push button")
    user.tab_to("Sample kit")
    user.press("space")
    user.wait_title("Where shall the kit lie?")
    user.press("Return")
    user.wait_title(f"{KIT} – EventKit")
    user.tab_to(CAMP)
    user.press("Return")
    user.see("Small databases, long lives", "list item")
    user.press("ctrl+e")
    user.see("Make the files", "push button")
    user.tab_to("Make the files")
    user.press("space")
    user.see("5 files made", "label")
    assert has_made(home)
    leaves_cleanly(user, home / "Documents" / f"{KIT}.eventkit")


def test_screen_reader_reads_the_frame_and_follows_the_arrows(start: Callable[..., User], kit: Path) -> None:
    user = start(str(kit))
    user.click(CAMP, "push button")
    user.see("Small databases", "list item")
    nameless = [thing for thing in user.everything() if thing.focusable and not thing.name]
    assert nameless == []
    assert not [thing for thing in user.everything() if thing.focusable and thing.role in ("filler", "unknown", "")]
    sessions = [thing for thing in user.everything() if thing.inside == "Timetable" and thing.role == "list item"]
    assert sessions[1].name == "Opening, all rooms, 09:30 to 09:50, Inês Valadão, अनन्या देशमुख"
    user.heard()
    user.press("Down")
    wait_for("the session to be said", lambda: sessions[1].name in user.heard())
    leaves_cleanly(user, kit)


def test_imported_schedule_is_undone_by_the_menu_and_by_its_key(
    start: Callable[..., User], kit: Path, tmp_path: Path
) -> None:
    schedule = tmp_path / "harbour.xml"
    schedule.write_text(SCHEDULE, "utf-8")
    user = start(str(kit))
    user.wait_title("town – EventKit")
    for undo in ("menu", "key"):
        user.press("ctrl+i")
        user.wait_title("Import a schedule")
        user.wait_focus("text")
        user.type(str(schedule))
        user.press("Return")
        user.wait_title("Import harbour.xml – EventKit")
        user.click("Import", "push button")
        user.see("Knots for servers, Boathouse, 10:00 to 10:40", "list item")
        if undo == "menu":
            user.click("Edit", "menu item")
            user.click("Undo: Import Harbour Talks", "menu item")
        else:
            user.press("ctrl+z")
        user.see(CAMP, "list item")
        user.see_no("Harbour Talks", "list item")
    assert user.title().endswith("EventKit")
    leaves_cleanly(user, kit)


def test_second_window_is_told_who_has_the_kit(start: Callable[..., User], kit: Path) -> None:
    first = start(str(kit))
    first.wait_title("town – EventKit")
    assert kit.with_name(f"{kit.name}.lock").exists()
    second = start(str(kit))
    second.see(f"{kit} is open already, by", "label")
    second.wait_title("EventKit")
    second.press("ctrl+q")
    second.program.communicate(timeout=60)
    first.wait_title("town – EventKit")
    leaves_cleanly(first, kit)
