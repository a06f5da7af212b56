"""The contents of the Help and the search in it."""

import pytest
from PySide6.QtCore import Qt

from olark_inbox.ui.help.help_book import book
from olark_inbox.ui.help.help_contents import HelpContents
from olark_inbox.ui.kit import theme


@pytest.fixture
def contents(qtbot, qapp):
    theme.apply(qapp, "light")
    made = HelpContents(book("en"))
    qtbot.addWidget(made)
    made.resize(264, 600)
    made.show()
    yield made
    made.close()


def rows(contents):
    return [contents.model.item(row).text() for row in range(contents.model.rowCount())]


def test_all_pages_stand_under_their_groups_which_cannot_be_chosen(contents):
    groups = {page.group for page in book("en").pages}
    assert set(rows(contents)) == groups | {page.title for page in book("en").pages}
    for row in range(contents.model.rowCount()):
        item = contents.model.item(row)
        assert item.isSelectable() == (item.text() not in groups)


def test_typing_leaves_the_pages_that_fit(contents, qtbot):
    qtbot.keyClicks(contents.search.line, "disk full")
    assert rows(contents)[0] == "The disk is full"
    assert contents.nothing.isHidden()
    qtbot.keyClicks(contents.search.line, " rhinoceros")
    assert rows(contents) == []
    assert not contents.nothing.isHidden()
    qtbot.keyClick(contents.search.line, Qt.Key.Key_Escape)
    assert len(rows(contents)) > len(book("en").pages)


def test_down_goes_into_the_list_and_the_arrows_choose(contents, qtbot):
    told = []
    contents.chosen.connect(told.append)
    contents.search.line.setFocus()
    qtbot.keyClick(contents.search.line, Qt.Key.Key_Down)
    qtbot.keyClick(contents.view, Qt.Key.Key_Down)
    assert told == ["start", "connect"]


def test_a_page_that_is_open_is_shown_in_the_list(contents):
    contents.choose("red")
    assert contents.view.currentIndex().data() == "The line is red"
    contents.choose("nowhere")
    assert not contents.view.currentIndex().isValid()
