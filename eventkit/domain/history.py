"""The history of a kit: what a step is called and what it touched."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Label:
    """What a step is called: `verb` is a key of the word list section `step`, `subject` what it was done to."""

    verb: str
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """What one step did: the rows it touched as (table, id); `id` is 0 for a step that changed nothing."""

    id: int
    label: Label
    rows: frozenset[tuple[str, int]] = frozenset()

    @property
    def empty(self) -> bool:
        """Whether nothing changed; such a step leaves no trace in the history."""
        return not self.rows

    @property
    def tables(self) -> frozenset[str]:
        """The tables that a page which shows them has to read again."""
        return frozenset(table for table, _ in self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A line of the history page; `reverts` is the step that this one took back, `undone` whether it is taken back."""

    id: int
    label: Label
    actor: str
    at: datetime
    reverts: int | None = None
    undone: bool = False


class Stacks:
    """What undo and redo reach next, as the order of steps tells it; ids, the next one last."""

    def __init__(self) -> None:
        self.undo: list[int] = []
        self.redo: list[int] = []

    def add(self, step: int, reverts: int | None) -> None:
        """Take note of a step: a new one ends redo; one that reverts the next of a stack moves to the other."""
        if reverts is not None and self.undo[-1:] == [reverts]:
            self.undo.pop()
            self.redo.append(step)
        elif reverts is not None and self.redo[-1:] == [reverts]:
            self.redo.pop()
            self.undo.append(step)
        else:
            self.undo.append(step)
            self.redo.clear()
