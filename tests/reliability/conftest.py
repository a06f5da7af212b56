"""Everything here is slow, and works on real processes, sockets and files."""

from pathlib import Path

import pytest

from tests.journeys.conftest import Program
from tests.reliability.disks import CuttableDisk, FaultyDisk

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items):
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.slow)


@pytest.fixture
def program(tmp_path):
    """The program as its owner starts it, in a folder of its own."""
    opened = Program(tmp_path / "shop")
    yield opened
    opened.close()


@pytest.fixture
def disk():
    """A disk that fails where a test tells it to."""
    made = FaultyDisk()
    yield made
    made.away()


@pytest.fixture
def cuttable():
    """A disk whose power can be cut."""
    made = CuttableDisk()
    yield made
    made.away()
