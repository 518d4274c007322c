"""How the window looks and where things lie; each choice holds at once."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from eventkit.jobs.resources import backups
from eventkit.ui.fields import ChoiceField, Save, ZoneChoice
from eventkit.ui.fonts import BOLD
from eventkit.ui.menus import Menus
from eventkit.ui.parts import GRID, button, card, label
from eventkit.ui.settings import PAPER_NAMES, recall, remember
from eventkit.ui.widgets import Page, scrolled, short_label

WIDEST = 640


class SettingsPage(Page):
    """Language, colours, density, paper, time zone, and where kits and copies lie; `folder_wanted` asks to see that."""

    folder_wanted = Signal(Path)

    def __init__(self, menus: Menus, kit: Callable[[], Path | None]) -> None:
        super().__init__(self.tr("Settings"))
        self._kit = kit
        titles = {"language": self.tr("Language"), "palette": self.tr("Colours"), "density": self.tr("Density")}
        self.choices = {
            name: ChoiceField(title, self._chooses(menus, name), menus.options[name]) for name, title in titles.items()
        }
        self.paper = ChoiceField(self.tr("Paper"), self._keeps("paper"), list(PAPER_NAMES.items()))
        self.zone = ZoneChoice(
            self.tr("Time zone"), self._keeps("zone"), hint=self.tr("What a new kit and a new event begin with.")
        )
        self.kit_path, self.copies_path = short_label(kind="muted"), short_label(kind="muted")
        self.kit_folder = button(self.tr("Open the folder"), name=self.tr("Open the folder of the kit"))
        self.copies_folder = button(self.tr("Open the folder"), name=self.tr("Open the folder of the copies"))
        self.kit_folder.clicked.connect(lambda: self.folder_wanted.emit(Path(self.kit_path.text()).parent))
        self.copies_folder.clicked.connect(lambda: self.folder_wanted.emit(backups()))
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, GRID, 4 * GRID)
        column.setSpacing(4 * GRID)
        column.addWidget(self._card(self.tr("The window"), *self.choices.values()))
        column.addWidget(self._card(self.tr("What new things begin with"), self.paper, self.zone))
        column.addWidget(
            self._card(
                self.tr("Where things lie"),
                _place(self.tr("This kit"), self.kit_path, self.kit_folder),
                _place(self.tr("Verified copies of your kits"), self.copies_path, self.copies_folder),
            )
        )
        column.addStretch(1)
        self.content.addWidget(scrolled(body), 1)

    def refresh(self) -> None:
        """Show what is chosen now."""
        for name, field in self.choices.items():
            field.show_value(recall(name) or field.box.itemData(0))
        self.paper.show_value(recall("paper") or next(iter(PAPER_NAMES)))
        self.zone.show_value(recall("zone") or self.zone.value())
        kit = self._kit()
        self.kit_path.setText("" if kit is None else str(kit))
        self.copies_path.setText(str(backups()))

    def _card(self, title: str, *parts: QWidget) -> QFrame:
        frame, inside = card()
        frame.setMaximumWidth(WIDEST)
        inside.setSpacing(4 * GRID)
        inside.addWidget(label(title, size=1.15, weight=BOLD))
        for part in parts:
            inside.addWidget(part)
        return frame

    def _chooses(self, menus: Menus, name: str) -> Save:
        def choose(value: Any) -> str:
            menus.choose(name, str(value))
            return ""

        return choose

    def _keeps(self, name: str) -> Save:
        def keep(value: Any) -> str:
            remember(name, str(value))
            return ""

        return keep


def _place(title: str, path: QWidget, press: QWidget) -> QWidget:
    made = QWidget()
    words = QVBoxLayout()
    words.setSpacing(GRID // 2)
    words.addWidget(label(title, weight=BOLD))
    words.addWidget(path)
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(3 * GRID)
    row.addLayout(words, 1)
    row.addWidget(press)
    return made
