"""The short names that a session carries beside its UUID."""

from collections.abc import Collection
from uuid import UUID

ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""32 signs that nobody mistakes for each other: no I, O, 0 or 1."""

_SIGNS = 6
_BITS = 5
_SPACE = 1 << (_SIGNS * _BITS)


def session_code(uuid: UUID, taken: Collection[str] = ()) -> str:
    """Six signs of ALPHABET, the same for the same UUID; the next free one where another session has them."""
    value = uuid.int % _SPACE
    while (code := _spelled(value)) in taken:
        value = (value + 1) % _SPACE
    return code


def _spelled(value: int) -> str:
    return "".join(ALPHABET[(value >> (_BITS * place)) % len(ALPHABET)] for place in range(_SIGNS))
