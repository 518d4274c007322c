"""Themes: the colours, type scale and motif of a print, as data with checked contrast."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

BODY, OTHER = 7.0, 4.5
"""The contrast that body text needs, and what all other text needs."""

TRACK_COLORS = ("#3B3FA8", "#1C5F9E", "#0B6E6E", "#2F6B2F", "#8A5300", "#A8324E", "#7A3A8E", "#475069")
"""The colours of tracks that name none of their own, in turn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """How prints look: colours are #rrggbb, `scale` gives sizes in points on A4 by role, `motif` names a pattern.

    `hero` is the large field with `hero_text`, `hero_label` and the motif's `tints` and `accent` on it; `ink`, `muted`
    and `primary` stand on `paper` and on the card colour `soft`; `roles` are the badge bands by role.
    """

    id: str
    colors: Mapping[str, str]
    tints: tuple[str, ...]
    roles: Mapping[str, str]
    scale: Mapping[str, float]
    motif: str

    def color(self, name: str) -> str:
        """The colour of that role; an unknown one is a KeyError."""
        return self.colors[name]

    def contrasts(self) -> Iterator[tuple[str, float, float]]:
        """Every pair of colours that text is set in: its name, its contrast and the contrast it needs."""
        pairs = [("ink", "paper", BODY), ("ink", "soft", BODY), ("hero_text", "hero", BODY)]
        pairs += [(name, on, OTHER) for name in ("muted", "primary") for on in ("paper", "soft")]
        pairs += [("hero_label", "hero", OTHER)]
        for text, ground, floor in pairs:
            yield f"{text} on {ground}", contrast(self.color(text), self.color(ground)), floor
        for role, band in self.roles.items():
            yield f"band of {role}", contrast(self.color("paper"), band), OTHER


def read_theme(name: str, text: str) -> Theme:
    """A theme from the words of its TOML file; a missing part is a KeyError."""
    data = tomllib.loads(text)
    return Theme(
        id=name,
        colors=data["colors"],
        tints=tuple(data["motif"]["tints"]),
        roles=data["roles"],
        scale=data["scale"],
        motif=data["motif"]["pattern"],
    )


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2 reckons it, 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def readable(color: str, ground: str, floor: float = OTHER) -> str:
    """The colour, darkened only so far that text in it has that contrast on a light ground."""
    red, green, blue = _channels(color)
    while contrast(color, ground) < floor and color != "#000000":
        red, green, blue = (value * 0.92 if value > 0.02 else 0.0 for value in (red, green, blue))
        color = "#" + "".join(f"{int(value * 255):02x}" for value in (red, green, blue))
    return color


def track_color(color: str, position: int, ground: str) -> str:
    """A track's own colour made readable on the ground, else the next of the list."""
    known = len(color) == 7 and color[0] == "#" and all(digit in "0123456789abcdefABCDEF" for digit in color[1:])
    return readable(color if known else TRACK_COLORS[position % len(TRACK_COLORS)], ground)


def _channels(color: str) -> tuple[float, ...]:
    return tuple(int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))


def _luminance(color: str) -> float:
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in _channels(color)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
