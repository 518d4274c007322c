"""What a user's machine gets: the lock, the wheel, the licences, the first words of the setup."""

import importlib.util
import re
import shutil
import subprocess
import tomllib
import zipfile
from pathlib import Path
from types import ModuleType

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.version import Version

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LOCKED = re.findall(
    r"^([a-z0-9-]+)==(\S+)(?: ; (.*?))? \\$", (ROOT / "requirements.lock").read_text("utf-8"), re.MULTILINE
)
RUN_TIME = [Requirement(text) for text in PROJECT["project"]["dependencies"]]


@pytest.fixture
def build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """packaging/build.py, working in a folder of the test."""
    spec = importlib.util.spec_from_file_location("build", ROOT / "packaging" / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "STAGE", tmp_path / "stage")
    monkeypatch.setattr(module, "DIST", tmp_path / "dist")
    return module


def test_the_lock_holds_what_the_project_asks_for() -> None:
    asked = RUN_TIME + [Requirement(text) for text in PROJECT["dependency-groups"]["dev"]]
    held = {name: [version for other, version, _ in LOCKED if other == name] for name, _, _ in LOCKED}
    unmet = [
        str(wanted)
        for wanted in asked
        if not any(wanted.specifier.contains(version) for version in held.get(wanted.name.lower(), []))
    ]
    assert unmet == []


def test_qt_stays_below_6_12_on_python_3_11() -> None:
    """6.12 aborts there: it steals references to None."""
    python = {"python_full_version": "3.11.9"}
    qt = [
        version for name, version, marker in LOCKED if name == "pyside6-essentials" and Marker(marker).evaluate(python)
    ]
    assert len(qt) == 1
    assert Version(qt[0]) < Version("6.12")


def test_licences_name_every_package_of_the_lock() -> None:
    rows = re.findall(r"^\| ([a-z][^|]*) \|", (ROOT / "docs" / "licences.md").read_text("utf-8"), re.MULTILINE)
    named = [name for row in rows if row != "package" for name in row.split(", ")]
    assert sorted(named) == sorted({name for name, _, _ in LOCKED})


def test_the_wheel_holds_all_code_every_resource_and_the_manual(build: ModuleType) -> None:
    with zipfile.ZipFile(build.build_wheel()) as wheel:
        held = set(wheel.namelist())
    resources = [path for path in (ROOT / "resources").rglob("*") if path.is_file() and path.suffix != ".ts"]
    manual = (ROOT / "docs" / "manual").glob("*.md")
    code = (ROOT / "eventkit").rglob("*.py")
    wanted = {f"eventkit/{path.relative_to(ROOT)}" for path in resources}
    wanted |= {f"eventkit/resources/manual/{path.name}" for path in manual}
    wanted |= {str(path.relative_to(ROOT)) for path in code}
    assert wanted - held == set()


def test_two_wheels_of_the_same_sources_are_equal(build: ModuleType) -> None:
    assert build.build_wheel().read_bytes() == build.build_wheel().read_bytes()


def test_setup_says_that_no_python_is_new_enough(tmp_path: Path) -> None:
    (tmp_path / "dirname").symlink_to(str(shutil.which("dirname")))
    done = subprocess.run(
        [str(shutil.which("sh")), str(ROOT / "packaging" / "setup.sh"), "python3.11", str(tmp_path / "venv")],
        env={"PATH": str(tmp_path)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "Python 3.11 or newer is needed" in done.stderr
    assert not (tmp_path / "venv").exists()
