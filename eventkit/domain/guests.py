"""The guests of an event: who they are, and how long the kit keeps them."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

KEPT_DAYS = 30
"""Guests are deleted this many days after the event's end unless a day is set."""


class Photo(StrEnum):
    """Whether somebody may be photographed."""

    YES = "yes"
    NO = "no"
    ASK = "ask"


@dataclass(frozen=True, slots=True, kw_only=True)
class Guest:
    """Somebody who comes to an event; a name is enough.

    `ticket` is what their ticket says (a number, a type). `checked_in` is the instant at which they came, None until
    then. `delete_on` is the day from which they are to be deleted: set, or by the event's end; None while neither is
    known.
    """

    id: int
    uuid: str
    event_id: int
    name: str
    ticket: str = ""
    pronouns: str = ""
    affiliation: str = ""
    email: str = ""
    first_time: bool = False
    photo: Photo = Photo.ASK
    checked_in: datetime | None = None
    note: str = ""
    delete_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestCounts:
    """How many guests an event has; `due` counts those whose day of deletion has come."""

    all: int = 0
    checked_in: int = 0
    first_time: int = 0
    due: int = 0


class GuestSort(StrEnum):
    """What a list of guests is sorted by; names break ties."""

    NAME = "name"
    AFFILIATION = "affiliation"
    TICKET = "ticket"
    CHECKED_IN = "checked_in"
    FIRST_TIME = "first_time"
    PHOTO = "photo"


class GuestFilter(StrEnum):
    """Which guests a list shows."""

    ALL = "all"
    EXPECTED = "expected"
    CHECKED_IN = "checked_in"
    FIRST_TIME = "first_time"
    NO_PHOTO = "no_photo"


def deletion_day(event_end: datetime | None) -> date | None:
    """The day from which an event's guests are to be deleted, by its aware local end; None while undated."""
    return None if event_end is None else event_end.date() + timedelta(days=KEPT_DAYS)
