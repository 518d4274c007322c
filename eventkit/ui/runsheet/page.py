"""An event's run sheet: minute by minute before the day, and the day itself."""

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from eventkit.domain.errors import NotFoundError
from eventkit.domain.history import Label
from eventkit.domain.programme import Programme, Session
from eventkit.domain.runsheet import Moment, RunLine, moment, on_now
from eventkit.services.programme import programme
from eventkit.services.runsheet import (
    add_cue,
    delete_cue,
    edit_cue,
    extend_line,
    postpone_line,
    run_sheet,
    start_line,
    stop_line,
)
from eventkit.ui.desk import Desk
from eventkit.ui.errands import show_dialog
from eventkit.ui.parts import GRID, button, label
from eventkit.ui.runsheet.clock import ClockWindow
from eventkit.ui.runsheet.edit import EditCue
from eventkit.ui.runsheet.now import STEP, NowPanel
from eventkit.ui.runsheet.table import RunTable
from eventkit.ui.theme import Theme
from eventkit.ui.widgets import empty

SECOND = 1000


class RunSheetPage(QWidget):
    """The run sheet; `session_wanted` carries a session that was opened. `clock_now` tells the time, aware."""

    session_wanted = Signal(object)

    def __init__(self, theme: Theme, desk: Desk, *, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._desk, self.clock_now = desk, now
        self.programme: Programme | None = None
        self._all: tuple[RunLine, ...] = ()
        self.lines: tuple[RunLine, ...] = ()
        self.table, self.now_panel, self.clock = RunTable(theme), NowPanel(), ClockWindow(self)
        self.add_button = button(self.tr("Add a line"), drawing="new")
        self.now_button = button(self.tr("Now"), kind="primary", name=self.tr("Now: the day itself"))
        self.now_button.setCheckable(True)
        self.buttons = (self.add_button, self.now_button)
        self.room = QComboBox()
        self.room.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.room.setAccessibleName(self.tr("Room"))
        self.zone = label(kind="muted", size=0.9)
        first = button(self.tr("Add a line"), kind="primary", drawing="new")
        text = self.tr(
            "The run sheet says minute by minute what happens, and whose it is. Sessions with a time join it."
        )
        self._nothing = empty("list", text, first)
        self._views = QStackedWidget()
        self._views.addWidget(self.table)
        self._views.addWidget(self._nothing)
        self._place()
        self.now_panel.hide()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.tick)
        for press, do in (
            (self.add_button, self.add_line),
            (first, self.add_line),
            (self.now_panel.start, self.start_next),
            (self.now_panel.extend, self.extend),
            (self.now_panel.stop, self.stop),
            (self.now_panel.follow, self.follow),
            (self.now_panel.full, self.show_clock),
        ):
            press.clicked.connect(lambda _checked=False, do=do: do())
        self.now_button.toggled.connect(self._turn)
        self.room.activated.connect(lambda _: self._show())
        self.table.opened.connect(self._open)
        self.table.add_wanted.connect(self.add_line)
        self.table.delete_wanted.connect(self.delete)
        desk.changed.connect(self._follow)
        desk.closed.connect(self.end)
        for watched in (self.table, self.now_panel, self.clock):
            watched.installEventFilter(self)

    def show_event(self, told: Programme, changed: bool) -> None:  # noqa: FBT001 - as every leaf is filled
        """Show an event's run sheet; another event begins without Now mode."""
        if not changed and self.programme is not None and self.programme.event.id != told.event.id:
            self.end()
        self.programme = told
        self._all = self._desk.read(run_sheet, told)
        self._offer_rooms(told)
        chapter = told.chapter
        other = chapter is not None and chapter.zone != told.event.zone
        self.zone.setText(self.tr("Times in {zone}").format(zone=told.event.zone) if other else "")
        self._tools.setVisible(other or len(told.rooms) > 1)
        self._show()

    def begin(self) -> None:
        """Put the keyboard into the day itself, else into the lines."""
        front = self.now_panel if self.now_mode else self._views.currentWidget()
        if front is not None:
            front.setFocus()

    @property
    def now_mode(self) -> bool:
        """Whether the page shows the day itself."""
        return self.now_button.isChecked()

    def enter_now(self) -> None:
        """Show the day itself."""
        self.now_button.setChecked(True)

    def leave(self) -> None:
        """Close the clock, else end Now mode."""
        if self.clock.isVisible():
            self.clock.close()
            self._tick_or_rest()
        else:
            self.now_button.setChecked(False)

    def end(self) -> None:
        """Close the clock and end Now mode."""
        self.clock.close()
        self.now_button.setChecked(False)

    def add_line(self) -> None:
        """Ask for a line of one's own, and add it."""
        told = self.programme
        if told is None:
            return
        ask = EditCue(self.window(), told, self._proposed(told))

        def add() -> None:
            label_ = Label("add_cue", ask.title)
            cue = self._desk.write(label_, add_cue, told.event.id, title=ask.title, start=ask.start, **ask.details())
            line = next((line for line in self._all if line.of == cue), None)
            if line is not None:
                self.table.choose(line.key)

        ask.accepted.connect(add)
        show_dialog(ask)

    def edit(self, line: RunLine) -> None:
        """Ask anew about a line of one's own."""
        cue = line.of
        if self.programme is None or isinstance(cue, Session):
            return
        ask = EditCue(self.window(), self.programme, cue.start, cue)

        def keep() -> None:
            label_ = Label("edit_cue", ask.title)
            self._desk.write(label_, edit_cue, cue.id, title=ask.title, start=ask.start, **ask.details())

        ask.accepted.connect(keep)
        show_dialog(ask)

    def delete(self, line: RunLine) -> None:
        """Delete a line of one's own; a session is deleted in the programme alone."""
        if isinstance(line.of, Session):
            self._desk.failed.emit(self.tr("A session is on the run sheet by itself; delete it in the programme."))
        else:
            self._desk.write(Label("delete_cue", line.of.title), delete_cue, line.of.id)

    def start_next(self) -> None:
        """Begin what is next; what runs in its place ends."""
        following = self.moment().following
        if following is not None:
            self.start(following)

    def start(self, line: RunLine) -> None:
        """Begin a line."""
        label_ = Label("start_line", line.of.title)
        self._desk.write(label_, start_line, line.of.event_id, line.key, at=self.clock_now())
        self.table.choose(line.key)

    def stop(self) -> None:
        """End what runs."""
        line = on_now(self.lines)
        if line is not None:
            label_ = Label("stop_line", line.of.title)
            self._desk.write(label_, stop_line, line.of.event_id, line.key, at=self.clock_now())

    def extend(self) -> None:
        """Give what runs five minutes more; what follows moves as far as it must."""
        line = on_now(self.lines)
        if line is not None:
            self._desk.write(Label("extend_line", line.of.title), extend_line, line.of.event_id, line.key, minutes=STEP)

    def follow(self) -> None:
        """Move the plan by what the day is behind: what runs, and what follows as far as it must."""
        told = self.moment()
        if told.line is not None and told.behind > 0:
            key, label_ = told.line.key, Label("postpone_line", told.line.of.title)
            self._desk.write(label_, postpone_line, told.line.of.event_id, key, minutes=told.behind)

    def show_clock(self) -> None:
        """The clock on the full screen; the same again leaves it."""
        if self.clock.isVisible():
            self.leave()
        else:
            self.enter_now()
            self.clock.show_full(self.screen())
            self.tick()

    def moment(self) -> Moment:
        """How the day stands, by the clock alone: a sleep of the laptop makes no difference."""
        return moment(self.lines, self.clock_now())

    def tick(self) -> None:
        """Show the moment, and wait for the next whole second."""
        now, told = self.clock_now(), self.moment()
        zone = UTC if self.programme is None else self.programme.event.tz
        self.now_panel.show_moment(told)
        self.clock.show_moment(told, now.astimezone(zone))
        if self.clock.isVisible() or self.now_panel.isVisible():
            self._timer.start(SECOND - now.microsecond // SECOND)

    def showEvent(self, event: QShowEvent) -> None:
        """The moment goes on."""
        super().showEvent(event)
        self._tick_or_rest()

    def hideEvent(self, event: QHideEvent) -> None:
        """Where nobody looks, nothing ticks."""
        super().hideEvent(event)
        self._tick_or_rest()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of the day work on the page and on the clock alike."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress or not self.now_mode:
            return super().eventFilter(watched, event)
        do = {
            Qt.Key.Key_Space: self.start_next,
            Qt.Key.Key_E: self.extend,
            Qt.Key.Key_S: self.stop,
            Qt.Key.Key_P: self.follow,
            Qt.Key.Key_F: self.show_clock,
            Qt.Key.Key_Escape: self.leave,
        }.get(Qt.Key(event.key()))
        if do is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return super().eventFilter(watched, event)
        if not event.isAutoRepeat():
            do()
        return True

    def _open(self, line: RunLine) -> None:
        """Enter: in Now mode a line begins, else it is edited, a session where it lives."""
        if self.now_mode:
            self.start(line)
        elif isinstance(line.of, Session):
            self.session_wanted.emit(line.of)
        else:
            self.edit(line)

    def _turn(self, on: bool) -> None:  # noqa: FBT001 - Qt tells it so
        self.now_panel.setVisible(on)
        if on:
            self.now_panel.setFocus()
            line = on_now(self.lines) or self.moment().following
            if line is not None:
                self.table.choose(line.key)
        elif self.isVisible():
            self.begin()
        self._tick_or_rest()

    def _tick_or_rest(self) -> None:
        if self.clock.isVisible() or self.now_panel.isVisible():
            self.tick()
        else:
            self._timer.stop()

    def _follow(self) -> None:
        """The clock alone is seen: keep to what is changed elsewhere in the window."""
        if self.clock.isVisible() and not self.isVisible() and self.programme is not None:
            try:
                self.show_event(self._desk.read(programme, self.programme.event.id), changed=True)
            except NotFoundError:
                self.end()

    def _show(self) -> None:
        """The lines of the chosen room; the current one stays so."""
        room = self.room.currentData()
        self.lines = tuple(line for line in self._all if room is None or room in line.room_ids)
        if self.programme is not None:
            self.table.show_lines(self.programme, self.lines)
        self._views.setCurrentWidget(self.table if self._all else self._nothing)
        self.now_button.setEnabled(bool(self._all))
        self._tick_or_rest()

    def _offer_rooms(self, told: Programme) -> None:
        room = self.room.currentData()
        self.room.clear()
        self.room.addItem(self.tr("All rooms"), None)
        for one in told.rooms:
            self.room.addItem(one.name, one.id)
        self.room.setCurrentIndex(max(0, self.room.findData(room)))
        self.room.setVisible(len(told.rooms) > 1)

    def _proposed(self, told: Programme) -> datetime:
        """When a new line may be: with the current one, else when the event begins, else now."""
        line = self.table.current()
        if line is not None:
            return line.start
        return told.event.start or self.clock_now().astimezone(told.event.tz).replace(minute=0)

    def _place(self) -> None:
        self._tools = QWidget()
        row = QHBoxLayout(self._tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(3 * GRID)
        row.addWidget(self.room)
        row.addWidget(self.zone)
        row.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(3 * GRID)
        whole.addWidget(self.now_panel)
        whole.addWidget(self._tools)
        whole.addWidget(self._views, 1)
