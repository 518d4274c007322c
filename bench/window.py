"""The window's start against a bare Qt window: processor time until the first paint, each in a process of its own."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.measure import row, tell

ROOT = Path(__file__).resolve().parents[1]
ROUNDS = 15
GOAL = 1.25
BARE = """
import sys, time
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
app = QApplication([])
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        print(time.process_time(), flush=True)
        import os; os._exit(0)
window = Window()
window.setCentralWidget(QLabel("EventKit"))
window.resize(1280, 860)
window.show()
app.exec()
"""
OURS = """
import sys, time
from PySide6.QtWidgets import QApplication
from eventkit.ui import frame
app = QApplication([])
class Window(frame.Frame):
    def paintEvent(self, event):
        super().paintEvent(event)
        print(time.process_time(), flush=True)
        import os; os._exit(0)
window = Window(frame.prepare(app))
window.show()
app.exec()
"""


def seconds(script: str) -> float:
    """Processor time of a new process, for a user without settings, until its first paint."""
    with tempfile.TemporaryDirectory() as data:
        told = {"QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "", "EVENTKIT_DATA": data}
        done = subprocess.run(
            [sys.executable, "-c", script],
            cwd=ROOT,
            env={**os.environ, **told},
            capture_output=True,
            text=True,
            check=True,
        )
    return float(done.stdout.split()[0])


def main() -> int:
    """Turn by turn, so that a busy machine slows both alike."""
    subjects = {"a bare Qt window": BARE, "EventKit's window": OURS}
    least = dict.fromkeys(subjects, float("inf"))
    for _ in range(ROUNDS):
        for label, script in subjects.items():
            least[label] = min(least[label], seconds(script))
    floor = least["a bare Qt window"]
    rows = [
        row(label, spent / floor, goal=GOAL if script is OURS else None, seconds=spent)
        for (label, script), spent in zip(subjects.items(), least.values(), strict=True)
    ]
    tell("window", "a bare Qt window", rows)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
