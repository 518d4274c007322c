"""The look of the window: tokens from resources/themes/window.toml, by name, as palette and style sheet."""

from enum import StrEnum
from functools import cache
from pathlib import Path
from string import Template

from PySide6.QtCore import QObject, QSettings, QTemporaryDir, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from eventkit.jobs.resources import resources
from eventkit.ui.fonts import choose_font


class Scheme(StrEnum):
    """The three palettes."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Density(StrEnum):
    """How close things stand."""

    COMFORTABLE = "comfortable"
    COMPACT = "compact"


class Tokens:
    """Colours as #rrggbb by what they are for; `on_track` is the ink on each of `tracks`."""

    def __init__(self, scheme: Scheme, values: dict[str, str], tracks: tuple[str, ...], on_track: str) -> None:
        self.scheme = scheme
        self.values = values
        self.tracks = tracks
        self.on_track = on_track

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
    """The tokens of a palette; Qt reads so plain a TOML file too, and ten times as fast as Python."""
    told = QSettings(str(resources() / "themes" / "window.toml"), QSettings.Format.IniFormat)

    def section(name: str) -> dict[str, str]:
        return {key.removeprefix(name): str(told.value(key)) for key in told.allKeys() if key.startswith(name)}

    tracks = section("tracks/")
    on_track = tracks.pop("on")
    return Tokens(scheme, section(f"{scheme}/"), tuple(tracks[name] for name in sorted(tracks)), on_track)


class Theme(QObject):
    """The palette and density that are shown; `changed` tells widgets that paint themselves."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self.wanted: Scheme | None = None
        self.density = Density.COMFORTABLE
        self._folder = QTemporaryDir()
        self._dressed = self._complete = False
        self._system = _scheme_at_start()
        self.tokens = tokens(self._system)
        choose_font()

    def choose(self, scheme: Scheme | None, density: Density | None = None) -> None:
        """Show a palette; None follows the system where it tells."""
        self.wanted = scheme
        self.density = density or self.density
        self.tokens = tokens(scheme or self._system)
        self._app.setPalette(palette(self.tokens))
        if self._dressed:
            self._set_sheet()
        self.changed.emit()

    def dress(self) -> None:
        """Put the style sheet on, when the first window is built: under it, each step of building costs more."""
        if not self._dressed:
            self._dressed = True
            self._set_sheet()

    def _set_sheet(self) -> None:
        drawings = self._drawings() if self._complete else ""
        self._app.setStyleSheet(style_sheet(self.tokens, self.density, drawings, whole=self._complete))

    @property
    def row(self) -> int:
        """The height of a row of one line."""
        return 36 if self.density == Density.COMFORTABLE else 28

    def _drawings(self) -> str:
        """A folder with the drawings that the style sheet names, in the colours of the palette."""
        from eventkit.ui.icons import tinted  # noqa: PLC0415 - the first paint needs no drawing

        for name, token in (("down", "text"), ("done", "on_accent")):
            path = Path(self._folder.filePath(f"{name}-{self.tokens.scheme}.svg"))
            path.write_bytes(tinted(name, self.tokens[token]))
        return self._folder.path()

    def complete(self) -> None:
        """Bring in what the first paint does not wait for: the whole style sheet, and the system's exact wish.

        From now on a change of the system is followed.
        """
        if not self._complete:
            self._complete = True
            QGuiApplication.styleHints().colorSchemeChanged.connect(self._ask_system)
            self._system = system_scheme() or self._system
            self.choose(self.wanted)

    def _ask_system(self) -> None:
        self._system = system_scheme() or self._system
        if self.wanted is None:
            self.choose(None)


def _scheme_at_start() -> Scheme:
    """What the palette that the system gave us looks like."""
    return Scheme.DARK if QGuiApplication.palette().window().color().lightness() < 128 else Scheme.LIGHT


def system_scheme() -> Scheme | None:
    """What the system asks for; None where it tells nothing."""
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference().name == "HighContrast":
        return Scheme.CONTRAST
    return {"Dark": Scheme.DARK, "Light": Scheme.LIGHT}.get(hints.colorScheme().name)


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


def style_sheet(told: Tokens, density: Density, drawings: str, *, whole: bool = True) -> str:
    """The style sheet over Fusion, or the part that the first page needs.

    What a widget is stands in its dynamic property `kind`.
    """
    pad = 6 if density == Density.COMFORTABLE else 4
    contrast = told.scheme == Scheme.CONTRAST
    ring = 4 if contrast else 2
    sides = {"pad": pad, "side": 14, "field": 9, "tool": 7, "tab": 12}
    parts = [_template("window_start"), *([_template("window")] if whole else [])]
    filled = dict(
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
    return "".join(part.substitute(filled) for part in parts)


@cache
def _template(name: str) -> Template:
    return Template((resources() / "themes" / f"{name}.qss").read_text("utf-8"))
