import json

import pytest
import shiboken6

from olark_inbox.ui.paste_page import PastePage


@pytest.fixture
def page(qapp):
    made = PastePage(None, clock=lambda: 1_763_649_067_000)
    yield made
    if shiboken6.isValid(made):
        made.close()


def test_nothing_can_be_kept_before_something_is_pasted(page):
    assert not page.keep_button.isEnabled()
    page.text.setPlainText("  \n ")
    assert not page.keep_button.isEnabled()
    page.text.setPlainText("Please call me")
    assert page.keep_button.isEnabled()


@pytest.mark.parametrize(
    ("choice", "kind"), [("offline", "OfflineMessage"), ("chat", "MessageToOperator")]
)
def test_what_is_pasted_is_kept_as_what_was_chosen(page, qtbot, choice, kind):
    page.choice._buttons[choice].click()
    page.text.setPlainText("Priya: Please call me")
    with qtbot.waitSignal(page.kept) as told:
        page.keep_button.click()
    payload = json.loads(told.args[0])
    assert payload["items"][0]["kind"] == kind
    assert payload["tags"] == ["pasted"]
    assert payload["id"].startswith("PASTED-")
