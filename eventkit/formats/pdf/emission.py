"""Set text as PDF operators: in reading order, right-to-left glyphs each at its own place."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from eventkit.formats.pdf.embedding import EmbeddedFace
from eventkit.formats.pdf.fonts import Face
from eventkit.formats.pdf.outlines import outline
from eventkit.formats.pdf.shaping import Drawn, Piece
from eventkit.formats.pdf.text import Line, Style, TextBlock

_NO_MOVE = 0.01
"""Thousandths of the type size that nobody sees."""


class Emitter:
    """Writes text blocks for one document; what a piece shows is written once and used again."""

    def __init__(self, canvas: Any) -> None:
        self._document = canvas._doc  # noqa: SLF001 - ReportLab keeps its fonts there
        self._faces: dict[Face, list[EmbeddedFace]] = {}
        self._count = 0
        self._shown: dict[tuple[Piece, float], list[tuple[EmbeddedFace, str]]] = {}
        self._written_blocks: dict[TextBlock, str] = {}

    def block(self, block: TextBlock, x: float, baseline: float) -> str:
        """The operators of a block; `x` and the first `baseline` in the page's own coordinates."""
        code = self._written_blocks.get(block)
        if code is None:
            code = self._written_blocks[block] = self._block(block)
        return f"q 1 0 0 1 {x:.3f} {baseline:.3f} cm\n{code}\nQ"

    def _block(self, block: TextBlock) -> str:
        style = block.style
        shapes: list[str] = []
        parts = [f"{pdf_color(style.color)} rg BT"]
        used: EmbeddedFace | None = None
        for line in block.lines:
            for face, code in self._line(line, style, line.indent, -line.drop, shapes):
                if face is not used:
                    parts.append(f"/{face.resource} {style.size:.4g} Tf")
                    used = face
                parts.append(code)
        return "\n".join([*parts, "ET", *shapes])

    def _line(
        self, line: Line, style: Style, x: float, y: float, shapes: list[str]
    ) -> Iterator[tuple[EmbeddedFace, str]]:
        """The operators of a line, each with the font that it needs."""
        place = f"1 0 0 1 {x + line.pieces[0].x:.3f} {y:.3f} Tm " if line.pieces else ""
        if line.left_to_right:
            runs = [run for placed in line.pieces for run in self._run(placed.piece, style.tracking)]
            for face, group in groupby(runs, lambda run: run[0]):
                yield face, f"{place}[{''.join(run for _, run in group)}] TJ"
                place = ""
        for placed in line.pieces:
            piece, left = placed.piece, x + placed.x
            if not line.left_to_right:
                yield from self._apart(piece, style, left, y)
            shapes += [_drawn(piece.face, glyph, style, left, y) for glyph in piece.drawn]

    def _apart(self, piece: Piece, style: Style, left: float, y: float) -> Iterator[tuple[EmbeddedFace, str]]:
        """A piece of a line that runs both ways: from right to left each glyph is put at its own place."""
        if not piece.rtl:
            place = f"1 0 0 1 {left:.3f} {y:.3f} Tm "
            for face, run in self._run(piece, style.tracking):
                yield face, f"{place}[{run}] TJ"
                place = ""
            return
        for glyph in piece.shown:
            face, cid = self._coded(piece.face, glyph.id, glyph.text)
            yield face, f"1 0 0 1 {left + _points(glyph.x, glyph.before, style):.3f} {y:.3f} Tm <{cid:04X}> Tj"

    def _run(self, piece: Piece, tracking: float) -> list[tuple[EmbeddedFace, str]]:
        """A left-to-right piece as the insides of TJ arrays, from its left edge to its right one."""
        key = (piece, tracking)
        found = self._shown.get(key)
        if found is None:
            found = self._shown[key] = list(self._written(piece, tracking * 1000))
        return found

    def _written(self, piece: Piece, tracking: float) -> Iterator[tuple[EmbeddedFace, str]]:
        pen, codes, moves = 0.0, "", ""
        used = self._embedded(piece.face, 0)
        for glyph in piece.shown:
            face, cid = self._coded(piece.face, glyph.id, glyph.text)
            if face is not used:
                yield used, moves + (f"<{codes}>" if codes else "")
                used, codes, moves = face, "", ""
            x = glyph.x + glyph.before * tracking
            if abs(x - pen) > _NO_MOVE:
                moves += (f"<{codes}>" if codes else "") + f"{pen - x:.4g} "
                codes = ""
            codes += f"{cid:04X}"
            pen = x + piece.face.advance(glyph.id)
        rest = piece.width + piece.tracked * tracking - pen
        end = f"{-rest:.4g} " if abs(rest) > _NO_MOVE else ""
        yield used, moves + (f"<{codes}>" if codes else "") + end

    def _coded(self, face: Face, glyph: int, text: str) -> tuple[EmbeddedFace, int]:
        """The font to show a glyph in, and its code there, so that it stands for that text."""
        number = 0
        while True:
            embedded = self._embedded(face, number)
            cid = embedded.cid(glyph, text)
            if cid is not None:
                return embedded, cid
            number += 1

    def _embedded(self, face: Face, number: int) -> EmbeddedFace:
        faces = self._faces.setdefault(face, [])
        if number == len(faces):
            self._count += 1
            made = EmbeddedFace(face, self._count)
            faces.append(made)
            self._document.fontMapping[f"eventkit:{made.resource}"] = f"/{made.resource}"
            self._document.delayedFonts.append(made)
        return faces[number]


def _drawn(face: Face, glyph: Drawn, style: Style, left: float, y: float) -> str:
    """A glyph as a filled shape with its origin at its place."""
    scale = style.size / face.upem
    x = left + _points(glyph.x, glyph.before, style)
    rise = y + glyph.y * style.size / 1000
    return f"q {scale:.6g} 0 0 {scale:.6g} {x:.3f} {rise:.3f} cm {outline(face, glyph.id)} Q"


def _points(thousandths: float, tracked: int, style: Style) -> float:
    return (thousandths / 1000 + tracked * style.tracking) * style.size


def pdf_color(color: str) -> str:
    """#rrggbb as three PDF numbers."""
    return " ".join(f"{int(color[at : at + 2], 16) / 255:.4g}" for at in (1, 3, 5))
