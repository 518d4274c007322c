"""The composition root: chooses the face, the window or the command line."""

import multiprocessing
import signal
import sys
from pathlib import Path

COMMANDS = frozenset({"new", "import", "list", "export", "check", "history", "undo", "redo", "dump"})


def main(argv: list[str] | None = None) -> int:
    """Run EventKit; without arguments, or with a kit alone, it opens the window. Answers the exit code."""
    multiprocessing.freeze_support()
    arguments = sys.argv[1:] if argv is None else argv
    if arguments and (arguments[0] in COMMANDS or arguments[0].startswith("-")):
        from eventkit import cli  # noqa: PLC0415 - each face loads only what it needs

        return cli.main(arguments)
    from eventkit.ui import frame  # noqa: PLC0415 - likewise

    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Qt's loop would not hear Ctrl+C; every edit is kept already

    return frame.run(Path(arguments[0]) if arguments else None, arguments[1:])
