import pytest

from olark_inbox.base.folders import open_folders
from olark_inbox.settings import Settings
from olark_inbox.ui.kit.forms import Text
from olark_inbox.ui.reach.reach_lines import ReachLines


@pytest.fixture
def settings(tmp_path):
    return Settings(open_folders(tmp_path / "shop"))


@pytest.fixture
def lines(qtbot, settings):
    made = ReachLines(settings)
    qtbot.addWidget(made)
    return made


def test_how_often_it_is_checked_is_saved(lines, settings):
    lines.minutes._buttons["30"].click()
    assert settings.proof_minutes == 30


def test_the_guide_is_one_click_away(lines, qtbot):
    with qtbot.waitSignal(lines.guide_wanted):
        lines.guide.click()


def test_an_address_nobody_counts_requests_of_has_no_choice_of_minutes(qtbot, settings):
    settings.store({"way": "own", "own_address": "https://inbox.shop.example"})
    made = ReachLines(settings)
    qtbot.addWidget(made)
    assert made.minutes.parent() is None
    assert any("every minute" in each.text() for each in made.findChildren(Text))
