"""The banner over the list."""

from olark_inbox.ui.frame.banner import Banner, Notice
from olark_inbox.ui.kit.words import Tone


def test_trouble_has_a_filled_button_and_a_quiet_notice_an_outline_one(qtbot):
    banner = Banner()
    qtbot.addWidget(banner)
    banner.show_notice(Notice("port", Tone.ALERT, "New chats can't reach you", "x", do="Use it"))
    assert not banner.button.isHidden()
    assert banner.plain_button.isHidden()
    banner.show_notice(Notice("samples", Tone.QUIET, "2 samples", do="Remove"))
    assert banner.button.isHidden()
    assert not banner.plain_button.isHidden()


def test_the_button_tells_which_notice_it_answers(qtbot):
    banner = Banner()
    qtbot.addWidget(banner)
    banner.show_notice(Notice("port", Tone.ALERT, "t", do="Use port 8766", link="Why"))
    with qtbot.waitSignal(banner.done) as told:
        banner.button.click()
    assert told.args == ["port"]
    with qtbot.waitSignal(banner.link_clicked) as told:
        banner.link.click()
    assert told.args == ["port"]


def test_without_a_notice_it_is_gone(qtbot):
    banner = Banner()
    qtbot.addWidget(banner)
    assert banner.isHidden()
    banner.show_notice(Notice("x", Tone.QUIET, "t"))
    assert not banner.isHidden()
    assert banner.accessibleName().startswith("t")
    banner.show_notice(None)
    assert banner.isHidden()
