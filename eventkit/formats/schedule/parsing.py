"""Bytes to trees: XML without entities, JSON of sane depth; one clear refusal for the rest."""

import json
import re
from functools import lru_cache
from typing import Any
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from eventkit.domain.errors import ImportFileError
from eventkit.formats.schedule.kinds import Files

_ROOT = re.compile(rb"<([A-Za-z_][\w.-]*)")
_PROLOGUE = re.compile(rb"<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[[^\]]*\])?\s*>", re.DOTALL)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_HEAD = 4096


def only(files: Files) -> bytes:
    """The bytes of a single file without what stands before its first sign; nothing for a folder of many."""
    if len(files) != 1:
        return b""
    data = next(iter(files.values()))
    if data.startswith(_UTF16):
        data = data.decode("utf-16", "replace").encode("utf-8")
    return data.removeprefix(b"\xef\xbb\xbf").lstrip()


def xml_root(files: Files) -> str:
    """The name of an XML file's first element, by a look at its beginning; nothing for anything else."""
    head = only(files)[:_HEAD]
    if not head.startswith(b"<"):
        return ""
    found = _ROOT.search(_PROLOGUE.sub(b"", head))
    return found[1].decode("ascii", "replace") if found else ""


def parse_xml(files: Files) -> Element:
    """The tree of an XML file; raises ImportFileError import_broken with the line, or import_unsafe."""
    name = next(iter(files))
    try:
        root: Element = fromstring(only(files), forbid_dtd=False)
    except ParseError as error:
        line, column = error.position
        raise ImportFileError("import_broken", name=name, line=line, column=column, why=error.msg) from error
    except DefusedXmlException as error:
        raise ImportFileError("import_unsafe", name=name) from error
    except (ValueError, LookupError) as error:
        raise ImportFileError("import_broken", name=name, line=1, column=0, why=str(error)) from error
    return root


@lru_cache(maxsize=4)
def parse_json(data: bytes, name: str) -> Any:
    """The value of a JSON text, kept for the next who asks; raises ImportFileError import_broken with the line."""
    try:
        return json.loads(data.decode("utf-8", "replace"), parse_constant=lambda _: None)
    except json.JSONDecodeError as error:
        raise ImportFileError(
            "import_broken", name=name, line=error.lineno, column=error.colno, why=error.msg
        ) from error
    except (RecursionError, ValueError) as error:
        raise ImportFileError("import_too_deep", name=name) from error


def json_of(files: Files) -> Any:
    """The value of a single JSON file; None for anything that does not begin as JSON does."""
    data = only(files)
    if not data.startswith((b"{", b"[")):
        return None
    return parse_json(data, next(iter(files)))
