"""A font of a few boxes with CFF outlines, drawn for the tests; many fonts of Han and kana are of this kind."""

from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen

from eventkit.formats.pdf.fonts import FontFile

UPEM = 1000


def drawn_font(folder: Path, glyphs: dict[str, str]) -> FontFile:
    """A font whose glyphs are boxes of growing height; `glyphs` gives the characters that each named glyph shows."""
    order = [".notdef", *glyphs]
    builder = FontBuilder(UPEM, isTTF=False)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap({ord(char): name for name, chars in glyphs.items() for char in chars})
    outlines = {}
    for number, name in enumerate(order):
        pen = T2CharStringPen(UPEM, None)
        height = 300 + 50 * number
        pen.moveTo((100, 0))
        pen.lineTo((900, 0))
        pen.lineTo((900, height))
        pen.lineTo((100, height))
        pen.closePath()
        outlines[name] = pen.getCharString()
    builder.setupCFF("Boxes", {"FullName": "Boxes"}, outlines, {})
    builder.setupHorizontalMetrics(dict.fromkeys(order, (UPEM, 100)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": "Boxes", "styleName": "Regular"})
    builder.setupOS2(fsType=0)
    builder.setupPost()
    path = folder / "boxes.otf"
    builder.save(path)
    return FontFile("Boxes", path)
