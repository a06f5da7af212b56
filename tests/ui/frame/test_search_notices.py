from datetime import date

import pytest
from PySide6.QtCore import QLocale

from olark_inbox.store.notices import About, Notice
from olark_inbox.ui.frame.search_notices import sentences


@pytest.fixture(autouse=True)
def _in_london(qapp):
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize("about", list(About))
def test_everything_that_can_be_told_has_a_sentence(about):
    said = sentences([Notice(about, "is:blue", 1000, date(2025, 4, 3))])
    assert said.endswith(".")
    assert "{" not in said
    assert "%" not in said


def test_a_day_and_a_number_are_written_as_the_owner_writes_them():
    assert "Thursday, 3 April 2025" in sentences([Notice(About.DAY, "3/4", day=date(2025, 4, 3))])
    assert "1,000 characters" in sentences([Notice(About.LONG, most=1000)])


def test_a_search_that_was_understood_needs_no_words():
    assert sentences([]) == ""
