"""The errors that a user may meet; each carries a code and values, faces turn them into words."""

from typing import TypeVar

_Error = TypeVar("_Error", bound="EventKitError")


def _rebuilt(kind: type[_Error], code: str, values: dict[str, str | int]) -> _Error:
    """The error again on the other side of a process border."""
    error = kind.__new__(kind)
    EventKitError.__init__(error, code, **values)
    return error


class EventKitError(Exception):
    """Base of every refusal that is told to the user.

    `code` is a key of the word list section `error`, `values` fill its placeholders.
    """

    def __init__(self, code: str, **values: str | int) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuilt, (type(self), self.code, self.values)

    def __str__(self) -> str:
        told = ", ".join(f"{name}={value}" for name, value in self.values.items())
        return f"{self.code} ({told})" if told else self.code


class NotFoundError(EventKitError):
    """The record asked for is not in the kit."""


class InvalidError(EventKitError):
    """A value can't be kept as it was given."""


class KitError(EventKitError):
    """The kit file can't be opened, read or written."""


class ImportFileError(EventKitError):
    """Nothing in the file can be imported."""


class ExportError(EventKitError):
    """A file can't be made or written."""


class CancelledError(EventKitError):
    """The user stopped the work; nothing was changed."""

    def __init__(self) -> None:
        super().__init__("cancelled")
