"""The tray's menu and what its icon says; that it is really there is a matter of the desktop."""

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QSystemTrayIcon

from olark_inbox.store.rows import Counts
from olark_inbox.ui.kit import theme, words
from olark_inbox.ui.kit.app_icon import TrayState, tray_glyph
from olark_inbox.ui.presence.tray import Tray, TrayWords

LISTENING = words.receiving({"status": "listening"}, here=True)
TAKEN = words.receiving({"status": "port_taken", "port": 8765}, here=True)


@pytest.fixture
def tray(qapp):
    theme.apply(qapp, "light")
    made = Tray()
    yield made
    made.hide()
    made.menu.deleteLater()
    made.deleteLater()


def _picture(tray):
    return tray.icon.icon().pixmap(22, 22).toImage()


def test_its_menu_shows_state_and_figures(tray):
    tray.show_words(TrayWords(LISTENING, Counts(unread=4, needs_reply=6, live=2)))
    texts = [
        action.text() for action in tray.menu.actions() if action.isVisible() and action.text()
    ]
    assert texts == [
        "Listening on this computer",
        "Open inbox\t4 unread",
        "Needs reply\t6",
        "Live now\t2",
        "Pause alerts for 1 hour",
        "Pause alerts until tomorrow",
        "Copy address for Olark",
        "Settings",
        "Quit and stop receiving",
    ]


def test_its_tooltip_says_state_unread_and_the_last_chat(tray):
    tray.show_words(TrayWords(LISTENING, Counts(unread=4), last="Last chat 14:31, Priya Raman"))
    for part in ("Olark Inbox", "Listening on this computer", "4 unread", "Last chat 14:31"):
        assert part in tray.icon.toolTip()


def test_its_icon_changes_with_unread_trouble_and_pause(tray):
    seen = []
    for shown in (
        TrayWords(LISTENING, Counts()),
        TrayWords(LISTENING, Counts(unread=1)),
        TrayWords(LISTENING, Counts(unread=2)),
        TrayWords(LISTENING, Counts(), hush="Quiet hours until 8:00"),
        TrayWords(TAKEN, Counts(unread=2)),
        TrayWords(TAKEN, Counts()),
    ):
        tray.show_words(shown)
        seen.append(_picture(tray))
    assert all(a != b for n, a in enumerate(seen) for b in seen[:n])


def test_a_pause_can_be_ended_where_it_began(tray):
    tray.show_words(TrayWords(LISTENING, Counts(), paused=True))
    assert tray.pause.text() == "Alerts on again"


@pytest.mark.parametrize(
    ("action", "signal"),
    [
        ("open", "opened"), ("needs_reply", "needs_reply_wanted"), ("live", "live_wanted"),
        ("pause", "pause_toggled"), ("last_alert", "last_alert_wanted"),
        ("pause_long", "pause_long_wanted"), ("copy", "copy_wanted"),
        ("settings", "settings_wanted"),
        ("quit", "quit_wanted"),
    ],
)  # fmt: skip
def test_each_line_of_the_menu_does_something(tray, qtbot, action, signal):
    with qtbot.waitSignal(getattr(tray, signal)):
        getattr(tray, action).trigger()


def test_a_left_click_toggles_and_a_right_click_does_not(tray, qtbot):
    with qtbot.waitSignal(tray.toggled):
        tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    with qtbot.assertNotEmitted(tray.toggled):
        tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Context)


def test_its_icons_follow_the_theme(tray, qapp):
    before = tray.open.icon().pixmap(16, 16).toImage()
    theme.apply(qapp, "dark")
    tray.restyle()
    assert tray.open.icon().pixmap(16, 16).toImage() != before


def test_the_offscreen_platform_has_no_tray(qapp):
    assert not Tray.is_there()


@pytest.mark.parametrize("panel", ["#1d1d1d", "#f5f5f5"])
@pytest.mark.parametrize("size", [16, 22, 32, 48])
def test_the_red_mark_can_be_seen_at_every_size_on_every_panel(qapp, panel, size):
    for state, colour in ((TrayState.TROUBLE, "#D13A52"), (TrayState.PAUSED, "#FFC44D")):
        picture = QImage(size, size, QImage.Format.Format_RGB32)
        picture.fill(QColor(panel))
        painter = QPainter(picture)
        painter.drawPixmap(0, 0, tray_glyph(size, 0, state))
        painter.end()
        wanted = QColor(colour).rgb()
        seen = sum(picture.pixel(x, y) == wanted for x in range(size) for y in range(size))
        assert seen >= size * size // 32, f"{state} at {size}: {seen} pixels"
