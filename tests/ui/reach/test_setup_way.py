import pytest

from olark_inbox.base.folders import open_folders
from olark_inbox.settings import Settings
from olark_inbox.tunnel.standing import Standing, Status
from olark_inbox.ui.reach import setup_way
from olark_inbox.ui.reach.setup_way import WayPage
from tests.ui.reach_makers import facts, proven

TOKEN = "2luGDabcdefghijklmnopqrstuv_6ZP5THZWJ9ohyHWwtS2Wy"  # noqa: S105 - made up


@pytest.fixture
def settings(tmp_path):
    return Settings(open_folders(tmp_path / "data"))


@pytest.fixture
def page(qtbot, settings):
    made = WayPage(settings)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


@pytest.fixture
def told(page):
    heard = []
    page.wanted.connect(lambda wish: heard.append(("wanted", wish)))
    page.token_given.connect(lambda token: heard.append(("token", token)))
    page.asked.connect(lambda what: heard.append(("asked", what)))
    return heard


def test_looking_at_a_way_changes_nothing(page, told):
    for way in setup_way.WAYS:
        page.show_way(way)
    assert told == []


def test_the_whole_line_of_ngroks_page_is_taken_and_not_kept_in_the_field(page, told):
    page.ngrok.token.line.setText(f"ngrok config add-authtoken {TOKEN}")
    page.ngrok.connect_button.click()
    assert told == [("token", TOKEN), ("wanted", {"way": "ngrok", "ngrok_name": ""})]
    assert page.ngrok.token.line.text() == ""


def test_an_api_key_is_refused_in_words(page, told):
    page.ngrok.token.line.setText(f"api_key: {TOKEN}")
    page.ngrok.connect_button.click()
    assert told == []
    assert page.news.text().startswith("This is an API key.")


def test_a_chosen_name_goes_along(page, told):
    page.ngrok.token.line.setText(TOKEN)
    page.ngrok.name.line.setText("https://shop.example.com/")
    page.ngrok.connect_button.click()
    assert told[-1] == ("wanted", {"way": "ngrok", "ngrok_name": "shop.example.com"})


def test_who_is_connected_already_need_not_paste_the_token_again(page, told, settings):
    settings.way = "ngrok"
    page.ngrok.connect_button.click()
    assert told == [("wanted", {"way": "ngrok", "ngrok_name": ""})]


def test_a_running_ngrok_is_used_on_its_usual_or_another_port(page, told):
    page.use_agent.click()
    page.agent_port.line.setText("4050")
    page.use_agent.click()
    assert [wish["agent_port"] for _, wish in told] == [0, 4050]


def test_an_ngrok_that_leads_elsewhere_is_offered_to_lead_here_too(page, told):
    page.show_way("agent")
    page.show_facts(facts())
    assert page.add.isHidden()
    page.show_facts(
        facts(Standing(Status.STARTING, "agent", fault="agent_elsewhere", detail="3000"))
    )
    assert not page.add.isHidden()
    assert page.news.text() == "ngrok is running here, but leads elsewhere (to port 3000)."
    page.add.click()
    assert told == [("asked", "add")]


def test_an_address_of_ones_own_is_cleaned_and_used(page, told):
    page.own.line.setText(" inbox.example.com/olark/abc ")
    page.check_button.click()
    assert told == [("wanted", {"way": "own", "own_address": "https://inbox.example.com"})]


@pytest.mark.parametrize("typed", ["", "http://localhost:8765", "192.168.1.20", "ftp://x.example"])
def test_an_address_olark_could_never_reach_is_refused(page, told, typed):
    page.own.line.setText(typed)
    page.check_button.click()
    assert told == []
    assert page.news.text()


def test_no_way_is_a_way_too(page, told):
    page.none_button.click()
    assert told == [("wanted", {"way": "none"})]


def test_it_says_how_the_address_stands(page):
    page.show_facts(facts(proven()))
    assert page.news.text() == "spoke-chain-pine.ngrok-free.dev leads here."
    page.show_facts(facts(proven(address="http://10.0.0.5")))
    assert "only in your own network" in page.news.text()
    page.show_facts(facts(Standing(Status.STARTING, "ngrok")))
    assert page.news.text() == "Connecting"
    page.show_facts(facts(listening=False, trouble="Port 8765 is used."))
    assert page.more.text() == "Port 8765 is used."
    page.show_facts(facts())
    assert page.news.isHidden()
    assert page.again.isHidden()


def test_what_is_wrong_with_one_way_is_not_said_beside_another(page):
    page.show_facts(facts(Standing(Status.STARTING, "ngrok", fault="token_missing")))
    assert page.news.text() == "The token of your ngrok account is missing."
    page.choice.chosen.emit("own")
    assert page.news.isHidden()
    assert page.again.isHidden()
    page.choice.chosen.emit("ngrok")
    assert not page.news.isHidden()
    assert not page.again.isHidden()


def test_a_refusal_goes_when_another_way_is_looked_at(page):
    page.show_facts(facts())
    page.ngrok.token.line.setText(f"api_key: {TOKEN}")
    page.ngrok.connect_button.click()
    assert not page.news.isHidden()
    page.choice.chosen.emit("own")
    assert page.news.isHidden()


def test_which_address_leads_here_is_said_beside_every_way(page):
    page.show_facts(facts(proven()))
    page.choice.chosen.emit("own")
    assert page.news.text() == "spoke-chain-pine.ngrok-free.dev leads here."


def test_checking_again_is_asked_for(page, told):
    page.show_facts(facts(proven()))
    page.again.click()
    assert told == [("asked", "connect")]
