"""The manual, one page per job, read inside the window."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QTextBrowser

from eventkit.jobs.resources import resources
from eventkit.ui.widgets import Page

FIRST = "README.md"
WIDTH, MARGIN = 760, 64


class ManualPage(Page):
    """Shows pages in Markdown; links lead from one to another and never out of the window."""

    def __init__(self) -> None:
        super().__init__(self.tr("Manual"))
        self.text = ManualText()
        self.text.setAccessibleName(self.tr("Manual"))
        self.text.setOpenExternalLinks(False)
        self.text.setSearchPaths([str(folder) for folder in _folders()])
        self.text.setMaximumWidth(WIDTH)
        self.content.addWidget(self.text)
        self.text.setSource(QUrl(FIRST))


class ManualText(QTextBrowser):
    """Pages whose pictures are as wide as their text."""

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """A page as it is, a picture in the width that there is."""
        told = super().loadResource(kind, name)
        if kind == QTextDocument.ResourceType.ImageResource.value and isinstance(told, QByteArray):
            ratio = self.devicePixelRatio()
            picture = QImage.fromData(told).scaledToWidth(
                round((WIDTH - MARGIN) * ratio), Qt.TransformationMode.SmoothTransformation
            )
            picture.setDevicePixelRatio(ratio)
            return picture
        return told


def _folders() -> Sequence[Path]:
    """Inside an installation, else beside the resources in a checkout."""
    return [folder for folder in (resources() / "manual", resources().parent / "docs" / "manual") if folder.is_dir()]
