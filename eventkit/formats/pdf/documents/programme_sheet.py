"""The programme sheet: every public session with its time, day by day, on as many pages as it takes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from eventkit.domain.programme import Programme, Session, programme_day
from eventkit.domain.text import one_line
from eventkit.formats.pdf import dates
from eventkit.formats.pdf.canvas import Page, PdfDocument
from eventkit.formats.pdf.documents import told
from eventkit.formats.pdf.documents.timetable import Row, table
from eventkit.formats.pdf.kinds import MM, PAPERS, DocumentKind, PrintOptions, RenderedFile, chosen_paper
from eventkit.formats.pdf.parts import Grid, Part, Setting, beside, block_part, fact, motif, qr_note, stacked

_FACTORS = (1.3, 1.15, 0.95)
_LARGE_TYPE_SESSIONS = 30
_LEAST_HEAD, _TALLEST_HEAD = 118.0, 0.34
_FOOT = 24.0
_WIDEST_PAD = 11.0
_LEAST_ROWS = 3


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The sheet's paper and grid, the setting of all its parts, the height of its head, the space in its rows."""

    setting: Setting
    grid: Grid
    size: tuple[float, float]
    head: float
    pad: float
    foot: float = _FOOT

    @property
    def bottom(self) -> float:
        """Where the last row has to end."""
        return self.size[1] - self.grid.margin - self.foot


@dataclass(frozen=True, slots=True)
class _Chunk:
    """What one page shows of a day: its heading, the header row and its rows, from `top` on."""

    day: date
    top: float
    heading: Part
    header: Part
    rows: tuple[Part, ...]

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.top + self.heading.height + self.header.height + sum(row.height for row in self.rows)


def render(programme: Programme, options: PrintOptions) -> tuple[RenderedFile, ...]:
    """The programme as one file, its type as large as one page allows, else in a size for many pages."""
    paper, findings = chosen_paper(KIND.papers, options.paper, options.say(KIND.title))
    sheet, pages = _laid_out(programme, options, PAPERS[paper])
    document = PdfDocument(options.fonts, title=one_line(programme.event.title), language=options.language)
    for number, chunks in enumerate(pages, 1):
        page = document.page(*sheet.size, bleed=options.bleed * MM, marks=options.bleed > 0)
        if len(pages) > 1:
            _foot(page, programme, sheet, options.say("page_of", page=number, pages=len(pages)))
        if number == 1:
            _draw_opening(page, programme, sheet, empty=not chunks)
        for chunk in chunks:
            _draw_chunk(
                document, page, chunk, sheet, first=chunk is next(c for p in pages for c in p if c.day == chunk.day)
            )
    document.note(*findings, *told.shown_address(told.address_of(programme.event)[0])[1])
    done = document.finish()
    return (RenderedFile(name=f"{KIND.id}.pdf", data=done.data, pages=done.pages, findings=done.findings),)


def _laid_out(
    programme: Programme, options: PrintOptions, size: tuple[float, float]
) -> tuple[_Sheet, list[list[_Chunk]]]:
    """The sheet and the chunks of its pages; a single page spreads its rows and head over what it leaves over."""
    grid = Grid(size[0], 15 * MM, 5 * MM)
    few = len(programme.public_sessions) <= _LARGE_TYPE_SESSIONS
    for factor in _FACTORS if few else _FACTORS[-1:]:
        sheet = _Sheet(Setting(options, factor), grid, size, _LEAST_HEAD, 5.0 * factor)
        pages = _pages(programme, sheet)
        if len(pages) == 1 and pages[0]:
            rows = sum(len(chunk.rows) for chunk in pages[0])
            spare = sheet.bottom + sheet.foot - pages[0][-1].bottom
            head = min(spare * 0.6, size[1] * _TALLEST_HEAD - sheet.head)
            wider = replace(
                sheet,
                foot=0.0,
                head=sheet.head + head,
                pad=min(sheet.pad + (spare - head) / rows / 2.01, _WIDEST_PAD * factor),
            )
            return wider, _pages(programme, wider)
    if not programme.public_sessions:
        sheet = replace(sheet, head=size[1] * _TALLEST_HEAD)
    return sheet, pages


def _pages(programme: Programme, sheet: _Sheet) -> list[list[_Chunk]]:
    """Every day's table cut into pages; a heading never stands without a row below it."""
    inner, top = sheet.grid.inner, sheet.grid.margin
    y = _opening(programme, sheet).height + sheet.head + 2 * _gap(sheet)
    pages: list[list[_Chunk]] = [[]]
    for day, sessions in _days(programme):
        rows = table(programme, sessions, sheet.setting, inner, sheet.pad)
        left = list(rows.rows)
        heading = _heading(sheet, day)
        while left:
            room = sheet.bottom - y - heading.height - rows.header.height
            taken = _fitting(left, room)
            too_few = len(taken) < min(len(left), _LEAST_ROWS if len(left) == len(rows.rows) else 1)
            if too_few and y > top:
                pages.append([])
                y = top
                continue
            taken = taken or [left[0].again]
            pages[-1].append(_Chunk(day, y, heading, rows.header, tuple(taken)))
            y = pages[-1][-1].bottom + _gap(sheet)
            left = left[len(taken) :]
            heading = _heading(sheet, day, again=True)
    return pages


