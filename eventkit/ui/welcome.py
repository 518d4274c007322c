"""The first page: recent kits, and three ways to begin. It needs Qt alone, so that it is there at once."""

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from eventkit.ui.dates import dated, short_day
from eventkit.ui.fonts import BOLD, MEDIUM
from eventkit.ui.rows import Row
from eventkit.ui.rows_view import RowsView
from eventkit.ui.settings import recent_kits
from eventkit.ui.theme import Theme
from eventkit.ui.widgets import GRID, Drawing, button, card, label, scrolled

READING = 720


class WelcomePage(QWidget):
    """Where a user without an open kit begins."""

    new_kit = Signal()
    choose_kit = Signal()
    sample_kit = Signal()
    open_kit = Signal(Path)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout()
        column.setSpacing(2 * GRID)
        column.addWidget(label(self.tr("Good events start here"), size=2.2, weight=BOLD, wrap=True))
        told = self.tr("Programme, calendars and prints of your community in one file on your own computer.")
        column.addWidget(label(told, kind="muted", size=1.15, wrap=True))
        column.addSpacing(6 * GRID)
        column.addLayout(self._ways())
        column.addSpacing(2 * GRID)
        self.problem = _problem()
        column.addWidget(self.problem)
        column.addSpacing(4 * GRID)
        self._recent_title = label(self.tr("Opened lately"), size=1.15, weight=BOLD)
        column.addWidget(self._recent_title)
        self.recent = RowsView(theme, self.tr("Kits that were opened lately"))
        self.recent.chosen.connect(self.open_kit)
        self.none_yet = label(
            self.tr("Kits that you open are listed here. You can also drop a file anywhere on this window."),
            kind="muted",
            wrap=True,
        )
        column.addWidget(self.recent)
        column.addWidget(self.none_yet)
        column.addStretch(1)
        body = QWidget()
        body.setLayout(column)
        column.setContentsMargins(0, 0, 0, 0)
        body.setMaximumWidth(READING)
        middle = QWidget()
        whole = QHBoxLayout(middle)
        whole.setContentsMargins(6 * GRID, 14 * GRID, 6 * GRID, 6 * GRID)
        whole.addStretch(1)
        whole.addWidget(body, 1000)
        whole.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(middle))
        self.refresh()

    def refresh(self) -> None:
        """Read the list of recent kits again."""
        rows = [
            Row(
                key=str(path),
                title=path.stem,
                meta=str(path.parent),
                trail_note=_last_used(path),
                drawing="kit",
                data=path,
            )
            for path in recent_kits()
        ]
        self.recent.show_rows(rows)
        self.recent.setFixedHeight(max(1, self.recent.whole_height()))
        self.recent.setVisible(bool(rows))
        self._recent_title.setVisible(bool(rows))
        self.none_yet.setVisible(not rows)

    def tell(self, text: str) -> None:
        """Say why a kit did not open."""
        self.problem.told.setText(text)
        self.problem.setVisible(bool(text))

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
        head.addWidget(label(title, size=1.15, weight=MEDIUM), 1)
        layout.addLayout(head)
        layout.addWidget(label(text, kind="muted", wrap=True))
        layout.addStretch(1)
        layout.addSpacing(GRID)
        press = button(action, kind="primary" if primary else "")
        press.clicked.connect(signal)
        layout.addWidget(press)
        return frame


class _Problem(QFrame):
    """Beside its cause, in words of the organizer, with the next step."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "note")
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        row.setSpacing(3 * GRID)
        row.addWidget(Drawing("warning", 5 * GRID), 0, Qt.AlignmentFlag.AlignTop)
        self.told = label(wrap=True)
        row.addWidget(self.told, 1)


def _problem() -> _Problem:
    made = _Problem()
    made.hide()
    return made


def _last_used(path: Path) -> str:
    """The day on which a file was changed last."""
    day = datetime.fromtimestamp(path.stat().st_mtime, UTC).astimezone().date()
    return short_day(day) if day.year == datetime.now(UTC).year else dated(day)
