from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from eventkit.domain.programme import EventState, EventSummary
from eventkit.ui.events.page import EventsPage
from eventkit.ui.theme import Theme

ZONE = ZoneInfo("Europe/Lisbon")
NOW = datetime(2027, 5, 8, 12, 0, tzinfo=ZONE)


def event(number: int, title: str, days: float | None, hours: float = 3, **more: object) -> EventSummary:
    start = None if days is None else NOW + timedelta(days=days)
    values: dict[str, object] = {
        "id": number,
        "uuid": f"e{number}",
        "slug": f"event-{number}",
        "title": title,
        "start": start,
        "end": None if start is None else start + timedelta(hours=hours),
        "zone": "Europe/Lisbon",
        "state": EventState.PLANNED,
        "place": "Old Library, Vilamar",
        "sessions": 4,
        **more,
    }
    return EventSummary(**values)  # type: ignore[arg-type]  # - the values are the record's own


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> EventsPage:
    made = EventsPage(theme, lambda: NOW)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    return made


def test_what_comes_is_first_and_what_is_over_last(page: EventsPage) -> None:
    page.show_events(
        [event(1, "Long ago", -300), event(2, "Last week", -7), event(3, "Soon", 5), event(4, "Some day", None)]
    )
    assert [row.title for row in page.list.rows.rows] == [
        "Coming up",
        "Soon",
        "Some day",
        "Over",
        "Last week",
        "Long ago",
    ]
    assert [row.dim for row in page.list.rows.rows if not row.heading] == [False, False, True, True]


@pytest.mark.parametrize(
    ("days", "told"),
    [(1, ("1", "day to go")), (24, ("24", "days to go")), (0.2, ("today", "")), (-1, ("", "")), (None, ("", ""))],
)
def test_countdown_counts_days(page: EventsPage, days: float | None, told: tuple[str, str]) -> None:
    page.show_events([event(1, "Meetup", days)])
    row = page.list.rows.rows[1]
    assert (row.trail, row.trail_note) == told


def test_event_under_way_is_now(page: EventsPage) -> None:
    page.show_events([event(1, "Camp", -1, hours=48)])
    assert page.list.rows.rows[1].trail == "now"


def test_cancelled_event_says_so(page: EventsPage) -> None:
    page.show_events(
        [event(1, "Storm", 5, state=EventState.CANCELLED), event(2, "Rain", 6, state=EventState.POSTPONED)]
    )
    assert [row.trail_note for row in page.list.rows.rows[1:]] == ["cancelled", "postponed"]


def test_row_says_when_where_and_how_much(page: EventsPage) -> None:
    page.show_events([event(1, "Meetup", 1), event(2, "Camp", 2, hours=60, sessions=0, place="")])
    assert [row.meta for row in page.list.rows.rows[1:]] == [
        "Sunday 9 May 2027, 12:00 · Old Library, Vilamar · 4 sessions",
        "Mon 10 May 2027 to Thu 13 May 2027 · no sessions yet",
    ]
    assert page.list.rows.rows[1].leaf == ("May", "9")


def test_enter_opens_the_event(page: EventsPage, qtbot: QtBot) -> None:
    soon = event(3, "Soon", 5)
    page.show_events([soon])
    page.list.setFocus()
    with qtbot.waitSignal(page.opened) as told:
        QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert told.args == [soon]


def test_empty_page_has_one_next_step(page: EventsPage, qtbot: QtBot) -> None:
    page.show_events([])
    assert page.first_button.isVisible()
    assert not page.new_button.isVisible()
    with qtbot.waitSignal(page.new_wanted):
        page.first_button.click()
