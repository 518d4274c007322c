"""The command line: the same operations as the window, without Qt."""

from eventkit.cli.main import main

__all__ = ["main"]
