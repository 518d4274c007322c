"""The fonts that come with the installation, and pages to set text on."""

from collections.abc import Callable
from pathlib import Path

import pytest

from eventkit.formats.pdf.canvas import PdfDocument
from eventkit.formats.pdf.fonts import FontSet
from eventkit.formats.pdf.kinds import RenderedFile
from eventkit.formats.pdf.text import TextBlock
from eventkit.jobs.fonts import bundled_fonts
from tests.formats.pdf.documents.reading import Print

Shown = Callable[..., Print]


@pytest.fixture(scope="session")
def bundled() -> FontSet:
    """The fonts of the installation alone, so that every machine sets the same."""
    return FontSet(bundled_fonts())


@pytest.fixture
def shown(tmp_path: Path) -> Shown:
    """Prints blocks one below the other, each a paragraph of its own, its top left corner at (40, 40 * number)."""

    def show(fonts: FontSet, *blocks: TextBlock, pitch: float = 40.0) -> Print:
        document = PdfDocument(fonts, title="Blocks", language="en")
        page = document.page(595, pitch * len(blocks) + 80)
        for number, block in enumerate(blocks):
            with document.tag("P"):
                page.text(block, 40, 40 + pitch * number)
        done = document.finish()
        return Print(
            RenderedFile(name="blocks.pdf", data=done.data, pages=done.pages, findings=done.findings),
            tmp_path / "blocks.pdf",
        )

    return show
