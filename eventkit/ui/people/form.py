"""The form of a person: each field is kept when it is left."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from eventkit.domain.availability import availability
from eventkit.domain.errors import EventKitError
from eventkit.domain.history import Label
from eventkit.domain.people import Appearance, Consent, Profile, Scope
from eventkit.domain.programme import Link, Person
from eventkit.services.people import copy_person, delete_person, edit_person, person_by_id
from eventkit.services.profiles import appearances, edit_profile, give_consent, profile, withdraw_consent
from eventkit.services.search import Hit
from eventkit.ui.dates import dated
from eventkit.ui.desk import Desk
from eventkit.ui.fields import Field, MarkdownField, Save, TextField
from eventkit.ui.fonts import BOLD
from eventkit.ui.forms import mark
from eventkit.ui.parts import GRID, button, label
from eventkit.ui.rows import Row
from eventkit.ui.rows_view import RowsView
from eventkit.ui.theme import Theme
from eventkit.ui.widgets import rule, scrolled, short_label


class LinesField(Field):
    """Several lines of text, kept when they are left."""

    def __init__(self, title: str, save: Save, *, hint: str = "", lines: int = 3) -> None:
        self.edit = QPlainTextEdit()
        self.edit.setTabChangesFocus(True)
        self.edit.setFixedHeight(lines * self.edit.fontMetrics().lineSpacing() + 5 * GRID)
        super().__init__(title, self.edit, save, hint=hint)
        self.edit.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leaving the text ends its editing."""
        if watched is self.edit and event.type() == QEvent.Type.FocusOut:
            self.settle()
        return super().eventFilter(watched, event)

    def value(self) -> str:
        """The text without what surrounds it."""
        return self.edit.toPlainText().strip()

    def put(self, value: str) -> None:
        """Show a text."""
        if self.value() != value:
            self.edit.setPlainText(value)


class Biography(MarkdownField):
    """A few lines about somebody."""

    LINES = 4


class ConsentRow(QWidget):
    """One thing that somebody may consent to: whether, since when, and where it is written down."""

    def __init__(self, title: str, keep: Callable[[Consent | None], object], scope: Scope) -> None:
        super().__init__()
        self._keep, self._scope = keep, scope
        self._shown: Consent | None = None
        self.given = QCheckBox(title)
        self.given.clicked.connect(self._settle)
        self.since, self.source = QLineEdit(), QLineEdit()
        for edit, told, wide in (
            (self.since, self.tr("since 2027-01-31"), 132),
            (self.source, self.tr("written down in"), 0),
        ):
            edit.setPlaceholderText(told)
            edit.setAccessibleName(f"{title}: {told}")
            edit.editingFinished.connect(self._settle)
            if wide:
                edit.setFixedWidth(wide)
        self.problem = label(self.tr("Write the day as 2027-01-31."), kind="bad", size=0.9)
        self.problem.hide()
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        row.setContentsMargins(7 * GRID, 0, 0, 0)
        row.addWidget(self.since)
        row.addWidget(self.source, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GRID)
        whole.addWidget(self.given)
        whole.addLayout(row)
        whole.addWidget(self.problem)

    def show_value(self, consent: Consent | None) -> None:
        """What is kept now."""
        self.given.setChecked(consent is not None)
        for edit in (self.since, self.source):
            edit.setVisible(consent is not None)
        self._shown = consent
        if consent is not None:
            self.since.setText("" if consent.given_on is None else consent.given_on.isoformat())
            self.source.setText(consent.source)

    def _settle(self) -> None:
        given = self.given.isChecked()
        day = _day(self.since.text())
        wrong = given and day is None and bool(self.since.text().strip())
        self.problem.setVisible(wrong)
        mark(self.since, invalid=wrong)
        if wrong:
            return
        told = Consent(scope=self._scope, given_on=day, source=self.source.text().strip()) if given else None
        if told != self._shown:
            self._keep(told)


