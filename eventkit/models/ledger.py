"""The tables outside undo: the kit itself, its history, its blobs and what has left it."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from eventkit.models.base import Base, Instant


class KitMetaRow(Base):
    """The kit's own line: one row, id 1."""

    __tablename__ = "kit_meta"
    id: Mapped[int] = mapped_column(primary_key=True)
    kit_uuid: Mapped[str]
    min_reader: Mapped[int]
    min_writer: Mapped[int]
    app_version: Mapped[str]


class TxnRow(Base):
    """A step of the history; `verb` is a key of the word list section `step`, `subject` what it was done to.

    `reverts` names the step that this one took back (an undo, or a redo when that step was an undo).
    """

    __tablename__ = "txn"
    id: Mapped[int] = mapped_column(primary_key=True)
    verb: Mapped[str]
    subject: Mapped[str] = mapped_column(default="")
    actor: Mapped[str] = mapped_column(default="")
    at: Mapped[datetime] = mapped_column(Instant)
    reverts: Mapped[int | None] = mapped_column(ForeignKey("txn.id"))


class ChangeLogRow(Base):
    """One row's images before and after, as typed JSON; NULL where the row did not exist."""

    __tablename__ = "change_log"
    seq: Mapped[int] = mapped_column(primary_key=True)
    txn: Mapped[int] = mapped_column(ForeignKey("txn.id", ondelete="CASCADE"), index=True)
    table: Mapped[str]
    pk: Mapped[int]
    before: Mapped[str | None]
    after: Mapped[str | None]


class PublishedRow(Base):
    """The last state of an item that left the kit; `content` is the record as it was sent, in JSON."""

    __tablename__ = "published"
    __table_args__ = (Index("ix_published_kind_item", "kind", "item", unique=True),)
    id: Mapped[int] = mapped_column(primary_key=True)
    item: Mapped[str]
    kind: Mapped[str]
    fingerprint: Mapped[str]
    sequence: Mapped[int] = mapped_column(default=0)
    at: Mapped[datetime] = mapped_column(Instant)
    content: Mapped[str]


class BlobRow(Base):
    """An attachment's bytes, named by their sha256; insert-only, at most 25 MB."""

    __tablename__ = "blob"
    sha256: Mapped[str] = mapped_column(primary_key=True)
    size: Mapped[int]
    mime: Mapped[str] = mapped_column(default="")
    data: Mapped[bytes] = mapped_column(LargeBinary)
