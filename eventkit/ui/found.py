"""Where a thing that was found is to be seen."""

from dataclasses import dataclass

from eventkit.domain.programme import Programme, Session
from eventkit.services.programme import events, programme
from eventkit.services.search import Hit
from eventkit.ui.desk import Desk


@dataclass(frozen=True, slots=True)
class Spot:
    """An event, and the session of it where the thing is."""

    event_id: int
    session: Session | None = None


def spot(desk: Desk, hit: Hit) -> Spot | None:
    """Where a hit is; None when it is nowhere, or has gone."""
    told = programme_of(desk, hit.event_id)
    if told is None:
        return None
    return Spot(told.event.id, next((session for session in told.sessions if _is_there(hit, session)), None))


def programme_of(desk: Desk, event_id: int | None) -> Programme | None:
    """An event's programme; None when it is gone, as after an undo."""
    if event_id is None or event_id not in {event.id for event in desk.read(events)}:
        return None
    return desk.read(programme, event_id)


def _is_there(hit: Hit, session: Session) -> bool:
    return (
        (hit.kind == "session" and session.id == hit.id)
        or (hit.kind == "room" and hit.id in session.room_ids)
        or (hit.kind == "track" and session.track_id == hit.id)
    )
