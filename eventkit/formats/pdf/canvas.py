"""The page that documents draw on: points, origin at the trim's top left corner, y downwards, tagged from the start."""

import io
from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pikepdf
from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFFormXObject
from reportlab.pdfgen.canvas import Canvas

from eventkit.domain.findings import Finding, Severity
from eventkit.domain.text import one_line
from eventkit.formats.pdf.emission import Emitter, pdf_color
from eventkit.formats.pdf.fonts import FontSet
from eventkit.formats.pdf.qr import qr_modules
from eventkit.formats.pdf.tags import Element, write_tree
from eventkit.formats.pdf.text import TextBlock

rl_config.useA85 = 0  # bytes as they are: a quarter smaller, and written faster

MARK_LENGTH, MARK_GAP, MARK_WIDTH = 14.0, 6.0, 0.25
_KAPPA = 0.5522847498
PathStep = tuple[str, tuple[float, ...]]
"""A step of a path: m and l with one point, c with three, h without."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """A finished PDF: its bytes, the number of its pages, and what deserves a look."""

    data: bytes
    pages: int
    findings: tuple[Finding, ...] = ()


class PdfDocument:
    """A PDF under way; the same calls give the same bytes. `language` is a BCP 47 tag."""

    def __init__(self, fonts: FontSet, *, title: str, language: str, author: str = "") -> None:
        self.fonts = fonts
        self._language = language
        self._buffer = io.BytesIO()
        self._canvas = _canvas(self._buffer)
        self._canvas._doc.compression = 1  # noqa: SLF001 - ReportLab has no other way to say it for fonts
        self._drop_default_font()
        self._canvas.setTitle(one_line(title))
        self._canvas.setAuthor(one_line(author))
        self._canvas.setCreator("EventKit")
        self._canvas.setProducer("EventKit")
        self.emitter = Emitter(self._canvas)
        self._root = Element("Document")
        self._findings: list[Finding] = []
        self._pages = 0
        self._stack = [self._root]
        self._stamps: dict[Hashable, tuple[str, float, float]] = {}

    def page(self, width: float, height: float, *, bleed: float = 0.0, marks: bool = False) -> "Page":
        """A new page whose trimmed size is `width` x `height`; crop marks stand outside the bleed."""
        if self._pages:
            self._canvas.showPage()
        self._pages += 1
        return Page(self, self._canvas, self._pages - 1, (width, height), bleed=bleed, marks=marks)

    @contextmanager
    def tag(self, role: str, *, alt: str = "", language: str = "", scope: str = "") -> Iterator[Element]:
        """A structure element around what is drawn in the block, over page ends too."""
        element = Element(role, alt, language, scope)
        self._stack[-1].children.append(element)
        self._stack.append(element)
        try:
            yield element
        finally:
            self._stack.pop()

    def tagged(self) -> Element | None:
        """The element that content drawn now belongs to; None outside any (then it is decoration)."""
        return self._stack[-1] if len(self._stack) > 1 else None

    def stamped(self, key: Hashable, x: float, y: float, draw: Callable[[], list[str]]) -> tuple[str, float, float]:
        """The name of a drawing that is kept once in the file, and where it was drawn the first time."""
        found = self._stamps.get(key)
        if found is None:
            name = f"stamp{len(self._stamps) + 1}"
            form = PDFFormXObject(0, 0, *self._canvas._pagesize)  # noqa: SLF001 - the page that it is drawn on
            form.compression = 1
            form.setStreamList(draw())
            self._canvas._doc.addForm(name, form)  # noqa: SLF001 - ReportLab has no other way
            found = self._stamps[key] = (name, x, y)
        return found

    def note(self, *findings: Finding) -> None:
        """Keep findings for the report."""
        self._findings += [finding for finding in findings if finding not in self._findings]

    def bookmark(self, title: str, level: int = 0) -> None:
        """An entry of the outline that leads to the page under way; `level` 0 is the top."""
        key = f"b{self._canvas.getPageNumber()}-{len(title)}-{level}"
        self._canvas.bookmarkPage(key)
        self._canvas.addOutlineEntry(one_line(title), key, level)

    def finish(self) -> Rendered:
        """The whole file."""
        if not self._pages:
            self.page(10, 10)
        self._tell_refused_fonts()
        self._canvas.showPage()
        self._canvas.save()
        made = io.BytesIO()
        with pikepdf.open(io.BytesIO(self._buffer.getvalue())) as pdf:
            write_tree(pdf, self._root, language=self._language)
            pdf.save(made, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return Rendered(data=made.getvalue(), pages=self._pages, findings=tuple(self._findings))

    def _tell_refused_fonts(self) -> None:
        """Where a glyph is missing, the fonts that were there but could not be used."""
        if any(finding.code == "glyph_missing" for finding in self._findings):
            refused = self.fonts.refused.items()
            self.note(*(Finding(code=code, severity=Severity.NOTE, place=name) for name, code in refused))

    def _drop_default_font(self) -> None:
        """Take out the Helvetica that ReportLab puts into every file without embedding it."""
        canvas = self._canvas
        canvas._preamble = "1 0 0 1 0 0 cm"  # noqa: SLF001 - ReportLab has no other way
        canvas._doc.idToObject["BasicFonts"].dict.clear()  # noqa: SLF001 - likewise
        canvas._doc.fontMapping.clear()  # noqa: SLF001 - likewise


def _canvas(buffer: io.BytesIO) -> Any:
    """ReportLab's canvas; its types do not tell the doors that we need."""
    return Canvas(buffer, invariant=1, pageCompression=1, pdfVersion=(1, 7))


