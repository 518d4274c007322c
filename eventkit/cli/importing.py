"""The command `import`: schedules, and lists of an event's guests."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eventkit.cli.kits import FINE, FOUND, open_kit
from eventkit.cli.printing import json_array, row_record
from eventkit.domain import imports
from eventkit.domain.errors import ImportFileError
from eventkit.domain.guest_lists import GuestImport, GuestList
from eventkit.domain.imports import ImportBatch, ImportHints, ImportResult, ReportRow
from eventkit.domain.programme import Event
from eventkit.domain.words import Words
from eventkit.jobs.worker import Worker
from eventkit.services.guest_lists import import_guests
from eventkit.services.imports import apply_batch
from eventkit.services.kit import Kit
from eventkit.services.programme import event_by_slug


@dataclass(frozen=True, slots=True)
class Taken:
    """A schedule that was imported, or would be."""

    file: Path
    batch: ImportBatch
    result: ImportResult

    @property
    def skipped(self) -> tuple[ReportRow, ...]:
        """What deserves a look: not taken, kept as edited, gone from the file."""
        return self.batch.skipped + self.result.kept + self.result.gone

    @property
    def notes(self) -> tuple[ReportRow, ...]:
        """What was decided."""
        return self.batch.notes + self.result.notes

    def told(self) -> dict[str, Any]:
        """What is known of it, by the names of `import --json`."""
        told = imports.counts(self.batch)
        return {
            "format": self.batch.format,
            "event": self.result.event_slug,
            "events": told.events,
            "days": told.days,
            "rooms": told.rooms,
            "sessions": told.sessions,
            "people": told.people,
            "tracks": told.tracks,
            "minutes": told.minutes,
            "unscheduled": told.unscheduled,
            "beyond": self.batch.beyond,
        }


@dataclass(frozen=True, slots=True)
class TakenGuests:
    """A list of guests that was imported, or would be; it has no programme."""

    file: Path
    event: Event
    listed: GuestList
    result: GuestImport

    @property
    def skipped(self) -> tuple[ReportRow, ...]:
        """What deserves a look: not taken, kept as edited."""
        return self.listed.skipped + self.result.kept

    @property
    def notes(self) -> tuple[ReportRow, ...]:
        """What was decided."""
        return self.listed.notes

    def told(self) -> dict[str, Any]:
        """What is known of it, by the names of `import --json`."""
        counts = ("events", "days", "rooms", "sessions", "people", "tracks", "minutes", "unscheduled")
        beyond = {"guests": len(self.listed.guests)}
        return {"format": "csv", "event": self.event.slug, **dict.fromkeys(counts, 0), "beyond": beyond}


def import_files(args: argparse.Namespace, words: Words) -> int:
    """Read all files in the worker process first, then write each as one step; unreadable ones change nothing."""
    with open_kit(args.kit) as kit:
        event = None if args.event is None else kit.read(event_by_slug, args.event)
        read = _read_all(args, event)
        taken = [_take(kit, args, file, one, event) for file, one in zip(args.files, read, strict=True)]
    if args.json:
        print(json_array(_record(words, one) for one in taken))
    else:
        for one in taken:
            _say(words, one, dry=args.dry_run)
    return FOUND if any(one.skipped for one in taken) else FINE


def _read_all(args: argparse.Namespace, event: Event | None) -> Sequence[ImportBatch | GuestList]:
    from eventkit.jobs.importing import is_guest_list  # noqa: PLC0415 - it brings all formats

    lists = [is_guest_list(file, args.format) for file in args.files]
    if event is None and any(lists):
        raise ImportFileError("guests_need_event", name=args.files[lists.index(True)].name)
    worker = Worker()
    try:
        return [
            worker.run("read_guests", file, args.keep_emails)
            if listed
            else worker.run("read_source", file, ImportHints(zone=args.timezone, name=file.stem), args.format)
            for file, listed in zip(args.files, lists, strict=True)
        ]
    finally:
        worker.close()


def _take(
    kit: Kit, args: argparse.Namespace, file: Path, read: ImportBatch | GuestList, event: Event | None
) -> Taken | TakenGuests:
    from eventkit.jobs.importing import apply, apply_guests  # noqa: PLC0415 - it brings all formats

    if isinstance(read, ImportBatch):
        if args.dry_run:
            return Taken(file, read, kit.preview(apply_batch, read, event_slug=args.event))
        return Taken(file, read, apply(kit, read, event_slug=args.event)[0])
    assert event is not None  # noqa: S101 - lists are not read without one
    if args.dry_run:
        return TakenGuests(file, event, read, kit.preview(import_guests, event.id, read.guests))
    return TakenGuests(file, event, read, apply_guests(kit, event, read)[0])


def _record(words: Words, taken: Taken | TakenGuests) -> dict[str, Any]:
    told = taken.told()
    beyond = told.pop("beyond")
    return {
        "file": str(taken.file),
        **told,
        "created": taken.result.created,
        "updated": taken.result.updated,
        "unchanged": taken.result.unchanged,
        "skipped": [row_record(words, row) for row in taken.skipped],
        "notes": [row_record(words, row) for row in taken.notes],
        "beyond": beyond,
    }


def _say(words: Words, taken: Taken | TakenGuests, *, dry: bool) -> None:
    what = ("would_import" if dry else "imported") + ("" if isinstance(taken, Taken) else "_guests")
    told = taken.told()
    print(words.say("cli", what, **{**told, **told["beyond"], "file": str(taken.file)}))
    result = taken.result
    print("  " + words.say("cli", "rows", created=result.created, updated=result.updated, unchanged=result.unchanged))
    for row in (*taken.skipped, *taken.notes):
        record = row_record(words, row)
        print(f"  {record['place']}: {record['reason']}")
