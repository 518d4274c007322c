import json
from typing import Any

import pytest

from eventkit.domain.errors import ImportFileError
from eventkit.formats.schedule.parsing import (
    MAX_BYTES,
    MAX_DEPTH,
    json_of,
    only,
    parse_json,
    parse_xml,
    signs_lost,
    xml_root,
)

BOMB = """<?xml version="1.0"?>
<!DOCTYPE schedule [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>
<schedule><conference><title>&c;</title></conference></schedule>"""


def one(data: bytes) -> dict[str, bytes]:
    return {"a.file": data}


def refused(data: bytes) -> ImportFileError:
    with pytest.raises(ImportFileError) as raised:
        parse_xml(one(data))
    return raised.value


def title(data: bytes) -> str:
    root, told = parse_xml(one(data))
    assert told == []
    return root.findtext("title") or ""


def test_only_is_empty_for_a_folder() -> None:
    assert (only({"a": b"1", "b": b"2"}), only({})) == (b"", b"")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_any_unicode_encoding_is_read(encoding: str) -> None:
    named = encoding.removesuffix("-sig")
    declared = f'<?xml version="1.0" encoding="{named}"?>\n<schedule><title>Ilhéu 島</title></schedule>'
    assert title(declared.encode(encoding)) == "Ilhéu 島"
    assert xml_root(one(declared.encode(encoding))) == "schedule"
    assert json_of(one('\n{"title": "Ilhéu 島"}'.encode(encoding))) == {"title": "Ilhéu 島"}


def test_a_declared_encoding_is_used() -> None:
    text = '<?xml version="1.0" encoding="windows-1252"?><schedule><title>Café – ilhéu</title></schedule>'
    assert title(text.encode("windows-1252")) == "Café – ilhéu"


def test_a_declared_encoding_that_does_not_exist_is_told() -> None:
    error = refused(b'<?xml version="1.0" encoding="atlantean"?><schedule/>')
    assert error.code == "import_broken"


def test_signs_before_the_file_do_not_count() -> None:
    assert title(b"\xef\xbb\xbf \n<?xml version='1.0'?><schedule><title>x</title></schedule>") == "x"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<schedule/>", "schedule"),
        ("<!-- <other> --><?pi x?><!DOCTYPE schedule [<!ELEMENT a ANY>]><schedule>", "schedule"),
        ("<v:schedule xmlns:v='urn:x'/>", "schedule"),
        ("<!-- never closed", ""),
        ("{}", ""),
        ("", ""),
    ],
)
def test_xml_root(text: str, expected: str) -> None:
    assert xml_root(one(text.encode())) == expected


def test_namespaces_are_set_aside() -> None:
    assert title(b'<v:schedule xmlns:v="urn:x"><v:title>x</v:title></v:schedule>') == "x"
    assert title(b'<schedule xmlns="urn:x"><title>x</title></schedule>') == "x"


def test_a_truncated_file_is_refused_with_its_line() -> None:
    error = refused(b"<schedule>\n<conference>\n<title>Cut o")
    assert (error.code, error.values["name"], error.values["line"]) == ("import_broken", "a.file", 3)


@pytest.mark.parametrize(
    "text",
    [
        BOMB,
        '<!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/passwd">]><schedule><title>&x;</title></schedule>',
        '<!DOCTYPE s [<!ENTITY % x SYSTEM "http://example.org/x.dtd">%x;]><schedule/>',
        '<!DOCTYPE s [<!ENTITY x "y">]><schedule/>',
    ],
)
def test_entities_are_refused(text: str) -> None:
    assert refused(text.encode()).code == "import_unsafe"
    assert refused(text.encode("utf-16")).code == "import_unsafe"


def test_a_plain_doctype_is_read() -> None:
    assert title(b"<!DOCTYPE schedule><schedule><title>x</title></schedule>") == "x"


@pytest.mark.parametrize(
    ("damaged", "expected"),
    [
        (b"Tea & cake", "Tea & cake"),
        (b"Caf&eacute;&nbsp;&hellip; &amp; &lt;", "Café\u00a0… & <"),
        (b"Tea\x0b&#8; time", "Tea time"),
        (b"Tea \xff time", "Tea \ufffd time"),
        (b"&nosuchname;", "&nosuchname;"),
        (b"<![CDATA[AT&T]]> & <![CDATA[<b>]]>", "AT&T & <b>"),
    ],
)
def test_small_damage_is_mended_and_told(damaged: bytes, expected: str) -> None:
    root, told = parse_xml(one(b"<schedule>\n<title>" + damaged + b"</title></schedule>"))
    assert root.findtext("title") == expected
    assert [(row.place, row.code, row.values) for row in told] == [("a.file", "signs_mended", {"line": "2"})]


def test_damage_that_can_not_be_mended_is_refused_with_its_first_line() -> None:
    error = refused(b"<schedule>\n&eacute;\n<title></schedule>")
    assert (error.code, error.values["line"]) == ("import_broken", 2)
    error = refused(b'<?xml version="1.0" encoding="latin-1"?>\n<schedule>\x0b</schedule>')
    assert (error.code, error.values["line"]) == ("import_broken", 2)


def test_depth_is_limited() -> None:
    def nested(depth: int) -> bytes:
        return b"<a>" * depth + b"</a>" * depth

    assert parse_xml(one(nested(MAX_DEPTH)))[0].tag == "a"
    assert refused(nested(MAX_DEPTH + 1)).code == "import_too_deep"
    assert refused(nested(200_000)).code == "import_too_deep"


def refused_json(data: bytes) -> ImportFileError:
    with pytest.raises(ImportFileError) as raised:
        parse_json(data, "a.json")
    return raised.value


def test_depth_of_json_is_limited() -> None:
    assert parse_json(b"[" * MAX_DEPTH + b"]" * MAX_DEPTH, "a.json") != []
    assert refused_json(b"[" * (MAX_DEPTH + 1) + b"]" * (MAX_DEPTH + 1)).code == "import_too_deep"
    assert refused_json(b'{"a":' * 100_000 + b"1" + b"}" * 100_000).code == "import_too_deep"


@pytest.mark.parametrize("text", ["[]", '[{"a": 1}]', "5", "null", '"x"'])
def test_parse_json_of_any_value(text: str) -> None:
    assert parse_json(text.encode(), "a.json") == json.loads(text)


def test_a_truncated_json_file_is_refused_with_its_line() -> None:
    error = refused_json(b'{\n"sessions": [\n{"title": "Cut o')
    assert (error.code, error.values["name"], error.values["line"]) == ("import_broken", "a.json", 3)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[NaN, Infinity, -Infinity]", [None, None, None]),
        ("[" + "9" * 5000 + "]", ["9" * 5000]),
        ("[123456789012345678]", [123456789012345678]),
        ('["tab\there"]', ["tab\there"]),
    ],
)
def test_odd_values_of_json_are_read(text: str, expected: Any) -> None:
    assert parse_json(text.encode(), "a.json") == expected


def test_what_is_too_big_is_not_parsed() -> None:
    data = b"<" + b" " * MAX_BYTES
    assert refused(data).code == "import_too_big"
    assert refused_json(data).values == {"name": "a.json", "limit": 50}


def test_json_of_anything_else_is_nothing() -> None:
    assert (json_of(one(b"<a/>")), json_of(one(b"")), json_of({})) == (None, None, None)


def test_bytes_that_are_no_signs_are_counted() -> None:
    rows = signs_lost({"good.json": b'["ok"]', "bad.json": b'["\xff and \xfe"]'})
    assert [(row.place, row.code, row.values) for row in rows] == [("bad.json", "signs_lost", {"count": "2"})]
