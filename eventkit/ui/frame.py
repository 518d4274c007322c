"""The frame around all pages: menus, pages, status line. It needs Qt alone until its first paint, and little of it."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QCoreApplication, QObject, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QMenuBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from eventkit.ui.fonts import BOLD
from eventkit.ui.language import show_language
from eventkit.ui.parts import GRID, label
from eventkit.ui.settings import recall, settings
from eventkit.ui.theme import Density, Scheme, Theme
from eventkit.ui.welcome import WelcomePage

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent, QResizeEvent

    from eventkit.ui.workspace import Workspace

SIZE, LEAST = (1280, 860), (696, 480)
LATER = "eventkit.ui.workspace"
"""Everything but the frame and the welcome page; imported after the first paint."""


class Frame(QMainWindow):
    """The main window; `workspace` joins after the first paint and fills it with pages.

    `ready` tells that it has joined, `anew` asks for the window to be made again (another language), on a kit or none,
    `resized` and `dropped` (paths) tell the workspace what happened to the window.
    """

    ready = Signal()
    anew = Signal(object)
    resized = Signal()
    dropped = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.workspace: Workspace | None = None
        self._painted = False
        self._waiting: list[Callable[[], None]] = []
        self.setWindowTitle("EventKit")
        self.setMinimumSize(*LEAST)
        self.resize(*SIZE)
        self.setAcceptDrops(True)
        self.stack = QStackedWidget()
        self.welcome = WelcomePage()
        self.stack.addWidget(self.welcome)
        self.head_row, self.middle_row = QHBoxLayout(), QHBoxLayout()
        self.status = QFrame()
        self.status.setObjectName("status")
        self.status.setFixedHeight(8 * GRID)
        self._lay_out()
        geometry = settings().value("geometry")
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)
        for signal, name in (
            (self.welcome.new_kit, "new_kit"),
            (self.welcome.choose_kit, "choose_kit"),
            (self.welcome.sample_kit, "sample_kit"),
        ):
            signal.connect(lambda name=name: self.ask(name))
        self.welcome.open_kit.connect(self.open_kit)
        theme.dress()

    def when_ready(self, action: Callable[[], None]) -> None:
        """Do something once the workspace is there: now, or soon after the first paint."""
        if self.workspace is not None:
            action()
        else:
            self._waiting.append(action)

    def ask(self, name: str) -> None:
        """Let the workspace do what is named."""
        self.when_ready(lambda: self.workspace.do(name) if self.workspace else None)

    def open_kit(self, path: Path) -> None:
        """Open a kit as soon as the workspace is there."""
        self.when_ready(lambda: self.workspace.open_kit(path) if self.workspace else None)

    def closeEvent(self, event: "QCloseEvent") -> None:
        """Remember the window's place and let the kit go."""
        settings().setValue("geometry", self.saveGeometry())
        if self.workspace is not None:
            self.workspace.close()
        super().closeEvent(event)

    def paintEvent(self, event: "QPaintEvent") -> None:
        """The rest of the program comes in after the first paint."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self._go_on)

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """What stands beside the pages may have to give way."""
        super().resizeEvent(event)
        self.resized.emit()

    def dragEnterEvent(self, event: "QDragEnterEvent") -> None:
        """Files may be dropped."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: "QDropEvent") -> None:
        """A kit is opened, anything else is imported."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        self.when_ready(lambda: self.dropped.emit(paths))

    def _go_on(self) -> None:
        """What can wait for the first paint."""
        from eventkit.ui.loading import Loading  # noqa: PLC0415 - after the first paint, not before
        from eventkit.ui.menus import Menus  # noqa: PLC0415 - likewise

        self.menus = Menus(self, self._titles)
        Loading([LATER], self._join, self)

    def _join(self) -> None:
        """The workspace comes in and does what was asked for meanwhile."""
        from eventkit.ui.workspace import Workspace  # noqa: PLC0415 - after the first paint, not before

        made = Workspace(self)
        self._furnish(made, made.furnish())

    def _furnish(self, made: "Workspace", steps: Iterator[QWidget]) -> None:
        if next(steps, None) is not None:
            QTimer.singleShot(0, self, lambda: self._furnish(made, steps))
            return
        self.workspace = made
        waiting, self._waiting = self._waiting, []
        for action in waiting:
            action()
        self.ready.emit()

    def _lay_out(self) -> None:
        brand = label("EventKit", weight=BOLD)
        bar = QMenuBar()
        bar.setNativeMenuBar(sys.platform == "darwin")
        self._titles = [
            bar.addAction(title)
            for title in (self.tr("&File"), self.tr("&Edit"), self.tr("E&vent"), self.tr("&View"), self.tr("&Help"))
        ]
        bar.setFixedHeight(7 * GRID)
        self.head_row.setContentsMargins(4 * GRID, 0, 4 * GRID, 0)
        self.head_row.setSpacing(2 * GRID)
        self.head_row.addWidget(brand)
        self.head_row.addWidget(bar)
        self.head_row.addStretch(1)
        header = QFrame()
        header.setObjectName("header")
        header.setFixedHeight(11 * GRID)
        header.setLayout(self.head_row)
        self.middle_row.setSpacing(0)
        self.middle_row.addWidget(self.stack, 1)
        body = QWidget()
        whole = QVBoxLayout(body)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(header)
        whole.addLayout(self.middle_row, 1)
        whole.addWidget(self.status)
        self.setCentralWidget(body)


def prepare(app: QApplication) -> Theme:
    """The application in the language, palette and density that the user chose."""
    app.setApplicationName("EventKit")
    app.setDesktopFileName("org.eventkit.EventKit")
    show_language(recall("language"))
    scheme, density = recall("palette"), recall("density")
    theme = Theme(app)
    theme.choose(
        Scheme(scheme) if scheme in set(Scheme) else None, Density(density) if density in set(Density) else None
    )
    return theme


class Windows(QObject):
    """The one window at a time; choosing another language makes it anew."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._theme = theme
        self.frame: Frame | None = None

    def show(self, kit: object = None) -> Frame:
        """Show a window, on a kit when one is given; an older one closes."""
        old = self.frame
        if old is not None:
            show_language(recall("language"))
        self.frame = Frame(self._theme)
        self.frame.anew.connect(self.show)
        if isinstance(kit, Path):
            self.frame.open_kit(kit)
        self.frame.show()
        if old is not None:
            old.close()
            old.deleteLater()
        return self.frame


def run(kit_path: Path | None, argv: list[str]) -> int:
    """Open the window, on a kit when one is given; answers the exit code."""
    app = QApplication([sys.argv[0], "-style", "fusion", *argv])
    Windows(prepare(app)).show(kit_path)
    return QCoreApplication.exec()
