"""A document by EventKit as often as asked, in one process; prints the processor time of each: FOLDER NAME TIMES."""

import pickle
import sys
import time
from datetime import date
from pathlib import Path

from eventkit.jobs.documents import render

folder, name, times = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
kind = {"badges": "badge", "programme": "programme_sheet"}[name]
for number in range(times):
    begun = time.process_time()
    programme = pickle.loads((folder / f"{name}-{number}.pickle").read_bytes())  # noqa: S301 - written by the bench
    (made,) = render(kind, programme, paper="a4", language="en", today=date(2026, 1, 1))
    (folder / f"{name}-ours.pdf").write_bytes(made.data)
    print(time.process_time() - begun)
