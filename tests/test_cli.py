"""The command line, called as scripts call it."""

import json
import os
import signal
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from eventkit.app import main
from eventkit.cli.arguments import PAPERS
from eventkit.cli.main import language
from eventkit.jobs.exporting import PAPERS as PRINTED_PAPERS
from eventkit.services.kit import Kit
from eventkit.services.programme import event_by_slug
from eventkit.services.sessions import edit_session
from tests.factories import do

ROOT = Path(__file__).resolve().parent.parent

SCHEDULE = """<?xml version="1.0" encoding="UTF-8"?>
<schedule>
  <version>1</version>
  <conference>
    <acronym>quay-days</acronym>
    <title>Quay Days</title>
    <start>2027-05-08</start>
    <end>2027-05-08</end>
    <days>1</days>
    <timeslot_duration>00:05</timeslot_duration>
    {zone}
  </conference>
  <day index="1" date="2027-05-08">
    <room name="Dock">
      <event id="11" guid="5b0c2b5e-3f3c-4c39-8a51-0d1f2a3b4c5d">
        <date>2027-05-08T10:00:00+01:00</date>
        <start>10:00</start>
        <duration>00:45</duration>
        <room>Dock</room>
        <title>{title}</title>
        <track>Wood</track>
        <persons><person id="7">Ada Brandão</person></persons>
      </event>
      <event id="12" guid="6b0c2b5e-3f3c-4c39-8a51-0d1f2a3b4c5d">
        <date>2027-05-08T11:00:00+01:00</date>
        <start>11:00</start>
        <duration>00:30</duration>
        <room>Dock</room>
        <title>Tides</title>
        <track>Water</track>
        <persons><person id="8">Ole Nyström</person><person id="7">Ada Brandão</person></persons>
      </event>
    </room>
  </day>
</schedule>
"""
ZONED = "<time_zone_name>Europe/Lisbon</time_zone_name>"


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    path = tmp_path / "quay.eventkit"
    assert main(["new", str(path)]) == 0
    return path


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "sample.eventkit"
    assert main(["new", str(path), "--sample", "--today", "2026-11-24"]) == 0
    return path


@pytest.fixture
def schedule(tmp_path: Path) -> Path:
    path = tmp_path / "quay.xml"
    path.write_text(SCHEDULE.format(title="Knots", zone=ZONED), "utf-8")
    return path


def told(capsys: pytest.CaptureFixture[str]) -> Any:
    """The JSON on stdout since the last look."""
    return json.loads(capsys.readouterr().out)


