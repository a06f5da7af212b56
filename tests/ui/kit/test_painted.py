from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from olark_inbox.ui.kit.painted import PaintedButton


class Plain(PaintedButton):
    def paintEvent(self, event):
        """Nothing is drawn."""


def test_the_keyboards_place_is_shown_after_tab_and_not_after_a_click(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    button, other = Plain(page), Plain(page)
    page.show()
    page.activateWindow()
    button.setFocus(Qt.FocusReason.MouseFocusReason)
    qtbot.waitUntil(button.hasFocus)
    assert not button._ring.shown
    other.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(other.hasFocus)
    assert other._ring.shown
    button.setFocus(Qt.FocusReason.BacktabFocusReason)
    qtbot.waitUntil(button.hasFocus)
    assert (button._ring.shown, other._ring.shown) == (True, False)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not button._ring.shown


def test_tab_reaches_it(qtbot):
    button = Plain()
    qtbot.addWidget(button)
    assert button.focusPolicy() is Qt.FocusPolicy.StrongFocus
