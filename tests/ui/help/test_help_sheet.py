"""A page of the Help as it is read."""

import pytest
from PySide6.QtCore import QUrl

from olark_inbox.ui.help.help_book import Page, book
from olark_inbox.ui.help.help_dress import tables
from olark_inbox.ui.help.help_sheet import HelpSheet
from olark_inbox.ui.kit import theme

LINES = (("Done", "Ctrl+D", "E"), ("Next", "Alt+Down", ""))


@pytest.fixture
def sheet(qtbot, qapp):
    theme.set_text_size(qapp, 100)
    theme.apply(qapp, "light")
    made = HelpSheet()
    qtbot.addWidget(made)
    made.show_keys(LINES)
    made.resize(680, 600)
    made.show()
    yield made
    made.close()


def page(text):
    return Page("one", "Group", "Title", "", f"# Title\n\n{text}\n")


def colours(sheet, part=None):
    picture = sheet.grab().toImage()
    return {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height())
    }


@pytest.mark.parametrize("one", book("en").pages, ids=lambda each: each.name)
def test_every_page_is_painted_narrow_and_wide_light_and_dark(sheet, qapp, one):
    for look, width in (("light", 340), ("dark", 900)):
        theme.apply(qapp, look)
        sheet.resize(width, 500)
        sheet.show_page(one)
        assert not sheet.grab().isNull()
        assert sheet.document().idealWidth() <= sheet.viewport().width()
        assert sheet.toPlainText().startswith(one.title)


def test_a_link_is_told_and_nothing_is_loaded(sheet, qtbot):
    sheet.show_page(page("See [there](red), [do it](do:settings), [web](https://example.org)."))
    for signal, link, told in (
        (sheet.page_wanted, "red", "red"),
        (sheet.do_wanted, "do:settings", "settings"),
        (sheet.web_wanted, "https://example.org", "https://example.org"),
    ):
        with qtbot.waitSignal(signal) as heard:
            sheet.anchorClicked.emit(QUrl(link))
        assert heard.args == [told]
    assert sheet.toPlainText().startswith("Title\nSee there, do it, web.")


def test_a_state_has_its_colour_and_a_key_its_cap(sheet):
    sheet.show_page(page("[Ready](state:live) and `Ctrl+K`"))
    assert [mark.tone for mark in sheet._marks] == ["live", "key"]
    seen = colours(sheet)
    assert {theme.current()[shade].name() for shade in ("live_bg", "live_dot", "field")} <= seen


def test_a_state_that_needs_two_lines_lies_on_its_colour_in_both(sheet):
    sheet.resize(260, 600)
    sheet.show_page(page("[Receiving in the background of this computer today](state:offline)"))
    sheet.grab()
    (mark,) = sheet._marks
    shapes = list(sheet._shapes(mark))
    assert len(shapes) == 2
    assert shapes[0].bottom() <= shapes[1].top() + 1


def test_the_keys_are_those_of_the_program(sheet):
    sheet.show_page(book("en").page("keys"))
    (table,) = tables(sheet.document())
    cells = [
        [table.cellAt(row, at).firstCursorPosition().block().text().strip() for at in range(2)]
        for row in range(table.rows())
    ]
    assert [cell[0] for cell in cells] == ["Done", "Next"]
    assert cells[0][1].split() == ["Ctrl+D", "E"]


def test_the_words_that_found_a_page_are_marked_in_it(sheet):
    sheet.show_page(page("Olark tries again. AGAIN."), "again")
    assert len(sheet.extraSelections()) == 2
    assert theme.current()["mark"].name() in colours(sheet)


def test_what_is_to_be_heeded_lies_on_a_surface(sheet):
    sheet.show_page(page("Before.\n\n> Mind this.\n\nAfter."))
    assert theme.current()["panel"].name() in colours(sheet)


def test_it_takes_another_theme_and_keeps_its_place(sheet, qapp):
    sheet.show_page(book("en").page("connect"))
    sheet.verticalScrollBar().setValue(120)
    theme.apply(qapp, "dark")
    assert theme.current()["base"].name() in colours(sheet)
    assert sheet.verticalScrollBar().value() == 120
    theme.apply(qapp, "light")
