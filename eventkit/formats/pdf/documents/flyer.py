"""The flyer: one page that says what, when, where, what it costs and how to come."""

from collections.abc import Sequence
from dataclasses import dataclass

from eventkit.domain.programme import Person, Programme, Session, SessionState
from eventkit.domain.text import one_line
from eventkit.formats.pdf import dates
from eventkit.formats.pdf.canvas import Page, PdfDocument
from eventkit.formats.pdf.documents import told
from eventkit.formats.pdf.kinds import MM, PAPERS, DocumentKind, PrintOptions, RenderedFile, chosen_paper
from eventkit.formats.pdf.parts import (
    NOTHING,
    TABULAR,
    Grid,
    Part,
    Setting,
    beside,
    block_part,
    fact,
    motif,
    qr_card,
    rule,
    stacked,
    tagged,
)

_MOST_ROWS = 24
_LEAST_HERO = 0.40
_TILES_ACROSS = 6


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The flyer's page: its grid, the setting that all parts share, and the space between its sections."""

    setting: Setting
    grid: Grid
    height: float
    gap: float


def render(programme: Programme, options: PrintOptions) -> tuple[RenderedFile, ...]:
    """The flyer as one file of one page."""
    paper, findings = chosen_paper(KIND.papers, options.paper, options.say(KIND.title))
    width, height = PAPERS[paper]
    share = min(width / PAPERS["a4"][0], height / PAPERS["a4"][1])
    grid = Grid(width, 18 * MM * share, 5 * MM * share)
    sheet = _Sheet(Setting(options, 0.3 + 0.7 * share), grid, height, 22 * share)
    document = PdfDocument(options.fonts, title=one_line(programme.event.title), language=options.language)
    page = document.page(width, height, bleed=options.bleed * MM, marks=options.bleed > 0)
    lower = _lower(programme, sheet)
    hero = height - lower.height - sheet.gap * 1.3 - grid.margin
    _hero(page, programme, sheet, hero)
    lower.draw(page, grid.margin, hero + sheet.gap * 1.3)
    document.note(*findings, *told.shown_address(told.address_of(programme.event)[0])[1])
    done = document.finish()
    return (RenderedFile(name="flyer.pdf", data=done.data, pages=done.pages, findings=done.findings),)


def _hero(page: Page, programme: Programme, sheet: _Sheet, height: float) -> None:
    """The field of colour: the motif above, who invites and the title below it."""
    setting, grid, bleed = sheet.setting, sheet.grid, sheet.setting.options.bleed * MM
    page.rect(-bleed, -bleed, page.width + 2 * bleed, height + bleed, fill=setting.color("hero"))
    words = setting.style("lead", "hero_text", leading=1.4)
    intro = setting.part(told.lead(programme.event), words, grid.span(9))
    who = setting.part(told.eyebrow(programme), setting.label("hero_label"), grid.inner)
    room = height - intro.height - who.height - 3 * sheet.gap - grid.margin * 0.5
    display = setting.style("display", "hero_text", weight=800, leading=1.02, display=True, tracking=-0.02)
    name = one_line(programme.event.title)
    title = setting.fitted(name, display, grid.inner, min(room, height * 0.55), low=setting.size("display_min"))
    text = stacked([(who, sheet.gap * 0.5), (block_part(title, "H1"), sheet.gap * 0.6), (intro, 0)])
    top = height - sheet.gap * 1.5 - text.height
    _motif(page, programme, sheet, top - sheet.gap)
    text.draw(page, grid.margin, top)


def _motif(page: Page, programme: Programme, sheet: _Sheet, room: float) -> None:
    bleed = sheet.setting.options.bleed * MM
    size = (page.width + bleed) / _TILES_ACROSS
    rows = int((room + bleed) / size)
    if rows == 0:
        rows, size = 1, max(room + bleed, 0.0)
    columns = min(_TILES_ACROSS, 2 + 2 * rows) if size == (page.width + bleed) / _TILES_ACROSS else _TILES_ACROSS
    motif(page, sheet.setting, programme.event.uuid, columns=columns, rows=rows, size=size, right=page.width + bleed)


