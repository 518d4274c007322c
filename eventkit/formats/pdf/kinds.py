"""What a printed document is: its id, the papers it fits, and how it is made."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from eventkit.domain.findings import Finding, Severity
from eventkit.domain.programme import Programme
from eventkit.domain.words import Words
from eventkit.formats.pdf.fonts import FontSet
from eventkit.formats.pdf.theme import Theme

MM = 72 / 25.4

PAPERS: Mapping[str, tuple[float, float]] = {
    "a4": (210 * MM, 297 * MM),
    "a5": (148 * MM, 210 * MM),
    "letter": (612, 792),
}
"""The papers by name: width and height in points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintOptions:
    """How to print: `paper` names one of PAPERS, `language` is a tag that Babel knows, `bleed` is in millimetres.

    `blanks` is the least number of blank badges.
    """

    words: Words
    fonts: FontSet
    theme: Theme
    today: date
    paper: str = "a4"
    language: str = "en"
    bleed: float = 0.0
    blanks: int = 4

    def say(self, key: str, **values: str | int) -> str:
        """A fixed word of a print in the options' language."""
        return self.words.say("print", key, **values)


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderedFile:
    """A finished file with its name, its number of pages and what deserves a look."""

    name: str
    data: bytes
    pages: int
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentKind:
    """A kind of document: `title` is a key of the word list `print`, `papers` are in order of preference."""

    id: str
    title: str
    papers: tuple[str, ...]
    render: Callable[[Programme, PrintOptions], tuple[RenderedFile, ...]]


def chosen_paper(papers: tuple[str, ...], wanted: str, place: str) -> tuple[str, tuple[Finding, ...]]:
    """The paper to print on: the wanted one if the document fits it, else its first with a finding."""
    if wanted in papers:
        return wanted, ()
    values = {"wanted": wanted.upper(), "taken": papers[0].upper()}
    return papers[0], (Finding(code="paper_replaced", severity=Severity.NOTE, place=place, values=values),)
