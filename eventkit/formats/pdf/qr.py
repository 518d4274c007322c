"""QR codes as runs of dark modules, ready to be drawn as shapes."""

from functools import lru_cache
from math import isqrt
from typing import Any

import zxingcpp

Runs = tuple[tuple[tuple[int, int], ...], ...]


@lru_cache(maxsize=256)
def qr_modules(text: str) -> tuple[int, Runs]:
    """(modules on a side, for each row its dark runs as (start, length)), at error level M, without the quiet zone."""
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    picture: Any = code.to_image(scale=1, add_quiet_zones=False)
    data = memoryview(picture).tobytes()
    size = isqrt(len(data))
    return size, tuple(_dark_runs(data[row * size : (row + 1) * size]) for row in range(size))


def _dark_runs(row: bytes) -> tuple[tuple[int, int], ...]:
    runs: list[tuple[int, int]] = []
    for at, value in enumerate(row):
        if value:
            continue
        if runs and sum(runs[-1]) == at:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((at, 1))
    return tuple(runs)
