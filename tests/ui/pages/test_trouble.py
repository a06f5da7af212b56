"""The window shown instead of the inbox."""

from olark_inbox.base.said import said
from olark_inbox.store.errors import StoreTooNew
from olark_inbox.ui.pages.trouble import Trouble


def test_it_says_what_is_wrong_and_can_be_closed(qtbot):
    window = Trouble(StoreTooNew(said("A newer version made these conversations.")))
    qtbot.addWidget(window)
    window.show()
    assert window.sentence.text() == "A newer version made these conversations."
    with qtbot.waitSignal(window.closed):
        window.button.click()


def test_it_leads_to_its_page_of_the_help_where_nothing_can_be_set_off(qtbot):
    window = Trouble(StoreTooNew(said("A newer version made these conversations.")))
    qtbot.addWidget(window)
    window.show()
    window.help.click()
    page = window.page
    assert page.page == "open"
    assert 'href="do:' not in page.sheet.toHtml()
    page.show_page("connect")
    assert 'href="do:' not in page.sheet.toHtml()
    assert 'href="address"' in page.sheet.toHtml()
    window.close()
    assert not page.isVisible()
