"""The table of what is known of venues; its names are those of domain.access."""

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from eventkit.models.base import Base, no_nul


class VenueFactRow(Base):
    """One fact of a venue with its answer; a fact that nothing is known of has no row."""

    __tablename__ = "venue_fact"
    __table_args__ = (UniqueConstraint("venue_id", "fact"), *no_nul("note"))
    id: Mapped[int] = mapped_column(primary_key=True)
    venue_id: Mapped[int] = mapped_column(ForeignKey("venue.id", ondelete="CASCADE"))
    fact: Mapped[str]
    answer: Mapped[str] = mapped_column(default="unknown")
    note: Mapped[str] = mapped_column(default="")
