"""What all pictures share: a Friday afternoon in a shop, and a loop that serves the window."""

import time
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QLocale

from olark_inbox.base import clock
from olark_inbox.ui.kit import theme
from tests.pictures import shop
from tests.window import story_runner


@pytest.fixture(autouse=True)
def _on_a_friday_afternoon(monkeypatch):
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    moment = int(shop.NOW.timestamp() * 1000)
    monkeypatch.setattr(clock, "time", SimpleNamespace(time_ns=lambda: moment * 1_000_000))
    yield
    QLocale.setDefault(before)
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def play(qapp):
    yield from story_runner(qapp)
    theme.apply(qapp, "light")
