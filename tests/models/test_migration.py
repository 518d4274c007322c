"""Kits of every released schema open, whole, and can be taken back and on as ever."""

import hashlib
import shutil
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from eventkit.domain.errors import KitError
from eventkit.models import changes, migration
from eventkit.models.base import metadata
from eventkit.models.schema import READABLE_BY, SCHEMA, create_schema, foreign_parts, known_schema
from eventkit.services import backup
from eventkit.services.integrity import integrity
from eventkit.services.kit import Kit
from tests.factories import dumped, new_kit

KITS = Path(__file__).parent.parent / "kits"
FILES = sorted(KITS.glob("schema-*.eventkit"))
CONTENT = tuple((KITS / "content.jsonl").read_text("utf-8").splitlines())
"""What each of these kits holds: an imported camp that was edited, exported, edited and taken back."""
NOON = datetime(2027, 2, 1, 12, tzinfo=UTC)


@pytest.fixture
def older(tmp_path: Path) -> Path:
    return Path(shutil.copy(KITS / "schema-1.eventkit", tmp_path / "town.eventkit"))


def told(path: Path, statement: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(path) as db:
        rows = db.execute(statement).fetchall()
    db.close()
    return rows


def sha(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_there_is_a_kit_of_every_schema() -> None:
    assert [path.stem for path in FILES] == [f"schema-{number}" for number in range(1, SCHEMA + 1)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_kit_of_any_schema_opens_with_its_content_and_history(path: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copy(path, tmp_path / "town.eventkit"))
    with Kit.open(copy) as kit:
        assert dumped(kit) == CONTENT
        assert kit.record(integrity) == ()
        while kit.undo():
            pass
        assert dumped(kit) == ()
        while kit.redo():
            pass
        assert any("Knots and hitches" in line for line in dumped(kit))
    assert told(copy, "PRAGMA user_version") == [(SCHEMA,)]
    assert told(copy, "SELECT min_reader, min_writer FROM kit_meta") == [(READABLE_BY, SCHEMA)]


def test_a_verified_copy_is_kept_before_the_schema_changes(older: Path, tmp_path: Path) -> None:
    before = told(older, "SELECT name FROM sqlite_schema ORDER BY name")
    with Kit.open(older, backups=tmp_path / "copies", clock=lambda: NOON) as kit:
        kept = backup.copies(tmp_path / "copies" / kit.uuid)
    assert {copy.reason: told(copy.path, "PRAGMA user_version") for copy in kept} == {"migration": [(1,)]}
    assert told(kept[0].path, "SELECT name FROM sqlite_schema ORDER BY name") == before


def test_a_migration_that_fails_leaves_the_file_as_it_was(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scripts = older.parent / "scripts"
    shutil.copytree(migration.SCRIPTS, scripts)
    script = scripts / "versions" / "schema_2.py"
    monkeypatch.setattr(migration, "SCRIPTS", scripts)
    before = sha(older)
    for ending in ("op.execute('DELETE FROM event')", "op.execute('NO SQL')", "op.execute('DROP TABLE attachment')"):
        script.write_text(script.read_text("utf-8").rstrip() + f"\n    {ending}\n", "utf-8")
        with pytest.raises(KitError, match="kit_migration_failed"):
            Kit.open(older)
        assert sha(older) == before


def test_a_kit_of_an_older_schema_with_foreign_parts_is_not_migrated(older: Path) -> None:
    told(older, "CREATE VIEW v AS SELECT name FROM person")
    before = sha(older)
    with pytest.raises(KitError, match="kit_foreign"):
        Kit.open(older)
    assert sha(older) == before


def test_a_kit_without_a_schema_number_is_foreign(older: Path) -> None:
    told(older, "PRAGMA user_version = 0")
    with pytest.raises(KitError, match="kit_foreign"):
        Kit.open(older)


def test_the_scripts_the_tables_and_the_frozen_schemas_agree() -> None:
    assert changes.logged_tables()
    engine = create_engine("sqlite://")
    with engine.begin() as db:
        migration.upgrade(db, 0)
        assert foreign_parts(db) == ()
    engine.dispose()
    with engine.begin() as db:
        metadata.create_all(db)
        search = [name for name in known_schema() if name.startswith("search")]
        assert foreign_parts(db) == tuple(sorted(search))
    engine.dispose()
    for number in range(1, SCHEMA + 1):
        with engine.begin() as db:
            create_schema(db, number)
            assert foreign_parts(db, number) == ()
        engine.dispose()


def test_foreign_keys_are_on_again_after_a_migration(older: Path, tmp_path: Path) -> None:
    with Kit.open(older) as kit, new_kit(tmp_path) as fresh:
        for one in (kit, fresh):
            assert one.read(lambda db: db.execute(text("PRAGMA foreign_keys")).scalar()) == 1
