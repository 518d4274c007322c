"""The menus: every job of the window by name and key, also those that need a kit and wait for it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from eventkit.ui.language import LANGUAGES
from eventkit.ui.settings import recall, remember
from eventkit.ui.theme import Density, Scheme

if TYPE_CHECKING:
    from eventkit.ui.frame import Frame


Ways = Sequence[tuple[str, Callable[[], object]]]
"""Titles, and how to go there."""


class Menus(QObject):
    """Actions by the name of what the workspace does; those in `of_kit` are on while a kit is open."""

    def __init__(self, frame: "Frame", titles: Sequence[QAction]) -> None:
        super().__init__(frame)
        self._frame = frame
        self.actions: dict[str, QAction] = {}
        self.menus: list[QMenu] = []
        self.choices: list[QAction] = []
        self.options: dict[str, list[tuple[str, str]]] = {}
        self.of_kit: list[QAction] = []
        self.of_event: list[QAction] = []
        for fill, title in zip((self._file, self._edit, self._event, self._view, self._help), titles, strict=True):
            menu = QMenu(title.text(), frame)
            self.menus.append(menu)
            title.setMenu(menu)
            fill(menu)
        self.allow(kit=False, event=False)

    def allow(self, *, kit: bool, event: bool) -> None:
        """Switch on what can be done with a kit and an event open, or without."""
        for action in self.of_kit:
            action.setEnabled(kit)
        for action in self.of_event:
            action.setEnabled(event)

    def add_ways(self, places: Ways, leaves: Ways) -> None:
        """The pages of a kit at the top of their menu, the parts of an event at the top of theirs."""
        for menu, ways, name, keys, owned in (
            (self._view_menu, places, "place", "Ctrl+{number}", self.of_kit),
            (self._event_menu, leaves, "leaf", "Alt+{number}", self.of_event),
        ):
            before = menu.actions()[0]
            for number, (title, go) in enumerate(ways, 1):
                made = QAction(title, self)
                made.setShortcut(QKeySequence(keys.format(number=number)))
                made.triggered.connect(go)
                menu.insertAction(before, made)
                self.actions[f"{name}_{number}"] = made
                owned.append(made)

    def _file(self, menu: QMenu) -> None:
        self._add(menu, self.tr("New kit …"), "new_kit", QKeySequence.StandardKey.New)
        self._add(menu, self.tr("Open …"), "choose_kit", QKeySequence.StandardKey.Open)
        self._add(menu, self.tr("Sample kit …"), "sample_kit")
        menu.addSeparator()
        self.of_kit.append(self._add(menu, self.tr("Import a schedule …"), "choose_schedule", "Ctrl+I"))
        self.of_event += [
            self._add(menu, self.tr("Take a list of guests …"), "take_guests", "Ctrl+Shift+I"),
            self._add(menu, self.tr("Print and export …"), "show_export", "Ctrl+E"),
        ]
        menu.addSeparator()
        self._add(menu, self.tr("Restore a copy …"), "restore_copy")
        self.of_kit.append(self._add(menu, self.tr("Close the kit"), "close_kit", "Ctrl+W"))
        menu.addSeparator()
        leave = QAction(self.tr("Quit"), self)
        leave.setShortcut(QKeySequence(QKeySequence.StandardKey.Quit))
        leave.triggered.connect(self._frame.close)
        menu.addAction(leave)

    def _edit(self, menu: QMenu) -> None:
        self.undo = self._add(menu, self.tr("Undo"), "undo", QKeySequence.StandardKey.Undo)
        self.redo = self._add(menu, self.tr("Redo"), "redo", QKeySequence.StandardKey.Redo)
        self.undo.setEnabled(False)
        self.redo.setEnabled(False)
        menu.addSeparator()
        self.of_kit.append(self._add(menu, self.tr("Find or do …"), "find", "Ctrl+K"))

    def _event(self, menu: QMenu) -> None:
        self._event_menu = menu
        menu.addSeparator()
        self.of_event += [
            self._add(menu, self.tr("Programme as a grid"), "show_grid", "Ctrl+G"),
            self._add(menu, self.tr("Programme as a list"), "show_list", "Ctrl+L"),
            self._add(menu, self.tr("Now: the day itself"), "show_now", "F5"),
        ]
        menu.addSeparator()
        self.of_kit.append(self._add(menu, self.tr("New event …"), "new_event", "Ctrl+Shift+N"))
        self.of_event += [
            self._add(menu, self.tr("Copy the event"), "copy_event", "Ctrl+Shift+D"),
            self._add(menu, self.tr("Delete the event"), "delete_event"),
        ]

    def _view(self, menu: QMenu) -> None:
        self._view_menu = menu
        menu.addSeparator()
        for text, name, keys in (
            (self.tr("Back"), "go_back", QKeySequence.StandardKey.Back),
            (self.tr("Forward"), "go_forward", QKeySequence.StandardKey.Forward),
        ):
            self._add(menu, text, name, keys).setEnabled(False)
        menu.addSeparator()
        self.of_event += [
            self._add(menu, self.tr("Larger"), "zoom_in", QKeySequence.StandardKey.ZoomIn),
            self._add(menu, self.tr("Smaller"), "zoom_out", QKeySequence.StandardKey.ZoomOut),
            self._add(menu, self.tr("Whole day"), "zoom_fit", "Ctrl+0"),
        ]
        menu.addSeparator()
        self._choices(
            menu.addMenu(self.tr("Colours")),
            "palette",
            (
                ("", self.tr("As the system")),
                (Scheme.LIGHT, self.tr("Light")),
                (Scheme.DARK, self.tr("Dark")),
                (Scheme.CONTRAST, self.tr("High contrast")),
            ),
        )
        self._choices(
            menu.addMenu(self.tr("Density")),
            "density",
            ((Density.COMFORTABLE, self.tr("Comfortable")), (Density.COMPACT, self.tr("Compact"))),
        )
        own_names = {"en": "English", "de": "Deutsch"}
        self._choices(
            menu.addMenu(self.tr("Language")),
            "language",
            (("", self.tr("As the system")), *((code, own_names[code]) for code in LANGUAGES)),
        )

    def _help(self, menu: QMenu) -> None:
        self._add(menu, self.tr("Manual"), "show_manual", QKeySequence.StandardKey.HelpContents)
        self._add(menu, self.tr("About EventKit"), "show_about")

    def _add(self, menu: QMenu, text: str, name: str, keys: QKeySequence.StandardKey | str | None = None) -> QAction:
        made = QAction(text, self)
        if keys is not None:
            made.setShortcut(QKeySequence(keys))
        made.triggered.connect(lambda: self._frame.ask(name))
        menu.addAction(made)
        self.actions[name] = made
        return made

    def _choices(self, menu: QMenu, setting: str, choices: tuple[tuple[str, str], ...]) -> None:
        self.options[setting] = [(str(value), text) for value, text in choices]
        group = QActionGroup(self)
        now = recall(setting) or choices[0][0]
        for value, text in choices:
            made = QAction(text, self)
            made.setCheckable(True)
            made.setChecked(value == now)
            made.setData((setting, str(value)))
            made.triggered.connect(lambda _checked=False, value=str(value): self.choose(setting, value))
            group.addAction(made)
            self.choices.append(made)
            menu.addAction(made)

    def choose(self, setting: str, value: str) -> None:
        """Let a choice hold, and mark it in its menu."""
        remember(setting, value)
        for action in self.choices:
            if action.data() == (setting, value):
                action.setChecked(True)
        theme = self._frame.theme
        if setting == "palette":
            theme.choose(Scheme(value) if value else None)
        elif setting == "density":
            theme.choose(theme.wanted, Density(value))
        else:
            self._frame.ask("show_anew")
