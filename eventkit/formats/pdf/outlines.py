"""Glyphs as shapes: the path operators of an outline in the font's own units."""

from functools import lru_cache

from eventkit.formats.pdf.fonts import Face


class _Pen:
    """Takes an outline down as path operators; quadratic curves become cubic ones."""

    def __init__(self) -> None:
        self.codes: list[str] = []
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

    def _add(self, step: str, *points: tuple[float, float]) -> None:
        self.codes += [f"{x:.5g} {y:.5g}" for x, y in points]
        self.codes.append(step)
        self._at = points[-1]


@lru_cache(maxsize=4096)
def outline(face: Face, glyph: int) -> str:
    """The filled outline of a glyph; nothing for a glyph without ink."""
    pen = _Pen()
    face.font.draw_glyph_with_pen(glyph, pen)
    return f"{' '.join(pen.codes)} f" if pen.codes else ""
