"""The Help, opened from everywhere, read by mouse and by keyboard."""

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QAccessible, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from olark_inbox.ui.help.help_window import HelpWindow
from olark_inbox.ui.kit import theme
from olark_inbox.ui.kit.browser import open_help
from tests.window import window_on


@pytest.fixture
def window(qtbot, qapp):
    theme.set_text_size(qapp, 100)
    theme.apply(qapp, "light")
    made = HelpWindow()
    made.show()
    yield made
    if shiboken6.isValid(made):
        made.close()


def test_it_opens_at_the_top_of_a_page_that_is_longer_than_the_window(window):
    QApplication.processEvents()
    bar = window.sheet.verticalScrollBar()
    assert bar.maximum() > 0
    assert bar.value() == 0


def test_a_link_goes_to_its_page_and_back_comes_back_to_where_one_was(window):
    window.sheet.anchorClicked.emit(QUrl("sleep"))
    window.sheet.anchorClicked.emit(QUrl("red"))
    assert window.sheet.toPlainText().startswith("The line is red")
    window.back.click()
    assert window.page == "sleep"
    window.back.click()
    assert window.page == "start"
    assert not window.back.isEnabled()


def test_typing_shows_at_once_what_fits_best(window, qtbot):
    qtbot.keyClicks(window.contents.search.line, "disk full")
    assert window.page == "disk"
    assert window.sheet.extraSelections()
    qtbot.keyClick(window.contents.search.line, Qt.Key.Key_Escape)
    assert window.page == "disk"
    assert not window.sheet.extraSelections()
    window.back.click()
    assert window.page == "start", "typing is one step back, however many pages it passed"
    assert not window.back.isEnabled()


def test_where_it_is_narrow_page_and_contents_take_turns(window, qtbot):
    window.resize(400, 600)
    assert window.right.isVisible()
    assert not window.contents.isVisible()
    window.all.click()
    assert window.contents.isVisible()
    qtbot.keyClick(window.contents.search.line, Qt.Key.Key_Down)
    qtbot.keyClick(window.contents.view, Qt.Key.Key_Down)
    assert window.contents.isVisible(), "walking with the arrows does not leave the contents"
    window.contents.view.activated.emit(window.contents.view.currentIndex())
    assert window.right.isVisible()
    assert window.page == "connect"
    assert window.sheet.hasFocus()


@pytest.mark.parametrize("percent", [100, 150])
def test_nothing_is_cut_off_at_its_least_width(window, qapp, percent):
    theme.set_text_size(qapp, percent)
    made = HelpWindow()
    made.resize(made.minimumSize())
    made.show()
    QApplication.processEvents()
    for button in (made.back, made.all):
        assert made.right.rect().contains(button.geometry())
    made.close()
    theme.set_text_size(qapp, 100)


def test_links_are_reached_and_opened_by_the_keyboard(window, qtbot):
    window.show_page("start")
    window.sheet.setFocus()
    qtbot.keyClick(window.sheet, Qt.Key.Key_Tab)
    qtbot.keyClick(window.sheet, Qt.Key.Key_Return)
    assert window.page == "sleep"


def test_escape_closes_it(window, qtbot):
    qtbot.keyClick(window.sheet, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_f1_opens_it_and_a_question_mark_opens_its_page(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            scene.window.menus.actions["help"].trigger()
            help_ = scene.house.pages.page("help")
            assert help_.page == "start"
            open_help("sleep")
            assert scene.house.pages.page("help") is help_
            assert help_.page == "sleep"
            help_.sheet.do_wanted.emit("settings")
            assert scene.house.pages.page("settings").isVisible()

    play(story())


@pytest.mark.parametrize(
    ("action", "page"),
    [
        ("settings", "alerts"), ("backups", "backups"), ("about", "open"), ("keys", "keys"),
        ("deliveries", "unreadable"), ("setup", "connect"),
    ],
)  # fmt: skip
def test_f1_in_a_small_window_opens_the_page_about_it(play, tmp_path, action, page):
    async def story():
        async with window_on(tmp_path) as scene:
            scene.window.menus.actions[action].trigger()
            there = scene.house.reaching.guide or scene.house.pages.page(action)
            (keys,) = [k for k in there.findChildren(QShortcut) if k.key() == QKeySequence("F1")]
            keys.activated.emit()
            assert scene.house.pages.page("help").page == page

    play(story())


def test_it_takes_another_size_of_the_text_while_it_is_open(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            open_help("sleep")
            help_ = scene.house.pages.page("help")
            row = help_.contents.model.index(1, 0)
            before = help_.contents.view.visualRect(row).height()
            scene.desk.set_text_size(150)
            await scene.caught_up()
            assert help_.contents.view.visualRect(row).height() == pytest.approx(
                before * 1.5, abs=1
            )
            assert help_.sheet.document().defaultFont().pixelSize() == 21

    play(story())


def test_it_lists_the_keys_of_the_menus(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            open_help("keys")
            text = scene.house.pages.page("help").sheet.toPlainText()
            for entry in scene.window.menus.entries.values():
                assert not entry.keys or entry.text in text

    play(story())


def test_a_screen_reader_hears_what_it_is_and_can_read_it_line_by_line(window):
    reader = QAccessible.queryAccessibleInterface(window.sheet)
    assert reader.textInterface().characterCount() == len(window.sheet.toPlainText())
    assert window.sheet.accessibleName() == "Olark Inbox in one minute"
    assert window.contents.view.accessibleName()
    assert window.contents.search.line.accessibleName()
    assert window.childAt(QPoint(300, 20)) is not None
