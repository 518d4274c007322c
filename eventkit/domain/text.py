"""What text is allowed to hold, and the key that lists and search compare by."""

import re
import unicodedata

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_NEWLINE = re.compile(r"\r\n?|[\x85\u2028\u2029]")
_LATIN = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
_SET_APART = re.compile(r"([\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])")


class _Unmarked(dict[int, int | None]):
    """For `str.translate`: combining marks go, all else stays; each code point is looked up once."""

    def __missing__(self, code: int) -> int | None:
        self[code] = None if unicodedata.combining(chr(code)) else code
        return self[code]


_UNMARKED = _Unmarked()


def clean(text: str) -> str:
    r"""Text as the kit keeps it: newlines are \n; control characters and lone surrogates are gone."""
    if text.isprintable() or text.replace("\n", "").isprintable():
        return text
    return _CONTROL.sub("", _NEWLINE.sub("\n", text))


def one_line(text: str) -> str:
    """Clean text with every run of white space folded into one space."""
    return " ".join(clean(text).split())


def fold(text: str) -> str:
    """The key that search and sorting use: NFKD, marks dropped, case folded."""
    if text.isascii():
        return text.casefold()
    return unicodedata.normalize("NFKD", text).casefold().translate(_UNMARKED)


def search_text(text: str) -> str:
    """Folded text with Han, kana and Thai set apart by character, as the search index keeps it."""
    return " ".join(_SET_APART.sub(r" \1 ", fold(text)).split())


def slug(text: str, fallback: str = "event") -> str:
    """A name for addresses and folders: at most 60 characters of a-z, 0-9 and single hyphens."""
    plain = re.sub(r"[^a-z0-9]+", "-", fold(text).translate(_LATIN)).strip("-")
    return plain[:60].rstrip("-") or fallback
