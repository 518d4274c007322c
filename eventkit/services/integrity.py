"""Whether a kit's file is whole."""

from eventkit.domain.findings import Finding, Severity
from eventkit.models.file import damage
from eventkit.services.db import Db


def integrity(db: Db) -> tuple[Finding, ...]:
    """One finding for each fault that the file's own checks tell; none for a whole kit."""
    return tuple(
        Finding(code="kit_damage", severity=Severity.ERROR, values={"what": line}) for line in damage(db.connection())
    )
