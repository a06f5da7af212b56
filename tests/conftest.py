"""Shared by all tests: offscreen Qt, and the resolved versions in the first lines of the run."""

import importlib.metadata
import os
import platform

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_SHOWN = (
    "PySide6-Essentials", "aiohttp", "apsw", "qasync", "desktop-notifier", "filelock",
    "linkify-it-py", "platformdirs", "pytest", "pytest-qt", "hypothesis",
)  # fmt: skip


def pytest_report_header() -> list[str]:
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in _SHOWN)
    return [f"{platform.python_implementation()} {platform.python_version()}, {versions}"]
