"""What is said where a search was understood otherwise than it was typed."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from olark_inbox.store.notices import About, Notice
from olark_inbox.ui.kit.inline import isolated

translate = QCoreApplication.translate


def sentences(notices: Iterable[Notice]) -> str:
    """Return all of it, "" where the search was understood as typed."""
    return " ".join(sentence(notice) for notice in notices)


def sentence(notice: Notice) -> str:
    """Return one thing that was understood otherwise."""
    most = notice.most
    says = {
        About.LONG: translate(
            "search", "Only the first %Ln characters were searched for.", "", most
        ),
        About.MANY: translate("search", "Only the first %Ln words were searched for.", "", most),
        About.LONELY_OR: translate(
            "search", "“OR” was searched as a word: it needs a word on each side."
        ),
        About.NO_LETTERS: translate("search", "“{0}” has no letters to search for."),
        About.NO_DATE: translate("search", "“{0}” is not a date; it was searched as words."),
        About.NO_RATING: translate(
            "search", "“{0}” is not a rating from 1 to 5; it was searched as words."
        ),
        About.NO_FILTER: translate("search", "“{0}” is not a filter; it was searched as words."),
        About.NO_VALUE: translate("search", "“{0}” needs something after the colon."),
        About.DAY: translate("search", "“{0}” was understood as {1}."),
    }
    return says[notice.about].format(isolated(notice.text, 60), _day(notice))


def _day(notice: Notice) -> str:
    if notice.day is None:
        return ""
    day = QDate(notice.day.year, notice.day.month, notice.day.day)
    return QLocale().toString(day, QLocale.FormatType.LongFormat)
