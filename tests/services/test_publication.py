from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, event, select

from eventkit.domain.calendar import CalendarItem, Stamp, event_item, schedule_items
from eventkit.domain.history import Label
from eventkit.domain.programme import Attachment, EventState, Link, SessionState
from eventkit.formats.ical import schedule_calendar
from eventkit.models.ledger import ChangeLogRow, PublishedRow, TxnRow
from eventkit.services.db import Db
from eventkit.services.events import (
    add_chapter,
    add_event,
    add_venue,
    delete_event,
    edit_chapter,
    edit_event,
    edit_venue,
)
from eventkit.services.kit import Kit
from eventkit.services.people import add_person, edit_person
from eventkit.services.programme import programme
from eventkit.services.publication import publish, stamps
from eventkit.services.rooms import add_room, add_track, edit_room, edit_track
from eventkit.services.sessions import add_session, delete_session, edit_session, move_session, set_speakers

START = datetime(2027, 5, 8, 8, 0, tzinfo=UTC)
FIRST = datetime(2027, 1, 1, 12, 0, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
KIND = "schedule.ics"


class Organizer:
    """Somebody with a kit whose clock goes on by a minute a step, who exports now and then."""

    def __init__(self, path: Path) -> None:
        minutes = count()
        self.kit = Kit.create(path, clock=lambda: FIRST + MINUTE * next(minutes))
        self.later = FIRST + timedelta(days=30)

    def do(self, operation: Any, *args: Any, **fields: Any) -> Any:
        return self.kit.write(Label("edit"), operation, *args, **fields)[0]

    def at(self) -> datetime:
        """The time of the newest step."""
        return self.kit.read(lambda db: db.scalars(select(TxnRow.at).order_by(TxnRow.id.desc())).first())  # type: ignore[return-value]  # - a step was made

    def items(self) -> tuple[CalendarItem, ...]:
        return schedule_items(self.kit.read(programme, 1))

    def stamps(self) -> dict[str, Stamp]:
        return self.kit.read(stamps, self.items(), KIND, now=self.later)

    def stamp(self, uid: str) -> Stamp:
        return self.stamps()[uid]

    def export(self) -> bytes:
        """The calendar's bytes, noted in the ledger as left."""
        items, told = self.items(), self.stamps()
        self.kit.record(publish, items, KIND, told, at=self.later)
        return b"".join(schedule_calendar(self.kit.read(programme, 1).event, items, told))

    def ledger(self) -> list[tuple[str, str, int, str]]:
        rows = select(PublishedRow.item, PublishedRow.kind, PublishedRow.sequence, PublishedRow.content)
        found = self.kit.read(lambda db: db.execute(rows.order_by(PublishedRow.id)).all())
        return [(row.item, row.kind, row.sequence, row.content) for row in found]


@pytest.fixture
def organizer(tmp_path: Path) -> Iterator[Organizer]:
    """A kit with one event and two sessions in a room, each with a speaker."""
    someone = Organizer(tmp_path / "a.eventkit")
    someone.do(add_chapter, name="Lake Folk", zone="Europe/Berlin")
    someone.do(add_venue, name="Old Mill", city="Seeheim")
    someone.do(add_event, title="Camp", zone="Europe/Berlin", chapter_id=1, venue_id=1)
    for name in ("Attic", "Cellar"):
        someone.do(add_room, 1, name=name)
    someone.do(add_track, 1, name="Water")
    for name in ("Ada", "Bo"):
        someone.do(add_person, name=name)
    for number in (1, 2):
        someone.do(
            add_session,
            1,
            title=f"Boats {number}",
            start=START + timedelta(hours=number),
            minutes=45,
            room_ids=(number,),
            person_ids=(number,),
            track_id=1 if number == 1 else None,
            links=(Link(url="https://boats.example/"),) if number == 1 else (),
        )
    yield someone
    someone.kit.close()


def uids(organizer: Organizer) -> tuple[str, str]:
    first, second = (item.uid for item in organizer.items())
    return first, second


def test_stamps_first_export_tells_when_the_session_was_made(organizer: Organizer) -> None:
    first, second = uids(organizer)
    made = organizer.at()
    assert organizer.stamps() == {first: Stamp(0, made - MINUTE, made - MINUTE), second: Stamp(0, made, made)}


def test_stamps_unchanged_export_is_the_same_and_leaves_no_row(organizer: Organizer) -> None:
    once = organizer.export()
    ledger = organizer.ledger()
    organizer.later += timedelta(days=9)
    assert organizer.export() == once
    assert organizer.ledger() == ledger
    assert len(ledger) == 2


def test_stamps_read_only(organizer: Organizer) -> None:
    organizer.stamps()
    assert organizer.ledger() == []


@pytest.mark.parametrize(
    "fields",
    [
        {"start": START + timedelta(hours=9)},
        {"minutes": 50},
        {"state": SessionState.CANCELLED},
        {"room_ids": (2,)},
        {"start": START + timedelta(hours=9), "minutes": 50, "state": SessionState.ACCEPTED},
    ],
)
def test_stamps_move_counts_up_by_one(organizer: Organizer, fields: dict[str, Any]) -> None:
    first, second = uids(organizer)
    created = organizer.stamp(first).created
    untouched = organizer.stamp(second)
    organizer.export()
    organizer.do(edit_session, 1, **fields)
    assert organizer.stamps() == {first: Stamp(1, organizer.at(), created), second: untouched}
    organizer.export()
    assert organizer.stamp(first) == Stamp(1, organizer.at(), created)


@pytest.mark.parametrize(
    "fields",
    [
        {"title": "Ships"},
        {"abstract": "x"},
        {"track_id": None},
        {"person_ids": ()},
        {"links": ()},
        {"url": "https://a.example/"},
    ],
)
def test_stamps_other_words_change_the_stamp_alone(organizer: Organizer, fields: dict[str, Any]) -> None:
    first, second = uids(organizer)
    before = organizer.stamps()
    organizer.export()
    organizer.do(edit_session, 1, **fields)
    assert organizer.stamps() == {first: Stamp(0, organizer.at(), before[first].created), second: before[second]}


@pytest.mark.parametrize(
    ("operation", "row", "fields", "touched", "step"),
    [
        (edit_room, 1, {"name": "Loft"}, (1,), 1),
        (edit_person, 1, {"name": "Ada Reed"}, (1,), 0),
        (edit_track, 1, {"name": "Wind"}, (1,), 0),
        (edit_venue, 1, {"name": "New Mill"}, (1, 2), 1),
        (edit_event, 1, {"url": "https://camp.example/"}, (1, 2), 0),
        (edit_event, 1, {"state": EventState.CANCELLED}, (1, 2), 1),
        (edit_person, 1, {"email": "ada@camp.example"}, (), 0),
        (edit_room, 1, {"capacity": 9}, (), 0),
    ],
)
def test_stamps_shared_rows_touch_who_shows_them(
    organizer: Organizer, operation: Any, row: int, fields: dict[str, Any], touched: tuple[int, ...], step: int
) -> None:
    before = organizer.stamps()
    organizer.export()
    organizer.do(operation, row, **fields)
    after = organizer.stamps()
    for number, uid in enumerate(uids(organizer), start=1):
        expected = Stamp(step, organizer.at(), before[uid].created) if number in touched else before[uid]
        assert after[uid] == expected


def test_stamps_undo_after_an_export_still_counts_up(organizer: Organizer) -> None:
    first, _ = uids(organizer)
    organizer.export()
    organizer.do(move_session, 1, start=START + timedelta(hours=9))
    moved = organizer.export()
    organizer.kit.undo()
    undone = organizer.stamp(first)
    assert (undone.sequence, undone.changed) == (2, organizer.at())
    assert organizer.export() != moved
    organizer.kit.redo()
    assert organizer.stamp(first).sequence == 3


def test_stamps_edit_and_undo_between_exports_change_nothing(organizer: Organizer) -> None:
    once = organizer.export()
    organizer.do(move_session, 1, start=START + timedelta(hours=9))
    organizer.kit.undo()
    assert organizer.export() == once


def test_stamps_survive_compaction_of_the_history(organizer: Organizer) -> None:
    once = organizer.export()

    def forget(db: Db) -> None:
        db.execute(delete(ChangeLogRow))
        db.execute(delete(TxnRow))

    organizer.kit.record(forget)
    assert organizer.export() == once
    first, second = uids(organizer)
    before = organizer.stamp(first)
    organizer.do(edit_session, 1, title="Ships")
    organizer.kit.record(forget)
    assert organizer.stamp(first) == Stamp(0, organizer.later, before.created)
    assert organizer.stamp(second).changed < organizer.later


def test_stamps_unknown_past_is_now_in_whole_seconds(organizer: Organizer) -> None:
    stranger = replace(organizer.items()[0], uid="x@elsewhere.example")
    now = datetime(2028, 1, 1, 9, 0, 0, 999, tzinfo=UTC)
    told = organizer.kit.read(stamps, (stranger,), KIND, now=now)
    assert told == {"x@elsewhere.example": Stamp(0, now.replace(microsecond=0), now.replace(microsecond=0))}


def test_stamps_changed_entry_is_later_than_it_was_sent(organizer: Organizer) -> None:
    first, _ = uids(organizer)
    organizer.export()
    before = organizer.stamp(first)
    other = replace(organizer.items()[0], description="shown in another way by a newer program")
    told = organizer.kit.read(stamps, (other,), KIND, now=organizer.later)
    assert told[first] == replace(before, changed=before.changed + timedelta(seconds=1))


def test_stamps_each_kind_of_file_counts_for_itself(organizer: Organizer) -> None:
    organizer.export()
    organizer.do(move_session, 1, start=START + timedelta(hours=9))
    told = organizer.kit.read(stamps, organizer.items(), "other", now=organizer.later)
    assert {stamp.sequence for stamp in told.values()} == {0}


def test_stamps_of_the_event(organizer: Organizer) -> None:
    organizer.do(edit_event, 1, start=START, end=START + timedelta(hours=9), links=(Link(url="https://a.example/"),))

    def told() -> Stamp:
        item = event_item(organizer.kit.read(programme, 1))
        assert item is not None
        stamp = organizer.kit.read(stamps, (item,), "event.ics", now=organizer.later)
        organizer.kit.record(publish, (item,), "event.ics", stamp, at=organizer.later)
        return stamp[item.uid]

    first = told()
    assert (first.sequence, first.changed, first.created) == (0, organizer.at(), FIRST + 3 * MINUTE)
    organizer.do(edit_event, 1, start=START + MINUTE)
    assert told() == Stamp(1, organizer.at(), first.created)
    organizer.do(edit_venue, 1, street="Mühlweg 3")
    assert told() == Stamp(2, organizer.at(), first.created)
    organizer.do(edit_event, 1, contact="team@camp.example")
    organizer.do(edit_chapter, 1, name="Lake People")
    assert told() == Stamp(2, organizer.at(), first.created)
    organizer.do(edit_event, 1, links=())
    assert told() == Stamp(2, organizer.at(), first.created)
    settled = organizer.at()
    organizer.do(edit_session, 1, title="x")
    assert told() == Stamp(2, settled, first.created)


def test_stamps_new_session_on_a_dead_rows_id_has_its_own_birth(organizer: Organizer) -> None:
    organizer.export()
    organizer.do(delete_session, 2)
    made = organizer.do(add_session, 1, title="Nets", start=START, minutes=5)
    assert made.id == 2
    assert organizer.stamp(made.uid) == Stamp(0, organizer.at(), organizer.at())


def test_stamps_attachment_taken_away_touches_the_session(organizer: Organizer) -> None:
    first, _ = uids(organizer)
    organizer.do(edit_session, 1, attachments=(Attachment(title="x", url="https://a.example/x.pdf"),))
    organizer.export()
    organizer.do(edit_session, 1, attachments=())
    assert organizer.stamp(first).changed == organizer.at()


def test_stamps_two_people_in_another_order_is_a_change(organizer: Organizer) -> None:
    first, _ = uids(organizer)
    organizer.do(set_speakers, 1, (1, 2))
    organizer.export()
    organizer.do(set_speakers, 1, (2, 1))
    assert organizer.stamp(first) == Stamp(0, organizer.at(), organizer.stamp(first).created)


def test_publish_keeps_what_it_knows_of_the_gone(organizer: Organizer) -> None:
    _, second = uids(organizer)
    organizer.export()
    organizer.do(delete_session, 2)
    organizer.export()
    assert [row[0] for row in organizer.ledger() if row[0] == second] == [second]
    organizer.do(delete_event, 1)
    assert len(organizer.ledger()) == 2


def test_publish_notes_what_was_sent_and_no_one_s_address(organizer: Organizer) -> None:
    organizer.do(edit_person, 1, email="ada@camp.example")
    organizer.export()
    for _, kind, sequence, content in organizer.ledger():
        assert (kind, sequence) == (KIND, 0)
        assert "ada@camp.example" not in content
    assert '"title":"Boats 1"' in organizer.ledger()[0][3]


@pytest.mark.parametrize("number", [1, 3])
def test_stamps_need_as_many_statements_for_one_as_for_three(organizer: Organizer, number: int) -> None:
    organizer.do(add_session, 1, title="Nets", start=START, minutes=5)
    items = organizer.items()[:number]
    statements: list[str] = []

    def counted(db: Db) -> None:
        event.listen(db.get_bind(), "before_cursor_execute", lambda *told: statements.append(told[2]))
        stamps(db, items, KIND, now=organizer.later)

    organizer.kit.read(counted)
    assert len([told for told in statements if told.startswith("SELECT")]) == 2


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("move"), st.integers(0, 3)),
        st.tuples(st.just("rename"), st.integers(0, 3)),
        st.tuples(st.just("undo"), st.just(0)),
        st.tuples(st.just("redo"), st.just(0)),
        st.tuples(st.just("export"), st.just(0)),
    ),
    max_size=25,
)


