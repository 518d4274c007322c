"""From words to glyphs: runs of one face and one script, shaped by HarfBuzz and kept for the next use."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple

import uharfbuzz as hb

from eventkit.formats.pdf.fonts import Face, FontSet, clusters, invisible

_COMMON = frozenset({"Zyyy", "Zinh", "Zzzz", ""})
_EAST_ASIAN = frozenset({"Hani", "Hira", "Kana", "Bopo"})
_TRACKED = _COMMON | _EAST_ASIAN | {"Latn", "Grek", "Cyrl", "Hang", "Hebr", "Thai", "Geor", "Armn"}
"""Scripts whose letters stand apart, so that they may be tracked."""
_BESIDE = 10.0
"""How far to the left of its letter a mark's text stands in right-to-left text."""


class Shown(NamedTuple):
    """A glyph on the baseline that stands for `text`; `x` in thousandths, `before` the tracked glyphs to its left."""

    id: int
    x: float
    before: int
    text: str


class Drawn(NamedTuple):
    """A glyph that is drawn as a shape and stands for nothing; its place in thousandths."""

    id: int
    x: float
    y: float
    before: int


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """Shaped text of one face and direction, measured in thousandths of the type size from its left end.

    `shown` is in reading order. `tracked` counts the glyphs that tracking moves apart, `top` and `bottom` say how far
    the ink reaches from the baseline.
    """

    face: Face
    text: str
    rtl: bool
    shown: tuple[Shown, ...]
    drawn: tuple[Drawn, ...]
    width: float
    tracked: int
    top: float
    bottom: float


class Look(NamedTuple):
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


def hyphen(fonts: FontSet, look: Look) -> Piece:
    """The hyphen that a soft hyphen shows as at the end of a line: seen, but no part of the text."""
    (piece,) = pieces(fonts, "-", look, rtl=False, missing=set())
    drawn = tuple(Drawn(glyph.id, glyph.x, 0.0, 0) for glyph in piece.shown)
    return Piece(piece.face, "", False, (), drawn, piece.width, piece.tracked, piece.top, piece.bottom)


def _runs(fonts: FontSet, word: str, look: Look, missing: set[str]) -> list[tuple[Face, str, str]]:
    usual = fonts.first(look.weight, display=look.display)
    if usual.ascii.issuperset(word):
        return [(usual, word, "Latn" if any(map(str.isalpha, word)) else "Zyyy")]
    runs: list[tuple[Face, str, str]] = []
    for cluster in clusters(word):
        before = runs[-1][0] if runs else None
        if before is not None and invisible(cluster[0]):
            face = before
        else:
            chosen = fonts.choose(cluster, look.weight, display=look.display)
            face = chosen or usual
            missing.update(_lacking(face, cluster))
        script = _script(cluster[0])
        if before is face and (joined := _joined(runs[-1][2], script)) is not None:
            runs[-1] = (face, runs[-1][1] + cluster, joined)
        else:
            runs.append((face, cluster, script))
    return runs


@lru_cache(maxsize=8192)
def _lacking(face: Face, cluster: str) -> tuple[str, ...]:
    """What of a cluster the face does not draw; a composed form counts as its parts."""
    lacking = tuple(char for char in cluster if not invisible(char) and not face.has(char))
    if not lacking:
        return ()
    buffer = hb.Buffer()
    buffer.add_str(cluster)
    buffer.guess_segment_properties()
    hb.shape(face.font, buffer)
    return lacking if any(info.codepoint == 0 for info in buffer.glyph_infos) else ()


def _joined(before: str, script: str) -> str | None:
    """The script of a run that goes on with a character of `script`; None when a new run begins."""
    if script in _COMMON or script == before:
        return before
    if before in _COMMON:
        return script
    return "Hani" if {before, script} <= _EAST_ASIAN else None


class _Placed(NamedTuple):
    """A glyph as HarfBuzz places it, and where the pen stood before it."""

    id: int
    cluster: int
    pen: float
    x: float
    y: float
    advance: float
    before: int


def _shape(face: Face, text: str, script: str, look: Look, *, rtl: bool) -> Piece:
    buffer = hb.Buffer()
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_GRAPHEMES
    buffer.add_codepoints([ord(char) for char in text])
    buffer.direction = "rtl" if rtl else "ltr"
    buffer.script = script if script not in _COMMON else "Zyyy"
    if look.language:
        buffer.language = look.language
    hb.shape(face.font, buffer, dict.fromkeys(look.features, True))
    apart = script in _TRACKED
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    if not rtl and len(infos) == len(text):
        plain = _plain(face, text, infos, positions, tracked=apart)
        if plain is not None:
            return plain
    glyphs = _places(face, infos, positions, tracked=apart)
    shown, drawn = _shared(face, text, glyphs, rtl=rtl)
    width = glyphs[-1].pen + glyphs[-1].advance if glyphs else 0.0
    tracked = glyphs[-1].before + (glyphs[-1].advance > 0) if glyphs and apart else 0
    inks = [(ink[0] + glyph.y, ink[1] + glyph.y) for glyph in glyphs if (ink := face.ink(glyph.id))]
    top, bottom = max((ink[0] for ink in inks), default=0.0), min((ink[1] for ink in inks), default=0.0)
    return Piece(face, text, rtl, tuple(shown), tuple(drawn), width, tracked, top, bottom)


