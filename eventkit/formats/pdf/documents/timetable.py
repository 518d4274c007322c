"""A day's sessions as a table: one column per room where that reads well, else one row per session."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from eventkit.domain.programme import Programme, Room, Session, SessionState
from eventkit.domain.text import one_line
from eventkit.formats.pdf import dates
from eventkit.formats.pdf.canvas import Page
from eventkit.formats.pdf.documents import told
from eventkit.formats.pdf.parts import NOTHING, TABULAR, Part, Setting, lowered, stacked
from eventkit.formats.pdf.text import Style
from eventkit.formats.pdf.theme import track_color

_GRID_ROOMS, _GRID_FILL = range(2, 4), 0.6
_TITLE_LINES, _PEOPLE_LINES = 10, 8
_BAR = 2.6
_ASCENT = 0.97


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table; `again` is how it looks at the top of a page, where the time has to be said again."""

    part: Part
    again: Part


@dataclass(frozen=True, slots=True)
class Table:
    """The table of one day: its header row and its rows."""

    header: Part
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class _Frame:
    """What all cells share: the programme, the setting, the width of the table and of its parts, the space in rows."""

    programme: Programme
    setting: Setting
    width: float
    time: float
    gutter: float
    pad: float


Cell = tuple[str, str, float, Part]
"""Role, scope, distance from the table's left edge, content."""


def table(programme: Programme, sessions: Sequence[Session], setting: Setting, width: float, pad: float) -> Table:
    """The table of the sessions of one day; `pad` is the space above and below the words of a row."""
    space = 12.0 * setting.factor
    widest = max((_hours(session, setting) for session in sessions), key=len, default="")
    time = setting.set(widest, _time_style(setting), width).width + space
    frame = _Frame(programme, setting, width, time, space, pad)
    rooms = _grid_rooms(programme, sessions)
    return _grid(frame, sessions, rooms) if rooms else _list(frame, sessions)


def _named_rooms(programme: Programme, session: Session) -> tuple[Room, ...]:
    return () if session.all_rooms else programme.rooms_of(session)


def _list(frame: _Frame, sessions: Sequence[Session]) -> Table:
    say, programme = frame.setting.options.say, frame.programme
    rooms = {one_line(room.name) for session in sessions for room in _named_rooms(programme, session)}
    tracks = any(session.track_id is not None for session in sessions)
    room_width = frame.width * 0.19 * (len(rooms) > 1)
    track_width = frame.width * 0.17 * tracks
    title_width = frame.width - frame.time - room_width - track_width
    edges = (frame.time, frame.time + title_width, frame.time + title_width + room_width)
    titles = [(say("time"), 0.0), (rooms.pop() if len(rooms) == 1 else say("session"), edges[0])]
    titles += [(say("room"), edges[1])] * bool(room_width) + [(say("track"), edges[2])] * bool(track_width)
    rows = []
    for _, group in groupby(sessions, key=lambda session: session.start):
        for at, session in enumerate(group):
            rows.append(_list_row(frame, session, edges, (bool(room_width), bool(track_width)), first=at == 0))
    return Table(_header(frame, titles), tuple(rows))


def _list_row(
    frame: _Frame, session: Session, edges: tuple[float, float, float], shown: tuple[bool, bool], *, first: bool
) -> Row:
    setting = frame.setting
    across, band = _across(session), session.all_rooms or session.kind in told.PAUSES
    end = frame.width if across else edges[1]
    cells: list[Cell] = [("TD", "", edges[0], _words(frame, session, end - edges[0] - frame.gutter))]
    meta = setting.style("meta", "muted", leading=1.3)
    drop = (setting.size("body") - setting.size("meta")) * _ASCENT
    if not across and shown[0]:
        names = ", ".join(one_line(room.name) for room in frame.programme.rooms_of(session))
        cells.append(
            ("TD", "", edges[1], lowered(setting.plain(names, meta, edges[2] - edges[1] - frame.gutter), drop))
        )
    if not across and shown[1]:
        cells.append(("TD", "", edges[2], lowered(_track(frame, session, frame.width - edges[2]), drop)))
    strong = _row(frame, [_time_cell(frame, session, strong=True), *cells], band=band, heavy=True)
    if first:
        return Row(strong, strong)
    return Row(_row(frame, [_time_cell(frame, session, strong=False), *cells], band=band, heavy=False), strong)


def _grid_rooms(programme: Programme, sessions: Sequence[Session]) -> tuple[int, ...]:
    """The rooms for a table with a column each; none where such a table would be wide, torn or mostly empty."""
    placed = [session for session in sessions if not _across(session)]
    if any(len(session.room_ids) != 1 for session in placed):
        return ()
    used = {session.room_ids[0] for session in placed}
    cells = {(session.start, session.room_ids[0]) for session in placed}
    rows = {session.start for session in placed}
    full = len(cells) == len(placed) and len(cells) >= _GRID_FILL * len(rows) * len(used)
    return tuple(room.id for room in programme.rooms if room.id in used) if len(used) in _GRID_ROOMS and full else ()


def _grid(frame: _Frame, sessions: Sequence[Session], rooms: tuple[int, ...]) -> Table:
    each = (frame.width - frame.time + frame.gutter) / len(rooms)
    lefts = {room: frame.time + each * at for at, room in enumerate(rooms)}
    titles = [(frame.setting.options.say("time"), 0.0)]
    titles += [(one_line(frame.programme.room[room].name), left) for room, left in lefts.items()]
    rows: list[Row] = []
    for _, group in groupby(sessions, key=lambda session: session.start):
        together = list(group)
        across = [session for session in together if _across(session)]
        rows += [_list_row(frame, session, (frame.time, 0.0, 0.0), (False, False), first=True) for session in across]
        placed = [session for session in together if not _across(session)]
        if placed:
            rows.append(_grid_row(frame, placed, lefts, each - frame.gutter))
    return Table(_header(frame, titles, width=each - frame.gutter), tuple(rows))


