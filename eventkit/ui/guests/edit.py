"""Dialogs that ask what is known of a guest, or of several."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from eventkit.domain.guests import Guest, Photo
from eventkit.services.guests import GuestDetails, GuestFields
from eventkit.ui.forms import Ask


class EditGuest(Ask):
    """Everything about one guest; a name is enough."""

    def __init__(self, parent: QWidget, title: str, action: str, guest: Guest | None = None) -> None:
        super().__init__(parent, title, action, width=520)
        self.name, self.pronouns, self.affiliation = QLineEdit(), QLineEdit(), QLineEdit()
        self.ticket, self.email, self.note = QLineEdit(), QLineEdit(), QLineEdit()
        self.first_time = QCheckBox(self.tr("Here for the first time"))
        self.photo = photo_box()
        self.add_field(self.tr("Name"), self.name)
        self.add_beside((self.tr("Pronouns"), self.pronouns), (self.tr("Affiliation"), self.affiliation))
        self.add_beside((self.tr("Ticket"), self.ticket), (self.tr("Photos"), self.photo))
        self.add_field(self.tr("E-mail"), self.email, hint=self.tr("To know people again; it is on no print."))
        self.add_field(self.tr("Note"), self.note, hint=self.tr("For you alone; it is on no print."))
        self.column.addWidget(self.first_time)
        if guest is not None:
            for field, text in (
                (self.name, guest.name),
                (self.pronouns, guest.pronouns),
                (self.affiliation, guest.affiliation),
                (self.ticket, guest.ticket),
                (self.email, guest.email),
                (self.note, guest.note),
            ):
                field.setText(text)
            self.first_time.setChecked(guest.first_time)
            self.photo.setCurrentIndex(self.photo.findData(guest.photo))

    def act(self) -> None:
        """A guest needs a name."""
        if self.name.text().strip():
            self.accept()
        else:
            self.refuse(self.tr("A guest needs a name."), self.name)

    def fields(self) -> GuestFields:
        """What was filled in."""
        return {
            "name": self.name.text(),
            "pronouns": self.pronouns.text(),
            "affiliation": self.affiliation.text(),
            "ticket": self.ticket.text(),
            "email": self.email.text(),
            "note": self.note.text(),
            "first_time": self.first_time.isChecked(),
            "photo": Photo(self.photo.currentData()),
        }


class EditGuests(Ask):
    """What several guests shall have in common; what is left alone stays as it is."""

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent, title, self.tr("Keep"), hint=self.tr("What you leave alone stays as it is."))
        self.affiliation, self.ticket = QLineEdit(), QLineEdit()
        self.photo, self.first_time = photo_box(), QComboBox()
        self.first_time.addItem(self.tr("yes"), True)
        self.first_time.addItem(self.tr("no"), False)
        for box in (self.photo, self.first_time):
            box.insertItem(0, self.tr("as it is"), None)
            box.setCurrentIndex(0)
        for text, field in (
            (self.tr("Affiliation"), self.affiliation),
            (self.tr("Ticket"), self.ticket),
            (self.tr("Photos"), self.photo),
            (self.tr("Here for the first time"), self.first_time),
        ):
            self.add_field(text, field)

    def fields(self) -> GuestDetails:
        """What was filled in."""
        told: GuestDetails = {}
        if self.affiliation.text().strip():
            told["affiliation"] = self.affiliation.text()
        if self.ticket.text().strip():
            told["ticket"] = self.ticket.text()
        if self.photo.currentData() is not None:
            told["photo"] = Photo(self.photo.currentData())
        if self.first_time.currentData() is not None:
            told["first_time"] = bool(self.first_time.currentData())
        return told


def photo_box() -> QComboBox:
    """A choice of wishes about photos."""
    box = QComboBox()
    for photo, text in (
        (Photo.ASK, QCoreApplication.translate("Photos", "ask first")),
        (Photo.YES, QCoreApplication.translate("Photos", "yes")),
        (Photo.NO, QCoreApplication.translate("Photos", "no")),
    ):
        box.addItem(text, photo)
    return box
