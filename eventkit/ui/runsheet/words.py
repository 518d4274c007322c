"""What is said of the lines of a run sheet, in the window's language."""

from PySide6.QtCore import QObject

from eventkit.domain.programme import Programme, Session
from eventkit.domain.runsheet import CueKind, Moment, RunLine
from eventkit.ui.dates import clock

HOUR, REHEARSAL = 3600, 12 * 60
"""Seconds of an hour; minutes from the plan beyond which it is another day that is tried out."""


class RunWords(QObject):
    """Lengths, owners, rooms, drift and what really was, as texts."""

    def length(self, line: RunLine) -> str:
        """How long it is planned; nothing for a moment."""
        return self.tr("{minutes} min").format(minutes=line.of.minutes) if line.of.minutes else ""

    def owner(self, programme: Programme, line: RunLine) -> str:
        """Whose it is: who speaks, the person of a cue, else its word."""
        if isinstance(line.of, Session):
            return ", ".join(person.name for person in programme.speakers(line.of))
        person = programme.person.get(line.of.person_id) if line.of.person_id is not None else None
        return line.of.owner if person is None else person.name

    def cue(self, line: RunLine) -> str:
        """What is said, pressed or handed over."""
        return "" if isinstance(line.of, Session) else line.of.text

    def room(self, programme: Programme, line: RunLine) -> str:
        """Where it is; nothing for everywhere."""
        if isinstance(line.of, Session):
            return self.tr("all rooms") if line.of.all_rooms else self._names(programme, line.of.room_ids)
        return "" if line.of.room_id is None else self._names(programme, (line.of.room_id,))

    def kind(self, kind: CueKind) -> str:
        """What a line of one's own is."""
        words = {
            CueKind.CREW: self.tr("A job of the crew, beside the programme"),
            CueKind.CEREMONY: self.tr("A part of the evening that fills its room"),
        }
        return words[kind]

    def real(self, line: RunLine) -> str:
        """When it really was; nothing before it has begun."""
        if line.started is None:
            return ""
        if line.ended is None:
            return self.tr("since {start}").format(start=clock(line.started))
        if line.ended == line.started:
            return self.tr("done {start}").format(start=clock(line.started))
        return f"{clock(line.started)} – {clock(line.ended)}"

    def drift(self, moment: Moment) -> str:
        """How far the day is from its plan; nothing while nothing runs and nothing is due, and in a rehearsal."""
        minutes = moment.behind
        if (moment.line is None and not minutes) or abs(minutes) > REHEARSAL:
            return ""
        if minutes > 0:
            return self.tr("{minutes} min behind").format(minutes=minutes)
        return self.tr("{minutes} min ahead").format(minutes=-minutes) if minutes else self.tr("on time")

    def left(self, seconds: int) -> str:
        """A time that is left, with a plus once it is used up: "12:05", "1:02:00", "+0:40"."""
        hours, rest = divmod(abs(seconds), HOUR)
        minutes, second = divmod(rest, 60)
        told = f"{hours}:{minutes:02}:{second:02}" if hours else f"{minutes}:{second:02}"
        return f"+{told}" if seconds < 0 else told

    def sentence(self, programme: Programme, line: RunLine) -> str:
        """All of a line, for a screen reader."""
        parts = (
            clock(line.start),
            line.of.title,
            self.length(line),
            self.cue(line),
            self.owner(programme, line),
            self.room(programme, line),
            self.real(line),
        )
        return ", ".join(filter(None, parts))

    def _names(self, programme: Programme, room_ids: tuple[int, ...]) -> str:
        return ", ".join(programme.room[key].name for key in room_ids if key in programme.room)
