"""The manual, one page per job, read inside the window."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QTextBrowser

from eventkit.jobs.resources import resources
from eventkit.ui.widgets import Page

FIRST = "README.md"


class ManualPage(Page):
    """Shows pages in Markdown; links lead from one to another and never out of the window."""

    def __init__(self) -> None:
        super().__init__(self.tr("Manual"))
        self.text = QTextBrowser()
        self.text.setAccessibleName(self.tr("Manual"))
        self.text.setOpenExternalLinks(False)
        self.text.setSearchPaths([str(folder) for folder in _folders()])
        self.text.setMaximumWidth(760)
        self.content.addWidget(self.text)
        self.text.setSource(QUrl(FIRST))


def _folders() -> Sequence[Path]:
    """Inside an installation, else beside the resources in a checkout."""
    return [folder for folder in (resources() / "manual", resources().parent / "docs" / "manual") if folder.is_dir()]
