import pytest

from olark_inbox.store.saved import SavedSearch
from olark_inbox.ui.frame.saved_rows import SavedRows

SEARCHES = (SavedSearch(1, "Wheels", "wheel"), SavedSearch(2, "Low", "rating:<=2"))


@pytest.fixture
def rows(qtbot):
    made = SavedRows()
    qtbot.addWidget(made)
    made.show_searches(SEARCHES)
    made.resize(216, 80)
    made.show()
    return made


def test_each_shows_its_name_and_how_many_it_finds(rows):
    rows.show_counts({1: 14, 2: 0})
    assert [(row.text(), row.figure) for row in rows.rows] == [("Wheels", 14), ("Low", 0)]
    assert rows.rows[0].accessibleName() == "Wheels, 14"
    assert rows.rows[1].toolTip() == "rating:<=2"


def test_the_one_searched_for_is_marked(rows):
    rows.show_chosen("wheel")
    assert [row.isChecked() for row in rows.rows] == [True, False]
    rows.show_chosen("")
    assert not any(row.isChecked() for row in rows.rows)


def test_the_same_again_keeps_its_rows_and_counts(rows):
    before = list(rows.rows)
    rows.show_searches(SEARCHES)
    assert rows.rows == before
    rows.show_counts({1: 3})
    rows.show_searches(SEARCHES[::-1])
    assert [row.figure for row in rows.rows] == [0, 3]


def test_a_click_chooses(rows, qtbot):
    with qtbot.waitSignal(rows.chosen) as heard:
        rows.rows[1].click()
    assert heard.args == [SEARCHES[1]]
