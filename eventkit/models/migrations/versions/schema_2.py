"""The ledger notes each item once in each kind of file."""

from alembic import op

revision = "2"
down_revision = "1"


def upgrade() -> None:
    """Keep the newest note of each item and let the file itself refuse a second."""
    op.execute("DELETE FROM published WHERE id NOT IN (SELECT max(id) FROM published GROUP BY kind, item)")
    op.drop_index("ix_published_item", "published")
    op.create_index("ix_published_kind_item", "published", ["kind", "item"], unique=True)
