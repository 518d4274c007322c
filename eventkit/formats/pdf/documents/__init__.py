"""One module for each kind of printed document, and the tuple of all kinds."""

from eventkit.formats.pdf.documents import badge, flyer, programme_sheet
from eventkit.formats.pdf.kinds import DocumentKind, PrintOptions, RenderedFile

DOCUMENTS: tuple[DocumentKind, ...] = (flyer.KIND, programme_sheet.KIND, badge.KIND)
"""All kinds of documents, in the order in which lists show them."""

__all__ = ["DOCUMENTS", "DocumentKind", "PrintOptions", "RenderedFile"]
