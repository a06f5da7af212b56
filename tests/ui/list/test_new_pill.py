"""The pill on top of the list."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from olark_inbox.ui.list.new_pill import NewPill


def test_it_stands_in_the_middle_of_the_top_and_goes_when_nothing_is_new(qtbot):
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(300, 200)
    pill = NewPill(host)
    host.show()
    assert not pill.isVisible()
    pill.show_count(3, QRect(0, 0, 300, 200))
    assert pill.isVisible()
    assert pill.text() == "3 new"
    assert pill.accessibleName() == "3 new above, show"
    assert abs(pill.geometry().center().x() - 150) <= 1
    assert pill.grab().toImage().width() == pill.sizeHint().width()
    pill.show_count(0, QRect(0, 0, 300, 200))
    assert not pill.isVisible()
