"""Where the window meets the kit: it reads, writes, undoes, and tells the pages what changed."""

import getpass
from collections.abc import Callable
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from eventkit.domain.errors import EventKitError
from eventkit.domain.history import Change, Label
from eventkit.domain.words import Words
from eventkit.jobs.resources import backups
from eventkit.services.db import Db
from eventkit.services.kit import Kit

P = ParamSpec("P")
R = TypeVar("R")


class Desk(QObject):
    """The one kit that is open, if any.

    `changed` carries the Change of every step, undo and redo too; `failed` a refusal in the user's words.
    """

    opened = Signal()
    closing = Signal()
    closed = Signal()
    changed = Signal(object)
    failed = Signal(str)

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self.kit: Kit | None = None

    def open(self, path: Path) -> bool:
        """Open a kit in place of the one that is open; False, and `failed`, when it is refused."""
        return self._take(lambda: Kit.open(path, actor=_user(), backups=backups()), path)

    def create(self, path: Path, fill: Callable[[Kit], object]) -> bool:
        """Make a kit, fill it, and open it in place of the one that is open."""

        def make() -> Kit:
            kit = Kit.create(path, actor=_user(), backups=backups())
            fill(kit)
            return kit

        return self._take(make, None)

    def close(self) -> None:
        """Let the kit go; `closing` is the last moment to write into it."""
        if self.kit is not None:
            self.closing.emit()
            self.kit.close()
            self.kit = None
            self.closed.emit()

    def read(self, query: Callable[Concatenate[Db, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """What a query answers about the open kit."""
        return self.open_kit.read(query, *args, **kwargs)

    def write(
        self, label: Label, operation: Callable[Concatenate[Db, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R | None:
        """Do an operation as one step; None, and `failed`, when it is refused."""
        done = self.attempt(lambda: self.open_kit.write(label, operation, *args, **kwargs))
        if done is None:
            return None
        self.tell(done[1])
        return done[0]

    def edit(
        self, label: Label, operation: Callable[Concatenate[Db, P], object], *args: P.args, **kwargs: P.kwargs
    ) -> str:
        """Do an operation as one step, for a form; answers why it is refused, in the user's words, or nothing."""
        try:
            _, change = self.open_kit.write(label, operation, *args, **kwargs)
        except EventKitError as error:
            return self.say_error(error)
        self.tell(change)
        return ""

    def attempt(self, action: Callable[[], R]) -> R | None:
        """What an action answers; None, and `failed`, when it is refused."""
        try:
            return action()
        except EventKitError as error:
            self.failed.emit(self.say_error(error))
            return None

    def tell(self, change: Change | None) -> None:
        """Let the pages know of a step that was done."""
        if change is not None and not change.empty:
            self.changed.emit(change)

    def undo(self) -> None:
        """Take the last step back."""
        self.tell(self.attempt(self.open_kit.undo))

    def redo(self) -> None:
        """Do the last step again that was taken back."""
        self.tell(self.attempt(self.open_kit.redo))

    def say_step(self, label: Label | None) -> str:
        """A step in the user's words; nothing for none."""
        return "" if label is None else self.words.say("step", label.verb, subject=label.subject)

    def say_error(self, error: EventKitError) -> str:
        """A refusal in the user's words."""
        told = self.words.say("error", error.code, **error.values)
        return f"{told[:1].upper()}{told[1:]}."

    @property
    def open_kit(self) -> Kit:
        """The kit; only called while one is open."""
        if self.kit is None:
            raise RuntimeError("no kit is open")
        return self.kit

    def _take(self, get: Callable[[], Kit], path: Path | None) -> bool:
        if self.kit is not None and path is not None and path.absolute() == self.kit.path.absolute():
            return True
        kit = self.attempt(get)
        if kit is None:
            return False
        self.close()
        self.kit = kit
        self.opened.emit()
        return True


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""
