"""The owner's language: his way of writing numbers and days, and a catalogue of sentences if any.

Catalogues are Qt's: `.ci/catalogue` writes all sentences of the program to olark_inbox.ts, and
pyside6-lrelease makes olark_inbox_de.qm of a translated copy. Without one for the owner's language
the sentences stay English, and the window keeps its direction. Paper speaks it too.
"""

from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QGuiApplication

from olark_inbox.base.resources import resource
from olark_inbox.export import country

_OURS = "olark_inbox"
_QTS = "qtbase"
"""The words of Qt's own menus and file dialogs."""


def begin(app: QGuiApplication, owner: QLocale | None = None, folder: Path | None = None) -> bool:
    """Speak the owner's language from now on; False where there is no catalogue for it."""
    locale = country.begin(owner)
    ours = QTranslator(app)
    if not ours.load(locale, _OURS, "_", str(folder or resource("translations"))):
        ours.deleteLater()
        return False
    theirs = QTranslator(app)
    qts = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if theirs.load(locale, _QTS, "_", qts):
        app.installTranslator(theirs)
    app.installTranslator(ours)
    app.setLayoutDirection(locale.textDirection())
    return True
