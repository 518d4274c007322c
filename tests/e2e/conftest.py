"""A screen, a window manager and the bus of screen readers; skipped where one of them is missing."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.e2e.user import SYSTEM_PYTHON, User

LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
TOOLS = ("Xvfb", "xdotool", "openbox", "dbus-daemon", LAUNCHER, SYSTEM_PYTHON)
BUS_PATIENCE = (20, 40, 60)
"""Seconds: a busy machine's bus of screen readers may miss that a program is there, and is told no second time."""
HAS_ATSPI = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"


def missing() -> str:
    """What is not there, in words; empty when all is."""
    tools = [tool for tool in TOOLS if shutil.which(tool) is None]
    if not tools and subprocess.run([SYSTEM_PYTHON, "-c", HAS_ATSPI], capture_output=True, check=False).returncode != 0:
        tools = ["AT-SPI for Python (gir1.2-atspi-2.0, python3-gi)"]
    return ", ".join(tools)


def heard_within(patience: float, user: User) -> bool:
    """Whether the program says anything to a screen reader in so many seconds."""
    end = time.monotonic() + patience
    while not (heard := bool(user.everything())) and time.monotonic() < end:
        time.sleep(0.05)
    return heard


@pytest.fixture(scope="session")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The environment of a desktop without a home: a screen of its own with a window manager and AT-SPI."""
    lacking = missing()
    if lacking:
        pytest.skip(f"no {lacking}; tests/e2e/setup.sh installs what is needed")
    run = tmp_path_factory.mktemp("run")
    run.chmod(0o700)
    kept = {name: os.environ[name] for name in ("PATH", "VIRTUAL_ENV") if name in os.environ}
    surroundings = {**kept, "XDG_RUNTIME_DIR": str(run), "LANG": "C.UTF-8", "HOME": str(run), "PYTHONUTF8": "1"}
    with ExitStack() as ends:

        def start(*command: str, answers: bool = False) -> str:
            out = subprocess.PIPE if answers else subprocess.DEVNULL
            begun = subprocess.Popen(command, env=surroundings, stdout=out, stderr=subprocess.DEVNULL, text=True)
            ends.callback(begun.communicate)
            ends.callback(begun.terminate)
            return begun.stdout.readline().strip() if begun.stdout is not None else ""

        number = start(
            "Xvfb", "-displayfd", "1", "-screen", "0", "1400x900x24", "-nolisten", "tcp", "-noreset", answers=True
        )
        surroundings["DISPLAY"] = f":{number}"
        surroundings["DBUS_SESSION_BUS_ADDRESS"] = start(
            "dbus-daemon", "--session", "--nofork", "--print-address=1", answers=True
        )
        start("openbox")
        start(LAUNCHER, "--launch-immediately")
        yield surroundings


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The empty home folder of a new user, with a place for documents."""
    (tmp_path / "home" / "Documents").mkdir(parents=True)
    return tmp_path / "home"


@pytest.fixture
def start(screen: dict[str, str], home: Path) -> Iterator[Callable[..., User]]:
    """Starts the program for the new user, as the desktop would."""
    begun: list[User] = []

    def begin(*arguments: str) -> User:
        surroundings = {
            **screen,
            "HOME": str(home),
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
        for patience in BUS_PATIENCE:
            user = User(surroundings, [sys.executable, "-m", "eventkit", *arguments])
            begun.append(user)
            if heard_within(patience, user):
                break
            user.leave()
        return user

    yield begin
    for user in begun:
        user.leave()
