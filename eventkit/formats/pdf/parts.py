"""Building blocks of documents: each knows its height before it is drawn, so that layouts can close up."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from eventkit.formats.pdf.canvas import Page, PathStep
from eventkit.formats.pdf.kinds import MM, PrintOptions
from eventkit.formats.pdf.motif import Shape, pattern
from eventkit.formats.pdf.text import Style, TextBlock, fit, layout

COLUMNS = 12
TABULAR = ("tnum",)
_BALANCE_STEPS = 7


@dataclass(frozen=True, slots=True)
class Part:
    """Something to draw with its top left corner at a place of a page; `height` in points."""

    height: float
    draw: Callable[[Page, float, float], None]


@dataclass(frozen=True, slots=True)
class Grid:
    """Twelve columns between two margins, all in points."""

    width: float
    margin: float
    gutter: float

    @property
    def inner(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.margin

    def span(self, columns: int) -> float:
        """The width of so many columns with the gutters between them."""
        return (self.inner + self.gutter) / COLUMNS * columns - self.gutter

    def at(self, column: int) -> float:
        """The left edge of a column, counted from 0."""
        return self.margin + (self.inner + self.gutter) / COLUMNS * column


@dataclass(frozen=True, slots=True)
class Setting:
    """The options of a print with the factor that the paper puts on the theme's type scale."""

    options: PrintOptions
    factor: float = 1.0

    def size(self, role: str) -> float:
        """The size of a role of the type scale on this paper, in points."""
        return self.options.theme.scale[role] * self.factor

    def color(self, name: str) -> str:
        """A colour of the theme."""
        return self.options.theme.color(name)

    def style(self, role: str, color: str = "ink", **more: Any) -> Style:
        """How text of a role of the type scale looks; `color` is a colour of the theme by name, or #rrggbb."""
        own = color if color.startswith("#") else self.color(color)
        return Style(size=self.size(role), color=own, language=self.options.language, **more)

    def label(self, color: str = "muted") -> Style:
        """The small words that name what stands below them."""
        return self.style("label", color, weight=650, tracking=0.02)

    def set(self, text: str, style: Style, width: float) -> TextBlock:
        """The text in lines of at most that width."""
        return layout(self.options.fonts, text, style, width=width)

    def part(self, text: str, style: Style, width: float, *, role: str = "P") -> Part:
        """The text as a part with a tag of its own, its lines about equally long; nothing when there is no text."""
        return block_part(self._balanced(self.set(text, style, width), width), role) if text else NOTHING

    def plain(self, text: str, style: Style, width: float, *, lines: int | None = None) -> Part:
        """The text as a part that belongs to the element around it; what goes beyond `lines` is told."""
        if not text:
            return NOTHING
        block = layout(self.options.fonts, text, style, width=width, max_lines=lines)

        def draw(page: Page, x: float, y: float) -> None:
            page.text(block, x, y)

        return Part(block.height, draw)

    def clipped(self, text: str, style: Style, width: float) -> Part:
        """One line of text that is said in full elsewhere: what does not fit gives way to an ellipsis."""
        shown, words = text, text.split(" ")
        while len(words) > 1 and layout(self.options.fonts, shown, style, width=10_000).width > width:
            words.pop()
            shown = " ".join(words) + " …"
        return self.plain(shown, style, width)

    def fitted(
        self, text: str, style: Style, width: float, height: float, *, low: float, fine: float = 0.0
    ) -> TextBlock:
        """The text as large as it goes between its own size and `low`, its lines about equally long.

        That it was shrunk is told only below the size `fine`, half its own where none is given.
        """
        block = fit(self.options.fonts, text, style, width=width, height=height, min_size=low)
        if block.style.size >= (fine or style.size / 2):
            told = tuple(finding for finding in block.findings if finding.code != "text_shrunk")
            block = replace(block, findings=told)
        return self._balanced(block, width)

    def _balanced(self, block: TextBlock, width: float) -> TextBlock:
        if len(block.lines) < 2:
            return block
        narrow, wide, best = width * 0.4, width, block
        for _ in range(_BALANCE_STEPS):
            tried = (narrow + wide) / 2
            other = layout(self.options.fonts, block.text, block.style, width=width, measure=tried)
            if len(other.lines) <= len(block.lines) and other.width <= tried and not _breaks(block, other):
                wide, best = tried, other
            else:
                narrow = tried
        return replace(best, findings=block.findings)


