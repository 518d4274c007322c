"""The first schema."""

from alembic import op

from eventkit.models.schema import create_schema

revision = "1"
down_revision = None


def upgrade() -> None:
    """Make all tables."""
    create_schema(op.get_bind(), 1)
