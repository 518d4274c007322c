"""Finds the fonts to print with: those that come with the installation, then the system's for what they lack."""

import importlib.util
import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from eventkit.formats.pdf.fonts import FontFile, FontSet

BUNDLED = (
    ("Inter", "fontpkg_inter", "Inter[opsz,wght].ttf"),
    ("NotoSans", "fontpkg_noto_sans", "NotoSans[wdth,wght].ttf"),
    ("NotoSansArabic", "fontpkg_noto_sans_arabic", ""),
    ("Heebo", "fontpkg_heebo", ""),
    ("NotoSansDevanagari", "fontpkg_noto_sans_devanagari", ""),
    ("NotoSansThai", "fontpkg_noto_sans_thai", ""),
    ("NotoSansKhmer", "fontpkg_noto_sans_khmer", ""),
)
"""Name, package and file (the only upright one where empty), in order of preference."""

SYSTEM = (
    ("NotoSansCJK", ("NotoSansCJK-Regular.ttc", "NotoSansCJK-VF.ttf.ttc", "NotoSansCJKjp-Regular.otf")),
    ("SourceHanSans", ("SourceHanSans.ttc", "SourceHanSans-Regular.ttc")),
    ("DroidFallback", ("DroidSansFallbackFull.ttf", "DroidSansFallback.ttf")),
    ("WenQuanYi", ("wqy-microhei.ttc", "wqy-zenhei.ttc")),
    ("Nanum", ("NanumGothic.ttf",)),
    ("YuGothic", ("YuGothR.ttc", "msgothic.ttc", "ヒラギノ角ゴシック W3.ttc")),
    ("YaHei", ("msyh.ttc", "simsun.ttc", "PingFang.ttc", "Hiragino Sans GB.ttc", "STHeiti Light.ttc")),
    ("Malgun", ("malgun.ttf", "AppleSDGothicNeo.ttc")),
    ("Symbola", ("Symbola.ttf", "Symbola_hint.ttf", "seguisym.ttf", "NotoEmoji-Regular.ttf", "NotoEmoji[wght].ttf")),
    ("DejaVu", ("DejaVuSans.ttf",)),
)
"""Fonts of systems by file name, for Han, kana, Hangul, emoji and symbols."""


@cache
def print_fonts() -> FontSet:
    """All fonts that prints may use on this machine."""
    return FontSet([*bundled_fonts(), *system_fonts()])


def bundled_fonts() -> tuple[FontFile, ...]:
    """The fonts of the installation."""
    found = []
    for name, package, wanted in BUNDLED:
        spec = importlib.util.find_spec(package)
        for folder in (spec.submodule_search_locations or ()) if spec else ():
            files = sorted(path for path in (Path(folder) / "files").glob("*.ttf") if "Italic" not in path.name)
            chosen = [path for path in files if path.name == wanted] or files
            found += [FontFile(name, path) for path in chosen[:1]]
    return tuple(found)


def system_fonts() -> tuple[FontFile, ...]:
    """The fonts of the system that prints know how to use, in order of preference."""
    wanted = {file for _, files in SYSTEM for file in files}
    there = {path.name: path for path in _system_files() if path.name in wanted}
    return tuple(FontFile(name, there[file]) for name, files in SYSTEM for file in files if file in there)


def _system_files() -> Iterator[Path]:
    for folder in _folders():
        for root, _, files in os.walk(folder):
            for file in sorted(files):
                yield Path(root) / file


def _folders() -> tuple[Path, ...]:
    home = Path.home()
    if sys.platform == "win32":
        return (Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts",)
    if sys.platform == "darwin":
        return (Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts")
    return (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), home / ".local/share/fonts", home / ".fonts")
