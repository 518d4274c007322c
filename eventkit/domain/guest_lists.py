"""What a list of guests says: the batch between a table of another system and the kit."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from eventkit.domain.imports import ReportRow


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedGuest:
    """A guest as a line of a list says it: `fields` by name as texts, empty ones left out; `name` is always there."""

    place: str
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestList:
    """What a list said: those it names, and what could not be taken or was decided."""

    guests: tuple[ListedGuest, ...]
    skipped: tuple[ReportRow, ...] = ()
    notes: tuple[ReportRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestImport:
    """What an import of guests did; `kept` tells fields that stayed because somebody had edited them here."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    kept: tuple[ReportRow, ...] = ()


class GuestColumn(StrEnum):
    """What a column of a list may hold; given and family name together are a name."""

    NAME = "name"
    GIVEN_NAME = "given_name"
    FAMILY_NAME = "family_name"
    EMAIL = "email"
    TICKET = "ticket"
    PRONOUNS = "pronouns"
    AFFILIATION = "affiliation"
    FIRST_TIME = "first_time"
    PHOTO = "photo"
    NOTE = "note"
