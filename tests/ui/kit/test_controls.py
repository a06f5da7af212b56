"""Buttons: what they say, how they look when, and what keys do."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QMenu, QWidget

from olark_inbox.ui.kit import theme
from olark_inbox.ui.kit.controls import (
    GhostButton,
    LinkButton,
    OutlineButton,
    PrimaryButton,
    dress_menu,
)

MAKERS = [
    lambda: PrimaryButton("Reply by e-mail", "reply"),
    lambda: OutlineButton("Done", "circle-check"),
    lambda: GhostButton("tag", "Tag"),
    lambda: GhostButton("file-down", "Save", text="Save", menu_arrow=True),
    lambda: LinkButton("priya@example.com"),
]
IDS = ["primary", "outline", "ghost", "menu", "link"]


@pytest.fixture(params=MAKERS, ids=IDS)
def button(request, qtbot, qapp):
    theme.apply(qapp, "light")
    made = request.param()
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    made.show()
    return made


def picture(widget):
    return widget.grab().toImage()


def test_it_has_a_name_and_does_something_by_mouse_and_by_key(button):
    assert button.accessibleName()
    clicks = QSignalSpy(button.clicked)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert clicks.count() == 2


def test_a_press_and_being_off_can_be_seen(button):
    before = picture(button)
    if not isinstance(button, LinkButton):
        QTest.mousePress(button, Qt.MouseButton.LeftButton)
        assert picture(button) != before
        QTest.mouseRelease(button, Qt.MouseButton.LeftButton, pos=QPoint(-5, -5))
    button.setEnabled(False)
    assert picture(button) != before


def test_the_ring_is_shown_after_tab_and_not_after_a_click(button):
    other = QWidget()
    before = picture(button)
    button.setFocus(Qt.FocusReason.MouseFocusReason)
    button.activateWindow()
    QTest.qWaitForWindowActive(button)
    clicked = picture(button)
    button.clearFocus()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    tabbed = picture(button)
    other.deleteLater()
    assert button.hasFocus()
    assert clicked == before
    assert tabbed != before


def test_its_words_fit_at_every_text_size(button, qapp):
    small = button.sizeHint()
    try:
        theme.set_text_size(qapp, 150)
        large = button.sizeHint()
    finally:
        theme.set_text_size(qapp, 100)
    assert large.height() == round(small.height() * 1.5)
    assert large.width() > small.width() * 1.3


def test_it_looks_different_in_the_dark(button, qapp):
    before = picture(button)
    theme.apply(qapp, "dark")
    after = picture(button)
    theme.apply(qapp, "light")
    assert after != before


def test_an_icon_alone_says_its_name_in_a_tooltip(qtbot):
    made = GhostButton("star", "Star")
    qtbot.addWidget(made)
    assert (made.toolTip(), made.accessibleName(), made.text()) == ("Star", "Star", "")
    assert made.sizeHint().width() == made.sizeHint().height() == 32
    before = picture(made)
    made.set_icon("star", shade="star", filled=True)
    assert picture(made) != before


def test_a_menu_has_round_corners(qtbot):
    menu = dress_menu(QMenu())
    qtbot.addWidget(menu)
    assert menu.testAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
    assert menu.windowFlags() & Qt.WindowType.Popup
