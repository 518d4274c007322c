"""The tables of the programme; their names are those of domain.programme."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from eventkit.models.base import Base, Day, Instant, no_nul


class ChapterRow(Base):
    """A local community."""

    __tablename__ = "chapter"
    __table_args__ = (*no_nul("name", "city"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    city: Mapped[str] = mapped_column(default="")
    zone: Mapped[str]


class VenueRow(Base):
    """A place, real or virtual; coordinates are whole microdegrees."""

    __tablename__ = "venue"
    __table_args__ = (*no_nul("name", "street", "postcode", "city", "country", "url", "access"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    street: Mapped[str] = mapped_column(default="")
    postcode: Mapped[str] = mapped_column(default="")
    city: Mapped[str] = mapped_column(default="")
    country: Mapped[str] = mapped_column(default="")
    url: Mapped[str] = mapped_column(default="")
    access: Mapped[str] = mapped_column(default="")
    virtual: Mapped[bool] = mapped_column(default=False)
    latitude_e6: Mapped[int | None]
    longitude_e6: Mapped[int | None]


class EventRow(Base):
    """One meetup, camp or conference."""

    __tablename__ = "event"
    __table_args__ = (*no_nul("slug", "title", "subtitle", "description", "url", "register_url", "entry", "contact"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(unique=True)
    uid: Mapped[str] = mapped_column(unique=True)
    slug: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    subtitle: Mapped[str] = mapped_column(default="")
    description: Mapped[str] = mapped_column(default="")
    state: Mapped[str] = mapped_column(default="planned")
    zone: Mapped[str]
    start: Mapped[datetime | None] = mapped_column(Instant, index=True)
    end: Mapped[datetime | None] = mapped_column(Instant)
    day_change: Mapped[int] = mapped_column(default=0)
    language: Mapped[str] = mapped_column(default="")
    url: Mapped[str] = mapped_column(default="")
    register_url: Mapped[str] = mapped_column(default="")
    entry: Mapped[str] = mapped_column(default="")
    contact: Mapped[str] = mapped_column(default="")
    theme: Mapped[str] = mapped_column(default="")
    chapter_id: Mapped[int | None] = mapped_column(ForeignKey("chapter.id", ondelete="SET NULL"), index=True)
    venue_id: Mapped[int | None] = mapped_column(ForeignKey("venue.id", ondelete="SET NULL"), index=True)


class RoomRow(Base):
    """A room of an event."""

    __tablename__ = "room"
    __table_args__ = (*no_nul("name", "description"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(unique=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), index=True)
    venue_id: Mapped[int | None] = mapped_column(ForeignKey("venue.id", ondelete="SET NULL"), index=True)
    name: Mapped[str]
    position: Mapped[int] = mapped_column(default=0)
    capacity: Mapped[int | None]
    description: Mapped[str] = mapped_column(default="")
    virtual: Mapped[bool] = mapped_column(default=False)


class TrackRow(Base):
    """A thread through an event's programme."""

    __tablename__ = "track"
    __table_args__ = (*no_nul("name"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(unique=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), index=True)
    name: Mapped[str]
    color: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)


