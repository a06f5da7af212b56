"""An inbox with one chat, and settings of who has saved a table before."""

import pytest

from olark_inbox.base.folders import open_folders
from olark_inbox.inbox import Inbox
from olark_inbox.settings import Settings
from olark_inbox.ui.saving.export_choices import Choices, remember
from tests.store.makers import Ticking, chat, folders_in, post


@pytest.fixture
def inbox(tmp_path):
    opened = Inbox.open(folders_in(tmp_path / "store"), Ticking())
    post(opened, chat("a"))
    yield opened
    opened.close()


@pytest.fixture
def settings(tmp_path):
    made = Settings(open_folders(tmp_path / "data"))
    (tmp_path / "out").mkdir()
    remember(made, Choices(format="csv"), tmp_path / "out")
    return made
