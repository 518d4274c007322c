"""Rows to text that spreadsheets take, as a file or from the clipboard."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

_FORMULA = re.compile(r"\A'*[=+\-@]")


def write_table(rows: Iterable[Sequence[str]], *, separator: str = ",") -> str:
    """The rows with quotes where they are needed; what a spreadsheet would take for a formula gets an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator, lineterminator="\r\n")
    writer.writerows([f"'{cell}" if _FORMULA.match(cell) else cell for cell in row] for row in rows)
    return out.getvalue()
