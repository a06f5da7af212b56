"""Help, About."""

from pathlib import Path

import pytest
import shiboken6

from olark_inbox import __version__
from olark_inbox.ui.kit.forms import Text
from olark_inbox.ui.pages import about
from olark_inbox.ui.pages.about import About

FOLDER = Path("/somewhere/Olark Inbox")


@pytest.fixture
def page(qapp):
    made = About(None, FOLDER)
    made.show()
    yield made
    if shiboken6.isValid(made):
        made.close()


def test_it_names_version_licence_and_where_the_data_is(page):
    texts = "\n".join(label.text() for label in page.findChildren(Text))
    for words in (__version__, "MIT", str(FOLDER), "Qt"):
        assert words in texts


def test_it_opens_the_folder(page, monkeypatch):
    opened = []
    monkeypatch.setattr(about.QDesktopServices, "openUrl", opened.append)
    page.open_folder.click()
    assert [Path(url.toLocalFile()) for url in opened] == [FOLDER]


def test_licences_and_report_are_asked_for(page, qtbot):
    with qtbot.waitSignals([page.licences_wanted, page.report_wanted]):
        page.licences.click()
        page.report.click()
