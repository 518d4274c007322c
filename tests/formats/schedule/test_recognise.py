from pathlib import Path

import pytest

from eventkit.domain.errors import ImportFileError
from eventkit.formats.schedule import FORMATS, all_formats, by_id, recognise
from tests.formats.schedule.reading import files

PLUG_IN = """
from eventkit.formats.schedule.kinds import ImportFormat

PAPYRUS = ImportFormat(
    id="papyrus", title="Papyrus", suffixes=(), sniff=lambda files: b"papyrus" in files.values(), read=None
)
"""

EXPECTED = {
    "lantern.xml": "frab-xml",
    "oldtown.xml": "frab-xml",
    "lantern.json": "frab-json",
    "europython.xml": "europython-xml",
    "openevent": "openevent",
    "opass.json": "opass",
    "sessionize.json": "sessionize",
    "pretalx-days.json": "pretalx",
    "pretalx-talks.json": "pretalx",
}


@pytest.mark.parametrize("name", EXPECTED)
def test_each_file_is_recognised_by_its_content_and_by_one_format_alone(name: str) -> None:
    given = files(name)
    assert [found.id for found in FORMATS if found.sniff(given)] == [EXPECTED[name]]


@pytest.mark.parametrize("name", [name for name in EXPECTED if "." in name])
def test_the_suffix_and_what_stands_before_the_file_do_not_matter(name: str) -> None:
    data = next(iter(files(name).values()))
    text = data.decode()
    for changed in (b"\xef\xbb\xbf" + data, b"\n  \t" + data, text.replace('"UTF-8"', '"UTF-16"').encode("utf-16")):
        assert recognise({"download.txt": changed}).id == EXPECTED[name]


@pytest.mark.parametrize(
    "data", [b"", b"   ", b"hello", b"\x89PNG\r\n", b"BEGIN:VCALENDAR", b"<rss/>", b"{}", b"[]", b"\x00\x00"]
)
def test_anything_else_is_refused(data: bytes) -> None:
    with pytest.raises(ImportFileError) as raised:
        recognise({"a.file": data})
    assert (raised.value.code, raised.value.values) == ("import_unknown", {"name": "a.file"})


def test_an_empty_folder_is_refused() -> None:
    with pytest.raises(ImportFileError) as raised:
        recognise({})
    assert raised.value.code == "import_unknown"


def test_json_that_is_cut_off_is_refused_with_its_line() -> None:
    with pytest.raises(ImportFileError) as raised:
        recognise({"a.json": b'{"schedule":\n {"conference": {'})
    assert (raised.value.code, raised.value.values["line"]) == ("import_broken", 2)


def test_by_id_finds_every_format() -> None:
    assert [by_id(found.id) for found in FORMATS] == list(FORMATS)
    assert list(all_formats())[: len(FORMATS)] == list(FORMATS)


def test_plug_ins_come_after_the_built_in_formats(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "papyrus.py").write_text(PLUG_IN)
    told = tmp_path / "papyrus-1.dist-info"
    told.mkdir()
    (told / "METADATA").write_text("Metadata-Version: 2.1\nName: papyrus\nVersion: 1\n")
    (told / "entry_points.txt").write_text("[eventkit.imports]\npapyrus = papyrus:PAPYRUS\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert recognise({"scroll": b"papyrus"}).id == by_id("papyrus").id == "papyrus"
    assert [found.id for found in all_formats()][-1] == "papyrus"


def test_by_id_of_an_unknown_format_names_the_known_ones() -> None:
    with pytest.raises(ImportFileError) as raised:
        by_id("papyrus")
    assert raised.value.code == "import_no_format"
    assert str(raised.value.values["known"]).startswith("frab-xml, frab-json, ")
