"""One thing that an export can make: a box to tick, what it is for, and its pages."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout

from eventkit.ui.export.pages_view import PagesView
from eventkit.ui.fonts import BOLD, font
from eventkit.ui.parts import GRID, label
from eventkit.ui.theme import Theme


class ExportCard(QFrame):
    """Ticked or not; a calendar has no pages to show."""

    toggled = Signal()

    def __init__(self, theme: Theme, export_id: str, title: str, told: str, *, pages: bool) -> None:
        super().__init__()
        self.export_id = export_id
        self.setProperty("kind", "card")
        self.tick = QCheckBox(title)
        self.tick.setFont(font(1.0, BOLD))
        self.tick.setAccessibleName(title)
        self.tick.setAccessibleDescription(told)
        self.tick.setChecked(True)
        self.tick.toggled.connect(self._toggle)
        self.state = label(kind="muted", size=0.9)
        head = QHBoxLayout()
        head.setSpacing(2 * GRID)
        head.addWidget(self.tick)
        head.addStretch(1)
        head.addWidget(self.state)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 2 * GRID, 4 * GRID, 3 * GRID)
        layout.setSpacing(0)
        layout.addLayout(head)
        about = label(told, kind="muted", size=0.9, wrap=True)
        about.setContentsMargins(31, 0, 0, 0)
        layout.addWidget(about)
        self.strip = PagesView(theme, self.tr("Pages of {title}").format(title=title)) if pages else None
        if self.strip is not None:
            self.strip.hide()
            layout.addSpacing(2 * GRID)
            layout.addWidget(self.strip)
        layout.addStretch(1)

    def show_pages(self, pages: Sequence[tuple[str, QPixmap]], more: int) -> None:
        """Show pictures of the pages; `more` counts those that are not pictured."""
        if self.strip is not None:
            self.strip.pages.show(pages)
            self.strip.setVisible(bool(pages) and self.tick.isChecked())
        count = len(pages) + more
        self.state.setText(self.tr("%n page(s)", "", count) if count else "")

    def _toggle(self) -> None:
        if self.strip is not None:
            self.strip.setVisible(self.tick.isChecked() and self.strip.pages.rowCount() > 0)
        self.toggled.emit()
