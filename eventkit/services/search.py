"""Search over everything in the kit."""

from dataclasses import dataclass

from sqlalchemy import select

from eventkit.models import search as index
from eventkit.models.guests import GuestRow
from eventkit.models.programme import EventRow, PersonRow, RoomRow, SessionRow, TrackRow
from eventkit.services.db import Db


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Something found: `kind` is one of those the index knows; `context` the event's title or a headline."""

    kind: str
    id: int
    title: str
    event_id: int | None = None
    context: str = ""


def search(db: Db, text: str, *, limit: int = 50) -> tuple[Hit, ...]:
    """What holds every word of `text` (the last one as a beginning), without regard to case and accents; best first."""
    found = index.found_ids(db.connection(), text, limit)
    ids = {kind: [pk for other, pk in found if other == kind] for kind in index.KINDS}
    hits = {(hit.kind, hit.id): hit for kind in index.KINDS if ids[kind] for hit in _hits(db, kind, ids[kind])}
    return tuple(hits[key] for key in found if key in hits)


def _hits(db: Db, kind: str, ids: list[int]) -> list[Hit]:
    if kind == "event":
        events = db.execute(select(EventRow.id, EventRow.title, EventRow.subtitle).where(EventRow.id.in_(ids)))
        return [Hit(kind=kind, id=key, title=title, event_id=key, context=context) for key, title, context in events]
    if kind == "person":
        people = db.execute(select(PersonRow.id, PersonRow.name, PersonRow.headline).where(PersonRow.id.in_(ids)))
        return [Hit(kind=kind, id=key, title=name, context=headline) for key, name, headline in people]
    pk, named, of_event = {
        "session": (SessionRow.id, SessionRow.title, SessionRow.event_id),
        "room": (RoomRow.id, RoomRow.name, RoomRow.event_id),
        "track": (TrackRow.id, TrackRow.name, TrackRow.event_id),
        "guest": (GuestRow.id, GuestRow.name, GuestRow.event_id),
    }[kind]
    rows = db.execute(
        select(pk, named, EventRow.id, EventRow.title).join(EventRow, EventRow.id == of_event).where(pk.in_(ids))
    )
    return [Hit(kind=kind, id=key, title=name, event_id=event, context=title) for key, name, event, title in rows]
