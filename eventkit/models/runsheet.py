"""The tables of the run sheet; their names are those of domain.runsheet."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from eventkit.models.base import Base, Instant, no_nul


class CueRow(Base):
    """A line that is on the run sheet alone."""

    __tablename__ = "cue"
    __table_args__ = (
        CheckConstraint("minutes >= 0", name="minutes_positive"),
        *no_nul("title", "text", "owner"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(unique=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), index=True)
    title: Mapped[str]
    start: Mapped[datetime] = mapped_column(Instant)
    minutes: Mapped[int] = mapped_column(default=0)
    text: Mapped[str] = mapped_column(default="")
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"), index=True)
    owner: Mapped[str] = mapped_column(default="")
    room_id: Mapped[int | None] = mapped_column(ForeignKey("room.id", ondelete="SET NULL"), index=True)
    kind: Mapped[str] = mapped_column(default="crew")


class TimesRow(Base):
    """When a session or a cue really began and ended."""

    __tablename__ = "times"
    __table_args__ = (CheckConstraint("(session_id IS NULL) <> (cue_id IS NULL)", name="of_one"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[int | None] = mapped_column(ForeignKey("session.id", ondelete="CASCADE"), unique=True)
    cue_id: Mapped[int | None] = mapped_column(ForeignKey("cue.id", ondelete="CASCADE"), unique=True)
    started: Mapped[datetime | None] = mapped_column(Instant)
    ended: Mapped[datetime | None] = mapped_column(Instant)
