"""Fonts over HarfBuzz: faces at a weight, and the choice of a face for each character."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import uharfbuzz as hb

RESTRICTED = 0x0002
"""The embedding bit of the OS/2 table that forbids to embed a font."""
_DISPLAY_SIZE, _TEXT_SIZE = 32, 14


class FontRefusedError(Exception):
    """A font file that can't be embedded; the text says why."""


@dataclass(frozen=True, slots=True)
class FontFile:
    """A font on disk: a file, and the face in it when it is a collection."""

    name: str
    path: Path
    index: int = 0


class Face:
    """One font file at one weight; widths are in thousandths of the type size.

    `kind` is "glyf" or "CFF " by its outlines. Raises FontRefusedError for a font without such outlines or that forbids
    embedding.
    """

    def __init__(self, file: FontFile, weight: int = 400, *, display: bool = False) -> None:
        self.name = f"{file.name}-{weight}{'D' if display else ''}".replace(" ", "")
        self.face: Any = hb.Face(hb.Blob.from_file_path(str(file.path)), file.index)
        self.font: Any = hb.Font(self.face)
        tables = set(self.face.table_tags)
        self.kind = next((kind for kind in ("glyf", "CFF ") if kind in tables), "")
        if not self.kind:
            raise FontRefusedError(f"{file.name}: no outlines that a PDF can hold")
        self._refuse_restricted(file, tables)
        self.axes = self._axes(weight, display=display)
        if self.axes:
            self.font.set_variations(self.axes)
        self.upem: int = self.face.upem
        self.scale = 1000 / self.upem
        self.cmap = frozenset(self.face.unicodes)
        extents = self.font.get_font_extents("ltr")
        self.ascent = extents.ascender * self.scale
        self.descent = extents.descender * self.scale
        self._advances: dict[int, float] = {}

    def advance(self, glyph: int) -> float:
        """The glyph's own width."""
        width = self._advances.get(glyph)
        if width is None:
            width = self._advances[glyph] = self.font.get_glyph_h_advance(glyph) * self.scale
        return width

    @cached_property
    def cap_height(self) -> float:
        """The height of a capital H; 700 where the font has none."""
        glyph = self.font.get_nominal_glyph(ord("H"))
        extents = self.font.get_glyph_extents(glyph) if glyph else None
        return extents.y_bearing * self.scale if extents else 700.0

    def _refuse_restricted(self, file: FontFile, tables: set[str]) -> None:
        if "OS/2" in tables:
            data = self.face.reference_table("OS/2").data
            if int.from_bytes(data[8:10], "big") & 0x000F == RESTRICTED:
                raise FontRefusedError(f"{file.name}: its maker forbids to embed it")

    def _axes(self, weight: int, *, display: bool) -> dict[str, float]:
        wanted = {"wght": weight, "opsz": _DISPLAY_SIZE if display else _TEXT_SIZE, "wdth": 100}
        found = {}
        for axis in self.face.axis_infos:
            value = wanted.get(axis.tag, axis.default_value)
            found[axis.tag] = min(max(value, axis.min_value), axis.max_value)
        return found


class FontSet:
    """The fonts of a print run in order of preference; faces are made when first needed.

    `refused` tells fonts that were given but can't be used, and why.
    """

    def __init__(self, files: Sequence[FontFile]) -> None:
        self._files = list(files)
        self._faces: dict[tuple[int, int, bool], Face] = {}
        self._chosen: dict[tuple[str, int, bool], Face | None] = {}
        self.refused: list[str] = []
        self.shaped: dict[Any, Any] = {}

    def first(self, weight: int, *, display: bool = False) -> Face:
        """The face that sets the line's height."""
        for number in range(len(self._files)):
            face = self._face(number, weight, display=display)
            if face is not None:
                return face
        raise FontRefusedError("no usable font was given")

    def choose(self, char: str, previous: Face | None, weight: int, *, display: bool = False) -> Face | None:
        """The face for a character: marks and joiners stay with the character before; None when no font has it."""
        if previous is not None and stays_with_base(char) and (ord(char) in previous.cmap or not char.isprintable()):
            return previous
        key = (char, weight, display)
        if key not in self._chosen:
            self._chosen[key] = self._find(char, weight, display=display)
        return self._chosen[key]

    def _find(self, char: str, weight: int, *, display: bool) -> Face | None:
        for number in range(len(self._files)):
            face = self._face(number, weight, display=display)
            if face is not None and ord(char) in face.cmap:
                return face
        return None

    def _face(self, number: int, weight: int, *, display: bool) -> Face | None:
        key = (number, weight, display)
        if key not in self._faces:
            file = self._files[number]
            try:
                self._faces[key] = Face(file, weight, display=display)
            except (FontRefusedError, hb.HarfBuzzError, OSError) as error:
                self.refused.append(str(error))
                del self._files[number]
                self._faces.clear()
                return self._face(number, weight, display=display) if number < len(self._files) else None
        return self._faces[key]


def stays_with_base(char: str) -> bool:
    """Whether a character belongs to the one before it: a mark, a joiner, a variation selector."""
    return (
        char in "\u200c\u200d\ufe0e\ufe0f"
        or unicodedata.category(char)[0] == "M"
        or "\U0001f3fb" <= char <= "\U0001f3ff"
    )
