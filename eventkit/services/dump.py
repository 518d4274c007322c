"""The logical content of a kit as canonical JSON lines: equal kits give equal bytes."""

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Table

from eventkit.models.changes import logged_tables
from eventkit.services.db import Db

Names = dict[str, dict[int, str]]


def dump_lines(db: Db) -> Iterator[str]:
    """One line a row, in order, without newlines: rows by uuid; no row ids, history, ledger, index or blob bytes."""
    names: Names = {}
    lines: list[str] = []
    for table in logged_tables():
        for row in _rows(db, table):
            values = {column: _named(names, table, column, value, row) for column, value in row.items()}
            if "uuid" in values:
                names.setdefault(table.name, {})[row["id"]] = row["uuid"]
            elif table.name == "source":
                names.setdefault("source", {})[row["id"]] = f"{values['event_id']}/{values['format']}"
            del values["id"]
            lines.append(json.dumps({"table": table.name, **values}, ensure_ascii=False, sort_keys=True))
    yield from sorted(lines)


def _rows(db: Db, table: Table) -> Iterator[dict[str, Any]]:
    result = db.connection().exec_driver_sql(f'SELECT * FROM "{table.name}" ORDER BY id')  # noqa: S608 - our own name
    for row in result.mappings():
        yield dict(row)


def _named(names: Names, table: Table, column: str, value: Any, row: dict[str, Any]) -> Any:
    """A reference to a row as that row's name; any other value as it is."""
    if value is None:
        return None
    if table.name == "source_item" and column == "item_id":
        return names.get(row["kind"], {}).get(value)
    keys = table.columns[column].foreign_keys
    return names[next(iter(keys)).column.table.name][value] if keys else value
