import json

import pytest
import shiboken6

from olark_inbox.ui.reach.paste_page import PastePage


@pytest.fixture
def page(qapp):
    made = PastePage(None)
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


def test_what_is_on_the_clipboard_can_be_pasted_at_once(page):
    assert page.focusWidget() is page.text


def test_where_several_speak_it_asks_who_is_the_visitor(page, qtbot):
    page.text.setPlainText("Maya: Can I help?\nPriya: My wheel wobbles")
    assert page.names is None
    page.choice._buttons["chat"].click()
    page.names._buttons["Priya"].click()
    with qtbot.waitSignal(page.kept) as told:
        page.keep_button.click()
    payload = json.loads(told.args[0])
    assert payload["visitor"]["fullName"] == "Priya"
    assert [item["kind"] for item in payload["items"]] == ["MessageToVisitor", "MessageToOperator"]


def test_one_who_speaks_alone_is_the_visitor_without_a_question(page):
    page.choice._buttons["chat"].click()
    page.text.setPlainText("Priya: My wheel wobbles")
    assert page.names is None
    page.text.setPlainText("Priya: My wheel wobbles\nMaya: Oh no")
    assert page.names is not None
    page.choice._buttons["offline"].click()
    assert page.names is None
