"""What every test stands on: no network, no screen, no home folder of the user, data of others where it lies."""

import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("LANGUAGE", "en")

SHARED = Path(os.environ.get("EVENTKIT_SHARED", Path(__file__).resolve().parents[2] / "shared"))


@pytest.fixture(autouse=True)
def own_data_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Copies of kits and settings go into a folder of the test."""
    monkeypatch.setenv("EVENTKIT_DATA", str(tmp_path_factory.mktemp("data")))


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Any connection to another machine fails the test: the program makes no network call at all."""
    tried: list[object] = []
    real = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        local = self.family == socket.AF_UNIX or str(address[0]).startswith(("127.", "::1"))
        if not local:
            tried.append(address)
            raise OSError(f"network is off in tests: {address}")
        real(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)
    yield
    assert tried == []


@pytest.fixture
def shared() -> Path:
    """The folder with real files of other producers; the test is skipped where it is absent."""
    if not (SHARED / "data").is_dir():
        pytest.skip("no ../shared/data here")
    return SHARED
