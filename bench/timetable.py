"""A frame of the timetable with 5,000 sessions on one day: dragged, stretched, ten at once; against a frame's time."""

import os
import statistics
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bench.clashes import programme as crowded
from bench.measure import row, tell
from eventkit.domain.clashes.index import Clashes
from eventkit.domain.clashes.rules import Ground
from eventkit.domain.programme import Programme, Room
from eventkit.ui.frame import prepare
from eventkit.ui.programme.grid import DayGrid

COUNT, ROOMS = 5000, 100
FRAME = 0.016
DAY = date(2027, 5, 8)
MORNING = datetime(2027, 5, 8, 8, tzinfo=ZoneInfo("Europe/Lisbon"))


def programme() -> Programme:
    """Fifty sessions in each of a hundred rooms."""
    told = crowded(COUNT)
    sessions = tuple(
        replace(
            one,
            start=MORNING + timedelta(minutes=number // ROOMS * 12),
            minutes=10,
            day=DAY,
            room_ids=(number % ROOMS + 1,),
            person_ids=(one.person_ids[0] + number % 400 * 2,),
        )
        for number, one in enumerate(told.sessions)
    )
    rooms = tuple(Room(id=n + 1, uuid=f"r{n}", event_id=1, name=f"R{n}") for n in range(ROOMS))
    return replace(told, sessions=sessions, rooms=rooms)


def frames(grid: DayGrid, start: QPoint) -> Iterator[float]:
    """The processor time of each frame of a drag that ends where nothing is dropped."""
    view, app = grid.viewport(), QApplication.instance()
    assert app is not None  # noqa: S101 - it was made before
    QTest.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    for step in range(1, 120):
        begun = time.process_time()
        QTest.mouseMove(view, start + QPoint(step * 4, step * 3))
        app.processEvents()
        yield time.process_time() - begun
    grid.hand.cancel()
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)


def main() -> int:
    """The 95th percentile of each kind of drag."""
    app = QApplication([])
    grid = DayGrid(prepare(app))
    told = programme()
    begun = time.process_time()
    grid.resize(1280, 800)
    grid.show()
    grid.show_day(told, DAY, Clashes(Ground(programme=told, now=MORNING)))
    app.processEvents()
    shown = time.process_time() - begun
    rows = [row("shown for the first time, clashes found", shown / FRAME, seconds=shown)]
    block = grid.visualRect(grid.sessions.index(0))
    for label, start, also in (
        ("one dragged", block.center(), 0),
        ("one stretched", QPoint(block.center().x(), block.bottom() - 1), 0),
        ("ten dragged", block.center(), 10),
    ):
        grid.clearSelection()
        for number in range(also):
            grid.selectionModel().select(grid.sessions.index(number), QItemSelectionModel.SelectionFlag.Select)
        spent = list(frames(grid, start))
        slow = statistics.quantiles(spent, n=20)[-1]
        rows.append(row(f"{label}, 95th percentile", slow / FRAME, goal=1, seconds=slow))
    tell("timetable", f"a frame of 16 ms; {COUNT} sessions", rows)
    grid.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
