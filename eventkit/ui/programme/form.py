"""The form of one session, beside the programme: each field that is left is kept at once, or says what is wrong."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from eventkit.domain.clashes.records import exists
from eventkit.domain.errors import EventKitError
from eventkit.domain.history import Label
from eventkit.domain.programme import Programme, Session, SessionKind, SessionState, programme_day
from eventkit.services.scheduling import name_speakers
from eventkit.services.sessions import edit_session
from eventkit.ui.dates import short_day
from eventkit.ui.desk import Desk
from eventkit.ui.fonts import BOLD
from eventkit.ui.parts import GRID, button, label
from eventkit.ui.programme.words import SessionWords, clock_minutes
from eventkit.ui.widgets import scrolled

ALL_ROOMS = -1
TEXT_HEIGHT = 140


class Field(QWidget):
    """A control under its label, with what is wrong beside it."""

    def __init__(self, name: str, control: QWidget) -> None:
        super().__init__()
        self.control = control
        told = label(name, weight=BOLD)
        told.setBuddy(control)
        control.setAccessibleName(name)
        self.problem: QLabel = label(kind="bad", size=0.9, wrap=True)
        self.problem.hide()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, GRID)
        self.column.setSpacing(GRID)
        for part in (told, control, self.problem):
            self.column.addWidget(part)

    def refuse(self, text: str) -> None:
        """Say what is wrong; an empty text takes it back."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        self.control.setAccessibleDescription(text)
        if bool(self.control.property("invalid")) != bool(text):
            self.control.setProperty("invalid", bool(text))
            self.control.style().unpolish(self.control)
            self.control.style().polish(self.control)


