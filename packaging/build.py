"""Builds the wheel (resources inside) and the .deb into dist/, then proves the wheel in an empty environment.

Equal sources give equal bytes: every file in them bears the time SOURCE_DATE_EPOCH.
"""

import gzip
import json
import os
import shutil
import subprocess
import sys
import tomllib
import venv
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
STAGE = ROOT / "build" / "stage"
DIST = ROOT / "dist"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
PIP = ("-m", "pip", "--quiet", "--disable-pip-version-check")
REFUSED = 2
PACK = {"event.ics", "schedule.ics", "flyer.pdf", "programme_sheet.pdf", "badge.pdf"}
LINUX = ROOT / "packaging" / "linux"
DEB_FILES = {
    "eventkit": "usr/bin/eventkit",
    "eventkit.desktop": "usr/share/applications/org.eventkit.EventKit.desktop",
    "eventkit.metainfo.xml": "usr/share/metainfo/org.eventkit.EventKit.metainfo.xml",
    "eventkit.xml": "usr/share/mime/packages/eventkit.xml",
    "eventkit.svg": "usr/share/icons/hicolor/scalable/apps/eventkit.svg",
    "eventkit.1": "usr/share/man/man1/eventkit.1",
    "copyright": "usr/share/doc/eventkit/copyright",
}
os.environ.setdefault("SOURCE_DATE_EPOCH", "1767225600")  # 2026-01-01


def run(*command: object, cwd: Path = ROOT) -> None:
    """One command that has to succeed."""
    subprocess.run([str(part) for part in command], cwd=cwd, check=True)


def stage() -> None:
    """The tree that the wheel is built from: the package with the resources inside it."""
    shutil.rmtree(STAGE, ignore_errors=True)
    STAGE.mkdir(parents=True)
    ignore = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "eventkit", STAGE / "eventkit", ignore=ignore)
    shutil.copytree(ROOT / "resources", STAGE / "eventkit" / "resources", ignore=shutil.ignore_patterns("*.ts"))
    shutil.copytree(ROOT / "docs" / "manual", STAGE / "eventkit" / "resources" / "manual")
    for name in ("README.md", "LICENSE", "pyproject.toml"):
        shutil.copy(ROOT / name, STAGE)


