"""Badges: A6, four to a sheet, for speakers, crew and those who write their own name."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from eventkit.domain.findings import Finding, Severity
from eventkit.domain.guests import Guest
from eventkit.domain.programme import Person, Programme
from eventkit.domain.text import fold, one_line
from eventkit.formats.pdf import bidi
from eventkit.formats.pdf.canvas import Page, PdfDocument
from eventkit.formats.pdf.documents import told
from eventkit.formats.pdf.kinds import MM, PAPERS, DocumentKind, PrintOptions, RenderedFile, chosen_paper
from eventkit.formats.pdf.motif import pattern
from eventkit.formats.pdf.parts import Part, Setting, block_part, draw_shape, stacked
from eventkit.formats.pdf.text import Align, TextBlock

A6 = (105 * MM, 148 * MM)
_FRAME, _PANEL, _BAND, _CODE = 16.0, 84.0, 40.0, 88.0
_GIVEN_BOX = 84.0
_MARK_FROM, _MARK_TO, _CROSS, _MARK_LINE = 3 * MM, 9 * MM, 3 * MM, 0.25


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Who wears a badge: nobody yet for a blank one; `roles` are words, `kind` picks the band's colour."""

    person: Person | Guest | None
    roles: tuple[str, ...] = ()
    kind: str = "blank"

    @property
    def name(self) -> str:
        """The name as its bearer wants it."""
        if isinstance(self.person, Person):
            return one_line(self.person.badge_name or self.person.name)
        return one_line(self.person.name) if self.person else ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A badge's place on the sheet, in points."""

    x: float
    y: float
    width: float
    height: float


def cells(paper: str) -> tuple[Cell, ...]:
    """The four places of a sheet: A6 on A4 at its edges, a quarter of the sheet on Letter."""
    width, height = PAPERS[paper]
    wide, tall = A6 if paper == "a4" else (width / 2, height / 2)
    return tuple(Cell(x, y, wide, tall) for y in (0.0, height - tall) for x in (0.0, width - wide))


def holders(programme: Programme, options: PrintOptions) -> tuple[Holder, ...]:
    """Speakers of public sessions and crew by name, each once with all roles; guests by name; blank ones for the rest.

    One guest of the name of each speaker and crew member is taken for that one, who came by the same list.
    """
    speakers = {key for session in programme.sessions if session.public for key in session.person_ids}
    crew: dict[int, list[str]] = {}
    for member in programme.crew:
        crew.setdefault(member.person_id, []).append(one_line(member.role) or options.say("crew"))
    found = []
    for person in programme.people:
        speaks = (options.say("speaker"),) if person.id in speakers else ()
        roles = tuple(dict.fromkeys((*speaks, *crew.get(person.id, ()))))
        if roles:
            found.append(Holder(person=person, roles=roles, kind="crew" if person.id in crew else "speaker"))
    found.sort(key=_place)
    known = Counter(fold(one_line(holder.person.name)) for holder in found if holder.person)
    guests = [Holder(person=one, roles=(options.say("guest"),), kind="guest") for one in programme.guests]
    for guest in sorted(guests, key=_place):
        known[fold(guest.name)] -= 1
        if known[fold(guest.name)] < 0:
            found.append(guest)
    blanks = options.blanks + -(len(found) + options.blanks) % 4
    return (*found, *[Holder(person=None)] * (blanks or 4 * (not found)))


def _place(holder: Holder) -> tuple[str, str]:
    return fold(holder.name), holder.person.uuid if holder.person else ""


def render(programme: Programme, options: PrintOptions) -> tuple[RenderedFile, ...]:
    """All badges as one file, four to a sheet; cut lines lie at the same place on all sheets."""
    paper, findings = chosen_paper(KIND.papers, options.paper, options.say(KIND.title))
    if paper == "letter":
        findings += (Finding(code="badge_quarter_letter", severity=Severity.NOTE, place=options.say(KIND.title)),)
    title = f"{options.say(KIND.title)} · {one_line(programme.event.title)}"
    document = PdfDocument(options.fonts, title=title, language=options.language)
    document.note(*findings, *told.shown_address(told.address_of(programme.event)[0])[1])
    places, wearers = cells(paper), holders(programme, options)
    design = _Design(programme, Setting(options), places[0].width - 2 * _FRAME)
    for first in range(0, len(wearers), len(places)):
        page = document.page(*PAPERS[paper])
        _marks(page, places)
        for holder, cell in zip(wearers[first : first + len(places)], places, strict=True):
            with page.tag("Sect"):
                _badge(page, design, holder, cell)
    done = document.finish()
    return (RenderedFile(name=f"{KIND.id}.pdf", data=done.data, pages=done.pages, findings=done.findings),)


