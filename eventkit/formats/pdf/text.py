"""Paragraphs: text set into lines of a width, in any script and direction, shrunk to fit where asked."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from eventkit.domain.findings import Finding, Severity
from eventkit.domain.text import clean
from eventkit.formats.pdf import bidi
from eventkit.formats.pdf.breaking import graphemes, segments
from eventkit.formats.pdf.fonts import FontSet
from eventkit.formats.pdf.shaping import Look, Piece, pieces

Align = Literal["start", "end", "center"]
_SHRINK_STEP = 0.94
_STILL_THE_SAME = 0.75
"""A text shrunk to less than this share of its size is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How text looks: `size` in points, `leading` in sizes, `tracking` in sizes, `color` as #rrggbb.

    `align` start is left in a left-to-right paragraph and right in the other; `display` takes the cut for large sizes;
    `features` are OpenType features such as "tnum".
    """

    size: float
    weight: int = 400
    color: str = "#000000"
    leading: float = 1.35
    align: Align = "start"
    tracking: float = 0.0
    display: bool = False
    language: str = ""
    features: tuple[str, ...] = ()

    def sized(self, size: float) -> "Style":
        """The same look at another size."""
        return replace(self, size=size)

    @property
    def look(self) -> Look:
        """What shaping needs to know."""
        return Look(self.weight, self.display, self.language, self.features)


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece on its line: `x` in points from the line's own left edge."""

    piece: Piece
    x: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line in reading order; `width` in points without the space at its end, `indent` from the block's left edge."""

    pieces: tuple[Placed, ...]
    width: float
    indent: float
    rtl: bool

    @property
    def left_to_right(self) -> bool:
        """Whether nothing on the line runs the other way."""
        return not any(placed.piece.rtl for placed in self.pieces)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBlock:
    """Text set in lines; `width` is the widest line, `height` from the first ascent to the last descent in points."""

    text: str
    style: Style
    lines: tuple[Line, ...]
    width: float
    height: float
    ascent: float
    findings: tuple[Finding, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class _Word:
    pieces: tuple[tuple[Piece, int], ...]
    width: float
    visible: float


def layout(
    fonts: FontSet, text: str, style: Style, *, width: float, max_lines: int | None = None, place: str = ""
) -> TextBlock:
    """Set `text` into lines of `width` points; what goes beyond `max_lines` is left out and told as a finding.

    Each newline starts a new paragraph. Characters without a glyph are told.
    """
    missing: set[str] = set()
    lines = [
        line
        for paragraph in clean(text).replace("\t", " ").split("\n")
        for line in _paragraph(fonts, paragraph, style, width, missing)
    ]
    findings = _missing_findings(missing, place or text)
    if max_lines is not None and len(lines) > max_lines:
        left_out = " ".join("".join(placed.piece.text for placed in line.pieces).strip() for line in lines[max_lines:])
        findings += (Finding(code="text_dropped", place=place or text[:60], values={"text": left_out}),)
        lines = lines[:max_lines]
    face = fonts.first(style.weight, display=style.display)
    size = style.size / 1000
    natural = (face.ascent - face.descent) * size
    step = style.size * style.leading
    return TextBlock(
        text=text,
        style=style,
        lines=tuple(lines),
        width=max((line.width for line in lines), default=0.0),
        height=natural + step * (len(lines) - 1) if lines else 0.0,
        ascent=face.ascent * size,
        findings=findings,
    )


def fit(
    fonts: FontSet,
    text: str,
    style: Style,
    *,
    width: float,
    height: float,
    min_size: float,
    max_lines: int | None = None,
    place: str = "",
) -> TextBlock:
    """Set `text` as large as `style.size` and as small as `min_size` so that it fits the box without breaking words.

    At the smallest size words may break; what still does not fit is left out and told. A text shrunk a lot is told.
    """
    size = style.size
    while size > min_size:
        block = layout(fonts, text, style.sized(size), width=width, place=place)
        lines_fit = max_lines is None or len(block.lines) <= max_lines
        if lines_fit and block.height <= height and not _breaks_words(fonts, block, width):
            return _told_if_shrunk(block, style, place)
        size = max(min_size, size * _SHRINK_STEP)
    small = style.sized(min_size)
    step = small.size * small.leading
    one = layout(fonts, "x", small, width=width).height
    room = max(1, int((height - one) / step + 1.001))
    block = layout(fonts, text, small, width=width, max_lines=min(room, max_lines or room), place=place)
    return _told_if_shrunk(block, style, place)


def _told_if_shrunk(block: TextBlock, style: Style, place: str) -> TextBlock:
    if block.style.size >= style.size * _STILL_THE_SAME:
        return block
    told = Finding(
        code="text_shrunk",
        severity=Severity.NOTE,
        place=place or block.text[:60],
        values={"from": f"{style.size:.0f}", "to": f"{block.style.size:.1f}"},
    )
    return replace(block, findings=(*block.findings, told))


def _breaks_words(fonts: FontSet, block: TextBlock, width: float) -> bool:
    style = block.style
    words = [word for part in clean(block.text).split() for word in segments(part, style.language)]
    return any(_width(fonts, word.strip(), style) > width + 0.01 for word in words)


def _width(fonts: FontSet, word: str, style: Style) -> float:
    rtl = bidi.base_level(word) == 1
    shaped = pieces(fonts, word, style.look, rtl=rtl, missing=set())
    return _points(sum(piece.width for piece in shaped), sum(len(p.glyphs) for p in shaped), style)


def _points(thousandths: float, glyphs: int, style: Style) -> float:
    return thousandths * style.size / 1000 + glyphs * style.tracking * style.size


def _missing_findings(missing: set[str], place: str) -> tuple[Finding, ...]:
    if not missing:
        return ()
    chars = " ".join(sorted(missing))
    return (
        Finding(code="glyph_missing", place=place[:60], values={"characters": chars, "package": _package(missing)}),
    )


def _package(missing: set[str]) -> str:
    """The Debian package with a font for what is missing."""
    if any("\u2600" <= char <= "\u27bf" or "\U0001f000" <= char <= "\U0001faff" for char in missing):
        return "fonts-symbola"
    if any("\u1100" <= char <= "\u11ff" or "\u2e80" <= char <= "\uffef" or char >= "\U00020000" for char in missing):
        return "fonts-noto-cjk"
    return "fonts-noto-core"


def _paragraph(fonts: FontSet, text: str, style: Style, width: float, missing: set[str]) -> Iterator[Line]:
    found = None if bidi.left_to_right(text) else bidi.levels(text)
    base = found.base if found else 0
    line: list[_Word] = []
    at = 0
    used = 0.0
    for part in segments(text, style.language) or [text]:
        word = _word(fonts, part, at, found, style, missing)
        if line and used + word.visible > width + 0.01:
            yield _line(line, base, style, width)
            line, used = [], 0.0
        if word.visible > width + 0.01:
            for cut in _cut(fonts, part, at, found, style, missing, width):
                if line and used + cut.visible > width + 0.01:
                    yield _line(line, base, style, width)
                    line, used = [], 0.0
                line.append(cut)
                used += cut.width
        else:
            line.append(word)
            used += word.width
        at += len(part)
    yield _line(line, base, style, width)


def _cut(
    fonts: FontSet, part: str, at: int, found: bidi.Levels | None, style: Style, missing: set[str], width: float
) -> Iterator[_Word]:
    """A word that is wider than the line, cut where it must be."""
    held = ""
    for grapheme in graphemes(part):
        longer = _word(fonts, held + grapheme, at, found, style, missing)
        if held and longer.visible > width:
            yield _word(fonts, held, at, found, style, missing)
            at += len(held)
            held = grapheme
        else:
            held += grapheme
    yield _word(fonts, held, at, found, style, missing)


def _word(fonts: FontSet, part: str, at: int, found: bidi.Levels | None, style: Style, missing: set[str]) -> _Word:
    """A segment shaped: the word and the space after it apart, each in its own direction."""
    bare = part.rstrip(" ")
    shaped: list[tuple[Piece, int]] = []
    for text, start in ((bare, at), (part[len(bare) :], at + len(bare))):
        i = 0
        while i < len(text):
            level = found.levels[start + i] if found else 0
            j = i + 1
            while found and j < len(text) and found.levels[start + j] == level:
                j += 1
            j = j if found else len(text)
            rtl = bool(level & 1)
            shaped += [(piece, level) for piece in pieces(fonts, text[i:j], style.look, rtl=rtl, missing=missing)]
            i = j
    width = visible = 0.0
    seen = 0
    for piece, _ in shaped:
        width += _points(piece.width, len(piece.glyphs), style)
        seen += len(piece.text)
        if seen <= len(bare):
            visible = width
    return _Word(tuple(shaped), width, visible)


def _line(words: list[_Word], base: int, style: Style, width: float) -> Line:
    """The words of one line placed: visual places, reading order; the space at the end hangs over the edge."""
    flat = [piece for word in words for piece in word.pieces]
    widths = [_points(piece.width, len(piece.glyphs), style) for piece, _ in flat]
    end = len(flat)
    while end and not flat[end - 1][0].text.strip(" "):
        end -= 1
    visible = sum(widths[:end])
    lefts = [0.0] * len(flat)
    x = 0.0
    for i in bidi.visual_order([level for _, level in flat[:end]]):
        lefts[i] = x
        x += widths[i]
    hanging = 0.0 if base else visible
    for i in range(end, len(flat)):
        if base:
            hanging -= widths[i]
            lefts[i] = hanging
        else:
            lefts[i] = hanging
            hanging += widths[i]
    placed = tuple(Placed(piece, left) for (piece, _), left in zip(flat, lefts, strict=True))
    return Line(placed, visible, _indent(style.align, base, width, visible), bool(base))


def _indent(align: Align, base: int, width: float, used: float) -> float:
    if align == "center":
        return (width - used) / 2
    return width - used if (align == "end") != bool(base) else 0.0
