"""What prints say about an event, in the order of importance and the words of the reader."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from eventkit.domain.calendar import web_address
from eventkit.domain.findings import Finding, Severity
from eventkit.domain.programme import Event, EventState, Person, Programme, Session, SessionKind, SessionState
from eventkit.domain.text import clean, one_line
from eventkit.formats.pdf import dates
from eventkit.formats.pdf.kinds import PrintOptions

PAUSES = frozenset({SessionKind.BREAK, SessionKind.MEAL})
_LEAD_LENGTH = 240
_LONGEST_ADDRESS = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One answer to a visitor's question: its label, what matters most, and the rest."""

    label: str
    main: str
    notes: tuple[str, ...] = ()


def eyebrow(programme: Programme) -> str:
    """Who invites, and in which city."""
    chapter = programme.chapter
    return " · ".join(dict.fromkeys(filter(None, (one_line(chapter.name), one_line(chapter.city))))) if chapter else ""


def lead(event: Event) -> str:
    """What it is about: the subtitle, else the first whole sentences of the description."""
    if event.subtitle.strip():
        return one_line(event.subtitle)
    first = next((part for part in clean(event.description).split("\n") if part.strip()), "")
    text = one_line(first)
    if len(text) <= _LEAD_LENGTH:
        return text
    ends = [found.end() for found in re.finditer(r"[.!?…。！？؟।]+(?=\s|$)", text[:_LEAD_LENGTH])]
    return text[: ends[-1]] if ends else text[:_LEAD_LENGTH].rsplit(" ", 1)[0] + " …"


def address_of(event: Event) -> tuple[str, str]:
    """The public address and the key of the word that invites to it; nothing when the event has none."""
    for key, url in (("register", event.register_url), ("website", event.url)):
        if web_address(url.strip()):
            return url.strip(), key
    return "", ""


def short_address(url: str) -> str:
    """A web address as people write it."""
    return re.sub(r"^https?://(www\.)?", "", url, flags=re.IGNORECASE).rstrip("/")


def shown_address(url: str) -> tuple[str, tuple[Finding, ...]]:
    """A web address as prints show it: whole unless it is very long, then its host alone and a finding."""
    short = short_address(url)
    if len(short) <= _LONGEST_ADDRESS:
        return short, ()
    return short.split("/", 1)[0], (Finding(code="address_shortened", severity=Severity.NOTE, place=short),)


def facts(programme: Programme, options: PrintOptions) -> tuple[Fact, ...]:
    """When, where and at what price; what is not known is left out, but a missing date is said."""
    return tuple(filter(None, (_when(programme, options), _where(programme, options), _entry(programme, options))))


def when(programme: Programme, options: PrintOptions) -> tuple[str, str]:
    """The day or days, and the hours; both empty while undated."""
    span = dates.event_span(programme)
    if span is None:
        return "", ""
    first, last = dates.span_days(span, programme.event.day_change)
    if dates.whole_days(span):
        hours = options.say("all_day") if first == last else ""
    else:
        hours = dates.clock_range(*span, options.language) if first == last else ""
    if first == last:
        return dates.long_date(first, options.language), hours
    return dates.date_range(first, last, options.language), hours or _first_opening(span, programme, options)


def excerpt(sessions: Sequence[Session], count: int) -> tuple[Session, ...]:
    """At most `count` sessions in their order: all if they fit, else keynotes first and the rest spread evenly."""
    if len(sessions) <= count:
        return tuple(sessions)
    lively = [s for s in sessions if s.kind not in PAUSES and s.state != SessionState.CANCELLED] or list(sessions)
    keynotes = [session for session in lively if session.kind == SessionKind.KEYNOTE][:count]
    others = [session for session in lively if session not in keynotes]
    left = min(count - len(keynotes), len(others))
    spread = [others[at * len(others) // left] for at in range(left)] if left else []
    chosen = {session.id for session in (*keynotes, *spread)}
    return tuple(session for session in sessions if session.id in chosen)


def left_out(sessions: Sequence[Session], shown: Sequence[Session]) -> int:
    """How many sessions an excerpt leaves out, breaks not counted."""
    return sum(s.kind not in PAUSES for s in sessions) - sum(s.kind not in PAUSES for s in shown)


def several_days(sessions: Sequence[Session]) -> bool:
    """Whether the sessions lie on more than one programme day."""
    return any(one.day != other.day for one, other in pairwise(sessions))


def _when(programme: Programme, options: PrintOptions) -> Fact:
    state = programme.event.state
    off = (options.say(state.value),) if state in {EventState.CANCELLED, EventState.POSTPONED} else ()
    day, hours = when(programme, options)
    return Fact(label=options.say("when"), main=day or options.say("date_open"), notes=(*off, hours))


def _where(programme: Programme, options: PrintOptions) -> Fact | None:
    venue = programme.venue
    if venue is None:
        return None
    town = one_line(f"{venue.postcode} {venue.city}")
    notes = (short_address(venue.url),) if venue.virtual else (one_line(venue.street), town, one_line(venue.access))
    name = one_line(venue.name) or (options.say("online") if venue.virtual else "")
    return Fact(label=options.say("where"), main=name or town, notes=notes if name else (*notes[:1], *notes[2:]))


def _entry(programme: Programme, options: PrintOptions) -> Fact | None:
    entry, contact = one_line(programme.event.entry), one_line(programme.event.contact)
    if entry:
        return Fact(label=options.say("entry"), main=entry, notes=(contact,))
    return Fact(label=options.say("questions"), main=contact) if contact else None


def _first_opening(span: tuple[datetime, datetime], programme: Programme, options: PrintOptions) -> str:
    """From when until when, over several days: each with its day."""
    if dates.whole_days(span):
        return ""
    start, end = span
    last = dates.span_days(span, programme.event.day_change)[1]
    opening = f"{dates.day_month(start.date(), options.language)}, {dates.clock(start, options.language)}"
    return f"{opening} – {dates.day_month(last, options.language)}, {dates.clock(end, options.language)}"


def names(people: Sequence[Person]) -> str:
    """The people's names in order; names of the other direction are set apart so that they don't turn the line."""
    told = [one_line(person.name) for person in people]
    if any(unicodedata.bidirectional(char) in {"R", "AL"} for name in told for char in name):
        told = [f"\u2068{name}\u2069" for name in told] if len(told) > 1 else told
    return ", ".join(told)
