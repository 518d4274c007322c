"""The Unicode Bidirectional Algorithm (UAX #9): embedding levels of a paragraph, visual order of a line."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

_STRONG_RTL = ("R", "AL")
_NEEDS_BIDI = frozenset({"R", "AL", "RLE", "RLO", "RLI", "AN"})
_ISOLATES = frozenset({"LRI", "RLI", "FSI"})
_EMBEDDINGS = frozenset({"RLE", "LRE", "RLO", "LRO"})
_REMOVED = _EMBEDDINGS | {"PDF", "BN"}
_NEUTRAL = frozenset({"B", "S", "WS", "ON", "PDI"}) | _ISOLATES
_MAX_DEPTH = 125
_MAX_BRACKETS = 63
_BRACKETS = (
    "()[]{}༺༻༼༽᚛᚜⁅⁆⁽⁾₍₎⌈⌉⌊⌋\u2329\u232a❨❩❪❫❬❭❮❯❰❱❲❳❴❵⟅⟆⟦⟧⟨⟩⟪⟫⟬⟭⟮⟯⦃⦄⦅⦆⦇⦈⦉⦊⦋⦌⦍⦎⦏⦐⦑⦒⦓⦔⦕⦖⦗⦘⧘⧙⧚⧛⧼⧽"
    "⸢⸣⸤⸥⸦⸧⸨⸩⹕⹖⹗⹘⹙⹚⹛⹜〈〉《》「」『』【】〔〕〖〗〘〙〚〛﹙﹚﹛﹜﹝﹞（）［］｛｝｟｠｢｣"
)
_CANONICAL = {"\u2329": "\u3008", "\u232a": "\u3009"}
_OPENS = {_BRACKETS[i]: _CANONICAL.get(_BRACKETS[i + 1], _BRACKETS[i + 1]) for i in range(0, len(_BRACKETS), 2)}
_CLOSES = frozenset(_BRACKETS[1::2])


@dataclass(frozen=True, slots=True)
class Levels:
    """The embedding level of each character, the paragraph's own level, and the original classes."""

    levels: tuple[int, ...]
    base: int
    classes: tuple[str, ...]

    def line(self, start: int, end: int) -> list[int]:
        """The levels of one line: rule L1 puts its trailing white space at the paragraph's level."""
        levels = list(self.levels[start:end])
        trailing = True
        for i in range(end - start - 1, -1, -1):
            kind = self.classes[start + i]
            if kind in ("S", "B"):
                levels[i], trailing = self.base, True
            elif kind == "WS" or kind in _ISOLATES or kind == "PDI" or kind in _REMOVED:
                if trailing:
                    levels[i] = self.base
            else:
                trailing = False
        return levels


def left_to_right(text: str) -> bool:
    """Whether nothing in the text runs from right to left, so that it needs no levels."""
    return text.isascii() or not any(unicodedata.bidirectional(char) in _NEEDS_BIDI for char in text)


def base_level(text: str) -> int:
    """The paragraph level by its first strong character (rules P2 and P3): 0 or 1."""
    return _first_strong([unicodedata.bidirectional(char) for char in text], 0, len(text))


def levels(text: str, base: int | None = None) -> Levels:
    """Embedding levels of a paragraph; `base` 0 or 1 sets its direction, None finds it."""
    classes = [unicodedata.bidirectional(char) or "L" for char in text]
    if base is None:
        base = _first_strong(classes, 0, len(classes))
    pairs = _isolate_pairs(classes)
    found, kinds = _explicit(classes, base, pairs)
    kept = [i for i, kind in enumerate(classes) if kind not in _REMOVED]
    place = {i: k for k, i in enumerate(kept)}
    around = _Around(tuple(found), kept, place, classes, pairs, base)
    for run in _isolating_runs(kept, found, classes, pairs):
        _resolve_run(text, run, around, kinds, found)
    for i, kind in enumerate(classes):
        if kind in _REMOVED:
            found[i] = found[i - 1] if i else base
    return Levels(tuple(found), base, tuple(classes))


def visual_order(line_levels: Sequence[int]) -> list[int]:
    """Rule L2: the positions of a line's elements from left to right, given the level of each."""
    order = list(range(len(line_levels)))
    odd = [level for level in line_levels if level & 1]
    if not odd:
        return order
    for level in range(max(line_levels), min(odd) - 1, -1):
        i = 0
        while i < len(order):
            if line_levels[order[i]] < level:
                i += 1
                continue
            j = i
            while j < len(order) and line_levels[order[j]] >= level:
                j += 1
            order[i:j] = order[i:j][::-1]
            i = j
    return order