class _Design:
    """What all badges of an event share, set once: `width` is that of the field of colour and of the band."""

    def __init__(self, programme: Programme, setting: Setting, width: float) -> None:
        self.setting, self.width, self.seed = setting, width, programme.event.uuid
        self.url = told.address_of(programme.event)[0]
        self.panel = _panel_words(programme, setting, width - _PANEL - 22)
        style = setting.style("label", "muted", leading=1.25)
        room = width - _CODE - 4
        self.address = setting.fitted(told.shown_address(self.url)[0], style, room, _CODE - 20, low=6.8, fine=6.8)
        self.write_in = setting.part(setting.options.say("blank_name"), setting.style("meta", "muted"), width - 8)
        self._bands: dict[tuple[str, ...], TextBlock] = {}

    def band(self, roles: tuple[str, ...]) -> TextBlock:
        """The words of a band."""
        if roles not in self._bands:
            style = self.setting.style("fact", "paper", weight=700, leading=1.1).sized(17.0)
            words = " · ".join(roles)
            self._bands[roles] = self.setting.fitted(words, style, self.width - 24, _BAND - 6, low=8.5, fine=9.0)
        return self._bands[roles]


def _panel_words(programme: Programme, setting: Setting, width: float) -> Part:
    """The event's title, day and city."""
    event = programme.event
    bold = setting.style("fact", "hero_text", weight=700, leading=1.15)
    title = setting.fitted(one_line(event.title), bold, width, 34, low=8.0, fine=8.5)
    small = setting.style("label", "hero_text", leading=1.25)
    city = one_line(programme.venue.city) if programme.venue else ""
    day = told.when(programme, setting.options)[0]
    return stacked([(block_part(title), 3.0), (setting.part(" · ".join(filter(None, (day, city))), small, width), 0.0)])


def _badge(page: Page, design: _Design, holder: Holder, cell: Cell) -> None:
    """One badge; white all round, so that neighbours never meet at a cut."""
    left, width = cell.x + _FRAME, design.width
    foot = cell.y + cell.height - _FRAME - _BAND
    page.stamp("panel", left, cell.y, lambda: _panel(page, design, left, cell.y + _FRAME))
    design.panel.draw(page, left + 12, cell.y + _FRAME + _PANEL - 9 - design.panel.height)
    top = cell.y + _FRAME + _PANEL + (14 if design.url else 14 + _CODE * 0.4)
    if holder.person:
        _name(page, design.setting, holder, (left + 4, top, width - 8), foot - top - _CODE * bool(design.url))
    else:
        _write_in(page, design, (left + 4, top, width - 8))
    if design.url:
        _code(page, design, left, foot)
    _band(page, design, holder, left, foot)


def _panel(page: Page, design: _Design, x: float, y: float) -> None:
    """The field of colour with the motif, and the slot for a clip."""
    theme, width, tile = design.setting.options.theme, design.width, _PANEL / 2
    page.rect(x, y, width, _PANEL, fill=theme.color("hero"))
    colors = (*theme.tints, theme.color("accent"))
    for shape in pattern(theme.motif, design.seed, columns=2, rows=2, size=tile, colors=colors):
        draw_shape(page, shape, x + width - 2 * tile, y)
    page.rect(x + width / 2 - 20, y + 8, 40, 8, fill=theme.color("paper"), radius=4)


def _name(page: Page, setting: Setting, holder: Holder, box: tuple[float, float, float], height: float) -> None:
    """First the name to call out, as large as it goes, then the rest of it; its baseline is the same on all badges."""
    x, y, width = box
    given, rest = name_parts(holder.name)
    side = _side(holder)
    large = setting.style("display", weight=800, leading=1.0, display=True, tracking=-0.02, align=side)
    first = setting.fitted(given, large, width, _GIVEN_BOX, low=24.0, fine=30.0)
    second = setting.style("lead", weight=500, leading=1.12, display=True, align=side).sized(28.0)
    more = [setting.fitted(rest, second, width, 64, low=13.0, fine=16.0)] if rest else []
    with page.tag("H2"):
        page.text(first, x - 0.04 * first.style.size * (side == "left"), y + _GIVEN_BOX - first.height)
        for block in more:
            page.text(block, x, y + _GIVEN_BOX)
    at = y + _GIVEN_BOX + sum(block.height for block in more) + 5
    _notes(page, setting, holder, (x, at, width), y + height - at)


