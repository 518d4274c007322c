import pytest

from eventkit.formats.pdf.motif import pattern
from eventkit.formats.pdf.theme import BODY, OTHER, TRACK_COLORS, Theme, contrast, read_theme, readable, track_color
from eventkit.jobs.resources import resources

NAMES = ("garden", "indigo", "paper")


def theme(name: str) -> Theme:
    return read_theme(name, (resources() / "themes" / f"{name}.toml").read_text("utf-8"))


def test_contrast_of_black_and_white_is_21() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", NAMES)
def test_all_text_of_a_theme_is_readable(name: str) -> None:
    assert {pair: ratio for pair, ratio, floor in theme(name).contrasts() if ratio < floor} == {}
    assert {floor for _, _, floor in theme(name).contrasts()} == {BODY, OTHER}


@pytest.mark.parametrize("name", NAMES)
def test_tracks_are_readable_words_on_every_ground(name: str) -> None:
    ground = theme(name).color("soft")
    given = ("#ffd400", "#FFFFFF", "", "red", "#12", "#3B3FA8")
    for position, color in enumerate((*given, *TRACK_COLORS)):
        assert contrast(track_color(color, position, ground), ground) >= OTHER


def test_readable_color_stays_as_it_is() -> None:
    assert readable("#3B3FA8", "#ffffff") == "#3B3FA8"


@pytest.mark.parametrize("name", ["tiles", "dots"])
def test_pattern_stays_in_its_cells_and_depends_on_the_seed_alone(name: str) -> None:
    colors = ("#111111", "#222222", "#333333", "#ff0000")
    for columns, rows in ((1, 1), (4, 2), (6, 5), (0, 3), (2, 0)):
        shapes = pattern(name, "seed", columns=columns, rows=rows, size=50, colors=colors)
        assert shapes == pattern(name, "seed", columns=columns, rows=rows, size=50, colors=colors)
        for shape in shapes:
            assert shape.x >= 0
            assert shape.y >= 0
            assert shape.x + shape.size <= columns * 50 + 0.001
            assert shape.y + shape.size <= rows * 50 + 0.001
        if columns * rows > 1:
            assert [shape.color for shape in shapes].count("#ff0000") == 1
    assert pattern(name, "one", columns=4, rows=4, size=9, colors=colors) != pattern(
        name, "two", columns=4, rows=4, size=9, colors=colors
    )
