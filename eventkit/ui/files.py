"""Where the user chooses files; the one place that opens the system's own dialogs."""

from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from eventkit.ui.kits import SUFFIX, documents


class Files(QObject):
    """Asks for a file or a folder; None when the user thought better of it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def kit_to_open(self) -> Path | None:
        """A kit that there is."""
        told, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Open a kit"), str(documents()), self.tr("Kits (*.eventkit);;All files (*)")
        )
        return Path(told) if told else None

    def kit_to_make(self, proposed: Path) -> Path | None:
        """Where a new kit shall lie."""
        told, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Where shall the kit lie?"), str(proposed), self.tr("Kits (*.eventkit)")
        )
        if not told:
            return None
        return Path(told) if told.endswith(SUFFIX) else Path(told + SUFFIX)

    def schedule(self) -> Path | None:
        """A schedule of another system."""
        told, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Import a schedule"),
            str(documents()),
            self.tr("Schedules (*.xml *.json);;All files (*)"),
        )
        return Path(told) if told else None

    def guests(self) -> Path | None:
        """A list of guests of another program."""
        told, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Take a list of guests"),
            str(documents()),
            self.tr("Lists (*.csv *.tsv *.txt);;All files (*)"),
        )
        return Path(told) if told else None

    def folder(self, proposed: Path) -> Path | None:
        """A folder for the files of an export."""
        start = proposed if proposed.is_dir() else proposed.parent
        told = QFileDialog.getExistingDirectory(self._window, self.tr("Choose the folder"), str(start))
        return Path(told) if told else None


def open_folder(folder: Path) -> None:
    """Show a folder in the system's own window."""
    folder.mkdir(parents=True, exist_ok=True)
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
