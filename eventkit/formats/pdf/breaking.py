"""Where a line may break: ICU's rules, with a short way for plain ASCII."""

import re

from icu4py.breakers import CharacterBreaker, LineBreaker

_ASCII_BREAK = re.compile(r" +|(?<=[A-Za-z])-(?=[A-Za-z])|(?<=[a-z/])/(?=[a-z])")


def segments(text: str, language: str = "") -> list[str]:
    """The text cut at every place where a line may end; spaces stay with the word before them."""
    if text.isascii():
        cuts = [match.end() for match in _ASCII_BREAK.finditer(text)]
        return [part for part in map(lambda a, b: text[a:b], [0, *cuts], [*cuts, len(text)]) if part]
    return [str(part) for part in LineBreaker(text, language or "en")]


def graphemes(text: str) -> list[str]:
    """The text cut into what a reader takes for single characters."""
    return list(text) if text.isascii() else [str(part) for part in CharacterBreaker(text, "en")]
