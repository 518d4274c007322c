"""The frame around all pages: menus, search, sidebar, status line. It needs Qt alone until its first paint."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QCoreApplication, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QMainWindow,
    QMenuBar,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from eventkit.ui.fonts import BOLD, MEDIUM, font
from eventkit.ui.icons import dress, set_drawing
from eventkit.ui.language import show_language
from eventkit.ui.loading import Loading
from eventkit.ui.menus import Menus
from eventkit.ui.settings import recall, settings
from eventkit.ui.theme import Density, Scheme, Theme
from eventkit.ui.toast import Toast
from eventkit.ui.welcome import WelcomePage
from eventkit.ui.widgets import GRID, button, label

if TYPE_CHECKING:
    from eventkit.ui.workspace import Workspace

WIDE, NARROW, BREAKPOINT = 208, 56, 1000
LATER = "eventkit.ui.workspace"
"""Everything but the frame and the welcome page; imported after the first paint."""


class Frame(QMainWindow):
    """The main window; `workspace` joins after the first paint and fills it with pages.

    `ready` tells that it has joined, `anew` asks for the window to be made again (another language), on a kit or none.
    """

    ready = Signal()
    anew = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.workspace: Workspace | None = None
        self._painted = False
        self._waiting: list[Callable[[], None]] = []
        self.setWindowTitle("EventKit")
        self.setMinimumSize(NARROW + 640, 480)
        self.resize(1280, 860)
        self.setAcceptDrops(True)
        self.menus = Menus(self)
        self.stack = QStackedWidget()
        self.welcome = WelcomePage(theme)
        self.stack.addWidget(self.welcome)
        self._make_header()
        self._make_sidebar()
        self._make_status()
        self._lay_out()
        self.toast = Toast(self)
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
        theme.changed.connect(self._dress)

    def when_ready(self, action: Callable[[], None]) -> None:
        """Do something once the workspace is there: now, or soon after the first paint."""
        if self.workspace is not None:
            action()
        else:
            self._waiting.append(action)

    def ask(self, name: str) -> None:
        """Let the workspace do what is named."""

        def do() -> None:
            getattr(self.workspace, name)()

        self.when_ready(do)

    def open_kit(self, path: Path) -> None:
        """Open a kit as soon as the workspace is there."""
        self.when_ready(lambda: self.workspace.open_kit(path) if self.workspace else None)

    def add_place(self, name: str, title: str, drawing: str, go: Callable[[], object]) -> None:
        """A place in the sidebar."""
        place = QToolButton()
        place.setObjectName(name)
        place.setText(f"  {title}")
        place.setAccessibleName(title)
        place.setToolTip(title)
        place.setCheckable(True)
        place.setFont(font(weight=MEDIUM))
        set_drawing(place, drawing)
        place.clicked.connect(go)
        self.places.addButton(place)
        self._sidebar_layout.insertWidget(self._sidebar_layout.count() - 1, place)
        self._dress_sidebar()

    def show_page(self, page: QWidget, place: str = "") -> None:
        """Bring a page to the front and mark its place."""
        self.stack.setCurrentWidget(page)
        for entry in self.places.buttons():
            entry.setChecked(entry.objectName() == place)

    def say_change(self, text: str) -> None:
        """Show the last change in the status line, with the way back."""
        self.last_change.setText(text)
        self.undo_link.setVisible(bool(text))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window's place and let the kit go."""
        settings().setValue("geometry", self.saveGeometry())
        if self.workspace is not None:
            self.workspace.close()
        super().closeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rest of the program comes in after the first paint."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, lambda: Loading([LATER], self._join, self))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window has icons alone in its sidebar."""
        super().resizeEvent(event)
        self._dress_sidebar()
        self.toast.place()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """A kit is opened, anything else is imported."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        self.when_ready(lambda: self.workspace.take_files(paths) if self.workspace else None)

    def _join(self) -> None:
        """The workspace comes in and does what was asked for meanwhile."""
        from eventkit.ui.workspace import Workspace  # noqa: PLC0415 - after the first paint, not before

        self.workspace = Workspace(self)
        waiting, self._waiting = self._waiting, []
        for action in waiting:
            action()
        self.ready.emit()

    def _make_header(self) -> None:
        self.header = QWidget()
        self.header.setObjectName("header")
        self.header.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.header.setFixedHeight(44)
        brand = label("EventKit", weight=BOLD)
        brand.setObjectName("brand")
        bar = QMenuBar()
        bar.setNativeMenuBar(sys.platform == "darwin")
        self.menus.fill(bar)
        self.search = QLineEdit()
        self.search.setObjectName("search")
        self.search.setPlaceholderText(self.tr("Find anything …   Ctrl+K"))
        self.search.setAccessibleName(self.tr("Find anything in this kit"))
        self.search.setFixedWidth(320)
        self.search.setClearButtonEnabled(False)
        self.search.hide()
        row = QHBoxLayout(self.header)
        row.setContentsMargins(4 * GRID, 0, 4 * GRID, 0)
        row.setSpacing(2 * GRID)
        row.addWidget(brand)
        row.addWidget(bar, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        row.addWidget(self.search)

    def _make_sidebar(self) -> None:
        self.sidebar = QWidget()
        self.sidebar.setObjectName("sidebar")
        self.sidebar.setProperty("mirrored", self.isRightToLeft())
        self.sidebar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.places = QButtonGroup(self)
        self._sidebar_layout = QVBoxLayout(self.sidebar)
        self._sidebar_layout.setContentsMargins(2 * GRID, 3 * GRID, 2 * GRID, 3 * GRID)
        self._sidebar_layout.setSpacing(GRID // 2)
        self._sidebar_layout.addStretch()
        self.sidebar.hide()

    def _dress(self) -> None:
        dress(self)
        self._dress_sidebar()

    def _dress_sidebar(self) -> None:
        narrow = self.width() < BREAKPOINT
        self.sidebar.setFixedWidth(NARROW if narrow else WIDE)
        for place in self.places.buttons():
            if isinstance(place, QToolButton):
                style = Qt.ToolButtonStyle.ToolButtonIconOnly if narrow else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
                place.setToolButtonStyle(style)
                place.setFixedSize((NARROW if narrow else WIDE) - 4 * GRID, 36)

    def _make_status(self) -> None:
        self.status = QWidget()
        self.status.setObjectName("status")
        self.status.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.last_change = label(kind="muted", size=0.9, short=True)
        self.undo_link = button(self.tr("Undo"), kind="link", name=self.tr("Undo the last change"))
        self.undo_link.setFont(font(0.9))
        self.undo_link.clicked.connect(lambda: self.ask("undo"))
        self.undo_link.hide()
        self.where = label(kind="muted", size=0.9, short=True)
        row = QHBoxLayout(self.status)
        row.setContentsMargins(4 * GRID, 0, 4 * GRID, 0)
        row.setSpacing(2 * GRID)
        row.addWidget(self.last_change)
        row.addWidget(self.undo_link)
        row.addStretch(1)
        row.addWidget(self.where)
        self.status.setFixedHeight(32)

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.sidebar)
        middle.addWidget(self.stack, 1)
        whole = QVBoxLayout()
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addLayout(middle, 1)
        whole.addWidget(self.status)
        body = QWidget()
        body.setLayout(whole)
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
    app = QApplication([sys.argv[0], *argv])
    Windows(prepare(app)).show(kit_path)
    return QCoreApplication.exec()
