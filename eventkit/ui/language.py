"""The window's language: a translation from resources/i18n, or the pseudo language that finds what is missing one."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtGui import QGuiApplication

from eventkit.jobs.resources import resources

PSEUDO = "pseudo"
LANGUAGES = ("en", "de")
_STRETCH = 0.4
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
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.setParent(None)
    if language == PSEUDO:
        app.installTranslator(PseudoTranslator(app))
    else:
        for name, folder in (
            (f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
            (f"eventkit_{language}", str(resources() / "i18n")),
        ):
            translator = QTranslator(app)
            if translator.load(name, folder):
                app.installTranslator(translator)
    system = QLocale.system()
    QLocale.setDefault(system if system.name().startswith(language) else QLocale(_speech(language)))
    mirrored = language == PSEUDO
    QGuiApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight)
    return language


def _speech(language: str) -> str:
    """Whose dates and numbers a language uses; British ones where the system does not speak it."""
    return "de_DE" if language == "de" else "en_GB"
