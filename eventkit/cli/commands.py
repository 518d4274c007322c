"""The commands: each answers its exit code, 0 fine, 1 done with findings; a refusal is raised."""

import argparse
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from eventkit.cli.importing import import_files
from eventkit.cli.kits import FINE, FOUND, actor, open_kit
from eventkit.cli.listing import listed
from eventkit.cli.printing import (
    finding_line,
    finding_record,
    json_array,
    label_text,
)
from eventkit.domain.errors import ExportError
from eventkit.domain.findings import Finding, Severity
from eventkit.domain.history import Change
from eventkit.domain.words import Words
from eventkit.jobs.words import languages
from eventkit.services.checks import findings
from eventkit.services.dump import dump_lines
from eventkit.services.history import steps
from eventkit.services.integrity import integrity
from eventkit.services.kit import Kit, utc_now


def new(args: argparse.Namespace, words: Words) -> int:
    """A new kit, empty or with the sample."""
    with Kit.create(args.kit, actor=actor()) as kit:
        if args.sample:
            _fill(kit, args.today or utc_now().astimezone().date())
    print(words.say("cli", "created", path=str(args.kit)))
    return FINE


def _fill(kit: Kit, today: date) -> None:
    """Put the sample into a new kit; one that can't be filled goes again."""
    from eventkit.jobs.sample import make_sample  # noqa: PLC0415 - only the sample needs it

    try:
        make_sample(kit, today)
    except Exception:
        kit.path.unlink()
        raise


def list_records(args: argparse.Namespace, words: Words) -> int:  # noqa: ARG001 - all commands are called alike
    """Records of one kind, always as one JSON array."""
    with open_kit(args.kit) as kit:
        print(json_array(kit.read(listed, args.what, args.event)))
    return FINE


def export_files(args: argparse.Namespace, words: Words) -> int:
    """Calendars and prints of an event, in the words' language unless another is asked for."""
    from eventkit.jobs.exporting import export  # noqa: PLC0415 - it brings all documents

    language = args.language or (words.language if words.language in languages() else "en")
    if language.split("-")[0].lower() not in languages():
        raise ExportError("language_unknown", language=language, known=", ".join(languages()))
    only = tuple(name for name in args.only.split(",") if name)
    with open_kit(args.kit) as kit:
        report = export(kit, args.event, args.out, only=only, paper=args.paper, language=language, now=utc_now())
    if args.json:
        print(json_array(_file_record(words, file) for file in report.files))
    else:
        for file in report.files:
            print(words.say("cli", "exported" if file.pages == 0 else "printed", **_spoken(file)))
        _say_findings(words, report.all_findings)
    return _found(report.all_findings)


def _spoken(file: Any) -> dict[str, str | int]:
    return {"path": str(file.path), "size": file.size, "pages": file.pages}


def _file_record(words: Words, file: Any) -> dict[str, Any]:
    return {
        "id": file.id,
        "file": file.path.name,
        "path": str(file.path),
        "size": file.size,
        "sha256": file.sha256,
        "pages": file.pages,
        "findings": [finding_record(words, finding) for finding in file.findings],
    }


def check(args: argparse.Namespace, words: Words) -> int:
    """Whether the file is whole, and what deserves a look."""
    with open_kit(args.kit) as kit:
        found = (*kit.read(integrity), *kit.read(findings))
    if args.json:
        print(json_array(finding_record(words, finding) for finding in found))
    elif found:
        _say_findings(words, found)
    else:
        print(words.say("cli", "all_fine"))
    return FOUND if found else FINE


def history(args: argparse.Namespace, words: Words) -> int:
    """The steps, the newest first."""
    with open_kit(args.kit) as kit:
        told = kit.read(steps)
    if args.json:
        print(
            json_array(
                {
                    "id": step.id,
                    "verb": step.label.verb,
                    "subject": step.label.subject,
                    "text": label_text(words, step.label),
                    "actor": step.actor,
                    "at": step.at.isoformat(),
                    "reverts": step.reverts,
                    "undone": step.undone,
                }
                for step in told
            )
        )
        return FINE
    for step in told:
        text = label_text(words, step.label)
        text = words.say("cli", "step_reverts", text=text, step=step.reverts) if step.reverts else text
        text = words.say("cli", "step_undone", text=text) if step.undone else text
        print(f"{step.id:>5}  {step.at.astimezone():%Y-%m-%d %H:%M}  {step.actor}  {text}")
    return FINE


def undo(args: argparse.Namespace, words: Words) -> int:
    """Take the last step back."""
    with open_kit(args.kit) as kit:
        return _say_change(words, "undo", kit.undo())


def redo(args: argparse.Namespace, words: Words) -> int:
    """Do the step that was taken back last again."""
    with open_kit(args.kit) as kit:
        return _say_change(words, "redo", kit.redo())


def _say_change(words: Words, what: str, change: Change | None) -> int:
    if change is None:
        print(words.say("cli", f"nothing_to_{what}"))
    else:
        print(words.say("cli", f"{what}_done", text=label_text(words, change.label)))
    return FINE


def dump(args: argparse.Namespace, words: Words) -> int:  # noqa: ARG001 - all commands are called alike
    """The logical content, a JSON line a row."""
    with open_kit(args.kit) as kit:
        for line in kit.read(lambda db: tuple(dump_lines(db))):
            print(line)
    return FINE


def _say_findings(words: Words, found: Iterable[Finding]) -> None:
    for finding in found:
        print(finding_line(words, finding))


def _found(found: Iterable[Finding]) -> int:
    return FOUND if any(finding.severity != Severity.NOTE for finding in found) else FINE


COMMANDS: dict[str, Callable[[argparse.Namespace, Words], int]] = {
    "new": new,
    "import": import_files,
    "list": list_records,
    "export": export_files,
    "check": check,
    "history": history,
    "undo": undo,
    "redo": redo,
    "dump": dump,
}
