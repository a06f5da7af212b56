"""The window shown instead of the inbox."""

from olark_inbox.store.errors import StoreTooNew
from olark_inbox.ui.trouble import Trouble


def test_it_says_what_is_wrong_and_can_be_closed(qtbot):
    window = Trouble(StoreTooNew("A newer version made these conversations."))
    qtbot.addWidget(window)
    window.show()
    assert window.sentence.text() == "A newer version made these conversations."
    with qtbot.waitSignal(window.closed):
        window.button.click()
