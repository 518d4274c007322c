"""Clashes of a thousand sessions: from nothing, after one move, of one session that is dragged."""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from bench.measure import row, tell
from eventkit.domain.clashes.index import Clashes
from eventkit.domain.clashes.rules import Ground
from eventkit.domain.programme import Event, Person, Programme, Room, Session, Track, programme_day

COUNT, ROOMS, TRACKS, DAYS = 1000, 20, 12, 2
ZONE = ZoneInfo("Europe/Lisbon")
MORNING = datetime(2027, 5, 8, 9, tzinfo=ZONE)
ROUNDS = 7


def session(number: int, chance: Random) -> Session:
    """One of many: two in a hundred stand where another one is."""
    slot = number // ROOMS
    moved = timedelta(days=slot % DAYS, minutes=25 * (slot // DAYS) + chance.choice((0,) * 49 + (10,)))
    start = MORNING + moved
    return Session(
        id=number + 1,
        uuid=f"s{number}",
        uid="",
        event_id=1,
        number=number + 1,
        code="",
        title=f"Session {number}",
        start=start,
        minutes=20,
        day=programme_day(start, 0),
        room_ids=(number % ROOMS + 1,),
        track_id=number % ROOMS % TRACKS + 1,
        person_ids=(chance.randrange(700), 700 + chance.randrange(400)),
    )


def programme(count: int = COUNT) -> Programme:
    """A crowded programme with people who say when they can come."""
    chance = Random(5)  # noqa: S311 - the same programme every time is what is wanted
    return Programme(
        event=Event(id=1, uuid="e", uid="e", slug="e", title="Event", zone=ZONE.key, changeover=5),
        rooms=tuple(Room(id=n + 1, uuid=f"r{n}", event_id=1, name=f"R{n}", opens=480) for n in range(ROOMS)),
        tracks=tuple(Track(id=n + 1, uuid=f"t{n}", event_id=1, name=f"T{n}") for n in range(TRACKS)),
        people=tuple(
            Person(id=n, uuid=f"p{n}", name=f"P{n}", availability="not after 21:00" if n % 9 == 0 else "")
            for n in range(1100)
        ),
        sessions=tuple(session(number, chance) for number in range(count)),
    )


def least(what: Callable[[], object]) -> float:
    """The least processor time of some turns, in seconds."""
    spent = []
    for _ in range(ROUNDS):
        begun = time.process_time()
        what()
        spent.append(time.process_time() - begun)
    return min(spent)


def main() -> int:
    """Against the goals in milliseconds; the ratio is that of the goal."""
    told = programme()
    index = Clashes(Ground(programme=told, now=MORNING))
    moved = replace(told.sessions[500], start=MORNING + timedelta(minutes=200))
    turns = iter(range(10**6))

    def move() -> object:
        index.change((moved if next(turns) % 2 else told.sessions[500],))
        return index.all

    subjects: tuple[tuple[str, float, Callable[[], object]], ...] = (
        ("from nothing", 0.050, lambda: Clashes(Ground(programme=told, now=MORNING)).all),
        ("after one move", 0.005, move),
        ("one session tried elsewhere", 0.005, lambda: index.trial(moved)),
    )
    rows = [
        row(label, spent / goal, goal=1, seconds=spent)
        for label, goal, spent in ((label, goal, least(what)) for label, goal, what in subjects)
    ]
    tell("clashes", f"its goal; {COUNT} sessions, {len(index.all)} clashes", rows)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
