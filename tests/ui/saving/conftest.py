"""An inbox with one chat, and settings of who has saved a table before."""

import pytest

from olark_inbox.base.folders import open_folders
from olark_inbox.settings import Settings
from olark_inbox.ui.saving.export_choices import Choices, remember
from tests.store.makers import Ticking, inbox_of_one


@pytest.fixture
def clock():
    return Ticking()


@pytest.fixture
def inbox(tmp_path, clock):
    with inbox_of_one(tmp_path, clock) as opened:
        yield opened


@pytest.fixture
def settings(tmp_path):
    made = Settings(open_folders(tmp_path / "data"))
    (tmp_path / "out").mkdir()
    remember(made, Choices(format="csv"), tmp_path / "out")
    return made
