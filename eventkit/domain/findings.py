"""Findings: what deserves a look, with the place it stands at; never a refusal."""

from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something to look at.

    `code` is a key of the word list section `finding`, `values` fill its placeholders, `place` names
    the record, file line or page it stands at in the user's own words (a title, "page 2").
    """

    code: str
    severity: Severity = Severity.WARNING
    place: str = ""
    values: dict[str, str] = field(default_factory=dict)
