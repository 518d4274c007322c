"""Versions of the schedule: keep one by name, see what has changed since, go back."""

from collections.abc import Callable, Iterator
from datetime import datetime

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from eventkit.domain.errors import EventKitError
from eventkit.domain.history import Label
from eventkit.domain.programme import Programme
from eventkit.domain.versions import Changed, Difference, KeptPlace, Version, differences, to_tell
from eventkit.services.programme import programme
from eventkit.services.versions import delete_version, go_back, keep_version, versions
from eventkit.ui.dates import dated
from eventkit.ui.desk import Desk
from eventkit.ui.forms import Ask
from eventkit.ui.parts import GRID, button, label
from eventkit.ui.programme.words import SessionWords
from eventkit.ui.rows import Row
from eventkit.ui.rows_view import RowsView
from eventkit.ui.theme import Theme

WIDTH, HEIGHT = 560, 260
TONES = {Difference.NEW: "good", Difference.MOVED: "warn", Difference.CANCELLED: "bad"}


class Versions(Ask):
    """The kept versions of an event's schedule; everything here is a step that undo takes back."""

    def __init__(self, parent: QWidget, theme: Theme, desk: Desk, told: Programme, now: Callable[[], datetime]) -> None:
        super().__init__(parent, self.tr("Versions of the schedule"), self.tr("Keep this version"), width=WIDTH)
        self._desk, self._programme, self._now = desk, told, now
        self._words = SessionWords(self)
        self.name = QLineEdit()
        self.add_field(self.tr("Name of the schedule as it is now"), self.name)
        self.kept = QComboBox()
        self.kept.currentIndexChanged.connect(self._compare)
        self._of_kept = [self.add_field(self.tr("Compare now with"), self.kept), self.kept]
        self.rows = RowsView(theme, self.tr("What has changed since"), choosable=False)
        self.rows.setFixedHeight(HEIGHT)
        self.tell = label(wrap=True)
        self.back = button(self.tr("Go back to it"))
        self.back.clicked.connect(lambda: self._do("go_back"))
        self.forget = button(self.tr("Forget it"))
        self.forget.clicked.connect(lambda: self._do("delete_version"))
        both = QHBoxLayout()
        both.setSpacing(2 * GRID)
        both.addWidget(self.back)
        both.addWidget(self.forget)
        both.addStretch(1)
        self.column.addWidget(self.rows)
        self.column.addWidget(self.tell)
        self.column.addLayout(both)
        self._of_kept += [self.rows, self.tell, self.back, self.forget]
        self._told: tuple[Version, ...] = ()
        self.refresh()

    def refresh(self) -> None:
        """Read the versions and the programme as they are now."""
        self._programme = self._desk.read(programme, self._programme.event.id)
        self._told = self._desk.read(versions, self._programme.event.id)
        chosen = self.kept.currentData()
        self.kept.blockSignals(True)
        self.kept.clear()
        for version in self._told:
            at = version.at.astimezone(self._programme.event.tz)
            self.kept.addItem(f"{version.name} · {dated(at.date())} {at:%H:%M}", version.id)
        self.kept.setCurrentIndex(max(0, self.kept.findData(chosen)) if self._told else -1)
        self.kept.blockSignals(False)
        for part in self._of_kept:
            part.setVisible(bool(self._told))
        self._compare()

    def act(self) -> None:
        """Keep the schedule as it is now."""
        name = self.name.text()
        try:
            _, change = self._desk.open_kit.write(
                Label("keep_version", name), keep_version, self._programme.event.id, name=name, at=self._now()
            )
        except EventKitError as error:
            self.refuse(self._desk.say_error(error), self.name)
            return
        self.refuse("")
        self.name.clear()
        self._desk.tell(change)
        self.kept.setCurrentIndex(-1)
        self.refresh()

    def _do(self, what: str) -> None:
        version = self._version()
        if version is not None:
            operation = go_back if what == "go_back" else delete_version
            self._desk.write(Label(what, version.name), operation, version.id)
            self.refresh()

    def _version(self) -> Version | None:
        return next((one for one in self._told if one.id == self.kept.currentData()), None)

    def _compare(self) -> None:
        version = self._version()
        if version is None:
            return
        changes = differences(version, self._programme)
        self.rows.show_rows(list(self._rows(version, changes)))
        names = ", ".join(to_tell(changes, self._programme))
        self.tell.setText(self.tr("To be told: {names}").format(names=names) if names else "")
        self.back.setEnabled(bool(changes))

    def _rows(self, version: Version, changes: tuple[Changed, ...]) -> Iterator[Row]:
        if not changes:
            yield Row(key="same", title=self.tr("Nothing has changed since."), drawing="done")
        heads = {
            Difference.NEW: self.tr("new"),
            Difference.MOVED: self.tr("moved"),
            Difference.CANCELLED: self.tr("cancelled"),
        }
        for number, one in enumerate(changes):
            before, after = self._was(one.before), self._is(one)
            yield Row(
                key=(version.id, number),
                title=one.title,
                meta=f"{before} → {after}" if before and after else before or after,
                trail_note=heads[one.kind],
                tone=TONES[one.kind],
                whole=True,
            )

    def _was(self, place: KeptPlace | None) -> str:
        if place is None or place.start is None:
            return ""
        names = {room.uuid: room.name for room in self._programme.rooms}
        rooms = [self.tr("all rooms")] if place.all_rooms else [names[uuid] for uuid in place.rooms if uuid in names]
        at = place.start.astimezone(self._programme.event.tz)
        return ", ".join((f"{at:%H:%M}", self._words.length(place.minutes), *rooms))

    def _is(self, change: Changed) -> str:
        session = change.session
        if session is None or session.start is None or change.kind == Difference.CANCELLED:
            return ""
        rooms = self._words.rooms(self._programme, session)
        return ", ".join((f"{session.start:%H:%M}", self._words.length(session.minutes), rooms))
