"""Puts faces into a PDF: Type 0 subsets with one CID for each pair of glyph and text, so that copies are exact."""

from typing import Any

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc

from eventkit.formats.pdf.fonts import Face

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
_LAST = 0xFFFF


class EmbeddedFace:
    """A face as one document uses it; ReportLab calls `addObjects` when the document is finished."""

    def __init__(self, face: Face, number: int) -> None:
        self.face = face
        self.resource = f"H{number}"
        self._base = f"{_tag(number)}+{face.name}"
        self._cids: dict[tuple[int, str], int] = {}
        self._glyphs = [0]
        self._taken: set[int] = set()

    def cid(self, glyph: int, text: str) -> int | None:
        """The code to show a glyph with so that it stands for `text`; None where the font can't have one more.

        In a TrueType face each text of a glyph has a code of its own; in a CFF face a glyph stands for one text only.
        """
        cid = self._cids.get((glyph, text))
        if cid is None:
            cid = len(self._glyphs) if self.face.kind == "glyf" else glyph
            if cid > _LAST or cid in self._taken:
                return None
            self._glyphs.append(glyph)
            self._taken.add(cid)
            self._cids[glyph, text] = cid
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
        subset.sets(hb.SubsetInputSets.GLYPH_INDEX).update(self._glyphs)
        subset.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
        dropped = subset.sets(hb.SubsetInputSets.DROP_TABLE_TAG)
        for table in _DROPPED:
            dropped.add(int.from_bytes(table.encode("ascii"), "big"))
        for axis, value in self.face.axes.items():
            subset.pin_axis_location(self.face.face, axis, value)
        made = subset.subset(self.face.face)
        data: bytes = made.blob.data if self.face.kind == "glyf" else made.reference_table("CFF ").data
        return data

    def _widths(self) -> list[Any]:
        if self.face.kind == "glyf":
            return [0, pdfdoc.PDFArray([round(self.face.advance(glyph), 2) for glyph in self._glyphs])]
        widths: list[Any] = []
        for glyph in sorted(self._glyphs):
            widths += [glyph, pdfdoc.PDFArray([round(self.face.advance(glyph), 2)])]
        return widths

    def _to_unicode(self) -> str:
        told = sorted((cid, text) for (_, text), cid in self._cids.items())
        parts = [_CMAP_HEAD]
        for start in range(0, len(told), _BLOCK):
            block = told[start : start + _BLOCK]
            lines = "\n".join(f"<{cid:04X}> <{text.encode('utf-16-be').hex()}>" for cid, text in block)
            parts.append(f"{len(block)} beginbfchar\n{lines}\nendbfchar")
        return "\n".join([*parts, _CMAP_TAIL])


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