@settings(max_examples=15, deadline=None)
@given(steps=STEPS)
def test_exports_count_up_with_every_move_and_stand_still_without(
    steps: list[tuple[str, int]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    someone = Organizer(tmp_path_factory.mktemp("kit") / "a.eventkit")
    someone.kit.write(Label("make"), add_event, title="Camp", zone="Europe/Berlin")
    someone.kit.write(Label("make"), add_session, 1, title="Boats", start=START, minutes=45)
    last = someone.items()[0], someone.stamps()[someone.items()[0].uid], someone.export()
    for step, number in [*steps, ("export", 0)]:
        if step == "move":
            someone.do(move_session, 1, start=START + number * MINUTE)
        elif step == "rename":
            someone.do(edit_session, 1, title=f"Boats {number}")
        elif step == "undo" and someone.kit.undo_label == Label("edit"):
            someone.kit.undo()
        elif step == "redo":
            someone.kit.redo()
        elif step == "export":
            last = exported(someone, *last)
    someone.kit.close()


def exported(someone: Organizer, item: CalendarItem, stamp: Stamp, data: bytes) -> tuple[CalendarItem, Stamp, bytes]:
    """Export, hold it to the laws against the export before, and give what left now."""
    (now,) = someone.items()
    told, made = someone.stamps()[now.uid], someone.export()
    assert told.sequence == stamp.sequence + (now.start != item.start)
    assert (told.changed > stamp.changed) is (now != item)
    assert (made == data) is (now == item)
    assert told.created == stamp.created
    return now, told, made
