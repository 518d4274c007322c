"""Tables of other programs: files of comma-separated values and what is pasted from a spreadsheet."""

from eventkit.formats.table.guests import NAMES, guess_columns, guest_list
from eventkit.formats.table.reading import Table, TableRow, read_table, read_text
from eventkit.formats.table.writing import write_table

__all__ = ["NAMES", "Table", "TableRow", "guess_columns", "guest_list", "read_table", "read_text", "write_table"]
