"""Measure things against their floor, turn by turn in one run, so that a busy machine slows all of them alike."""

import gc
import json
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

BUILD = Path(__file__).resolve().parents[1] / "build" / "bench"


def compare(
    name: str,
    subjects: Mapping[str, Callable[[], object]],
    *,
    floor: str,
    goals: Mapping[str, float] | None = None,
    rounds: int = 5,
    clock: Callable[[], float] = time.process_time,
    before: Callable[[], object] = gc.collect,
) -> dict[str, Any]:
    """The least time of each subject over some interleaved rounds, and its ratio to the floor's.

    `goals` holds the greatest ratio that a subject may have; `before` runs untimed ahead of each turn. Prints a table,
    and returns {name, floor, rows: [{label, seconds, ratio, goal, met}]}. Use `time.perf_counter` as clock where child
    processes do the work.
    """
    seconds = dict.fromkeys(subjects, float("inf"))
    for _ in range(rounds):
        for label, subject in subjects.items():
            before()
            begun = clock()
            subject()
            seconds[label] = min(seconds[label], clock() - begun)
    rows = [_row(label, spent, spent / seconds[floor], (goals or {}).get(label)) for label, spent in seconds.items()]
    return shown({"name": name, "floor": floor, "rows": rows})


def row(label: str, ratio: float, goal: float | None) -> dict[str, Any]:
    """A row for a ratio that was measured elsewhere (memory, growth)."""
    return _row(label, None, ratio, goal)


def shown(table: dict[str, Any]) -> dict[str, Any]:
    """Print a table of rows and give it back."""
    width = max(len(line["label"]) for line in table["rows"])
    print(f"\n{table['name']}  (floor: {table['floor']})")
    for line in table["rows"]:
        spent = "" if line["seconds"] is None else f"{line['seconds'] * 1000:.2f} ms"
        goal = "" if line["goal"] is None else f"  goal <= {line['goal']:g}  {'met' if line['met'] else 'MISSED'}"
        print(f"  {line['label']:<{width}}  {spent:>12}  x{line['ratio']:<8.3f}{goal}")
    return table


def save(file: str, *tables: dict[str, Any]) -> Path:
    """Write the tables as build/bench/<file>.json."""
    BUILD.mkdir(parents=True, exist_ok=True)
    path = BUILD / f"{file}.json"
    path.write_text(json.dumps(tables, indent=2, ensure_ascii=False) + "\n", "utf-8")
    return path


def _row(label: str, seconds: float | None, ratio: float, goal: float | None) -> dict[str, Any]:
    met = None if goal is None else ratio <= goal
    return {"label": label, "seconds": seconds, "ratio": ratio, "goal": goal, "met": met}
