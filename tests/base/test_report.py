from importlib import metadata

import aiohttp

from olark_inbox import __version__
from olark_inbox.base.report import head, report


def _fails(customer):
    try:
        {}[customer]
    except KeyError as error:
        raise ValueError(f"could not show {customer}") from error


def _failure():
    try:
        _fails("Priya Raman")
    except ValueError as error:
        return error
    raise AssertionError


def test_a_built_program_names_versions_without_what_an_installer_writes(monkeypatch):
    def not_installed(name):
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", not_installed)
    assert f"aiohttp {aiohttp.__version__}" in head()[2]


def test_a_report_says_where_and_on_what_but_nothing_of_a_customer():
    said = report(_failure())
    assert __version__ in said
    assert "Python" in said
    assert "ValueError" in said
    assert "KeyError" in said
    assert "test_report.py" in said
    assert "Priya" not in said
    assert "could not show" not in said
