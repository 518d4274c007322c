"""Files that are locked, newer than they say, damaged, or in a place that can't be written."""

import json
import pickle
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import StatementError

from eventkit.domain.errors import ImportFileError, KitError
from eventkit.domain.history import Label
from eventkit.models import lock
from eventkit.models.programme import EventRow
from eventkit.services.db import Db
from eventkit.services.events import add_event
from eventkit.services.integrity import integrity
from eventkit.services.kit import Kit
from tests.factories import an_event, dumped, new_kit


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A closed kit with an event."""
    with new_kit(tmp_path, "town") as kit:
        an_event(kit)
    return tmp_path / "town.eventkit"


def refused(path: Path) -> KitError:
    """Why a kit does not open; its bytes stay."""
    before = path.read_bytes()
    with pytest.raises(KitError) as caught:
        Kit.open(path)
    assert path.read_bytes() == before
    return caught.value


@pytest.mark.parametrize(
    ("told", "values"),
    [
        (json.dumps({"who": "ada", "host": "desk"}), ("ada", "desk")),
        ("no words of ours", ("?", "?")),
        ("[]", ("?", "?")),
        (None, ("?", "?")),
    ],
)
def test_locked_kit_says_who_has_it_as_far_as_is_known(path: Path, told: str | None, values: tuple[str, str]) -> None:
    if told is not None:
        lock.lock_path(path).write_text(told, "utf-8")
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN EXCLUSIVE")
        error = refused(path)
    assert (error.code, error.values["who"], error.values["host"]) == ("kit_locked", *values)
    with Kit.open(path) as kit:
        assert kit.read(integrity) == ()


def test_lock_file_that_cannot_be_written_stops_nobody(path: Path) -> None:
    lock.lock_path(path).mkdir()
    with Kit.open(path) as kit:
        an_event(kit, "Second")
    assert lock.lock_path(path).is_dir()


def test_newer_kit_that_does_not_say_who_may_read_it_is_refused(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("DROP TABLE kit_meta")
        raw.execute("PRAGMA user_version = 99")
    assert refused(path).code == "kit_newer"


def test_rows_that_break_the_rules_are_told_and_never_copied(path: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA ignore_check_constraints = ON")
        raw.execute("UPDATE event SET title = 'Harbour' || char(0)")
        raw.commit()
    with Kit.open(path) as kit:
        assert "CHECK" in str(kit.read(integrity))
        with pytest.raises(KitError) as caught:
            kit.copy_to(tmp_path / "copy.eventkit")
    assert caught.value.code == "copy_failed"
    assert not (tmp_path / "copy.eventkit").exists()


def test_pages_of_rubbish_are_told(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        size = raw.execute("PRAGMA page_size").fetchone()[0]
        root = raw.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'search_data'").fetchone()[0]
    with path.open("rb+") as file:
        file.seek((root - 1) * size)
        file.write(b"\xa5" * size)
    with Kit.open(path) as kit:
        assert kit.read(integrity) != ()


def test_full_disk_is_told_and_the_step_leaves_nothing(path: Path) -> None:
    def fill(db: Db) -> None:
        pages = db.scalar(text("PRAGMA page_count"))
        db.execute(text(f"PRAGMA max_page_count = {pages}"))
        add_event(db, title="x" * 100_000, zone="UTC")

    with Kit.open(path) as kit:
        before = dumped(kit)
        with pytest.raises(KitError) as caught:
            kit.write(Label("test"), fill)
        assert caught.value.code == "kit_not_written"
        assert dumped(kit) == before


def test_instant_without_a_zone_is_a_mistake_of_ours(path: Path) -> None:
    naive = datetime(2027, 5, 8)  # noqa: DTZ001 - the mistake in question
    with Kit.open(path) as kit, pytest.raises(StatementError, match="an instant needs a zone"):
        kit.read(lambda db: db.scalars(select(EventRow.id).where(EventRow.start == naive)).all())


def test_kit_whose_journal_cannot_be_opened_is_refused(path: Path) -> None:
    path.with_name(f"{path.name}-journal").mkdir()
    assert refused(path).code == "kit_unwritable"


def test_what_happens_in_the_worker_is_told_here() -> None:
    error = ImportFileError("import_too_big", name="big.xml", limit=64)
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - made a moment ago
    assert (type(again), again.code, again.values) == (ImportFileError, error.code, error.values)
