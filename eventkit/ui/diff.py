"""What changed between two lists of keys, as spans that a view can follow."""

from collections.abc import Callable, Hashable, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

from PySide6.QtCore import QAbstractItemModel, QModelIndex

T = TypeVar("T")

MOST = 2000
"""Longer lists are compared by their common beginning and end alone."""


def spans(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int, int, int]]:
    """(start, stop) in `old` that becomes (start, stop) in `new`, in order, for each place where they differ."""
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    old_mid, new_mid = old[head : len(old) - tail], new[head : len(new) - tail]
    if not old_mid and not new_mid:
        return []
    if len(old_mid) + len(new_mid) > MOST:
        return [(head, head + len(old_mid), head, head + len(new_mid))]
    steps = SequenceMatcher(None, old_mid, new_mid, autojunk=False).get_opcodes()
    return [(head + a, head + b, head + c, head + d) for tag, a, b, c, d in steps if tag != "equal"]


def follow(
    model: QAbstractItemModel,
    held: list[T],
    wanted: Sequence[T],
    key: Callable[[T], Hashable],
    turned: Callable[[], object] = lambda: None,
) -> None:
    """Bring the list that a model holds to the wanted keys; its views hear of each span, so what stays stays chosen.

    What stays is not replaced. `turned` is called after each change of the list, before any view looks.
    """
    for old, stop, new, new_stop in reversed(spans([key(one) for one in held], [key(one) for one in wanted])):
        if stop > old:
            model.beginRemoveRows(QModelIndex(), old, stop - 1)
            del held[old:stop]
            turned()
            model.endRemoveRows()
        if new_stop > new:
            model.beginInsertRows(QModelIndex(), old, old + new_stop - new - 1)
            held[old:old] = wanted[new:new_stop]
            turned()
            model.endInsertRows()
