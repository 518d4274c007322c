"""The search index: folded text of what people look for, following the change log."""

from collections.abc import Iterable

from sqlalchemy import Connection, Integer, TextualSelect, column
from sqlalchemy import text as sql

from eventkit.domain.text import search_text

KINDS = ("event", "session", "person", "room", "track", "guest")
"""What can be found; a row's number in the index is its id times their most, plus the place of its kind here."""
MOST_KINDS = 16

_TEXTS = {
    "event": "SELECT id, title || ' ' || subtitle || ' ' || description FROM event WHERE id IN ({})",
    "session": (
        "SELECT id, code || ' ' || title || ' ' || subtitle || ' ' || abstract || ' ' || description || coalesce("
        "(SELECT group_concat(' ' || t.title || ' ' || t.abstract || ' ' || t.description, '') FROM session_text t"
        " WHERE t.session_id = session.id), '') FROM session WHERE id IN ({})"
    ),
    "person": "SELECT id, name || ' ' || badge_name || ' ' || affiliation || ' ' || headline || ' ' || bio FROM person"
    " WHERE id IN ({})",
    "room": "SELECT id, name || ' ' || description FROM room WHERE id IN ({})",
    "track": "SELECT id, name FROM track WHERE id IN ({})",
    "guest": "SELECT id, name || ' ' || affiliation || ' ' || ticket FROM guest WHERE id IN ({})",
}
_CHUNK = 500


def follow(db: Connection, rows: Iterable[tuple[str, int]]) -> None:
    """Bring the index up to date for the rows that a step touched."""
    wanted: dict[str, set[int]] = {}
    for table, pk in rows:
        if table in KINDS:
            wanted.setdefault(table, set()).add(pk)
        elif table == "session_text":
            wanted.setdefault("session", set()).update(_sessions_of_text(db, pk))
    for kind, ids in wanted.items():
        ordered = sorted(ids)
        for start in range(0, len(ordered), _CHUNK):
            _renew(db, kind, ordered[start : start + _CHUNK])


def rebuild(db: Connection) -> None:
    """Fill the index anew, as after a change of schema."""
    db.exec_driver_sql("DELETE FROM search")
    follow(db, [(kind, pk) for kind in KINDS for (pk,) in db.exec_driver_sql(f"SELECT id FROM {kind}")])  # noqa: S608 - a kind is a table of ours


def ids_holding(kind: str, text: str) -> TextualSelect:
    """A query for the ids of one kind of things that hold every word of `text`, the last one as a beginning."""
    asked = "SELECT rowid / :most FROM search WHERE search MATCH :words AND rowid % :most = :place"
    values = {"most": MOST_KINDS, "words": _asked(text), "place": KINDS.index(kind)}
    return sql(asked).bindparams(**values).columns(column("id", Integer))


def found_ids(db: Connection, text: str, limit: int) -> list[tuple[str, int]]:
    """(kind, id) of what holds every word of `text`, the last one as a beginning; best first."""
    query = _asked(text)
    if not query:
        return []
    rows = db.exec_driver_sql("SELECT rowid FROM search WHERE search MATCH ? ORDER BY rank LIMIT ?", (query, limit))
    return [(KINDS[number % MOST_KINDS], number // MOST_KINDS) for (number,) in rows]


def _asked(text: str) -> str:
    """The words as the index is asked for them; nothing for no words."""
    words = search_text(text.replace('"', " ")).split()
    return " ".join(f'"{word}"' for word in words) + " *" if words else ""


def _renew(db: Connection, kind: str, ids: list[int]) -> None:
    place = KINDS.index(kind)
    db.exec_driver_sql("DELETE FROM search WHERE rowid = ?", [(_number(pk, place),) for pk in ids])
    marks = ", ".join("?" * len(ids))
    texts = db.exec_driver_sql(_TEXTS[kind].format(marks), tuple(ids)).all()
    if texts:
        db.exec_driver_sql(
            "INSERT INTO search (rowid, words) VALUES (?, ?)",
            [(_number(pk, place), search_text(words)) for pk, words in texts],
        )


def _number(pk: int, place: int) -> int:
    return pk * MOST_KINDS + place


def _sessions_of_text(db: Connection, pk: int) -> set[int]:
    """The session that a text in another language belonged to, before or now."""
    rows = db.exec_driver_sql(
        "SELECT DISTINCT json_extract(coalesce(after, before), '$.session_id') FROM change_log"
        " WHERE \"table\" = 'session_text' AND pk = ?",
        (pk,),
    )
    return {row[0] for row in rows}
