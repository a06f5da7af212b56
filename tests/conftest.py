"""Shared by all tests: offscreen Qt, and nothing left behind.

An unexpected log record at WARNING or above fails the test that caused it, and so does a thread or
a window that outlives its test.
"""

import functools
import gc
import importlib.metadata
import logging
import os
import platform
import re
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import hypothesis
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.reliability.rounds import NAME

DESKTOP = os.environ.get("OLARK_INBOX_DESKTOP") == "1" and "DISPLAY" in os.environ
if not DESKTOP:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"

# Whatever this machine speaks: here, and in every program started from here, British English, as
# the program speaks where a machine says no language.
for name in [name for name in os.environ if name == "LANGUAGE" or name.startswith("LC_")]:
    del os.environ[name]
os.environ["LANG"] = "C.UTF-8"
QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))

# A slow machine makes single examples slow, and how many are found unfit is chance. A plain run
# tries the same ones each time; the full set of `python -m tests.reliability` tries new ones.
hypothesis.settings.register_profile(
    "unhurried",
    deadline=None,
    suppress_health_check=list(hypothesis.HealthCheck),
    derandomize=NAME not in os.environ,
)
hypothesis.settings.load_profile("unhurried")

_SHOWN = (
    "PySide6-Essentials", "aiohttp", "apsw", "qasync", "desktop-notifier",
    "linkify-it-py", "platformdirs", "pytest", "pytest-qt", "hypothesis",
)  # fmt: skip


def pytest_report_header() -> list[str]:
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in _SHOWN)
    return [f"{platform.python_implementation()} {platform.python_version()}, {versions}"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if os.environ.get("OLARK_INBOX_PACKAGE") != "1":
        reason = "builds and installs, which takes minutes and the network: see .ci/run"
        for item in items:
            if item.get_closest_marker("package"):
                item.add_marker(pytest.mark.skip(reason=reason))
    if DESKTOP:
        return
    skip = pytest.mark.skip(reason="needs a display, a tray and a notification daemon: see .ci/run")
    for item in items:
        if item.get_closest_marker("desktop"):
            item.add_marker(skip)


@pytest.fixture(scope="module", autouse=True)
def _look_only_at_what_is_made_here() -> None:
    """When a test tidies up it looks at what came since its file began: all else is to stay.

    Tidying itself is for every test: what Python finds by itself it may find on any thread, and a
    widget must end on this one.
    """
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _own_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test may ever touch the data of whoever runs it."""
    monkeypatch.setenv("OLARK_INBOX_DATA_DIR", str(tmp_path / "data"))


class _Patient(QtBot):
    """Waits two minutes where pytest-qt gives up after five seconds: a machine may be busy."""

    waitSignal = functools.partialmethod(QtBot.waitSignal, timeout=120_000)  # noqa: N815 - Qt's name
    waitSignals = functools.partialmethod(QtBot.waitSignals, timeout=120_000)  # noqa: N815
    waitUntil = functools.partialmethod(QtBot.waitUntil, timeout=120_000)  # noqa: N815


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    return _Patient(request)


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def expect_log() -> Iterator[Callable[[str], None]]:
    """Fail on warnings in the log; `expect_log(pattern)` allows (and demands) a certain one."""
    collector = _Collector()
    patterns: list[str] = []
    logging.getLogger().addHandler(collector)
    yield patterns.append
    logging.getLogger().removeHandler(collector)
    messages = [f"{r.name}: {r.getMessage()}" for r in collector.records]
    unexpected = [m for m in messages if not any(re.search(p, m) for p in patterns)]
    missing = [p for p in patterns if not any(re.search(p, m) for m in messages)]
    assert not unexpected, f"unexpected log records: {unexpected}"
    assert not missing, f"log records that never came: {missing}"


@pytest.fixture(autouse=True)
def _nothing_left_running() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    left = [thread for thread in threading.enumerate() if thread not in before]
    for thread in left:
        thread.join(120)
    still = [thread.name for thread in left if thread.is_alive()]
    assert not still, f"threads left behind: {still}"


@pytest.fixture(autouse=True)
def _no_window_left(request: pytest.FixtureRequest) -> Iterator[None]:
    yield
    if not {"qapp", "qtbot"} & set(request.fixturenames):
        return
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    visible = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    for widget in visible:
        widget.close()
    assert not visible, f"windows left open: {visible}"