def _notes(page: Page, setting: Setting, holder: Holder, box: tuple[float, float, float], height: float) -> None:
    """Pronouns and affiliation, on the side where the name begins."""
    x, y, width = box
    person = holder.person
    notes = [one_line(note) for note in (person.pronouns, person.affiliation) if note.strip()] if person else []
    for note in notes:
        style = setting.style("body", "muted", leading=1.2, align=_side(holder)).sized(12.0)
        block = setting.fitted(note, style, width, max(height / len(notes), 15.5), low=8.5, fine=9.0)
        block_part(block).draw(page, x, y)
        y += block.height + 1


def _side(holder: Holder) -> Align:
    """The side of the badge where the name begins."""
    return "right" if bidi.base_level(holder.name) else "left"


def name_parts(name: str) -> tuple[str, str]:
    """The part of a name to set large and the rest; a title with a dot stays with the name after it."""
    words = name.split(" ")
    count = 1
    while count < len(words) and words[count - 1].endswith("."):
        count += 1
    return " ".join(words[:count]), " ".join(words[count:])


def _write_in(page: Page, design: _Design, box: tuple[float, float, float]) -> None:
    x, y, width = box
    for down in (_GIVEN_BOX - 14, _GIVEN_BOX + 34):
        page.line(x, y + down, x + width, y + down, stroke=design.setting.color("muted"), line=0.75)
    design.write_in.draw(page, x, y + _GIVEN_BOX - 11)


def _code(page: Page, design: _Design, x: float, foot: float) -> None:
    """The event's address as QR code at the right and in words at the left, above the band."""
    quiet = _CODE * 0.09
    with page.tag("Figure", alt=design.setting.options.say("code_of", address=design.url)):
        left = x + design.width - _CODE + quiet
        page.qr(design.url, left, foot - _CODE, _CODE, color=design.setting.color("ink"))
    block_part(design.address).draw(page, x + 4, foot - 8 - design.address.height)


def _band(page: Page, design: _Design, holder: Holder, x: float, y: float) -> None:
    """The role as a word on its colour; an empty frame on a blank badge."""
    if holder.person is None:
        muted = design.setting.color("muted")
        page.frame(x + 0.4, y + 0.4, design.width - 0.8, _BAND - 0.8, stroke=muted, line=0.75)
        return
    page.rect(x, y, design.width, _BAND, fill=design.setting.options.theme.roles[holder.kind])
    block = design.band(holder.roles)
    block_part(block).draw(page, x + 12, y + (_BAND - block.height) / 2)


def _marks(page: Page, places: Sequence[Cell]) -> None:
    """Ticks on every cut line at the sheet's edges, and crosses where the lines meet."""
    xs = sorted({round(edge, 3) for cell in places for edge in (cell.x, cell.x + cell.width)})
    ys = sorted({round(edge, 3) for cell in places for edge in (cell.y, cell.y + cell.height)})
    inner_x = [x for x in xs if 1 < x < page.width - 1]
    inner_y = [y for y in ys if 1 < y < page.height - 1]

    def tick(x1: float, y1: float, x2: float, y2: float) -> None:
        page.line(x1, y1, x2, y2, stroke="#000000", line=_MARK_LINE)

    for x in inner_x:
        tick(x, _MARK_FROM, x, _MARK_TO)
        tick(x, page.height - _MARK_TO, x, page.height - _MARK_FROM)
        tick(x, page.height / 2 - _CROSS, x, page.height / 2 + _CROSS)
    for y in inner_y:
        tick(_MARK_FROM, y, _MARK_TO, y)
        tick(page.width - _MARK_TO, y, page.width - _MARK_FROM, y)
        tick(page.width / 2 - _CROSS, y, page.width / 2 + _CROSS, y)


KIND = DocumentKind(id="badge", title="badge", papers=("a4", "letter"), render=render)
