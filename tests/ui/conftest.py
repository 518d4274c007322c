"""A window on a real kit for each test, and guards around it."""

import shutil
from collections.abc import Callable, Generator, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from eventkit.domain.programme import EventSummary
from eventkit.jobs.sample import make_sample
from eventkit.services.kit import Kit
from eventkit.services.programme import events
from eventkit.ui.files import Files
from eventkit.ui.frame import Frame, prepare
from eventkit.ui.settings import remember
from eventkit.ui.theme import Scheme, Theme
from eventkit.ui.workspace import Workspace
from tests.ui.guards import Watchdog, drain, follow_timers_and_threads, left_behind, windows

TODAY = date(2027, 1, 12)
_BEFORE = pytest.StashKey[set[int]]()
follow_timers_and_threads()


def pytest_configure(config: pytest.Config) -> None:
    """The platform without a screen says this of every window; it means nothing."""
    config.addinivalue_line("qt_log_ignore", "propagateSizeHints")


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Remember which windows were there before."""
    if QApplication.instance() is not None:
        item.stash[_BEFORE] = windows()


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, None, None]:
    """Fail a test that leaves a window, a running timer or a thread behind."""
    yield
    if QApplication.instance() is not None:
        left = left_behind(item.stash.get(_BEFORE, set()))
        if left:
            pytest.fail(f"left behind: {', '.join(left)}", pytrace=False)


class Chosen(Files):
    """Answers files as a user would, without the system's dialogs."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self.path: Path | None = None

    def kit_to_open(self) -> Path | None:
        return self.path

    def kit_to_make(self, proposed: Path) -> Path | None:
        return self.path or proposed

    def schedule(self) -> Path | None:
        return self.path

    def guests(self) -> Path | None:
        return self.path

    def folder(self, proposed: Path) -> Path | None:
        return self.path or proposed


@pytest.fixture(scope="session")
def sample_kit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, made once."""
    path = tmp_path_factory.mktemp("sample") / "Ponteval.eventkit"
    with Kit.create(path, actor="ana") as kit:
        make_sample(kit, TODAY)
    return path


@pytest.fixture
def kit_path(sample_kit: Path, tmp_path: Path) -> Path:
    """The sample kit as a file of this test's own."""
    return Path(shutil.copy(sample_kit, tmp_path))


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The window's look in English."""
    remember("language", "en")
    made = prepare(qapp)
    yield made
    made.choose(Scheme.LIGHT)
    made.deleteLater()
    qapp.setStyleSheet("")
    drain()


@pytest.fixture
def watch(qapp: QApplication) -> Iterator[Callable[[QAbstractItemModel], None]]:
    """Has Qt look at every change of a model; a broken rule is a warning, which fails the test."""
    del qapp
    testers: list[QAbstractItemModelTester] = []

    def begin(model: QAbstractItemModel) -> None:
        testers.append(QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning))

    yield begin
    assert testers


@pytest.fixture
def no_stall(open_frame: Callable[[Path | None], Frame]) -> Iterator[None]:
    """Fail a test in which the event loop stood still; closing the window at its end does not count."""
    del open_frame
    with Watchdog() as watchdog:
        yield
    assert not watchdog.late, "\n".join(f"{seconds * 1000:.0f} ms\n{stack}" for seconds, stack in watchdog.late)


@pytest.fixture
def open_frame(qtbot: QtBot, theme: Theme) -> Iterator[Callable[[Path | None], Frame]]:
    """Shows windows and closes them after the test."""
    shown: list[Frame] = []

    def show(path: Path | None) -> Frame:
        frame = Frame(theme)
        shown.append(frame)
        frame.show()
        qtbot.waitUntil(lambda: frame.workspace is not None, timeout=20_000)
        assert frame.workspace is not None
        frame.workspace.errands.files = Chosen(frame)
        if path is not None:
            frame.workspace.open_kit(path)
        return frame

    yield show
    for frame in shown:
        frame.close()
        frame.deleteLater()
    drain()


@pytest.fixture
def frame(open_frame: Callable[[Path | None], Frame], kit_path: Path) -> Frame:
    """A window on the sample kit."""
    return open_frame(kit_path)


@pytest.fixture
def workspace(frame: Frame) -> Workspace:
    """What is behind it."""
    assert frame.workspace is not None
    return frame.workspace


@pytest.fixture
def camp(workspace: Workspace) -> EventSummary:
    """The sample's largest event."""
    return max(workspace.desk.read(events), key=lambda event: event.sessions)
