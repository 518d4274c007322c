"""Finds the fonts to print with: those that come with the installation, then the system's for what they lack."""

import importlib.util
import os
import sys
from functools import cache
from pathlib import Path

from eventkit.formats.pdf.fonts import Face, FontFile, FontRefusedError, FontSet, invisible

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

_SUFFIXES = (".ttf", ".otf", ".ttc", ".otc")


@cache
def print_fonts() -> FontSet:
    """All fonts that prints may use on this machine."""
    return FontSet([*bundled_fonts(), *system_fonts()], search=other_font)


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
    there = {path.name: path for path in _system_files()}
    return tuple(
        FontFile(name, there[file], bold=there.get(file.replace("-Regular", "-Bold")) if "-Regular" in file else None)
        for name, files in SYSTEM
        for file in files
        if file in there
    )


@cache
def other_font(cluster: str) -> FontFile | None:
    """Any other font of the system that has all of these characters and may be embedded; upright and sans first."""
    wanted = [char for char in cluster if not invisible(char)]
    for path in _other_files():
        file = FontFile(path.stem, path)
        try:
            face = Face(file)
        except FontRefusedError:
            continue
        if all(map(face.has, wanted)):
            return file
    return None


@cache
def _other_files() -> tuple[Path, ...]:
    known = {file for _, files in SYSTEM for file in files}
    files = [path for path in _system_files() if path.name not in known and path.suffix.lower() in _SUFFIXES]
    return tuple(sorted(files, key=_strangeness))


def _strangeness(path: Path) -> tuple[bool, bool, bool, str]:
    name = path.stem.lower()
    slanted = any(word in name for word in ("italic", "oblique", "bold", "light", "thin", "black"))
    return slanted, "mono" in name, "serif" in name and "sans" not in name, name


@cache
def _system_files() -> tuple[Path, ...]:
    return tuple(
        Path(root) / file for folder in _folders() for root, _, files in os.walk(folder) for file in sorted(files)
    )


def _folders() -> tuple[Path, ...]:
    home = Path.home()
    if sys.platform == "win32":
        return (Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts",)
    if sys.platform == "darwin":
        return (Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts")
    shared = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    own = os.environ.get("XDG_DATA_HOME") or home / ".local/share"
    return (*(Path(folder) / "fonts" for folder in (*shared.split(":"), own)), home / ".fonts")
