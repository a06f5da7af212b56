"""Trying an alert, and where to look where nothing was seen."""

import pytest

from olark_inbox.alerts.rules import AlertKind
from olark_inbox.ui.presence import alert_words, trying
from olark_inbox.ui.presence.alert_lines import SHOWN
from olark_inbox.ui.presence.trying import SeenQuestion, example, is_example
from tests.window import window_on


@pytest.mark.parametrize("kind", SHOWN)
def test_an_example_of_each_kind_looks_like_one(kind):
    alert = example(kind, sound=False)
    assert alert.kind is kind
    assert alert_words.title(alert)
    assert alert_words.body(alert)


@pytest.mark.parametrize(
    ("desktop", "there", "line"),
    [
        ("ubuntu:GNOME", "gnome-control-center", ["/x/gnome-control-center", "notifications"]),
        ("KDE", "systemsettings", ["/x/systemsettings", "kcm_notifications"]),
        ("XFCE", "xfce4-notifyd-config", ["/x/xfce4-notifyd-config"]),
        ("GNOME", "systemsettings", []),
        ("", "gnome-control-center", []),
    ],
)
def test_each_desktop_has_its_settings(monkeypatch, desktop, there, line):
    monkeypatch.setattr(trying.shutil, "which", lambda p: f"/x/{p}" if p == there else None)
    assert trying.settings_command(desktop) == line


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_windows_and_macos_have_a_page_with_a_name(monkeypatch, platform):
    opened = []
    monkeypatch.setattr(
        trying.QDesktopServices, "openUrl", lambda url: opened.append(url.toString()) or True
    )
    assert trying.open_system_settings(platform, {})
    assert opened[0].startswith(("ms-settings:", "x-apple.systempreferences:"))


def test_no_leads_to_the_systems_settings_and_where_there_are_none_to_words(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            presence, asked = scene.house.presence, []
            for there in (True, False):
                presence.open_system_settings = lambda answer=there: asked.append(answer) or answer
                scene.house.pages.settings()
                page = scene.house.pages.page("settings")
                page.alert_lines.tries["offline"].click()
                await scene.until(
                    lambda: "Offline message" in scene.window.toast.text(), "the example"
                )
                (question,) = [
                    q for w in (page, scene.window) for q in w.findChildren(SeenQuestion)
                    if q.isVisible()
                ][:1]  # fmt: skip
                question.no.click()
                assert question.isVisible() is not there
                if not there:
                    assert "settings of this computer" in question.says.text()
                    question.yes.click()
            assert asked == [True, False]
            assert presence.alerting.last is None

    play(story())


def test_a_click_on_an_example_only_shows_the_window(play, tmp_path):
    async def story():
        async with window_on(tmp_path, tray=True, hidden=True) as scene:
            alert = example(AlertKind.OFFLINE, sound=False)
            assert is_example(alert)
            scene.house.presence.bubbles.clicked.emit(alert)
            assert scene.window.isVisible()
            scene.house.presence.bubbles.done_clicked.emit(alert)
            await scene.caught_up()
            assert scene.flow.counts.done == 0

    play(story())