def _plain(face: Face, text: str, infos: Any, positions: Any, *, tracked: bool) -> Piece | None:
    """The usual piece, each character one glyph on the baseline; None where it is not so."""
    scale, pen, top, bottom = face.scale, 0.0, 0.0, 0.0
    shown: list[Shown] = []
    for number, (info, at) in enumerate(zip(infos, positions, strict=True)):
        if info.cluster != number or at.y_offset or not at.x_advance:
            return None
        glyph = info.codepoint
        shown.append(Shown(glyph, pen + at.x_offset * scale, number if tracked else 0, text[number]))
        pen += at.x_advance * scale
        ink = face.ink(glyph)
        if ink is not None:
            top, bottom = max(top, ink[0]), min(bottom, ink[1])
    return Piece(face, text, False, tuple(shown), (), pen, len(shown) if tracked else 0, top, bottom)


def _places(face: Face, infos: Any, positions: Any, *, tracked: bool) -> list[_Placed]:
    scale, pen, before = face.scale, 0.0, 0
    placed = []
    for info, at in zip(infos, positions, strict=True):
        width = at.x_advance * scale
        x, y = pen + at.x_offset * scale, at.y_offset * scale
        placed.append(_Placed(info.codepoint, info.cluster, pen, x, y, width, before))
        pen += width
        before += tracked and width > 0
    return placed


def _shared(face: Face, text: str, glyphs: Sequence[_Placed], *, rtl: bool) -> tuple[list[Shown], list[Drawn]]:
    """Which glyphs stand for which text, in reading order, and which are but drawn."""
    shown: list[Shown] = []
    drawn: list[Drawn] = []
    groups = [(cluster, list(group)) for cluster, group in groupby(glyphs, attrgetter("cluster"))]
    groups.sort(key=lambda group: group[0])
    ends = [*(cluster for cluster, _ in groups[1:]), len(text)]
    for (cluster, group), end in zip(groups, ends, strict=True):
        said = text[cluster:end]
        if len(group) == 1 and not group[0].y and not (rtl and len(said) > 1):
            glyph = group[0]
            shown.append(Shown(glyph.id, glyph.x, glyph.before, said))
            continue
        bearers = _bearers(group, len(said), rtl=rtl) or ([] if face.blank else group[:1])
        shown += _told(face, bearers, said, group[0], rtl=rtl)
        drawn += [
            Drawn(glyph.id, glyph.x, glyph.y, glyph.before)
            for glyph in group
            if glyph not in bearers and face.ink(glyph.id)
        ]
    return shown, drawn


def _bearers(group: Sequence[_Placed], characters: int, *, rtl: bool) -> list[_Placed]:
    """The glyphs of a cluster that its text is spread over: those that take room on the baseline, in reading order."""
    level = [glyph for glyph in group if not glyph.y]
    bearers = [glyph for glyph in level if glyph.advance > 0] or level[:1]
    return (bearers[::-1] if rtl else bearers)[:characters]


def _told(face: Face, bearers: Sequence[_Placed], said: str, first: _Placed, *, rtl: bool) -> Iterator[Shown]:
    """The text of a cluster on its bearers, the last taking the rest.

    From right to left each further character stands on a blank glyph beside its letter, where readers that go by
    places find it in order.
    """
    blank = face.blank
    if not bearers and blank is not None:
        yield Shown(blank, first.x, first.before, said)
        return
    last = len(bearers) - 1
    for number, glyph in enumerate(bearers):
        own = said[number:] if number == last else said[number]
        if not rtl or blank is None:
            yield Shown(glyph.id, glyph.x, glyph.before, own)
            continue
        yield Shown(glyph.id, glyph.x, glyph.before, own[0])
        for step, char in enumerate(own[1:], 1):
            yield Shown(blank, min(glyph.pen, glyph.x) - step * _BESIDE, glyph.before, char)


@lru_cache(maxsize=8192)
def _script(char: str) -> str:
    """The ISO 15924 code of a character's script as HarfBuzz knows it."""
    buffer = hb.Buffer()
    buffer.add_str(char)
    buffer.guess_segment_properties()
    return buffer.script or ""
