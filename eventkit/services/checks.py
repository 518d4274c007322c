"""What in a kit deserves a look; nothing here blocks anything."""

from collections.abc import Iterator, Sequence

from eventkit.domain.clashes import Clash, person_clashes, room_clashes
from eventkit.domain.findings import Finding, Severity
from eventkit.domain.programme import Programme, Session
from eventkit.services.db import Db
from eventkit.services.programme import events, programme


def findings(db: Db) -> tuple[Finding, ...]:
    """All findings, event by event in order of time, people that two sessions need at one time last."""
    told = [programme(db, event.id) for event in events(db)]
    return (*(finding for one in told for finding in event_findings(one)), *_people_in_two_places(told))


def event_findings(programme: Programme) -> Iterator[Finding]:
    """What one event's programme has to show for itself."""
    event = programme.event
    if event.start is not None and event.end is not None and event.end < event.start:
        yield Finding(code="end_before_start", severity=Severity.ERROR, place=event.title)
    for session in programme.sessions:
        if session.public and not session.title:
            yield Finding(
                code="session_without_title", place=f"{event.title}: {session.code}", values={"code": session.code}
            )
        if session.public and session.start is None:
            yield Finding(code="session_without_time", place=_place(programme, session))
    for clash in room_clashes(programme):
        yield _clash("room_clash", clash, programme, programme.room[clash.key].name)


def _people_in_two_places(told: Sequence[Programme]) -> Iterator[Finding]:
    of_event = {one.event.id: one for one in told}
    for clash in person_clashes(session for one in told for session in one.sessions):
        later = of_event[clash.second.event_id]
        yield _clash("person_clash", clash, later, later.person[clash.key].name)


def _clash(code: str, clash: Clash, programme: Programme, name: str) -> Finding:
    starts = "" if clash.second.start is None else f"{clash.second.start:%Y-%m-%d %H:%M}"
    values = {"name": name, "other": clash.first.title or clash.first.code, "start": starts}
    return Finding(code=code, severity=Severity.ERROR, place=_place(programme, clash.second), values=values)


def _place(programme: Programme, session: Session) -> str:
    return f"{programme.event.title}: {session.title or session.code}"
