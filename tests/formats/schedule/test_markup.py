import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventkit.formats.schedule.markup import plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Just words\n\nand more", "Just words\n\nand more"),
        ("<p>One.</p><p>Two.</p>", "One.\n\nTwo."),
        ("<p>One.</p>\n\n<p>Two.</p>\n", "One.\n\nTwo."),
        ("<p>One\nline.</p>", "One line."),
        ("<div>One<br>Two<br/>Three</div>", "One\nTwo\nThree"),
        ("<p>A</p><br><br><br><br><p>B</p>", "A\n\nB"),
        ("<p>Bring:</p><ul><li>rope</li><li> tape </li></ul><p>Thanks</p>", "Bring:\n\n- rope\n- tape\n\nThanks"),
        ("<ol><li><p>first</p></li><li><p>second</p></li></ol>", "- first\n- second"),
        ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n  - b\n- c"),
        ("<h2>Why</h2>Because.", "Why\n\nBecause."),
        ('<a href="https://sea.example.org/x">the sea</a>', "the sea (https://sea.example.org/x)"),
        ('<p><a href="https://sea.example.org/">https://sea.example.org</a></p>', "https://sea.example.org"),
        ("<a href='mailto:crew@example.org'>crew@example.org</a>", "crew@example.org"),
        ('<a alt="x" href="https://sea.example.org/y">sea</a>', "sea (https://sea.example.org/y)"),
        ("<a href=https://sea.example.org>sea</a>", "sea (https://sea.example.org)"),
        ('<a href="https://sea.example.org"></a>', "https://sea.example.org"),
        ('<a href="javascript:x()">sea</a> <a>land</a></a>', "sea land"),
        ('<a name="top" title="x">sea</a>', "sea"),
        ('See <img src="x.png" alt="a &amp; b"> and <img src="y.png">', "See a & b and"),
        ("<table><tr><th>When</th><th>What</th></tr><tr><td>9</td><td>Tea</td></tr></table>", "When What\n9 Tea"),
        ("<pre>if tide:\n    wait()</pre>", "if tide:\n    wait()"),
        ("before<script>alert('x')</script><style>p{}</style>after", "beforeafter"),
        ("kept<!-- not kept", "kept"),
        ("a<!-- no -->b", "ab"),
        ("Acme <R&D> Sons", "Acme <R&D> Sons"),
        ("Vec<u8> and Map<String, T>", "Vec<u8> and Map<String, T>"),
        ("see <https://sea.example.org> or <crew@example.org>", "see <https://sea.example.org> or <crew@example.org>"),
        ("1 < 2 && 3 > 2", "1 < 2 && 3 > 2"),
        ("a <b>bold</b> word\n\nand a line\nof its own", "a bold word\n\nand a line\nof its own"),
        ("<p>a</p> one\n\ntwo\t \tthree", "a\n\none\n\ntwo three"),
        ("fish &amp; chips &lt;now&gt; &#8211; caf&eacute;", "fish & chips <now> – café"),
        ("https://sea.example.org/?a=1&copy=2", "https://sea.example.org/?a=1&copy=2"),
        ("a&#0;b&#8;c", "a\ufffdbc"),
        ("a\x00b\x1b[31m", "ab[31m"),
        ("<P CLASS=x>Loud</P>", "Loud"),
        ("<p></p><ul></ul>", ""),
        ("", ""),
    ],
)
def test_plain(text: str, expected: str) -> None:
    assert plain(text) == expected


@given(st.text(alphabet="<>/pabliu &;=\"'\n\t-!#0x"))
def test_plain_of_anything_is_clean_and_has_no_gaps(text: str) -> None:
    found = plain(text)
    assert found == found.strip()
    assert "\r" not in found


@given(st.lists(st.text(alphabet="abc é漢", min_size=1).map(str.strip).filter(bool)))
def test_plain_keeps_every_paragraph(paragraphs: list[str]) -> None:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    assert plain(text).split("\n\n") == ([" ".join(one.split()) for one in paragraphs] or [""])


@pytest.mark.parametrize(
    "piece",
    ["<", "<a", "<a ", "<!--", "<p", '<a href="', "<script>", "<ul>", "<a href=https://x.y>z", "&", "&a", "</p> "],
)
def test_plain_of_hostile_text_takes_linear_time(piece: str) -> None:
    text = piece * 100_000
    start = time.process_time()
    plain(text)
    assert time.process_time() - start < 5
