"""Fonts for the tests of documents, found once."""

import pytest

from eventkit.formats.pdf.fonts import FontSet
from eventkit.jobs import fonts


@pytest.fixture(scope="session")
def print_fonts() -> FontSet:
    """All fonts of this machine that prints use."""
    return fonts.print_fonts()
