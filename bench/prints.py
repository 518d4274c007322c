"""Prints against typst on the same sheets: 1,000 badges, and a programme of forty pages of real vocabulary."""

import json
import os
import pickle
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from shutil import copy

import pypdfium2

from bench.measure import row, tell
from eventkit.domain.imports import ImportHints
from eventkit.domain.programme import Programme, Session
from eventkit.formats.pdf.documents import told
from eventkit.formats.pdf.documents.badge import name_parts
from eventkit.formats.pdf.qr import qr_modules
from eventkit.jobs.fonts import bundled_fonts
from eventkit.jobs.importing import apply, read_source
from eventkit.services.kit import Kit
from eventkit.services.programme import programme as whole

ROOT = Path(__file__).resolve().parents[1]
PEERS = ROOT / "build" / "peers"
SHARED = Path(os.environ.get("EVENTKIT_SHARED", ROOT.parent / "shared"))
SOURCE = SHARED / "data" / "schedule" / "fosdem-2026.xml"
BADGES, SESSIONS = 1000, 590
COLD_ROUNDS, WARM_ROUNDS, WARM_TIMES = 5, 3, 4
SURROUNDINGS = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
"""As on a user's machine, where compiled modules are kept."""
URL = "https://example.org/camp"


def main() -> int:
    """Print a table for each document; what is not here is said."""
    if not SOURCE.is_file():
        print("prints: left out, ../shared is not here")
        return 0
    if not _typst():
        print("prints: left out, typst can't be had")
        return 0
    os.environ["EVENTKIT_DATA"] = tempfile.mkdtemp()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        programme = _imported(folder)
        _write_badges(folder, programme)
        _write_programme(folder, programme)
        _compare(folder, "badges", cold=1.0, warm=None)
        _compare(folder, "programme", cold=1.0, warm=0.7)
    return 0


def _typst() -> bool:
    """Whether typst is there, in an environment of its own."""
    python = PEERS / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", PEERS], check=True)
    lock = ROOT / "bench" / "peers" / "requirements.lock"
    pip = [str(python), "-m", "pip", "install", "--quiet", "--no-deps", "--require-hashes", "-r", str(lock)]
    return subprocess.run(pip, check=False, capture_output=True).returncode == 0


def _imported(folder: Path) -> Programme:
    with Kit.create(folder / "kit.eventkit") as kit:
        done, _ = apply(kit, read_source(SOURCE, ImportHints()))
        programme = kit.read(whole, done.event_id)
    event = replace(programme.event, url=URL, register_url="")
    return replace(programme, event=event)


def _write_badges(folder: Path, programme: Programme) -> None:
    """1,000 speakers with real names for each run, for us and for typst; other pairs of names in each."""
    parts = [name_parts(person.name) for person in programme.people]
    session = replace(programme.public_sessions[0], person_ids=tuple(range(BADGES)))
    for number in range(WARM_TIMES):
        given = [parts[at % len(parts)][0] for at in range(BADGES)]
        rest = [parts[(at * 7 + 11 * number) % len(parts)][1] for at in range(BADGES)]
        people = tuple(
            replace(programme.people[0], id=at, uuid=f"{at}", name=f"{one} {other}".strip(), badge_name="")
            for at, (one, other) in enumerate(zip(given, rest, strict=True))
        )
        pickled = replace(programme, people=people, sessions=(session,), crew=())
        (folder / f"badges-{number}.pickle").write_bytes(pickle.dumps(pickled))
        rows = [{"given": g, "rest": r, "org": "", "role": "Speaker"} for g, r in zip(given, rest, strict=True)]
        data = {"title": programme.event.title, "day": "Saturday", "url": "example.org/camp", "people": rows}
        (folder / f"badges-{number}.json").write_text(json.dumps(data), "utf-8")
    (folder / "code.svg").write_text(_code(URL), "utf-8")
    copy(ROOT / "bench" / "peers" / "badges.typ", folder)


def _code(url: str) -> str:
    size, rows = qr_modules(url)
    path = "".join(f"M{start} {y}h{length}v1h-{length}z" for y, runs in enumerate(rows) for start, length in runs)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-4 -4 {size + 8} {size + 8}"><path d="{path}"/></svg>'