def _fitting(rows: Sequence[Row], room: float) -> list[Part]:
    """The first rows that fit the room, the first one with its time said."""
    taken: list[Part] = []
    for row in rows:
        part = row.part if taken else row.again
        room -= part.height
        if room < 0:
            break
        taken.append(part)
    return taken


def _days(programme: Programme) -> list[tuple[date, list[Session]]]:
    """The public sessions by programme day."""
    days: dict[date, list[Session]] = {}
    for session in programme.public_sessions:
        if session.start is not None:
            day = session.day or programme_day(session.start, programme.event.day_change)
            days.setdefault(day, []).append(session)
    return sorted(days.items())


def _heading(sheet: _Sheet, day: date, *, again: bool = False) -> Part:
    setting = sheet.setting
    name = dates.long_date(day, setting.options.language)
    if again:
        style = setting.style("body", "muted", weight=600)
        part = setting.part(setting.options.say("continued", day=name), style, sheet.grid.inner)
    else:
        style = setting.style("fact", weight=750, display=True, tracking=-0.01)
        part = setting.part(name, style.sized(style.size * 1.3), sheet.grid.inner, role="H2")
    return replace(part, height=part.height + 8.0 * setting.factor)


def _gap(sheet: _Sheet) -> float:
    return 18.0 * sheet.setting.factor


def _opening(programme: Programme, sheet: _Sheet) -> Part:
    """When and where, and the way to more by QR code."""
    setting, grid = replace(sheet.setting, factor=min(sheet.setting.factor, 1.0)), sheet.grid
    url, key = told.address_of(programme.event)
    answers = told.facts(programme, setting.options)[: 2 if url else 3]
    columns = 12 // max(len(answers) + bool(url), 2)
    parts = [
        (
            fact(setting, answer.label, answer.main, answer.notes, grid.span(columns)),
            grid.at(columns * at) - grid.margin,
        )
        for at, answer in enumerate(answers)
    ]
    if url:
        left = 12 - columns
        code = qr_note(setting, url, setting.options.say(key), told.shown_address(url)[0], grid.span(columns))
        parts.append((code, grid.at(left) - grid.margin))
    return beside(parts)


def _draw_opening(page: Page, programme: Programme, sheet: _Sheet, *, empty: bool) -> None:
    """The head in the theme's colour with the title and the motif, then the facts."""
    setting, grid, bleed = sheet.setting, sheet.grid, sheet.setting.options.bleed * MM
    page.rect(-bleed, -bleed, page.width + 2 * bleed, sheet.head + bleed, fill=setting.color("hero"))
    rows = 2
    size = (sheet.head + bleed) / rows
    columns = max(1, min(4, int(page.width * 0.42 / size)))
    motif(page, setting, programme.event.uuid, columns=columns, rows=rows, size=size, right=page.width + bleed)
    width = page.width - columns * size - grid.margin - grid.gutter
    who = setting.part(told.eyebrow(programme), setting.label("hero_label"), width)
    display = setting.style("display", "hero_text", weight=800, leading=1.04, display=True, tracking=-0.015)
    display = display.sized(min(display.size * 0.5, 40.0))
    room = sheet.head - who.height - 1.6 * grid.margin
    title = setting.fitted(one_line(programme.event.title), display, width, room, low=15.0)
    text = stacked([(who, 6.0), (block_part(title, "H1"), 0.0)])
    text.draw(page, grid.margin, sheet.head - text.height - grid.margin * 0.6)
    facts = _opening(programme, sheet)
    facts.draw(page, grid.margin, sheet.head + _gap(sheet))
    if empty:
        note = setting.part(setting.options.say("programme_open"), setting.style("fact", "muted"), grid.inner)
        note.draw(page, grid.margin, sheet.head + facts.height + 2.5 * _gap(sheet))


def _draw_chunk(document: PdfDocument, page: Page, chunk: _Chunk, sheet: _Sheet, *, first: bool) -> None:
    x, y = sheet.grid.margin, chunk.top
    if first:
        document.bookmark(dates.long_date(chunk.day, sheet.setting.options.language))
    chunk.heading.draw(page, x, y)
    y += chunk.heading.height
    line = y + chunk.header.height
    with page.tag("Table"):
        for part in (chunk.header, *chunk.rows):
            part.draw(page, x, y)
            y += part.height
    page.line(x, line, x + sheet.grid.inner, line, stroke=sheet.setting.color("primary"), line=1.2)


def _foot(page: Page, programme: Programme, sheet: _Sheet, number: str) -> None:
    """Title and page number, as decoration: they are no part of what is read."""
    setting, grid = sheet.setting, sheet.grid
    small = setting.style("meta", "muted")
    y = sheet.size[1] - grid.margin - small.size * 1.2
    setting.plain(number, replace(small, align="end"), grid.inner).draw(page, grid.margin, y)
    title = one_line(programme.event.title)
    setting.clipped(title, small, grid.span(9)).draw(page, grid.margin, y)


KIND = DocumentKind(id="programme_sheet", title="programme_sheet", papers=("a4", "letter"), render=render)
