import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from eventkit.ui.loading import Loading


def test_module_is_there_when_it_is_told(qtbot: QtBot) -> None:
    told: list[bool] = []
    owner = QObject()
    Loading(["colorsys"], lambda: told.append("colorsys" in sys.modules), owner)
    qtbot.waitUntil(lambda: told != [], timeout=5000)
    assert told == [True]


def test_module_that_is_broken_is_told(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "broken_page.py").write_text("raise ValueError('broken')\n")
    monkeypatch.syspath_prepend(tmp_path)
    owner = QObject()
    told: list[str] = []
    with qtbot.captureExceptions() as caught:
        Loading(["broken_page"], lambda: told.append("never"), owner)
        qtbot.waitUntil(lambda: len(caught) == 1, timeout=5000)
    assert str(caught[0][1]) == "broken"
    assert told == []
