"""The sample kit: an invented community, its people and three events, dated from today."""

import tomllib
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from eventkit.domain.access import Answer, Fact
from eventkit.domain.guests import Photo
from eventkit.domain.history import Change, Label
from eventkit.domain.people import Scope
from eventkit.domain.programme import EventState, Link, SessionKind, SessionState, SessionText, add_minutes
from eventkit.domain.runsheet import CueKind
from eventkit.jobs.resources import resources
from eventkit.services.db import Db
from eventkit.services.events import add_chapter, add_event, add_venue
from eventkit.services.guests import add_guest
from eventkit.services.kit import Kit
from eventkit.services.people import add_person
from eventkit.services.profiles import edit_profile, give_consent
from eventkit.services.rooms import add_crew, add_room, add_track
from eventkit.services.rows import name_uuids
from eventkit.services.runsheet import add_cue
from eventkit.services.sessions import add_session
from eventkit.services.venues import set_venue_fact

EVENTS = ("past_meetup", "meetup", "camp")

Told = dict[str, Any]


def make_sample(kit: Kit, today: date, *, language: str = "en") -> Change:
    """Fill the kit with the sample, as one step; in English where the language has none of its own."""
    folder = resources() / "sample" / language
    texts = folder if folder.is_dir() else resources() / "sample" / "en"
    community = _told(texts / "community.toml")
    events = [_told(texts / f"{name}.toml") for name in EVENTS]
    _, change = kit.write(Label("sample", community["chapter"]["name"]), _fill, community, events, today)
    return change


def _told(path: Path) -> Told:
    return tomllib.loads(path.read_text("utf-8"))


def _fill(db: Db, community: Told, events: list[Told], today: date) -> None:
    name_uuids(db, f"sample/{today}/{community['chapter']['name']}")
    chapter = add_chapter(db, **community["chapter"])
    venues = {key: _add_venue(db, venue) for key, venue in community["venues"].items()}
    people = {key: _add_person(db, person) for key, person in community["people"].items()}
    for event in events:
        _add_event(db, event, today, chapter_id=chapter.id, zone=chapter.zone, venues=venues, people=people)


def _add_venue(db: Db, told: Told) -> int:
    facts = told.pop("facts", {})
    venue = add_venue(db, **told)
    for fact, (answer, *note) in facts.items():
        set_venue_fact(db, venue.id, Fact(fact), answer=Answer(answer), note="".join(note))
    return venue.id


def _add_person(db: Db, told: Told) -> int:
    known, consents = told.pop("profile", {}), told.pop("consents", ())
    person = add_person(db, **_linked(told))
    if known:
        edit_profile(db, person.id, **known)
    for scope in consents:
        give_consent(db, person.id, Scope(scope), source="Form of the speakers")
    return person.id


def _add_event(
    db: Db,
    told: Told,
    today: date,
    *,
    chapter_id: int,
    zone: str,
    venues: Mapping[str, int],
    people: Mapping[str, int],
) -> None:
    apart = {name: told.pop(name, []) for name in ("rooms", "tracks", "sessions", "cues", "crew", "guests")}
    day = _day(today, told.pop("days"), told.pop("weekday", None))
    start = _at(day, told.pop("start"), zone)
    told |= {"state": EventState(told["state"]), "venue_id": venues[told.pop("venue")], "chapter_id": chapter_id}
    end = add_minutes(start, told.pop("minutes"))
    event = add_event(db, zone=zone, start=start, end=end, **_linked(told))
    rooms = {room.pop("key"): add_room(db, event.id, **room).id for room in apart["rooms"]}
    tracks = {track.pop("key"): add_track(db, event.id, **track).id for track in apart["tracks"]}
    for session in apart["sessions"]:
        session["room_ids"] = tuple(rooms[key] for key in session.pop("rooms", ()))
        session["person_ids"] = tuple(people[key] for key in session.pop("people", ()))
        session["track_id"] = tracks[session.pop("track")] if "track" in session else None
        session["start"] = _at(day, session.pop("at"), zone) if "at" in session else None
        add_session(db, event.id, **_worded(_linked(session)))
    for cue in apart["cues"]:
        cue["start"] = _at(day, cue.pop("at"), zone)
        cue["person_id"] = people[cue.pop("person")] if "person" in cue else None
        cue["room_id"] = rooms[cue.pop("room")] if "room" in cue else None
        add_cue(db, event.id, **{**cue, "kind": CueKind(cue.get("kind", CueKind.CREW))})
    for member in apart["crew"]:
        add_crew(db, event.id, people[member["person"]], role=member["role"])
    for guest in apart["guests"]:
        add_guest(db, event.id, **{**guest, "photo": Photo(guest.get("photo", Photo.ASK))})


def _day(today: date, days: int, weekday: int | None) -> date:
    """The day that many days from today, or the next such weekday (Monday is 0)."""
    day = today + timedelta(days=days)
    return day if weekday is None else day + timedelta(days=(weekday - day.weekday()) % 7)


def _at(day: date, clock: str, zone: str) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock), ZoneInfo(zone))


def _linked(told: Told) -> Told:
    return {**told, "links": tuple(Link(**link) for link in told.get("links", ()))}


def _worded(told: Told) -> Told:
    texts = tuple(SessionText(**text) for text in told.get("texts", ()))
    kind = SessionKind(told.get("kind", SessionKind.TALK))
    return {**told, "texts": texts, "kind": kind, "state": SessionState(told.get("state", SessionState.CONFIRMED))}
