"""The grey titles of the sidebar."""

from olark_inbox.ui.kit import theme
from olark_inbox.ui.kit.section_head import SectionHead


def test_a_title_is_only_text_and_takes_the_theme(qtbot):
    head = SectionHead("<b>Tags</b>")
    qtbot.addWidget(head)
    assert head.text() == "<b>Tags</b>"
    assert head.palette().color(head.foregroundRole()) == theme.current()["t3"]
    assert head.height() == theme.px(40)
