"""A user before the screen: hands by xdotool, ears by AT-SPI, patience by waiting for what must come."""

import json
import subprocess
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

ROOT = Path(__file__).resolve().parents[2]
EARS = Path(__file__).with_name("ears.py")
SYSTEM_PYTHON = "/usr/bin/python3"
PATIENCE = 60
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Thing:
    """What a screen reader knows of one control."""

    name: str
    role: str
    focused: bool
    focusable: bool
    enabled: bool
    checked: bool
    place: tuple[int, int, int, int]
    inside: str


class User:
    """Starts the program and uses it; `surroundings` is the environment with the screen."""

    def __init__(self, surroundings: Mapping[str, str], command: list[str]) -> None:
        self._surroundings = dict(surroundings)
        self.program = subprocess.Popen(
            command,
            cwd=ROOT,
            env=self._surroundings,
            start_new_session=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self._ears = subprocess.Popen(
            [SYSTEM_PYTHON, EARS, str(self.program.pid)],
            env=self._surroundings,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def leave(self) -> None:
        """Whatever is still there ends."""
        for one in (self.program, self._ears):
            one.kill()
            one.communicate()

    def everything(self) -> list[Thing]:
        """All that shows, in order."""
        return [Thing(**{**one, "place": tuple(one["place"])}) for one in self._ask("tree")]

    def heard(self) -> list[str]:
        """The names of what got the focus since the last time."""
        return [one["name"] for one in self._ask("heard")]

    def find(self, name: str, role: str = "") -> Thing | None:
        """The last of what shows by this name or a beginning of it; windows on top come last."""
        found = [one for one in self.everything() if one.name.startswith(name) and role in ("", one.role)]
        return found[-1] if found else None

    def see(self, name: str, role: str = "") -> Thing:
        """Wait until something shows and can be used."""
        told = f"{role or 'something'} called {name!r}"
        found = wait_for(told, lambda: _usable(self.find(name, role)), self.everything)
        assert found is not None
        return found

    def see_no(self, name: str, role: str = "") -> None:
        """Wait until something has gone."""
        wait_for(f"{name!r} to go", lambda: self.find(name, role) is None, self.everything)

    def focus(self) -> Thing | None:
        """Where the keyboard is."""
        return next((one for one in reversed(self.everything()) if one.focused), None)

    def wait_focus(self, role: str) -> None:
        """Wait until the keyboard is in something of a kind."""
        wait_for(f"the keyboard in a {role}", lambda: (here := self.focus()) and here.role == role, self.focus)

    def click(self, name: str, role: str = "") -> None:
        """Point at something that stands still, and click."""
        place = (0, 0, 0, 0)
        while place != (place := self.see(name, role).place):
            pass
        left, top, wide, tall = place
        self._hand("mousemove", str(left + wide // 2), str(top + tall // 2), "click", "1")

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Press at one place of the screen, go to another a little at a time, and let go."""
        steps = 12
        way = [
            [start[axis] + (end[axis] - start[axis]) * step // steps for axis in (0, 1)] for step in range(steps + 1)
        ]
        moves = [part for x, y in way for part in ("mousemove", str(x), str(y), "sleep", "0.02")]
        self._hand(*moves[:5], "mousedown", "1", *moves[5:], "mouseup", "1")

    def press(self, *keys: str) -> None:
        """Press keys, as `ctrl+e` or `Tab`."""
        self._hand("key", "--delay", "30", *keys)

    def type(self, text: str) -> None:
        """Type a text."""
        self._hand("type", "--delay", "8", text)

    def tab_to(self, name: str) -> None:
        """Press Tab until the keyboard is there."""
        told = []
        for _ in range(60):
            here = self.focus()
            if here is not None and here.name.startswith(name):
                return
            told.append("" if here is None else here.name)
            self.heard()
            self.press("Tab")
            wait_for("the focus to move", self.heard)
        raise AssertionError(f"Tab does not reach {name!r}: {told}")

    def title(self) -> str:
        """The title of the window in front."""
        told = self._hand("getactivewindow", "getwindowname")
        return told.strip()

    def wait_title(self, title: str) -> None:
        """Wait until the window in front is called so."""
        wait_for(f"a window called {title!r}", lambda: self.title() == title, self.title)

    def _hand(self, *arguments: str) -> str:
        done = subprocess.run(
            ["xdotool", *arguments],
            env=self._surroundings,
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE,
        )
        return done.stdout

    def _ask(self, question: str) -> list[dict[str, Any]]:
        assert self._ears.stdin is not None
        assert self._ears.stdout is not None
        self._ears.stdin.write(f"{question}\n")
        self._ears.stdin.flush()
        answer: list[dict[str, Any]] = json.loads(self._ears.stdout.readline())
        return answer


def wait_for(what: str, look: Callable[[], T], instead: Callable[[], object] = lambda: "") -> T:
    """Look until there is something; after a while say what there was instead."""
    end = time.monotonic() + PATIENCE
    while not (found := look()):
        if time.monotonic() > end:
            raise AssertionError(f"waited in vain for {what}; there is {instead()}")
        time.sleep(0.05)
    return found


def _usable(thing: Thing | None) -> Thing | None:
    return thing if thing is not None and thing.enabled else None
