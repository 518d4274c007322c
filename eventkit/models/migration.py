"""From an older schema to this program's: Alembic's scripts in migrations/versions, one for each schema number."""

from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DatabaseError

from eventkit.domain.errors import KitError
from eventkit.models import search
from eventkit.models.schema import READABLE_BY, SCHEMA, foreign_parts

SCRIPTS = Path(__file__).parent / "migrations"


def migrate(engine: Engine, path: Path) -> None:
    """Bring a kit to the schema of this program, all or nothing, with foreign keys off outside the transaction.

    Raises KitError kit_migration_failed; the file is then as it was.
    """
    _keep_foreign_keys(engine, on=False)
    try:
        with engine.begin() as db:
            number = db.exec_driver_sql("PRAGMA user_version").scalar_one()
            upgrade(db, number)
            loose = db.exec_driver_sql("PRAGMA foreign_key_check").all()
            faults = [*foreign_parts(db), *(f"{row[0]} {row[1]}" for row in loose)]
            if faults:
                raise KitError("kit_migration_failed", path=str(path), why=", ".join(faults))
    except DatabaseError as error:
        raise KitError("kit_migration_failed", path=str(path), why=str(error.orig)) from error
    finally:
        _keep_foreign_keys(engine, on=True)


def upgrade(db: Connection, number: int) -> None:
    """Run every script after schema `number` (0 is an empty file) in the transaction that is open."""
    from alembic.migration import MigrationContext  # noqa: PLC0415 - Alembic is loaded only when a kit is older
    from alembic.operations import Operations  # noqa: PLC0415 - likewise
    from alembic.script import ScriptDirectory  # noqa: PLC0415 - likewise

    scripts = ScriptDirectory(str(SCRIPTS))
    steps = list(scripts.iterate_revisions("head", str(number) if number else "base"))
    with Operations.context(MigrationContext.configure(db)):
        for step in reversed(steps):
            step.module.upgrade()
    search.rebuild(db)
    db.exec_driver_sql(f"PRAGMA user_version = {SCHEMA}")
    db.exec_driver_sql("UPDATE kit_meta SET min_reader = ?, min_writer = ?", (READABLE_BY, SCHEMA))


def _keep_foreign_keys(engine: Engine, *, on: bool) -> None:
    """SQLite hears this outside a transaction only."""
    with closing(engine.raw_connection()) as raw:
        raw.cursor().execute(f"PRAGMA foreign_keys = {int(on)}")
