"""The facts of an event, each kept as soon as it is accepted."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QVBoxLayout, QWidget

from eventkit.domain.history import Label
from eventkit.domain.programme import Chapter, Event, EventState, Programme
from eventkit.jobs.themes import themes
from eventkit.services.events import edit_event
from eventkit.services.programme import chapters
from eventkit.ui.desk import Desk
from eventkit.ui.fields import ChoiceField, Field, MarkdownField, Save, TextField, ZoneChoice
from eventkit.ui.overview.moments import Moments, MomentsField
from eventkit.ui.parts import GRID

LANGUAGES = (
    *("ar", "bg", "bn", "ca", "cs", "da", "de", "el", "en", "es", "et", "eu", "fa", "fi", "fr", "ga", "gl", "he"),
    *("hi", "hr", "hu", "id", "is", "it", "ja", "ko", "lt", "lv", "mk", "ms", "nb", "nl", "pl", "pt", "ro", "ru"),
    *("sk", "sl", "sq", "sr", "sv", "sw", "ta", "th", "tr", "uk", "ur", "vi", "zh"),
)
OF_ITSELF = {"ar": "العربية", "en": "English", "es": "español", "zh": "中文"}
"""Languages that Qt calls by one of their countries."""
ADDRESSES = ("http://", "https://")


class EventFacts(QWidget):
    """A column of fields over one event."""

    def __init__(self, desk: Desk, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._desk = desk
        self._event: Event | None = None
        self.moments = MomentsField(self._keep_moments, now)
        self.fields = self._made()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4 * GRID)
        for name, field in self.fields.items():
            if name == "zone":
                column.addWidget(self.moments)
            column.addWidget(field)

    def show_programme(self, told: Programme) -> None:
        """Show an event's facts."""
        known = self._desk.read(chapters)
        self._event = told.event
        self._offer(known)
        for name, field in self.fields.items():
            field.show_value(getattr(told.event, name))
        self.moments.show_moments(told.event.start, told.event.end, told.chapter.zone if told.chapter else "")

    def _made(self) -> dict[str, Field]:
        """The fields by what they hold, in order."""
        keep = self._keep
        return {
            "title": TextField(self.tr("Title"), keep("title")),
            "subtitle": TextField(self.tr("Subtitle"), keep("subtitle")),
            "state": ChoiceField(self.tr("State"), keep("state"), self._states()),
            "zone": ZoneChoice(self.tr("Time zone"), keep("zone")),
            "description": MarkdownField(
                self.tr("Description"),
                keep("description"),
                hint=self.tr(
                    "Plain Markdown: **bold**, *slanted*, [a link](https://…), a line that begins with - lists."
                ),
            ),
            "language": ChoiceField(self.tr("Language"), keep("language"), self._languages()),
            "url": TextField(self.tr("Public address"), self._address("url"), hint=self.tr("Begins with https://")),
            "register_url": TextField(self.tr("Where people register"), self._address("register_url")),
            "entry": TextField(self.tr("Entry"), keep("entry"), hint=self.tr("For example: free, with registration.")),
            "contact": TextField(self.tr("Contact"), keep("contact")),
            "theme": ChoiceField(self.tr("Look of the prints"), keep("theme"), self._themes()),
            "chapter_id": ChoiceField(self.tr("Group"), keep("chapter_id")),
            "slug": TextField(
                self.tr("Short name"), keep("slug"), hint=self.tr("Folders and the command line call the event so.")
            ),
        }

    def _states(self) -> list[tuple[Any, str]]:
        return [
            (EventState.DRAFT, self.tr("Draft")),
            (EventState.PLANNED, self.tr("Planned")),
            (EventState.ANNOUNCED, self.tr("Announced")),
            (EventState.RUNNING, self.tr("Running")),
            (EventState.DONE, self.tr("Done")),
            (EventState.CANCELLED, self.tr("Cancelled")),
            (EventState.POSTPONED, self.tr("Postponed")),
        ]

    def _languages(self) -> list[tuple[Any, str]]:
        named = [(code, OF_ITSELF.get(code) or QLocale(code).nativeLanguageName()) for code in LANGUAGES]
        return [("", self.tr("Not said")), *sorted(named, key=lambda one: one[1].casefold())]

    def _themes(self) -> list[tuple[Any, str]]:
        own = {"garden": self.tr("Garden"), "indigo": self.tr("Indigo"), "paper": self.tr("Paper")}
        return [("", self.tr("As usual")), *((name, own.get(name, name)) for name in themes())]

    def _offer(self, known: tuple[Chapter, ...]) -> None:
        field = self.fields["chapter_id"]
        if isinstance(field, ChoiceField):
            field.offer([(None, self.tr("No group")), *((chapter.id, chapter.name) for chapter in known)])

    def _keep(self, name: str) -> Save:
        """Keeps one field of the event that is shown."""

        def keep(value: Any) -> str:
            if self._event is None:
                return ""
            fields: Any = {name: value}
            return self._desk.edit(Label(f"event_{name}", self._event.title), edit_event, self._event.id, **fields)

        return keep

    def _address(self, name: str) -> Save:
        keep = self._keep(name)

        def checked(value: str) -> str:
            if value and not value.startswith(ADDRESSES):
                return self.tr("An address begins with https://, for example https://example.org/camp.")
            return keep(value)

        return checked

    def _keep_moments(self, moments: Moments) -> str:
        if self._event is None:
            return ""
        begin, end = moments or (None, None)
        label = Label("event_times", self._event.title)
        return self._desk.edit(label, edit_event, self._event.id, start=begin, end=end)
