"""What may be typed in the search field in the owner's language, beside the English words."""

import re
from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QLocale

from olark_inbox.store.language import Language, speak

translate = QCoreApplication.translate

_ENGLISH = QLocale(QLocale.Language.English)
_FORMS = (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat)
_QUOTED = re.compile(r"'([^']+)'")


def begin() -> None:
    """Let searches understand the owner's language from now on."""
    speak(owners())


def owners() -> Language:
    """Return the words of the language the window speaks, and the owner's way with dates."""
    numbers = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    return Language(
        filters={name: own for name, own in _filters().items() if _is_one_word(own)},
        values=_values(),
        dates={own: name for name, own in _days().items()} | dict(_calendar(QLocale())),
        month_first=0 <= numbers.find("M") < numbers.find("d"),
    )


def _is_one_word(name: str) -> bool:
    return bool(re.fullmatch(r"[^\s:]+", name))


def _filters() -> dict[str, str]:
    return {
        "from": translate("SearchWords", "from"),
        "agent": translate("SearchWords", "agent"),
        "group": translate("SearchWords", "group"),
        "tag": translate("SearchWords", "tag"),
        "page": translate("SearchWords", "page"),
        "is": translate("SearchWords", "is"),
        "rating": translate("SearchWords", "rating"),
        "before": translate("SearchWords", "before"),
        "after": translate("SearchWords", "after"),
        "on": translate("SearchWords", "on"),
        "has": translate("SearchWords", "has"),
        "in": translate("SearchWords", "in"),
    }


def _values() -> dict[str, str]:
    return {
        "unread": translate("SearchWords", "unread"),
        "read": translate("SearchWords", "read"),
        "starred": translate("SearchWords", "starred"),
        "done": translate("SearchWords", "done"),
        "live": translate("SearchWords", "live"),
        "offline": translate("SearchWords", "offline"),
        "unanswered": translate("SearchWords", "unanswered"),
        "rated": translate("SearchWords", "rated"),
        "email": translate("SearchWords", "email"),
        "phone": translate("SearchWords", "phone"),
        "rating": translate("SearchWords", "rating"),
        "note": translate("SearchWords", "note"),
        "reminder": translate("SearchWords", "reminder"),
        "inbox": translate("SearchWords", "inbox"),
        "bin": translate("SearchWords", "bin"),
    } | _days()


def _days() -> dict[str, str]:
    return {
        "today": translate("SearchWords", "today"),
        "yesterday": translate("SearchWords", "yesterday"),
        "this week": translate("SearchWords", "this week"),
        "last week": translate("SearchWords", "last week"),
        "this month": translate("SearchWords", "this month"),
        "last month": translate("SearchWords", "last month"),
        "this year": translate("SearchWords", "this year"),
        "last year": translate("SearchWords", "last year"),
    }


def _calendar(locale: QLocale) -> Iterator[tuple[str, str]]:
    """Give what a language calls months and weekdays, and what it puts between day and month."""
    for form in _FORMS:
        for month in range(1, 13):
            english = _ENGLISH.standaloneMonthName(month)
            yield locale.monthName(month, form), english
            yield locale.standaloneMonthName(month, form), english
        for day in range(1, 8):
            english = _ENGLISH.standaloneDayName(day)
            yield locale.dayName(day, form), english
            yield locale.standaloneDayName(day, form), english
    for word in _QUOTED.findall(locale.dateFormat(QLocale.FormatType.LongFormat)):
        yield word.strip(), ""