class SessionForm(QWidget):
    """Shows and edits one session; `closed` when it is left, `duplicated` and `deleted` are wishes about it."""

    closed = Signal()
    duplicated = Signal(object)
    deleted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._words = desk, SessionWords(self)
        self.programme: Programme | None = None
        self.session: Session | None = None
        self._days: Sequence[date] = ()
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 2 * GRID, 0)
        self._fields()
        self._column.addStretch(1)
        content = QWidget()
        content.setLayout(self._column)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(self._head())
        whole.addWidget(scrolled(content), 1)
        whole.addLayout(self._foot())

    def show_session(self, programme: Programme, session: Session, days: Sequence[date]) -> None:
        """Fill the fields; what is being typed stays as long as it is about the same session."""
        other = self.session is None or self.session.id != session.id
        self.programme, self.session, self._days = programme, session, days
        self._fill_choices(programme, session, days)
        texts = {
            self.title: session.title,
            self.start: f"{session.start:%H:%M}" if session.start else "",
            self.minutes: str(session.minutes),
            self.speakers: self._words.people(programme, session),
            self.expected: "" if session.expected is None else str(session.expected),
            self.language: session.language,
        }
        for field, text in texts.items():
            if other or not _typed_in(field.control):
                _line(field).setText(text)
                field.refuse("")
        if other or not self._abstract.hasFocus():
            self._abstract.setPlainText(session.abstract)
        self.add_new.setVisible(False)
        self._show_preview()

    def begin(self) -> None:
        """Put the keyboard into the title."""
        self.title.control.setFocus()
        _line(self.title).selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the form."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The abstract is kept when the keyboard leaves it; Tab goes on."""
        if watched is self._abstract and event.type() == QEvent.Type.FocusOut:
            self._save(self.abstract, abstract=self._abstract.toPlainText())
        return super().eventFilter(watched, event)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(label(self.tr("Session"), size=1.15, weight=BOLD))
        row.addStretch(1)
        self.close_button = button(self.tr("Close"), kind="link", name=self.tr("Close the form"))
        self.close_button.clicked.connect(self.closed)
        row.addWidget(self.close_button)
        return row

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for text, wish in ((self.tr("Duplicate"), self.duplicated), (self.tr("Delete"), self.deleted)):
            press = button(text)
            press.clicked.connect(lambda _checked=False, wish=wish: wish.emit(self.session))
            row.addWidget(press)
        row.addStretch(1)
        return row

    def _fields(self) -> None:
        self.title = self._typed(self.tr("Title"), lambda text: self._save(self.title, title=text))
        self.speakers = self._typed(self.tr("Speakers"), self._name_speakers)
        _line(self.speakers).setPlaceholderText(self.tr("Names, with commas between"))
        self.add_new = button(self.tr("Add as a new person"), kind="link")
        self.add_new.clicked.connect(lambda: self._name_speakers(_line(self.speakers).text(), adding=True))
        self.speakers.column.addWidget(self.add_new, 0, Qt.AlignmentFlag.AlignLeading)
        self.day = self._chosen(self.tr("Day"), self._save_start)
        self.start = self._typed(self.tr("Start"), lambda _: self._save_start())
        self.minutes = self._typed(self.tr("Length in minutes"), self._save_minutes)
        self.room = self._chosen(self.tr("Room"), self._save_room)
        self.track = self._chosen(self.tr("Track"), lambda: self._save(self.track, track_id=_data(self.track)))
        self.kind = self._chosen(self.tr("Kind"), lambda: self._save(self.kind, kind=SessionKind(_data(self.kind))))
        self.state = self._chosen(
            self.tr("State"), lambda: self._save(self.state, state=SessionState(_data(self.state)))
        )
        self.expected = self._typed(self.tr("People expected"), self._save_expected)
        self.language = self._typed(self.tr("Language"), lambda text: self._save(self.language, language=text))
        self._abstract = QPlainTextEdit()
        self._abstract.setTabChangesFocus(True)
        self._abstract.setFixedHeight(TEXT_HEIGHT)
        self._abstract.installEventFilter(self)
        self._abstract.textChanged.connect(self._show_preview)
        self.abstract = Field(self.tr("Abstract (Markdown)"), self._abstract)
        self.preview = QTextBrowser()
        self.preview.setAccessibleName(self.tr("How the abstract reads"))
        self.preview.setFixedHeight(TEXT_HEIGHT)
        self.preview.setOpenLinks(False)
        self.abstract.column.addWidget(self.preview)
        self._column.addWidget(self.abstract)

    def _typed(self, name: str, keep: Callable[[str], object]) -> Field:
        """A line that is kept when it is left, if it was changed."""
        line = QLineEdit()
        field = Field(name, line)

        def left() -> None:
            if line.isModified():
                line.setModified(False)
                keep(line.text())

        line.editingFinished.connect(left)
        self._column.addWidget(field)
        return field

    def _chosen(self, name: str, keep: Callable[[], object]) -> Field:
        """A list of choices; choosing keeps."""
        box = QComboBox()
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        field = Field(name, box)
        box.activated.connect(lambda _: keep())
        self._column.addWidget(field)
        return field

    def _fill_choices(self, programme: Programme, session: Session, days: Sequence[date]) -> None:
        listed = sorted({*days, *([session.day] if session.day else [])})
        rooms: list[tuple[str, Any]] = [(self.tr("No room yet"), ()), (self.tr("All rooms"), ALL_ROOMS)]
        rooms += [(room.name, (room.id,)) for room in programme.rooms]
        if len(session.room_ids) > 1:
            rooms.append((self._words.rooms(programme, session), session.room_ids))
        choices: dict[Field, tuple[list[tuple[str, Any]], Any]] = {
            self.day: ([(self.tr("No time yet"), None), *((short_day(day), day) for day in listed)], session.day),
            self.room: (rooms, ALL_ROOMS if session.all_rooms else session.room_ids),
            self.track: (
                [(self.tr("No track"), None), *((track.name, track.id) for track in programme.tracks)],
                session.track_id,
            ),
            self.kind: ([(self._words.kind(kind), str(kind)) for kind in SessionKind], str(session.kind)),
            self.state: ([(self._words.any_state(state), str(state)) for state in SessionState], str(session.state)),
        }
        for field, (options, current) in choices.items():
            box = _box(field)
            box.clear()
            for text, data in options:
                box.addItem(text, data)
            box.setCurrentIndex([data for _, data in options].index(current))
            field.refuse("")

    def _save_start(self) -> None:
        """Day and start together are the time; without a day there is none."""
        day, text = _data(self.day), _line(self.start).text()
        self.start.refuse("")
        if self.programme is None or (day is None and not text.strip()):
            self._save(self.start, start=None)
            return
        day = day or (self._days[0] if self._days else None)
        minutes = clock_minutes(text or "9:00")
        if minutes is None or day is None:
            self.start.refuse(self.tr("Write a time as 18:30."))
            return
        event, clock = self.programme.event, time(minutes // 60, minutes % 60)
        at = datetime.combine(day, clock, event.tz)
        if programme_day(at, event.day_change) != day:
            at = datetime.combine(date.fromordinal(day.toordinal() + 1), clock, event.tz)
        if exists(at):
            self._save(self.start, start=at)
        else:
            self.start.refuse(self.tr("The clocks are put forward: this time does not exist on that day."))

    def _save_minutes(self, text: str) -> None:
        if text.strip().isdecimal() and int(text) <= 24 * 60:
            self._save(self.minutes, minutes=int(text))
        else:
            self.minutes.refuse(self.tr("Write the length in minutes, as 45."))

    def _save_expected(self, text: str) -> None:
        if not text.strip() or text.strip().isdecimal():
            self._save(self.expected, expected=int(text) if text.strip() else None)
        else:
            self.expected.refuse(self.tr("Write a number, or nothing."))

    def _save_room(self) -> None:
        data = _data(self.room)
        if data == ALL_ROOMS:
            self._save(self.room, all_rooms=True, room_ids=())
        else:
            self._save(self.room, all_rooms=False, room_ids=tuple(data))

    def _name_speakers(self, text: str, *, adding: bool = False) -> None:
        names = [name.strip() for name in text.split(",")]
        if self.session is not None:
            self._write(self.speakers, name_speakers, self.session.id, names, adding=adding)
            self.add_new.setVisible(bool(self.speakers.problem.text()))

    def _save(self, field: Field, **values: Any) -> None:
        if self.session is not None and any(getattr(self.session, name) != value for name, value in values.items()):
            self._write(field, edit_session, self.session.id, **values)
        else:
            field.refuse("")

    def _write(self, field: Field, operation: Callable[..., Any], *args: Any, **values: Any) -> None:
        """Keep, or say beside the field why not."""
        title = "" if self.session is None else self.session.title
        try:
            _, change = self._desk.open_kit.write(Label("edit_session", title), operation, *args, **values)
        except EventKitError as error:
            field.refuse(self._desk.say_error(error))
        else:
            field.refuse("")
            self._desk.tell(change)

    def _show_preview(self) -> None:
        text = self._abstract.toPlainText()
        self.preview.setVisible(bool(text.strip()))
        self.preview.setMarkdown(text)


def _typed_in(control: QWidget) -> bool:
    return isinstance(control, QLineEdit) and control.hasFocus() and control.isModified()


def _line(field: Field) -> QLineEdit:
    assert isinstance(field.control, QLineEdit)  # noqa: S101 - made so above
    return field.control


def _box(field: Field) -> QComboBox:
    assert isinstance(field.control, QComboBox)  # noqa: S101 - made so above
    return field.control


def _data(field: Field) -> Any:
    return _box(field).currentData()