def _first_strong(classes: Sequence[str], start: int, end: int) -> int:
    depth = 0
    for kind in classes[start:end]:
        if kind in _ISOLATES:
            depth += 1
        elif kind == "PDI":
            depth = max(0, depth - 1)
        elif depth == 0 and kind == "L":
            return 0
        elif depth == 0 and kind in _STRONG_RTL:
            return 1
    return 0


def _isolate_pairs(classes: Sequence[str]) -> dict[int, int]:
    """Rule BD9: which PDI closes which isolate, both ways."""
    pairs: dict[int, int] = {}
    opened: list[int] = []
    for i, kind in enumerate(classes):
        if kind in _ISOLATES:
            opened.append(i)
        elif kind == "PDI" and opened:
            j = opened.pop()
            pairs[i], pairs[j] = j, i
    return pairs


@dataclass(slots=True)
class _Status:
    """The directional status stack of rules X1 to X8 with its three counters."""

    stack: list[tuple[int, str | None, bool]]
    over_isolates: int = 0
    over_embeddings: int = 0
    valid_isolates: int = 0

    def next_level(self, *, rtl: bool) -> int:
        level = self.stack[-1][0]
        return (level + 1) | 1 if rtl else (level + 2) & ~1

    def push(self, level: int, override: str | None, *, isolate: bool) -> None:
        fits = level <= _MAX_DEPTH and not self.over_isolates and not self.over_embeddings
        if fits:
            self.stack.append((level, override, isolate))
            self.valid_isolates += isolate
        elif isolate:
            self.over_isolates += 1
        elif not self.over_isolates:
            self.over_embeddings += 1

    def close_isolate(self) -> None:
        if self.over_isolates:
            self.over_isolates -= 1
        elif self.valid_isolates:
            self.over_embeddings = 0
            while not self.stack[-1][2]:
                self.stack.pop()
            self.stack.pop()
            self.valid_isolates -= 1

    def close_embedding(self) -> None:
        if self.over_isolates:
            return
        if self.over_embeddings:
            self.over_embeddings -= 1
        elif not self.stack[-1][2] and len(self.stack) > 1:
            self.stack.pop()


def _explicit(classes: Sequence[str], base: int, pairs: dict[int, int]) -> tuple[list[int], list[str]]:
    """Rules X1 to X8: levels by explicit formatting, and the classes after overrides."""
    kinds = list(classes)
    found = [base] * len(classes)
    status = _Status([(base, None, False)])
    for i, kind in enumerate(classes):
        if kind == "PDI":
            status.close_isolate()
        level, override, _ = status.stack[-1]
        found[i] = base if kind == "B" else level
        if kind in _EMBEDDINGS:
            status.push(status.next_level(rtl=kind[0] == "R"), kind[0] if kind[2] == "O" else None, isolate=False)
        elif kind == "PDF":
            status.close_embedding()
        elif override and kind not in ("B", "BN"):
            kinds[i] = override
        if kind in _ISOLATES:
            rtl = kind == "RLI" or (kind == "FSI" and _first_strong(classes, i + 1, pairs.get(i, len(classes))) == 1)
            status.push(status.next_level(rtl=rtl), None, isolate=True)
    return found, kinds


