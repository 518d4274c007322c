"""Real files of other producers: what comes in, that it comes in once, and that undo takes all of it out again."""

import csv
from pathlib import Path
from typing import Any

import pytest

from eventkit.domain.history import Label
from eventkit.domain.imports import ImportBatch, ImportHints, counts
from eventkit.jobs.importing import read_source
from eventkit.services.imports import apply_batch
from eventkit.services.programme import programme
from tests.factories import dumped, new_kit

ZONES = {
    "fosdem-2018.xml": "Europe/Brussels",
    "fosdem-2024.xml": "Europe/Brussels",
    "pyconfr-2025.json": "Europe/Paris",
    "global-azure-linz-2021/sessionize.json": "Europe/Vienna",
}
"""Where a file names no zone."""

FILES = (
    "camp2019.frab.json",
    "coscup-2023.opass.json",
    "democon.pretalx.json",
    "fosdem-2018.xml",
    "fosdem-2024.xml",
    "fosdem-2026.xml",
    "global-azure-linz-2021/sessionize.json",
    "openevent-FOSSASIASummit2018",
    "openevent-OpenTechSummit2018",
    "pyconfr-2025.json",
)

EXPLAINED: dict[str, dict[str, int]] = {}
"""Where we differ from facts-dev.tsv on purpose; docs/formats.md says why."""


def facts(shared: Path) -> dict[str, dict[str, str]]:
    with (shared / "data" / "facts-dev.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return {row["file"].removeprefix("schedule/"): row for row in rows if row["file"].startswith("schedule/")}


def read(shared: Path, name: str) -> ImportBatch:
    hints = ImportHints(zone=ZONES.get(name, ""), name=Path(name).stem)
    return read_source(shared / "data" / "schedule" / name, hints)


@pytest.mark.parametrize("name", FILES)
def test_a_real_file_comes_in_once_and_goes_out_again(shared: Path, tmp_path: Path, name: str) -> None:
    batch = read(shared, name)
    with new_kit(tmp_path) as kit:
        empty = dumped(kit)
        result, _ = kit.write(Label("import"), apply_batch, batch)
        full = dumped(kit)
        told = kit.read(programme, result.event_id)
        assert len(told.sessions) == len(batch.sessions)
        assert {session.uid for session in told.sessions} == {f"{session.uuid}@eventkit" for session in told.sessions}
        given = sum(len(set(session.person_keys)) for session in batch.sessions)
        assert sum(len(session.person_ids) for session in told.sessions) == given
        again, change = kit.write(Label("import"), apply_batch, batch)
        assert (again.created, again.updated, again.unchanged, change.empty) == (0, 0, result.created, True)
        assert (again.kept, again.gone, dumped(kit)) == ((), (), full)
        kit.undo()
        assert dumped(kit) == empty
        kit.redo()
        assert dumped(kit) == full


@pytest.mark.parametrize("name", FILES)
def test_counts_are_those_of_an_independent_reader(shared: Path, name: str) -> None:
    fact = facts(shared)[name]
    told = counts(read(shared, name))
    people = fact["persons_id"] if fact["persons_id"] != "-" else fact["persons"]
    expected: dict[str, Any] = {
        "days": int(fact["days"]),
        "rooms": int(fact["rooms"]),
        "sessions": int(fact["events"]),
        "people": int(people),
        "tracks": int(fact["tracks"]),
        "minutes": round(float(fact["minutes"])),
    }
    expected |= EXPLAINED.get(name, {})
    assert {key: getattr(told, key) for key in expected} == expected
