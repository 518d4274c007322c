"""Tables of other programs: files of comma-separated values and what is pasted from a spreadsheet."""

from eventkit.formats.table.guests import NAMES, Columns, guess_columns, guest_list, header_place
from eventkit.formats.table.reading import Table, TableRow, decoded, read_table, read_text
from eventkit.formats.table.writing import write_table

__all__ = [
    "NAMES",
    "Columns",
    "Table",
    "TableRow",
    "decoded",
    "guess_columns",
    "guest_list",
    "header_place",
    "read_table",
    "read_text",
    "write_table",
]
