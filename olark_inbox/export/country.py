"""How numbers, days and times are written where the owner lives: in the window and on paper."""

from PySide6.QtCore import QLocale


def begin(owner: QLocale | None = None) -> QLocale:
    """Write as his system does from now on; one that says no language gets plain British English.

    Everybody else asks `QLocale()`, as Qt does for the figure in a sentence.
    """
    locale = owner or QLocale.system()
    if locale.language() is QLocale.Language.C:
        locale = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
    QLocale.setDefault(locale)
    return locale