def _isolating_runs(
    kept: Sequence[int], found: Sequence[int], classes: Sequence[str], pairs: dict[int, int]
) -> list[list[int]]:
    """Rule X10: level runs joined over the isolates that interrupt them."""
    runs: list[list[int]] = []
    for i in kept:
        if runs and found[runs[-1][-1]] == found[i]:
            runs[-1].append(i)
        else:
            runs.append([i])
    by_start = {run[0]: run for run in runs}
    joined: list[list[int]] = []
    for run in runs:
        if classes[run[0]] == "PDI" and run[0] in pairs:
            continue
        whole = list(run)
        while classes[whole[-1]] in _ISOLATES and whole[-1] in pairs:
            whole += by_start[pairs[whole[-1]]]
        joined.append(whole)
    return joined


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around a run, by the levels before any run is resolved: for its first and last strong context."""

    explicit: Sequence[int]
    kept: Sequence[int]
    place: dict[int, int]
    classes: Sequence[str]
    pairs: dict[int, int]
    base: int

    def edges(self, run: Sequence[int]) -> tuple[str, str]:
        """The types sos and eos of rule X10."""
        level = self.explicit[run[0]]
        before = self.place[run[0]]
        last = run[-1]
        after = self.place[last] + 1
        previous = self.explicit[self.kept[before - 1]] if before else self.base
        open_end = self.classes[last] in _ISOLATES and last not in self.pairs
        following = self.base if open_end or after >= len(self.kept) else self.explicit[self.kept[after]]
        return _side(max(level, previous)), _side(max(level, following))


def _side(level: int) -> str:
    return "R" if level & 1 else "L"


def _resolve_run(text: str, run: Sequence[int], around: _Around, kinds: Sequence[str], found: list[int]) -> None:
    level = found[run[0]]
    before, after = around.edges(run)
    types = [kinds[i] for i in run]
    _resolve_weak(types, before)
    _resolve_brackets([text[i] for i in run], types, [around.classes[i] for i in run], before, level)
    _resolve_neutral(types, before, after, _side(level))
    for kind, i in zip(types, run, strict=True):
        if level & 1:
            found[i] = level + (kind in ("L", "EN", "AN"))
        else:
            found[i] = level + (1 if kind == "R" else 2 if kind in ("EN", "AN") else 0)


def _resolve_weak(types: list[str], before: str) -> None:
    """Rules W1 to W7."""
    previous = strong = before
    for k, kind in enumerate(types):
        if kind == "NSM":
            types[k] = "ON" if previous in _ISOLATES or previous == "PDI" else previous
        previous = types[k]
    for k, kind in enumerate(types):
        if kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN" and strong == "AL":
            types[k] = "AN"
    types[:] = ["R" if kind == "AL" else kind for kind in types]
    _resolve_separators(types)
    strong = before
    for k, kind in enumerate(types):
        if kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            types[k] = "L"


def _resolve_separators(types: list[str]) -> None:
    """Rules W4 to W6: separators and terminators join the numbers that they stand by."""
    for k in range(1, len(types) - 1):
        left, kind, right = types[k - 1], types[k], types[k + 1]
        if left == right and ((kind == "ES" and left == "EN") or (kind == "CS" and left in ("EN", "AN"))):
            types[k] = left
    k = 0
    while k < len(types):
        j = k
        while j < len(types) and types[j] == "ET":
            j += 1
        if j > k and "EN" in (types[k - 1] if k else "", types[j] if j < len(types) else ""):
            types[k:j] = ["EN"] * (j - k)
        k = max(j, k + 1)
    types[:] = ["ON" if kind in ("ES", "ET", "CS") else kind for kind in types]


def _strength(kind: str) -> str | None:
    return "R" if kind in ("R", "EN", "AN") else "L" if kind == "L" else None


def _resolve_brackets(chars: Sequence[str], types: list[str], classes: Sequence[str], before: str, level: int) -> None:
    """Rule N0: a pair of brackets takes the direction of what it holds, or of what stands before it."""
    own = _side(level)
    for opens, closes in _bracket_pairs(chars, types):
        inside = {_strength(kind) for kind in types[opens + 1 : closes]} - {None}
        if not inside:
            continue
        if own in inside:
            direction = own
        else:
            direction = next((side for side in map(_strength, reversed(types[:opens])) if side), before)
        for at in (opens, closes):
            types[at] = direction
            following = at + 1
            while following < len(types) and classes[following] == "NSM":
                types[following] = direction
                following += 1


def _bracket_pairs(chars: Sequence[str], types: Sequence[str]) -> list[tuple[int, int]]:
    """Rule BD16: positions of matching brackets, by their opening one."""
    opened: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for k, char in enumerate(chars):
        if types[k] != "ON":
            continue
        if char in _OPENS:
            if len(opened) == _MAX_BRACKETS:
                return []
            opened.append((_OPENS[char], k))
        elif char in _CLOSES:
            wanted = _CANONICAL.get(char, char)
            for depth in range(len(opened) - 1, -1, -1):
                if opened[depth][0] == wanted:
                    pairs.append((opened[depth][1], k))
                    del opened[depth:]
                    break
    return sorted(pairs)


def _resolve_neutral(types: list[str], before: str, after: str, own: str) -> None:
    """Rules N1 and N2: neutrals take the direction on both their sides, else the run's own."""
    k = 0
    while k < len(types):
        if types[k] not in _NEUTRAL:
            k += 1
            continue
        j = k
        while j < len(types) and types[j] in _NEUTRAL:
            j += 1
        left = _strength(types[k - 1]) if k else before
        right = _strength(types[j]) if j < len(types) else after
        types[k:j] = [left if left == right and left else own] * (j - k)
        k = j
