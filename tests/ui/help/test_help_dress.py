"""How a page of the Help is dressed."""

import pytest
from PySide6.QtGui import QTextDocument

from olark_inbox.ui.help.help_dress import KEY, dress, dress_table, is_heeded, tables
from olark_inbox.ui.kit import theme


@pytest.fixture
def document(qapp):
    theme.set_text_size(qapp, 100)
    theme.apply(qapp, "light")
    return QTextDocument()


def block(document, start):
    found = document.begin()
    while not found.text().startswith(start):
        found = found.next()
    return found


def look(document, start):
    written = block(document, start).begin().fragment().charFormat()
    return written.font().pixelSize(), written.font().weight(), written.foreground().color()


def test_heads_and_words_have_the_sizes_of_the_design(document):
    document.setMarkdown("# Title\n\n## Head\n\nWords\n\n> Mind this\n")
    dress(document)
    ink = theme.current()["t1"]
    assert look(document, "Title") == (22, 600, ink)
    assert look(document, "Head") == (15, 600, ink)
    assert look(document, "Words") == (14, 400, ink)
    assert look(document, "Mind") == (13, 400, ink)
    assert is_heeded(block(document, "Mind"))
    assert not is_heeded(block(document, "Words"))


def test_links_stay_links_in_the_accent(document):
    document.setMarkdown("See [there](red).")
    dress(document)
    at = document.begin().begin()
    at += 1
    written = at.fragment().charFormat()
    assert written.anchorHref() == "red"
    assert written.foreground().color() == theme.current()["accent"]


def test_links_that_cannot_do_anything_are_words(document):
    document.setMarkdown("Open [the settings](do:settings) or [read](red).")
    dress(document, ("do:",))
    assert "do:" not in document.toHtml()
    assert 'href="red"' in document.toHtml()


def test_several_marks_in_a_line_are_found_where_they_stand(document):
    document.setMarkdown("Press `Ctrl+K`, then `F3`: [Ready](state:live).")
    marks = dress(document)
    text = document.begin().text()
    found = [(text[m.start : m.start + m.length].strip(), m.tone) for m in marks]
    assert found == [("Ctrl+K", KEY), ("F3", KEY), ("Ready", "live")]


def test_lists_keep_their_numbers(document):
    document.setMarkdown("1. First\n2. Second\n")
    dress(document)
    second = block(document, "Second")
    assert second.textList().itemNumber(second) == 1


def test_a_table_loses_its_frame_and_its_empty_head(document):
    document.setMarkdown("| | |\n|---|---|\n| a | b |\n| c | d |\n")
    (table,) = tables(document)
    dress_table(table)
    assert (table.rows(), table.format().border()) == (2, 0)
