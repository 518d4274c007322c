"""The change log: TEMP triggers write each row's images, undo plays them back."""

import json
from collections.abc import Iterator

from sqlalchemy import Connection, Table, select

import eventkit.models.guests
import eventkit.models.people
import eventkit.models.planning
import eventkit.models.programme
import eventkit.models.runsheet
import eventkit.models.venues  # noqa: F401 - the tables join the metadata by being imported
from eventkit.models.base import metadata
from eventkit.models.ledger import ChangeLogRow

UNLOGGED = frozenset({"kit_meta", "txn", "change_log", "published", "blob"})
"""The tables that undo does not reach."""

LOG = ChangeLogRow.__table__


def logged_tables() -> tuple[Table, ...]:
    """Every content table, parents before children."""
    return tuple(table for table in metadata.sorted_tables if table.name not in UNLOGGED)


def install_triggers(db: Connection) -> None:
    """Put the logging triggers over a connection; they are TEMP, so a kit file holds none."""
    db.exec_driver_sql("CREATE TEMP TABLE current_txn (id INTEGER)")
    db.exec_driver_sql("INSERT INTO temp.current_txn VALUES (NULL)")
    for table in logged_tables():
        for statement in _triggers(table):
            db.exec_driver_sql(statement)


def begin_step(db: Connection, txn: int) -> None:
    """Name the step that the rows changed from now on belong to."""
    db.exec_driver_sql("UPDATE temp.current_txn SET id = ?", (txn,))


def end_step(db: Connection) -> None:
    """From now on a changed content row belongs to no step, and the log refuses it."""
    db.exec_driver_sql("UPDATE temp.current_txn SET id = NULL")


def touched(db: Connection, txn: int) -> frozenset[tuple[str, int]]:
    """The (table, id) of every row that a step changed."""
    rows = db.execute(select(LOG.c.table, LOG.c.pk).where(LOG.c.txn == txn).distinct())
    return frozenset((table, pk) for table, pk in rows)


def play_back(db: Connection, txn: int) -> None:
    """Put every row that a step changed back as it was before, newest first; foreign keys are checked at the end."""
    db.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    images = db.execute(
        select(LOG.c.table, LOG.c.pk, LOG.c.before, LOG.c.after).where(LOG.c.txn == txn).order_by(LOG.c.seq.desc())
    ).all()
    for table, pk, before, after in images:
        _put_back(db, table, pk, before, exists=after is not None)


def _put_back(db: Connection, table: str, pk: int, before: str | None, *, exists: bool) -> None:
    name = metadata.tables[table].name
    if before is None:
        db.exec_driver_sql(f'DELETE FROM "{name}" WHERE id = ?', (pk,))  # noqa: S608 - a name of our own metadata
        return
    image: dict[str, str | int | None] = json.loads(before)
    columns = [column.name for column in metadata.tables[table].columns]
    values = tuple(image[column] for column in columns)
    if exists:
        assigned = ", ".join(f'"{column}" = ?' for column in columns)
        db.exec_driver_sql(f'UPDATE "{name}" SET {assigned} WHERE id = ?', (*values, pk))  # noqa: S608 - likewise
    else:
        named = ", ".join(f'"{column}"' for column in columns)
        marks = ", ".join("?" * len(columns))
        db.exec_driver_sql(f'INSERT INTO "{name}" ({named}) VALUES ({marks})', values)  # noqa: S608 - likewise


def _triggers(table: Table) -> Iterator[str]:
    new, old = _image(table, "NEW"), _image(table, "OLD")
    differs = " OR ".join(f'OLD."{column.name}" IS NOT NEW."{column.name}"' for column in table.columns)
    for event, condition, before, after, row in (
        ("INSERT", "", "NULL", new, "NEW"),
        ("UPDATE", f"WHEN {differs}", old, new, "NEW"),
        ("DELETE", "", old, "NULL", "OLD"),
    ):
        head = (
            f'CREATE TEMP TRIGGER "log_{table.name}_{event.lower()}" AFTER {event} ON main."{table.name}" {condition}'
        )
        step = "(SELECT id FROM current_txn)"
        log = 'INSERT INTO change_log (txn, "table", pk, before, after) VALUES'
        yield f"{head} BEGIN {log} ({step}, '{table.name}', {row}.id, {before}, {after}); END"


def _image(table: Table, row: str) -> str:
    pairs = ", ".join(f"'{column.name}', {row}.\"{column.name}\"" for column in table.columns)
    return f"json_object({pairs})"
