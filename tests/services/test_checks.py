from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from eventkit.domain.findings import Finding, Severity
from eventkit.domain.programme import SessionKind, SessionState
from eventkit.models.programme import EventRow, SessionRow
from eventkit.services.checks import findings
from eventkit.services.db import Db
from eventkit.services.kit import Kit
from eventkit.services.people import add_person
from eventkit.services.rooms import add_room
from eventkit.services.sessions import add_session, edit_session
from tests.factories import MORNING, an_event, do, new_kit


@pytest.fixture
def kit(tmp_path: Path) -> Iterator[Kit]:
    with new_kit(tmp_path) as made:
        yield made


def test_a_sound_programme_has_no_findings(kit: Kit) -> None:
    event = an_event(kit)
    ada = do(kit, add_person, name="Ada")
    do(kit, add_session, event.id, title="Knots", start=MORNING, minutes=30, person_ids=(ada.id,))
    do(kit, add_session, event.id, title="Maybe", state=SessionState.PROPOSED)
    assert kit.read(findings) == ()


def test_public_sessions_need_a_time(kit: Kit) -> None:
    do(kit, add_session, an_event(kit).id, title="Knots")
    assert kit.read(findings) == (Finding(code="session_without_time", place="Harbour Camp: Knots"),)


def test_clashes_name_the_room_and_the_person(kit: Kit) -> None:
    event, other = an_event(kit), an_event(kit, "Other Camp")
    room = do(kit, add_room, event.id, name="Dock")
    ada, bo, cy = (do(kit, add_person, name=name).id for name in ("Ada", "Bo", "Cy"))
    for title, person in (("Knots", bo), ("Tides", cy)):
        do(
            kit,
            add_session,
            event.id,
            title=title,
            start=MORNING,
            minutes=30,
            room_ids=(room.id,),
            person_ids=(person,),
        )
    later = MORNING + timedelta(hours=5)
    do(kit, add_session, event.id, title="Sails", start=later, minutes=30, person_ids=(ada,))
    do(kit, add_session, other.id, title="Oars", start=later, minutes=30, person_ids=(ada,))
    assert {finding.severity for finding in kit.read(findings)} == {Severity.ERROR}
    assert [(one.code, one.place, one.values) for one in kit.read(findings)] == [
        (
            "room_clash",
            "Harbour Camp: Tides",
            {"name": "Dock", "other": "Knots", "start": "2027-05-08 09:00"},
        ),
        (
            "person_clash",
            "Harbour Camp: Sails",
            {"name": "Ada", "other": "Oars", "start": "2027-05-08 14:00"},
        ),
    ]


def test_what_only_a_file_can_bring_is_found(kit: Kit) -> None:
    event = an_event(kit)
    session = do(kit, add_session, event.id, title="Knots", kind=SessionKind.OTHER, start=MORNING, minutes=5)

    def spoil(db: Db) -> None:
        db.execute(update(EventRow).values(end=MORNING - timedelta(days=1)))
        db.execute(update(SessionRow).values(title=""))

    do(kit, spoil)
    assert [(one.code, one.place) for one in kit.read(findings)] == [
        ("end_before_start", "Harbour Camp"),
        ("session_without_title", f"Harbour Camp: {session.code}"),
    ]


def test_a_speaker_who_has_not_confirmed_is_found_in_the_week_before(kit: Kit) -> None:
    event, ada = an_event(kit), do(kit, add_person, name="Ada")
    session = do(kit, add_session, event.id, title="Knots", start=MORNING, minutes=30, person_ids=(ada.id,))
    do(kit, edit_session, session.id, state=SessionState.ACCEPTED)
    assert kit.read(findings, now=MORNING - timedelta(days=8)) == ()
    assert kit.read(findings, now=MORNING - timedelta(days=2)) == (
        Finding(
            code="speaker_unconfirmed",
            place="Harbour Camp: Knots",
            values={"days": "2", "start": "2027-05-08 09:00"},
        ),
    )


def test_a_person_in_two_places_of_one_event_is_found_once(kit: Kit) -> None:
    event = an_event(kit)
    ada = do(kit, add_person, name="Ada")
    for title in ("Knots", "Tides"):
        do(kit, add_session, event.id, title=title, start=MORNING, minutes=30, person_ids=(ada.id,))
    (found,) = kit.read(findings)
    assert (found.code, found.values["name"], found.values["other"]) == ("person_clash", "Ada", "Knots")
