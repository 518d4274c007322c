"""Pictures of PDF pages, made by pdfium; what the window shows is the file itself."""

import io
from pathlib import Path

import pypdfium2

from eventkit.domain.errors import ExportError
from eventkit.jobs.worker import Progress, no_progress


def thumbnails(pdf: Path, width: int, limit: int = 40, *, progress: Progress = no_progress) -> list[bytes]:
    """The first `limit` pages of a PDF file as PNG bytes, each `width` pixels wide."""
    try:
        document = pypdfium2.PdfDocument(pdf.read_bytes())
    except (OSError, pypdfium2.PdfiumError) as error:
        raise ExportError("preview_unreadable", name=pdf.name) from error
    pictures = []
    with document:
        pages = min(len(document), limit)
        for number in range(pages):
            progress(number, pages)
            page = document[number]
            picture = io.BytesIO()
            page.render(scale=width / page.get_width()).to_pil().save(picture, "PNG")
            pictures.append(picture.getvalue())
    return pictures
