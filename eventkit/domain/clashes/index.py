"""All clashes of a programme, kept so that a change looks only at what it touches."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from enum import Enum, auto

from eventkit.domain.clashes.records import Clash, Rule, Span, span, takes_place
from eventkit.domain.clashes.rules import Ground, of_crew, of_person, of_room, of_session, of_track, once
from eventkit.domain.findings import Severity
from eventkit.domain.programme import Programme, Session

_ORDER = {severity: place for place, severity in enumerate(Severity)}


class Kind(Enum):
    """What sessions are looked at together for."""

    ROOM = auto()
    PERSON = auto()
    CREW = auto()
    TRACK = auto()
    SESSION = auto()


Group = tuple[Kind, int]


class Clashes:
    """The clashes of an event; `change` tells of sessions that are other than before, or gone.

    Sessions are kept by the rooms, people and tracks that they need: a change checks those groups again and no other.
    """

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self._members: dict[Group, dict[int, Span]] = defaultdict(dict)
        self._groups: dict[int, tuple[Group, ...]] = {}
        self._found: dict[Group, tuple[Clash, ...]] = {}
        self._marks: Counter[int] = Counter()
        for session in ground.programme.sessions:
            self._add(session)
        self._changed = set(self._members)

    @property
    def programme(self) -> Programme:
        """What the rules know besides the sessions; the sessions may have changed since."""
        return self.ground.programme

    @property
    def all(self) -> tuple[Clash, ...]:
        """Every clash once: the worst first, then in order of time."""
        self._check_changed()
        found = once(one for group in sorted(self._found, key=_place) for one in self._found[group])
        return tuple(sorted(found, key=_rank))

    @property
    def marked(self) -> frozenset[int]:
        """The ids of the sessions that a clash marks."""
        self._check_changed(unless=Kind.TRACK)
        return frozenset(self._marks)

    def of(self, session_id: int) -> tuple[Clash, ...]:
        """The clashes that one session has a part in."""
        self._check_changed()
        groups = sorted(self._groups.get(session_id, ()), key=_place)
        return once(one for group in groups for one in self._found.get(group, ()) if _has(one, session_id))

    def change(self, sessions: Iterable[Session], *, gone: Iterable[int] = ()) -> None:
        """Take note of sessions as they are now, new ones too, and of those that are gone; looked at when asked."""
        for session_id in gone:
            self._changed.update(self._remove(session_id))
        for session in sessions:
            self._changed.update(self._remove(session.id))
            self._changed.update(self._add(session))

    def trial(self, session: Session) -> tuple[Clash, ...]:
        """The clashes that a session would have if it were so; nothing is changed."""
        return once(self._tried(session, sorted(self._groups_of(session), key=_place)))

    def fits(self, session: Session, rules: frozenset[Rule]) -> bool:
        """Whether a session would have no serious clash of these rules; it ends at the first, and asks no track."""
        groups = (group for group in self._groups_of(session) if group[0] is not Kind.TRACK)
        return not any(one.serious and one.rule in rules for one in self._tried(session, groups))

    def busy(self, room_id: int) -> tuple[Span, ...]:
        """What fills a room, in order of time."""
        return tuple(sorted(self._members.get((Kind.ROOM, room_id), {}).values()))

    def _tried(self, session: Session, groups: Iterable[Group]) -> Iterator[Clash]:
        for group in groups:
            own = span(session)
            spans = sorted((*(one for one in self._members.get(group, {}).values() if one.id != session.id), own))
            yield from (one for one in self._rules(group, spans) if _has(one, session.id))

    def _add(self, session: Session) -> tuple[Group, ...]:
        groups = self._groups_of(session)
        self._groups[session.id] = groups
        if groups:
            own = span(session)
            for group in groups:
                self._members[group][session.id] = own
        return groups

    def _remove(self, session_id: int) -> tuple[Group, ...]:
        groups = self._groups.pop(session_id, ())
        for group in groups:
            del self._members[group][session_id]
        return groups

    def _groups_of(self, session: Session) -> tuple[Group, ...]:
        """None for one that has no time or does not take place; one without a length fills nothing."""
        if not takes_place(session):
            return ()
        if session.minutes == 0:
            return ((Kind.SESSION, session.id),)
        rooms = self.ground.real
        groups: list[Group] = [(Kind.SESSION, session.id)]
        groups += ((Kind.ROOM, key) for key in (rooms if session.all_rooms else session.room_ids) if key in rooms)
        for key in session.person_ids:
            groups.append((Kind.PERSON, key))
            if key in self.ground.duties_of:
                groups.append((Kind.CREW, key))
        walled = session.all_rooms or not session.room_ids or any(key in rooms for key in session.room_ids)
        if session.track_id is not None and walled:
            groups.append((Kind.TRACK, session.track_id))
        return tuple(groups)

    def _check_changed(self, *, unless: Kind | None = None) -> None:
        """Look at what has changed since; what one kind finds may wait, since a track's clashes mark nothing."""
        for group in [group for group in self._changed if group[0] is not unless]:
            self._changed.discard(group)
            self._check(group)

    def _check(self, group: Group) -> None:
        members = self._members.get(group)
        for session_id in _marked(self._found.pop(group, ())):
            self._marks[session_id] -= 1
            if not self._marks[session_id]:
                del self._marks[session_id]
        found = tuple(self._rules(group, sorted(members.values()))) if members else ()
        if found:
            self._found[group] = found
            self._marks.update(_marked(found))

    def _rules(self, group: Group, spans: list[Span]) -> Iterator[Clash]:
        kind, key = group
        if kind is Kind.SESSION:
            return of_session(self.ground, spans[0].session)
        if kind is Kind.ROOM:
            return of_room(self.ground, key, spans)
        if kind is Kind.PERSON:
            return of_person(self.ground, key, spans)
        if kind is Kind.CREW:
            return of_crew(self.ground, key, spans)
        return of_track(self.ground, key, spans)


def _marked(found: Iterable[Clash]) -> Iterator[int]:
    return (session.id for one in found if one.serious for session in one.sessions)


def _has(clash: Clash, session_id: int) -> bool:
    return clash.first.id == session_id or (clash.second is not None and clash.second.id == session_id)


def _place(group: Group) -> tuple[int, int]:
    return group[0].value, group[1]


def _rank(clash: Clash) -> tuple[int, float, int, str]:
    last = clash.last
    return _ORDER[clash.severity], 0 if last.start is None else last.start.timestamp(), last.number, clash.rule