class PersonRow(Base):
    """A person with the speaker's facet; `sort_key` is the folded name that lists sort by."""

    __tablename__ = "person"
    __table_args__ = (*no_nul("name", "badge_name", "pronouns", "affiliation", "email", "headline", "bio"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    sort_key: Mapped[str] = mapped_column(index=True)
    badge_name: Mapped[str] = mapped_column(default="")
    pronouns: Mapped[str] = mapped_column(default="")
    affiliation: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(default="")
    headline: Mapped[str] = mapped_column(default="")
    bio: Mapped[str] = mapped_column(default="")


class CrewRow(Base):
    """A person who helps at an event, with the role that the badge says."""

    __tablename__ = "crew"
    __table_args__ = (*no_nul("role"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(unique=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    role: Mapped[str]


class TalkRow(Base):
    """A talk that can be given again."""

    __tablename__ = "talk"
    __table_args__ = (*no_nul("title", "subtitle", "abstract", "description"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    subtitle: Mapped[str] = mapped_column(default="")
    abstract: Mapped[str] = mapped_column(default="")
    description: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(default="")
    kind: Mapped[str] = mapped_column(default="talk")
    minutes: Mapped[int] = mapped_column(default=0)


class TalkPersonRow(Base):
    """A speaker of a reusable talk, in order."""

    __tablename__ = "talk_person"
    __table_args__ = (UniqueConstraint("talk_id", "person_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    talk_id: Mapped[int] = mapped_column(ForeignKey("talk.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    position: Mapped[int] = mapped_column(default=0)


class SessionRow(Base):
    """One entry of an event's programme, scheduled or not."""

    __tablename__ = "session"
    __table_args__ = (
        UniqueConstraint("event_id", "number", name="uq_session_number"),
        UniqueConstraint("event_id", "code", name="uq_session_code"),
        CheckConstraint("minutes >= 0", name="minutes"),
        CheckConstraint("number > 0", name="number"),
        *no_nul("title", "subtitle", "abstract", "description", "url"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(unique=True)
    uid: Mapped[str] = mapped_column(unique=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"))
    number: Mapped[int]
    code: Mapped[str]
    title: Mapped[str]
    subtitle: Mapped[str] = mapped_column(default="")
    abstract: Mapped[str] = mapped_column(default="")
    description: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(default="")
    kind: Mapped[str] = mapped_column(default="talk")
    state: Mapped[str] = mapped_column(default="confirmed")
    start: Mapped[datetime | None] = mapped_column(Instant)
    minutes: Mapped[int] = mapped_column(default=0)
    day: Mapped[date | None] = mapped_column(Day)
    all_rooms: Mapped[bool] = mapped_column(default=False)
    track_id: Mapped[int | None] = mapped_column(ForeignKey("track.id", ondelete="SET NULL"), index=True)
    talk_id: Mapped[int | None] = mapped_column(ForeignKey("talk.id", ondelete="SET NULL"), index=True)
    url: Mapped[str] = mapped_column(default="")


class SessionRoomRow(Base):
    """A room that a session fills."""

    __tablename__ = "session_room"
    __table_args__ = (UniqueConstraint("session_id", "room_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("session.id", ondelete="CASCADE"))
    room_id: Mapped[int] = mapped_column(ForeignKey("room.id", ondelete="CASCADE"), index=True)
    position: Mapped[int] = mapped_column(default=0)


class SessionPersonRow(Base):
    """A speaker of a session, in order."""

    __tablename__ = "session_person"
    __table_args__ = (UniqueConstraint("session_id", "person_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("session.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    position: Mapped[int] = mapped_column(default=0)


class SessionTextRow(Base):
    """A session's words in one more language."""

    __tablename__ = "session_text"
    __table_args__ = (
        UniqueConstraint("session_id", "language"),
        *no_nul("title", "subtitle", "abstract", "description"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("session.id", ondelete="CASCADE"))
    language: Mapped[str]
    title: Mapped[str] = mapped_column(default="")
    subtitle: Mapped[str] = mapped_column(default="")
    abstract: Mapped[str] = mapped_column(default="")
    description: Mapped[str] = mapped_column(default="")


_ONE_OWNER = "(event_id IS NOT NULL) + (session_id IS NOT NULL) + (person_id IS NOT NULL) = 1"


class LinkRow(Base):
    """A web address of an event, a session or a person."""

    __tablename__ = "link"
    __table_args__ = (CheckConstraint(_ONE_OWNER, name="one_owner"), *no_nul("url", "title", "kind"))
    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int | None] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), index=True)
    session_id: Mapped[int | None] = mapped_column(ForeignKey("session.id", ondelete="CASCADE"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    url: Mapped[str]
    title: Mapped[str] = mapped_column(default="")
    kind: Mapped[str] = mapped_column(default="")


class AttachmentRow(Base):
    """A file of an event, a session or a person: an address, or a blob of the kit."""

    __tablename__ = "attachment"
    __table_args__ = (CheckConstraint(_ONE_OWNER, name="one_owner"), *no_nul("title", "url", "mime"))
    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int | None] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), index=True)
    session_id: Mapped[int | None] = mapped_column(ForeignKey("session.id", ondelete="CASCADE"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    title: Mapped[str]
    url: Mapped[str] = mapped_column(default="")
    mime: Mapped[str] = mapped_column(default="")
    sha256: Mapped[str] = mapped_column(default="")


class SourceRow(Base):
    """A file of another system that an event was imported from; `key` is the event's id there."""

    __tablename__ = "source"
    __table_args__ = (UniqueConstraint("event_id", "format"), *no_nul("format", "key"))
    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"))
    format: Mapped[str]
    key: Mapped[str] = mapped_column(default="")


class SourceItemRow(Base):
    """What a source said last of one item: `said` is canonical JSON, `item_id` the row it became.

    `kind` is event, room, track, person or session; `key` the item's id in the file. `gone` marks a
    session that the newest version of the file no longer has.
    """

    __tablename__ = "source_item"
    __table_args__ = (
        UniqueConstraint("source_id", "kind", "key"),
        Index("ix_source_item_item", "kind", "item_id"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    source_id: Mapped[int] = mapped_column(ForeignKey("source.id", ondelete="CASCADE"))
    kind: Mapped[str]
    key: Mapped[str]
    item_id: Mapped[int]
    said: Mapped[str]
    gone: Mapped[bool] = mapped_column(default=False)
