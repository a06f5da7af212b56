import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from olark_inbox.ui.kit.quiet_scroll import QuietScroll, WholeScroll


@pytest.fixture
def page(qtbot):
    inside = QWidget()
    inside.setMinimumHeight(100)
    made = QuietScroll(inside)
    qtbot.addWidget(made)
    made.resize(200, 300)
    made.show()
    return made


def test_what_is_inside_keeps_its_width_when_the_bar_comes(page, qtbot):
    assert page.bar.isHidden()
    before = page.widget().width()
    page.widget().setMinimumHeight(900)
    qtbot.waitUntil(lambda: not page.bar.isHidden())
    assert page.widget().width() == before == 200


def test_the_bar_moves_the_page_and_the_page_the_bar(page, qtbot):
    page.widget().setMinimumHeight(900)
    qtbot.waitUntil(lambda: page.bar.maximum() == 600)
    page.bar.setValue(250)
    assert page.widget().y() == -250
    page.verticalScrollBar().setValue(40)
    assert page.bar.value() == 40


def test_in_a_window_read_from_the_right_the_bar_is_at_the_left(page, qtbot):
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    page.widget().setMinimumHeight(900)
    qtbot.waitUntil(lambda: not page.bar.isHidden())
    assert page.bar.x() == 0


def test_what_is_to_be_seen_whole_is_until_there_is_less_room(qtbot):
    inside, window = QWidget(), QWidget()
    inside.setMinimumSize(150, 700)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    page = WholeScroll(inside)
    column.addWidget(page)
    qtbot.addWidget(window)
    window.show()
    window.resize(column.sizeHint())
    qtbot.waitUntil(lambda: page.height() == 700)
    assert page.bar.isHidden()
    window.resize(column.minimumSize())
    qtbot.waitUntil(lambda: not page.bar.isHidden())
    assert window.width() >= 150
    assert window.height() < 300
