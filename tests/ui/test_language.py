import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import parse
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from eventkit.domain.programme import EventSummary
from eventkit.jobs.resources import resources
from eventkit.services.programme import events
from eventkit.ui.forms import Ask
from eventkit.ui.frame import Frame
from eventkit.ui.language import PSEUDO, PseudoTranslator, chosen_language, show_language
from eventkit.ui.places import GUESTS, OVERVIEW, PEOPLE, SETTINGS
from eventkit.ui.settings import remember
from eventkit.ui.theme import Theme
from tests.ui.guards import drain

I18N = resources() / "i18n"
SOURCES = sorted(Path(__file__).resolve().parents[2].joinpath("eventkit/ui").rglob("*.py"))
OURS = {"EventKit", "English", "Deutsch", "A4", "A5", "Letter", "Flyer", "Programme sheet", "Badges"}
"""Texts that are names, or that the word lists of prints have."""


def root(path: Path) -> Element:
    found = parse(path).getroot()
    assert found is not None
    return found


def messages(language: str) -> list[Element]:
    return list(root(I18N / f"eventkit_{language}.ts").iter("message"))


def placeholders(text: str) -> list[str]:
    return sorted(re.findall(r"\{\w+\}|%n", text))


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_text_is_translated(language: str) -> None:
    found = messages(language)
    open_ends = [
        message.findtext("source")
        for message in found
        if message.find("translation") is None
        or message.find("translation").get("type")  # type: ignore[union-attr]  # - looked at just before
        or not "".join(message.find("translation").itertext()).strip()  # type: ignore[union-attr]  # - likewise
    ]
    assert open_ends == []
    assert len(found) > 10


def test_translations_keep_their_placeholders() -> None:
    wrong = []
    for message in messages("de"):
        source, translation = message.findtext("source") or "", message.find("translation")
        assert translation is not None
        forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
        wrong += [form for form in forms if placeholders(form) != placeholders(source)]
    assert wrong == []


