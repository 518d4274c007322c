"""The kit: one file, one connection, one owner thread; the only place where a transaction begins or ends."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Concatenate, ParamSpec, Self, TypeVar
from uuid import uuid4

from sqlalchemy import Engine, delete, insert, select
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

import eventkit
from eventkit.domain.errors import KitError
from eventkit.domain.history import Change, Label
from eventkit.models import changes, file, lock, migration, schema, search
from eventkit.models.ledger import KitMetaRow, TxnRow
from eventkit.services import backup
from eventkit.services.db import Db
from eventkit.services.history import label_of, stacks

P = ParamSpec("P")
R = TypeVar("R")


def utc_now() -> datetime:
    """The time of day, in UTC."""
    return datetime.now(UTC)


class Kit:
    """An open kit; close it, or use it as a context manager.

    `actor` signs the steps of the history, `clock` answers aware times, `backups` is the folder for verified
    copies (none are kept without it).
    """

    def __init__(
        self,
        path: Path,
        engine: Engine,
        *,
        actor: str = "",
        clock: Callable[[], datetime] = utc_now,
        backups: Path | None = None,
        read_only: bool = False,
    ) -> None:
        self.path = path
        self.read_only = read_only
        self._actor = actor
        self._clock = clock
        self._backups = backups
        self._engine = engine
        with self._transaction() as db:
            changes.install_triggers(db.connection())
            self.uuid = db.execute(select(KitMetaRow.kit_uuid)).scalar_one()
            self._stacks = stacks(db)
        if not read_only:
            lock.say_who(path, actor, clock())

    @classmethod
    def create(
        cls, path: Path, *, actor: str = "", clock: Callable[[], datetime] = utc_now, backups: Path | None = None
    ) -> Self:
        """A new kit at `path`; raises KitError when a file is there already or none can be made."""
        engine = file.create_file(path)
        with engine.begin() as db:
            schema.create_schema(db)
            db.execute(
                insert(KitMetaRow).values(
                    id=1,
                    kit_uuid=str(uuid4()),
                    min_reader=schema.READABLE_BY,
                    min_writer=schema.SCHEMA,
                    app_version=eventkit.__version__,
                )
            )
        return cls(path, engine, actor=actor, clock=clock, backups=backups)

    @classmethod
    def open(
        cls, path: Path, *, actor: str = "", clock: Callable[[], datetime] = utc_now, backups: Path | None = None
    ) -> Self:
        """The kit at `path`, a copy kept on the first open of a day; raises KitError, the file's bytes as they were.

        A kit of an older schema is brought to this one, after a verified copy was kept.
        """
        engine, number = file.open_file(path)
        read_only = number > schema.SCHEMA
        try:
            if number < schema.SCHEMA:
                _keep_older(engine, backups, clock())
                migration.migrate(engine, path)
            kit = cls(path, engine, actor=actor, clock=clock, backups=backups, read_only=read_only)
        except BaseException:
            engine.dispose()
            raise
        if not read_only:
            kit.keep_copy("daily", once_a_day=True)
        return kit

    def read(self, query: Callable[Concatenate[Db, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """What a query answers; it can change nothing."""
        with self._transaction(keep=False) as db:
            return query(db, *args, **kwargs)

    def preview(self, operation: Callable[Concatenate[Db, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """What an operation would answer; the kit stays as it is."""
        with self._transaction(keep=False) as db:
            self._begin_step(db, Label("preview"), None)
            return operation(db, *args, **kwargs)

    def write(
        self, label: Label, operation: Callable[Concatenate[Db, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> tuple[R, Change]:
        """Do an operation as one step of the history, all or nothing; one that changes nothing leaves no step."""
        with self._step(label, None) as (db, change):
            result = operation(db, *args, **kwargs)
        return result, change()

    def record(self, operation: Callable[Concatenate[Db, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Write what undo does not reach: the ledger and blobs."""
        self._refuse_read_only()
        with self._transaction() as db:
            return operation(db, *args, **kwargs)

    def revert(self, change: Change) -> Change:
        """Take a step back by its images; the answer is the step that did so, whose revert is redo."""
        with self._step(change.label, change.id) as (db, done):
            changes.play_back(db.connection(), change.id)
        return done()

    def undo(self) -> Change | None:
        """Take the last step back; None when there is none."""
        return self._revert_last(self._stacks.undo)

    def redo(self) -> Change | None:
        """Do the step that was taken back last again; None when there is none."""
        return self._revert_last(self._stacks.redo)

    @property
    def undo_label(self) -> Label | None:
        """What undo would take back."""
        return self.read(label_of, self._stacks.undo[-1]) if self._stacks.undo else None

    @property
    def redo_label(self) -> Label | None:
        """What redo would do again."""
        return self.read(label_of, self._stacks.redo[-1]) if self._stacks.redo else None

    def copy_to(self, to: Path) -> Path:
        """A verified copy of the kit as it is now; raises KitError when it can't be made."""
        with self._engine.connect() as db:
            return file.copy_file(db, to)

    def keep_copy(self, reason: str, *, once_a_day: bool = False) -> Path | None:
        """A verified copy in the user's folder, where one was named; only the newest of this kit stay there."""
        if self._backups is None:
            return None
        return backup.keep(self._backups / self.uuid, self.copy_to, reason, self._clock(), once_a_day=once_a_day)

    def close(self) -> None:
        """Let the file go."""
        self._engine.dispose()
        if not self.read_only:
            lock.forget(self.path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _revert_last(self, stack: list[int]) -> Change | None:
        if not stack:
            return None
        step = stack[-1]
        return self.revert(Change(step, self.read(label_of, step)))

    @contextmanager
    def _transaction(self, *, keep: bool = True) -> Iterator[Db]:
        try:
            with Session(self._engine, expire_on_commit=False) as db:
                yield db
                db.flush()
                if keep:
                    db.commit()
                else:
                    db.rollback()
        except OperationalError as error:
            raise KitError("kit_not_written", path=str(self.path), why=str(error.orig)) from error

    @contextmanager
    def _step(self, label: Label, reverts: int | None) -> Iterator[tuple[Db, Callable[[], Change]]]:
        """One step: the change is known once the block has ended well."""
        self._refuse_read_only()
        done: list[Change] = []
        with self._transaction() as db:
            step = self._begin_step(db, label, reverts)
            yield db, done.pop
            db.flush()
            touched = changes.touched(db.connection(), step)
            if touched:
                search.follow(db.connection(), touched)
            else:
                db.execute(delete(TxnRow).where(TxnRow.id == step))
            changes.end_step(db.connection())
        if touched:
            self._stacks.add(step, reverts)
        done.append(Change(step if touched else 0, label, touched))

    def _begin_step(self, db: Db, label: Label, reverts: int | None) -> int:
        row = TxnRow(verb=label.verb, subject=label.subject, actor=self._actor, at=self._clock(), reverts=reverts)
        db.add(row)
        db.flush()
        changes.begin_step(db.connection(), row.id)
        return row.id

    def _refuse_read_only(self) -> None:
        if self.read_only:
            raise KitError("kit_read_only", path=str(self.path))


def _keep_older(engine: Engine, backups: Path | None, now: datetime) -> None:
    """A verified copy of a kit before its schema changes."""
    if backups is not None:
        with Session(engine) as session:
            uuid = session.execute(select(KitMetaRow.kit_uuid)).scalar_one()
        with engine.connect() as db:
            backup.keep(backups / uuid, lambda to: file.copy_file(db, to), "migration", now)
