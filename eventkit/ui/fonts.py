"""The window's letters: the system's font where it names one, else the one that comes with the installation."""

import importlib.util
from functools import cache
from pathlib import Path

from PySide6.QtCore import QLoggingCategory
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

REGULAR, BOLD = 400, 600
"""Two weights are enough."""
OWN, OWN_PACKAGE, OWN_FILE, OWN_POINTS = "Inter", "fontpkg_inter", "Inter[opsz,wght].ttf", 10.0
SCRIPTS = (
    "fontpkg_noto_sans_arabic",
    "fontpkg_heebo",
    "fontpkg_noto_sans_devanagari",
    "fontpkg_noto_sans_thai",
    "fontpkg_noto_sans_khmer",
)
UNNAMED = frozenset({"", "Sans Serif", "Sans"})
"""What Qt calls its font where no desktop tells one."""
_WEIGHT, _TABULAR = QFont.Tag("wght"), QFont.Tag("tnum")


def choose_font() -> None:
    """Show the window in the system's font, or in our own where the system names none."""
    QLoggingCategory.setFilterRules("qt.text.font.db.info=false")  # it names each font that lacks some script
    if QGuiApplication.font().family() in UNNAMED and _load_own():
        font = QFont(OWN)
        font.setPointSizeF(OWN_POINTS)
        QGuiApplication.setFont(font)


def font(size: float = 1.0, weight: int = REGULAR, *, tabular: bool = False, struck: bool = False) -> QFont:
    """The window's font, `size` relative to its own; `tabular` gives all figures one width."""
    made = QFont(QGuiApplication.font())
    made.setPointSizeF(made.pointSizeF() * size)
    if weight != REGULAR and made.family() == OWN:
        made.setVariableAxis(_WEIGHT, weight)
    elif weight != REGULAR:
        made.setWeight(QFont.Weight(weight))
    if tabular:
        made.setFeature(_TABULAR, 1)
    made.setStrikeOut(struck)
    return made


@cache
def add_scripts() -> None:
    """Bring in the installation's letters of other scripts, for systems that have none of them."""
    for package in SCRIPTS:
        for path in _files(package):
            if "Italic" not in path.name:
                QFontDatabase.addApplicationFont(str(path))


@cache
def _load_own() -> bool:
    wanted = [path for path in _files(OWN_PACKAGE) if path.name == OWN_FILE]
    return any(QFontDatabase.addApplicationFont(str(path)) >= 0 for path in wanted)


def _files(package: str) -> list[Path]:
    found = importlib.util.find_spec(package)
    folders = (found.submodule_search_locations or ()) if found else ()
    return sorted(path for folder in folders for path in (Path(folder) / "files").glob("*.ttf"))
