"""Tags of their own colours."""

import pytest

from olark_inbox.base.folders import open_folders
from olark_inbox.settings import Settings
from olark_inbox.store.rows import Counts, OwnTag
from olark_inbox.ui.kit.paint import choose_tag_hues, tag_color
from olark_inbox.ui.kit.tag_colours import TagColours


@pytest.fixture
def settings(tmp_path):
    yield Settings(open_folders(tmp_path / "data"))
    choose_tag_hues({})


def tags(*names):
    return tuple((name, 1) for name in names)


def test_the_first_eight_tags_have_eight_colours_whatever_they_are_called(settings):
    own = (OwnTag(1, "VIP", 0, 3),)
    TagColours(settings).learn(Counts(tags=tags(*"abcdefg"), own_tags=own))
    assert len({tag_color(name).name() for name in ("VIP", *"abcdefg")}) == 8


def test_a_tag_keeps_its_colour_whatever_comes_and_after_a_restart(settings):
    TagColours(settings).learn(Counts(tags=tags("wheels", "order")))
    before = [tag_color(name) for name in ("wheels", "order")]
    again = TagColours(settings)
    assert again.learn(Counts(tags=tags("kids", "order", "wheels")))
    assert [tag_color(name) for name in ("wheels", "order")] == before
    assert tag_color("kids") not in before
    assert not again.learn(Counts(tags=tags("order", "wheels", "kids")))


def test_the_owner_chooses_another(settings):
    colours = TagColours(settings)
    colours.learn(Counts(tags=tags("wheels")))
    assert colours.choose("wheels", 6)
    assert colours.of("wheels") == 6
    colours.learn(Counts(tags=tags("wheels")))
    assert colours.of("wheels") == 6
    assert settings.tag_colours == {"wheels": 6}


def test_nonsense_in_the_settings_does_no_harm(settings):
    settings.tag_colours = {"wheels": "red", "order": 3}
    colours = TagColours(settings)
    colours.learn(Counts(tags=tags("wheels", "order")))
    assert colours.of("order") == 3
    assert colours.of("wheels") != 3
