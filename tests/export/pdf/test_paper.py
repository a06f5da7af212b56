import pytest
from PySide6.QtCore import QLocale

from olark_inbox.export.pdf.paper import A4, LETTER, paper_named


@pytest.mark.parametrize(
    ("locale", "paper"), [("en_GB", A4), ("de_DE", A4), ("en_US", LETTER), ("es_MX", LETTER)]
)
def test_paper_is_what_people_have_where_they_live(locale, paper):
    before = QLocale()
    QLocale.setDefault(QLocale(locale))
    assert paper_named("") is paper
    QLocale.setDefault(before)


def test_a_chosen_paper_is_taken():
    assert paper_named("letter") is LETTER
    assert paper_named("A4") is A4


@pytest.mark.parametrize("paper", [A4, LETTER])
def test_margins_leave_room_for_the_foot(paper):
    assert paper.left + paper.inner == paper.right < paper.width
    assert paper.top + paper.room < paper.foot < paper.height
