"""The first page: recent kits, and three ways to begin. It needs Qt alone, so that it is there at once."""

from pathlib import Path

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from eventkit.ui.fonts import BOLD
from eventkit.ui.parts import GRID, NO_FOCUS, Drawing, button, card, label
from eventkit.ui.settings import recent_kits

READING = 720


class WelcomePage(QFrame):
    """Where a user without an open kit begins."""

    new_kit = Signal()
    choose_kit = Signal()
    sample_kit = Signal()
    open_kit = Signal(Path)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        self.recent: list[QPushButton] = []
        self._used: dict[Path, QLabel] = {}
        self.problem = Problem()
        self._kits = QVBoxLayout()
        self._kits.setSpacing(GRID)
        self._recent_title = label(self.tr("Opened lately"), size=1.15, weight=BOLD)
        hint = self.tr("Kits that you open are listed here. You can also drop a file anywhere on this window.")
        self.none_yet = label(hint, kind="muted", wrap=True)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        column.addWidget(label(self.tr("Good events start here"), size=2.2, weight=BOLD, wrap=True))
        told = self.tr("Programme, calendars and prints of your community in one file on your own computer.")
        column.addWidget(label(told, kind="muted", size=1.15, wrap=True))
        column.addSpacing(6 * GRID)
        column.addLayout(self._ways())
        column.addSpacing(2 * GRID)
        column.addWidget(self.problem)
        column.addSpacing(4 * GRID)
        column.addWidget(self._recent_title)
        column.addLayout(self._kits)
        column.addWidget(self.none_yet)
        column.addStretch(1)
        self._lay_out(column)
        self.refresh()

    def refresh(self) -> None:
        """Read the list of recent kits again."""
        for old in self.recent:
            self._kits.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._used = {}
        self.recent = [self._kit(path) for path in recent_kits()]
        for made in self.recent:
            self._kits.addWidget(made)
        self._recent_title.setVisible(bool(self.recent))
        self.none_yet.setVisible(not self.recent)

    def complete(self) -> None:
        """What the first paint does not wait for: a low window scrolls, and each kit says when it was changed last."""
        if self._middle.parentWidget() is self:
            self._middle.setObjectName("scrolled")
            area = QScrollArea()
            area.setWidgetResizable(True)
            area.setProperty("focusPolicy", NO_FOCUS)
            area.setWidget(self._middle)
            self._outer.addWidget(area)
            area.show()
        self.tell_dates()

    def tell_dates(self) -> None:
        """Say when each kit was changed last."""
        from eventkit.ui.dates import changed  # noqa: PLC0415 - likewise

        for path, told in self._used.items():
            told.setText(changed(path))

    def tell(self, text: str) -> None:
        """Say why a kit did not open."""
        self.problem.told.setText(text)
        self.problem.setVisible(bool(text))

    def _lay_out(self, column: QVBoxLayout) -> None:
        self._middle, body = QWidget(self), QWidget()
        body.setLayout(column)
        body.setMaximumWidth(READING)
        whole = QHBoxLayout(self._middle)
        whole.setContentsMargins(6 * GRID, 14 * GRID, 6 * GRID, 6 * GRID)
        whole.addStretch(1)
        whole.addWidget(body, 1000)
        whole.addStretch(1)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.addWidget(self._middle)

    def _kit(self, path: Path) -> QPushButton:
        """A recent kit: its name, where it lies, and when it was changed last."""
        made = button("", kind="row", name=self.tr("Open {name}").format(name=path.stem))
        made.setToolTip(str(path))
        made.setAccessibleDescription(str(path.parent))
        made.clicked.connect(lambda: self.open_kit.emit(path))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(path.stem, weight=BOLD))
        words.addWidget(label(str(path.parent), kind="muted", size=0.9))
        row = QHBoxLayout(made)
        row.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        row.setSpacing(3 * GRID)
        row.addWidget(Drawing("kit", 5 * GRID))
        row.addLayout(words)
        row.addStretch(1)
        used = label(kind="muted", size=0.9)
        row.addWidget(used)
        self._used[path] = used
        return made

    def _ways(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4 * GRID)
        ways = (
            ("new", self.tr("Begin"), self.tr("A new kit for your own community"), self.tr("New kit …"), self.new_kit),
            ("open", self.tr("Go on"), self.tr("A file that ends in .eventkit"), self.tr("Open …"), self.choose_kit),
            (
                "sample",
                self.tr("Look around"),
                self.tr("An invented community with three events"),
                self.tr("Sample kit …"),
                self.sample_kit,
            ),
        )
        for drawing, title, text, action, signal in ways:
            row.addWidget(self._way(drawing, title, text, action, signal, primary=drawing == "new"), 1)
        return row

    def _way(
        self, drawing: str, title: str, text: str, action: str, signal: SignalInstance, *, primary: bool
    ) -> QFrame:
        frame, layout = card()
        head = QHBoxLayout()
        head.setSpacing(2 * GRID)
        head.addWidget(Drawing(drawing, 5 * GRID))
        head.addWidget(label(title, size=1.15, weight=BOLD), 1)
        layout.addLayout(head)
        layout.addWidget(label(text, kind="muted", wrap=True))
        layout.addStretch(1)
        layout.addSpacing(GRID)
        press = button(action, kind="primary" if primary else "")
        press.clicked.connect(signal)
        layout.addWidget(press)
        return frame


class Problem(QFrame):
    """A refusal beside its cause, in words of the organizer, with the next step."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "note")
        self.told = label(wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        row.setSpacing(3 * GRID)
        row.addWidget(Drawing("warning", 5 * GRID))
        row.addWidget(self.told, 1)
        self.hide()
