"""What one can do with the open conversation."""

from itertools import pairwise

import pytest
from PySide6.QtWidgets import QAbstractButton, QMenu

from olark_inbox.olark.standing import Standing
from olark_inbox.ui.detail.toolbar import Toolbar
from tests.ui.detail.makers import chat, opened, visitor

SETTLED, LIVE = Standing.SETTLED, Standing.LIVE


@pytest.fixture
def toolbar(qtbot):
    made = Toolbar()
    qtbot.addWidget(made)
    made.resize(700, 52)
    made.show()
    return made


def test_a_live_chat_is_answered_in_olark_and_a_finished_one_by_mail(toolbar):
    toolbar.show_opened(opened(), SETTLED)
    assert toolbar.reply.isVisible()
    assert not toolbar.answer.isVisible()
    toolbar.show_opened(opened(), LIVE)
    assert toolbar.answer.isVisible()
    assert not toolbar.reply.isVisible()


def test_without_an_address_the_reply_is_off_and_says_why(toolbar):
    toolbar.show_opened(opened(chat(visitor=visitor(email=""))), SETTLED)
    assert not toolbar.reply.isEnabled()
    assert toolbar.reply.toolTip() == "No e-mail address is known for this visitor"


def test_done_becomes_reopen_and_a_star_can_be_removed(toolbar):
    toolbar.show_opened(opened(done=True, starred=True), SETTLED)
    assert toolbar.done.text() == "Reopen"
    assert toolbar.star.accessibleName() == "Remove the star"
    toolbar.show_opened(opened(), SETTLED)
    assert toolbar.done.text() == "Done"
    assert toolbar.unread.accessibleName() == "Mark as unread"
    toolbar.show_opened(opened(unread=True), SETTLED)
    assert toolbar.unread.accessibleName() == "Mark as read"
    toolbar.show_opened(opened(), SETTLED)
    assert toolbar.star.accessibleName() == "Star"


def test_every_button_has_a_name_and_a_tip(toolbar):
    toolbar.show_opened(opened(), SETTLED)
    for button in toolbar.findChildren(QAbstractButton):
        assert button.accessibleName()
        assert button.toolTip()


@pytest.mark.parametrize("signal", ["reply", "done", "star", "unread", "copy", "next", "previous"])
def test_every_button_does_what_it_says(qtbot, toolbar, signal):
    toolbar.show_opened(opened(), SETTLED)
    with qtbot.waitSignal(getattr(toolbar, f"{signal}_clicked")):
        getattr(toolbar, signal).click()


@pytest.mark.parametrize("width", [700, 460, 400, 340])
def test_nothing_overlaps_in_a_narrow_window(toolbar, width):
    toolbar.resize(width, 52)
    toolbar.show_opened(opened(), SETTLED)
    shown = [b for b in toolbar.findChildren(QAbstractButton) if b.isVisible()]
    rects = sorted((b.geometry() for b in shown), key=lambda rect: rect.x())
    assert all(a.right() < b.left() for a, b in pairwise(rects))
    assert rects[-1].right() < width


@pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen, of every menu
def test_what_has_no_room_is_in_the_menu(qtbot, toolbar):
    toolbar.resize(400, 52)
    toolbar.show_opened(opened(), SETTLED)
    assert not toolbar.copy.isVisible()
    toolbar.more.click()
    menu = toolbar.findChild(QMenu)
    copy = next(a for a in menu.actions() if a.text() == "Copy the conversation")
    with qtbot.waitSignal(toolbar.copy_clicked):
        copy.trigger()
    menu.close()


def test_where_one_is_in_the_list_is_worth_more_than_the_last_buttons(toolbar):
    toolbar.show_opened(opened(), SETTLED)
    toolbar.resize(704, 52)  # what a window of the usual size leaves it
    assert toolbar.more.isHidden()
    toolbar.show_place("3 of 128")
    assert not toolbar.place.isHidden()
    assert not toolbar.more.isHidden()
    assert toolbar.copy.isHidden()
    assert not toolbar.save.isHidden()