def _lower(programme: Programme, sheet: _Sheet) -> Part:
    """The facts, then the programme beside the QR code; whatever is missing takes no room."""
    setting, grid = sheet.setting, sheet.grid
    answers = told.facts(programme, setting.options)
    columns = 12 // len(answers)
    row = beside(
        [
            (
                fact(setting, answer.label, answer.main, answer.notes, grid.span(columns)),
                grid.at(columns * at) - grid.margin,
            )
            for at, answer in enumerate(answers)
        ]
    )
    sessions = programme.public_sessions
    room = sheet.height * (1 - _LEAST_HERO) - row.height - grid.margin - 3.6 * sheet.gap
    url, key = told.address_of(programme.event)
    card = NOTHING
    if url:
        width = grid.span(4) if sessions else grid.inner
        words = (setting.options.say(key), told.shown_address(url)[0])
        card = qr_card(setting, url, *words, width, wide=not sessions)
    listed = (
        _excerpt(programme, sheet, grid.span(8 if url else 12) - grid.gutter * bool(url), room) if sessions else NOTHING
    )
    low = beside([(listed, 0.0), (card, grid.at(8) - grid.margin)]) if sessions else card
    line = rule(setting, grid.inner) if low.height else NOTHING
    return stacked([(row, sheet.gap), (line, sheet.gap * 0.9), (low, 0.0)])


def _excerpt(programme: Programme, sheet: _Sheet, width: float, room: float) -> Part:
    """The programme, or as much of it as the room holds with the number of what is left out."""
    sessions = programme.public_sessions
    for count in range(min(len(sessions), _MOST_ROWS), 0, -1):
        part = _listed(programme, told.excerpt(sessions, count), sheet, width)
        if part.height <= room or count == 1:
            return part
    return NOTHING


def _listed(programme: Programme, shown: Sequence[Session], sheet: _Sheet, width: float) -> Part:
    setting, say = sheet.setting, sheet.setting.options.say
    sessions = programme.public_sessions
    missing = told.left_out(sessions, shown)
    rows: list[tuple[Part, float]] = []
    days = told.several_days(sessions)
    for at, session in enumerate(shown):
        if days and (at == 0 or session.day != shown[at - 1].day) and session.day:
            day = dates.day_month(session.day, setting.options.language)
            rows.append((setting.part(day, setting.label("primary"), width), 4.0 * setting.factor))
        rows.append((tagged("LI", _row(session, programme.speakers(session), sheet, width)), 7.0 * setting.factor))
    if missing:
        more = say("more_sessions", count=missing)
        rows.append((setting.part(more, setting.style("body", "primary", weight=600), width), 0.0))
    heading = setting.part(say("highlights" if missing else "programme"), setting.label("primary"), width, role="H2")
    return stacked([(heading, 7.0 * setting.factor), (tagged("L", stacked(rows)), 0.0)])


def _row(session: Session, speakers: Sequence[Person], sheet: _Sheet, width: float) -> Part:
    setting = sheet.setting
    language = setting.options.language
    pause = session.kind in told.PAUSES
    hour = setting.style("body", "primary", weight=700, features=TABULAR)
    start = dates.clock(session.start, language) if session.start else ""
    indent = setting.set("00:00" + "\u00a0mm" * ("\u00a0" in start), hour, width).width + 14 * setting.factor
    title = setting.style("body", "muted" if pause else "ink", weight=400 if pause else 600, leading=1.25)
    off = session.state == SessionState.CANCELLED
    name = f"{setting.options.say('cancelled')}: {session.title}" if off else session.title
    people = told.names(speakers)
    words = stacked(
        [
            (setting.part(one_line(name), title, width - indent), 1.0 * setting.factor),
            (setting.part(people, setting.style("meta", "muted", leading=1.25), width - indent), 0.0),
        ]
    )
    return beside([(setting.part(start, hour, indent), 0.0), (words, indent)])


KIND = DocumentKind(id="flyer", title="flyer", papers=("a4", "a5", "letter"), render=render)
