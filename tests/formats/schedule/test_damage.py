"""Damaged files of every dialect: whatever happens to a file, it is read, or refused with words."""

import json
import time
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import asdict
from pathlib import Path
from random import Random
from typing import Any

import pytest

from eventkit.domain.errors import ImportFileError
from eventkit.domain.imports import ImportBatch, ImportHints, counts
from eventkit.domain.text import clean
from eventkit.formats.schedule import recognise
from eventkit.jobs.words import load_words
from tests.formats.schedule.reading import DATA, files

CASES = 300
SLOW = 5.0
ODD: tuple[Any, ...] = (
    None,
    True,
    False,
    0,
    -1,
    10**30,
    1e308,
    "",
    " ",
    "x",
    "\x00",
    "\ud800",
    "9" * 40,
    [],
    {},
    [[]],
    [None, 5],
    {"en": "words"},
    {"a": []},
    "0001-01-01T00:00:00+00:00",
    "9999-12-31T23:59:59Z",
    "2027-03-28T02:30:00",
    "PT99999999999M",
    "<p>" * 50,
)
NAMES = sorted(path.name for path in DATA.iterdir())


def outcome(given: dict[str, bytes], zone: str = "Europe/Lisbon") -> ImportBatch | None:
    """What a file says, or nothing where it is refused with words for it; all else fails the test."""
    start = time.process_time()
    batch, refused = None, ""
    try:
        batch = recognise(given).read(given, ImportHints(zone=zone, name="damaged"))
    except ImportFileError as error:
        refused = error.code
    assert time.process_time() - start < SLOW
    assert not refused or load_words("en").has("error", refused)
    return batch


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, member in value.items():
            yield from texts(name)
            yield from texts(member)
    elif isinstance(value, list | tuple | set | frozenset):
        for member in value:
            yield from texts(member)


def hold(batch: ImportBatch | None) -> None:
    """What every batch promises."""
    if batch is None:
        return
    words = load_words("en")
    assert batch.sessions
    assert all(words.has("report", row.code) for row in (*batch.skipped, *batch.notes))
    for keys in ([one.key for one in listed] for listed in (batch.rooms, batch.tracks, batch.people, batch.sessions)):
        assert len(set(keys)) == len(keys)
        assert all(keys)
    rooms, people = {room.key for room in batch.rooms}, {person.key for person in batch.people}
    tracks = {track.key for track in batch.tracks} | {None}
    for session in batch.sessions:
        assert set(session.room_keys) <= rooms
        assert set(session.person_keys) <= people
        assert session.track_key in tracks
        assert session.title
        assert session.minutes >= 0
        assert session.start is None or session.start.tzinfo is not None
        assert (session.start is None) == (session.day is None)
    assert counts(batch).sessions <= len(batch.sessions)
    assert [text for text in texts(asdict(batch)) if clean(text) != text] == []


