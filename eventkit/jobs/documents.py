"""The kinds of documents there are, and how one is made: with the fonts, words and themes of this installation."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache

from eventkit.domain.programme import Programme
from eventkit.formats.pdf.documents import DOCUMENTS
from eventkit.formats.pdf.kinds import DocumentKind, PrintOptions, RenderedFile
from eventkit.formats.pdf.theme import Theme, read_theme
from eventkit.jobs.fonts import print_fonts
from eventkit.jobs.themes import theme_folder, themes
from eventkit.jobs.words import load_words

DEFAULT_THEME = "indigo"


@cache
def document_kinds() -> tuple[DocumentKind, ...]:
    """The built-in kinds and those of plug-ins (entry points of the group eventkit.documents)."""
    from importlib.metadata import entry_points  # noqa: PLC0415 - slow, and needed only where plug-ins are asked for

    return (*DOCUMENTS, *(entry.load() for entry in entry_points(group="eventkit.documents")))


def render(document: str, programme: Programme, *, paper: str, language: str, today: date) -> tuple[RenderedFile, ...]:
    """The files of one document of an event; a theme that is not there is the usual one."""
    builtin = (kind for kind in DOCUMENTS if kind.id == document)
    kind = next(builtin, None) or next(kind for kind in document_kinds() if kind.id == document)
    wanted = programme.event.theme
    options = PrintOptions(
        words=load_words(language),
        fonts=print_fonts(),
        theme=_theme(wanted if wanted in themes() else DEFAULT_THEME),
        today=today,
        paper=paper,
        language=language,
    )
    with _without_collection():
        return kind.render(programme, options)


@contextmanager
def _without_collection() -> Iterator[None]:
    """No search for cyclic garbage in the block: a print makes a great many small objects and hardly any cycle."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


@cache
def _theme(name: str) -> Theme:
    return read_theme(name, (theme_folder() / f"{name}.toml").read_text("utf-8"))
