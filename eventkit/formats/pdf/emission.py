"""Set text as PDF operators: in reading order, right-to-left clusters each at its own place."""

from collections.abc import Iterator
from typing import Any

from eventkit.formats.pdf.embedding import EmbeddedFace, shown
from eventkit.formats.pdf.fonts import Face
from eventkit.formats.pdf.shaping import Glyph, Piece
from eventkit.formats.pdf.text import Line, Placed, Style, TextBlock


class Emitter:
    """Writes text blocks for one document; what a piece shows is written once and used again."""

    def __init__(self, canvas: Any) -> None:
        self._document = canvas._doc  # noqa: SLF001 - ReportLab keeps its fonts there
        self._faces: dict[Face, EmbeddedFace] = {}
        self._shown: dict[Piece, str] = {}

    def block(self, block: TextBlock, x: float, baseline: float) -> Iterator[str]:
        """The operators of a block; `x` and the first `baseline` in the page's own coordinates."""
        style = block.style
        outlines: list[str] = []
        parts = ["BT", f"{pdf_color(style.color)} rg"]
        if style.tracking:
            parts.append(f"{style.tracking * style.size:.4g} Tc")
        font = ""
        for number, line in enumerate(block.lines):
            y = baseline - number * style.size * style.leading
            for code, needs in self._line(line, style, x + line.indent, y, outlines):
                if needs and needs != font:
                    parts.append(needs)
                    font = needs
                parts.append(code)
        if style.tracking:
            parts.append("0 Tc")
        parts.append("ET")
        yield "\n".join(parts)
        if outlines:
            yield f"q {pdf_color(style.color)} rg {' '.join(outlines)} Q"

    def _line(self, line: Line, style: Style, x: float, y: float, outlines: list[str]) -> Iterator[tuple[str, str]]:
        """Pairs of an operator and the font operator that must stand before it."""
        if not line.pieces:
            return
        if line.left_to_right and all(placed.piece.plain for placed in line.pieces):
            yield f"1 0 0 1 {x + line.pieces[0].x:.3f} {y:.3f} Tm", ""
            yield from self._joined(line.pieces, style)
            return
        for placed in line.pieces:
            yield from self._apart(placed.piece, style, x + placed.x, y, outlines)

    def _joined(self, pieces: tuple[Placed, ...], style: Style) -> Iterator[tuple[str, str]]:
        """Neighbours of one face as one TJ."""
        held: list[str] = []
        face: Face | None = None
        for placed in pieces:
            if face is not None and placed.piece.face is not face:
                yield f"[{''.join(held)}] TJ", self._font(face, style)
                held = []
            face = placed.piece.face
            held.append(self._tj(placed.piece))
        if face is not None:
            yield f"[{''.join(held)}] TJ", self._font(face, style)

    def _apart(self, piece: Piece, style: Style, x: float, y: float, outlines: list[str]) -> Iterator[tuple[str, str]]:
        """A piece cluster by cluster, in reading order, each at its visual place."""
        font = self._font(piece.face, style)
        if piece.plain:
            yield f"1 0 0 1 {x:.3f} {y:.3f} Tm [{self._tj(piece)}] TJ", font
            return
        places: list[tuple[float, tuple[Glyph, ...]]] = []
        at = x
        for cluster in piece.clusters:
            places.append((at, cluster))
            at += sum(self._step(glyph, style) for glyph in cluster)
        for left, cluster in reversed(places) if piece.rtl else places:
            glyph_x = left
            drawn: list[tuple[float, Glyph]] = []
            for glyph in cluster:
                drawn.append((glyph_x + glyph.x * style.size / 1000, glyph))
                glyph_x += self._step(glyph, style)
            for place, glyph in reversed(drawn) if piece.rtl else drawn:
                rise = y + glyph.y * style.size / 1000
                if glyph.text:
                    code = self._embedded(piece.face).cid(glyph)
                    yield f"1 0 0 1 {place:.3f} {rise:.3f} Tm <{code:04X}> Tj", font
                else:
                    outlines.append(_outline(piece.face, glyph.id, place, rise, style.size))

    def _step(self, glyph: Glyph, style: Style) -> float:
        return glyph.advance * style.size / 1000 + style.tracking * style.size

    def _tj(self, piece: Piece) -> str:
        found = self._shown.get(piece)
        if found is None:
            found = self._shown[piece] = shown(self._embedded(piece.face), piece.glyphs)
        return found

    def _font(self, face: Face, style: Style) -> str:
        return f"/{self._embedded(face).resource} {style.size:.4g} Tf"

    def _embedded(self, face: Face) -> EmbeddedFace:
        found = self._faces.get(face)
        if found is None:
            found = self._faces[face] = EmbeddedFace(face, len(self._faces) + 1)
            self._document.fontMapping[f"eventkit:{found.resource}"] = f"/{found.resource}"
            self._document.delayedFonts.append(found)
        return found


class _Pen:
    """Draws an outline as path operators; quadratic curves become cubic ones."""

    def __init__(self, x: float, y: float, scale: float) -> None:
        self.codes: list[str] = []
        self._x, self._y, self._scale = x, y, scale
        self._at = (0.0, 0.0)

    def moveTo(self, at: tuple[float, float]) -> None:  # noqa: N802 - HarfBuzz's name
        self._add("m", at)

    def lineTo(self, at: tuple[float, float]) -> None:  # noqa: N802 - likewise
        self._add("l", at)

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802 - likewise
        self._add("c", *points)

    def qCurveTo(self, control: tuple[float, float], end: tuple[float, float]) -> None:  # noqa: N802 - likewise
        (x0, y0), (x1, y1), (x2, y2) = self._at, control, end
        first = (x0 + (x1 - x0) * 2 / 3, y0 + (y1 - y0) * 2 / 3)
        second = (x2 + (x1 - x2) * 2 / 3, y2 + (y1 - y2) * 2 / 3)
        self._add("c", first, second, end)

    def closePath(self) -> None:  # noqa: N802 - likewise
        self.codes.append("h")

    def endPath(self) -> None:  # noqa: N802 - likewise
        """An open outline needs nothing more."""

    def _add(self, step: str, *points: tuple[float, float]) -> None:
        placed = " ".join(f"{self._x + x * self._scale:.3f} {self._y + y * self._scale:.3f}" for x, y in points)
        self.codes.append(f"{placed} {step}")
        self._at = points[-1]


def _outline(face: Face, glyph: int, x: float, y: float, size: float) -> str:
    pen = _Pen(x, y, size / face.upem)
    face.font.draw_glyph_with_pen(glyph, pen)
    return f"{' '.join(pen.codes)} f" if pen.codes else ""


def pdf_color(color: str) -> str:
    """#rrggbb as three PDF numbers."""
    return " ".join(f"{int(color[at : at + 2], 16) / 255:.4g}" for at in (1, 3, 5))