def _breaks(before: TextBlock, after: TextBlock) -> bool:
    """Whether the narrower lines break words that the wider ones kept whole."""
    return _cuts(after) > _cuts(before)


def _cuts(block: TextBlock) -> int:
    ends = (line.text for line in block.lines[:-1])
    return sum(not end.endswith((" ", "-", "\u2010", "\u00ad", "/", "–", "—")) for end in ends)


NOTHING = Part(0.0, lambda _page, _x, _y: None)


def block_part(block: TextBlock, role: str = "P") -> Part:
    """A text block with a tag of its own."""

    def draw(page: Page, x: float, y: float) -> None:
        with page.tag(role):
            page.text(block, x, y)

    return Part(block.height, draw)


def tagged(role: str, part: Part) -> Part:
    """A part inside an element of the structure tree."""
    if not part.height:
        return part

    def draw(page: Page, x: float, y: float) -> None:
        with page.tag(role):
            part.draw(page, x, y)

    return Part(part.height, draw)


def lowered(part: Part, by: float) -> Part:
    """A part with some space above it; nothing stays nothing."""
    return Part(part.height + by, lambda page, x, y: part.draw(page, x, y + by)) if part.height else part


def stacked(parts: Iterable[tuple[Part, float]]) -> Part:
    """Parts one below the other, each with the gap that follows it; empty ones and the last gap count nothing."""
    kept = [(part, gap) for part, gap in parts if part.height]
    height = sum(part.height + gap for part, gap in kept) - (kept[-1][1] if kept else 0.0)

    def draw(page: Page, x: float, y: float) -> None:
        for part, gap in kept:
            part.draw(page, x, y)
            y += part.height + gap

    return Part(height, draw)


def beside(parts: Sequence[tuple[Part, float]]) -> Part:
    """Parts with their left edges at the given distances, their tops in line."""

    def draw(page: Page, x: float, y: float) -> None:
        for part, dx in parts:
            part.draw(page, x + dx, y)

    return Part(max((part.height for part, _ in parts), default=0.0), draw)


def fact(setting: Setting, label: str, main: str, notes: Sequence[str], width: float) -> Part:
    """A fact under its label: what matters most in bold, then the rest."""
    rows = [
        (setting.part(label, setting.label("primary"), width), 3.0 * setting.factor),
        (setting.part(main, setting.style("fact", weight=700, leading=1.2), width, role="P"), 2.5 * setting.factor),
    ]
    style = setting.style("body", "muted", leading=1.32)
    rows += [(setting.part(note, style, width), 1.0) for note in notes if note]
    return stacked(rows)


def rule(setting: Setting, width: float) -> Part:
    """A hairline."""

    def draw(page: Page, x: float, y: float) -> None:
        page.line(x, y, x + width, y, stroke=setting.color("hairline"), line=0.6)

    return Part(0.6, draw)


