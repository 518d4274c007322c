from datetime import UTC, datetime

from pytestqt.qtbot import QtBot

from eventkit.domain.history import Label, Step
from eventkit.ui.history.page import HistoryPage
from eventkit.ui.theme import Theme


def test_steps_stand_by_day_with_what_was_taken_back_dim(qtbot: QtBot, theme: Theme) -> None:
    page = HistoryPage(theme, lambda label: f"{label.verb} {label.subject}")
    qtbot.addWidget(page)
    monday, tuesday = datetime(2027, 5, 3, 12, tzinfo=UTC), datetime(2027, 5, 4, 12, tzinfo=UTC)
    page.show_steps(
        [
            Step(id=4, label=Label("add", "Camp"), actor="ana", at=tuesday, reverts=3),
            Step(id=3, label=Label("add", "Camp"), actor="ana", at=tuesday, reverts=2, undone=True),
            Step(id=2, label=Label("add", "Camp"), actor="ana", at=monday, undone=True),
            Step(id=1, label=Label("add", "Town"), actor="", at=monday),
        ]
    )
    told = [(row.title, row.meta, row.dim) for row in page.list.rows.rows]
    assert told == [
        ("Tuesday 4 May 2027", "", False),
        ("Did again: add Camp", "ana", True),
        ("Took back: add Camp", "ana", True),
        ("Monday 3 May 2027", "", False),
        ("add Camp", "ana · taken back", True),
        ("add Town", "", False),
    ]


def test_new_kit_has_no_steps_yet(qtbot: QtBot, theme: Theme) -> None:
    page = HistoryPage(theme, lambda label: label.verb)
    qtbot.addWidget(page)
    page.show()
    page.show_steps([])
    assert not page.list.isVisible()
