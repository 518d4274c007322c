"""Dialogs that ask for something: labelled fields, the refusal beside its cause, one named button."""

from itertools import pairwise

from PySide6.QtCore import QCoreApplication, Qt, QTimeZone
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QDialog, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from eventkit.ui.fonts import BOLD
from eventkit.ui.parts import GRID, button, label
from eventkit.ui.settings import recall

WIDTH = 440


class Ask(QDialog):
    """A dialog with a column of fields; Esc closes, Enter does what the button says."""

    def __init__(self, parent: QWidget, title: str, action: str, *, hint: str = "", width: int = WIDTH) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"{title} – EventKit")
        self.setModal(True)
        self.setFixedWidth(width)
        self.column = QVBoxLayout()
        self.column.setSpacing(GRID)
        self.problem = label(kind="bad", wrap=True)
        self.problem.hide()
        self.action = button(action, kind="primary")
        self.action.setDefault(True)
        self.action.clicked.connect(self.act)
        self.cancel = button(QCoreApplication.translate("Ask", "Cancel"))
        self.cancel.clicked.connect(self.reject)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(2 * GRID)
        self.foot.addStretch(1)
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.action)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(6 * GRID, 5 * GRID, 6 * GRID, 5 * GRID)
        whole.setSpacing(3 * GRID)
        whole.addWidget(label(title, size=1.3, weight=BOLD, wrap=True))
        if hint:
            whole.addWidget(label(hint, kind="muted", wrap=True))
        whole.addLayout(self.column)
        whole.addWidget(self.problem)
        whole.addSpacing(GRID)
        whole.addLayout(self.foot)

    def act(self) -> None:
        """What the button does; a dialog that checks its fields does so first."""
        self.accept()

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard begins at the first field and ends at the buttons."""
        super().showEvent(event)
        last = (self.cancel, self.action)
        fields = [
            field
            for field in self.findChildren(QWidget)
            if field.focusPolicy() & Qt.FocusPolicy.TabFocus
            and field.focusProxy() is None
            and field not in last
            and field.window() is self
        ]
        for one, other in pairwise([*fields, *last]):
            QWidget.setTabOrder(one, other)
        first = next((field for field in fields if field.isVisibleTo(self)), self.action)
        first.setFocus()

    def add_field(self, text: str, field: QWidget, *, hint: str = "") -> QLabel:
        """A field under its label."""
        told = label(text, weight=BOLD)
        told.setBuddy(field)
        field.setAccessibleName(text)
        self.column.addWidget(told)
        self.column.addWidget(field)
        if hint:
            field.setAccessibleDescription(hint)
            self.column.addWidget(label(hint, kind="muted", size=0.9, wrap=True))
        self.column.addSpacing(2 * GRID)
        return told

    def add_beside(self, *fields: tuple[str, QWidget]) -> None:
        """Fields beside each other, each under its label."""
        row = QHBoxLayout()
        row.setSpacing(3 * GRID)
        for text, field in fields:
            told = label(text, weight=BOLD)
            told.setBuddy(field)
            field.setAccessibleName(text)
            column = QVBoxLayout()
            column.setSpacing(GRID)
            column.addWidget(told)
            column.addWidget(field)
            row.addLayout(column, 1)
        self.column.addLayout(row)
        self.column.addSpacing(2 * GRID)

    def refuse(self, text: str, field: QWidget | None = None) -> None:
        """Say what is wrong, and go to the field that is; an empty text takes it back."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        for other in (*self.findChildren(QLineEdit), *self.findChildren(QComboBox)):
            mark(other, invalid=other is field)
        if field is not None:
            field.setFocus()


class ZoneField(QComboBox):
    """A time zone by its IANA name; typing finds any part of it."""

    def __init__(self, zone: str = "") -> None:
        super().__init__()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._known = sorted(
            name
            for name in (bytes(zone_id.data()).decode() for zone_id in QTimeZone.availableTimeZoneIds())
            if "/" in name and not name.startswith("Etc/")
        )
        self.addItems(self._known)
        completer = self.completer()
        if isinstance(completer, QCompleter):
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCurrentText(zone or recall("zone") or bytes(QTimeZone.systemTimeZoneId().data()).decode())

    @property
    def zone(self) -> str:
        """The zone's name; empty when there is none of what was typed."""
        typed = self.currentText().strip().replace(" ", "_")
        if QTimeZone(typed.encode()).isValid() and typed:
            return typed
        found = [name for name in self._known if typed and typed.lower() in name.lower()]
        return found[0] if len(found) == 1 else ""


def mark(field: QWidget, *, invalid: bool) -> None:
    """Show whether a field holds what can't be."""
    if bool(field.property("invalid")) != invalid:
        field.setProperty("invalid", invalid)
        field.style().unpolish(field)
        field.style().polish(field)
