"""The table of an event's guests; its names are those of domain.guests."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from eventkit.models.base import Base, Day, Instant, no_nul


class GuestRow(Base):
    """A guest of an event.

    `folded` is the folded name that lists sort by, then affiliation and ticket on lines of their own, for the filter.
    `said` is what a list said last of the guest, as canonical JSON; empty for one that was typed in. `delete_on` is
    empty where the day follows the event's end.
    """

    __tablename__ = "guest"
    __table_args__ = (
        Index("ix_guest_event_id_folded", "event_id", "folded"),
        *no_nul("name", "folded", "ticket", "pronouns", "affiliation", "email", "note", "said"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(unique=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"))
    name: Mapped[str]
    folded: Mapped[str]
    ticket: Mapped[str] = mapped_column(default="")
    pronouns: Mapped[str] = mapped_column(default="")
    affiliation: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    first_time: Mapped[bool] = mapped_column(default=False)
    photo: Mapped[str] = mapped_column(default="ask")
    checked_in: Mapped[datetime | None] = mapped_column(Instant)
    note: Mapped[str] = mapped_column(default="")
    delete_on: Mapped[date | None] = mapped_column(Day)
    said: Mapped[str] = mapped_column(default="")
