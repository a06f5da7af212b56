"""What all pictures share: a Friday afternoon in a shop, and a loop that serves the window."""

import time
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QLocale, QTimeZone

from olark_inbox.base import clock
from olark_inbox.ui.detail import there
from olark_inbox.ui.kit import theme
from tests.pictures import shop
from tests.window import story_runner


@pytest.fixture(autouse=True)
def _on_a_friday_afternoon(monkeypatch):
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    monkeypatch.setattr(there, "zones_of", _zones_of)
    moment = int(shop.NOW.timestamp() * 1000)
    monkeypatch.setattr(clock, "time", SimpleNamespace(time_ns=lambda: moment * 1_000_000))
    yield
    QLocale.setDefault(before)
    monkeypatch.undo()
    time.tzset()


def _zones_of(code):
    """The shop's customers live in Britain, whatever this computer knows of time zones."""
    return (QTimeZone.utc(),) if code == "GB" else ()


@pytest.fixture
def play(qapp):
    yield from story_runner(qapp)
    theme.apply(qapp, "light")
