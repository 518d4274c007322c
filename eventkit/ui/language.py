"""The window's language: a translation from resources/i18n, or the pseudo language that finds what is missing one."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QGuiApplication

from eventkit.jobs.resources import resources

PSEUDO = "pseudo"
LANGUAGES = ("en", "de")
_STRETCH = 0.4
_installed: list[QTranslator] = []
"""What the application translates with now; Qt keeps no list of it."""
_ACCENTS = str.maketrans("aeiouAEIOU", "áéíóúÁÉÍÓÚ")


class PseudoTranslator(QTranslator):
    """Every text marked and 40 % longer, so that a text without tr() or without room is seen."""

    def translate(
        self,
        context: str,  # noqa: ARG002 - Qt calls it so
        text: str,
        disambiguation: str | None = None,  # noqa: ARG002 - likewise
        n: int = -1,  # noqa: ARG002 - likewise
    ) -> str:
        """The text with accents and padding; its {placeholders} stay."""
        if not text:
            return ""
        parts = text.split("{")
        marked = [parts[0].translate(_ACCENTS)]
        for part in parts[1:]:
            name, _, rest = part.partition("}")
            marked.append(f"{{{name}}}{rest.translate(_ACCENTS)}")
        return f"[{''.join(marked)}{'~' * round(len(text) * _STRETCH)}]"

    def isEmpty(self) -> bool:
        """It has a word for everything."""
        return False


def chosen_language(wanted: str) -> str:
    """The language to show for a wish ("de", "pseudo", or empty for the system's): one that there is."""
    short = (wanted or QLocale.system().name()).replace("-", "_").split("_")[0]
    return short if short in (*LANGUAGES, PSEUDO) else LANGUAGES[0]


def show_language(wanted: str) -> str:
    """Show texts made from now on in the wanted language; answers which one it is."""
    app = QCoreApplication.instance()
    language = chosen_language(wanted)
    if app is None:
        return language
    while _installed:
        app.removeTranslator(_installed.pop())
    if language == PSEUDO:
        _install(PseudoTranslator(app))
    else:
        for name, folder in (
            (f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
            (f"eventkit_{language}", str(resources() / "i18n")),
        ):
            translator = QTranslator(app)
            if translator.load(name, folder):
                _install(translator)
    system = QLocale.system()
    QLocale.setDefault(system if system.name().startswith(language) else QLocale(_speech(language)))
    _mirror(wanted=language == PSEUDO)
    return language


def _install(translator: QTranslator) -> None:
    QCoreApplication.installTranslator(translator)
    _installed.append(translator)


def _mirror(*, wanted: bool) -> None:
    if wanted != QGuiApplication.isRightToLeft():
        from PySide6.QtCore import Qt  # noqa: PLC0415 - the first paint of most windows needs none of its names

        QGuiApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft if wanted else Qt.LayoutDirection.LeftToRight)


def _speech(language: str) -> str:
    """Whose dates and numbers a language uses; British ones where the system does not speak it."""
    return "de_DE" if language == "de" else "en_GB"
