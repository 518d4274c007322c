"""Content lines as RFC 5545 sends them: clean text, 75 octets a line, CRLF."""

from collections.abc import Iterator
from typing import Any

from icalendar import Component, vText

from eventkit.domain.text import clean, one_line

_LIMIT = 75
_CONTINUATION = range(0x80, 0xC0)


def text(value: str) -> vText:
    """A TEXT value without control characters and lone surrogates; newlines stay."""
    return vText(clean(value))


def line_text(value: str) -> vText:
    """A TEXT value on one line."""
    return vText(one_line(value))


def component_bytes(component: Component) -> bytes:
    """A component and what is in it, properties in the order they were set."""
    return b"".join(folded(_line(name, value)) for name, value in component.property_items(sorted=False))


def _line(name: str, value: Any) -> bytes:
    """An unfolded content line; BEGIN and END come as bytes, every other value is typed."""
    told = value if isinstance(value, bytes) else value.to_ical()
    params = getattr(value, "params", None)
    head = f"{name};".encode() + params.to_ical(sorted=False) if params else name.encode()
    return head + b":" + (told.encode() if isinstance(told, str) else told)


def folded(line: bytes) -> bytes:
    """A UTF-8 line in pieces of at most 75 octets, each ended by CRLF; no character and no escape is cut in two."""
    if len(line) <= _LIMIT:
        return line + b"\r\n"
    return b"\r\n ".join(_pieces(line)) + b"\r\n"


def _pieces(line: bytes) -> Iterator[bytes]:
    start, room = 0, _LIMIT
    while len(line) - start > room:
        end = start + room
        while line[end] in _CONTINUATION:
            end -= 1
        if (end - len(line[start:end].rstrip(b"\\")) - start) % 2:
            end -= 1
        yield line[start:end]
        start, room = end, _LIMIT - 1
    yield line[start:]