def _grid_row(frame: _Frame, placed: Sequence[Session], lefts: dict[int, float], width: float) -> Row:
    setting = frame.setting
    first = placed[0]
    common = {session.end for session in placed} == {first.end}
    cells = {session.room_ids[0]: _grid_cell(frame, session, width, hours=not common) for session in placed}
    hours = (
        _hours(first, setting) if common or first.start is None else dates.clock(first.start, setting.options.language)
    )
    time: Cell = ("TH", "/Row", 0.0, setting.plain(hours, _time_style(setting), frame.time))
    part = _row(
        frame, [time, *(("TD", "", left, cells.get(room, NOTHING)) for room, left in lefts.items())], heavy=True
    )
    return Row(part, part)


def _grid_cell(frame: _Frame, session: Session, width: float, *, hours: bool) -> Part:
    indent = (_BAR + 6.0) * (session.track_id is not None)
    meta = frame.setting.style("meta", "muted", leading=1.3)
    until = frame.setting.plain(_hours(session, frame.setting), meta, width - indent) if hours else NOTHING
    track = _track(frame, session, width - indent, mark=False)
    words = stacked([(_words(frame, session, width - indent), 1.5), (until, 1.5), (track, 0.0)])
    if session.track_id is None:
        return words
    color = _color(frame, session)

    def draw(page: Page, x: float, y: float) -> None:
        page.rect(x, y + 1.5, _BAR, words.height - 2, fill=color)
        words.draw(page, x + indent, y)

    return Part(words.height, draw)


def _across(session: Session) -> bool:
    return session.all_rooms or (session.kind in told.PAUSES and not session.room_ids)


def _words(frame: _Frame, session: Session, width: float) -> Part:
    """Title and speakers; a cancelled session says so first."""
    setting = frame.setting
    off = session.state == SessionState.CANCELLED
    quiet = off or session.kind in told.PAUSES
    style = setting.style("body", "muted" if off else "ink", weight=500 if quiet else 650, leading=1.25)
    word = setting.plain(setting.options.say("cancelled"), setting.style("meta", "primary", weight=700), width)
    people = told.names(frame.programme.speakers(session))
    meta = setting.style("meta", "muted", leading=1.3)
    title = one_line(session.title) or session.code
    return stacked(
        [
            (word if off else NOTHING, 1.0),
            (setting.plain(title, style, width, lines=_TITLE_LINES), 1.0),
            (setting.plain(people, meta, width, lines=_PEOPLE_LINES), 0.0),
        ]
    )


def _track(frame: _Frame, session: Session, width: float, *, mark: bool = True) -> Part:
    """The track as a word in its colour, with a mark before it."""
    if session.track_id is None:
        return NOTHING
    color = _color(frame, session)
    style = frame.setting.style("meta", color, weight=600, leading=1.3)
    indent = 9.0 * mark
    name = one_line(frame.programme.track[session.track_id].name)
    part = frame.setting.plain(name, style, width - indent)

    def draw(page: Page, x: float, y: float) -> None:
        if mark:
            page.rect(x, y + style.size * 0.28, 5.0, style.size * 0.72, fill=color)
        part.draw(page, x + indent, y)

    return Part(part.height, draw)


def _color(frame: _Frame, session: Session) -> str:
    tracks = frame.programme.tracks
    at = next((at for at, track in enumerate(tracks) if track.id == session.track_id), 0)
    return track_color(tracks[at].color, at, frame.setting.color("soft"))


def _time_cell(frame: _Frame, session: Session, *, strong: bool) -> Cell:
    style = _time_style(frame.setting)
    quiet = frame.setting.style("body", "muted", features=TABULAR)
    hours = _hours(session, frame.setting)
    return ("TH", "/Row", 0.0, frame.setting.plain(hours, style if strong else quiet, frame.time))


def _time_style(setting: Setting) -> Style:
    return setting.style("body", "primary", weight=700, features=TABULAR, leading=1.25)


def _hours(session: Session, setting: Setting) -> str:
    if session.start is None or session.end is None:
        return ""
    return dates.clock_range(session.start, session.end, setting.options.language)


def _header(frame: _Frame, titles: Iterable[tuple[str, float]], width: float = 0.0) -> Part:
    setting = frame.setting
    style = setting.style("meta", "primary", weight=700)
    parts = [(left, setting.plain(title, style, width or frame.width)) for title, left in titles]
    height = max(part.height for _, part in parts) + 5.0

    def draw(page: Page, x: float, y: float) -> None:
        with page.tag("TR"):
            for left, part in parts:
                with page.tag("TH", scope="/Column"):
                    part.draw(page, x + left, y)

    return Part(height, draw)


def _row(frame: _Frame, cells: Sequence[Cell], *, band: bool = False, heavy: bool = False) -> Part:
    """A row of cells with a line above it, stronger where a new time begins; a band has a ground of its own."""
    height = max(part.height for *_, part in cells) + 2 * frame.pad
    color = frame.setting.color

    def draw(page: Page, x: float, y: float) -> None:
        if band:
            page.rect(x - 6, y + 1, frame.width + 12, height - 2, fill=color("soft"), radius=4)
        elif heavy:
            page.line(x, y, x + frame.width, y, stroke=color("hairline"), line=0.8)
        else:
            page.line(x + frame.time, y, x + frame.width, y, stroke=color("hairline"), line=0.4)
        with page.tag("TR"):
            for role, scope, left, part in cells:
                with page.tag(role, scope=scope):
                    part.draw(page, x + left, y + frame.pad)

    return Part(height, draw)