def test_translation_files_are_what_the_sources_say(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.ts"
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    subprocess.run([tool, "-silent", "-locations", "none", *SOURCES, "-ts", fresh], check=True, capture_output=True)

    def keys(path: Path) -> set[tuple[str, str]]:
        contexts = root(path).iter("context")
        return {
            (context.findtext("name") or "", message.findtext("source") or "")
            for context in contexts
            for message in context.iter("message")
        }

    assert keys(I18N / "eventkit_de.ts") == keys(fresh)


@pytest.mark.parametrize(
    ("wanted", "language"), [("de", "de"), ("de_AT", "de"), ("en-GB", "en"), ("fi", "en"), (PSEUDO, PSEUDO)]
)
def test_language_is_one_that_there_is(wanted: str, language: str) -> None:
    assert chosen_language(wanted) == language


def test_pseudo_language_is_longer_and_keeps_placeholders() -> None:
    told = PseudoTranslator().translate("Any", "{done} of {total} pages")
    assert told == "[{done} óf {total} págés~~~~~~~~~]"
    assert PseudoTranslator().translate("Any", "") == ""


@pytest.fixture
def pseudo(qtbot: QtBot, theme: Theme, kit_path: Path) -> Iterator[Frame]:
    """A window in the pseudo language on the sample kit."""
    show_language(PSEUDO)
    frame = Frame(theme)
    frame.open_kit(kit_path)
    with qtbot.waitSignal(frame.ready, timeout=20_000):
        frame.show()
    yield frame
    frame.close()
    frame.deleteLater()
    show_language("en")
    drain()


def texts(root: QWidget) -> Iterator[str]:
    """What is said by everything that is shown below a widget."""
    for widget in [root, *root.findChildren(QWidget)]:
        if not widget.isVisibleTo(root):
            continue
        yield widget.accessibleName()
        yield widget.accessibleDescription()
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        if isinstance(widget, QLineEdit):
            yield widget.placeholderText()
        if isinstance(widget, QTabBar):
            yield from (widget.tabText(number) for number in range(widget.count()))
        if isinstance(widget, QMenu):
            yield from (action.text() for action in widget.actions())


def untranslated(root: QWidget, known: set[str]) -> list[str]:
    return sorted(
        {text for text in texts(root) if re.search(r"[^\W\d_]{2}", text) and "[" not in text and text not in known}
    )


def test_no_text_of_the_window_is_without_translation(pseudo: Frame, qtbot: QtBot) -> None:
    workspace = pseudo.workspace
    assert workspace is not None
    names = OURS | {"Ponteval"}
    camp: EventSummary = max(workspace.desk.read(events), key=lambda event: event.sessions)
    names |= {camp.title, workspace.status.last_change.text(), workspace.home.community.text()}
    names.add(str(workspace.desk.open_kit.path))
    names.add("Inês Valadão")
    names |= {text for event in workspace.desk.read(events) for text in (event.title, event.place)}
    pages: list[Callable[[], object]] = [
        workspace.show_home,
        workspace.show_events,
        workspace.show_history,
        lambda: workspace.show_place(PEOPLE),
        lambda: workspace.show_place(SETTINGS),
        lambda: workspace.show_event(camp.id),
        lambda: workspace.show_event(camp.id, OVERVIEW),
        workspace.show_list,
        lambda: workspace.show_event(camp.id, GUESTS),
        workspace.show_export,
        workspace.show_manual,
    ]
    found: list[str] = []
    for page in pages:
        page()
        qtbot.waitUntil(lambda: not workspace.jobs.busy, timeout=60_000)
        drain()
        if page == workspace.show_export:
            qtbot.waitUntil(lambda: workspace.export is not None, timeout=20_000)
            qtbot.waitUntil(lambda: not workspace.jobs.busy, timeout=60_000)
        found += untranslated(pseudo, names)
    assert [text for text in found if not text.startswith(("/", "[")) and "~" not in text] == []


@pytest.mark.parametrize("name", ["new_kit", "new_event", "restore_copy"])
def test_no_text_of_a_dialog_is_without_translation(pseudo: Frame, name: str) -> None:
    pseudo.ask(name)
    dialog = pseudo.findChild(Ask)
    assert dialog is not None
    assert untranslated(dialog, {"Etc/UTC", "Europe/Lisbon"}) == []
    dialog.reject()


def test_mirrored_window_has_its_sidebar_at_the_right(pseudo: Frame) -> None:
    assert pseudo.layoutDirection() == Qt.LayoutDirection.RightToLeft
    workspace = pseudo.workspace
    assert workspace is not None
    assert workspace.sidebar.geometry().left() > pseudo.stack.geometry().left()
    assert workspace.search.edit.mapToGlobal(workspace.search.edit.rect().center()).x() < pseudo.geometry().center().x()


def test_german_window_speaks_german(qtbot: QtBot, theme: Theme, kit_path: Path, qapp: QApplication) -> None:
    if not (I18N / "eventkit_de.qm").is_file():
        pytest.skip("make setup compiles the translations")
    remember("language", "de")
    show_language("de")
    frame = Frame(theme)
    frame.open_kit(kit_path)
    with qtbot.waitSignal(frame.ready, timeout=20_000):
        frame.show()
    workspace = frame.workspace
    assert workspace is not None
    workspace.show_events()
    assert workspace.events.heading.text() == "Veranstaltungen"
    assert frame.menus.undo.text().startswith("Rückgängig: ")
    assert workspace.desk.words.language == "de"
    assert QLocale().name() == "de_DE"
    row = workspace.events.list.rows.rows[1]
    assert row.trail_note in {"Tag noch", "Tage noch", ""}
    frame.close()
    frame.deleteLater()
    show_language("en")
    drain()
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_no_text_hides_from_the_translators() -> None:
    hidden = re.compile(r"""\bf["'][^"'\n]*\{[^}\n]*(self\.tr|QCoreApplication\.translate)\(""")
    found = [f"{path.name}: {match[0]}" for path in SOURCES for match in hidden.finditer(path.read_text("utf-8"))]
    assert found == []
