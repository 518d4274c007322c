"""The list of people."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from eventkit.domain.people import PersonLine, PersonSort
from eventkit.ui.dates import dated
from eventkit.ui.records import RecordsModel, RecordsTable
from eventkit.ui.theme import Theme

COLUMNS = (PersonSort.NAME, PersonSort.AFFILIATION, PersonSort.SESSIONS, PersonSort.LAST)
SESSIONS, LAST = 92, 136


class PeopleModel(RecordsModel):
    """People by the columns that they can be sorted by."""

    def __init__(self, fetch: Callable[[Sequence[int]], Sequence[PersonLine]], parent: QWidget | None = None) -> None:
        super().__init__(fetch, parent)
        self._headings = (self.tr("Name"), self.tr("Affiliation"), self.tr("Sessions"), self.tr("Last one"))

    def headings(self) -> tuple[str, ...]:
        """What the columns tell."""
        return self._headings

    def text(self, record: PersonLine, column: int) -> str:
        """What a cell says."""
        told = (
            " · ".join(filter(None, (record.name, record.pronouns))),
            record.affiliation,
            str(record.sessions or ""),
            "" if record.last is None else dated(record.last.date()),
        )
        return told[column]


class PeopleTable(RecordsTable):
    """The list; a narrow one tells names alone."""

    def __init__(self, theme: Theme, fetch: Callable[[Sequence[int]], Sequence[PersonLine]]) -> None:
        super().__init__(theme, "", PeopleModel(fetch))
        self.setAccessibleName(self.tr("People"))
        self.setAccessibleDescription(self.tr("Enter goes to the form, Delete deletes, Ctrl+C copies."))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width."""
        super().resizeEvent(event)
        wide = self.width()
        self.setColumnHidden(1, wide < 420)
        self.setColumnHidden(2, wide < 520)
        self.setColumnHidden(3, wide < 640)
        self.setColumnWidth(1, min(200, wide // 3))
        self.setColumnWidth(2, SESSIONS)
        self.setColumnWidth(3, LAST)
