from olark_inbox.ui import browser


def test_a_page_is_opened_at_exactly_its_address(monkeypatch):
    opened = []
    monkeypatch.setattr(
        browser.QDesktopServices, "openUrl", lambda url: opened.append(url.toString())
    )
    browser.open_page("https://www.olark.com/settings/integrations/webhooks")
    assert opened == ["https://www.olark.com/settings/integrations/webhooks"]
