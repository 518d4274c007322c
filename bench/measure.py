"""Measure things against their floor, turn by turn in one run, so that a busy machine slows all of them alike."""

import gc
import json
import time
from collections.abc import Callable, Mapping, Sequence
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

    `goals` holds the greatest ratio that a subject may have; `before` runs untimed ahead of each turn. Use
    `time.perf_counter` as clock where child processes do the work. Tells what `tell` tells.
    """
    seconds = dict.fromkeys(subjects, float("inf"))
    for _ in range(rounds):
        for label, subject in subjects.items():
            before()
            begun = clock()
            subject()
            seconds[label] = min(seconds[label], clock() - begun)
    rows = [
        row(label, spent / seconds[floor], goal=(goals or {}).get(label), seconds=spent)
        for label, spent in seconds.items()
    ]
    return tell(name, floor, rows)


def row(label: str, ratio: float, *, goal: float | None = None, seconds: float | None = None) -> dict[str, Any]:
    """A row of a table; `seconds` is None for what is no time (memory, growth)."""
    met = None if goal is None else ratio <= goal
    return {"label": label, "seconds": seconds, "ratio": ratio, "goal": goal, "met": met}


def tell(name: str, floor: str, rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Print the rows as a table, write them as build/bench/<name>.json, and give both back as {name, floor, rows}."""
    width = max(len(line["label"]) for line in rows)
    print(f"\n{name}  (x1 = {floor})")
    for line in rows:
        spent = "" if line["seconds"] is None else f"{line['seconds'] * 1000:.2f} ms"
        goal = "" if line["goal"] is None else f"  goal <= {line['goal']:g}  {'met' if line['met'] else 'MISSED'}"
        print(f"  {line['label']:<{width}}  {spent:>12}  x{line['ratio']:<9.3f}{goal}")
    table = {"name": name, "floor": floor, "rows": list(rows)}
    BUILD.mkdir(parents=True, exist_ok=True)
    (BUILD / f"{name}.json").write_text(json.dumps(table, indent=2, ensure_ascii=False) + "\n", "utf-8")
    return table
