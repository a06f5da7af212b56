from olark_inbox.olark.model import Message, Side
from olark_inbox.store.persons import Moment
from olark_inbox.ui.follow.timeline import Timeline, _conversations, _lines_said
from tests.alerts.test_rules import NOW, make_row


def test_the_lines_of_all_conversations_stand_in_order_with_their_days(qtbot):
    one, other = make_row(1), make_row(2)
    day = 86_400_000
    moments = (
        Moment(one, 0, Message(Side.VISITOR, "Hello", NOW - 3 * day, name="Ann"), NOW - 3 * day),
        Moment(other, 0, Message(Side.AGENT, "Welcome back", NOW, name="Maya"), NOW),
    )
    window = Timeline(None, "Ann <b>", moments, NOW)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: "Welcome back" in window.transcript.toPlainText())
    text = window.transcript.toPlainText()
    assert text.index("Hello") < text.index("Welcome back")
    assert "<b>" not in window.windowTitle()
    assert text.count("Chat, ") == 2  # a line where each of them begins
    assert window.transcript.verticalScrollBar().value() == 0


def test_one_is_one():
    assert (_conversations(1), _lines_said(1)) == ("1 conversation", "1 line")
    assert (_conversations(2), _lines_said(2)) == ("2 conversations", "2 lines")
