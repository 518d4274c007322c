"""The run sheet as rules over records."""

from dataclasses import replace
from datetime import datetime, timedelta

from eventkit.domain.programme import Programme, Session, SessionState
from eventkit.domain.runsheet import (
    Cue,
    CueKind,
    RunKey,
    RunLine,
    Times,
    extended,
    moment,
    next_line,
    on_now,
    postponed,
    run_lines,
)
from tests.ui.programmes import MORNING, programme, session

NOTHING: dict[RunKey, Times] = {}


def at(minutes: float) -> datetime:
    return MORNING + timedelta(minutes=minutes)


def cue(number: int, title: str, start: int, minutes: int = 0, **more: object) -> Cue:
    values: dict[str, object] = {"id": number, "uuid": f"c{number}", "event_id": 1, "title": title, **more}
    return Cue(start=at(start), minutes=minutes, **values)  # type: ignore[arg-type]  # - the record's own


def evening() -> Programme:
    return programme(
        session(1, "Welcome", 0, 10, all_rooms=True),
        session(2, "Knots", 10, 30, 1),
        session(3, "Charts", 10, 30, 2),
        session(4, "Soup", 45, 15, all_rooms=True),
        session(5, "Sails", 60, 30, 1, locked=True),
        session(6, "Oars", 60, 30, 2),
        session(7, "Off", 60, 30, 2, state=SessionState.CANCELLED),
        session(8, "Someday", None, 30),
    )


def lines(times: dict[int, tuple[float, float | None]], *cues: Cue) -> tuple[RunLine, ...]:
    told = {
        RunKey(session_id=key): Times(started=at(begun), ended=None if ended is None else at(ended))
        for key, (begun, ended) in times.items()
    }
    return run_lines(evening(), cues, told)


def titles(found: tuple[RunLine, ...]) -> list[str]:
    return [line.of.title for line in found]


def moved(places: tuple[Session | Cue, ...]) -> dict[str, tuple[int, int]]:
    """Minutes after nine, and length."""
    begins = {one.title: one.start for one in places if one.start is not None}
    return {one.title: (int((begins[one.title].timestamp() - MORNING.timestamp()) / 60), one.minutes) for one in places}


def test_lines_are_sessions_with_a_time_and_cues_in_order() -> None:
    told = lines({}, cue(1, "Microphones on", 10), cue(2, "Opening", -20, 10, kind=CueKind.CEREMONY))
    assert titles(told) == ["Opening", "Welcome", "Microphones on", "Knots", "Charts", "Soup", "Sails", "Oars"]
    assert [line.key for line in told[:2]] == [RunKey(cue_id=2), RunKey(session_id=1)]
    assert told[2].room_ids == frozenset({1, 2})
    assert run_lines(programme(rooms=0), [cue(1, "Doors", 0)], NOTHING)[0].room_ids == frozenset({0})
    assert run_lines(evening(), [cue(1, "Doors", 0, room_id=2)], NOTHING)[0].room_ids == frozenset({2})


def test_next_is_what_nobody_started_and_nothing_passed() -> None:
    def following(told: tuple[RunLine, ...], minutes: float) -> str:
        found = next_line(told, at(minutes))
        return "" if found is None else found.of.title

    assert following(lines({}), -600) == "Welcome"
    assert following(lines({}), 20) == "Welcome"
    assert following(lines({}), 75) == "Knots"
    assert following(lines({1: (0, 10)}), 12) == "Knots"
    assert following(lines({1: (0, 10), 2: (10, None)}), 12) == "Charts"
    assert following(lines({2: (10, None)}), 12) == "Charts"
    assert following(lines({4: (45, None)}), 50) == "Sails"
    assert following(lines({1: (0, 10)}), 500) == "Knots"
    assert following(lines({1: (0, 10)}), 24 * 60) == ""
    assert following(lines({5: (60, None), 6: (60, None)}), 70) == ""


