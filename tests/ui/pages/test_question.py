import pytest
from PySide6.QtWidgets import QWidget

from olark_inbox.ui.pages.question import Question


@pytest.fixture
def window(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def _asked(window):
    question = Question(window, "Go back?", "All is as it was.", "Go back")
    question.open()
    assert question.isVisible()
    happened = []
    question.yes.connect(lambda: happened.append("yes"))
    question.destroyed.connect(lambda: happened.append("gone"))
    return question, happened


def test_a_yes_is_told_once_and_the_question_is_gone(qtbot, window):
    question, happened = _asked(window)
    assert question.do_button.text() == "Go back"
    question.do_button.click()
    qtbot.waitUntil(lambda: happened == ["yes", "gone"])


def test_without_a_yes_nothing_happens(qtbot, window):
    question, happened = _asked(window)
    question.cancel_button.click()
    qtbot.waitUntil(lambda: happened == ["gone"])
