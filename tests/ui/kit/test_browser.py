from olark_inbox.ui.kit import browser


def test_a_page_of_the_help_is_asked_for_by_its_name(monkeypatch):
    opened = []
    monkeypatch.setattr(
        browser.QDesktopServices, "openUrl", lambda url: opened.append(url.toString())
    )
    browser.open_help("sleep")
    assert opened == ["olark-inbox-help:sleep"]


def test_a_page_is_opened_at_exactly_its_address(monkeypatch):
    opened = []
    monkeypatch.setattr(
        browser.QDesktopServices, "openUrl", lambda url: opened.append(url.toString())
    )
    browser.open_page("https://www.olark.com/settings/integrations/webhooks")
    assert opened == ["https://www.olark.com/settings/integrations/webhooks"]
