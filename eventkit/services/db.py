"""The database session that operations and queries get first."""

from sqlalchemy.orm import Session as Db

__all__ = ["Db"]
