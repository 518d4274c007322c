"""Guests on the command line: lists go in, records come out."""

import json
from pathlib import Path
from typing import Any

import pytest

from eventkit.app import main

LIST = """Name;E-Mail;Ticket;Zum ersten Mal dabei?
Ada Brandão;ada@example.org;Q-1;ja
Ole Nyström;;Q-2;
;nobody@example.org;;
"""
MEETUP = ("--event", "ponteval-meetup")


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    path = tmp_path / "sample.eventkit"
    assert main(["new", str(path), "--sample", "--today", "2026-11-24"]) == 0
    return path


@pytest.fixture
def guests(tmp_path: Path) -> Path:
    path = tmp_path / "guests.csv"
    path.write_text(LIST, "utf-8")
    return path


def told(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out)


def test_a_list_goes_into_an_event_and_the_same_again_changes_nothing(
    kit: Path, guests: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    main(["list", str(kit), "guests", *MEETUP])
    there = len(told(capsys))
    assert main(["import", str(kit), str(guests), *MEETUP, "--json"]) == 1
    record = told(capsys)[0]
    assert (record["format"], record["event"], record["beyond"]) == ("csv", "ponteval-meetup", {"guests": 2})
    assert (record["events"], record["sessions"], record["people"], record["minutes"]) == (0, 0, 0, 0)
    assert (record["created"], record["updated"], record["unchanged"]) == (2, 0, 0)
    assert [(row["place"], row["reason"]) for row in record["skipped"]] == [
        ("4: nobody@example.org", "there is no name in this row; left out")
    ]
    assert [row["place"] for row in record["notes"]] == ["1"]
    assert main(["import", str(kit), str(guests), *MEETUP]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == [f"{guests} is in ponteval-meetup: 2 guests", "  created 0, updated 0, unchanged 2"]
    main(["list", str(kit), "guests", *MEETUP])
    listed = told(capsys)
    assert len(listed) == there + 2
    ada = next(guest for guest in listed if guest["name"] == "Ada Brandão")
    assert (ada["ticket"], ada["first_time"], ada["email"], ada["photo"]) == ("Q-1", True, "", "ask")
    assert (ada["event"], ada["checked_in"], ada["delete_on"]) == ("ponteval-meetup", None, "2027-01-14")


def test_addresses_are_kept_where_that_is_wanted(kit: Path, guests: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(kit), str(guests), *MEETUP, "--keep-emails"]) == 1
    capsys.readouterr()
    main(["list", str(kit), "guests", *MEETUP])
    assert "ada@example.org" in {guest["email"] for guest in told(capsys)}


def test_a_dry_run_changes_nothing(kit: Path, guests: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    main(["dump", str(kit)])
    before = capsys.readouterr().out
    assert main(["import", str(kit), str(guests), *MEETUP, "--dry-run"]) == 1
    assert "would go into ponteval-meetup: 2 guests" in capsys.readouterr().out
    main(["dump", str(kit)])
    assert capsys.readouterr().out == before


@pytest.mark.parametrize(
    ("name", "text", "args", "says"),
    [
        ("guests.csv", LIST, (), "say for which event: --event SLUG"),
        ("numbers.csv", "1;2\n3;4\n", MEETUP, "no column of it holds names"),
        ("empty.tsv", "", MEETUP, "there is no name in it"),
        ("guests.csv", LIST, ("--event", "nowhere"), "there is no event"),
        ("schedule.txt", "<schedule/>", MEETUP, "no schedule that we know"),
    ],
)
def test_what_can_not_be_taken_is_refused_in_one_line(
    kit: Path,
    tmp_path: Path,
    name: str,
    text: str,
    args: tuple[str, ...],
    says: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    file = tmp_path / name
    file.write_text(text, "utf-8")
    capsys.readouterr()
    assert main(["import", str(kit), str(file), *args]) == 2
    refused = capsys.readouterr().err
    assert (says in refused, refused.count("\n")) == (True, 1)


def test_guests_get_badges(kit: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    export = ["export", str(kit), *MEETUP, "--out", str(tmp_path / "pack"), "--only", "badge", "--json"]
    capsys.readouterr()
    main(export)
    before = told(capsys)[0]["pages"]
    names = tmp_path / "names.txt"
    names.write_text("\n".join(f"Guest {chr(65 + number)}." for number in range(12)), "utf-8")
    assert main(["import", str(kit), str(names), *MEETUP]) == 0
    capsys.readouterr()
    main(export)
    assert told(capsys)[0]["pages"] == before + 3


def test_the_format_can_be_named(kit: Path, tmp_path: Path) -> None:
    file = tmp_path / "guests.data"
    file.write_text("Ada Brandão\nOle Nyström\n", "utf-8")
    assert main(["import", str(kit), str(file), *MEETUP]) == 2
    assert main(["import", str(kit), str(file), *MEETUP, "--format", "csv"]) == 0


def test_guests_are_listed_for_one_event_alone(kit: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["list", str(kit), "guests"]) == 2
    assert capsys.readouterr().err == "eventkit: guests are listed for one event; name it: --event SLUG\n"
