"""Patterns for large fields, drawn from a seed: every event has its own, and always the same one."""

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shape:
    """One figure of a pattern in a square cell: `kind` is square, disc, quarter or leaf, `turn` counts quarter turns.

    `x` and `y` are the cell's top left corner; a quarter's centre is the corner that `turn` names, clockwise from
    the top left; a leaf points there.
    """

    kind: str
    x: float
    y: float
    size: float
    color: str
    turn: int = 0


def pattern(name: str, seed: str, *, columns: int, rows: int, size: float, colors: tuple[str, ...]) -> list[Shape]:
    """The figures of a pattern in `columns` x `rows` cells, densest at the top right; `colors` end with the accent."""
    if columns < 1 or rows < 1:
        return []
    chance = _Chance(seed)
    make = _dots if name == "dots" else _tiles
    return make(chance, columns, rows, size, colors)


class _Chance:
    """Numbers that look random and depend on the seed alone."""

    def __init__(self, seed: str) -> None:
        self._seed, self._count = seed, 0

    def below(self, limit: int) -> int:
        self._count += 1
        digest = hashlib.sha256(f"{self._seed}:{self._count}".encode()).digest()
        return int.from_bytes(digest[:4], "big") % limit


def _tiles(chance: _Chance, columns: int, rows: int, size: float, colors: tuple[str, ...]) -> list[Shape]:
    cells = [(column, row) for column in range(columns) for row in range(_depth(column, columns, rows))]
    bright = max(cells, key=lambda cell: (min(cell[0], columns - 2) - 2 * abs(cell[1] - min(1, rows - 1)), cell))
    shapes: list[Shape] = []
    before = -1
    for column, row in cells:
        kind = (before + 1 + chance.below(4)) % 5
        before = kind
        x, y = column * size, row * size
        shapes += _tile(kind, chance.below(4), x, y, size, colors, bright=(column, row) == bright)
    return shapes


def _depth(column: int, columns: int, rows: int) -> int:
    """How many cells hang from the top in a column: stairs that rise to the left."""
    return max(1, -(-rows * (column + 1) // columns))


def _tile(
    kind: int, turn: int, x: float, y: float, size: float, colors: tuple[str, ...], *, bright: bool
) -> list[Shape]:
    low, mid, high, accent = colors
    if bright:
        return [Shape("square", x, y, size, low), Shape("quarter", x, y, size, accent, turn)]
    if kind == 0:
        return [Shape("square", x, y, size, low), Shape("quarter", x, y, size, mid, turn)]
    if kind == 1:
        return [Shape("leaf", x, y, size, mid, turn)]
    if kind == 2:
        return [Shape("square", x, y, size, mid), Shape("disc", x, y, size, low)]
    if kind == 3:
        return [Shape("quarter", x, y, size, high, turn)]
    inner = size / 2
    near = (x + (inner if turn in {1, 2} else 0), y + (inner if turn in {2, 3} else 0))
    return [Shape("quarter", x, y, size, low, turn), Shape("quarter", *near, inner, high, turn)]


def _dots(chance: _Chance, columns: int, rows: int, size: float, colors: tuple[str, ...]) -> list[Shape]:
    """Discs on half the cells' step that grow towards the top right corner."""
    low, mid, high, accent = colors
    step = size / 3
    wide, tall = columns * 3, rows * 3
    lit = (wide - 2 - chance.below(3), min(1 + chance.below(3), tall - 1))
    shapes = []
    for column in range(wide):
        for row in range(tall):
            near = (column + 1) / wide * (1 - row / tall)
            width = step * 0.86 * min(1.0, near * 1.25)
            inset = (step - width) / 2
            if width > step * 0.12:
                color = accent if (column, row) == lit else high if near > 0.66 else mid if near > 0.33 else low
                shapes.append(Shape("disc", column * step + inset, row * step + inset, width, color))
    return shapes
