"""The question at the first close."""

import pytest

from olark_inbox.ui.kit.forms import Text
from olark_inbox.ui.presence.closing import ClosingQuestion, QuitQuestion


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


def test_without_a_tray_it_says_what_closing_does_there(qtbot):
    question = ClosingQuestion(None, tray=False)
    qtbot.addWidget(question)
    texts = " ".join(label.text() for label in question.findChildren(Text))
    assert "makes the window small" in texts


def test_quitting_says_what_it_costs_and_can_be_thought_over(qtbot):
    question = QuitQuestion(None)
    qtbot.addWidget(question)
    assert "only kept by Olark" in " ".join(t.text() for t in question.findChildren(Text))
    said = []
    question.confirmed.connect(lambda: said.append("quit"))
    question.keep_button.click()
    assert said == []
    question.quit_button.click()
    assert said == ["quit"]
