"""Text with markup as plain text: paragraphs apart, list items behind a dash, addresses behind their link."""

import html
import re

from eventkit.domain.text import clean
from eventkit.formats.schedule.values import address

_BLOCKS = "p|div|h[1-6]|ul|ol|dl|table|blockquote|pre|hr|section|article|header|footer|figure|center"
_BREAKS = "br|li|tr|dt|dd|figcaption|caption"
_INLINE = (
    "a|b|i|u|s|em|strong|code|span|small|sub|sup|del|ins|strike|big|font|abbr|cite|q|kbd|tt|mark|img|iframe|o:p|"
    "thead|tbody|tfoot|td|th|wbr"
)
_LINE_TAGS = frozenset(_BREAKS.split("|"))
_BLOCK_TAGS = frozenset(_BLOCKS.replace("h[1-6]", "h1|h2|h3|h4|h5|h6").split("|"))
_TAG = re.compile(
    rf"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1\s*>|\Z)|<(/?)({_BLOCKS}|{_BREAKS}|{_INLINE})(?=[\s/>])([^<>]*)>",
    re.IGNORECASE | re.DOTALL,
)
_LAID_OUT = re.compile(rf"<(?:{_BLOCKS}|{_BREAKS})(?=[\s/>])[^<>]*>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_ATTRIBUTE = re.compile(r"""\b(href|alt)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_BETWEEN = re.compile(r"</p>\s*<p>")
_LINES = re.compile(r"\n[ \t\n]*")
_SPACES = re.compile(r"  +|\t[ \t]*")
_GAPS = re.compile(r"\n\n\n+")


def plain(text: str) -> str:
    """Clean text without markup; what only looks like a tag, such as Vec<T> or an address in brackets, stays."""
    text = clean(text).strip()
    if "<" in text and _TAG.search(text):
        text = _Reader(text).read()
    if "&" in text:
        text = _ENTITY.sub(lambda found: clean(html.unescape(found[0])), text).strip()
    return text


class _Reader:
    """Walks through a text from tag to tag; white space is folded only where tags lay the text out."""

    def __init__(self, text: str) -> None:
        self._text = _BETWEEN.sub("\n\n", text)
        self._laid_out = _LAID_OUT.search(text) is not None
        self._parts: list[str] = []
        self._link_start = 0
        self._link_url = ""
        self._depth = 0
        self._verbatim = False
        self._after_dash = False

    def read(self) -> str:
        at = 0
        for tag in _TAG.finditer(self._text):
            start, end = tag.span()
            if at < start:
                self._words(self._text[at:start])
            at = end
            if tag[3]:
                self._mark(tag[3].lower(), closing=tag[2] == "/", attributes=tag[4])
        self._words(self._text[at:])
        return _GAPS.sub("\n\n", "".join(self._parts)).strip()

    def _words(self, words: str) -> None:
        if self._laid_out and not self._verbatim:
            words = _LINES.sub(_fold, words)
            if "  " in words or "\t" in words:
                words = _SPACES.sub(" ", words)
            if self._after_dash or not self._parts or self._parts[-1].endswith("\n"):
                words = words.lstrip()
        if words:
            self._parts.append(words)
            self._after_dash = False

    def _mark(self, tag: str, *, closing: bool, attributes: str) -> None:
        if tag in _BLOCK_TAGS:
            self._block(tag, closing=closing)
        elif tag == "a":
            self._link(closing=closing, attributes=attributes)
        elif tag == "li" and not closing:
            self._after_dash = False
            self._break(1)
            self._parts.append("  " * (self._depth - 1) + "- ")
            self._after_dash = True
        elif tag == "br":
            self._break(1, more=True)
        elif tag in _LINE_TAGS:
            self._break(1)
        elif tag == "img":
            self._words(_attribute(attributes, "alt"))
        elif tag in ("td", "th"):
            self._words(" " if closing else "")

    def _block(self, tag: str, *, closing: bool) -> None:
        inside = self._depth
        if tag in ("ul", "ol"):
            self._depth = max(0, self._depth + (-1 if closing else 1))
        self._verbatim = tag == "pre" and not closing
        self._break(1 if inside and self._depth else 2)

    def _break(self, lines: int, *, more: bool = False) -> None:
        """At least so many line ends (or one more than there are); never right after the dash of an item."""
        parts = self._parts
        while parts and not self._after_dash and not parts[-1].strip(" \t"):
            parts.pop()
        if self._after_dash or not parts:
            return
        last = parts[-1].rstrip(" \t")
        ends = 0 if last[-1] != "\n" else 1 if last[-2:] != "\n\n" else 2
        parts[-1] = last
        if more or ends < lines:
            parts.append("\n" if more or lines - ends == 1 else "\n\n")

    def _link(self, *, closing: bool, attributes: str) -> None:
        if not closing:
            self._link_start, self._link_url = len(self._parts), address(_attribute(attributes, "href"))
        elif self._link_url:
            shown, url = "".join(self._parts[self._link_start :]), self._link_url
            self._link_url = ""
            if url.removeprefix("mailto:").rstrip("/") not in shown:
                self._words(f" ({url})" if shown.strip() else url)


def _fold(found: re.Match[str]) -> str:
    return "\n\n" if found[0].count("\n") > 1 else " "


def _attribute(attributes: str, name: str) -> str:
    for found in _ATTRIBUTE.finditer(attributes):
        if found[1].lower() == name:
            return html.unescape(found[2] or found[3] or found[4] or "")
    return ""
