"""The rules of the house that no linter knows."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted((ROOT / "eventkit").rglob("*.py"))


def functions(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{path.name}:{node.name}", (node.end_lineno or node.lineno) - node.lineno + 1


def ours(pattern: str) -> Iterator[Path]:
    """The project's own files, in a checkout and in an unpacked archive alike."""
    yield from ROOT.glob(pattern)
    for folder in ROOT.iterdir():
        if folder.is_dir() and not folder.name.startswith(".") and folder.name not in {"build", "dist"}:
            yield from folder.rglob(pattern)


def test_no_source_file_is_longer_than_500_lines() -> None:
    assert [path.name for path in SOURCES if len(path.read_text("utf-8").splitlines()) > 500] == []


def test_no_function_is_longer_than_60_lines() -> None:
    assert [name for path in SOURCES for name, lines in functions(path) if lines > 60] == []


def test_every_exemption_says_why() -> None:
    silent = []
    for path in ours("*.py"):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if re.search(r"#\s*(noqa|type: ignore)(?!.* - \w)", line) and path.name != "test_house.py":
                silent.append(f"{path.name}:{number}")
    assert silent == []


def test_lock_pins_every_package_by_hash_and_names_no_index() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    assert "://" not in lock
    pins = re.split(r"\n(?=[a-z])", lock.strip())
    assert [pin.split("==", maxsplit=1)[0] for pin in pins if "--hash=sha256:" not in pin] == []


def test_documents_link_only_to_what_exists() -> None:
    broken = [
        f"{page.name}: {target}"
        for page in ours("*.md")
        for target in re.findall(r"\]\((?!https?:|mailto:|#)([^)#]+)", page.read_text("utf-8"))
        if not (page.parent / target).exists()
    ]
    assert broken == []


def test_architecture_fits_on_150_lines() -> None:
    assert len((ROOT / "ARCHITECTURE.md").read_text("utf-8").splitlines()) <= 150


def test_icalendar_is_never_given_text() -> None:
    """`from_ical(str)` opens a newline-free text as a file path."""
    calls = [
        f"{path.name}:{number}"
        for path in SOURCES
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if "from_ical(" in line
    ]
    assert calls == []
