import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QApplication

import eventkit.ui
import eventkit.ui.theme as theme_module
from eventkit.ui.theme import Density, Scheme, Theme, Tokens, style_sheet, system_scheme, tokens

SOURCES = sorted(Path(eventkit.ui.__file__).parent.rglob("*.py"))


def luminance(color: str) -> float:
    channels = [QColor(color).redF(), QColor(color).greenF(), QColor(color).blueF()]
    linear = [value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.fixture(params=list(Scheme))
def told(request: pytest.FixtureRequest) -> Tokens:
    return tokens(Scheme(request.param))


def test_contrast_of_black_and_white_is_21() -> None:
    assert round(contrast("#000000", "#ffffff"), 6) == 21


@pytest.mark.parametrize("ground", ["window", "surface", "raised", "hover"])
def test_text_can_be_read_on_every_ground(told: Tokens, ground: str) -> None:
    assert contrast(told["text"], told[ground]) >= 7


@pytest.mark.parametrize("ground", ["window", "surface", "raised"])
@pytest.mark.parametrize("ink", ["muted", "accent", "good", "warn", "bad"])
def test_quiet_and_coloured_words_can_be_read(told: Tokens, ink: str, ground: str) -> None:
    assert contrast(told[ink], told[ground]) >= 4.5


def test_words_on_accent_and_selection_can_be_read(told: Tokens) -> None:
    assert contrast(told["on_accent"], told["accent"]) >= 4.5
    assert contrast(told["on_accent"], told["accent_hover"]) >= 4.5
    assert contrast(told["selected_text"], told["selection"]) >= 7
    assert contrast(told.selected, told["selection"]) >= 4.5


@pytest.mark.parametrize("ground", ["window", "surface"])
@pytest.mark.parametrize("line", ["border", "focus"])
def test_borders_and_focus_can_be_seen(told: Tokens, line: str, ground: str) -> None:
    assert contrast(told[line], told[ground]) >= 3


def test_words_on_tracks_can_be_read(told: Tokens) -> None:
    assert min(contrast(told.on_track, track) for track in told.tracks) >= 4.5
    assert len(told.tracks) == 8


def test_high_contrast_is_pure_black_and_white() -> None:
    told = tokens(Scheme.CONTRAST)
    colors = {value for name, value in told.values.items() if name != "line"}
    assert colors == {"#000000", "#FFFFFF"}
    assert told.line == 2


def test_style_sheet_has_every_token_filled(told: Tokens) -> None:
    for density in Density:
        assert "$" not in style_sheet(told, density, "drawings")
        assert "$" not in style_sheet(told, density, "drawings", whole=False)


def test_no_widget_names_a_color_itself() -> None:
    literal = re.compile(r"""#[0-9a-fA-F]{6}|QColor\(\s*["'\d]|GlobalColor\.(?!transparent)|rgba?\(""")
    found = [f"{path.name}: {match[0]}" for path in SOURCES for match in literal.finditer(path.read_text("utf-8"))]
    assert found == []


def test_each_palette_looks_different(theme: Theme, qapp: QApplication) -> None:
    seen = set()
    for scheme in Scheme:
        theme.choose(scheme)
        seen.add((qapp.palette().window().color().name(), qapp.palette().windowText().color().name()))
    assert len(seen) == 3


def test_where_the_system_tells_nothing_it_is_light(theme: Theme) -> None:
    theme.choose(None)
    assert system_scheme() is None
    assert theme.tokens.scheme == Scheme.LIGHT


def test_change_of_the_system_is_followed_unless_a_palette_is_chosen(
    theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme.complete()
    hints = QGuiApplication.styleHints()
    monkeypatch.setattr(theme_module, "system_scheme", lambda: Scheme.DARK)
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.tokens.scheme == tokens(Scheme.DARK).scheme
    theme.choose(Scheme.CONTRAST)
    monkeypatch.setattr(theme_module, "system_scheme", lambda: Scheme.LIGHT)
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert theme.tokens.scheme == tokens(Scheme.CONTRAST).scheme


def test_compact_rows_are_lower(theme: Theme) -> None:
    tall = theme.row
    theme.choose(None, Density.COMPACT)
    assert theme.row < tall
    theme.choose(None, Density.COMFORTABLE)
