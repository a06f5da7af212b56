"""What the tests of the window share."""

import pytest

from tests.window import story_runner


@pytest.fixture
def play(qapp):
    """Run a story, a coroutine, on a loop that serves the window."""
    yield from story_runner(qapp)
