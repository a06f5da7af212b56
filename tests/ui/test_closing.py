"""The question at the first close."""

import pytest

from olark_inbox.ui.closing import ClosingQuestion
from olark_inbox.ui.forms import Text


@pytest.mark.parametrize(("button", "said"), [("keep_button", "tray"), ("quit_button", "quit")])
def test_each_answer_is_told(qtbot, button, said):
    question = ClosingQuestion(None)
    qtbot.addWidget(question)
    with qtbot.waitSignal(question.chosen) as told:
        getattr(question, button).click()
    assert told.args == [said]


def test_it_says_what_quitting_costs(qtbot):
    question = ClosingQuestion(None)
    qtbot.addWidget(question)
    texts = " ".join(label.text() for label in question.findChildren(Text))
    assert "only kept by Olark" in texts


def test_putting_it_away_decides_nothing(qtbot):
    question = ClosingQuestion(None)
    qtbot.addWidget(question)
    told = []
    question.chosen.connect(told.append)
    question.reject()
    assert told == []
