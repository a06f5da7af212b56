"""The licences that go along: of all that goes along, and complete."""

from importlib import metadata
from pathlib import Path

from resources.packaging.licences import distributions, gather

ROOT = Path(__file__).resolve().parents[2]
QT = {"pyside6-essentials", "shiboken6"}
"""Their wheels bring no text; the LGPL lies beside our own resources."""


def test_each_thing_that_goes_along_has_its_licence(tmp_path):
    gather(tmp_path)
    having = {folder.name.rsplit("-", 1)[0] for folder in tmp_path.iterdir() if folder.is_dir()}
    assert set(distributions()) - having - QT == set()
    assert (tmp_path / "Python.txt").exists()


def test_the_lgpl_of_qt_and_the_gpl_it_builds_on_are_there():
    texts = ROOT / "resources" / "licences"
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in (texts / "LGPL-3.0.txt").read_text("utf-8")
    assert "GNU GENERAL PUBLIC LICENSE" in (texts / "GPL-3.0.txt").read_text("utf-8")


def test_what_is_only_for_developers_does_not_go_along():
    found = distributions()
    assert {"aiohttp", "multidict", "olark-inbox"} <= set(found)
    assert not {"pytest", "ruff", "pyinstaller"} & set(found)
    assert found["aiohttp"].version == metadata.version("aiohttp")