def _day(text: str) -> date | None:
    """The day that was written as 2027-01-31, None for anything else."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None


class PersonForm(QWidget):
    """Shows and edits one person; its fields are made when they are first needed.

    `copied` carries the id of a duplicate, `place_wanted` a Hit to go to.
    """

    copied = Signal(int)
    place_wanted = Signal(object)

    def __init__(self, theme: Theme, desk: Desk) -> None:
        super().__init__()
        self._theme, self._desk = theme, desk
        self._id: int | None = None
        self._name = ""
        self._links: tuple[Link, ...] = ()
        self._fields: dict[str, Field] = {}

    def show_person(self, person_id: int) -> None:
        """Fill the form; what is being typed about the same person stays."""
        if not self._fields:
            self._lay_out()
        person, known = self._desk.read(person_by_id, person_id), self._desk.read(profile, person_id)
        self._id, self._name, self._links = person.id, person.name, person.links
        self.heading.setText(person.name)
        for name, field in self._fields.items():
            field.show_value(self._value(name, person, known))
        self._tell_unread(known.availability)
        given = {consent.scope: consent for consent in known.consents}
        for scope, row in self._consents.items():
            row.show_value(given.get(scope))
        rows = [self._row(number, one) for number, one in enumerate(self._desk.read(appearances, person_id))]
        self._spoken.show_rows(rows)
        self._nowhere.setVisible(not rows)

    def begin(self) -> None:
        """Put the keyboard into the name."""
        self._fields["name"].control.setFocus()

    def field(self, name: str) -> Field:
        """The field of that name."""
        return self._fields[name]

    def consent(self, scope: Scope) -> ConsentRow:
        """The line of that consent."""
        return self._consents[scope]

    def _furnish(self) -> None:
        """What the fields stand beside."""
        self.heading = short_label(size=1.15, weight=BOLD)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 3 * GRID, 0)
        self._column.setSpacing(3 * GRID)
        self._spoken = RowsView(self._theme, self.tr("Where they spoke and helped"), unrolled=True)
        self._spoken.chosen.connect(self.place_wanted)
        self._consents = {
            scope: ConsentRow(text, partial(self._keep_consent, scope), scope)
            for scope, text in (
                (Scope.PHOTO, self.tr("Photos may be shown")),
                (Scope.LISTING, self.tr("May be listed in public")),
                (Scope.CONTACT, self.tr("May be written to")),
            )
        }

    def _lay_out(self) -> None:
        self._furnish()
        public, private = "edit_person", "edit_profile"
        self._pair(
            self._line("name", self.tr("Name"), public), self._line("badge_name", self.tr("Name on the badge"), public)
        )
        self._pair(
            self._line("pronouns", self.tr("Pronouns"), public),
            self._line("pronunciation", self.tr("Pronunciation"), private),
        )
        self._pair(
            self._line("affiliation", self.tr("Affiliation"), public), self._line("email", self.tr("E-mail"), public)
        )
        self._pair(
            self._line("languages", self.tr("Languages"), private), self._line("topics", self.tr("Topics"), private)
        )
        self._add(self._line("headline", self.tr("In one line"), public))
        self._add(self._put("bio", Biography(self.tr("Biography"), self._saver("bio", public))))
        self._add(
            self._put("links", LinesField(self.tr("Links"), self._keep_links, hint=self.tr("One address a line.")))
        )
        hint = self.tr("For example: not after 20:00, only Saturday morning.")
        self._add(self._line("availability", self.tr("When they can come"), private, hint=hint))
        self.unread = label(kind="muted", size=0.9, wrap=True)
        self._column.addWidget(self.unread)
        self._section(self.tr("Private: on no print, in no export"))
        for name, title in (
            ("access_needs", self.tr("Access needs")),
            ("av_needs", self.tr("Sound and picture needs")),
        ):
            self._add(self._put(name, LinesField(title, self._saver(name, private), lines=2)))
        self._section(self.tr("Consents"))
        for row in self._consents.values():
            self._column.addWidget(row)
        self._section(self.tr("Where they spoke and helped"))
        self._nowhere = label(self.tr("Nowhere yet."), kind="muted")
        self._column.addWidget(self._nowhere)
        self._column.addWidget(self._spoken)
        self._column.addStretch(1)
        content = QWidget()
        content.setLayout(self._column)
        self.copy_button, self.delete_button = button(self.tr("Duplicate")), button(self.tr("Delete"))
        self.copy_button.clicked.connect(self._copy)
        self.delete_button.clicked.connect(self._delete)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.copy_button)
        head.addWidget(self.delete_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(2 * GRID)
        whole.addLayout(head)
        whole.addWidget(scrolled(content), 1)

    def _line(self, name: str, title: str, operation: str, *, hint: str = "") -> Field:
        return self._put(name, TextField(title, self._saver(name, operation), hint=hint))

    def _put(self, name: str, field: Field) -> Field:
        self._fields[name] = field
        return field

    def _add(self, field: Field) -> None:
        self._column.addWidget(field)

    def _pair(self, *fields: Field) -> None:
        row = QHBoxLayout()
        row.setSpacing(3 * GRID)
        for field in fields:
            row.addWidget(field, 1)
        self._column.addLayout(row)

    def _section(self, title: str) -> None:
        self._column.addSpacing(GRID)
        self._column.addWidget(rule())
        self._column.addWidget(label(title, weight=BOLD))

    def _value(self, name: str, person: Person, known: Profile) -> str:
        if name == "links":
            return "\n".join(" ".join(filter(None, (link.url, link.title))) for link in person.links)
        return str(getattr(known if hasattr(known, name) else person, name))

    def _saver(self, name: str, operation: str) -> Save:
        return lambda value: self._save(operation, **{name: value})

    def _save(self, operation: str, **values: Any) -> str:
        """Keep, or answer why not."""
        if self._id is None:
            return ""
        keep: Callable[..., Any] = edit_person if operation == "edit_person" else edit_profile
        try:
            _, change = self._desk.open_kit.write(Label("edit_person", self._name), keep, self._id, **values)
        except EventKitError as error:
            return self._desk.say_error(error)
        self._desk.tell(change)
        return ""

    def _keep_links(self, text: str) -> str:
        kinds = {link.url: link.kind for link in self._links}
        links = []
        for line in filter(None, map(str.strip, text.splitlines())):
            url, _, title = line.partition(" ")
            if not url.startswith(("https://", "http://", "mailto:")):
                return self.tr("“{line}” is no address: it begins with https://").format(line=line)
            links.append(Link(url=url, title=title.strip(), kind=kinds.get(url, "")))
        return self._save("edit_person", links=tuple(links))

    def _keep_consent(self, scope: Scope, told: Consent | None) -> None:
        if self._id is None:
            return
        if told is None:
            self._desk.write(Label("withdraw_consent", self._name), withdraw_consent, self._id, scope)
        else:
            self._desk.write(
                Label("give_consent", self._name),
                give_consent,
                self._id,
                scope,
                given_on=told.given_on,
                source=told.source,
            )

    def _tell_unread(self, text: str) -> None:
        """What of the availability is not understood, so that no clash is found by it."""
        unread = availability(text).unread
        self.unread.setVisible(bool(unread))
        self.unread.setText(self.tr("Not understood, kept as a note: {text}").format(text="; ".join(unread)))

    def _row(self, number: int, one: Appearance) -> Row:
        when = self.tr("no time yet") if one.start is None else dated(one.start.date())
        kind, key = ("event", one.event_id) if one.session_id is None else ("session", one.session_id)
        return Row(
            key=number,
            title=one.title,
            meta=f"{one.event} · {when}",
            drawing="person" if one.session_id is None else "session",
            data=Hit(kind=kind, id=key, title=one.title, event_id=one.event_id),
        )

    def _copy(self) -> None:
        if self._id is not None:
            made = self._desk.write(Label("copy_person", self._name), copy_person, self._id)
            if made is not None:
                self.copied.emit(made.id)

    def _delete(self) -> None:
        if self._id is not None:
            self._desk.write(Label("delete_person", self._name), delete_person, self._id)
