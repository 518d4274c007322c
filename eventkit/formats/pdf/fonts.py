"""Fonts over HarfBuzz: files, faces at a weight, and the choice of a face for each cluster of characters."""

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import uharfbuzz as hb

_EMBEDDING = 0x000F
_RESTRICTED = 0x0002
_NO_SUBSET, _BITMAPS_ONLY = 0x0100, 0x0200
_DISPLAY_SIZE, _TEXT_SIZE = 32, 14
_BOLD_FROM = 600
_JOINER = "\u200d"
_NO_WIDTH = "\u200c\u200d\u200b\ufeff"


class FontRefusedError(Exception):
    """A font file that can't be embedded; the text says why."""


@dataclass(frozen=True, slots=True)
class FontFile:
    """A font on disk: a file, the face in it when it is a collection, and its bold sister when it has no weights."""

    name: str
    path: Path
    index: int = 0
    bold: Path | None = None


class Face:
    """One font file at one weight; measures are in thousandths of the type size.

    `kind` is "glyf" or "CFF " by its outlines. Raises FontRefusedError for a font without such outlines or that forbids
    embedding.
    """

    def __init__(self, file: FontFile, weight: int = 400, *, display: bool = False) -> None:
        bold = file.bold is not None and weight >= _BOLD_FROM
        self.name = f"{file.name}-{weight}{'D' if display else ''}".replace(" ", "")
        self.face: Any = _opened(file.bold if file.bold and bold else file.path, file.index)
        self.kind = _outlines(self.face)
        self.weight = weight
        self.font: Any = hb.Font(self.face)
        self.axes = _axes(self.face, weight, display=display)
        if self.axes:
            self.font.set_variations(self.axes)
        self.upem: int = self.face.upem
        self.scale = 1000 / self.upem
        extents = self.font.get_font_extents("ltr")
        self.ascent = extents.ascender * self.scale
        self.descent = extents.descender * self.scale
        self._advances: dict[int, float] = {}
        self._inks: dict[int, tuple[float, float] | None] = {}

    def has(self, char: str) -> bool:
        """Whether the face draws the character."""
        return bool(self.font.get_nominal_glyph(ord(char)))

    def advance(self, glyph: int) -> float:
        """The glyph's own width."""
        width = self._advances.get(glyph)
        if width is None:
            width = self._advances[glyph] = self.font.get_glyph_h_advance(glyph) * self.scale
        return width

    def ink(self, glyph: int) -> tuple[float, float] | None:
        """How far the glyph reaches up and down from its baseline; None when there is nothing to see."""
        if glyph not in self._inks:
            box = self.font.get_glyph_extents(glyph)
            seen = box is not None and bool(box.width) and bool(box.height)
            scale = self.scale
            self._inks[glyph] = (box.y_bearing * scale, (box.y_bearing + box.height) * scale) if seen else None
        return self._inks[glyph]

    @cached_property
    def ascii(self) -> frozenset[str]:
        """The printable ASCII characters that the face draws."""
        return frozenset(char for char in map(chr, range(0x20, 0x7F)) if self.has(char))

    @cached_property
    def blank(self) -> int | None:
        """A glyph that shows nothing, without a width where the font has one; None in fonts that can't alias it."""
        if self.kind != "glyf":
            return None
        glyphs = [self.font.get_nominal_glyph(ord(char)) for char in _NO_WIDTH]
        narrow = [glyph for glyph in glyphs if glyph and not self.advance(glyph) and self.ink(glyph) is None]
        space: int | None = self.font.get_nominal_glyph(ord(" "))
        return narrow[0] if narrow else space

    @cached_property
    def cap_height(self) -> float:
        """The height of a capital H; 700 where the font has none."""
        glyph = self.font.get_nominal_glyph(ord("H"))
        ink = self.ink(glyph) if glyph else None
        return ink[0] if ink else 700.0


