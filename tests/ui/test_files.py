from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from eventkit.ui.files import Files


@pytest.fixture
def files(qtbot: QtBot) -> Files:
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    window = QWidget()
    qtbot.addWidget(window)
    return Files(window)


def answer(path: Path | None) -> Callable[[], None]:
    """Choose a path in the dialog that is open, or close it."""

    def act() -> None:
        dialog = next(one for one in QApplication.topLevelWidgets() if isinstance(one, QFileDialog) and one.isVisible())
        if path is None:
            dialog.reject()
        else:
            field = dialog.findChild(QLineEdit)
            assert field is not None
            field.setText(str(path))
            QTest.keyClick(field, Qt.Key.Key_Return)

    return act


def test_file_that_is_chosen_is_answered(files: Files, tmp_path: Path) -> None:
    kit = tmp_path / "town.eventkit"
    kit.touch()
    QTimer.singleShot(50, answer(kit))
    assert files.kit_to_open() == kit
    schedule = tmp_path / "schedule.xml"
    schedule.touch()
    QTimer.singleShot(50, answer(schedule))
    assert files.schedule() == schedule


def test_new_kit_always_has_its_ending(files: Files, tmp_path: Path) -> None:
    QTimer.singleShot(50, answer(tmp_path / "mine"))
    assert files.kit_to_make(tmp_path / "town.eventkit") == tmp_path / "mine.eventkit"


@pytest.mark.parametrize("ask", ["kit_to_open", "schedule"])
def test_thinking_better_of_it_answers_nothing(files: Files, ask: str) -> None:
    QTimer.singleShot(50, answer(None))
    assert getattr(files, ask)() is None


def test_thinking_better_of_a_place_answers_nothing(files: Files, tmp_path: Path) -> None:
    QTimer.singleShot(50, answer(None))
    assert files.kit_to_make(tmp_path / "town.eventkit") is None
    QTimer.singleShot(50, answer(None))
    assert files.folder(tmp_path / "pack") is None


def test_folder_that_is_chosen_is_answered(files: Files, tmp_path: Path) -> None:
    QTimer.singleShot(50, answer(tmp_path))
    assert files.folder(tmp_path) == tmp_path
