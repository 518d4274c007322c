"""What the command line understands."""

import argparse
from datetime import date
from pathlib import Path
from typing import NoReturn

import eventkit
from eventkit.domain.errors import EventKitError
from eventkit.domain.words import Words

LISTS = ("events", "sessions", "people", "rooms", "tracks", "guests")
PAPERS = ("a4", "a5", "letter")


class Parser(argparse.ArgumentParser):
    """Wrong usage is one clear line, as every refusal."""

    def error(self, message: str) -> NoReturn:
        """Refuse with the message of argparse."""
        raise EventKitError("usage", what=message, prog=self.prog)


def parser(words: Words) -> Parser:
    """The whole command line; help texts in the words' language."""
    top = Parser(prog="eventkit", description=words.say("cli", "about"))
    top.add_argument("--version", action="version", version=f"EventKit {eventkit.__version__}")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str) -> argparse.ArgumentParser:
        told = words.say("cli", f"help_{name}")
        sub = commands.add_parser(name, help=told, description=told)
        sub.add_argument("kit", type=Path, metavar="KIT")
        return sub

    _new(command("new"))
    _import(command("import"))
    _list(command("list"))
    _export(command("export"))
    for name in ("check", "history"):
        command(name).add_argument("--json", action="store_true")
    for name in ("undo", "redo", "dump"):
        command(name)
    return top


def _new(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("--sample", action="store_true")
    sub.add_argument("--today", type=date.fromisoformat, metavar="DATE")


def _import(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("files", type=Path, nargs="+", metavar="FILE")
    sub.add_argument("--format", metavar="ID")
    sub.add_argument("--timezone", default="", metavar="ZONE")
    sub.add_argument("--event", metavar="SLUG")
    sub.add_argument("--keep-emails", action="store_true")
    sub.add_argument("--dry-run", action="store_true")
    sub.add_argument("--json", action="store_true")


def _list(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("what", choices=LISTS)
    sub.add_argument("--event", metavar="SLUG")
    sub.add_argument("--json", action="store_true")


def _export(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("--event", required=True, metavar="SLUG")
    sub.add_argument("--out", required=True, type=Path, metavar="DIR")
    sub.add_argument("--only", default="", metavar="ID,…")
    sub.add_argument("--paper", choices=PAPERS, default="a4")
    sub.add_argument("--language", metavar="xx")
    sub.add_argument("--json", action="store_true")
