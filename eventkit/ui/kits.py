"""What is asked for around kits: a new one, and a copy to restore."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, QStandardPaths
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from eventkit.services.backup import Copy
from eventkit.ui.dates import clock, dated
from eventkit.ui.forms import Ask, ZoneField
from eventkit.ui.parts import GRID, button, label
from eventkit.ui.rows import Row
from eventkit.ui.rows_view import RowsView
from eventkit.ui.settings import known_name
from eventkit.ui.theme import Theme
from eventkit.ui.widgets import short_label

SUFFIX = ".eventkit"


def documents() -> Path:
    """Where users keep their files."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())


def file_name(name: str) -> str:
    """A file's name that any system takes."""
    kept = "".join(letter if letter.isalnum() or letter in " -_" else " " for letter in name)
    return " ".join(kept.split())[:80].strip() or "kit"


def free_path(folder: Path, name: str, suffix: str = SUFFIX) -> Path:
    """A path in the folder that no file has yet."""
    stem = file_name(name)
    names = (stem, *(f"{stem} {number}" for number in range(2, 1000)))
    return next(path for path in (folder / f"{one}{suffix}" for one in names) if not path.exists())


class NewKit(Ask):
    """Asks for the community's name, city and zone, and where the file shall lie."""

    def __init__(self, parent: QWidget, choose_path: Callable[[Path], Path | None]) -> None:
        super().__init__(
            parent,
            self.tr("New kit"),
            self.tr("Make the kit"),
            hint=self.tr("One file holds everything of your community. You can change all of this later."),
        )
        self._choose_path = choose_path
        self._chosen: Path | None = None
        self.name, self.city, self.zone = QLineEdit(), QLineEdit(), ZoneField()
        self.name.setPlaceholderText(self.tr("for example Harbour Town Makers"))
        self.add_field(self.tr("Name of the community"), self.name)
        self.add_field(self.tr("City"), self.city)
        self.add_field(self.tr("Time zone"), self.zone)
        self._where = short_label(kind="muted", size=0.9)
        self.change = button(self.tr("Change …"), kind="link", name=self.tr("Choose where the kit lies"))
        self.change.clicked.connect(self._change)
        line = QHBoxLayout()
        line.setSpacing(2 * GRID)
        line.addWidget(self._where, 1)
        line.addWidget(self.change)
        self.column.addLayout(line)
        self.name.textChanged.connect(self._say_where)
        self._say_where()

    @property
    def path(self) -> Path:
        """Where the kit will lie."""
        return self._chosen or free_path(documents(), self.name.text() or self.tr("Our community"))

    def act(self) -> None:
        """A kit needs a name and a zone."""
        if not self.name.text().strip():
            self.refuse(self.tr("How is your community called?"), self.name)
        elif not self.zone.zone:
            self.refuse(self.tr("Choose a time zone from the list, for example Europe/Lisbon."), self.zone)
        else:
            self.accept()

    def _change(self) -> None:
        self._chosen = self._choose_path(self.path) or self._chosen
        self._say_where()

    def _say_where(self) -> None:
        self._where.setText(self.tr("File: {path}").format(path=self.path))


class RestoreCopy(Ask):
    """Asks which copy to restore; the kit that there is stays as it is."""

    def __init__(self, parent: QWidget, theme: Theme, copies: Sequence[Copy]) -> None:
        super().__init__(
            parent,
            self.tr("Restore a copy"),
            self.tr("Restore …"),
            hint=self.tr("A restored copy becomes a file of its own. The kit you have stays as it is."),
            width=520,
        )
        self.list = RowsView(theme, self.tr("Copies"))
        self.list.setMinimumHeight(280)
        self.list.show_rows([self._row(copy) for copy in copies])
        self.column.addWidget(self.list)
        if not copies:
            self.list.hide()
            told = self.tr("There is no copy yet. One is kept on the first opening of a day and before each import.")
            self.column.addWidget(label(told, kind="muted", wrap=True))
        self.action.setEnabled(bool(copies))
        self.list.setCurrentIndex(self.list.first())

    @property
    def copy(self) -> Copy | None:
        """The copy that is chosen."""
        index = self.list.currentIndex()
        return self.list.rows.row(index).data if index.isValid() else None

    def _row(self, copy: Copy) -> Row:
        reasons = {
            "daily": self.tr("first opening of the day"),
            "import": self.tr("before an import"),
            "migration": self.tr("before an update of EventKit"),
        }
        at = copy.at.astimezone()
        when = f"{dated(at.date())}, {clock(at)}"
        size = QLocale().formattedDataSize(copy.path.stat().st_size, 0, QLocale.DataSizeFormat.DataSizeSIFormat)
        return Row(
            key=str(copy.path),
            title=known_name(copy.path.parent.name) or self.tr("a kit"),
            meta=" · ".join((when, reasons.get(copy.reason, copy.reason))),
            trail_note=size,
            drawing="kit",
            data=copy,
        )
