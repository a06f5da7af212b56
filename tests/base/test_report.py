from importlib import metadata

import aiohttp

from olark_inbox import __version__
from olark_inbox.base.report import PARTS, head, report


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


def test_a_report_names_what_it_leans_on_with_versions():
    assert head()[2] == ", ".join(f"{name} {metadata.version(name)}" for name in PARTS)
    assert f"aiohttp {aiohttp.__version__}" in head()[2]


def test_a_report_is_made_also_where_nothing_is_known_of_a_part(monkeypatch):
    def not_installed(name):
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", not_installed)
    assert "aiohttp ?" in head()[2]


def test_a_report_says_where_and_on_what_but_nothing_of_a_customer():
    said = report(_failure())
    assert __version__ in said
    assert "Python" in said
    assert "ValueError" in said
    assert "KeyError" in said
    assert "test_report.py" in said
    assert "Priya" not in said
    assert "could not show" not in said
