"""Text set into lines of a width, in any script and direction, shrunk to fit where asked."""

from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Literal

from eventkit.domain.findings import Finding, Severity
from eventkit.domain.text import clean
from eventkit.formats.pdf import bidi
from eventkit.formats.pdf.fonts import FontSet
from eventkit.formats.pdf.paragraphs import Paragraph, Word
from eventkit.formats.pdf.shaping import Look, Piece

Align = Literal["start", "end", "center", "left", "right"]
_SHRINK_STEP = 0.94
_STILL_THE_SAME = 0.75
"""A text shrunk to less than this share of its size is told."""
_RIGHT_TO_LEFT = ("ar", "dv", "fa", "he", "ps", "ur", "yi")
_NO_WIDTH = 0.01


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How text looks: `size` in points, `leading` in sizes, `tracking` in sizes, `color` as #rrggbb.

    `align` start and end are the sides where lines of the language begin and end, whatever the text.
    `display` takes the cut for large sizes; `features` are OpenType features such as "tnum".
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
    """A line in reading order: `width` in points without the space at its end, `indent` from the block's left edge.

    `drop` is how far its baseline lies below the first one, `top` and `bottom` how far its ink reaches up and down.
    """

    pieces: tuple[Placed, ...]
    width: float
    indent: float
    drop: float
    top: float
    bottom: float

    @property
    def left_to_right(self) -> bool:
        """Whether nothing on the line runs the other way."""
        return not any(placed.piece.rtl for placed in self.pieces)

    @property
    def text(self) -> str:
        """What the line says."""
        return "".join(placed.piece.text for placed in self.pieces)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TextBlock:
    """Text set in lines; `width` is the widest line, `height` from the first ascent to the last descent in points.

    The heights are those of the usual face, and more where a script reaches further.
    """

    text: str
    style: Style
    lines: tuple[Line, ...]
    width: float
    height: float
    ascent: float
    findings: tuple[Finding, ...] = field(default=())


@lru_cache(maxsize=4096)
def layout(
    fonts: FontSet,
    text: str,
    style: Style,
    *,
    width: float,
    measure: float | None = None,
    max_lines: int | None = None,
    place: str = "",
) -> TextBlock:
    """Set `text` into a column of `width` points; what goes beyond `max_lines` is left out and told as a finding.

    Each newline starts a new paragraph. Lines are filled up to `measure`, the whole width where it is not given.
    Characters without a glyph are told.
    """
    paragraphs = _paragraphs(fonts, text, style.look, style.tracking)
    unit = style.size / 1000
    filled = [(one, words) for one in paragraphs for words in one.filled(((measure or width) + _NO_WIDTH) / unit)]
    findings = _missing_findings({char for one in paragraphs for char in one.missing}, place or text)
    if max_lines is not None and len(filled) > max_lines:
        left_out = " ".join("".join(word.text for word in words).strip() for _, words in filled[max_lines:])
        findings += (Finding(code="text_dropped", place=place or text[:60], values={"text": left_out}),)
        filled = filled[:max_lines]
    face = fonts.first(style.weight, display=style.display)
    lines: list[Line] = []
    for paragraph, words in filled:
        lines.append(_line(paragraph, words, style, width, lines[-1] if lines else None))
    ascent = max(face.ascent * unit, lines[0].top) if lines else 0.0
    descent = max(-face.descent * unit, lines[-1].bottom) if lines else 0.0
    return TextBlock(
        text=text,
        style=style,
        lines=tuple(lines),
        width=max((line.width for line in lines), default=0.0),
        height=ascent + lines[-1].drop + descent if lines else 0.0,
        ascent=ascent,
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
    paragraphs = _paragraphs(fonts, text, style.look, style.tracking)
    widest = max(one.widest for one in paragraphs)
    size = style.size
    while size > min_size:
        if widest * size / 1000 <= width + _NO_WIDTH:
            block = layout(fonts, text, style.sized(size), width=width, place=place)
            if block.height <= height + _NO_WIDTH and (max_lines is None or len(block.lines) <= max_lines):
                return _told_if_shrunk(block, style, place)
        size = max(min_size, size * _SHRINK_STEP)
    small = style.sized(min_size)
    block = layout(fonts, text, small, width=width, max_lines=max_lines, place=place)
    while block.height > height + _NO_WIDTH and len(block.lines) > 1:
        block = layout(fonts, text, small, width=width, max_lines=_lines_within(block, height), place=place)
    return _told_if_shrunk(block, style, place)


def _lines_within(block: TextBlock, height: float) -> int:
    """How many lines of a block that is too high may stay."""
    inside = sum(block.ascent + line.drop + line.bottom <= height for line in block.lines)
    return max(1, min(inside, len(block.lines) - 1))


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


@lru_cache(maxsize=512)
def _paragraphs(fonts: FontSet, text: str, look: Look, tracking: float) -> tuple[Paragraph, ...]:
    """The paragraphs of a text, shaped once for every size and width that is tried."""
    parts = clean(text).replace("\t", " ").split("\n")
    return tuple(Paragraph(fonts, part, look, tracking * 1000) for part in parts)


def _line(paragraph: Paragraph, words: list[Word], style: Style, width: float, above: Line | None) -> Line:
    """The words of one line placed: visual places, reading order; the space at the end hangs over the edge."""
    unit = style.size / 1000
    flat = paragraph.ended(words)
    widths = [paragraph.room(piece) * unit for piece, _ in flat]
    end = len(flat)
    while end and flat[end - 1][0].text and not flat[end - 1][0].text.strip(" "):
        end -= 1
    visible = sum(widths[:end])
    lefts = [0.0] * len(flat)
    x = 0.0
    for i in bidi.visual_order([level for _, level in flat[:end]]):
        lefts[i] = x
        x += widths[i]
    hanging = 0.0 if paragraph.base else visible
    for i in range(end, len(flat)):
        lefts[i] = hanging - widths[i] if paragraph.base else hanging
        hanging += -widths[i] if paragraph.base else widths[i]
    top = max((piece.top for piece, _ in flat), default=0.0) * unit
    drop = max(above.drop + style.size * style.leading, above.drop + above.bottom + top) if above else 0.0
    return Line(
        pieces=tuple(Placed(piece, left) for (piece, _), left in zip(flat, lefts, strict=True)),
        width=visible,
        indent=_indent(style, width - visible),
        drop=drop,
        top=top,
        bottom=-min((piece.bottom for piece, _ in flat), default=0.0) * unit,
    )


def _indent(style: Style, rest: float) -> float:
    if style.align == "center":
        return rest / 2
    turned = style.language.split("-")[0] in _RIGHT_TO_LEFT
    right = {"start": turned, "end": not turned, "left": False, "right": True}
    return rest if right[style.align] else 0.0


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
