"""Kits and batches with invented content for tests."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import Engine, event

from eventkit.domain.history import Label
from eventkit.domain.imports import (
    ImportBatch,
    ImportResult,
    SourceEvent,
    SourcePerson,
    SourceRoom,
    SourceSession,
    SourceTrack,
)
from eventkit.domain.programme import Event, Link, Session
from eventkit.services.db import Db
from eventkit.services.dump import dump_lines
from eventkit.services.events import add_event
from eventkit.services.imports import apply_batch
from eventkit.services.kit import Kit
from eventkit.services.programme import programme

P = ParamSpec("P")
R = TypeVar("R")

ZONE = "Europe/Lisbon"
MORNING = datetime(2027, 5, 8, 9, 0, tzinfo=ZoneInfo(ZONE))


def new_kit(folder: Path, name: str = "test") -> Kit:
    """An empty kit in the folder."""
    return Kit.create(folder / f"{name}.eventkit")


def do(kit: Kit, operation: Callable[Concatenate[Db, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
    """The operation as one step; its answer."""
    return kit.write(Label("test"), operation, *args, **kwargs)[0]


def dumped(kit: Kit) -> tuple[str, ...]:
    """The kit's logical content."""
    return kit.read(lambda db: tuple(dump_lines(db)))


def an_event(kit: Kit, title: str = "Harbour Camp", **details: Any) -> Event:
    """An event of one day in May."""
    times = {"start": MORNING, "end": MORNING + timedelta(hours=9)}
    return do(kit, add_event, title=title, zone=ZONE, **{**times, **details})


def sessions_by_title(kit: Kit, event_id: int) -> dict[str, Session]:
    """The event's sessions by title."""
    return {session.title: session for session in kit.read(programme, event_id).sessions}


@contextmanager
def counted_statements() -> Iterator[list[str]]:
    """The SQL statements that run inside the block."""
    seen: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        seen.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def a_batch(**changes: Any) -> ImportBatch:
    """A small file: two rooms, two tracks, three people, four sessions."""
    told: dict[str, Any] = {
        "format": "test",
        "event": SourceEvent(
            key="harbour-camp",
            title="Harbour Camp",
            zone=ZONE,
            venue="Boathouse",
            street="Quay 1",
            city="Vilamar",
            start=MORNING,
            end=MORNING + timedelta(hours=9),
            links=(Link(url="https://camp.example.org/"),),
        ),
        "days": 1,
        "rooms": (SourceRoom(key="r1", name="Dock", capacity=50), SourceRoom(key="r2", name="Sail Loft")),
        "tracks": (SourceTrack(key="t1", name="Wood", color="#336699"), SourceTrack(key="t2", name="Water")),
        "people": (
            SourcePerson(key="id:1", name="Ada Brandão", bio="Builds boats.", links=(Link(url="https://a.example/"),)),
            SourcePerson(key="id:2", name="Ole Nyström"),
            SourcePerson(key="id:3", name="Ada Brandão"),
        ),
        "sessions": (
            a_session("s1", "Knots", room_keys=("r1",), track_key="t1", person_keys=("id:1",)),
            a_session("s2", "Tides", room_keys=("r2",), track_key="t2", person_keys=("id:2", "id:3")),
            a_session("s3", "Lunch", hours=3, all_rooms=True),
            SourceSession(key="s4", title="A talk without a slot", person_keys=("id:1",)),
        ),
    }
    return ImportBatch(**{**told, **changes})


def a_session(key: str, title: str, *, hours: float = 0, **fields: Any) -> SourceSession:
    """A session of 45 minutes in the morning."""
    told: dict[str, Any] = {"start": MORNING + timedelta(hours=hours), "minutes": 45}
    return SourceSession(key=key, title=title, **{**told, **fields})


def take(kit: Kit, batch: ImportBatch, slug: str | None = None) -> ImportResult:
    """Import a batch as one step."""
    return do(kit, apply_batch, batch, event_slug=slug)
