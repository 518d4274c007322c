"""Fields of a page: a label above, the control, below it what is wrong; an accepted value is kept at once."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QUrl
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QTextDocument, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from eventkit.ui.fonts import BOLD
from eventkit.ui.forms import ZoneField, mark
from eventkit.ui.parts import GRID, label

Save = Callable[[Any], str]
"""Keeps a value; answers why it can't be kept, or nothing."""


class Field(QWidget):
    """A titled control; `settle` keeps what it holds when editing ends, Esc takes back what was not kept yet."""

    def __init__(self, title: str, control: QWidget, save: Save, *, hint: str = "") -> None:
        super().__init__()
        self.control, self._save = control, save
        self._kept: Any = None
        self._filled = False
        told = label(title, weight=BOLD)
        told.setBuddy(control)
        control.setAccessibleName(title)
        control.setAccessibleDescription(hint)
        self._hint = hint
        self.problem = label(kind="bad", size=0.9, wrap=True)
        self.problem.hide()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(GRID)
        self.column.addWidget(told)
        self.column.addWidget(control)
        if hint:
            self.column.addWidget(label(hint, kind="muted", size=0.9, wrap=True))
        self.column.addWidget(self.problem)

    def value(self) -> Any:
        """What the control holds."""
        raise NotImplementedError

    def put(self, value: Any) -> None:
        """Show a value in the control."""
        raise NotImplementedError

    def show_value(self, value: Any) -> None:
        """What is kept now; what is being typed stays."""
        typing = self._filled and self.control.hasFocus() and self.value() != self._kept
        self._kept, self._filled = value, True
        if not typing:
            self.put(value)
            self.refuse("")

    def settle(self) -> None:
        """Editing has ended: keep what is new, or say what is wrong with it."""
        value = self.value()
        if value == self._kept:
            self.refuse("")
            return
        problem = self._save(value)
        self.refuse(problem)
        if not problem:
            self._kept = value
            self.put(value)

    def refuse(self, problem: str) -> None:
        """Say what is wrong; an empty text takes it back."""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.control.setAccessibleDescription(problem or self._hint)
        mark(self.control, invalid=bool(problem))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives back what is kept."""
        if event.key() == Qt.Key.Key_Escape and self.value() != self._kept:
            self.put(self._kept)
            self.refuse("")
        else:
            super().keyPressEvent(event)


class Line(QLineEdit):
    """A line whose Ctrl+Z reaches the kit's own steps where nothing was typed."""

    def event(self, event: QEvent) -> bool:
        """Undo is left to the window where the line has none of its own."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (
                (event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable())
                or (event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable())
            )
        ):
            event.ignore()
            return False
        return super().event(event)


class TextField(Field):
    """One line of text."""

    def __init__(self, title: str, save: Save, *, hint: str = "") -> None:
        self.edit = Line()
        super().__init__(title, self.edit, save, hint=hint)
        self.edit.editingFinished.connect(self.settle)

    def value(self) -> str:
        """The text without what surrounds it."""
        return self.edit.text().strip()

    def put(self, value: Any) -> None:
        """Show a text; its first letters are seen."""
        self.edit.setText(value)
        self.edit.setCursorPosition(0)


class NumberField(TextField):
    """A whole number, or none."""

    def __init__(self, title: str, save: Save, *, hint: str = "") -> None:
        super().__init__(title, save, hint=hint)
        self.edit.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)

    def value(self) -> Any:
        """The number, None for nothing, the text where it is no number."""
        text = super().value()
        return int(text) if text.isdecimal() else text or None

    def put(self, value: Any) -> None:
        """Show a number."""
        super().put("" if value is None else str(value))

    def settle(self) -> None:
        """A text that is no number is refused beside the field."""
        if isinstance(self.value(), str):
            self.refuse(self.tr("Whole numbers only, for example 40."))
        else:
            super().settle()


class Choice(QComboBox):
    """A list to choose from; the wheel scrolls the page unless the keyboard is here."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Nothing changes by scrolling past."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class ChoiceField(Field):
    """One of several values."""

    def __init__(self, title: str, save: Save, choices: Sequence[tuple[Any, str]] = (), *, hint: str = "") -> None:
        self.box = Choice()
        super().__init__(title, self.box, save, hint=hint)
        self.offer(choices)
        self.box.activated.connect(self.settle)

    def offer(self, choices: Sequence[tuple[Any, str]]) -> None:
        """What there is to choose from: values with their words."""
        self.box.clear()
        for value, text in choices:
            self.box.addItem(text, value)

    def value(self) -> Any:
        """The chosen value."""
        return self.box.currentData()

    def put(self, value: Any) -> None:
        """Show a value; one that is not offered joins the list as it is."""
        if self.box.findData(value) < 0:
            self.box.addItem(str(value), value)
        self.box.setCurrentIndex(self.box.findData(value))


class ZoneChoice(Field):
    """A time zone by its IANA name."""

    def __init__(self, title: str, save: Save, *, hint: str = "") -> None:
        self.zone = ZoneField()
        super().__init__(title, self.zone, save, hint=hint)
        self.zone.activated.connect(self.settle)
        inside = self.zone.lineEdit()
        if inside is not None:
            inside.editingFinished.connect(self.settle)

    def value(self) -> str:
        """The zone's name; empty when there is none of what was typed."""
        return self.zone.zone

    def put(self, value: str) -> None:
        """Show a zone."""
        self.zone.setCurrentText(value)

    def settle(self) -> None:
        """What is no zone is refused beside the field."""
        if self.value():
            super().settle()
        else:
            self.refuse(self.tr("Choose a time zone from the list, for example Europe/Lisbon."))


class CheckField(QCheckBox):
    """Yes or no, kept when it is pressed."""

    def __init__(self, title: str, save: Save) -> None:
        super().__init__(title)
        self.setAccessibleName(title)
        self.clicked.connect(save)

    def show_value(self, value: bool) -> None:  # noqa: FBT001 - as every field shows its value
        """What is kept now."""
        self.setChecked(value)


class Reading(QTextBrowser):
    """Markdown as it will be read; it fetches nothing, whatever it names."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)

    def show_text(self, text: str) -> None:
        """Show a text."""
        document = self.document()
        document.setMarkdown(text, QTextDocument.MarkdownFeature.MarkdownNoHTML)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """No picture and no file comes in."""
        del kind, name
        return None


class MarkdownField(Field):
    """Text in plain Markdown, and below it how it will be read."""

    LINES = 7

    def __init__(self, title: str, save: Save, *, hint: str = "") -> None:
        self.edit = QPlainTextEdit()
        self.edit.setTabChangesFocus(True)
        self.edit.setFixedHeight(self.LINES * self.edit.fontMetrics().lineSpacing() + 6 * GRID)
        super().__init__(title, self.edit, save, hint=hint)
        self.reading = Reading()
        self.reading.setAccessibleName(self.tr("{title}, as it is read").format(title=title))
        self.reading.setFixedHeight(self.edit.height())
        self.column.insertWidget(2, self.reading)
        self.edit.textChanged.connect(lambda: self.reading.show_text(self.edit.toPlainText()))
        self.edit.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leaving the text ends its editing."""
        if watched is self.edit and event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            self.settle()
        return super().eventFilter(watched, event)

    def value(self) -> str:
        """The text without what surrounds it."""
        return self.edit.toPlainText().strip()

    def put(self, value: str) -> None:
        """Show a text."""
        if self.value() != value:
            self.edit.setPlainText(value)
