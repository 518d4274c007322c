"""How people get into a place and around in it: facts that an organizer asks a venue for."""

from dataclasses import dataclass
from enum import StrEnum


class Answer(StrEnum):
    """What is known of a fact; unknown is never no."""

    UNKNOWN = "unknown"
    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class Fact(StrEnum):
    """What there is to know of a place, in the order in which a visitor meets it."""

    LAST_TRANSPORT = "last_transport"
    PARKING = "parking"
    DROP_OFF = "drop_off"
    STEP_FREE = "step_free"
    RAMP = "ramp"
    DOORS = "doors"
    LIFT = "lift"
    SIGNS = "signs"
    AISLES = "aisles"
    FLOOR = "floor"
    SEATS = "seats"
    TOILET = "toilet"
    ALL_GENDER_TOILET = "all_gender_toilet"
    CHANGING_TABLE = "changing_table"
    NURSING_ROOM = "nursing_room"
    QUIET_ROOM = "quiet_room"
    HEARING_LOOP = "hearing_loop"
    CAPTIONS = "captions"
    LIGHT = "light"
    SCENTS = "scents"
    SERVICE_ANIMALS = "service_animals"


@dataclass(frozen=True, slots=True, kw_only=True)
class VenueFact:
    """What is known of one fact of a place; `note` is the organizer's own words (a width, a distance)."""

    fact: Fact
    answer: Answer = Answer.UNKNOWN
    note: str = ""
