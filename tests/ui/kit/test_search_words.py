"""The words of a search in the owner's language."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QLocale, QTranslator

from olark_inbox.store.dates import period
from olark_inbox.store.grammar import FILTERS
from olark_inbox.store.language import speak, spoken
from olark_inbox.ui.kit import search_words

NOW = int(datetime(2026, 11, 20, 15, tzinfo=UTC).timestamp() * 1000)


@pytest.fixture(autouse=True)
def _as_before(qapp):
    locale, language = QLocale(), spoken()
    yield
    QLocale.setDefault(locale)
    speak(language)


def first_day(typed):
    found = period(typed, NOW, UTC, search_words.owners())
    return found and str(found.first)


@pytest.mark.parametrize(
    ("locale", "typed"),
    [
        ("de_DE", "14. März 2025"),
        ("pl_PL", "14 marca 2025"),
        ("es_ES", "14 de marzo de 2025"),
        ("ru_RU", "14 марта 2025"),
        ("cs_CZ", "14. března 2025"),
        ("ja_JP", "14 3月 2025"),
        ("ar_EG", "14 مارس 2025"),
        ("pl_PL", "14 March 2025"),
    ],
)
def test_months_are_called_as_in_the_owners_language(locale, typed):
    QLocale.setDefault(QLocale(locale))
    assert first_day(typed) == "2025-03-14"


def test_weekdays_too():
    QLocale.setDefault(QLocale("pl_PL"))
    assert first_day("poniedziałek") == "2026-11-16"


def test_day_and_month_stand_as_where_the_owner_lives():
    QLocale.setDefault(QLocale("en_US"))
    assert first_day("3/4/2025") == "2025-03-04"
    QLocale.setDefault(QLocale("en_GB"))
    assert first_day("3/4/2025") == "2025-04-03"


def test_every_filter_and_every_word_it_offers_can_be_translated():
    found = search_words.owners()
    assert set(found.filters) == set(FILTERS)
    offered = {value for values in FILTERS.values() for value in values if value.isascii()}
    figures = {value for value in offered if not value[0].isalpha()}
    assert offered - figures <= set(found.values)


class Backwards(QTranslator):
    """A language that writes each word from its end; of "is" it makes two words."""

    def isEmpty(self):  # noqa: N802 - Qt's name
        return False

    def translate(self, context, source, disambiguation=None, n=-1):
        if context != "SearchWords":
            return None
        return "i s" if source == "is" else source[::-1]


def test_the_catalogue_says_what_may_be_typed(qapp):
    translator = Backwards()
    qapp.installTranslator(translator)
    try:
        search_words.begin()
        assert spoken().filter("gat") == "tag"
        assert spoken().value("daernu") == "unread"
        assert first_day("keew tsal") == first_day("last week") == "2026-11-09"
        assert spoken().said_filter("is") == "is"  # a name of two words could not be typed
    finally:
        qapp.removeTranslator(translator)
