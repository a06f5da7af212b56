from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from olark_inbox.ui.kit.text_box import TextBox


def test_it_has_room_for_its_lines_and_tab_leaves_it(qtbot):
    box = TextBox("Networks", 4)
    qtbot.addWidget(box)
    box.show()
    assert box.text.accessibleName() == "Networks"
    assert box.minimumSizeHint().height() >= 4 * box.text.fontMetrics().lineSpacing()
    QTest.keyClicks(box.text, "one\ttwo")
    assert "\t" not in box.text.toPlainText()


def test_it_shows_where_the_keyboard_is(qtbot):
    box = TextBox("Networks", 3)
    qtbot.addWidget(box)
    box.resize(300, 100)
    box.show()
    before = box.grab().toImage()
    box.activateWindow()
    box.text.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(box.text.hasFocus)
    assert box.grab().toImage().pixel(150, 0) != before.pixel(150, 0)