class Page:
    """One page under way; `width` and `height` are the trim's."""

    def __init__(
        self,
        document: PdfDocument,
        canvas: Canvas,
        number: int,
        size: tuple[float, float],
        *,
        bleed: float,
        marks: bool,
    ) -> None:
        self.document, self.number = document, number
        self.width, self.height = size
        self._canvas: Any = canvas
        self.bleed = bleed
        self._margin = bleed + (MARK_LENGTH + MARK_GAP if marks else 0.0)
        self._marks = 0
        self._plain = False
        self._set_boxes(bleed)
        if marks:
            self.crop_marks(0, 0, self.width, self.height, bleed=bleed)

    @contextmanager
    def tag(self, role: str, *, alt: str = "", language: str = "", scope: str = "") -> Iterator[Element]:
        """A structure element around what is drawn in the block."""
        with self.document.tag(role, alt=alt, language=language, scope=scope) as element:
            yield element

    def text(self, block: TextBlock, x: float, y: float) -> float:
        """Draw a block with its top left corner at (x, y); answers the y below it. Its findings join the report."""
        self.document.note(*block.findings)
        with self._marked():
            self._code(self.document.emitter.block(block, x + self._margin, self._up(y + block.ascent)))
        return y + block.height

    def rect(self, x: float, y: float, width: float, height: float, *, fill: str, radius: float = 0.0) -> None:
        """A filled rectangle, its corners rounded by `radius`."""
        if not radius:
            self._paint(f"{x + self._margin:.3f} {self._up(y + height):.3f} {width:.3f} {height:.3f} re f", fill=fill)
            return
        r, k = min(radius, width / 2, height / 2), 1 - _KAPPA
        right, bottom = x + width, y + height
        self.path(
            (
                ("m", (x + r, y)),
                ("l", (right - r, y)),
                ("c", (right - r * k, y, right, y + r * k, right, y + r)),
                ("l", (right, bottom - r)),
                ("c", (right, bottom - r * k, right - r * k, bottom, right - r, bottom)),
                ("l", (x + r, bottom)),
                ("c", (x + r * k, bottom, x, bottom - r * k, x, bottom - r)),
                ("l", (x, y + r)),
                ("c", (x, y + r * k, x + r * k, y, x + r, y)),
                ("h", ()),
            ),
            fill=fill,
        )

    def frame(
        self, x: float, y: float, width: float, height: float, *, stroke: str, line: float = 0.5, dash: str = ""
    ) -> None:
        """The outline of a rectangle; `dash` is a PDF dash array such as "[2 2] 0"."""
        box = f"{x + self._margin:.3f} {self._up(y + height):.3f} {width:.3f} {height:.3f} re S"
        self._paint(box, stroke=stroke, line=line, dash=dash)

    def line(
        self, x1: float, y1: float, x2: float, y2: float, *, stroke: str, line: float = 0.5, dash: str = ""
    ) -> None:
        """A straight line of `line` points."""
        m = self._margin
        drawn = f"{x1 + m:.3f} {self._up(y1):.3f} m {x2 + m:.3f} {self._up(y2):.3f} l S"
        self._paint(drawn, stroke=stroke, line=line, dash=dash)

    def circle(self, x: float, y: float, radius: float, *, fill: str = "", stroke: str = "", line: float = 0.5) -> None:
        """A circle around (x, y), filled or as a ring."""
        r, k = radius, radius * _KAPPA
        self.path(
            (
                ("m", (x + r, y)),
                ("c", (x + r, y + k, x + k, y + r, x, y + r)),
                ("c", (x - k, y + r, x - r, y + k, x - r, y)),
                ("c", (x - r, y - k, x - k, y - r, x, y - r)),
                ("c", (x + k, y - r, x + r, y - k, x + r, y)),
                ("h", ()),
            ),
            fill=fill,
            stroke=stroke,
            line=line,
        )

    def path(self, steps: Sequence[PathStep], *, fill: str = "", stroke: str = "", line: float = 0.5) -> None:
        """Any shape, filled with `fill` and outlined with `stroke` where they are given."""
        painted = "B" if fill and stroke else "f" if fill else "S"
        self._paint(f"{self._steps(steps)} {painted}", fill=fill, stroke=stroke, line=line)

    @contextmanager
    def clip(self, x: float, y: float, width: float, height: float) -> Iterator[None]:
        """What is drawn in the block shows inside the rectangle alone."""
        self._code(f"q {x + self._margin:.3f} {self._up(y + height):.3f} {width:.3f} {height:.3f} re W n")
        try:
            yield
        finally:
            self._code("Q")

    def qr(self, text: str, x: float, y: float, size: float, *, color: str = "#000000") -> float:
        """A QR code of `size` points with its quiet zone, on what is there (put white under it); answers a module."""
        modules, rows = qr_modules(text)
        module = size / (modules + 8)

        def draw() -> None:
            boxes = [
                f"{x + self._margin + (4 + start) * module:.3f} {self._up(y + (5 + row) * module):.3f} "
                f"{length * module:.3f} {module:.3f} re"
                for row, runs in enumerate(rows)
                for start, length in runs
            ]
            self._code(f"q {pdf_color(color)} rg {' '.join(boxes)} f Q")

        with self._marked():
            self._stamp(("qr", text, size, color), x, y, draw)
        return module

    def stamp(self, key: Hashable, x: float, y: float, draw: Callable[[], None]) -> None:
        """Decoration that comes back at other places of pages of one size: `draw` draws it for (x, y), once."""
        with self._artifact():
            self._stamp(key, x, y, draw)

    def _stamp(self, key: Hashable, x: float, y: float, draw: Callable[[], None]) -> None:
        def record() -> list[str]:
            page, self._canvas._code = self._canvas._code, []  # noqa: SLF001 - the one door, as below
            self._plain = True
            draw()
            self._plain = False
            drawn: list[str] = self._canvas._code  # noqa: SLF001 - likewise
            self._canvas._code = page  # noqa: SLF001 - likewise
            return drawn

        name, first_x, first_y = self.document.stamped(key, x, y, record)
        self._code(f"q 1 0 0 1 {x - first_x:.3f} {first_y - y:.3f} cm")
        self._canvas.doForm(name)
        self._code("Q")

    def crop_marks(self, x: float, y: float, width: float, height: float, *, bleed: float = 0.0) -> None:
        """Marks at the corners of a piece, outside its bleed."""
        near, far = bleed + MARK_GAP, bleed + MARK_GAP + MARK_LENGTH
        for left, sign in ((x, -1), (x + width, 1)):
            for top in (y, y + height):
                self.line(left + sign * near, top, left + sign * far, top, stroke="#000000", line=MARK_WIDTH)
        for top, sign in ((y, -1), (y + height, 1)):
            for left in (x, x + width):
                self.line(left, top + sign * near, left, top + sign * far, stroke="#000000", line=MARK_WIDTH)

    def _up(self, y: float) -> float:
        return self._margin + self.height - y

    def _set_boxes(self, bleed: float) -> None:
        m = self._margin
        media = (self.width + 2 * m, self.height + 2 * m)
        trim = (m, m, m + self.width, m + self.height)
        self._canvas._pagesize = media  # noqa: SLF001 - its setter would bring the default font back
        self._canvas.setTrimBox(trim)
        self._canvas.setBleedBox((trim[0] - bleed, trim[1] - bleed, trim[2] + bleed, trim[3] + bleed))

    def _steps(self, steps: Sequence[PathStep]) -> str:
        return " ".join(
            " ".join(
                (*(f"{at + self._margin if i % 2 == 0 else self._up(at):.3f}" for i, at in enumerate(points)), step)
            )
            for step, points in steps
        )

    def _paint(self, drawn: str, *, fill: str = "", stroke: str = "", line: float = 0.5, dash: str = "") -> None:
        state = ["q"]
        if fill:
            state.append(f"{pdf_color(fill)} rg")
        if stroke:
            state.append(f"{pdf_color(stroke)} RG {line:.3f} w")
        if dash:
            state.append(f"{dash} d")
        with self._artifact():
            self._code(f"{' '.join(state)} {drawn} Q")

    @contextmanager
    def _marked(self) -> Iterator[None]:
        """Content of the element under way, or decoration outside any."""
        element = self.document.tagged()
        if element is None:
            with self._artifact():
                yield
            return
        element.children.append((self.number, self._marks))
        self._code(f"/{element.role} <</MCID {self._marks}>> BDC")
        self._marks += 1
        yield
        self._code("EMC")

    @contextmanager
    def _artifact(self) -> Iterator[None]:
        if self._plain:
            yield
            return
        self._code("/Artifact BMC")
        yield
        self._code("EMC")

    def _code(self, code: str) -> None:
        self._canvas._code.append(code)  # noqa: SLF001 - the one door to a page's own operators
