"""What a screen reader gets from the program, as lines of JSON; run by the system's Python, which alone has AT-SPI.

It listens to the process of the id that it is given. Each line on standard input is a question: `tree` is answered by
everything that shows, `heard` by what got the focus since it was asked last.
"""

import json
import sys
from typing import Any

import gi  # type: ignore[import-not-found]  # - the system's Python alone has it

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # type: ignore[import-not-found]  # noqa: E402 - the version is told first

PROGRAM = int(sys.argv[1])
SHUT = {"combo box"}
"""Their children are the list that opens; nobody reads it while it is closed."""
heard: list[dict[str, str]] = []


def program() -> Any:
    """The program by its process id; None while it is not there."""
    desktop = Atspi.get_desktop(0)
    found = [desktop.get_child_at_index(number) for number in range(desktop.get_child_count())]
    return next((one for one in found if one is not None and one.get_process_id() == PROGRAM), None)


def told(node: Any) -> dict[str, Any]:
    """One thing as a reader would say it, and where it is."""
    states = node.get_state_set()
    area = node.get_extents(Atspi.CoordType.SCREEN)
    return {
        "name": node.get_name(),
        "role": node.get_role_name(),
        "focused": states.contains(Atspi.StateType.FOCUSED),
        "focusable": states.contains(Atspi.StateType.FOCUSABLE),
        "enabled": states.contains(Atspi.StateType.ENABLED),
        "checked": states.contains(Atspi.StateType.CHECKED),
        "place": [area.x, area.y, area.width, area.height],
    }


def tree(node: Any, inside: str = "") -> list[dict[str, Any]]:
    """Everything below that shows, in order, each with the name of what it stands in."""
    found = []
    for number in range(node.get_child_count()):
        child = node.get_child_at_index(number)
        if child is None or not child.get_state_set().contains(Atspi.StateType.SHOWING):
            continue
        found.append({**told(child), "inside": inside})
        if child.get_role_name() not in SHUT:
            found += tree(child, child.get_name())
    return found


def answer(question: str) -> object:
    """What is asked."""
    if question == "heard":
        said, heard[:] = list(heard), []
        return said
    there = program()
    if there is None:
        return []
    there.clear_cache()
    return tree(there)


def ask(source: Any, condition: Any) -> bool:
    """A line came in; the end of them ends all."""
    del source, condition
    question = sys.stdin.readline()
    if not question:
        Atspi.event_quit()
        return False
    try:
        said = answer(question.strip())
    except GLib.Error:
        said = []  # it went while it was read
    sys.stdout.write(f"{json.dumps(said)}\n")
    sys.stdout.flush()
    return True


def hear(event: Any) -> None:
    """Something got the focus."""
    try:
        heard.append({"name": event.source.get_name(), "role": event.source.get_role_name()})
    except GLib.Error:
        return  # gone already


listener = Atspi.EventListener.new(hear)
listener.register("object:state-changed:focused")
GLib.io_add_watch(sys.stdin, GLib.IO_IN | GLib.IO_HUP, ask)
Atspi.event_main()
