"""What an organizer asks first: what comes, what clashes, what was changed."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from eventkit.domain.clashes.index import Clashes
from eventkit.domain.clashes.records import Clash
from eventkit.domain.clashes.rules import Ground
from eventkit.domain.history import Step
from eventkit.domain.programme import Event, EventState, EventSummary, Programme, Room, Track
from eventkit.models.programme import EventRow, RoomRow, TrackRow, VenueRow
from eventkit.services.db import Db
from eventkit.services.history import steps
from eventkit.services.people import people_by_ids
from eventkit.services.programme import chapters, events, sessions_of_events
from eventkit.services.records import columns, event_record, venues_where

LOOKED_AT, STEPS = 12, 6
OFF = frozenset({EventState.CANCELLED, EventState.POSTPONED})
"""Events in these states do not take place when they say."""


@dataclass(frozen=True, slots=True)
class OpenClash:
    """A clash of a coming event."""

    event: EventSummary
    clash: Clash


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What the home page shows: the communities, events that are not over, their serious clashes, the newest steps."""

    community: str
    events: int
    coming: tuple[EventSummary, ...]
    clashes: tuple[OpenClash, ...]
    steps: tuple[Step, ...]


def outlook(db: Db, now: datetime) -> Outlook:
    """The outlook at `now`; clashes are looked for in the next 12 events that have a date and take place."""
    known = events(db)
    coming = tuple(event for event in known if not is_over(event, now))
    dated = [event for event in coming if event.start and event.state not in OFF][:LOOKED_AT]
    return Outlook(
        community=", ".join(chapter.name for chapter in chapters(db)),
        events=len(known),
        coming=coming,
        clashes=tuple(
            OpenClash(event, clash)
            for event, programme in zip(dated, _programmes(db, [event.id for event in dated]), strict=True)
            for clash in Clashes(Ground(programme=programme, now=now)).all
            if clash.serious
        ),
        steps=steps(db, limit=STEPS),
    )


def is_over(event: EventSummary, now: datetime) -> bool:
    """Whether the event has ended; an undated one never has."""
    last = event.end or event.start
    return last is not None and last < now


def _programmes(db: Db, ids: list[int]) -> list[Programme]:
    """The events in this order with what clashes are told of, read for all of them at once."""
    rows = db.execute(select(*columns(EventRow, Event)).where(EventRow.id.in_(ids))).mappings()
    told = {row["id"]: event_record(dict(row)) for row in rows}
    sessions = sessions_of_events(db, ids)
    people = people_by_ids(db, sorted({key for session in sessions for key in session.person_ids}))
    venues = venues_where(db, VenueRow.id.is_not(None))
    of_rooms = select(*columns(RoomRow, Room)).where(RoomRow.event_id.in_(ids)).order_by(RoomRow.position, RoomRow.id)
    rooms = [Room(**row) for row in db.execute(of_rooms).mappings()]
    of_tracks = select(*columns(TrackRow, Track)).where(TrackRow.event_id.in_(ids))
    tracks = [Track(**row) for row in db.execute(of_tracks).mappings()]
    return [
        Programme(
            event=told[key],
            venue=next((venue for venue in venues if venue.id == told[key].venue_id), None),
            venues=venues,
            rooms=tuple(room for room in rooms if room.event_id == key),
            tracks=tuple(track for track in tracks if track.event_id == key),
            sessions=tuple(session for session in sessions if session.event_id == key),
            people=people,
        )
        for key in ids
    ]
