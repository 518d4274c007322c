"""Picks values out of JSON that may be anything; what is of another kind than expected is told and left out."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from eventkit.domain.imports import ReportRow
from eventkit.domain.text import one_line

_MAX_TOLD = 200
LANGUAGES = ("en", "fr", "de")


def row(place: str, code: str, **told: str) -> ReportRow:
    """A row of the report, on one line and of bounded length whatever the file says."""
    return ReportRow(
        place=one_line(place)[:_MAX_TOLD],
        code=code,
        values={name: one_line(said)[:_MAX_TOLD] for name, said in told.items()},
    )


def text(value: Any) -> str:
    """A text or a number as text; nothing for anything else."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return ""
    return str(int(value) if value == int(value) else value)


@dataclass(frozen=True, slots=True)
class Node:
    """An object of a JSON file: its members, where it stands, and the report that oddities go to."""

    members: dict[str, Any]
    path: str = ""
    report: list[ReportRow] = field(default_factory=list)

    def text(self, *names: str) -> str:
        """The first of these members that has words: text, a number, or {language: text} in one that is there."""
        return self.worded("", *names)

    def worded(self, language: str, *names: str) -> str:
        """As `text`, in `language` where the words are given in several."""
        for name in names:
            value = self.members.get(name)
            found = value if isinstance(value, str) else self._words(name, value, language)
            if found:
                return found
        return ""

    def _words(self, name: str, value: Any, language: str) -> str:
        if isinstance(value, dict):
            return next((found for key in (language, *LANGUAGES, *value) if (found := text(value.get(key)))), "")
        if isinstance(value, list):
            self.odd(name, "not_text")
        return text(value)

    def node(self, name: str) -> "Node":
        """An object; an empty one where there is none."""
        value = self.members.get(name)
        if isinstance(value, dict):
            return Node(value, self._path(name), self.report)
        if value is not None:
            self.odd(name, "not_object")
        return Node({}, self._path(name), self.report)

    def nodes(self, name: str) -> list["Node"]:
        """The objects of a list."""
        return list(self._nodes(name, self.items(name)))

    def items(self, name: str) -> list[Any]:
        """The items of a list, whatever they are."""
        value = self.members.get(name)
        if isinstance(value, list):
            return value
        if value is not None:
            self.odd(name, "not_list")
        return []

    def texts(self, name: str) -> list[str]:
        """The texts and numbers of a list."""
        return [found for item in self.items(name) if (found := text(item))]

    def pairs(self) -> Iterator[tuple[str, "Node"]]:
        """The members that are objects, by name."""
        for name in self.members:
            found = self.node(name)
            if found.members:
                yield name, found

    def odd(self, name: str, code: str) -> None:
        """Tell that a member is not what it should be."""
        self.report.append(row(self._path(name), code))

    def _nodes(self, name: str, values: list[Any]) -> Iterator["Node"]:
        for number, value in enumerate(values):
            place = f"{name}[{number}]"
            if isinstance(value, dict):
                yield Node(value, self._path(place), self.report)
            else:
                self.odd(place, "not_object")

    def _path(self, name: str) -> str:
        return f"{self.path}.{name}" if self.path else name


def tree(value: Any) -> Node:
    """A file's outermost object; a list of objects counts as the member `results`."""
    return Node(value if isinstance(value, dict) else {"results": value} if isinstance(value, list) else {})
