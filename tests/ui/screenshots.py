"""Pictures of every page of the window as <page>-<light|dark|contrast|de|ar>.png; `make screenshots` calls it.

`ar` is the pseudo-language: every text 40 % longer, the window mirrored. EVENTKIT_SIZE is the window's size,
`--plain` leaves out the name that is too long for any place.
"""

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from eventkit.domain.history import Label
from eventkit.domain.scheduling import shifted
from eventkit.jobs.sample import make_sample
from eventkit.services.events import add_event
from eventkit.services.kit import Kit
from eventkit.services.programme import event_by_slug, events
from eventkit.ui.forms import Ask
from eventkit.ui.frame import Frame, Windows, prepare
from eventkit.ui.guests.paste import TakeGuests
from eventkit.ui.language import show_language
from eventkit.ui.places import GUESTS, OVERVIEW, PEOPLE, RUN_SHEET, SETTINGS
from eventkit.ui.programme.versions import Versions
from eventkit.ui.settings import remember
from eventkit.ui.theme import Scheme, Theme
from eventkit.ui.workspace import Workspace

SIZE = tuple(map(int, os.environ.get("EVENTKIT_SIZE", "1280x860").split("x")))
LONG = "A weekend of very long names: community infrastructure, maintainers, translators and everybody else"
VARIANTS = {
    "light": ("light", "en"),
    "dark": ("dark", "en"),
    "contrast": ("contrast", "en"),
    "de": ("light", "de"),
    "ar": ("light", "pseudo"),
}
SCHEDULE = """<schedule><conference><title>Harbour Talks</title><acronym>harbour</acronym></conference>
<day index="1" date="2027-03-06"><room name="Boathouse">
<event id="1"><title>Ropes and knots for servers</title><start>10:00</start><duration>00:40</duration>
<persons><person id="7">Ada Osei</person></persons></event>
<event id="2"><title>Lighthouse keeping for those who sleep</title><start>10:30</start><duration>00:50</duration>
</event><event id="3"><title>Closing the lock gates</title><start>11:30</start><duration>00:15</duration></event>
<event id="4"><title>Last boat</title><start>11:40</start><duration>0:20</duration></event>
</room><room name="Slip"><event id="5"><title>Rowing</title><start>10:00</start><duration>0:xx</duration></event>
<event id="6"><title>Splicing by hand</title><start>10:20</start><duration>0:40</duration>
<persons><person id="7">Ada Osei</person></persons></event>
</room></day></schedule>
"""
GUEST_LIST = """Attendee name,E-mail,Ticket number,Company,Is this your first time?,Photos
Ada Osei,ada@example.org,QX-1,Boathouse,yes,ask me
"Nyström, Ole",ole@example.org,QX-2,,no,no
,nobody@example.org,QX-3,,,
"""


def wait_until(done: Callable[[], bool], seconds: float = 60) -> None:
    """Let the window work until something is so."""
    end = time.monotonic() + seconds
    while not done():
        if time.monotonic() > end:
            raise TimeoutError(done)
        QTest.qWait(20)


def sample_kit(folder: Path, extra: str) -> Path:
    """The sample, and an event without anything."""
    path = folder / "Ponteval.eventkit"
    with Kit.create(path, actor="ana") as kit:
        make_sample(kit, date.today())  # noqa: DTZ011 - pictures show the user's own day
        kit.write(Label("add_event", extra), add_event, title=extra, zone="Europe/Lisbon")
    return path


def pages(frame: Frame, workspace: Workspace, folder: Path) -> Iterator[tuple[str, QWidget]]:
    """Each page by name, ready to be pictured."""
    path = workspace.desk.open_kit.path
    workspace.close_kit()
    yield "welcome", frame
    workspace.open_kit(path)
    workspace.show_home()
    yield "home", frame
    workspace.show_events()
    yield "events", frame
    listed = workspace.desk.read(events)
    workspace.show_event(listed[-2].id, OVERVIEW)
    yield "overview", frame
    workspace.show_event(listed[-2].id)
    workspace.show_grid()
    yield "programme-grid", frame
    workspace.zoom_fit()
    yield "programme-whole-day", frame
    workspace.programme.open_session(workspace.programme.grid.sessions.places[2].session)
    yield "programme-form", frame
    workspace.programme.form.closed.emit()
    yield "programme-moving", moving(workspace)
    workspace.programme.grid.hand.cancel()
    dialog = compared(workspace)
    yield "dialog-versions", dialog
    put_away(dialog)
    workspace.show_list()
    yield "programme-list", frame
    workspace.show_event(listed[-1].id)
    yield "programme-empty", frame
    workspace.show_event(listed[-2].id)
    workspace.show_export()
    wait_until(lambda: workspace.export is not None)
    wait_until(lambda: not workspace.jobs.busy)
    yield "export", frame
    yield from run_sheet(frame, workspace)
    yield from guests(frame, workspace)
    yield from people(frame, workspace)
    workspace.show_history()
    yield "history", frame
    workspace.show_place(SETTINGS)
    yield "settings", frame
    workspace.find()
    yield "palette", frame
    QTest.keyClicks(workspace.search.edit, "ma")
    wait_until(lambda: workspace.search.shown == "ma")
    yield "search", frame
    workspace.search.end()
    workspace.search.edit.clear()
    yield from dialogs(frame, workspace, folder)


def _same(at: datetime) -> datetime:
    """A clock that stands still."""
    return at