def places(tree: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path of every value in a JSON tree."""
    members = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for name, member in members:
        yield (*path, name)
        yield from places(member, (*path, name))


def damaged_tree(tree: Any, chance: Random) -> Any:
    """A copy with a few values dropped, doubled or replaced by others."""
    copy = json.loads(json.dumps(tree))
    for _ in range(chance.randint(1, 4)):
        paths = list(places(copy))
        if not paths:
            return copy
        *way, last = chance.choice(paths)
        holder = copy
        for name in way:
            holder = holder[name]
        what = chance.random()
        if what < 0.35:
            del holder[last]
        elif what < 0.5 and isinstance(holder, list):
            holder.append(holder[last])
        else:
            holder[last] = deepcopy(chance.choice(ODD))
    return copy


def damaged_bytes(data: bytes, chance: Random) -> bytes:
    """A copy with bits flipped, pieces missing, doubled or put in, or the end cut off."""
    copy = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        at, width = chance.randrange(len(copy) + 1), chance.randint(1, 40)
        what = chance.randrange(5)
        if what == 0 and at < len(copy):
            copy[at] ^= 1 << chance.randrange(8)
        elif what == 1:
            del copy[at : at + width]
        elif what == 2:
            copy[at:at] = copy[at : at + width]
        elif what == 3:
            copy[at:at] = chance.choice(
                (b"<", b"&", b"]]>", b"<event>", b"\x00", b"\xff", b"{", b'"', b"[", b"-", b"99999")
            )
        elif chance.random() < 0.2:
            del copy[at:]
    return bytes(copy)


def damaged_xml(data: bytes, chance: Random) -> bytes:
    """A copy that is still well formed: elements, attributes and words dropped, doubled or replaced."""
    lines = data.decode().splitlines()
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(2, len(lines) - 1)
        line = lines[at].strip()
        closed = line.startswith("<") and (line.endswith("/>") or "</" in line[1:])
        if closed and chance.random() < 0.6:
            lines[at] = chance.choice(("", lines[at] * 2))
        else:
            lines[at] = lines[at].replace(chance.choice(("0", "1", "2", "a", "e", ":")), str(chance.choice(ODD[5:10])))
    return "\n".join(lines).encode("utf-8", "replace")


def each_file(given: dict[str, bytes], damage: Callable[[bytes], bytes], chance: Random) -> dict[str, bytes]:
    """The files, one of them damaged."""
    name = chance.choice(sorted(given))
    return {**given, name: damage(given[name])}


@pytest.mark.parametrize("name", NAMES)
def test_undamaged_files_keep_what_is_promised(name: str) -> None:
    batch = outcome(files(name))
    assert batch is not None
    hold(batch)


@pytest.mark.parametrize("name", NAMES)
def test_damaged_bytes_are_read_or_refused(name: str) -> None:
    chance = Random(f"bytes of {name}")  # noqa: S311 - the same damage in every run
    for _ in range(CASES):
        hold(outcome(each_file(files(name), lambda data: damaged_bytes(data, chance), chance)))


@pytest.mark.parametrize("name", [name for name in NAMES if not name.endswith(".xml")])
def test_damaged_trees_are_read_or_refused(name: str) -> None:
    chance = Random(f"tree of {name}")  # noqa: S311 - likewise
    for _ in range(CASES):
        given = each_file(files(name), lambda data: json.dumps(damaged_tree(json.loads(data), chance)).encode(), chance)
        hold(outcome(given, chance.choice(("", "Europe/Lisbon"))))


@pytest.mark.parametrize("name", [name for name in NAMES if name.endswith(".xml")])
def test_damaged_elements_are_read_or_refused(name: str) -> None:
    chance = Random(f"elements of {name}")  # noqa: S311 - likewise
    for _ in range(CASES):
        hold(outcome(each_file(files(name), lambda data: damaged_xml(data, chance), chance)))


@pytest.mark.parametrize("name", NAMES)
def test_every_single_value_may_be_anything(name: str) -> None:
    given = files(name)
    for file, data in given.items():
        if data.lstrip()[:1] not in (b"{", b"["):
            continue
        tree = json.loads(data)
        for number, path in enumerate(places(tree)):
            copy = json.loads(data)
            holder = copy
            for step in path[:-1]:
                holder = holder[step]
            holder[path[-1]] = ODD[number % len(ODD)]
            hold(outcome({**given, file: json.dumps(copy).encode()}))


@pytest.mark.parametrize("name", NAMES)
def test_files_cut_off_anywhere_are_read_or_refused(name: str) -> None:
    given = files(name)
    file = max(given, key=lambda one: len(given[one]))
    for end in range(0, len(given[file]), max(1, len(given[file]) // 40)):
        hold(outcome({**given, file: given[file][:end]}))


@pytest.mark.parametrize(
    "name", ["camp2019.frab.json", "democon.pretalx.json", "global-azure-linz-2021/sessionize.json"]
)
def test_damaged_real_files_are_read_or_refused(shared: Path, name: str) -> None:
    path = shared / "data" / "schedule" / name
    data, chance = path.read_bytes(), Random(name)  # noqa: S311 - likewise
    for _ in range(40):
        hold(outcome({path.name: damaged_bytes(data, chance)}))
        hold(outcome({path.name: json.dumps(damaged_tree(json.loads(data), chance)).encode()}))
