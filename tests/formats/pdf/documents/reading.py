"""Prints read back by other programs: qpdf, poppler, pdfium and a QR reader."""

import re
import subprocess
import unicodedata
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import zxingcpp
from PIL import Image

from eventkit.domain.programme import Programme
from eventkit.formats.pdf.fonts import FontSet
from eventkit.formats.pdf.kinds import DocumentKind, PrintOptions, RenderedFile
from eventkit.formats.pdf.theme import read_theme
from eventkit.jobs.resources import resources
from eventkit.jobs.words import load_words

_CONTROLS = dict.fromkeys(map(ord, "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))
BOXES = ("MediaBox", "CropBox", "BleedBox", "TrimBox")


def squeezed(text: str) -> str:
    """NFC, without bidi controls, every white space one blank."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_CONTROLS).split())


def options(fonts: FontSet, *, language: str = "en", theme: str = "indigo", **more: Any) -> PrintOptions:
    look = read_theme(theme, (resources() / "themes" / f"{theme}.toml").read_text("utf-8"))
    return PrintOptions(
        words=load_words(language), fonts=fonts, theme=look, today=date(2027, 1, 2), language=language, **more
    )


class Print:
    """One printed file on disk, as other programs see it."""

    def __init__(self, file: RenderedFile, path: Path) -> None:
        self.file, self.path = file, path
        path.write_bytes(file.data)

    def faults(self) -> list[str]:
        """What qpdf complains about, and fonts that are not embedded."""
        checked = subprocess.run(["qpdf", "--check", self.path], capture_output=True, text=True, check=False)
        listed = self._run("pdffonts", str(self.path)).splitlines()[2:]
        loose = [line for line in listed if not re.search(r"\byes\s+(yes|no)\s+yes\b", line)]
        return ([checked.stdout + checked.stderr] if checked.returncode else []) + loose

    def boxes(self) -> list[dict[str, tuple[float, ...]]]:
        """The boxes of every page in points."""
        with pikepdf.open(self.path) as pdf:
            return [
                {name: tuple(float(at) for at in page.obj[f"/{name}"]) for name in BOXES if f"/{name}" in page.obj}
                for page in pdf.pages
            ]

    @cached_property
    def _structure(self) -> str:
        return self._run("pdfinfo", "-struct-text", str(self.path))

    def structure(self) -> str:
        """The text of the structure tree, squeezed."""
        quoted = re.findall(r'^\s*"(.*)"\s*$', self._structure, re.MULTILINE)
        return squeezed(" ".join(quoted))

    def paragraphs(self) -> list[str]:
        """The text of each paragraph of the structure tree, squeezed."""
        parts = re.split(r"^\s*P\b.*$", self._structure, flags=re.MULTILINE)[1:]
        return [squeezed("".join(re.findall(r'^\s*"(.*)"\s*$', part, re.MULTILINE))) for part in parts]

    def roles(self) -> list[str]:
        """The roles of the structure tree in order."""
        return re.findall(r"^\s*([A-Z]\w*)", self._structure, re.MULTILINE)

    def words(self) -> set[str]:
        """Every word that text extraction finds."""
        found = self._run("pdftotext", str(self.path), "-").translate(dict.fromkeys(_CONTROLS, " "))
        return set(re.findall(r"\w+", squeezed(found)))

    def pages(self) -> list[str]:
        """The text of every page, squeezed."""
        return [squeezed(text) for text in self._run("pdftotext", str(self.path), "-").split("\f")[:-1]]

    def sizes(self) -> set[float]:
        """The type sizes of all pages in points."""
        with pikepdf.open(self.path) as pdf:
            shown = [part for page in pdf.pages for part in pikepdf.parse_content_stream(page, "Tf")]
        return {float(part.operands[1]) for part in shown}

    def pictures(self, dpi: int = 150) -> list[Image.Image]:
        """The pages as pictures."""
        with pypdfium2.PdfDocument(self.file.data) as document:
            return [page.render(scale=dpi / 72).to_pil() for page in document]

    def codes(self) -> list[str]:
        """The QR codes of all pages, read from their pictures at 150 dpi."""
        return [code.text for picture in self.pictures() for code in zxingcpp.read_barcodes(picture)]

    def lowest_ink(self) -> float:
        """How far down the first page something is drawn, as a share of its height."""
        grey = self.pictures(72)[0].convert("L")
        box = grey.point(lambda value: 255 if value < 235 else 0).getbbox()
        assert box is not None
        return box[3] / grey.height

    @staticmethod
    def _run(*command: str) -> str:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def made(kind: DocumentKind, programme: Programme, folder: Path, fonts: FontSet, **more: Any) -> Print:
    """The only file of a document, made and saved."""
    (file,) = kind.render(programme, options(fonts, **more))
    return Print(file, folder / file.name)
