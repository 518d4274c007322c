"""The kit: what opens, what is refused, and that a step is all or nothing."""

import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from eventkit.domain.errors import KitError
from eventkit.domain.history import Label
from eventkit.models.file import PRAGMAS
from eventkit.services import backup
from eventkit.services.db import Db
from eventkit.services.dump import dump_lines
from eventkit.services.events import add_chapter, add_event, add_venue, delete_venue, edit_event
from eventkit.services.history import steps
from eventkit.services.integrity import integrity
from eventkit.services.kit import Kit
from eventkit.services.people import add_person
from eventkit.services.search import search
from eventkit.services.sessions import add_session

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


def sha(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def dump(kit: Kit) -> list[str]:
    return kit.read(lambda db: list(dump_lines(db)))


@pytest.fixture
def kit(tmp_path: Path) -> Iterator[Kit]:
    with Kit.create(tmp_path / "town.eventkit", actor="ada", clock=lambda: NOON) as one:
        yield one


def refused(path: Path) -> str:
    with pytest.raises(KitError) as caught:
        Kit.open(path)
    return caught.value.code


def test_create_leaves_a_kit_that_opens_again_with_its_content(tmp_path: Path) -> None:
    path = tmp_path / "town.eventkit"
    with Kit.create(path) as kit:
        kit.write(Label("add_chapter"), add_chapter, name="Riverside", zone="Europe/Lisbon")
        before, uuid = dump(kit), kit.uuid
    with Kit.open(path) as again:
        assert (dump(again), again.uuid) == (before, uuid)
    header = path.read_bytes()[:100]
    assert header[68:72] == b"EVKT"


def test_create_over_a_file_refuses_and_keeps_it(tmp_path: Path) -> None:
    path = tmp_path / "letter.eventkit"
    path.write_text("dear all")
    with pytest.raises(KitError, match="kit_exists"):
        Kit.create(path)
    assert path.read_text() == "dear all"


def test_create_in_no_folder_says_unwritable(tmp_path: Path) -> None:
    with pytest.raises(KitError, match="kit_unwritable"):
        Kit.create(tmp_path / "nowhere" / "town.eventkit")


def test_open_tells_four_kinds_of_wrong_file_apart(tmp_path: Path) -> None:
    letter, other = tmp_path / "letter.txt", tmp_path / "other.db"
    letter.write_text("not a database, but long enough to have a header " * 4)
    with sqlite3.connect(other) as db:
        db.execute("CREATE TABLE t (a)")
    db.close()
    newer = tmp_path / "newer.eventkit"
    Kit.create(newer).close()
    set_version(newer, schema=7, reader=7)
    before = [sha(path) for path in (letter, other, newer)]
    assert refused(tmp_path / "absent.eventkit") == "kit_missing"
    assert refused(tmp_path) == "kit_unreadable"
    assert [refused(path) for path in (letter, other, newer)] == ["kit_not_sqlite", "kit_not_ours", "kit_newer"]
    assert [sha(path) for path in (letter, other, newer)] == before


def set_version(path: Path, *, schema: int, reader: int) -> None:
    with sqlite3.connect(path) as db:
        db.execute(f"PRAGMA user_version = {schema}")
        db.execute("UPDATE kit_meta SET min_reader = ?", (reader,))
    db.close()


def test_open_newer_kit_that_allows_it_reads_and_never_writes(tmp_path: Path) -> None:
    path = tmp_path / "newer.eventkit"
    with Kit.create(path) as kit:
        kit.write(Label("add_person"), add_person, name="Žofie")
    set_version(path, schema=7, reader=1)
    before = sha(path)
    with Kit.open(path) as kit:
        assert kit.read_only
        assert [hit.title for hit in kit.read(search, "zofie")] == ["Žofie"]
        with pytest.raises(KitError, match="kit_read_only"):
            kit.write(Label("add_person"), add_person, name="Eve")
        with pytest.raises(KitError, match="kit_read_only"):
            kit.record(lambda db: db)
    assert sha(path) == before


def test_pragmas_are_set_on_the_connection(kit: Kit) -> None:
    def told(db: Db) -> dict[str, object]:
        return {name: db.execute(text(f"PRAGMA {name}")).scalar() for name in PRAGMAS if name != "mmap_size"}

    assert kit.read(told) == {name: value for name, value in PRAGMAS.items() if name != "mmap_size"}


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER UPDATE ON person BEGIN DELETE FROM session; END",
        "CREATE VIEW v AS SELECT name FROM person",
        "CREATE VIRTUAL TABLE extra USING fts5 (a)",
        "CREATE INDEX odd ON person (lower(name))",
        "CREATE TABLE extra (a)",
        "DROP INDEX ix_person_sort_key",
        "ALTER TABLE person ADD COLUMN age",
    ],
)
def test_open_refuses_a_schema_that_is_not_ours_and_leaves_the_file(tmp_path: Path, statement: str) -> None:
    path = tmp_path / "odd.eventkit"
    Kit.create(path).close()
    with sqlite3.connect(path) as db:
        db.execute(statement)
    db.close()
    before = sha(path)
    assert refused(path) == "kit_foreign"
    assert sha(path) == before


