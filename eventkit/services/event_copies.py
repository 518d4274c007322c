"""The next event of a kind: everything that an event stands on, again."""

from datetime import datetime, timedelta
from typing import Any, get_type_hints

from eventkit.domain.clashes.records import PAUSES
from eventkit.domain.programme import Event, EventState, SessionKind
from eventkit.services.db import Db
from eventkit.services.events import EventFields, add_event
from eventkit.services.programme import programme
from eventkit.services.rooms import RoomFields, TrackFields, add_crew, add_room, add_track
from eventkit.services.runsheet import CueFields, add_cue, cues
from eventkit.services.sessions import SessionFields, add_session

RECURRING = PAUSES | {SessionKind.CEREMONY}
"""Sessions that every event of a kind has again; talks and their speakers were for the one day."""


def copy_event(db: Db, event_id: int, *, title: str, days: int) -> Event:
    """A draft of the same facts, place, rooms, tracks, crew, cues, breaks and ceremonies, so many days later.

    Talks stay behind, and so do addresses that belong to the one event. Raises NotFoundError.
    """
    told = programme(db, event_id)
    old, later = told.event, timedelta(days=days)
    times = {"start": _later(old.start, later), "end": _later(old.end, later)}
    same = _same(old, EventFields, "slug", "url", "register_url")
    new = add_event(db, **{**same, **times, "title": title, "state": EventState.DRAFT})
    rooms = {room.id: add_room(db, new.id, **_same(room, RoomFields)).id for room in told.rooms}
    for track in told.tracks:
        add_track(db, new.id, **_same(track, TrackFields))
    for member in told.crew:
        add_crew(db, new.id, member.person_id, role=member.role)
    for session in told.sessions:
        if session.kind in RECURRING:
            places = {"start": _later(session.start, later), "room_ids": tuple(rooms[key] for key in session.room_ids)}
            same = _same(session, SessionFields, "day", "track_id", "talk_id", "person_ids", "url", "attachments")
            add_session(db, new.id, **{**same, **places})
    for cue in cues(db, event_id):
        room = None if cue.room_id is None else rooms[cue.room_id]
        add_cue(db, new.id, **{**_same(cue, CueFields), "start": cue.start + later, "room_id": room})
    return new


def _same(record: Any, settable: type, *but: str) -> dict[str, Any]:
    """What can be set of such a record, as it is in this one, besides some fields."""
    return {name: getattr(record, name) for name in get_type_hints(settable) if name not in but}


def _later(at: datetime | None, by: timedelta) -> datetime | None:
    """The same time of the clock on a later day."""
    return None if at is None else at + by
