"""Schedules of other systems, recognised by content and read into import batches."""

from collections.abc import Iterator
from importlib.metadata import entry_points

from eventkit.domain.errors import ImportFileError
from eventkit.formats.schedule.europython import EUROPYTHON
from eventkit.formats.schedule.frab_json import FRAB_JSON
from eventkit.formats.schedule.frab_xml import FRAB_XML
from eventkit.formats.schedule.kinds import Files, ImportFormat
from eventkit.formats.schedule.opass import OPASS
from eventkit.formats.schedule.openevent import OPEN_EVENT
from eventkit.formats.schedule.pretalx import PRETALX
from eventkit.formats.schedule.sessionize import SESSIONIZE

FORMATS: tuple[ImportFormat, ...] = (
    FRAB_XML,
    FRAB_JSON,
    EUROPYTHON,
    OPEN_EVENT,
    OPASS,
    SESSIONIZE,
    PRETALX,
)
"""The built-in formats; entry points of the group eventkit.imports add to them."""


def all_formats() -> Iterator[ImportFormat]:
    """The built-in formats, then those of plug-ins, which are looked for only when it comes to them."""
    yield from FORMATS
    for entry in entry_points(group="eventkit.imports"):
        yield entry.load()


def recognise(files: Files) -> ImportFormat:
    """The format of files by their content; raises ImportFileError import_unknown."""
    for found in all_formats():
        if found.sniff(files):
            return found
    raise ImportFileError("import_unknown", name=next(iter(files), "?"))


def by_id(format_id: str) -> ImportFormat:
    """The format of that id; raises ImportFileError import_no_format."""
    for found in all_formats():
        if found.id == format_id:
            return found
    known = ", ".join(found.id for found in all_formats())
    raise ImportFileError("import_no_format", id=format_id, known=known)