def test_open_damaged_file_says_damaged(tmp_path: Path) -> None:
    path = tmp_path / "torn.eventkit"
    Kit.create(path).close()
    data = bytearray(path.read_bytes())
    data[100:4000] = b"\xff" * 3900
    path.write_bytes(data)
    assert refused(path) == "kit_damaged"


def test_open_in_two_processes_names_who_has_it(kit: Kit) -> None:
    program = (
        "import sys; from pathlib import Path; from eventkit.services.kit import Kit\n"
        "from eventkit.domain.errors import KitError\n"
        "try: Kit.open(Path(sys.argv[1]))\n"
        "except KitError as error: print(error.code, error.values['who'])"
    )
    told = subprocess.run(
        [sys.executable, "-c", program, str(kit.path)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert told.stdout.split() == ["kit_locked", "ada"]


def test_open_after_a_killed_process_is_not_blocked_by_its_lock_file(tmp_path: Path) -> None:
    path = tmp_path / "town.eventkit"
    Kit.create(path).close()
    left = path.with_name("town.eventkit.lock")
    left.write_text(json.dumps({"who": "ghost", "host": "gone", "pid": 1, "since": ""}))
    with Kit.open(path, actor="ada"):
        assert json.loads(left.read_text())["who"] == "ada"
    assert not left.exists()


def test_write_that_fails_changes_nothing(kit: Kit) -> None:
    before = dump(kit)

    def half(db: Db) -> None:
        add_person(db, name="Eve")
        raise RuntimeError("no")

    with pytest.raises(RuntimeError):
        kit.write(Label("half"), half)
    assert dump(kit) == before
    assert kit.read(steps) == ()


def test_write_that_changes_nothing_leaves_no_step(kit: Kit) -> None:
    event, _ = kit.write(Label("add_event"), add_event, title="Meetup", zone="Europe/Lisbon")
    _, change = kit.write(Label("edit_event"), edit_event, event.id, title="Meetup")
    assert change.empty
    assert [step.label.verb for step in kit.read(steps)] == ["add_event"]


def test_preview_answers_and_keeps_nothing(kit: Kit) -> None:
    before = dump(kit)
    assert kit.preview(add_person, name="Eve").name == "Eve"
    assert dump(kit) == before


def test_undo_and_redo_survive_a_restart_and_a_new_step_ends_redo(tmp_path: Path) -> None:
    path = tmp_path / "town.eventkit"
    with Kit.create(path) as kit:
        empty = dump(kit)
        kit.write(Label("add_person", "Ada"), add_person, name="Ada")
        full = dump(kit)
    with Kit.open(path) as kit:
        assert kit.undo_label == Label("add_person", "Ada")
        kit.undo()
        assert dump(kit) == empty
        assert kit.undo() is None
    with Kit.open(path) as kit:
        kit.redo()
        assert dump(kit) == full
        assert kit.redo() is None
        kit.undo()
        kit.write(Label("add_person", "Bo"), add_person, name="Bo")
        assert kit.redo() is None
        marks = [(step.label.subject, step.undone, step.reverts is not None) for step in kit.read(steps)]
    assert marks == [
        ("Bo", False, False),
        ("Ada", True, True),
        ("Ada", True, True),
        ("Ada", True, True),
        ("Ada", True, False),
    ]


def test_undo_brings_back_what_a_cascade_and_set_null_took(kit: Kit) -> None:
    venue, _ = kit.write(Label("add_venue"), add_venue, name="Mill")
    event, _ = kit.write(Label("add_event"), add_event, title="Meetup", zone="Europe/Lisbon", venue_id=venue.id)
    kit.write(Label("add_session"), add_session, event.id, title="Welcome")
    before = dump(kit)
    kit.write(Label("delete_venue"), delete_venue, venue.id)
    assert dump(kit) != before
    kit.undo()
    assert dump(kit) == before


def test_revert_of_an_older_step_can_be_reverted_itself(kit: Kit) -> None:
    _, first = kit.write(Label("add_person", "Ada"), add_person, name="Ada")
    kit.write(Label("add_person", "Bo"), add_person, name="Bo")
    both = dump(kit)
    back = kit.revert(first)
    assert [line for line in both if "Ada" not in line] == dump(kit)
    kit.revert(back)
    assert dump(kit) == both


def test_change_names_the_rows_it_touched(kit: Kit) -> None:
    person, change = kit.write(Label("add_person"), add_person, name="Ada")
    assert (change.rows, change.tables) == (frozenset({("person", person.id)}), frozenset({"person"}))


@pytest.mark.parametrize(
    ("name", "wanted"),
    [("München Łódź", "munchen"), ("São Jorge", "SAO"), ("東京ラボ", "京ラ"), ("สวัสดี", "วัส"), ("Ada", "ad")],
)
def test_search_finds_folded_words_beginnings_and_parts(kit: Kit, name: str, wanted: str) -> None:
    kit.write(Label("add_person"), add_person, name=name)
    kit.write(Label("add_person"), add_person, name="Nobody")
    assert [hit.title for hit in kit.read(search, wanted)] == [name]
    kit.undo()
    kit.undo()
    assert kit.read(search, wanted) == ()


@pytest.mark.parametrize("wanted", ["", "  ", '"', '" OR *', "NEAR(", "a AND NOT b", "^x:y"])
def test_search_with_odd_signs_is_no_query_language(kit: Kit, wanted: str) -> None:
    assert kit.read(search, wanted) == ()


def test_integrity_of_a_whole_kit_finds_nothing(kit: Kit) -> None:
    kit.write(Label("add_person"), add_person, name="Ada")
    assert kit.record(integrity) == ()


def test_keep_copy_keeps_the_newest_ten_and_one_daily(tmp_path: Path) -> None:
    now = [NOON]
    folder = tmp_path / "copies"
    path = tmp_path / "town.eventkit"
    with Kit.create(path, clock=lambda: now[0], backups=folder) as kit:
        for _ in range(12):
            now[0] += timedelta(minutes=1)
            kit.keep_copy("import")
        kept = backup.copies(folder / kit.uuid)
        content = dump(kit)
    assert [copy.at for copy in kept] == [NOON + timedelta(minutes=12 - age) for age in range(10)]
    now[0] += timedelta(days=1)
    for _ in range(2):
        Kit.open(path, clock=lambda: now[0], backups=folder).close()
    reasons = [copy.reason for copy in backup.copies(kept[0].path.parent)]
    assert reasons == ["daily"] + ["import"] * 9
    restored = backup.restore(kept[0].path, tmp_path / "restored.eventkit")
    with Kit.open(restored) as kit:
        assert dump(kit) == content
    with pytest.raises(KitError, match="kit_exists"):
        backup.restore(kept[0].path, restored)


def test_keep_copy_without_a_folder_keeps_none(kit: Kit) -> None:
    assert kit.keep_copy("import") is None


def test_copy_into_a_full_or_absent_place_fails_with_a_word(kit: Kit) -> None:
    with pytest.raises(KitError, match="copy_failed"):
        kit.copy_to(Path("/proc/nowhere/copy.eventkit"))


def test_kit_copied_while_closed_opens_elsewhere(kit: Kit, tmp_path: Path) -> None:
    kit.write(Label("add_person"), add_person, name="Ada")
    content = dump(kit)
    kit.close()
    moved = shutil.copy(kit.path, tmp_path / "moved.eventkit")
    with Kit.open(Path(moved)) as again:
        assert dump(again) == content


def test_restored_copy_needs_a_place(kit: Kit, tmp_path: Path) -> None:
    copy = kit.copy_to(tmp_path / "copy.eventkit")
    with pytest.raises(KitError) as caught:
        backup.restore(copy, tmp_path / "nowhere" / "town.eventkit")
    assert caught.value.code == "copy_failed"


def test_other_files_among_the_copies_are_no_copies(kit: Kit, tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    kept = backup.keep(folder, kit.copy_to, "import", NOON)
    (folder / "mine.eventkit").write_bytes(b"x")
    assert [copy.path for copy in backup.copies(folder)] == [kept]


def test_redo_is_named_after_the_step_that_it_does_again(kit: Kit) -> None:
    assert kit.redo_label is None
    kit.write(Label("add_person", "Ada"), add_person, name="Ada")
    kit.undo()
    assert kit.redo_label == Label("add_person", "Ada")


def test_search_finds_events_with_their_subtitle(kit: Kit) -> None:
    event, _ = kit.write(Label("test"), add_event, title="Harbour Camp", zone="Europe/Lisbon", subtitle="Two days")
    (hit,) = kit.read(search, "harb")
    assert (hit.kind, hit.id, hit.title, hit.context, hit.event_id) == (
        "event",
        event.id,
        "Harbour Camp",
        "Two days",
        event.id,
    )
