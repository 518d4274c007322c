from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from eventkit.domain.programme import EventSummary
from eventkit.services.programme import event_by_slug
from eventkit.ui.forms import Ask
from eventkit.ui.frame import Frame
from eventkit.ui.places import GUESTS, OVERVIEW, PEOPLE, RUN_SHEET, SETTINGS
from eventkit.ui.workspace import Workspace


def controls(root: QWidget) -> Iterator[QWidget]:
    """What the keyboard can reach below a widget; the insides of a field belong to the field."""
    for widget in root.findChildren(QWidget):
        inside = (isinstance(widget, QLineEdit) and widget.objectName().startswith("qt_")) or isinstance(
            widget.parent(), QScrollArea
        )
        focusable = widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None
        if focusable and not inside and widget.isVisibleTo(root) and widget.window() is root:
            yield widget


def of_group(widget: QWidget) -> bool:
    """Whether arrow keys go there from the chosen one of its group, as everywhere."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and group.exclusive() and group.checkedButton() not in (None, widget)


def nameless(root: QWidget) -> list[str]:
    found = []
    for widget in controls(root):
        told = QAccessible.queryAccessibleInterface(widget)
        if told is None or not told.text(QAccessible.Text.Name).strip():
            parent = widget.parent()
            found.append(f"{type(widget).__name__} {widget.objectName()} in {type(parent).__name__}")
    return found


def pages(workspace: Workspace, camp: EventSummary, qtbot: QtBot) -> Iterator[str]:
    def unfold() -> None:
        workspace.overview.venue.access.unfold.click()

    steps: list[Callable[[], object]] = [
        workspace.show_home,
        workspace.show_events,
        workspace.show_history,
        lambda: workspace.show_place(PEOPLE),
        lambda: workspace.show_place(SETTINGS),
        workspace.show_manual,
        lambda: workspace.show_event(camp.id),
        lambda: workspace.show_event(camp.id, OVERVIEW),
        unfold,
        lambda: workspace.show_event(camp.id),
        workspace.show_list,
        lambda: workspace.show_event(workspace.desk.read(event_by_slug, "ponteval-meetup").id, GUESTS),
        lambda: workspace.show_event(camp.id, GUESTS),
        lambda: workspace.show_event(camp.id, RUN_SHEET),
        workspace.show_now,
        workspace.show_export,
    ]
    for number, step in enumerate(steps):
        step()
        if step == workspace.show_export:
            qtbot.waitUntil(lambda: workspace.export is not None, timeout=20_000)
            qtbot.waitUntil(lambda: not workspace.jobs.busy, timeout=60_000)
        yield f"page {number}"


def test_every_control_has_a_name(frame: Frame, workspace: Workspace, camp: EventSummary, qtbot: QtBot) -> None:
    found = {page: nameless(frame) for page in pages(workspace, camp, qtbot)}
    assert {page: names for page, names in found.items() if names} == {}
    for name in ("new_kit", "new_event", "restore_copy"):
        frame.ask(name)
        dialog = next(one for one in frame.findChildren(Ask) if one.isVisible())
        assert nameless(dialog) == []
        dialog.reject()


def test_tab_reaches_every_control_of_a_page(
    frame: Frame, workspace: Workspace, camp: EventSummary, qtbot: QtBot
) -> None:
    frame.activateWindow()
    for page in pages(workspace, camp, qtbot):
        wanted = {
            widget
            for widget in controls(frame)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled() and not of_group(widget)
        }
        reached: set[QWidget] = set()
        for _ in range(len(wanted) * 2 + 12):
            QTest.keyClick(frame, Qt.Key.Key_Tab)
            at = QApplication.focusWidget()
            if at is not None:
                reached.add(at)
        missed = [f"{type(widget).__name__} {widget.accessibleName()}" for widget in wanted - reached]
        assert missed == [], page


def test_lists_say_what_they_are(frame: Frame, workspace: Workspace, camp: EventSummary) -> None:
    workspace.show_event(camp.id)
    told = QAccessible.queryAccessibleInterface(workspace.programme.grid)
    assert (told.role(), told.childCount()) == (QAccessible.Role.List, workspace.programme.grid.sessions.rowCount())
    workspace.show_list()
    table = QAccessible.queryAccessibleInterface(workspace.programme.table)
    assert table.role() == QAccessible.Role.Table
    assert frame.isVisible()
