import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from eventkit.ui.frame import Frame, Windows
from eventkit.ui.settings import recall, remember
from eventkit.ui.theme import Density, Scheme, Theme
from eventkit.ui.workspace import Workspace
from tests.ui.guards import drain

HEAVY = {"sqlalchemy", "reportlab", "icalendar", "PIL", "alembic", "uharfbuzz", "pypdfium2"}
LATER = ("eventkit.services", "eventkit.jobs.importing", "eventkit.jobs.exporting", "eventkit.formats")
FIRST_PAINT = """
import json, sys
from PySide6.QtWidgets import QApplication
from eventkit.ui.frame import Frame, prepare
app = QApplication([])
class Seen(Frame):
    def paintEvent(self, event):
        super().paintEvent(event)
        print(json.dumps(sorted(sys.modules)), flush=True)
        sys.exit(0)
frame = Seen(prepare(app))
frame.show()
app.exec()
"""
NONE_LOOP = """
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
widget = QWidget()
for _ in range(200_000):
    widget.update()
"""


def drop(frame: Frame, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    frame.dropEvent(event)


def chosen(frame: Frame) -> str:
    return str(frame.theme.tokens.scheme)


def test_first_paint_needs_qt_alone() -> None:
    done = subprocess.run([sys.executable, "-c", FIRST_PAINT], capture_output=True, text=True, check=False, timeout=60)
    loaded = json.loads(done.stdout.splitlines()[0])
    assert HEAVY.isdisjoint({name.split(".")[0] for name in loaded})
    assert [name for name in loaded if name.startswith(LATER)] == []


def test_void_calls_leave_none_alone() -> None:
    done = subprocess.run([sys.executable, "-c", NONE_LOOP], capture_output=True, check=False, timeout=120)
    assert done.returncode == 0


@pytest.mark.usefixtures("no_stall")
def test_window_starts_without_standing_still(open_frame: Callable[[Path | None], Frame]) -> None:
    frame = open_frame(None)
    assert frame.windowTitle() == "EventKit"
    assert frame.stack.currentWidget() is frame.welcome


def test_what_is_asked_before_all_is_there_waits(qtbot: QtBot, theme: Theme, kit_path: Path) -> None:
    frame = Frame(theme)
    frame.open_kit(kit_path)
    assert frame.workspace is None
    with qtbot.waitSignal(frame.ready, timeout=20_000):
        frame.show()
    assert frame.windowTitle() == "Ponteval – EventKit"
    frame.close()
    frame.deleteLater()
    drain()


def test_narrow_window_has_icons_alone_with_their_names(frame: Frame, workspace: Workspace) -> None:
    wide = workspace.sidebar.width()
    frame.resize(900, 640)
    assert (wide, workspace.sidebar.width()) == (208, 56)
    names = ["Home", "Events", "People", "History", "Settings"]
    assert [place.accessibleName() for place in workspace.sidebar.places.buttons()] == names
    assert [place.toolTip() for place in workspace.sidebar.places.buttons()] == names


def test_window_stands_where_it_stood(open_frame: Callable[[Path | None], Frame]) -> None:
    first = open_frame(None)
    first.resize(777, 666)
    first.close()
    assert open_frame(None).size() == first.size()


def test_dropped_kit_is_opened(open_frame: Callable[[Path | None], Frame], kit_path: Path) -> None:
    frame = open_frame(None)
    drop(frame, kit_path)
    assert frame.windowTitle() == "Ponteval – EventKit"


def test_dropped_schedule_needs_a_kit(open_frame: Callable[[Path | None], Frame], tmp_path: Path) -> None:
    frame = open_frame(None)
    (tmp_path / "schedule.xml").write_text("<schedule/>")
    drop(frame, tmp_path / "schedule.xml")
    assert frame.welcome.problem.told.text() == "Open a kit first; then drop the schedule on it."
    assert frame.welcome.problem.isVisible()


def test_palette_and_density_are_chosen_and_kept(frame: Frame) -> None:
    choices = {action.text(): action for action in reversed(frame.menus.choices)}
    choices["Dark"].trigger()
    assert chosen(frame) == "dark"
    choices["Compact"].trigger()
    assert frame.theme.density == Density.COMPACT
    assert (recall("palette"), recall("density")) == ("dark", "compact")
    choices["As the system"].trigger()
    choices["Comfortable"].trigger()
    assert chosen(frame) == "light"


def test_light_and_dark_look_different(frame: Frame) -> None:
    seen = []
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        frame.theme.choose(scheme)
        image = frame.grab().toImage()
        seen.append(image.pixelColor(image.width() // 2, image.height() - 60).lightness())
    frame.theme.choose(None)
    assert seen[0] > 200
    assert seen[1] < 60


def test_another_language_makes_the_window_anew(qtbot: QtBot, theme: Theme, kit_path: Path) -> None:
    windows = Windows(theme)
    first = windows.show(kit_path)
    qtbot.waitUntil(lambda: first.workspace is not None, timeout=20_000)
    remember("language", "de")
    first.ask("show_anew")
    second = windows.frame
    assert second is not None
    assert second is not first
    qtbot.waitUntil(lambda: second.workspace is not None and second.workspace.desk.kit is not None, timeout=20_000)
    workspace = second.workspace
    assert workspace is not None
    names = [place.accessibleName() for place in workspace.sidebar.places.buttons()]
    assert names == ["Start", "Veranstaltungen", "Personen", "Verlauf", "Einstellungen"]
    remember("language", "en")
    second.close()
    windows.deleteLater()
    second.deleteLater()
    drain()


def test_run_opens_a_window_and_answers_an_exit_code() -> None:
    script = (
        "import sys; from PySide6.QtCore import QTimer; from PySide6.QtWidgets import QApplication\n"
        "from eventkit.ui import frame\n"
        "real = frame.Frame.paintEvent\n"
        "def paint(self, event):\n    real(self, event)\n    QTimer.singleShot(10, self.close)\n"
        "frame.Frame.paintEvent = paint\n"
        "sys.exit(frame.run(None, []))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False, timeout=60, cwd=Path.cwd())
    assert done.returncode == 0


def test_pages_need_nothing_that_prints_and_calendars_need() -> None:
    script = "import json, sys; import eventkit.ui.workspace; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60)
    loaded = {name.split(".")[0] for name in json.loads(done.stdout)}
    assert loaded & {"reportlab", "icalendar", "PIL", "pikepdf", "uharfbuzz", "pypdfium2", "alembic"} == set()
