"""What in a kit deserves a look; nothing here blocks anything."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from eventkit.domain.clashes.index import Clashes
from eventkit.domain.clashes.records import Clash, Rule, takes_place
from eventkit.domain.clashes.rules import Ground, person_clashes
from eventkit.domain.findings import Finding, Severity
from eventkit.domain.programme import Programme, Session
from eventkit.services.db import Db
from eventkit.services.programme import events, programme


def findings(db: Db, *, now: datetime | None = None) -> tuple[Finding, ...]:
    """All findings, event by event in order of time, people that two sessions need at one time last.

    `now` is aware: what a speaker has not confirmed matters the week before; the time of day where it is not given.
    """
    clock = now or datetime.now(UTC)
    grounds = [Ground(programme=programme(db, event.id), now=clock) for event in events(db)]
    return (*(finding for one in grounds for finding in event_findings(one)), *_people_in_two_places(grounds))


def event_findings(ground: Ground) -> Iterator[Finding]:
    """What one event's programme has to show for itself; people who are needed twice are looked at over all events."""
    told = ground.programme
    event = told.event
    if event.start is not None and event.end is not None and event.end < event.start:
        yield Finding(code="end_before_start", severity=Severity.ERROR, place=event.title)
    for session in told.sessions:
        if session.public and not session.title:
            yield Finding(
                code="session_without_title", place=f"{event.title}: {session.code}", values={"code": session.code}
            )
        if session.public and session.start is None:
            yield Finding(code="session_without_time", place=_place(told, session))
    for clash in Clashes(ground).all:
        if clash.rule != Rule.PERSON:
            yield clash_finding(clash, told)


def clash_finding(clash: Clash, programme: Programme) -> Finding:
    """A clash in words to come: the later session is the place, the earlier one is named."""
    last = clash.last
    values = dict(clash.values)
    if clash.second is not None:
        values["other"] = clash.first.title or clash.first.code
    values["start"] = f"{last.start:%Y-%m-%d %H:%M}" if last.start else ""
    return Finding(code=clash.rule, severity=clash.severity, place=_place(programme, last), values=values)


def _people_in_two_places(grounds: Sequence[Ground]) -> Iterator[Finding]:
    of_event = {one.programme.event.id: one for one in grounds}
    needed = (one for ground in grounds for one in ground.programme.sessions if takes_place(one) and one.minutes)
    for clash in person_clashes(needed, lambda session: of_event[session.event_id]):
        yield clash_finding(clash, of_event[clash.last.event_id].programme)


def _place(programme: Programme, session: Session) -> str:
    return f"{programme.event.title}: {session.title or session.code}"
