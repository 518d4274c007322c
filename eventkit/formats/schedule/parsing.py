"""Bytes to trees: XML without entities, JSON of sane depth; small damage is mended and told, the rest is refused."""

import html
import json
import re
from functools import lru_cache
from typing import Any
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from eventkit.domain.errors import ImportFileError
from eventkit.domain.imports import ReportRow
from eventkit.formats.schedule.kinds import Files
from eventkit.formats.schedule.trees import row

MAX_BYTES = 50 << 20
MAX_DEPTH = 64
_ROOT = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)")
_PROLOGUE = re.compile(rb"<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[[^\]]*\])?\s*>", re.DOTALL)
_DECLARATION = re.compile(rb"\A<\?xml[^>]*\?>")
_OTHER_ENCODING = re.compile(rb"""\A<\?xml[^>]*\sencoding\s*=\s*["'](?!utf-?8["'])""", re.IGNORECASE)
_HEAD = 1 << 16
_CDATA = re.compile(r"(<!\[CDATA\[.*?\]\]>)", re.DOTALL)
_UNSHOWN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_AMPERSAND = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)(#[0-9]{1,7};|#x[0-9a-fA-F]{1,6};|[a-zA-Z][a-zA-Z0-9]{1,31};)?")


def only(files: Files) -> bytes:
    """The bytes of a single file, without what stands before its first sign; nothing for a folder of many."""
    if len(files) != 1:
        return b""
    return _as_utf8(next(iter(files.values())))


def _as_utf8(data: bytes) -> bytes:
    encoding = json.detect_encoding(data[:4])
    if not encoding.startswith("utf-8"):
        data = _DECLARATION.sub(b"", data.decode(encoding, "replace").lstrip("\ufeff").lstrip().encode("utf-8"))
    return data.removeprefix(b"\xef\xbb\xbf").lstrip()


def xml_root(files: Files) -> str:
    """The name of an XML file's first element, by a look at its beginning; nothing for anything else."""
    head = only(files)[:_HEAD]
    if not head.startswith(b"<"):
        return ""
    found = _ROOT.search(_PROLOGUE.sub(b"", head))
    return found[1].decode("ascii", "replace") if found else ""


def first_element(data: bytes, *names: str) -> str:
    """The first of these elements that XML has, by a look at its tags alone; nothing where it has none."""
    wanted = "|".join(names).encode()
    tags = re.compile(rb"<!\[CDATA\[.*?\]\]>|<!--.*?-->|<(?:[\w.-]+:)?(" + wanted + rb")(?=[\s/>])", re.DOTALL)
    return next((found[1].decode() for found in tags.finditer(data) if found[1]), "")


def parse_xml(files: Files) -> tuple[Element, list[ReportRow]]:
    """The tree of an XML file, and what had to be mended; raises ImportFileError.

    Its codes: import_broken with line and column, import_unsafe, import_too_deep, import_too_big.
    """
    name, data = next(iter(files)), only(files)
    _check_size(data, name)
    try:
        root, told = _mended_tree(data, name)
    except ParseError as error:
        line, column = error.position
        raise ImportFileError("import_broken", name=name, line=line, column=column, why=error.msg) from error
    except DefusedXmlException as error:
        raise ImportFileError("import_unsafe", name=name) from error
    except (ValueError, LookupError) as error:
        raise ImportFileError("import_broken", name=name, line=1, column=0, why=str(error)) from error
    level, depth = [root], 1
    while level := [child for element in level for child in element if len(child)]:
        depth += 1
        if depth >= MAX_DEPTH:
            raise ImportFileError("import_too_deep", name=name)
    if root.tag.startswith("{"):
        for element in root.iter():
            element.tag = element.tag.rpartition("}")[2]
    return root, told


def _mended_tree(data: bytes, name: str) -> tuple[Element, list[ReportRow]]:
    """The tree of the data; of a mended copy where that helps."""
    try:
        return _tree(data), []
    except ParseError as error:
        mended = _mended(data)
        if mended == data:
            raise
        try:
            return _tree(mended), [row(name, "signs_mended", line=str(error.position[0]))]
        except ParseError:
            raise error from None


def _tree(data: bytes) -> Element:
    root: Element = fromstring(data, forbid_dtd=False)
    return root


def _mended(data: bytes) -> bytes:
    """Without control characters and bytes of no sign; ampersands and HTML's names are written as XML wants them."""
    if _OTHER_ENCODING.match(data):
        return data
    text = _UNSHOWN.sub("", data.decode("utf-8", "replace"))
    pieces = _CDATA.split(text)
    pieces[::2] = [_AMPERSAND.sub(_spelled_out, piece) for piece in pieces[::2]]
    return "".join(pieces).encode("utf-8", "replace")


def _spelled_out(found: re.Match[str]) -> str:
    sign = html.unescape(found[0]) if found[1] else found[0]
    return html.escape(_UNSHOWN.sub("", sign))


@lru_cache(maxsize=1)
def parse_json(data: bytes, name: str) -> Any:
    """The value of a JSON text, kept for the next who asks; raises ImportFileError as `parse_xml` does."""
    _check_size(data, name)
    try:
        tree = json.loads(
            _as_utf8(data).decode("utf-8", "replace"),
            strict=False,
            parse_constant=lambda _: None,
            parse_int=lambda digits: int(digits) if len(digits) < 19 else digits,
        )
    except json.JSONDecodeError as error:
        raise ImportFileError(
            "import_broken", name=name, line=error.lineno, column=error.colno, why=error.msg
        ) from error
    except RecursionError as error:
        raise ImportFileError("import_too_deep", name=name) from error
    level, depth = [tree] if isinstance(tree, dict | list) else [], 0
    while level:
        level, depth = [child for value in level for child in _containers(value)], depth + 1
        if depth > MAX_DEPTH:
            raise ImportFileError("import_too_deep", name=name)
    return tree


def _containers(value: dict[str, Any] | list[Any]) -> list[Any]:
    return [child for child in (value.values() if isinstance(value, dict) else value) if isinstance(child, dict | list)]


def json_of(files: Files) -> Any:
    """The value of a single JSON file; None for anything that does not begin as JSON does."""
    data = only(files)
    if not data.startswith((b"{", b"[")):
        return None
    return parse_json(data, next(iter(files)))


def signs_lost(files: Files) -> list[ReportRow]:
    """A row for each JSON file that has bytes which are no signs in UTF-8."""
    return [row(name, "signs_lost", count=str(lost)) for name, data in files.items() if (lost := _lost(_as_utf8(data)))]


def _lost(data: bytes) -> int:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("utf-8", "replace").count("\ufffd")
    return 0


def _check_size(data: bytes, name: str) -> None:
    if len(data) > MAX_BYTES:
        raise ImportFileError("import_too_big", name=name, limit=MAX_BYTES >> 20)
