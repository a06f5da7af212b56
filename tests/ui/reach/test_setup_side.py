import pytest

from olark_inbox.ui.kit import theme
from olark_inbox.ui.reach.setup_facts import Step
from olark_inbox.ui.reach.setup_side import SetupSide
from tests.ui.reach_makers import facts, proven


@pytest.fixture
def side(qtbot, qapp):
    theme.apply(qapp, "light")
    made = SetupSide()
    qtbot.addWidget(made)
    return made


def colours(widget):
    image = widget.grab().toImage()
    points = ((x, y) for x in range(image.width()) for y in range(0, image.height(), 2))
    return {image.pixelColor(x, y).name() for x, y in points}


def test_only_a_proven_step_is_green(side):
    side.show_facts(facts(), Step.ADDRESS)
    green = theme.current()["live_bg"].name()
    assert green in colours(side.steps[Step.READY])
    for step in (Step.ADDRESS, Step.PASTE, Step.TEST, Step.KEEP):
        assert green not in colours(side.steps[step])


def test_a_screen_reader_hears_number_name_and_how_it_stands(side):
    side.show_facts(facts(proven()), Step.PASTE)
    names = [step.accessibleName() for step in side.steps]
    assert names[1] == "Step 2: Public address. Checked, answered in 0.3 s"
    assert names[2] == "Step 3: Paste it in Olark. You do this one"


def test_a_click_leads_to_a_step(side, qtbot):
    with qtbot.waitSignal(side.chosen) as told:
        side.steps[3].click()
    assert told.args == [3]
