"""The facts of access and their answers in words."""

from PySide6.QtCore import QObject

from eventkit.domain.access import Answer, Fact


class AccessWords(QObject):
    """Short enough to stand before a choice."""

    def answer(self, answer: Answer) -> str:
        """What is known."""
        return {
            Answer.UNKNOWN: self.tr("unknown"),
            Answer.YES: self.tr("yes"),
            Answer.PARTLY: self.tr("partly"),
            Answer.NO: self.tr("no"),
        }[answer]

    def fact(self, fact: Fact) -> str:
        """What it is about."""
        return {
            Fact.LAST_TRANSPORT: self.tr("Step-free transport after the end"),
            Fact.PARKING: self.tr("Parking for disabled visitors"),
            Fact.DROP_OFF: self.tr("Place to be dropped off"),
            Fact.STEP_FREE: self.tr("Step-free entrance"),
            Fact.RAMP: self.tr("Ramp"),
            Fact.DOORS: self.tr("Wide doors"),
            Fact.LIFT: self.tr("Lift"),
            Fact.SIGNS: self.tr("Signs, also to touch"),
            Fact.AISLES: self.tr("Aisles of 2.5 m"),
            Fact.FLOOR: self.tr("Even floor"),
            Fact.SEATS: self.tr("Reserved seats"),
            Fact.TOILET: self.tr("Accessible toilet"),
            Fact.ALL_GENDER_TOILET: self.tr("Toilet for all genders"),
            Fact.CHANGING_TABLE: self.tr("Changing table"),
            Fact.NURSING_ROOM: self.tr("Nursing room"),
            Fact.QUIET_ROOM: self.tr("Quiet room"),
            Fact.HEARING_LOOP: self.tr("Hearing loop"),
            Fact.CAPTIONS: self.tr("Captions possible"),
            Fact.LIGHT: self.tr("Calm light, no strobe"),
            Fact.SCENTS: self.tr("Free of scents and allergens"),
            Fact.SERVICE_ANIMALS: self.tr("Place for service animals"),
        }[fact]
