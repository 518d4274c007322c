"""What is said of sessions, in the window's language."""

import re

from PySide6.QtCore import QObject

from eventkit.domain.clashes.records import Clash, Rule
from eventkit.domain.programme import Programme, Session, SessionKind, SessionState
from eventkit.domain.words import Words

_CLOCK = re.compile(r"(\d{1,2})(?:[:.h ]?(\d{2}))?")


def clock_minutes(text: str) -> int | None:
    """The minutes after midnight of a time as people write it (18:30, 1830, 9); None for what is none."""
    found = _CLOCK.fullmatch(text.strip())
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return hour * 60 + minute if hour < 24 and minute < 60 else None


class SessionWords(QObject):
    """Times, rooms, people and states of sessions as texts."""

    def sentence(self, programme: Programme, session: Session, *, clashes: int = 0) -> str:
        """All that matters about a session in one line: title, room, time, people, track, state, clashes."""
        track = programme.track.get(session.track_id) if session.track_id is not None else None
        parts = (
            session.title,
            self.rooms(programme, session),
            self.span(session),
            self.people(programme, session),
            "" if track is None else track.name,
            self.state(session.state),
            self.lock(session),
            self.tr("%n clash(es)", "", clashes) if clashes else "",
        )
        return ", ".join(filter(None, parts))

    def clash_title(self, clash: Clash) -> str:
        """What a clash is about: who is in two places, else the session that had better move."""
        if clash.rule == Rule.PERSON:
            return self.tr("{person} is in two places").format(person=clash.values["name"])
        return clash.last.title

    def clash(self, words: Words, clash: Clash) -> str:
        """What is wrong."""
        first, last = clash.first, clash.last
        start = f"{last.start:%H:%M}" if last.start else ""
        if clash.rule == Rule.PERSON:
            return self.tr("“{first}” until {end}, “{second}” from {start}").format(
                first=first.title, end=f"{first.end:%H:%M}", second=last.title, start=start
            )
        return words.say("finding", clash.rule, **{"other": first.title, "start": start, **clash.values})

    def lock(self, session: Session) -> str:
        """Whether it stays where it is."""
        return self.tr("locked") if session.locked else ""

    def span(self, session: Session) -> str:
        """When it begins and ends."""
        if session.start is None or session.end is None:
            return self.tr("no time yet")
        return self.tr("{start} to {end}").format(start=f"{session.start:%H:%M}", end=f"{session.end:%H:%M}")

    def rooms(self, programme: Programme, session: Session) -> str:
        """Where it is."""
        if session.all_rooms:
            return self.tr("all rooms")
        return ", ".join(room.name for room in programme.rooms_of(session)) or self.tr("no room yet")

    def people(self, programme: Programme, session: Session) -> str:
        """Who speaks."""
        return ", ".join(person.name for person in programme.speakers(session))

    def length(self, minutes: int) -> str:
        """How long it takes."""
        hours, rest = divmod(minutes, 60)
        if hours >= 3 and not rest:
            return self.tr("{hours} h").format(hours=hours)
        return self.tr("{minutes} min").format(minutes=minutes)

    def state(self, state: SessionState) -> str:
        """A state that is not the usual one; nothing for confirmed."""
        words = {
            SessionState.DRAFT: self.tr("draft"),
            SessionState.PROPOSED: self.tr("proposed"),
            SessionState.ACCEPTED: self.tr("accepted"),
            SessionState.CANCELLED: self.tr("cancelled"),
            SessionState.REJECTED: self.tr("rejected"),
            SessionState.WITHDRAWN: self.tr("withdrawn"),
        }
        return words.get(state, "")

    def any_state(self, state: SessionState) -> str:
        """A state, the usual one too."""
        return self.state(state) or self.tr("confirmed")

    def kind(self, kind: SessionKind) -> str:
        """What a session is."""
        words = {
            SessionKind.TALK: self.tr("Talk"),
            SessionKind.LIGHTNING: self.tr("Lightning talks"),
            SessionKind.WORKSHOP: self.tr("Workshop"),
            SessionKind.KEYNOTE: self.tr("Keynote"),
            SessionKind.PANEL: self.tr("Panel"),
            SessionKind.BOF: self.tr("Round table"),
            SessionKind.DEMO: self.tr("Demonstration"),
            SessionKind.BREAK: self.tr("Break"),
            SessionKind.MEAL: self.tr("Meal"),
            SessionKind.CEREMONY: self.tr("Opening or closing"),
            SessionKind.OTHER: self.tr("Something else"),
        }
        return words[kind]
