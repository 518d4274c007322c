"""Loads the word lists from resources/words/<language>/<section>.toml."""

import tomllib
from functools import cache
from pathlib import Path

from eventkit.domain.words import Words
from eventkit.jobs.resources import resources

ENGLISH = "en"


def languages() -> tuple[str, ...]:
    """The languages that have word lists, English first."""
    found = sorted(folder.name for folder in (resources() / "words").iterdir() if folder.is_dir())
    return (ENGLISH, *(language for language in found if language != ENGLISH))


@cache
def load_words(language: str) -> Words:
    """The words of `language` ("de", "de-AT"), English where it has none."""
    short = language.replace("_", "-").split("-")[0].lower()
    fallback = None if short == ENGLISH else load_words(ENGLISH)
    folder = resources() / "words" / short
    return Words(language=short, sections=_sections(folder), fallback=fallback)


def _sections(folder: Path) -> dict[str, dict[str, str]]:
    return {path.stem: tomllib.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.toml"))}
