from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QAccessible, QEnterEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from eventkit.ui import toast
from eventkit.ui.theme import Theme
from eventkit.ui.toast import Toast


@pytest.fixture
def shown(qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch) -> Iterator[Toast]:
    del theme
    monkeypatch.setattr(toast, "MS", 60)
    over = QWidget()
    qtbot.addWidget(over)
    over.resize(600, 400)
    over.show()
    made = Toast(over)
    yield made
    made.hide()


def test_toast_goes_by_itself(shown: Toast, qtbot: QtBot) -> None:
    shown.say("Kept")
    assert shown.isVisible()
    assert not shown.action.isVisible()
    qtbot.waitUntil(lambda: not shown.isVisible(), timeout=2000)


def test_toast_stays_while_it_is_hovered(shown: Toast, qtbot: QtBot) -> None:
    shown.say("Kept")
    shown.enterEvent(QEnterEvent(QPointF(1, 1), QPointF(1, 1), QPointF(1, 1)))
    qtbot.wait(150)
    assert shown.isVisible()
    shown.leaveEvent(QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(lambda: not shown.isVisible(), timeout=2000)


def test_toast_stays_while_its_button_has_the_keyboard(shown: Toast, qtbot: QtBot) -> None:
    done: list[str] = []
    shown.say("Moved", "Undo", lambda: done.append("undone"))
    shown.window().activateWindow()
    shown.action.setFocus()
    qtbot.wait(200)
    assert shown.isVisible()
    shown.action.click()
    assert done == ["undone"]
    assert not shown.isVisible()


def test_toast_is_announced(shown: Toast) -> None:
    QAccessible.setActive(True)
    try:
        shown.say("A long word " * 30)
    finally:
        QAccessible.setActive(False)
    assert shown.width() <= 600
