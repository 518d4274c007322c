"""What is known of a venue besides its address."""

from sqlalchemy import delete, insert, select

from eventkit.domain.access import Answer, Fact, VenueFact
from eventkit.models.programme import VenueRow
from eventkit.models.venues import VenueFactRow
from eventkit.services.db import Db
from eventkit.services.rows import cleaned, require, table


def venue_facts(db: Db, venue_id: int) -> tuple[VenueFact, ...]:
    """Every fact of a venue in order, also those that nothing is known of."""
    facts = table(VenueFactRow).c
    rows = db.execute(select(facts.fact, facts.answer, facts.note).where(facts.venue_id == venue_id))
    known = {row.fact: VenueFact(fact=Fact(row.fact), answer=Answer(row.answer), note=row.note) for row in rows}
    return tuple(known.get(fact, VenueFact(fact=fact)) for fact in Fact)


def set_venue_fact(db: Db, venue_id: int, fact: Fact, *, answer: Answer, note: str = "") -> VenueFact:
    """Say what is known of one fact; unknown without a note takes it back. Raises NotFoundError."""
    require(db, VenueRow, venue_id)
    rows = table(VenueFactRow)
    told = VenueFact(fact=fact, answer=answer, note=cleaned({"note": note})["note"])
    kept = {"answer": told.answer.value, "note": told.note}
    here = (rows.c.venue_id == venue_id, rows.c.fact == fact.value)
    if told == VenueFact(fact=fact):
        db.execute(delete(rows).where(*here))
    elif db.execute(select(rows.c.id).where(*here)).first() is None:
        db.execute(insert(rows).values(venue_id=venue_id, fact=fact.value, **kept))
    else:
        db.execute(rows.update().where(*here).values(**kept))
    return told
