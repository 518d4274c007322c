"""A document by typst as often as asked, in one process; prints the processor time of each: FOLDER NAME TIMES FONTS."""

import sys
import time

import typst

folder, name, times, *fonts = sys.argv[1:]
for number in range(int(times)):
    begun = time.process_time()
    data = {"data": f"{name}-{number}.json"}
    made = typst.compile(f"{folder}/{name}.typ", font_paths=fonts, ignore_system_fonts=True, sys_inputs=data)
    with open(f"{folder}/{name}-typst.pdf", "wb") as file:  # noqa: PTH123 - nothing else to import
        file.write(made)
    print(time.process_time() - begun)