def qr_card(setting: Setting, url: str, invitation: str, address: str, width: float, *, wide: bool) -> Part:
    """The QR code of an address on a card with its invitation and the address in words: beside it when `wide`."""
    pad = 13.0 * setting.factor
    code = min(width * 0.24, 110.0 * setting.factor) if wide else width - 2 * pad
    beside_code = wide * (code + pad)
    room = width - 2 * pad - beside_code
    strong = setting.style("fact", weight=700, leading=1.2)
    meta = setting.style("meta", "muted", leading=1.25)
    words = stacked(
        [
            (setting.part(invitation, strong, room), 3.0 * setting.factor),
            (block_part(setting.fitted(address, meta, room, code, low=7.2 * setting.factor)), 0.0),
        ]
    )
    height = 2 * pad + (max(code, words.height) if wide else code + 0.8 * pad + words.height)

    def draw(page: Page, x: float, y: float) -> None:
        page.rect(x, y, width, height, fill=setting.color("soft"), radius=9.0 * setting.factor)
        page.rect(x + pad, y + pad, code, code, fill=setting.color("paper"), radius=4.0 * setting.factor)
        with page.tag("Figure", alt=setting.options.say("code_of", address=url)):
            page.qr(url, x + pad, y + pad, code, color=setting.color("ink"))
        top = y + (height - words.height) / 2 if wide else y + pad * 1.8 + code
        words.draw(page, x + pad + beside_code, top)

    return Part(height, draw)


def qr_note(setting: Setting, url: str, invitation: str, address: str, width: float) -> Part:
    """A small QR code with its invitation and the address in words beside it."""
    code = 76.0
    pad, room = 9.0, width - code - 9.0
    strong = setting.style("body", weight=700, leading=1.2)
    meta = setting.style("meta", "muted", leading=1.25)
    words = stacked(
        [
            (setting.part(invitation, strong, room), 2.0),
            (block_part(setting.fitted(address, meta, room, code, low=7.2 * setting.factor)), 0.0),
        ]
    )
    quiet = code * 0.09

    def draw(page: Page, x: float, y: float) -> None:
        with page.tag("Figure", alt=setting.options.say("code_of", address=url)):
            page.qr(url, x - quiet, y - quiet, code, color=setting.color("ink"))
        words.draw(page, x + code - 2 * quiet + pad, y)

    return Part(max(code - 2 * quiet, words.height), draw)


def motif(page: Page, setting: Setting, seed: str, *, columns: int, rows: int, size: float, right: float) -> None:
    """The theme's pattern hung from the top edge of the bleed with its right edge at `right`."""
    theme = setting.options.theme
    colors = (*theme.tints, theme.color("accent"))
    left, top = right - columns * size, -setting.options.bleed * MM
    for shape in pattern(theme.motif, seed, columns=columns, rows=rows, size=size, colors=colors):
        draw_shape(page, shape, left, top)


def draw_shape(page: Page, shape: Shape, left: float, top: float) -> None:
    """A figure of a pattern whose cells begin at (left, top)."""
    x, y, size = left + shape.x, top + shape.y, shape.size
    if shape.kind == "square":
        page.rect(x, y, size, size, fill=shape.color)
    elif shape.kind == "disc":
        page.circle(x + size / 2, y + size / 2, size / 2, fill=shape.color)
    else:
        page.path(_arcs(shape, x, y), fill=shape.color)


def _arcs(shape: Shape, x: float, y: float) -> tuple[PathStep, ...]:
    """A quarter disc around the corner `turn` of its cell, or a leaf between that corner and the opposite one."""
    size, bend = shape.size, shape.size * 0.5522847498
    corners = ((x, y), (x + size, y), (x + size, y + size), (x, y + size))
    here, after, across, before = (corners[(shape.turn + step) % 4] for step in range(4))

    def arc(start: tuple[float, float], end: tuple[float, float], centre: tuple[float, float]) -> PathStep:
        share = bend / size
        one = [at + (far - mid) * share for at, far, mid in zip(start, end, centre, strict=True)]
        two = [at + (far - mid) * share for at, far, mid in zip(end, start, centre, strict=True)]
        return "c", (*one, *two, *end)

    if shape.kind == "leaf":
        return ("m", here), arc(here, across, before), arc(across, here, after), ("h", ())
    return ("m", here), ("l", after), arc(after, before, here), ("h", ())
