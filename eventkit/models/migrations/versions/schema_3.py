"""What the organizer's workspace keeps: guests, facts of venues and people, the run sheet, plans and versions."""

from alembic import op

from eventkit.models.schema import statements_of

revision = "3"
down_revision = "2"

NEW = (
    "guest",
    "venue_fact",
    "profile",
    "consent",
    "cue",
    "times",
    "session_plan",
    "version",
    "room_hours",
    "event_plan",
)


def upgrade() -> None:
    """Make the new tables with their indexes."""
    for table in NEW:
        for statement in statements_of(3, table):
            op.get_bind().exec_driver_sql(statement)
