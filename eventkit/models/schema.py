"""The schemas that kits have had: each number's SQL is frozen, so that a kit is known whatever library made it."""

import sqlite3
from contextlib import closing
from functools import cache
from importlib.resources import files

from sqlalchemy import Connection

APPLICATION_ID = 0x45564B54
"""`EVKT`: what the header of every kit says."""
SCHEMA = 3
"""The schema number that this program writes; an older one is migrated."""
READABLE_BY = 3
"""The oldest schema number whose programs can read what this one writes."""


def create_schema(db: Connection, number: int = SCHEMA) -> None:
    """All tables and the search index of a schema, in the transaction that is open."""
    for statement in _statements(number):
        db.exec_driver_sql(statement)
    db.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    db.exec_driver_sql(f"PRAGMA user_version = {number}")


def foreign_parts(db: Connection, number: int = SCHEMA) -> tuple[str, ...]:
    """Names of what a kit's schema holds besides, or without, what that schema number has."""
    rows = db.exec_driver_sql(_PARTS)
    found, known = {name: _folded(sql) for name, sql in rows}, known_schema(number)
    return tuple(sorted(name for name in found.keys() | known.keys() if found.get(name) != known.get(name)))


def statements_of(number: int, table: str) -> list[str]:
    """What makes a table of that schema, and its indexes."""
    heads = (f"CREATE TABLE {table} (", f" ON {table} (")
    return [one for one in _statements(number) if any(head in one for head in heads)]


@cache
def known_schema(number: int = SCHEMA) -> dict[str, str]:
    """What a kit of that schema number holds: SQL by object name."""
    with closing(sqlite3.connect(":memory:")) as db:
        for statement in _statements(number):
            db.execute(statement)
        return {name: _folded(sql) for name, sql in db.execute(_PARTS)}


_PARTS = "SELECT name, coalesce(sql, type) FROM main.sqlite_schema"


def _statements(number: int) -> list[str]:
    text = (files("eventkit.models") / "schemas" / f"{number}.sql").read_text("utf-8")
    return [statement for statement in text.split(";\n") if statement.strip()]


def _folded(sql: str) -> str:
    return "".join(sql.split())
