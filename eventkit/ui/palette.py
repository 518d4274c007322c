"""What can be done, found by its name: every entry of the menus."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from eventkit.domain.text import fold


@dataclass(frozen=True, slots=True)
class Command:
    """An entry of a menu: what it says, in which menu it stands, its keys."""

    title: str
    menu: str
    keys: str
    action: QAction

    @property
    def key(self) -> tuple[str, str]:
        """Which one it is, also when the menus are looked through again."""
        return self.menu, self.title


def commands(menus: Sequence[QMenu]) -> list[Command]:
    """Every entry that can be chosen now, in the order of the menus."""
    return [command for menu in menus for command in _of(menu)]


def matching(offered: Sequence[Command], text: str) -> list[Command]:
    """Those whose words have every word of the text, the ones that begin with it first."""
    wanted = fold(text).split()
    found = [one for one in offered if all(word in fold(f"{one.title} {one.menu}") for word in wanted)]
    return sorted(found, key=lambda one: not begins(one, text))


def begins(command: Command, text: str) -> bool:
    """Whether a command begins with the text."""
    return fold(command.title).startswith(fold(text.strip()))


def _of(menu: QMenu) -> Iterator[Command]:
    for action in menu.actions():
        below = action.menu()
        if isinstance(below, QMenu):
            yield from _of(below)
        elif action.isEnabled() and not action.isSeparator():
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            yield Command(_plain(action.text()), _plain(menu.title()), keys, action)


def _plain(text: str) -> str:
    """The words without the mark of their key."""
    return text.replace("&", "")
