"""Import of a large schedule against its floor: ElementTree plus executemany of the same rows into plain tables."""

import os
import sqlite3
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree as ET

from bench.measure import compare
from eventkit.domain.imports import ImportHints
from eventkit.jobs.importing import apply, read_source
from eventkit.services.kit import Kit

SHARED = Path(os.environ.get("EVENTKIT_SHARED", Path(__file__).resolve().parents[2] / "shared"))
SOURCE = SHARED / "data" / "schedule" / "fosdem-2026.xml"
GOAL = 8.0
FIELDS = ("title", "subtitle", "abstract", "description", "date", "duration", "track", "type", "language", "url")


def floor(folder: Path) -> None:
    """Parse with ElementTree and write the same rows into plain tables, one transaction."""
    root = ET.parse(SOURCE).getroot()  # noqa: S314 - the floor is the bare parser on a known file
    sessions, people, given, links = [], {}, [], []
    for day in root.iter("day"):
        for room in day.iter("room"):
            for event in room.iter("event"):
                key = event.get("guid") or event.get("id")
                sessions.append((key, room.get("name"), *(event.findtext(name) or "" for name in FIELDS)))
                for person in event.iter("person"):
                    people[person.get("id")] = person.text
                    given.append((key, person.get("id")))
                links += [(key, link.get("href"), link.text) for link in event.iter("link")]
    with sqlite3.connect(folder / "floor.db") as db:
        db.execute(f"CREATE TABLE session (key PRIMARY KEY, room, {', '.join(FIELDS)})")
        db.execute("CREATE TABLE person (id PRIMARY KEY, name)")
        db.execute("CREATE TABLE session_person (session, person)")
        db.execute("CREATE TABLE link (session, url, title)")
        marks = ", ".join("?" * (2 + len(FIELDS)))
        db.executemany(f"INSERT INTO session VALUES ({marks})", sessions)  # noqa: S608 - question marks alone
        db.executemany("INSERT INTO person VALUES (?, ?)", people.items())
        db.executemany("INSERT INTO session_person VALUES (?, ?)", given)
        db.executemany("INSERT INTO link VALUES (?, ?, ?)", links)
    db.close()


def ours(folder: Path) -> None:
    """The same file into a new kit: parsed, checked, logged for undo, searchable, with a verified copy before."""
    with Kit.create(folder / "ours.eventkit") as kit:
        apply(kit, read_source(SOURCE, ImportHints()))


def main() -> int:
    """Print the table; a machine without the file says so."""
    if not SOURCE.is_file():
        print("importing: left out, ../shared is not here")
        return 0
    os.environ["EVENTKIT_DATA"] = tempfile.mkdtemp()
    with tempfile.TemporaryDirectory() as name:
        rounds = iter(range(1000))

        def fresh() -> Path:
            folder = Path(name) / str(next(rounds))
            folder.mkdir()
            return folder

        compare(
            "importing",
            {"floor: ElementTree + executemany": lambda: floor(fresh()), "EventKit": lambda: ours(fresh())},
            floor="floor: ElementTree + executemany",
            goals={"EventKit": GOAL},
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
