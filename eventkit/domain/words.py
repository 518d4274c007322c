"""Word lists: the codes that rules answer, in the words of a reader's language."""

from collections.abc import Mapping
from dataclasses import dataclass


class _Values(dict[str, str]):
    """Values for placeholders; one that was not given stays visible as {name}."""

    def __missing__(self, name: str) -> str:
        return f"{{{name}}}"


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language: `sections[section][key]` is a text with {placeholders}.

    `fallback` holds the English words for what is not translated yet.
    """

    language: str
    sections: Mapping[str, Mapping[str, str]]
    fallback: "Words | None" = None

    def say(self, section: str, key: str, /, **values: str | int) -> str:
        """The text for a code with its values; an unknown code is said as it stands."""
        text = self.template(section, key)
        return text.format_map(_Values({name: str(value) for name, value in values.items()}))

    def has(self, section: str, key: str) -> bool:
        """Whether this language itself has a text for the code."""
        return key in self.sections.get(section, {})

    def template(self, section: str, key: str) -> str:
        """The text for a code, its placeholders unfilled; this language's, else the fallback's, else the code."""
        own = self.sections.get(section, {}).get(key)
        if own is not None:
            return own
        return key if self.fallback is None else self.fallback.template(section, key)
