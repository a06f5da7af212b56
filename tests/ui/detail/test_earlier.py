from olark_inbox.ui.detail.earlier import EarlierLine
from tests.ui.detail.makers import NOON, chat, opened


def test_a_line_says_when_and_what_and_is_pressed(qtbot):
    row = opened(chat(), preview="Are gloves back?").row
    line = EarlierLine(row, NOON)
    qtbot.addWidget(line)
    assert "Are gloves back?" in line.accessibleName()
    assert line.conversation == row.id
    with qtbot.waitSignal(line.clicked):
        line.click()
    assert not line.grab().isNull()


def test_without_words_it_says_so(qtbot):
    line = EarlierLine(opened(chat(), preview="").row, NOON)
    qtbot.addWidget(line)
    assert "Without words" in line.accessibleName()
