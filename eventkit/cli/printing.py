"""How the command line says things: lines for people, JSON for scripts."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from eventkit.domain.errors import EventKitError
from eventkit.domain.findings import Finding
from eventkit.domain.history import Label
from eventkit.domain.imports import ReportRow
from eventkit.domain.words import Words


def json_array(records: Iterable[Mapping[str, Any]]) -> str:
    """One JSON array, a record a line."""
    lines = ",\n".join(f" {json.dumps(record, ensure_ascii=False)}" for record in records)
    return f"[\n{lines}\n]" if lines else "[]"


def refusal(words: Words, error: EventKitError) -> str:
    """The one line that says why nothing was done."""
    return f"eventkit: {' '.join(words.say('error', error.code, **error.values).split())}"


def label_text(words: Words, label: Label) -> str:
    """What a step is called."""
    return words.say("step", label.verb, subject=label.subject).strip()


def finding_record(words: Words, finding: Finding) -> dict[str, Any]:
    """A finding for scripts, its words beside the code."""
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "place": finding.place,
        "text": words.say("finding", finding.code, **finding.values),
        "values": finding.values,
    }


def finding_line(words: Words, finding: Finding) -> str:
    """A finding for people."""
    severity = words.say("cli", finding.severity.value)
    text = words.say("finding", finding.code, **finding.values)
    return f"{severity}: {finding.place}: {text}" if finding.place else f"{severity}: {text}"


def row_record(words: Words, row: ReportRow) -> dict[str, str]:
    """A row of an import's report for scripts."""
    return {"place": row.place, "reason": row_text(words, row)}


def row_text(words: Words, row: ReportRow) -> str:
    """What a row of an import's report says; fields of records by their names in the reader's language."""
    values = dict(row.values)
    if "field" in values and words.has("cli", f"field_{values['field']}"):
        values["field"] = words.say("cli", f"field_{values['field']}")
    return words.say("report", row.code, **values)
