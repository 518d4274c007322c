"""The themes of prints; apart from the documents, so that the window can name them without all that prints need."""

from pathlib import Path

from eventkit.jobs.resources import resources

WINDOW = "window"
"""The one theme that no print has."""


def themes() -> tuple[str, ...]:
    """The ids of the print themes there are."""
    return tuple(sorted(path.stem for path in theme_folder().glob("*.toml") if path.stem != WINDOW))


def theme_folder() -> Path:
    """Where they lie."""
    return resources() / "themes"
