"""The toast: one at a time, six seconds, Undo."""

import pytest
from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QWidget

from olark_inbox.ui.frame.toast import SHOWN_MS, Toast


@pytest.fixture
def pane(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    yield made
    made.close()


def test_undo_is_done_once_and_takes_the_toast_away(pane):
    toast, done = Toast(pane), []
    toast.say("Marked as done: Priya", lambda: done.append(1))
    assert toast.button.text() == "Undo"
    toast.button.click()
    assert done == [1]
    assert toast.text() == ""


def test_a_newer_one_replaces_the_older(pane):
    toast, done = Toast(pane), []
    toast.say("first", lambda: done.append("first"))
    toast.say("second", lambda: done.append("second"), action_words="Open")
    assert (toast.text(), toast.button.text()) == ("second", "Open")
    toast.button.click()
    assert done == ["second"]


def test_it_goes_after_six_seconds_but_not_under_the_pointer(pane):
    toast = Toast(pane)
    toast.say("Address copied")
    assert toast._timer.interval() == SHOWN_MS == 6_000
    assert toast._timer.isActive()
    at = QPointF(5, 5)
    QApplication.sendEvent(toast, QEnterEvent(at, at, at))
    assert not toast._timer.isActive()
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    assert toast._timer.isActive()
    toast._timer.timeout.emit()
    assert toast.text() == ""


def test_without_anything_to_do_there_is_no_button(pane):
    toast = Toast(pane)
    toast.say("Address copied")
    assert toast.button.isHidden()


def test_it_stays_inside_its_pane_when_that_changes_size(pane):
    toast = Toast(pane)
    toast.say("x" * 400, lambda: None)
    for width, height in ((700, 500), (380, 300)):
        pane.resize(width, height)
        QApplication.processEvents()
        assert pane.rect().contains(toast.geometry())
    assert toast.geometry().center().x() == pytest.approx(pane.rect().center().x(), abs=2)


def test_two_things_to_press_stand_beside_each_other(pane):
    toast, done = Toast(pane), []
    also = ("Open", lambda: done.append("open"))
    toast.say("Saved", lambda: done.append("show"), action_words="Show in folder", also=also)
    assert [toast.button.text(), toast.second.text()] == ["Show in folder", "Open"]
    assert not toast.second.geometry().intersects(toast.button.geometry())
    toast.second.click()
    assert (done, toast.text()) == (["open"], "")
    toast.say("Address copied")
    assert toast.second.isHidden()
