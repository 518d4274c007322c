"""What `make run` does: the sample kit, its calendars and prints, then the window on it."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
KIT = ROOT / "build" / "sample.eventkit"
PACK = ROOT / "build" / "sample-pack"


def eventkit(*args: str) -> subprocess.CompletedProcess[str]:
    """One call of the command line, its words in English."""
    return subprocess.run([sys.executable, "main.py", *args], cwd=ROOT, text=True, check=False)


def has_display() -> bool:
    """Whether a window can be shown here."""
    told = os.environ.get("QT_QPA_PLATFORM", "")
    if told:
        return told not in {"offscreen", "minimal"}
    return sys.platform in {"win32", "darwin"} or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def main() -> int:
    """Make what is absent, then open the window."""
    KIT.parent.mkdir(exist_ok=True)
    if not KIT.exists() and eventkit("new", str(KIT), "--sample").returncode == 2:
        return 1
    for slug in slugs():
        if eventkit("export", str(KIT), "--event", slug, "--out", str(PACK / slug)).returncode == 2:
            return 1
    print(f"The sample's calendars and prints are in {PACK.relative_to(ROOT)}", flush=True)
    if not has_display():
        print("There is no display here, so no window opens; on a desktop `make run` opens it on the sample kit.")
        return 0
    return eventkit(str(KIT)).returncode


def slugs() -> list[str]:
    """The events of the sample kit."""
    listed = subprocess.run(
        [sys.executable, "main.py", "list", str(KIT), "events"], cwd=ROOT, text=True, check=True, capture_output=True
    )
    return [event["slug"] for event in json.loads(listed.stdout)]


if __name__ == "__main__":
    raise SystemExit(main())
