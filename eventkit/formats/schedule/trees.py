"""Picks values out of JSON that may be anything."""

from typing import Any

LANGUAGES = ("en", "fr", "de")


def text(value: Any) -> str:
    """A text or a number as text; nothing for anything else."""
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""


def entries(value: Any) -> list[dict[str, Any]]:
    """The objects of a list; nothing for anything else."""
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []


def members(value: Any) -> dict[str, Any]:
    """The members of an object; none for anything else."""
    return value if isinstance(value, dict) else {}


def items(value: Any) -> list[Any]:
    """The items of a list; nothing for anything else."""
    return value if isinstance(value, list) else []


def worded(value: Any, language: str = "") -> str:
    """A text that may be given as {language: text}: in `language`, else in one that is there."""
    if not isinstance(value, dict):
        return text(value)
    for wanted in (language, *LANGUAGES, *value):
        if text(value.get(wanted)):
            return text(value[wanted])
    return ""
