"""Builds the wheel (resources inside) and the .deb into dist/, then proves the wheel in an empty environment."""

import json
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
INSTALL = (sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check")


def run(*command: object, cwd: Path = ROOT) -> None:
    """One command that has to succeed."""
    subprocess.run([str(part) for part in command], cwd=cwd, check=True)


def stage() -> None:
    """The tree that the wheel is built from: the package with the resources inside it."""
    shutil.rmtree(STAGE, ignore_errors=True)
    STAGE.mkdir(parents=True)
    ignore = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "eventkit", STAGE / "eventkit", ignore=ignore)
    shutil.copytree(ROOT / "resources", STAGE / "eventkit" / "resources", ignore=ignore)
    for name in ("README.md", "LICENSE", "pyproject.toml"):
        shutil.copy(ROOT / name, STAGE)


def build_wheel() -> Path:
    """The wheel, built offline with the setuptools of the lock."""
    stage()
    DIST.mkdir(exist_ok=True)
    for old in DIST.glob("eventkit-*.whl"):
        old.unlink()
    run(*INSTALL, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", DIST, STAGE)
    return next(DIST.glob("eventkit-*.whl"))


def build_deb(wheel: Path) -> Path:
    """A .deb that holds the program under /usr/lib/eventkit with all Python packages it needs."""
    tree = ROOT / "build" / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    library = tree / "usr/lib/eventkit"
    library.mkdir(parents=True)
    run(*INSTALL, "install", "--no-compile", "--target", library, "--require-hashes", "-r", run_time_lock())
    run(*INSTALL, "install", "--no-compile", "--no-deps", "--target", library, wheel)
    shutil.rmtree(library / "bin", ignore_errors=True)
    linux = ROOT / "packaging" / "linux"
    for source, target in (
        ("eventkit.sh", "usr/bin/eventkit"),
        ("eventkit.desktop", "usr/share/applications/org.eventkit.EventKit.desktop"),
        ("eventkit.xml", "usr/share/mime/packages/eventkit.xml"),
        ("eventkit.svg", "usr/share/icons/hicolor/scalable/apps/eventkit.svg"),
        ("copyright", "usr/share/doc/eventkit/copyright"),
    ):
        (tree / target).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(linux / source, tree / target)
    (tree / "usr/bin/eventkit").chmod(0o755)
    control = (linux / "control").read_text("utf-8")
    (tree / "DEBIAN").mkdir()
    (tree / "DEBIAN/control").write_text(control.replace("@VERSION@", PROJECT["version"]), "utf-8")
    package = DIST / f"eventkit_{PROJECT['version']}_amd64.deb"
    run("dpkg-deb", "-Zxz", "--root-owner-group", "--build", tree, package)
    return package


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
    """Install the wheel in an empty environment and make the sample's pack with it, outside the checkout."""
    home = ROOT / "build" / "smoke"
    shutil.rmtree(home, ignore_errors=True)
    venv.create(home / "env", with_pip=True)
    python = home / "env/bin/python"
    pip = (python, *INSTALL[1:])
    run(*pip, "install", "--require-hashes", "-r", run_time_lock())
    run(*pip, "install", "--no-deps", wheel)
    eventkit = home / "env/bin/eventkit"
    run(eventkit, "new", home / "a.eventkit", "--sample", "--today", "2027-01-15", cwd=home)
    listed = subprocess.run(
        [str(eventkit), "list", "a.eventkit", "events"], cwd=home, check=True, capture_output=True, text=True
    )
    slug = _slugs(listed.stdout)[0]
    run(eventkit, "export", "a.eventkit", "--event", slug, "--out", "pack", cwd=home)
    made = sorted(path.name for path in (home / "pack").iterdir())
    if "event.ics" not in made or "flyer.pdf" not in made:
        raise SystemExit(f"the wheel made {made}")
    print(f"smoke test: {wheel.name} made {', '.join(made)}")


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


def _slugs(listed: str) -> list[str]:
    return [event["slug"] for event in json.loads(listed)]


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