def test_what_runs_is_what_fills_a_room_and_began_last() -> None:
    assert on_now(lines({})) is None
    running = on_now(lines({1: (0, 10), 2: (10, None), 3: (12, None)}))
    assert running is not None
    assert running.of.title == "Charts"
    ladder = cue(1, "Carry the ladder", 15, 20)
    times = {RunKey(session_id=2): Times(started=at(10)), RunKey(cue_id=1): Times(started=at(15))}
    running = on_now(run_lines(evening(), [ladder], times))
    assert running is not None
    assert running.of.title == "Knots"


def test_what_begins_ends_what_it_takes_the_place_of() -> None:
    told = {line.of.title: line for line in lines({}, cue(1, "Light", 20), cue(2, "Speech", 20, kind=CueKind.CEREMONY))}
    assert told["Soup"].ends(told["Knots"])
    assert told["Soup"].ends(told["Charts"])
    assert not told["Knots"].ends(told["Charts"])
    assert not told["Light"].ends(told["Knots"])
    assert told["Knots"].ends(told["Light"])
    assert told["Speech"].ends(told["Knots"])


def test_drift_is_the_end_that_can_be_expected_against_the_plan() -> None:
    started = lines({1: (4, None)})
    assert [moment(started, at(minutes)).behind for minutes in (4, 9, 14.5, 20)] == [4, 4, 4, 10]
    early = lines({1: (-3, None)})
    assert [moment(early, at(minutes)).behind for minutes in (0, 9)] == [-3, -1]
    assert [moment(lines({}), at(minutes)).behind for minutes in (-30, 0.5, 7)] == [0, 0, 7]
    assert moment(lines({1: (0, 8)}), at(9)).behind == 0
    assert moment(lines({1: (0, 8)}), at(13)).behind == 3
    assert moment(lines({5: (60, 90), 6: (60, 90)}), at(200)).behind == 0


def test_longer_line_moves_what_follows_as_far_as_it_must() -> None:
    told = lines({1: (0, 10), 2: (10, None)})
    places = moved(extended(told, told[1], 5))
    assert places == {"Knots": (10, 35)}
    places = moved(extended(told, told[1], 10))
    assert places == {"Knots": (10, 40), "Soup": (50, 15), "Oars": (65, 30)}


def test_plan_takes_over_how_late_the_day_is() -> None:
    told = lines({1: (0, 10), 2: (16, None)})
    assert (moment(told, at(20)).behind, moment(told, at(20)).left) == (6, 26 * 60)
    places = moved(postponed(told, told[1], 6))
    assert places == {"Knots": (16, 30), "Soup": (46, 15), "Oars": (61, 30)}


def test_delay_of_a_ceremony_reaches_all_rooms_and_cues_follow() -> None:
    told = lines({1: (0, None)}, cue(1, "Microphones on", 9), cue(2, "Bell", 40, room_id=2), cue(3, "Late", 44))
    places = moved(extended(told, told[0], 7))
    assert places == {
        "Welcome": (0, 17),
        "Knots": (17, 30),
        "Charts": (17, 30),
        "Bell": (47, 0),
        "Late": (47, 0),
        "Soup": (47, 15),
        "Oars": (62, 30),
    }


def test_what_has_begun_and_other_days_stay() -> None:
    told = lines({1: (0, None), 2: (8, None)})
    assert "Knots" not in moved(extended(told, told[0], 5))
    tomorrow = programme(session(1, "One", 0, 30, 1), session(2, "Next day", 1440, 30, 1))
    told = run_lines(tomorrow, [], NOTHING)
    assert moved(extended(told, told[0], 2000)) == {"One": (0, 2030)}


def test_times_across_a_change_of_clocks_are_real_minutes() -> None:
    night = datetime(2027, 10, 31, 1, 30, tzinfo=MORNING.tzinfo)
    late = replace(session(1, "Night watch", 0, 60, 1), start=night)
    line = run_lines(programme(late), [], {RunKey(session_id=1): Times(started=night)})[0]
    after = datetime.fromtimestamp(line.until, night.tzinfo)
    assert f"{after:%H:%M}" == "01:30"
    assert (moment([line], after).behind, moment([line], after).left) == (0, 0)
