"""The steps of a kit's history, newest first."""

from sqlalchemy import select

from eventkit.domain.history import Label, Stacks, Step
from eventkit.models.ledger import TxnRow
from eventkit.services.db import Db


def steps(db: Db, *, limit: int = 200) -> tuple[Step, ...]:
    """The newest `limit` steps, newest first; one that a later step took back is marked undone."""
    rows = db.execute(
        select(TxnRow.id, TxnRow.verb, TxnRow.subject, TxnRow.actor, TxnRow.at, TxnRow.reverts)
        .order_by(TxnRow.id.desc())
        .limit(limit)
    ).all()
    standing = set(stacks(db).undo)
    return tuple(
        Step(
            id=row.id,
            label=Label(row.verb, row.subject),
            actor=row.actor,
            at=row.at,
            reverts=row.reverts,
            undone=row.id not in standing,
        )
        for row in rows
    )


def stacks(db: Db) -> Stacks:
    """What undo and redo reach next."""
    found = Stacks()
    for step, reverts in db.execute(select(TxnRow.id, TxnRow.reverts).order_by(TxnRow.id)):
        found.add(step, reverts)
    return found


def label_of(db: Db, step: int) -> Label:
    """What a step is called."""
    return Label(*db.execute(select(TxnRow.verb, TxnRow.subject).where(TxnRow.id == step)).one())
