"""From words to glyphs: runs of one face and one script, shaped by HarfBuzz and kept for the next use."""

import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import uharfbuzz as hb

from eventkit.formats.pdf.fonts import Face, FontSet

NO_GLYPH = "\ufffd"
_COMMON = frozenset({"Zyyy", "Zinh", "Zzzz", ""})
_EAST_ASIAN = frozenset({"Hani", "Hira", "Kana", "Bopo"})


@dataclass(frozen=True, slots=True)
class Glyph:
    """A placed glyph: numbers are thousandths of the type size; `text` is what it stands for, empty when drawn only."""

    id: int
    advance: float
    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """Shaped text of one face and direction; glyphs run from left to right whatever the direction."""

    face: Face
    text: str
    rtl: bool
    glyphs: tuple[Glyph, ...]
    width: float
    plain: bool
    clusters: tuple[tuple[Glyph, ...], ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Look:
    """What shaping depends on: weight, optical size, language and features."""

    weight: int = 400
    display: bool = False
    language: str = ""
    features: tuple[str, ...] = ()


def pieces(fonts: FontSet, word: str, look: Look, *, rtl: bool, missing: set[str]) -> tuple[Piece, ...]:
    """A word of one direction as pieces in logical order; characters that no font has go into `missing`."""
    key = (word, look, rtl)
    found = fonts.shaped.get(key)
    if found is None:
        lacking: set[str] = set()
        shaped = tuple(
            _shape(face, text, script, look, rtl=rtl) for face, text, script in _runs(fonts, word, look, lacking)
        )
        found = fonts.shaped[key] = (shaped, frozenset(lacking))
    missing |= found[1]
    shaped_pieces: tuple[Piece, ...] = found[0]
    return shaped_pieces


def _runs(fonts: FontSet, word: str, look: Look, missing: set[str]) -> list[tuple[Face, str, str]]:
    runs: list[tuple[Face, str, str]] = []
    face: Face | None = None
    for char in word:
        chosen = fonts.choose(char, face, look.weight, display=look.display)
        if chosen is None and not _invisible(char):
            missing.add(char)
        used = chosen or (
            face if face is not None and _invisible(char) else fonts.first(look.weight, display=look.display)
        )
        script = _script(char)
        if runs and runs[-1][0] is used and (joined := _joined(runs[-1][2], script)) is not None:
            runs[-1] = (used, runs[-1][1] + char, joined)
        else:
            runs.append((used, char, script))
        face = used
    return runs


def _joined(before: str, script: str) -> str | None:
    """The script of a run that goes on with a character of `script`; None when a new run begins."""
    if script in _COMMON or script == before:
        return before
    if before in _COMMON:
        return script
    return "Hani" if {before, script} <= _EAST_ASIAN else None


def _shape(face: Face, text: str, script: str, look: Look, *, rtl: bool) -> Piece:
    buffer = hb.Buffer()
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_GRAPHEMES
    buffer.add_codepoints([ord(char) for char in text])
    buffer.direction = "rtl" if rtl else "ltr"
    buffer.script = script if script not in _COMMON else "Zyyy"
    if look.language:
        buffer.language = look.language
    hb.shape(face.font, buffer, dict.fromkeys(look.features, True))
    glyphs = _with_text(face, text, buffer, rtl=rtl)
    plain = not rtl and not any(glyph.x or glyph.y or not glyph.text for glyph in glyphs)
    clusters = () if plain else _clusters(glyphs, buffer.glyph_infos)
    return Piece(face, text, rtl, glyphs, sum(glyph.advance for glyph in glyphs), plain, clusters)


def _with_text(face: Face, text: str, buffer: Any, *, rtl: bool) -> tuple[Glyph, ...]:
    """Each glyph with its share of its cluster's text: in reading order, the last glyph takes the rest."""
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    starts = sorted({info.cluster for info in infos})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    shares: list[str] = []
    i = 0
    while i < len(infos):
        j = i
        while j < len(infos) and infos[j].cluster == infos[i].cluster:
            j += 1
        share = _shares(text[infos[i].cluster : ends[infos[i].cluster]], j - i)
        shares += reversed(share) if rtl else share
        i = j
    scale = face.scale
    return tuple(
        Glyph(info.codepoint, at.x_advance * scale, at.x_offset * scale, at.y_offset * scale, share)
        for info, at, share in zip(infos, positions, shares, strict=True)
    )


def _shares(text: str, glyphs: int) -> list[str]:
    if len(text) >= glyphs:
        return [*text[: glyphs - 1], text[glyphs - 1 :]]
    return [*text, *[""] * (glyphs - len(text))]


def _clusters(glyphs: tuple[Glyph, ...], infos: Any) -> tuple[tuple[Glyph, ...], ...]:
    grouped: list[list[Glyph]] = []
    last = None
    for glyph, info in zip(glyphs, infos, strict=True):
        if info.cluster != last:
            grouped.append([])
        grouped[-1].append(glyph)
        last = info.cluster
    return tuple(tuple(group) for group in grouped)


def _invisible(char: str) -> bool:
    return unicodedata.category(char) in ("Cf", "Cc", "Zl", "Zp") or "\ufe00" <= char <= "\ufe0f"


@lru_cache(maxsize=8192)
def _script(char: str) -> str:
    """The ISO 15924 code of a character's script as HarfBuzz knows it."""
    buffer = hb.Buffer()
    buffer.add_str(char)
    buffer.guess_segment_properties()
    return buffer.script or ""
