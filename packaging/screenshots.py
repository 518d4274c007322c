"""`make screenshots`: every page of the window and every PDF page of the sample pack as PNG in build/screenshots.

With `--manual` it makes the pictures of the manual instead, in docs/manual/images.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "build" / "screenshots"
PACK = ROOT / "build" / "sample-pack"
DOTS_PER_POINT = 110 / 72
MANUAL = {
    "welcome": "start",
    "home": "home",
    "overview": "overview",
    "dialog-import-report": "import",
    "programme-grid": "programme",
    "programme-clashes": "clashes",
    "run-sheet-now": "run-sheet",
    "clock": "clock",
    "export": "export",
    "guests": "guests",
    "guests-list": "guest-list",
    "people": "people",
    "search": "search",
    "history": "history",
}
"""Which picture of the window goes into the manual, and its name there."""
MANUAL_SIZE, COLOURS = "1180x740", 192


def picture_pages(pdf: Path) -> int:
    """Each page of one PDF as <event>-<document>-<page>-light.png; answers how many."""
    with pypdfium2.PdfDocument(pdf) as document:
        for number in range(len(document)):
            name = f"{pdf.parent.name}-{pdf.stem}-{number + 1}-light.png"
            document[number].render(scale=DOTS_PER_POINT).to_pil().save(OUT / name)
        return len(document)


def picture_window(out: Path, *which: str, size: str = "") -> None:
    """The pages of the window, in all variants or some."""
    told = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **({"EVENTKIT_SIZE": size} if size else {})}
    subprocess.run([sys.executable, "-m", "tests.ui.screenshots", out, *which], cwd=ROOT, env=told, check=True)


def picture_manual() -> None:
    """The manual's pictures, small enough to be kept with it."""
    images = ROOT / "docs" / "manual" / "images"
    images.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        picture_window(Path(folder), "light", "--plain", size=MANUAL_SIZE)
        for page, name in MANUAL.items():
            with Image.open(Path(folder) / f"{page}-light.png") as picture:
                few = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
                few.save(images / f"{name}.png", optimize=True)


def main() -> int:
    """Make the sample pack without opening a window, then picture it and the window."""
    if "--manual" in sys.argv:
        picture_manual()
        return 0
    OUT.mkdir(parents=True, exist_ok=True)
    offscreen = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run([sys.executable, ROOT / "packaging" / "run_sample.py"], env=offscreen, check=True)
    pages = sum(picture_pages(pdf) for pdf in sorted(PACK.rglob("*.pdf")))
    picture_window(OUT)
    shots = len(list(OUT.glob("*.png"))) - pages
    print(f"{pages} PDF pages and {shots} pictures of the window in {OUT.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
