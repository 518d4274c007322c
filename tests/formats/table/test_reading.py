import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventkit.domain.errors import ImportFileError
from eventkit.domain.text import one_line
from eventkit.formats.table import reading
from eventkit.formats.table.reading import Table, read_table, read_text
from eventkit.formats.table.writing import write_table

DATA = Path(__file__).parent / "data"


def cells(table: Table) -> list[tuple[str, ...]]:
    return [row.cells for row in table.rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_any_encoding_separator_and_newline_is_read(encoding: str, separator: str, newline: str) -> None:
    lines = [separator.join(row) for row in (("Name", "Firma"), ("Zoë Müller", "Café"), ("Jörg", ""))]
    table = read_table(newline.join(lines).encode(encoding))
    assert cells(table) == [("Name", "Firma"), ("Zoë Müller", "Café"), ("Jörg", "")]
    assert table.separator == separator
    told = [note.code for note in table.notes]
    assert told == (["encoding_guessed"] if encoding == "cp1252" else [])


def test_quotes_hold_separators_quotes_and_line_breaks() -> None:
    table = read_text('Name,Note\n"Nyström, Ole","says ""hi""\nand stays"\n\n  \n"Bo", later\n')
    assert [(row.line, row.cells) for row in table.rows] == [
        (1, ("Name", "Note")),
        (2, ("Nyström, Ole", 'says "hi" and stays')),
        (6, ("Bo", "later")),
    ]
    assert table.rows[1].place == '2: Nyström, Ole says "hi" and stays'


def test_plain_lines_are_one_column() -> None:
    table = read_text("Ada Brandão\nOle Nyström, PhD\nZoë\nJo Li\n")
    assert (table.separator, cells(table)[1]) == ("", ("Ole Nyström, PhD",))


def test_a_separator_that_the_file_names_is_taken() -> None:
    table = read_text("sep=|\r\nName|Firma\r\nAda|Dock\r\n")
    assert (cells(table), table.rows[0].line) == ([("Name", "Firma"), ("Ada", "Dock")], 2)


def test_a_quote_that_nobody_closes_swallows_no_guest() -> None:
    names = [f"Guest {number}" for number in range(40)]
    table = read_text("\n".join(["Name", '"Ole the great', *names]))
    assert [row.cells[0] for row in table.rows] == ["Name", '"Ole the great', *names]
    assert [note.code for note in table.notes] == ["quote_open"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "table_empty"),
        (b"\xef\xbb\xbf \r\n,,\r\n", "table_empty"),
        (b"a\n" * (reading.MAX_ROWS + 1), "table_too_long"),
        (b"a," * reading.MAX_COLUMNS + b"a\n", "table_too_wide"),
        (b"a" * (reading.MAX_BYTES + 1), "table_too_big"),
    ],
)
def test_what_is_too_much_or_nothing_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(ImportFileError) as refused:
        read_table(data)
    assert refused.value.code == code


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        table = read_table(data)
    except ImportFileError:
        return
    assert all(any(row.cells) for row in table.rows)
    assert "\0" not in "".join(cell for row in table.rows for cell in row.cells)


WORDS = st.text(max_size=12).map(one_line)


@given(st.lists(st.lists(WORDS, min_size=3, max_size=3).filter(any), min_size=1, max_size=8))
def test_what_is_written_is_read_again(rows: list[list[str]]) -> None:
    for separator in (",", "\t"):
        head = ["a", "b", "c"]
        written = write_table([head] * (len(rows) + 1) + rows, separator=separator)
        assert [list(row.cells) for row in read_text(written).rows][len(rows) + 1 :] == rows


@pytest.mark.parametrize("cell", ["=cmd()", "+1", "-1", "@x", "'=x"])
def test_no_cell_is_written_as_a_formula(cell: str) -> None:
    (written,) = csv.reader([write_table([[cell, "b"]])])
    assert written[0] == f"'{cell}"
    assert cells(read_text(write_table([[cell, "b"]]))) == [(cell, "b")]
