"""What `make run` does: the sample kit, its calendars and prints, then the window on it."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
KIT = ROOT / "build" / "sample.eventkit"
PACK = ROOT / "build" / "sample-pack"
FINE, FINDINGS = 0, 1


class RefusedError(Exception):
    """EventKit has said why it can't."""


def eventkit(*args: object) -> str:
    """One call of the command line, shown as it runs except for lists, which are answered."""
    shown = None if args[0] != "list" else subprocess.PIPE
    done = subprocess.run([sys.executable, "main.py", *map(str, args)], cwd=ROOT, text=True, check=False, stdout=shown)
    if done.returncode not in {FINE, FINDINGS}:
        raise RefusedError
    return done.stdout or ""


def has_display() -> bool:
    """Whether a window can be shown here."""
    told = os.environ.get("QT_QPA_PLATFORM", "")
    if told:
        return told not in {"offscreen", "minimal"}
    return sys.platform in {"win32", "darwin"} or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def main() -> int:
    """Make what is absent, then open the window."""
    KIT.parent.mkdir(exist_ok=True)
    try:
        if not KIT.exists():
            eventkit("new", KIT, "--sample")
        for event in json.loads(eventkit("list", KIT, "events")):
            eventkit("export", KIT, "--event", event["slug"], "--out", PACK / event["slug"])
        print(f"The sample's calendars and prints are in {PACK.relative_to(ROOT)}", flush=True)
        if has_display():
            eventkit(KIT)
        else:
            print("There is no display here, so no window opens; on a desktop `make run` opens it on the sample kit.")
    except RefusedError:
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
