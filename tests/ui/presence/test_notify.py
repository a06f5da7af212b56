"""By which means an alert is told. The desktop's own bubble is tested on a real desktop."""

import asyncio
from dataclasses import replace
from functools import partial

from desktop_notifier import DesktopNotifier
from PySide6.QtWidgets import QSystemTrayIcon

from olark_inbox.alerts.rules import Alert, AlertKind
from olark_inbox.ui.presence import notify
from olark_inbox.ui.presence.notify import Bubbles

ALERT = Alert((1,), ((AlertKind.OFFLINE, 1),), sound=True, who="Marcus", words="Please call")


def test_with_neither_desktop_nor_tray_the_window_tells(play, monkeypatch):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/at/all")

    async def story():
        told = []
        bubbles = Bubbles(None, told.append)
        await bubbles.find()
        assert not bubbles.by_desktop
        bubbles.tell(ALERT)
        assert told == [ALERT]
        bubbles.close()

    play(story())


def test_the_desktop_is_asked_by_the_first_alert_and_all_are_told_in_order(play, monkeypatch):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/at/all")

    async def story():
        told, both = [], asyncio.Event()

        def own(alert):
            told.append(alert)
            if len(told) == 2:
                both.set()

        bubbles, second = Bubbles(None, own), replace(ALERT, who="Maya")
        bubbles.begin()
        assert bubbles._loading is None
        bubbles.tell(ALERT)
        bubbles.tell(second)
        assert told == []
        await both.wait()
        assert told == [ALERT, second]
        bubbles.tell(ALERT)
        assert told == [ALERT, second, ALERT]
        bubbles.close()

    play(story())


def test_a_desktop_that_never_answers_holds_no_alert_back(play, monkeypatch):
    async def never(_self):
        await asyncio.Event().wait()

    monkeypatch.setattr(DesktopNotifier, "get_capabilities", never)
    monkeypatch.setattr(notify, "_PATIENCE_S", 0.01)

    async def story():
        told, came = [], asyncio.Event()
        bubbles = Bubbles(None, lambda alert: (told.append(alert), came.set()))
        bubbles.begin()
        bubbles.tell(ALERT)
        await came.wait()
        assert told == [ALERT]
        assert not bubbles.by_desktop
        bubbles.close()

    play(story())


def test_nothing_is_told_any_more_where_the_program_ends_meanwhile(play):
    async def story():
        told = []
        bubbles = Bubbles(None, told.append)
        bubbles.begin()
        bubbles.tell(ALERT)
        finding = bubbles._finding
        finding.cancel()
        await asyncio.wait({finding})
        await asyncio.sleep(0)
        assert told == []
        bubbles.close()

    play(story())


def test_a_tray_that_is_not_visible_is_not_believed(qapp):
    told, tray = [], QSystemTrayIcon()
    bubbles = Bubbles(tray, told.append)
    bubbles.tell(ALERT)
    assert told == [ALERT]
    tray.deleteLater()


def test_a_click_on_the_trays_message_tells_which_alert_it_was(qapp, qtbot):
    tray = QSystemTrayIcon()
    bubbles = Bubbles(tray, lambda _: None)
    bubbles._in_tray = partial(bubbles.clicked.emit, ALERT)
    with qtbot.waitSignal(bubbles.clicked) as told:
        tray.messageClicked.emit()
    assert told.args == [ALERT]
    tray.deleteLater()


def test_a_click_on_what_was_said_in_the_tray_does_the_first_of_what_can_be_done(qapp):
    class Tray(QSystemTrayIcon):
        def isVisible(self):  # noqa: N802 - Qt's name
            return True

        def showMessage(self, *what):  # noqa: N802 - as above
            self.said = what[:2]

    tray, done = Tray(), []
    bubbles = Bubbles(tray, lambda _: None)
    bubbles.say("Olark Inbox", "Saved 3 conversations", (("Show", lambda: done.append("show")),))
    assert tray.said == ("Olark Inbox", "Saved 3 conversations")
    tray.messageClicked.emit()
    assert done == ["show"]
    tray.deleteLater()
