"""Puts faces into a PDF: Type 0 subsets with one CID for each pair of glyph and text, so that copies are exact."""

from collections.abc import Iterable
from typing import Any

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc

from eventkit.formats.pdf.fonts import Face
from eventkit.formats.pdf.shaping import Glyph

_DROPPED = (
    "GSUB",
    "GPOS",
    "GDEF",
    "STAT",
    "name",
    "post",
    "OS/2",
    "vhea",
    "vmtx",
    "VORG",
    "BASE",
    "DSIG",
    "MATH",
    "COLR",
)
_CMAP_HEAD = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CIDSystemInfo <</Registry(Adobe)/Ordering(UCS)"
    "/Supplement 0>> def /CMapName /Adobe-Identity-UCS def /CMapType 2 def "
    "1 begincodespacerange <0000> <FFFF> endcodespacerange"
)
_CMAP_TAIL = "endcmap CMapName currentdict /CMap defineresource pop end end"
_BLOCK = 100


class EmbeddedFace:
    """A face as one document uses it; ReportLab calls `addObjects` when the document is finished."""

    def __init__(self, face: Face, number: int) -> None:
        self.face = face
        self.resource = f"H{number}"
        self._base = f"{_tag(number)}+{face.name}"
        self._cids: dict[tuple[int, str], int] = {}
        self._glyphs = [0]

    def cid(self, glyph: Glyph) -> int:
        """The code to show a glyph with; in a TrueType face each text of a glyph has a code of its own."""
        key = (glyph.id, glyph.text)
        cid = self._cids.get(key)
        if cid is None:
            if self.face.kind == "glyf":
                cid = len(self._glyphs)
                self._glyphs.append(glyph.id)
            else:
                cid = glyph.id
            self._cids[key] = cid
        return cid

    def addObjects(self, document: Any) -> None:  # noqa: N802 - ReportLab's name
        """Write the font's objects into the document."""
        descendant = self._descendant(document)
        to_unicode = _stream(document, self._to_unicode().encode("ascii"))
        font = pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/Type0",
                "BaseFont": pdfdoc.PDFName(self._base),
                "Encoding": "/Identity-H",
                "DescendantFonts": pdfdoc.PDFArray([document.Reference(descendant, f"descendant{self.resource}")]),
                "ToUnicode": document.Reference(to_unicode, f"unicode{self.resource}"),
            }
        )
        document.idToObject["BasicFonts"].dict[self.resource] = document.Reference(font, f"font{self.resource}")

    def _descendant(self, document: Any) -> Any:
        true_type = self.face.kind == "glyf"
        values = {
            "Type": "/Font",
            "Subtype": "/CIDFontType2" if true_type else "/CIDFontType0",
            "BaseFont": pdfdoc.PDFName(self._base),
            "CIDSystemInfo": pdfdoc.PDFDictionary(
                {"Registry": pdfdoc.PDFString("Adobe"), "Ordering": pdfdoc.PDFString("Identity"), "Supplement": 0}
            ),
            "FontDescriptor": document.Reference(self._descriptor(document), f"descriptor{self.resource}"),
            "W": pdfdoc.PDFArray(self._widths()),
            "DW": 1000,
        }
        if true_type:
            glyphs = b"".join(glyph.to_bytes(2, "big") for glyph in self._glyphs)
            values["CIDToGIDMap"] = document.Reference(_stream(document, glyphs), f"glyphs{self.resource}")
        return pdfdoc.PDFDictionary(values)

    def _descriptor(self, document: Any) -> Any:
        face = self.face
        program = _stream(document, self._program())
        if face.kind == "glyf":
            key = "FontFile2"
            program.dictionary["Length1"] = len(program.content)
        else:
            key = "FontFile3"
            program.dictionary["Subtype"] = pdfdoc.PDFName("CIDFontType0C")
        head = face.face.reference_table("head").data
        corners = (int.from_bytes(head[at : at + 2], "big", signed=True) for at in range(36, 44, 2))
        return pdfdoc.PDFDictionary(
            {
                "Type": "/FontDescriptor",
                "FontName": pdfdoc.PDFName(self._base),
                "Flags": 4,
                "FontBBox": pdfdoc.PDFArray([round(corner * face.scale) for corner in corners]),
                "ItalicAngle": 0,
                "Ascent": round(face.ascent),
                "Descent": round(face.descent),
                "CapHeight": round(face.cap_height),
                "StemV": 80,
                key: document.Reference(program, f"program{self.resource}"),
            }
        )

    def _program(self) -> bytes:
        """The font program with the outlines of the used glyphs alone, at the face's weight."""
        subset = hb.SubsetInput()
        subset.sets(hb.SubsetInputSets.GLYPH_INDEX).update(self._used())
        subset.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
        dropped = subset.sets(hb.SubsetInputSets.DROP_TABLE_TAG)
        for table in _DROPPED:
            dropped.add(int.from_bytes(table.encode("ascii"), "big"))
        for axis, value in self.face.axes.items():
            subset.pin_axis_location(self.face.face, axis, value)
        made = subset.subset(self.face.face)
        data: bytes = made.blob.data if self.face.kind == "glyf" else made.reference_table("CFF ").data
        return data

    def _used(self) -> set[int]:
        return set(self._glyphs) | {glyph for glyph, _ in self._cids}

    def _widths(self) -> list[Any]:
        if self.face.kind == "glyf":
            return [0, pdfdoc.PDFArray([round(self.face.advance(glyph), 2) for glyph in self._glyphs])]
        widths: list[Any] = []
        for glyph in sorted(self._used()):
            widths += [glyph, pdfdoc.PDFArray([round(self.face.advance(glyph), 2)])]
        return widths

    def _to_unicode(self) -> str:
        told = sorted({cid: text for (_, text), cid in self._cids.items() if text}.items())
        parts = [_CMAP_HEAD]
        for start in range(0, len(told), _BLOCK):
            block = told[start : start + _BLOCK]
            lines = "\n".join(f"<{cid:04X}> <{text.encode('utf-16-be').hex()}>" for cid, text in block)
            parts.append(f"{len(block)} beginbfchar\n{lines}\nendbfchar")
        return "\n".join([*parts, _CMAP_TAIL])


def shown(face: EmbeddedFace, glyphs: Iterable[Glyph]) -> str:
    """Glyphs of one line as the inside of a TJ array; a glyph that stands for nothing leaves its space."""
    parts: list[str] = []
    codes: list[str] = []
    for glyph in glyphs:
        if not glyph.text:
            _close(parts, codes)
            parts.append(f"{-glyph.advance:.2f}")
            continue
        if glyph.x:
            _close(parts, codes)
            parts.append(f"{-glyph.x:.2f}")
        codes.append(f"{face.cid(glyph):04X}")
        rest = glyph.advance - face.face.advance(glyph.id) - glyph.x
        if abs(rest) > 0.01:
            _close(parts, codes)
            parts.append(f"{-rest:.2f}")
    _close(parts, codes)
    return "".join(parts)


def _close(parts: list[str], codes: list[str]) -> None:
    if codes:
        parts.append(f"<{''.join(codes)}>")
        codes.clear()
    elif parts:
        parts.append(" ")


def _stream(document: Any, data: bytes) -> Any:
    stream = pdfdoc.PDFStream()
    stream.content = data
    stream.filters = [pdfdoc.PDFZCompress] if document.compression else []
    return stream


def _tag(number: int) -> str:
    """Six capitals that differ for each subset."""
    letters = ""
    for _ in range(6):
        number, rest = divmod(number, 26)
        letters = chr(65 + rest) + letters
    return letters
