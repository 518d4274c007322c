"""Where a line may break: ICU's rules, with a short way for plain text of European scripts."""

import re

from icu4py.breakers import CharacterBreaker, LineBreaker

_EUROPEAN = re.compile(r"[ -~\u00a0\u00b7\u00c0-\u024f\u0370-\u03ff\u0400-\u052f\u2013\u2019]*")
_BREAK = re.compile(r" +|(?<=[^\W\d_])[-\u2013](?=[^\W\d_])|(?<=[a-z/])/(?=[a-z])|(?<=\w)@(?=\w)")


def segments(text: str, language: str = "") -> list[str]:
    """The text cut at every place where a line may end; spaces stay with the word before them."""
    if _EUROPEAN.fullmatch(text):
        cuts = [match.end() for match in _BREAK.finditer(text)]
        return [part for part in map(lambda a, b: text[a:b], [0, *cuts], [*cuts, len(text)]) if part]
    return [str(part) for part in LineBreaker(text, language or "en")]


def graphemes(text: str) -> list[str]:
    """The text cut into what a reader takes for single characters."""
    return list(text) if text.isascii() else [str(part) for part in CharacterBreaker(text, "en")]
