"""The list of an event's guests."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from eventkit.domain.guests import Guest, GuestSort, Photo
from eventkit.ui.dates import clock
from eventkit.ui.records import RecordsModel, RecordsTable
from eventkit.ui.theme import Theme

COLUMNS = (
    GuestSort.NAME,
    GuestSort.AFFILIATION,
    GuestSort.TICKET,
    GuestSort.FIRST_TIME,
    GuestSort.PHOTO,
    GuestSort.CHECKED_IN,
)
WIDTHS = {GuestSort.AFFILIATION: 200, GuestSort.TICKET: 110, GuestSort.FIRST_TIME: 112, GuestSort.PHOTO: 112}
CAME, WIDE = 112, 900


class GuestsModel(RecordsModel):
    """Guests by the columns that they can be sorted by."""

    def __init__(self, fetch: Callable[[Sequence[int]], Sequence[Guest]], parent: QWidget | None = None) -> None:
        super().__init__(fetch, parent)
        self._headings = (
            self.tr("Name"),
            self.tr("Affiliation"),
            self.tr("Ticket"),
            self.tr("First time"),
            self.tr("Photos"),
            self.tr("Came"),
        )
        self._photos = {Photo.YES: self.tr("yes"), Photo.NO: self.tr("no"), Photo.ASK: ""}
        self._first = self.tr("first time")

    def headings(self) -> tuple[str, ...]:
        """What the columns tell."""
        return self._headings

    def text(self, record: Guest, column: int) -> str:
        """What a cell says."""
        told = (
            " · ".join(filter(None, (record.name, record.pronouns))),
            record.affiliation,
            record.ticket,
            self._first if record.first_time else "",
            self._photos[record.photo],
            "" if record.checked_in is None else clock(record.checked_in.astimezone()),
        )
        return told[column]


class GuestsTable(RecordsTable):
    """The list; a narrow window gives the names what there is."""

    def __init__(self, theme: Theme, fetch: Callable[[Sequence[int]], Sequence[Guest]]) -> None:
        super().__init__(theme, "", GuestsModel(fetch))
        self.setAccessibleName(self.tr("Guests"))
        self.setAccessibleDescription(
            self.tr("Space says that somebody came, Enter opens, Delete deletes, Ctrl+C copies, Ctrl+V takes a list.")
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width."""
        super().resizeEvent(event)
        narrow = self.width() < WIDE
        for column, sort in enumerate(COLUMNS):
            if sort in WIDTHS:
                self.setColumnWidth(column, WIDTHS[sort] * (3 if narrow else 4) // 4)
        self.setColumnHidden(COLUMNS.index(GuestSort.TICKET), narrow)
        self.setColumnWidth(COLUMNS.index(GuestSort.CHECKED_IN), CAME)
