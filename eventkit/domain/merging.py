"""Which of a file's new words enter the kit: those that nobody has edited there."""

from collections.abc import Mapping

Json = str | int | bool | list["Json"] | dict[str, "Json"] | None
Fields = Mapping[str, Json]


def merge_fields(last: Fields, new: Fields, current: Fields) -> tuple[dict[str, Json], tuple[str, ...]]:
    """The fields to change, and the names of those that stay because the organizer edited them.

    `last` is what the file said before, `new` what it says now, `current` what the kit holds. A field that the file
    had not told before is taken where the kit has nothing.
    """
    changes: dict[str, Json] = {}
    kept: list[str] = []
    for name, value in new.items():
        held = current[name]
        if held == value or (name in last and last[name] == value):
            continue
        if held == last[name] if name in last else not held:
            changes[name] = value
        else:
            kept.append(name)
    return changes, tuple(kept)