class FontSet:
    """The fonts of a print run in order of preference; faces are made when first needed.

    `search` is asked for one more file when no font has a cluster of characters. `refused` tells fonts that were given
    but can't be used, by name with the code of the reason.
    """

    def __init__(self, files: Sequence[FontFile], *, search: Callable[[str], FontFile | None] | None = None) -> None:
        self._files = list(files)
        self._search = search
        self._faces: dict[tuple[FontFile, int, bool], Face | None] = {}
        self._chosen: dict[tuple[str, int, bool], Face | None] = {}
        self._first: dict[tuple[int, bool], Face] = {}
        self.refused: dict[str, str] = {}
        self.shaped: dict[Any, Any] = {}

    def first(self, weight: int, *, display: bool = False) -> Face:
        """The face that sets the line's height."""
        found = self._first.get((weight, display))
        if found is None:
            found = next(self._usable(weight, display=display), None)
            if found is None:
                raise FontRefusedError("no usable font was given")
            self._first[weight, display] = found
        return found

    def choose(self, cluster: str, weight: int, *, display: bool = False) -> Face | None:
        """The face for a base character and what belongs to it: the first that has all of it, else its base."""
        key = (cluster, weight, display)
        if key not in self._chosen:
            self._chosen[key] = self._find(cluster, weight, display=display)
        return self._chosen[key]

    def _find(self, cluster: str, weight: int, *, display: bool) -> Face | None:
        forms = dict.fromkeys((cluster, unicodedata.normalize("NFC", cluster)))
        wanted = [[char for char in form if not invisible(char)] for form in forms]
        base: Face | None = None
        for face in self._usable(weight, display=display):
            if any(all(map(face.has, chars)) for chars in wanted):
                return face
            if base is None and wanted[0] and face.has(wanted[0][0]):
                base = face
        found = self._search(cluster) if self._search else None
        if found is None or found in self._files:
            return base
        self._files.append(found)
        return self._find(cluster, weight, display=display)

    def _usable(self, weight: int, *, display: bool) -> Iterator[Face]:
        for file in tuple(self._files):
            key = (file, weight, display)
            if key not in self._faces:
                self._faces[key] = self._made(file, weight, display=display)
            face = self._faces[key]
            if face is not None:
                yield face

    def _made(self, file: FontFile, weight: int, *, display: bool) -> Face | None:
        try:
            return Face(file, weight, display=display)
        except FontRefusedError as error:
            self.refused[file.name] = str(error)
            self._files.remove(file)
            return None


def clusters(text: str) -> list[str]:
    """Base characters with what belongs to them: marks, selectors, and what joiners and flags bind."""
    found: list[str] = []
    for char in text:
        if found and (_stays(char) or found[-1].endswith(_JOINER) or (_flag(char) and _flag(found[-1]))):
            found[-1] += char
        else:
            found.append(char)
    return found


def invisible(char: str) -> bool:
    """Whether a character needs no glyph: controls, joiners, selectors."""
    return "\ufe00" <= char <= "\ufe0f" or unicodedata.category(char) in ("Cf", "Cc", "Zl", "Zp")


def _stays(char: str) -> bool:
    return char in "\u200c\u200d" or "\U0001f3fb" <= char <= "\U0001f3ff" or unicodedata.category(char)[0] == "M"


def _flag(text: str) -> bool:
    return len(text) == 1 and "\U0001f1e6" <= text <= "\U0001f1ff"


def _opened(path: Path, index: int) -> Any:
    try:
        face = hb.Face(hb.Blob.from_file_path(str(path)), index)
    except (hb.HarfBuzzError, OSError) as error:
        raise FontRefusedError("font_broken") from error
    if not face.table_tags:
        raise FontRefusedError("font_broken")
    return face


def _outlines(face: Any) -> str:
    """The kind of a font's outlines."""
    tables = set(face.table_tags)
    if tables & {"sbix", "CBDT"} or ("COLR" in tables and _number(face, "COLR", 0) > 0):
        raise FontRefusedError("font_pictures")
    kind = next((kind for kind in ("glyf", "CFF ") if kind in tables), "")
    if not kind:
        raise FontRefusedError("font_outlines")
    rights = _number(face, "OS/2", 8) if "OS/2" in tables else 0
    if rights & _EMBEDDING == _RESTRICTED or rights & (_NO_SUBSET | _BITMAPS_ONLY):
        raise FontRefusedError("font_forbidden")
    return kind


def _number(face: Any, table: str, at: int) -> int:
    return int.from_bytes(face.reference_table(table).data[at : at + 2], "big")


def _axes(face: Any, weight: int, *, display: bool) -> dict[str, float]:
    wanted = {"wght": weight, "opsz": _DISPLAY_SIZE if display else _TEXT_SIZE, "wdth": 100}
    return {
        axis.tag: min(max(wanted.get(axis.tag, axis.default_value), axis.min_value), axis.max_value)
        for axis in face.axis_infos
    }