def run_sheet(frame: Frame, workspace: Workspace) -> Iterator[tuple[str, QWidget]]:
    """The run sheet of a camp and of a meetup, a line of one's own, the day itself and its clock, nothing yet."""
    page = workspace.run_sheet
    workspace.show_event(workspace.desk.read(event_by_slug, "ponteval-camp").id, RUN_SHEET)
    yield "run-sheet", frame
    page.edit(page.lines[0])
    dialog = next(one for one in frame.findChildren(Ask) if one.isVisible())
    yield "dialog-run-sheet-line", dialog
    put_away(dialog)
    workspace.show_event(workspace.desk.read(event_by_slug, "ponteval-meetup").id, RUN_SHEET)
    begun = page.lines[2].start
    page.enter_now()
    for number, minutes in ((0, -60), (1, -15), (2, 4), (3, 19), (4, 20)):
        at = begun + timedelta(minutes=minutes)
        page.clock_now = partial(_same, at)
        page.start(page.lines[number])
    page.clock_now = partial(_same, begun + timedelta(minutes=31, seconds=12))
    workspace.toast.hide()
    page.tick()
    yield "run-sheet-now", frame
    page.clock.resize(1280, 720)
    page.clock.show()
    page.tick()
    yield "clock", page.clock
    page.clock_now = partial(_same, begun + timedelta(minutes=57))
    page.tick()
    yield "clock-over", page.clock
    page.end()
    page.clock_now = workspace.now
    for _ in range(5):
        workspace.undo()
    workspace.toast.hide()
    workspace.show_event(workspace.desk.read(events)[-1].id, RUN_SHEET)
    yield "run-sheet-empty", frame


def people(frame: Frame, workspace: Workspace) -> Iterator[tuple[str, QWidget]]:
    """The book of people, somebody in it."""
    workspace.show_place(PEOPLE)
    workspace.people.show_person(workspace.people.table.records.ids[1])
    yield "people", frame


def guests(frame: Frame, workspace: Workspace) -> Iterator[tuple[str, QWidget]]:
    """The guests of an event, the empty list, and a list that comes in."""
    workspace.show_event(workspace.desk.read(event_by_slug, "ponteval-camp").id, GUESTS)
    yield "guests-empty", frame
    workspace.show_event(workspace.desk.read(event_by_slug, "ponteval-meetup").id, GUESTS)
    workspace.guests.table.choose(workspace.guests.table.records.ids[2])
    yield "guests", frame
    workspace.guests.take(text=GUEST_LIST)
    dialog = next(one for one in frame.findChildren(TakeGuests) if one.isVisible())
    yield "guests-list", dialog
    put_away(dialog)


def put_away(dialog: Ask) -> None:
    """Close a dialog for good."""
    dialog.reject()
    QCoreApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)


def moving(workspace: Workspace) -> QWidget:
    """A session that is dragged onto another one."""
    grid = workspace.programme.grid
    block = grid.visualRect(grid.sessions.index(2)).center()
    grid.hand.press(block, 2, toggle=False)
    grid.hand.drag(block + QPoint(0, 60))
    return workspace.frame


def compared(workspace: Workspace) -> Ask:
    """A version of the schedule, and what has changed since."""
    page = workspace.programme
    page.versions_button.click()
    dialog = page.findChild(Versions)
    assert dialog is not None
    dialog.name.setText("First print")
    dialog.action.click()
    places = page.grid.sessions.places
    page.place([shifted(places[2].session, 15)])
    dialog.refresh()
    return dialog


def dialogs(frame: Frame, workspace: Workspace, folder: Path) -> Iterator[tuple[str, QWidget]]:
    """Each dialog by name, and what the last one brings in."""
    schedule = folder / "harbour.xml"
    schedule.write_text(SCHEDULE, "utf-8")
    for name, ask in (
        ("dialog-new-kit", workspace.errands.new_kit),
        ("dialog-new-event", workspace.errands.new_event),
        ("dialog-restore", workspace.errands.restore_copy),
        ("dialog-import", lambda: workspace.errands.import_schedule(schedule)),
    ):
        ask()
        (dialog,) = (one for one in frame.findChildren(Ask) if one.isVisible())
        wait_until(lambda: not workspace.jobs.busy)
        yield name, dialog
        if name != "dialog-import":
            put_away(dialog)
            continue
        dialog.action.click()
        wait_until(lambda: not workspace.jobs.busy)
        yield "dialog-import-report", dialog
        dialog.action.click()
        wait_until(lambda: not any(one.isVisible() for one in frame.findChildren(Ask)))
        workspace.show_grid()
        yield "programme-clashes", frame
        workspace.undo()


def picture(theme: Theme, variant: str, folder: Path, out: Path) -> None:
    """All pages in one palette and language."""
    scheme, language = VARIANTS[variant]
    remember("language", language)
    show_language(language)
    remember("palette", scheme)
    remember("programme", "")
    frame = Windows(theme).show()
    frame.resize(*SIZE)
    wait_until(lambda: frame.workspace is not None)
    workspace = frame.workspace
    assert workspace is not None
    own = folder / variant
    own.mkdir()
    workspace.open_kit(Path(shutil.copy(folder / "Ponteval.eventkit", own)))
    for name, widget in pages(frame, workspace, folder):
        QTest.qWait(60)
        widget.grab().save(str(out / f"{name}-{variant}.png"))
    frame.close()
    frame.deleteLater()


def main() -> int:
    """Picture everything into the folder that is named."""
    out = Path(sys.argv[1])
    wanted = [name for name in sys.argv[2:] if name in VARIANTS] or list(VARIANTS)
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        os.environ["EVENTKIT_DATA"] = name
        sample_kit(Path(name), "Harvest Fair" if "--plain" in sys.argv else LONG)
        app = QApplication([])
        theme = prepare(app)
        for variant in wanted:
            theme.choose(Scheme(VARIANTS[variant][0]))
            picture(theme, variant, Path(name), out)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
