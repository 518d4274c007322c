"""The structure tree of a tagged PDF: what a screen reader walks through."""

from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

_SCOPED = {"TH": "/Column"}


@dataclass(slots=True)
class Element:
    """A structure element: its role (H1, P, Table …), children, and the pieces of pages that hold its content."""

    role: str
    alt: str = ""
    language: str = ""
    scope: str = ""
    children: list["Element | tuple[int, int]"] = field(default_factory=list)


def write_tree(pdf: pikepdf.Pdf, root: Element, *, language: str) -> None:
    """Add the structure tree, the parent tree and the marks that say a file is tagged."""
    pages = [page.obj for page in pdf.pages]
    parents: list[dict[int, Any]] = [{} for _ in pages]
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    tree.K = _element(pdf, root, tree, pages, parents)
    numbers: list[Any] = []
    for number, (page, marks) in enumerate(zip(pages, parents, strict=True)):
        page.StructParents = number
        page.Tabs = Name.S
        numbers += [number, pdf.make_indirect(Array([marks[mark] for mark in sorted(marks)]))]
    tree.ParentTree = pdf.make_indirect(Dictionary(Nums=Array(numbers)))
    tree.ParentTreeNextKey = len(pages)
    pdf.Root.StructTreeRoot = tree
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    pdf.Root.Lang = String(language)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)


def _element(pdf: pikepdf.Pdf, element: Element, parent: Any, pages: list[Any], parents: list[dict[int, Any]]) -> Any:
    made = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{element.role}"), P=parent))
    if element.alt:
        made.Alt = String(element.alt)
    if element.language:
        made.Lang = String(element.language)
    scope = element.scope or _SCOPED.get(element.role)
    if scope:
        made.A = Dictionary(O=Name.Table, Scope=Name(scope))
    kids: list[Any] = []
    for child in element.children:
        if isinstance(child, Element):
            kids.append(_element(pdf, child, made, pages, parents))
            continue
        page, mark = child
        parents[page][mark] = made
        kids.append(Dictionary(Type=Name.MCR, Pg=pages[page], MCID=mark))
    if kids:
        made.K = Array(kids)
    return made