def started(*args: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A real call in a process of its own."""
    return subprocess.run(
        [sys.executable, "main.py", *args],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "LANGUAGE": "en", **environment},
    )


def test_new_makes_a_kit_and_never_writes_over_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kit = tmp_path / "new.eventkit"
    assert main(["new", str(kit)]) == 0
    assert capsys.readouterr().out == f"Made {kit}\n"
    before = kit.read_bytes()
    assert main(["new", str(kit), "--sample"]) == 2
    refused = capsys.readouterr()
    assert (refused.out, refused.err.count("\n")) == ("", 1)
    assert refused.err.startswith("eventkit: ")
    assert kit.read_bytes() == before


def test_new_leaves_nothing_where_the_sample_can_not_be_dated(tmp_path: Path) -> None:
    assert main(["new", str(tmp_path / "far.eventkit"), "--sample", "--today", "9999-12-31"]) == 2
    assert list(tmp_path.iterdir()) == []


def test_new_sample_without_a_date_is_dated_from_today(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "s.eventkit"
    assert main(["new", str(path), "--sample"]) == 0
    capsys.readouterr()
    assert main(["list", str(path), "events"]) == 0
    start = datetime.fromisoformat(told(capsys)[1]["start"])
    assert 19 <= (start.date() - datetime.now(ZoneInfo("Europe/Lisbon")).date()).days <= 22


def test_import_json_tells_what_the_file_holds(kit: Path, schedule: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["import", str(kit), str(schedule), "--json"]) == 0
    record = told(capsys)[0]
    assert {key: record[key] for key in record if key not in {"notes", "beyond"}} == {
        "file": str(schedule),
        "format": "frab-xml",
        "event": "quay-days",
        "events": 1,
        "days": 1,
        "rooms": 1,
        "sessions": 2,
        "people": 2,
        "tracks": 2,
        "minutes": 75,
        "unscheduled": 0,
        "created": 8,
        "updated": 0,
        "unchanged": 0,
        "skipped": [],
    }
    assert isinstance(record["notes"], list)
    assert isinstance(record["beyond"], dict)
    assert main(["import", str(kit), str(schedule), "--json"]) == 0
    again = told(capsys)[0]
    assert (again["created"], again["updated"], again["unchanged"]) == (0, 0, 8)


def test_import_of_a_newer_file_tells_what_stays(kit: Path, schedule: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(kit), str(schedule)]) == 0
    with Kit.open(kit) as opened:
        do(opened, edit_session, 1, title="Knots by us")
    schedule.write_text(SCHEDULE.format(title="Knots II", zone=ZONED), "utf-8")
    capsys.readouterr()
    assert main(["import", str(kit), str(schedule)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[1:] == [
        "  created 0, updated 0, unchanged 8",
        "  Knots by us: title: kept as it was edited here; the file says something else",
    ]


def test_a_dry_run_changes_nothing(kit: Path, schedule: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["import", str(kit), str(schedule), "--dry-run", "--json"]) == 0
    assert told(capsys)[0]["created"] == 8
    assert main(["import", str(kit), str(schedule), "--dry-run"]) == 0
    assert "would go into quay-days" in capsys.readouterr().out
    assert main(["list", str(kit), "events"]) == 0
    assert told(capsys) == []


def test_import_into_a_named_event(sample: Path, schedule: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    main(["import", str(sample), str(schedule), "--event", "ponteval-meetup", "--json"])
    assert told(capsys)[0]["event"] == "ponteval-meetup"
    assert main(["import", str(sample), str(schedule), "--event", "nowhere"]) == 2
    assert capsys.readouterr().err == "eventkit: there is no event “nowhere” in this kit\n"


def test_one_unreadable_file_leaves_the_kit_as_it_is(
    kit: Path, schedule: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.xml"
    broken.write_text("<schedule><day>", "utf-8")
    capsys.readouterr()
    assert main(["import", str(kit), str(schedule), str(broken)]) == 2
    refused = capsys.readouterr()
    assert (refused.out, refused.err.count("\n")) == ("", 1)
    assert main(["import", str(kit), str(tmp_path / "absent.xml")]) == 2
    capsys.readouterr()
    main(["dump", str(kit)])
    assert capsys.readouterr().out == ""


def test_a_file_without_a_zone_needs_one(kit: Path, schedule: Path, capsys: pytest.CaptureFixture[str]) -> None:
    naive = SCHEDULE.replace("<date>2027-05-08T10:00:00+01:00</date>", "").replace(
        "<date>2027-05-08T11:00:00+01:00</date>", ""
    )
    schedule.write_text(naive.format(title="Knots", zone=""), "utf-8")
    assert main(["import", str(kit), str(schedule)]) == 2
    assert "--timezone" in capsys.readouterr().err
    assert main(["import", str(kit), str(schedule), "--timezone", "Asia/Tokyo"]) == 0
    capsys.readouterr()
    main(["list", str(kit), "sessions"])
    assert [session["start"] for session in told(capsys)] == ["2027-05-08T10:00:00+09:00", "2027-05-08T11:00:00+09:00"]


def test_lists_are_arrays_of_records(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def listed(*args: str) -> Any:
        capsys.readouterr()
        assert main(["list", str(sample), *args]) == 0
        return told(capsys)

    assert [event["slug"] for event in listed("events")] == [
        "ponteval-meetup-before",
        "ponteval-meetup",
        "ponteval-camp",
    ]
    assert listed("events", "--event", "ponteval-camp")[0]["zone"] == "Europe/Lisbon"
    sessions = listed("sessions", "--event", "ponteval-camp", "--json")
    assert {"id", "uuid", "code", "title", "start", "end", "rooms", "people", "track", "state"} <= sessions[0].keys()
    panel = next(session for session in sessions if session["kind"] == "panel")
    assert (panel["start"], panel["end"]) == ("2027-02-06T13:30:00+00:00", "2027-02-06T14:15:00+00:00")
    assert (panel["rooms"], panel["track"], len(panel["people"])) == (["Great Hall"], "People", 4)
    assert sessions[-1]["start"] is None
    assert len(listed("sessions")) == len(sessions) + 8
    assert len(listed("people")) == 13
    assert len(listed("people", "--event", "ponteval-meetup-before")) == 3
    assert [room["name"] for room in listed("rooms", "--event", "ponteval-camp")] == [
        "Great Hall",
        "Studio",
        "Online Table",
    ]
    assert [(track["event"], track["color"]) for track in listed("tracks")] == [
        ("ponteval-camp", "#1f6f8b"),
        ("ponteval-camp", "#a4451c"),
    ]
    assert main(["list", str(sample), "rooms", "--event", "nowhere"]) == 2


def test_export_makes_calendars(sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    args = ["export", str(sample), "--event", "ponteval-camp", "--out", str(out), "--only", "event.ics,schedule.ics"]
    capsys.readouterr()
    assert main([*args, "--json"]) == 0
    files = told(capsys)
    assert [(file["id"], file["size"]) for file in files] == [
        (path.name, path.stat().st_size) for path in (out / "event.ics", out / "schedule.ics")
    ]
    assert main(args) == 0
    assert str(out / "event.ics") in capsys.readouterr().out


def test_export_refuses_what_it_does_not_know(sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = ["--out", str(tmp_path / "out")]
    for args in (
        ["--event", "nowhere", *out],
        ["--event", "ponteval-camp", *out, "--only", "poster"],
        ["--event", "ponteval-camp", *out, "--language", "tlh"],
        ["--event", "ponteval-camp", *out, "--paper", "a9"],
    ):
        capsys.readouterr()
        assert main(["export", str(sample), *args]) == 2
        assert capsys.readouterr().err.count("\n") == 1
    assert not (tmp_path / "out").exists()


def test_check_is_fine_for_the_sample(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["check", str(sample)]) == 0
    assert capsys.readouterr().out == "Nothing to report: the kit is whole.\n"
    assert main(["check", str(sample), "--json"]) == 0
    assert told(capsys) == []


def test_check_finds_a_session_without_a_time(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Kit.open(sample) as kit:
        camp = kit.read(event_by_slug, "ponteval-camp")
        do(kit, edit_session, 9, start=None)
        assert camp.id == 3
    capsys.readouterr()
    assert main(["check", str(sample), "--json"]) == 1
    found = told(capsys)
    assert [(one["code"], one["severity"], one["place"]) for one in found] == [
        ("session_without_time", "warning", "River Camp Ponteval: Registration and coffee")
    ]
    assert main(["check", str(sample)]) == 1
    assert capsys.readouterr().out.startswith("Warning: River Camp Ponteval: Registration and coffee: It is public")


def test_undo_redo_and_history(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def said(*args: str) -> str:
        capsys.readouterr()
        assert main([args[0], str(sample), *args[1:]]) == 0
        return capsys.readouterr().out

    full = said("dump")
    assert said("redo") == "There is nothing to redo.\n"
    assert said("undo") == "Undone: Make the sample\n"
    assert said("dump") == ""
    assert said("undo") == "There is nothing to undo.\n"
    assert said("redo") == "Done again: Make the sample\n"
    assert said("dump") == full
    steps = json.loads(said("history", "--json"))
    assert [(step["id"], step["verb"], step["reverts"], step["undone"]) for step in steps] == [
        (3, "sample", 2, False),
        (2, "sample", 1, True),
        (1, "sample", None, True),
    ]
    lines = said("history").splitlines()
    assert lines[0].endswith("Make the sample (takes back step 2)")
    assert lines[-1].endswith("Make the sample (undone)")


def test_dump_is_a_json_line_a_row(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["dump", str(sample)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) > 100
    assert all(isinstance(json.loads(line), (dict, list)) for line in lines)


def test_wrong_usage_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    for args in (["list"], ["list", "x", "y"], ["--nothing"], ["new", "x", "--today", "tomorrow"]):
        assert main(args) == 2
        refused = capsys.readouterr()
        assert (refused.out, refused.err.count("\n")) == ("", 1)
        assert refused.err.startswith("eventkit: ")


def test_a_fault_that_nobody_foresaw_is_one_line_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["undo", "a\0b"]) == 2
    refused = capsys.readouterr().err
    assert (refused.startswith("eventkit: "), refused.count("\n")) == (True, 1)


def test_an_interrupted_import_leaves_the_kit_as_it_is(kit: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "slow.xml"
    os.mkfifo(pipe)
    before = kit.read_bytes()
    with (
        subprocess.Popen(
            [sys.executable, "main.py", "import", str(kit), str(pipe)],
            cwd=ROOT,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "LANGUAGE": "en"},
        ) as call,
        pipe.open("wb"),
    ):  # opens once the worker reads
        call.send_signal(signal.SIGINT)
        _, told = call.communicate(timeout=60)
    assert (call.returncode, told) == (2, "eventkit: stopped; nothing was changed\n")
    assert kit.read_bytes() == before


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "de-DE"),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "en_GB", "LANGUAGE": "de:en"}, "de"),
        ({"LC_MESSAGES": "POSIX"}, "en"),
    ],
)
def test_the_environment_names_the_language(environment: dict[str, str], expected: str) -> None:
    assert language(environment) == expected


def test_papers_are_those_that_exports_know() -> None:
    assert PAPERS == PRINTED_PAPERS


def test_a_real_call_speaks_german_and_leaves_no_traceback(sample: Path) -> None:
    done = started("undo", str(sample), LANGUAGE="de")
    assert (done.returncode, done.stdout, done.stderr) == (0, "Zurückgenommen: Beispiel anlegen\n", "")
    absent = started("list", str(sample.parent / "absent.eventkit"), "events")
    assert (absent.returncode, absent.stdout, absent.stderr.count("\n")) == (2, "", 1)


def test_names_are_printed_whatever_the_console_can(sample: Path) -> None:
    done = started("list", str(sample), "people", PYTHONIOENCODING="ascii", PYTHONUTF8="0", LC_ALL="C")
    assert "林曉雨" in done.stdout
    assert done.returncode == 0


def test_a_reader_that_goes_away_is_no_error(sample: Path) -> None:
    call = f'"{sys.executable}" main.py dump "{sample}" | head -n 1; echo "${{PIPESTATUS[0]}}"'
    done = subprocess.run(
        ["bash", "-c", call], cwd=ROOT, capture_output=True, text=True, check=True, env={**os.environ}
    )
    assert done.stdout.splitlines()[-1] == "0"
    assert done.stderr == ""


def test_no_qt_and_no_documents_are_loaded_for_a_list(sample: Path) -> None:
    code = (
        "import sys; from eventkit.app import main; main(sys.argv[1:]);"
        "print(sorted(name for name in sys.modules if name.split('.')[0] in"
        " {'PySide6', 'reportlab', 'uharfbuzz', 'PIL', 'pikepdf', 'icalendar'}), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "list", str(sample), "events"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == "[]\n"


@pytest.mark.parametrize("flag", ["--help", "--version"])
def test_help_and_version_are_fine(flag: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([flag]) == 0
    assert "EventKit" in capsys.readouterr().out or flag == "--help"
