"""From the kit to files: planned on the kit's own thread, made in the worker, noted in the ledger."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from eventkit.domain.calendar import CalendarItem, Stamp, event_item, schedule_items
from eventkit.domain.errors import ExportError
from eventkit.domain.findings import Finding
from eventkit.domain.programme import Programme
from eventkit.formats.ical import event_calendar, schedule_calendar
from eventkit.jobs.documents import document_kinds, render
from eventkit.jobs.files import write_whole
from eventkit.jobs.worker import Progress, no_progress
from eventkit.services import publication
from eventkit.services.guests import guests
from eventkit.services.kit import Kit
from eventkit.services.programme import event_by_slug, programme

EVENT, SCHEDULE = "event.ics", "schedule.ics"
CALENDARS = (EVENT, SCHEDULE)
PAPERS = ("a4", "a5", "letter")


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportPlan:
    """All that the worker needs to make the files; plain data.

    `items` and `stamps` are by calendar name; `paper` is one of PAPERS, `language` a language tag.
    """

    programme: Programme
    out: Path
    ids: tuple[str, ...]
    paper: str
    language: str
    now: datetime
    items: Mapping[str, tuple[CalendarItem, ...]]
    stamps: Mapping[str, Mapping[str, Stamp]]


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeFile:
    """One file as it lies on disk; `pages` is 0 for a calendar."""

    id: str
    path: Path
    size: int
    sha256: str
    pages: int = 0
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportReport:
    """What an export made, in the order of the plan; `findings` are about what could not be made."""

    files: tuple[MadeFile, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def all_findings(self) -> tuple[Finding, ...]:
        """The report's own findings and those of every file."""
        return self.findings + tuple(finding for file in self.files for finding in file.findings)


def export_ids() -> tuple[str, ...]:
    """All ids that an export can make: calendars by file name, documents by kind."""
    return (*CALENDARS, *(kind.id for kind in document_kinds()))


def plan_export(
    kit: Kit, slug: str, out: Path, *, only: Sequence[str] = (), paper: str = "a4", language: str = "en", now: datetime
) -> ExportPlan:
    """Read what the files need; raises NotFoundError for an unknown event, ExportError for an unknown id or paper."""
    known = export_ids()
    for wanted in only:
        if wanted not in known:
            raise ExportError("export_unknown_id", id=wanted, known=", ".join(known))
    if paper not in PAPERS:
        raise ExportError("export_unknown_paper", paper=paper, known=", ".join(PAPERS))
    ids = tuple(dict.fromkeys(only)) or known
    told = kit.read(programme, kit.read(event_by_slug, slug).id)
    told = replace(told, guests=kit.read(guests, told.event.id))
    items = {name: _items(name, told) for name in ids if name in CALENDARS}
    return ExportPlan(
        programme=told,
        out=out,
        ids=ids,
        paper=paper,
        language=language,
        now=now,
        items=items,
        stamps={name: kit.read(publication.stamps, found, name, now=now) for name, found in items.items()},
    )


def make_files(plan: ExportPlan, *, progress: Progress = no_progress) -> ExportReport:
    """Make and write all files of the plan; files of the same name are replaced, others never touched."""
    made: list[MadeFile] = []
    missing: list[Finding] = []
    for done, name in enumerate(plan.ids):
        progress(done, len(plan.ids))
        if name == EVENT and not plan.items[EVENT]:
            missing.append(Finding(code="event_undated", place=plan.programme.event.title, values={"file": EVENT}))
        elif name in CALENDARS:
            made.append(_write(plan.out, name, name, _calendar(plan, name)))
        else:
            made += _documents(plan, name)
    progress(len(plan.ids), len(plan.ids))
    return ExportReport(files=tuple(made), findings=tuple(missing))


def finish_export(kit: Kit, plan: ExportPlan) -> None:
    """Note in the ledger what has left the kit, once it lies on disk."""
    if not kit.read_only:
        for name, items in plan.items.items():
            kit.record(publication.publish, items, name, plan.stamps[name], at=plan.now)


def export(
    kit: Kit, slug: str, out: Path, *, only: Sequence[str] = (), paper: str = "a4", language: str = "en", now: datetime
) -> ExportReport:
    """Plan, make and note an export in this process."""
    plan = plan_export(kit, slug, out, only=only, paper=paper, language=language, now=now)
    report = make_files(plan)
    finish_export(kit, plan)
    return report


def _items(name: str, told: Programme) -> tuple[CalendarItem, ...]:
    if name == SCHEDULE:
        return schedule_items(told)
    item = event_item(told)
    return () if item is None else (item,)


def _calendar(plan: ExportPlan, name: str) -> bytes:
    items, stamps = plan.items[name], plan.stamps[name]
    if name == EVENT:
        return event_calendar(items[0], stamps[items[0].uid])
    return b"".join(schedule_calendar(plan.programme.event, items, stamps))


def _documents(plan: ExportPlan, name: str) -> list[MadeFile]:
    files = render(name, plan.programme, paper=plan.paper, language=plan.language, today=plan.now.date())
    return [_write(plan.out, name, file.name, file.data, file.pages, file.findings) for file in files]


def _write(
    out: Path, name: str, file_name: str, data: bytes, pages: int = 0, findings: tuple[Finding, ...] = ()
) -> MadeFile:
    path = out / file_name
    write_whole(path, data)
    digest = hashlib.sha256(data).hexdigest()
    return MadeFile(id=name, path=path, size=len(data), sha256=digest, pages=pages, findings=findings)