def build_wheel() -> Path:
    """The wheel, built offline with the setuptools of the lock."""
    stage()
    DIST.mkdir(exist_ok=True)
    for old in DIST.glob("eventkit-*.whl"):
        old.unlink()
    run(sys.executable, *PIP, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", DIST, STAGE)
    return next(DIST.glob("eventkit-*.whl"))


def build_deb(wheel: Path) -> Path:
    """A .deb that holds the program under /usr/lib/eventkit with all Python packages it needs."""
    tree = ROOT / "build" / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    library = tree / "usr/lib/eventkit"
    library.mkdir(parents=True)
    into = (sys.executable, *PIP, "install", "--no-deps", "--no-compile", "--target", library)
    run(*into, "--require-hashes", "-r", run_time_lock())
    run(*into, wheel)
    for part in ("bin", "PySide6/scripts", "PySide6/Qt/metatypes", "PySide6/Qt/qml"):  # for developers, and for QML
        shutil.rmtree(library / part, ignore_errors=True)
    # Compiled here, so that nothing is written beside the package's files and removing it leaves nothing.
    compiled = ("-m", "compileall", "-q", "--invalidation-mode", "unchecked-hash")
    run(sys.executable, *compiled, "-s", tree, "-p", "/", library)
    python = f"python{sys.version_info.major}.{sys.version_info.minor}"
    for source, target in DEB_FILES.items():
        (tree / target).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(LINUX / source, tree / target)
    start = tree / DEB_FILES["eventkit"]
    start.write_text(start.read_text("utf-8").replace("@PYTHON@", python), "utf-8")
    start.chmod(0o755)
    manual = tree / DEB_FILES["eventkit.1"]
    manual.with_suffix(".1.gz").write_bytes(gzip.compress(manual.read_bytes(), mtime=0))
    manual.unlink()
    (tree / "DEBIAN").mkdir()
    (tree / "DEBIAN/control").write_text(control(tree, python), "utf-8")
    package = DIST / f"eventkit_{PROJECT['version']}_{architecture()}.deb"
    run("dpkg-deb", "-Zzstd", "--root-owner-group", "--build", tree, package)
    return package


def control(tree: Path, python: str) -> str:
    """What the .deb says of itself; it depends on its Python and on what the window needs."""
    needed = [line for line in (LINUX / "window.packages").read_text("utf-8").splitlines() if not line.startswith("#")]
    values = {
        "VERSION": PROJECT["version"],
        "ARCHITECTURE": architecture(),
        "DEPENDS": ", ".join([python, *needed]),
        "SIZE": str(sum(path.stat().st_size for path in tree.rglob("*") if path.is_file()) // 1024),
    }
    text = (LINUX / "control").read_text("utf-8")
    for name, value in values.items():
        text = text.replace(f"@{name}@", value)
    return text


def architecture() -> str:
    """Debian's name of this machine's kind."""
    return subprocess.run(["dpkg", "--print-architecture"], check=True, capture_output=True, text=True).stdout.strip()


def run_time_lock() -> Path:
    """The part of the lock that the program needs at run time: what its requirements reach."""
    script = ROOT / "build" / "run-time.lock"
    wanted = _reached()
    blocks = (ROOT / "requirements.lock").read_text("utf-8").replace(" \\\n    ", " \\~    ").splitlines()
    kept = [block.replace(" \\~", " \\\n") for block in blocks if _name(block) in wanted]
    script.parent.mkdir(exist_ok=True)
    script.write_text("\n".join(kept) + "\n", "utf-8")
    return script


def smoke(wheel: Path) -> None:
    """Install the wheel in an empty environment and make the sample's packs with it, outside the checkout."""
    home = ROOT / "build" / "smoke"
    shutil.rmtree(home, ignore_errors=True)
    venv.create(home / "env", with_pip=True)
    python = home / "env/bin/python"
    run(python, *PIP, "install", "--no-deps", "--require-hashes", "-r", run_time_lock())
    run(python, *PIP, "install", "--no-deps", wheel)
    run(python, *PIP, "check")
    eventkit = home / "env/bin/eventkit"
    run(eventkit, "new", "a.eventkit", "--sample", "--today", "2027-01-15", cwd=home)
    events = subprocess.run(
        [python, "-m", "eventkit", "list", "a.eventkit", "events"], cwd=home, check=True, capture_output=True, text=True
    )
    for event in json.loads(events.stdout):
        exported = [eventkit, "export", "a.eventkit", "--event", event["slug"], "--out", event["slug"]]
        if subprocess.run(exported, cwd=home, check=False).returncode == REFUSED:
            raise SystemExit(f"the wheel made no pack of {event['slug']}")
        made = {path.name for path in (home / event["slug"]).iterdir()}
        if made != PACK:
            raise SystemExit(f"the wheel made {sorted(made)} of {event['slug']}")
    print(f"smoke test: {wheel.name} made every document of every event of the sample")


def main() -> int:
    """Wheel, smoke test, .deb where dpkg-deb is at hand."""
    wheel = build_wheel()
    smoke(wheel)
    if shutil.which("dpkg-deb"):
        print(f"made {build_deb(wheel).relative_to(ROOT)}")
    else:
        print("no dpkg-deb here: the .deb was left out")
    print(f"made {wheel.relative_to(ROOT)}")
    return 0


def _name(block: str) -> str:
    return block.split("==", maxsplit=1)[0].strip().lower().replace("_", "-")


def _reached() -> set[str]:
    """Names of all installed packages that the project's own requirements reach."""
    todo, seen = [Requirement(text) for text in PROJECT["dependencies"]], set[str]()
    while todo:
        wanted = todo.pop()
        name = wanted.name.lower().replace("_", "-")
        if name in seen or (wanted.marker and not wanted.marker.evaluate({"extra": ""})):
            continue
        seen.add(name)
        try:
            todo += [Requirement(text) for text in requires(name) or []]
        except PackageNotFoundError:
            continue
    return seen


if __name__ == "__main__":
    raise SystemExit(main())
