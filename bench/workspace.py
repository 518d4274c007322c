"""The window with the sample kit: opening an event's page, and the memory that it rests with."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from bench.measure import row, tell

ROOT = Path(__file__).resolve().parents[1]
ROUNDS = 5
OPEN_SECONDS, MORE_MEGABYTES = 0.150, 60.0
"""What opening may take, and what the window may hold besides a bare Qt window."""
RESTS = """
import os, sys, time
def rest(app):
    end = time.monotonic() + 2
    while time.monotonic() < end:
        app.processEvents()
        time.sleep(0.01)
    told = open("/proc/self/status").read().split("VmRSS:")[1].split()[0]
    return int(told) / 1024
"""
BARE = f"""{RESTS}
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
app = QApplication([])
window = QMainWindow()
window.setCentralWidget(QLabel("EventKit"))
window.resize(1280, 860)
window.show()
import json
print(json.dumps({{"megabytes": rest(app)}}), flush=True)
os._exit(0)
"""
OURS = f"""{RESTS}
import json
from datetime import date
from pathlib import Path
from PySide6.QtWidgets import QApplication
from eventkit.ui.frame import Frame, prepare
app = QApplication([])
frame = Frame(prepare(app))
frame.show()
while frame.workspace is None:
    app.processEvents()
workspace = frame.workspace
workspace.open_kit(Path(sys.argv[1]))
megabytes = rest(app)
from eventkit.services.programme import events
camp = max(workspace.desk.read(events), key=lambda event: event.sessions)
def open_event(leaf):
    workspace.show_home()
    app.processEvents()
    begun = time.process_time()
    workspace.show_event(camp.id, leaf)
    app.processEvents()
    return time.process_time() - begun
first = {{leaf: open_event(leaf) for leaf in ("overview", "programme")}}
again = {{leaf: min(open_event(leaf) for _ in range(5)) for leaf in ("overview", "programme")}}
print(json.dumps({{"megabytes": megabytes, "first": first, "again": again}}), flush=True)
os._exit(0)
"""
SAMPLE = """
import sys
from datetime import date
from pathlib import Path
from eventkit.jobs.sample import make_sample
from eventkit.services.kit import Kit
with Kit.create(Path(sys.argv[1])) as kit:
    make_sample(kit, date(2027, 1, 12))
"""


def run(script: str, data: str, *arguments: str) -> dict[str, Any]:
    """What a new process says, for a user without settings."""
    told = {"QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "", "EVENTKIT_DATA": data}
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        cwd=ROOT,
        env={**os.environ, **told},
        capture_output=True,
        text=True,
        check=True,
    )
    return dict(json.loads(done.stdout.splitlines()[-1])) if done.stdout.strip() else {}


def main() -> int:
    """The least of some rounds, turn by turn."""
    bare, ours = float("inf"), float("inf")
    spent: dict[str, float] = {}
    for _ in range(ROUNDS):
        with tempfile.TemporaryDirectory() as data:
            kit = str(Path(data) / "sample.eventkit")
            run(SAMPLE, data, kit)
            bare = min(bare, run(BARE, data)["megabytes"])
            told = run(OURS, data, kit)
            ours = min(ours, told["megabytes"])
            for when in ("first", "again"):
                for leaf, seconds in told[when].items():
                    label = f"open an event on its {leaf}, {'the first time' if when == 'first' else 'again'}"
                    spent[label] = min(spent.get(label, float("inf")), seconds)
    rows = [row(label, seconds / OPEN_SECONDS, goal=1, seconds=seconds) for label, seconds in spent.items()]
    more = ours - bare
    rows.append(row(f"memory at rest besides bare Qt: {more:.0f} MB of 60", more / MORE_MEGABYTES, goal=1))
    tell("workspace", "150 ms, or 60 MB", rows)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