def _write_programme(folder: Path, programme: Programme) -> None:
    """The first sessions of the schedule for each run, for us and for typst; words in another order in each."""
    shuffled = random.Random(5)  # noqa: S311 - the same shuffle every time, no secret
    for number in range(WARM_TIMES):
        sessions = tuple(
            replace(session, title=_mixed(session.title, shuffled) if number else session.title)
            for session in programme.public_sessions[:SESSIONS]
        )
        kept = replace(programme, sessions=sessions)
        (folder / f"programme-{number}.pickle").write_bytes(pickle.dumps(kept))
        days: dict[str, list[dict[str, str]]] = {}
        for session in sessions:
            days.setdefault(f"{session.day}", []).append(_told(kept, session))
        listed = [{"name": day, "sessions": rows} for day, rows in days.items()]
        data = json.dumps({"title": programme.event.title, "days": listed})
        (folder / f"programme-{number}.json").write_text(data, "utf-8")
    copy(ROOT / "bench" / "peers" / "programme.typ", folder)


def _mixed(title: str, shuffled: random.Random) -> str:
    words = title.split()
    shuffled.shuffle(words)
    return " ".join(words)


def _told(programme: Programme, session: Session) -> dict[str, str]:
    track = next((track.name for track in programme.tracks if track.id == session.track_id), "")
    return {
        "hours": f"{session.start:%H:%M}–{session.end:%H:%M}" if session.start else "",
        "title": session.title,
        "people": told.names(programme.speakers(session)),
        "room": ", ".join(room.name for room in programme.rooms_of(session)),
        "track": track,
    }


def _compare(folder: Path, name: str, *, cold: float, warm: float | None) -> None:
    fonts = sorted({str(file.path.parent) for file in bundled_fonts()})
    peer = [str(PEERS / "bin" / "python"), "bench/peers/typst_prints.py", str(folder), name]
    ours = [sys.executable, "-m", "bench.peers.our_prints", str(folder), name]
    cold_runs = {"typst": [*peer, "1", *fonts], "EventKit": [*ours, "1"]}
    warm_runs = {"typst": [*peer, str(WARM_TIMES), *fonts], "EventKit": [*ours, str(WARM_TIMES)]}
    for kind, runs, measure, rounds, goal in (
        ("cold", cold_runs, _process, COLD_ROUNDS, cold),
        ("warm", warm_runs, _told_times, WARM_ROUNDS, warm),
    ):
        least = _least(runs, measure, rounds)
        rows = [row(label, spent / least["typst"], seconds=spent) for label, spent in least.items()]
        rows[1] = row("EventKit", rows[1]["ratio"], goal=goal, seconds=rows[1]["seconds"])
        tell(f"{name}-{kind}", "typst", rows)
    for maker in ("typst", "ours"):
        file = folder / f"{name}-{maker}.pdf"
        with pypdfium2.PdfDocument(file) as document:
            print(f"  {maker}: {len(document)} pages, {file.stat().st_size / 1024:.0f} KiB")


def _least(
    runs: dict[str, list[str]], measure: Callable[[Sequence[str]], Iterator[float]], rounds: int
) -> dict[str, float]:
    """The least time of each, turn by turn."""
    least = dict.fromkeys(runs, float("inf"))
    for _ in range(rounds):
        for label, command in runs.items():
            least[label] = min(least[label], *measure(command))
    return least


def _process(command: Sequence[str]) -> Iterator[float]:
    """The processor time of a new process, from its start to its end."""
    child = subprocess.Popen(command, cwd=ROOT, env=SURROUNDINGS, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"failed: {' '.join(command)}")
    yield used.ru_utime + used.ru_stime


def _told_times(command: Sequence[str]) -> Iterator[float]:
    """What a process says of its own runs, the first left out."""
    done = subprocess.run(command, cwd=ROOT, env=SURROUNDINGS, capture_output=True, text=True, check=True)
    yield from (float(line) for line in done.stdout.split()[1:])


if __name__ == "__main__":
    sys.exit(main())
