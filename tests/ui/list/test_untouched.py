"""Somebody is there as long as pointer or keyboard do something in the window."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLabel, QMenu, QVBoxLayout, QWidget

from olark_inbox.ui.list.untouched import Untouched


@pytest.fixture
def window(qtbot):
    made = QWidget()
    inside = QLabel("list")
    QVBoxLayout(made).addWidget(inside)
    made.untouched = Untouched(inside)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def _let_pass(untouched):
    untouched.awhile.timeout.emit()


def _move(window):
    QTest.mouseMove(window.windowHandle(), QPoint(20, 20))


def _type(window):
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)


def _click(window):
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))


def test_after_a_while_without_a_touch_it_says_so_once(window, qtbot):
    spy = QSignalSpy(window.untouched.passed)
    window.untouched.awhile.start(1)
    qtbot.waitUntil(lambda: window.untouched.is_long, timeout=120_000)
    assert spy.count() == 1
    assert not window.untouched.awhile.isActive()


@pytest.mark.parametrize("touch", [_move, _type, _click])
def test_a_touch_anywhere_in_the_window_begins_the_while_anew(window, touch):
    _let_pass(window.untouched)
    assert window.untouched.is_long
    touch(window)
    assert not window.untouched.is_long
    assert window.untouched.awhile.isActive()


def test_whoever_shows_the_window_again_is_there(window, qtbot):
    _let_pass(window.untouched)
    window.hide()
    window.show()
    qtbot.waitExposed(window)
    assert not window.untouched.is_long


def test_a_while_with_a_menu_open_does_not_count(window, qtbot):
    menu = QMenu(window)
    menu.addAction("Done")
    menu.popup(window.mapToGlobal(QPoint(5, 5)))
    qtbot.waitUntil(menu.isVisible)
    _let_pass(window.untouched)
    assert not window.untouched.is_long
    menu.close()
    _let_pass(window.untouched)
    assert window.untouched.is_long
