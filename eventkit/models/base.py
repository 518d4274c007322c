"""The base of all tables, and the column types that SQLite lacks."""

from datetime import UTC, date, datetime

from sqlalchemy import CheckConstraint, Integer, MetaData, String, Text
from sqlalchemy.engine.interfaces import Dialect
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.types import TypeDecorator

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Base(DeclarativeBase):
    """Every table derives from it."""

    metadata = metadata


class Instant(TypeDecorator[datetime]):
    """An aware datetime kept as whole UTC seconds since 1970; read back in UTC."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:  # noqa: ARG002 - SQLAlchemy calls it so
        """Seconds; a naive datetime is a programming error."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs a zone")
        return int(value.timestamp())

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy calls it so
        """The instant in UTC."""
        return None if value is None else datetime.fromtimestamp(value, UTC)


class Day(TypeDecorator[date]):
    """A calendar date kept as ISO text."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy calls it so
        """ISO text."""
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:  # noqa: ARG002 - SQLAlchemy calls it so
        """The date."""
        return None if value is None else date.fromisoformat(value)


def no_nul(*columns: str) -> tuple[CheckConstraint, ...]:
    """CHECKs that the named text columns hold no NUL character."""
    return tuple(CheckConstraint(f"instr({column}, char(0)) = 0", name=f"{column}_no_nul") for column in columns)


__all__ = ["Base", "Day", "Instant", "Text", "metadata", "no_nul"]
