"""The steps of the kit's history: what was done, by whom, when."""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from PySide6.QtWidgets import QStackedWidget

from eventkit.domain.history import Label, Step
from eventkit.ui.dates import long_day
from eventkit.ui.rows import Row
from eventkit.ui.rows_view import RowsView
from eventkit.ui.theme import Theme
from eventkit.ui.widgets import Page, empty


class HistoryPage(Page):
    """Steps by day, the newest first; those that were taken back are dim."""

    def __init__(self, theme: Theme, say: Callable[[Label], str]) -> None:
        super().__init__(self.tr("History"))
        self._say = say
        self.list = RowsView(theme, self.tr("Steps"), choosable=False)
        self._nothing = empty("history", self.tr("Each change of this kit is listed here, and can be undone."))
        self._views = QStackedWidget()
        self._views.addWidget(self.list)
        self._views.addWidget(self._nothing)
        self.content.addWidget(self._views, 1)

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show these steps, newest first."""
        rows: list[Row] = []
        day: date | None = None
        for step in steps:
            at = step.at.astimezone()
            if at.date() != day:
                day = at.date()
                rows.append(Row(key=day, title=long_day(day), heading=True))
            rows.append(self._row(step, at))
        self.list.show_rows(rows)
        self._views.setCurrentWidget(self.list if rows else self._nothing)

    def _row(self, step: Step, at: datetime) -> Row:
        told = self._say(step.label)
        if step.reverts is not None:
            form = self.tr("Took back: {step}") if step.undone else self.tr("Did again: {step}")
            told = form.format(step=told)
        state = self.tr("taken back") if step.undone and step.reverts is None else ""
        return Row(
            key=step.id,
            title=told,
            meta=" · ".join(filter(None, (step.actor, state))),
            trail_note=f"{at:%H:%M}",
            drawing="history",
            dim=step.undone or step.reverts is not None,
        )
