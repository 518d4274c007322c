"""`make screenshots`: every page of the window and every PDF page of the sample pack as PNG in build/screenshots."""

import os
import subprocess
import sys
from pathlib import Path

import pypdfium2

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "build" / "screenshots"
PACK = ROOT / "build" / "sample-pack"
DOTS_PER_POINT = 110 / 72


def picture_pages(pdf: Path) -> int:
    """Each page of one PDF as <event>-<document>-<page>-light.png; answers how many."""
    with pypdfium2.PdfDocument(pdf) as document:
        for number in range(len(document)):
            name = f"{pdf.parent.name}-{pdf.stem}-{number + 1}-light.png"
            document[number].render(scale=DOTS_PER_POINT).to_pil().save(OUT / name)
        return len(document)


def main() -> int:
    """Make the sample pack without opening a window, then picture it and the window."""
    OUT.mkdir(parents=True, exist_ok=True)
    offscreen = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run([sys.executable, ROOT / "packaging" / "run_sample.py"], env=offscreen, check=True)
    pages = sum(picture_pages(pdf) for pdf in sorted(PACK.rglob("*.pdf")))
    subprocess.run([sys.executable, "-m", "tests.ui.screenshots", OUT], cwd=ROOT, env=offscreen, check=True)
    shots = len(list(OUT.glob("*.png"))) - pages
    print(f"{pages} PDF pages and {shots} pictures of the window in {OUT.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
