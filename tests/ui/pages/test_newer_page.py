"""What has changed in a newer version."""

import shiboken6

from olark_inbox.ui.pages import newer_page
from olark_inbox.ui.pages.newer_page import NewerPage
from olark_inbox.updates.release import Release


def shown(release):
    page = NewerPage(None, release)
    page.show()
    return page


def test_the_page_opens_in_the_browser_and_changes_are_text(qapp, monkeypatch):
    opened = []
    monkeypatch.setattr(newer_page, "open_page", opened.append)
    page = shown(Release("2.0", "<b>all</b>", "https://example.org/get"))
    assert page.changes.toPlainText() == "<b>all</b>"
    page.get.click()
    assert opened == ["https://example.org/get"]
    page.close()


def test_without_a_page_there_is_no_button_for_it(qapp):
    page = shown(Release("2.0"))
    assert page.get.isHidden()
    assert page.changes.toPlainText()
    page.later.click()
    assert not shiboken6.isValid(page) or not page.isVisible()
