"""Paragraphs before a width is known: words in reading order, shaped and measured once for all sizes."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, groupby

from eventkit.formats.pdf import bidi
from eventkit.formats.pdf.breaking import graphemes, segments
from eventkit.formats.pdf.fonts import FontSet
from eventkit.formats.pdf.shaping import Look, Piece, hyphen, pieces

SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True, slots=True)
class Word:
    """What stands between two places where a line may end; widths in thousandths of the type size.

    `pieces` come with their levels; `visible` is the width without the space at the end, with a soft hyphen shown.
    """

    text: str
    at: int
    pieces: tuple[tuple[Piece, int], ...]
    width: float
    visible: float


class Paragraph:
    """A paragraph of one look, ready to be set into lines of any width; `tracking` in thousandths."""

    def __init__(self, fonts: FontSet, text: str, look: Look, tracking: float) -> None:
        self._fonts, self._look, self._tracking = fonts, look, tracking
        self._levels = None if bidi.left_to_right(text) else bidi.levels(text)
        self.text = text
        self.base = self._levels.base if self._levels else 0
        self.missing: set[str] = set()
        parts = segments(text, look.language)
        starts = accumulate(map(len, parts), initial=0)
        self.words = [self._word(part, at) for part, at in zip(parts, starts, strict=False)]

    @cached_property
    def widest(self) -> float:
        """The visible width of the widest word."""
        return max((word.visible for word in self.words), default=0.0)

    def filled(self, width: float) -> Iterator[list[Word]]:
        """The words of each line of at most `width` thousandths; a word that is wider is cut."""
        line: list[Word] = []
        used = 0.0
        for word in self.words:
            for part in (word,) if word.visible <= width else self._cut(word, width):
                if line and used + part.visible > width:
                    yield line
                    line, used = [], 0.0
                line.append(part)
                used += part.width
        yield line

    def ended(self, line: list[Word]) -> list[tuple[Piece, int]]:
        """The pieces of a line with their levels, a hyphen where the line ends in a soft one."""
        flat = [piece for word in line for piece in word.pieces]
        if line and line[-1].text.endswith(SOFT_HYPHEN):
            flat.append((hyphen(self._fonts, self._look), flat[-1][1]))
        return flat

    def room(self, piece: Piece) -> float:
        """The width of a piece with its tracking."""
        return piece.width + piece.tracked * self._tracking

    def _word(self, part: str, at: int) -> Word:
        bare = part.rstrip(" ")
        shown = self._pieces(bare, at)
        space = self._pieces(part[len(bare) :], at + len(bare))
        visible = sum([self.room(piece) for piece, _ in shown])
        width = visible + sum([self.room(piece) for piece, _ in space])
        if bare.endswith(SOFT_HYPHEN):
            visible += self.room(hyphen(self._fonts, self._look))
        return Word(part, at, (*shown, *space), width, visible)

    def _pieces(self, text: str, at: int) -> list[tuple[Piece, int]]:
        """A text cut where its direction changes, shaped."""
        if not text:
            return []
        if self._levels is None:
            return [(piece, 0) for piece in pieces(self._fonts, text, self._look, rtl=False, missing=self.missing)]
        found: list[tuple[Piece, int]] = []
        end = 0
        for level, group in groupby(self._levels.levels[at : at + len(text)]):
            start, end = end, end + sum(1 for _ in group)
            shaped = pieces(self._fonts, text[start:end], self._look, rtl=bool(level & 1), missing=self.missing)
            found += [(piece, level) for piece in shaped]
        return found

    def _cut(self, word: Word, width: float) -> Iterator[Word]:
        """A word that is wider than the line, in parts that are not; a single character always is a part."""
        at, held, used = word.at, "", 0.0
        for grapheme in graphemes(word.text):
            room = self._word(grapheme, at + len(held)).visible
            if held and used + room > width:
                yield self._word(held, at)
                at, held, used = at + len(held), "", 0.0
            held += grapheme
            used += room
        yield self._word(held, at)
