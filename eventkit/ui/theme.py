"""The look of the window: tokens from resources/themes/window.toml, by name, as palette and style sheet."""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from string import Template

from PySide6.QtCore import QObject, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from eventkit.jobs.resources import resources
from eventkit.ui.fonts import choose_font
from eventkit.ui.icons import tinted


class Scheme(StrEnum):
    """The three palettes."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Density(StrEnum):
    """How close things stand."""

    COMFORTABLE = "comfortable"
    COMPACT = "compact"


@dataclass(frozen=True, slots=True)
class Tokens:
    """Colours as #rrggbb by what they are for; `on_track` is the ink on each of `tracks`."""

    scheme: Scheme
    values: dict[str, str]
    tracks: tuple[str, ...]
    on_track: str

    def __getitem__(self, name: str) -> str:
        return self.values[name]

    def color(self, name: str) -> QColor:
        """A token as Qt's colour."""
        return QColor(self.values[name])

    @property
    def line(self) -> int:
        """The width of borders in pixels."""
        return int(self.values["line"])

    @property
    def selected(self) -> str:
        """The ink of what is chosen: the accent, where it can be read on the selection."""
        return self["selected_text"] if self.scheme == Scheme.CONTRAST else self["accent"]


@cache
def tokens(scheme: Scheme) -> Tokens:
    """The tokens of a palette."""
    told = tomllib.loads((resources() / "themes" / "window.toml").read_text("utf-8"))
    return Tokens(scheme, told[scheme], tuple(told["tracks"]["colors"]), told["tracks"]["on"])


class Theme(QObject):
    """The palette and density that are shown; `changed` tells widgets that paint themselves."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self.wanted: Scheme | None = None
        self.density = Density.COMFORTABLE
        self.tokens = tokens(Scheme.LIGHT)
        self._folder = QTemporaryDir()
        app.setStyle("Fusion")
        choose_font()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    def choose(self, scheme: Scheme | None, density: Density | None = None) -> None:
        """Show a palette; None follows the system where it tells."""
        self.wanted = scheme
        self.density = density or self.density
        self.tokens = tokens(scheme or system_scheme())
        self._app.setPalette(palette(self.tokens))
        self._app.setStyleSheet(style_sheet(self.tokens, self.density, self._drawings()))
        self.changed.emit()

    @property
    def row(self) -> int:
        """The height of a row of one line."""
        return 36 if self.density == Density.COMFORTABLE else 28

    def _drawings(self) -> str:
        """A folder with the drawings that the style sheet names, in the colours of the palette."""
        for name, token in (("down", "text"), ("done", "on_accent")):
            path = Path(self._folder.filePath(f"{name}-{self.tokens.scheme}.svg"))
            path.write_bytes(tinted(name, self.tokens[token]))
        return self._folder.path()

    def _follow_system(self) -> None:
        if self.wanted is None:
            self.choose(None)


def system_scheme() -> Scheme:
    """What the system asks for; light where it tells nothing."""
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return Scheme.CONTRAST
    return Scheme.DARK if hints.colorScheme() == Qt.ColorScheme.Dark else Scheme.LIGHT


def palette(told: Tokens) -> QPalette:
    """The tokens in Qt's roles, for what the style sheet does not reach."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: "window",
        QPalette.ColorRole.WindowText: "text",
        QPalette.ColorRole.Base: "surface",
        QPalette.ColorRole.AlternateBase: "window",
        QPalette.ColorRole.Text: "text",
        QPalette.ColorRole.PlaceholderText: "muted",
        QPalette.ColorRole.Button: "surface",
        QPalette.ColorRole.ButtonText: "text",
        QPalette.ColorRole.Highlight: "selection",
        QPalette.ColorRole.HighlightedText: "selected_text",
        QPalette.ColorRole.ToolTipBase: "raised",
        QPalette.ColorRole.ToolTipText: "text",
        QPalette.ColorRole.Link: "accent",
        QPalette.ColorRole.Accent: "accent",
        QPalette.ColorRole.BrightText: "on_accent",
    }
    for role, name in roles.items():
        made.setColor(role, told.color(name))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, told.color("muted"))
    made.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.PlaceholderText, told.color("muted"))
    return made


def style_sheet(told: Tokens, density: Density, drawings: str) -> str:
    """The style sheet over Fusion; what a widget is stands in its dynamic property `kind`."""
    pad = 6 if density == Density.COMFORTABLE else 4
    contrast = told.scheme == Scheme.CONTRAST
    ring = 4 if contrast else 2
    sides = {"pad": pad, "side": 14, "field": 9, "tool": 7, "tab": 12}
    return _template().substitute(
        told.values,
        **{name: str(width) for name, width in sides.items()},
        **{f"{name}_ring": str(width + told.line - ring) for name, width in sides.items()},
        ring=str(ring),
        ring_style="double" if contrast else "solid",
        scheme=told.scheme,
        selected=told.selected,
        focus_on_selection=told["selected_text"] if contrast else told["focus"],
        focus_on_accent=told["window"] if contrast else told["text"],
        drawings=drawings,
        control=str(20 - 2 * told.line),
    )


@cache
def _template() -> Template:
    return Template((resources() / "themes" / "window.qss").read_text("utf-8"))
