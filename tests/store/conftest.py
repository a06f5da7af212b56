"""A real store in a folder of its own."""

import pytest

from olark_inbox.inbox import Inbox
from olark_inbox.store import language, schema
from olark_inbox.store.connection import open_writer
from tests.store.makers import Ticking, folders_in


@pytest.fixture(autouse=True)
def _in_english():
    """Whatever a window spoke before: searches here are typed in English."""
    language.speak(language.Language())


@pytest.fixture
def clock():
    return Ticking()


@pytest.fixture
def folders(tmp_path):
    return folders_in(tmp_path / "store")


@pytest.fixture
def inbox(folders, clock):
    opened = Inbox.open(folders, clock)
    yield opened
    opened.close()


@pytest.fixture
def connection(folders):
    """A writing connection of its own to a store with today's tables."""
    schema.prepare(folders.store, folders.migration_lock)
    opened = open_writer(folders.store)
    yield opened
    opened.close()
