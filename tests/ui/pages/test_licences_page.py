"""The licences of what goes along: complete, and found by typing."""

import re
from importlib import metadata

import pytest
import shiboken6
from PySide6.QtCore import Qt

from olark_inbox.base.resources import resource
from olark_inbox.ui.pages.licences_page import LicencesPage
from tests.manual import make_licences
from tests.manual.make_licences import licence, named, needed, read, squeezed, texts

KEPT = resource("licences", "all.txt").read_text("utf-8")
AGAIN = "run: uv run python -m tests.manual.make_licences"
RULE = make_licences.RULE
PART = re.compile(rf"^{RULE}\n(.+)\nLicence: (.+)\n{RULE}$", re.MULTILINE)
LICENCES = {named(title.split(" ")[0]): (title, name) for title, name in PART.findall(KEPT)}


@pytest.mark.parametrize("name", needed(make_licences.OURS))
def test_everything_that_is_installed_with_the_program_has_its_licence(name):
    assert name in LICENCES, AGAIN
    title, kept = LICENCES[name]
    distribution = read(name)
    assert licence(distribution) == kept, AGAIN
    if title.endswith(f" {distribution.version}"):
        whole = squeezed(KEPT)
        assert all(squeezed(text) in whole for text in texts(distribution)), AGAIN


def test_what_other_systems_need_is_there_too():
    assert {"rubicon-objc", "pywin32-ctypes", "winrt-runtime", "jeepney"} <= set(LICENCES)


def test_letters_icons_and_the_language_have_theirs():
    for title in ("Inter (the letters)", "Lucide (the icons)", "Python"):
        assert f"\n{title}\n" in KEPT
    for file in (("fonts", "LICENSE.txt"), ("icons", "LICENSE"), ("licences", "parts.txt")):
        assert squeezed(resource(*file).read_text("utf-8")) in squeezed(KEPT), AGAIN


def test_what_the_program_names_itself_is_there_on_whatever_system():
    lines = metadata.requires(make_licences.OURS)
    direct = {named(re.match(r"[\w.-]+", line)[0]) for line in lines}
    assert direct <= set(LICENCES), AGAIN


@pytest.fixture
def page(qapp):
    made = LicencesPage(None)
    made.show()
    yield made
    if shiboken6.isValid(made):
        made.close()


def test_typing_marks_every_place_and_enter_walks_through_them(page, qtbot):
    qtbot.keyClicks(page.search.line, "jeepney")
    first = page.text.textCursor()
    assert first.selectedText().lower() == "jeepney"
    assert int(page.count.text()) == len(page.text.extraSelections()) > 0
    qtbot.keyClicks(page.search.line, " 0.9")
    assert page.text.textCursor().selectedText() == "jeepney 0.9"
    place = page.text.textCursor().position()
    qtbot.keyClick(page.search.line, Qt.Key.Key_Return)
    assert page.text.textCursor().position() == place, "there is only this one"
    qtbot.keyClick(page.search.line, Qt.Key.Key_Escape)
    assert page.text.extraSelections() == []


def test_what_is_not_there_is_counted_as_none(page, qtbot):
    qtbot.keyClicks(page.search.line, "rhinoceros")
    assert page.count.text() == "0"
