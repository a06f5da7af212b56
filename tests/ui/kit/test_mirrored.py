import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from olark_inbox.ui.frame.banner import Banner, Notice
from olark_inbox.ui.kit.forms import Text
from olark_inbox.ui.kit.mirrored import at_start, from_right, set_margins
from olark_inbox.ui.kit.words import Tone


@pytest.fixture
def from_the_right(qapp):
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def margins_of(widget):
    layout = QHBoxLayout(widget)
    set_margins(layout, widget, 40, 1, 8, 2)
    margins = layout.contentsMargins()
    return (margins.left(), margins.top(), margins.right(), margins.bottom())


def test_the_wider_margin_is_where_reading_begins(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    assert not from_right(widget)
    assert margins_of(widget) == (40, 1, 8, 2)


def test_it_is_on_the_other_side_in_a_mirrored_window(qtbot, from_the_right):
    widget = QWidget()
    qtbot.addWidget(widget)
    assert from_right(widget)
    assert margins_of(widget) == (8, 1, 40, 2)


def test_words_of_any_language_begin_where_the_window_is_read_from(qtbot, from_the_right):
    text = Text("Settings")
    qtbot.addWidget(text)
    assert (
        text.alignment() & Qt.AlignmentFlag.AlignRight
        == at_start(text) & ~Qt.AlignmentFlag.AlignAbsolute
    )


def test_the_words_of_a_banner_leave_its_sign_alone(qtbot, from_the_right):
    banner = Banner()
    qtbot.addWidget(banner)
    banner.resize(360, 120)
    banner.show_notice(Notice("x", Tone.ALERT, "New chats can't reach you", "Since 14:17."))
    banner.show()
    words = [one for one in banner.findChildren(Text) if one.text()]
    assert words
    assert all(one.geometry().right() <= banner.width() - 40 for one in words)
