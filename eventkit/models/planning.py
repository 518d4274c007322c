"""The tables of planning: what holds a session in its place, hours of rooms, versions of a schedule."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from eventkit.models.base import Base, Instant, no_nul


class SessionPlanRow(Base):
    """How a session is planned; one that nothing is said of has no row."""

    __tablename__ = "session_plan"
    __table_args__ = (CheckConstraint("expected >= 0", name="expected"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("session.id", ondelete="CASCADE"), unique=True)
    locked: Mapped[bool] = mapped_column(default=False)
    expected: Mapped[int | None]


class VersionRow(Base):
    """An event's schedule as it once stood: `places` is canonical JSON, an object for each session."""

    __tablename__ = "version"
    __table_args__ = (*no_nul("name", "places"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(unique=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), index=True)
    name: Mapped[str]
    at: Mapped[datetime] = mapped_column(Instant)
    places: Mapped[str]


class RoomHoursRow(Base):
    """When a room is open, in minutes after midnight; one that nothing is said of has no row."""

    __tablename__ = "room_hours"
    id: Mapped[int] = mapped_column(primary_key=True)
    room_id: Mapped[int] = mapped_column(ForeignKey("room.id", ondelete="CASCADE"), unique=True)
    opens: Mapped[int | None]
    closes: Mapped[int | None]


class EventPlanRow(Base):
    """How an event is planned; one that nothing is said of has no row."""

    __tablename__ = "event_plan"
    __table_args__ = (CheckConstraint("changeover >= 0", name="changeover"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), unique=True)
    changeover: Mapped[int]
