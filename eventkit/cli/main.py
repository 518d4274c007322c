"""One call of the command line: arguments in, an exit code out, never a traceback."""

import io
import os
import sys
from collections.abc import Mapping, Sequence

from eventkit.cli.arguments import parser
from eventkit.cli.printing import refusal
from eventkit.domain.errors import EventKitError
from eventkit.domain.words import Words
from eventkit.jobs.words import load_words

REFUSED = 2


def main(argv: Sequence[str]) -> int:
    """Run one command; answers 0 fine, 1 done with findings, 2 refused with one line on stderr."""
    _speak_utf8()
    words = load_words(language(os.environ))
    try:
        code = _run(argv, words)
        sys.stdout.flush()
    except BrokenPipeError:
        _let_go_of_stdout()
        return 0
    except EventKitError as error:
        return _refuse(words, error)
    except KeyboardInterrupt:
        return _refuse(words, EventKitError("cancelled"))
    except Exception as error:  # noqa: BLE001 - the user gets one clear line, never a traceback
        return _refuse(words, EventKitError("unexpected", kind=type(error).__name__, what=str(error)))
    return code


def language(environment: Mapping[str, str]) -> str:
    """The language that the user's environment asks for: the first of LANGUAGE, LC_ALL, LC_MESSAGES, LANG."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        told = environment.get(name, "").split(":")[0].split(".")[0]
        if told:
            return "en" if told in {"C", "POSIX"} else told.replace("_", "-")
    return "en"


def _run(argv: Sequence[str], words: Words) -> int:
    try:
        args = parser(words).parse_args(argv)
    except SystemExit as told:  # --help and --version have said all
        return int(told.code or 0)
    from eventkit.cli.commands import COMMANDS  # noqa: PLC0415 - help and refusals come without the kit

    return COMMANDS[args.command](args, words)


def _refuse(words: Words, error: EventKitError) -> int:
    print(refusal(words, error), file=sys.stderr)
    return REFUSED


def _speak_utf8() -> None:
    """Names in any script can be printed, also where the console's own code page is narrow."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _let_go_of_stdout() -> None:
    """The reader has gone; nothing more is written, not even at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
