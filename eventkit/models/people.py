"""The tables of what is known of people besides the programme; their names are those of domain.people."""

from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from eventkit.models.base import Base, Day, no_nul


class ProfileRow(Base):
    """What is known of a person; one that nothing is known of has no row."""

    __tablename__ = "profile"
    __table_args__ = (*no_nul("pronunciation", "languages", "topics", "availability", "access_needs", "av_needs"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), unique=True)
    pronunciation: Mapped[str] = mapped_column(default="")
    languages: Mapped[str] = mapped_column(default="")
    topics: Mapped[str] = mapped_column(default="")
    availability: Mapped[str] = mapped_column(default="")
    access_needs: Mapped[str] = mapped_column(default="")
    av_needs: Mapped[str] = mapped_column(default="")


class ConsentRow(Base):
    """A person's consent to one thing."""

    __tablename__ = "consent"
    __table_args__ = (UniqueConstraint("person_id", "scope"), *no_nul("source"))
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    scope: Mapped[str]
    given_on: Mapped[date | None] = mapped_column(Day)
    source: Mapped[str] = mapped_column(default="")
