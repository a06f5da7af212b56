import pytest

from olark_inbox.base.folders import open_folders
from olark_inbox.settings import Settings
from olark_inbox.ui.kit import browser
from olark_inbox.ui.reach.setup_ngrok import NgrokPanel
from olark_inbox.ui.reach.setup_pictures import Picture, Scene
from tests.ui.reach_makers import facts, proven


@pytest.fixture
def panel(qtbot, tmp_path):
    made = NgrokPanel(Settings(open_folders(tmp_path / "data")))
    qtbot.addWidget(made)
    return made


def test_each_step_has_its_picture_in_its_order(panel):
    assert [each._scene for each in panel.findChildren(Picture)] == list(Scene)


def test_the_pages_of_ngrok_are_opened_exactly(panel, monkeypatch):
    opened = []
    monkeypatch.setattr(
        browser.QDesktopServices, "openUrl", lambda url: opened.append(url.toString())
    )
    panel.sign_up.click()
    panel.token_page.click()
    assert opened == [
        "https://dashboard.ngrok.com/signup",
        "https://dashboard.ngrok.com/get-started/your-authtoken",
    ]


def test_a_text_that_is_no_token_is_refused_in_words(panel, qtbot):
    panel.token.line.setText("hello")
    with qtbot.waitSignal(panel.refused) as told:
        panel.connect_button.click()
    assert told.args[0].startswith("This does not look like a token.")
    assert panel.token.line.text() == "hello"


def test_where_the_token_was_put_is_said_where_it_needs_a_word(panel):
    assert panel.kept.isHidden()
    panel.say_kept("It holds until the program ends.")
    assert not panel.kept.isHidden()


def test_who_is_connected_can_disconnect_and_have_the_token_forgotten(panel, qtbot):
    panel.show_facts(facts(proven(way="own")))
    assert panel.forget.isHidden()
    panel.show_facts(facts(proven()))
    assert not panel.forget.isHidden()
    with qtbot.waitSignal(panel.forget_wanted):
        panel.forget.click()
