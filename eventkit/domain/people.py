"""What the book of people knows of somebody besides the programme."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Scope(StrEnum):
    """What somebody may consent to."""

    PHOTO = "photo"
    LISTING = "listing"
    CONTACT = "contact"


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """Somebody's consent to one thing: since when, and where it is written down (a mail, a form)."""

    scope: Scope
    given_on: date | None = None
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What is kept of a person besides the programme; `access_needs` and `av_needs` are private and on no print."""

    pronunciation: str = ""
    languages: str = ""
    topics: str = ""
    availability: str = ""
    access_needs: str = ""
    av_needs: str = ""
    consents: tuple[Consent, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLine:
    """A person as a list shows them; `sessions` counts all they were listed for, `last` is the start of the latest."""

    id: int
    name: str
    pronouns: str = ""
    affiliation: str = ""
    sessions: int = 0
    last: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """A session that somebody speaks in, or a task in the crew of an event; `start` is in the event's zone."""

    event_id: int
    event: str
    title: str
    start: datetime | None = None
    session_id: int | None = None


class PersonSort(StrEnum):
    """What a list of people is sorted by; names break ties."""

    NAME = "name"
    AFFILIATION = "affiliation"
    SESSIONS = "sessions"
    LAST = "last"
