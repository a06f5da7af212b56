"""What the tests of the window share."""

import pytest
from PySide6.QtWidgets import QApplication

from olark_inbox.ui.kit import theme
from tests.window import story_runner


@pytest.fixture(autouse=True)
def _as_usual():
    """Each test leaves theme and text size as they are at first."""
    yield
    app = QApplication.instance()
    if isinstance(app, QApplication):
        theme.set_text_size(app, 100)
        theme.apply(app, "light")


@pytest.fixture
def play(qapp):
    """Run a story, a coroutine, on a loop that serves the window."""
    yield from story_runner(qapp)
