"""The program outside its window: closing, raising, alerts, the tray's wishes."""

import asyncio

import pytest
from PySide6.QtWidgets import QApplication

from olark_inbox.store.rows import View
from olark_inbox.ui.presence.closing import ClosingQuestion
from tests.window import chat, offline, window_on


def _question(scene):
    found = scene.window.findChildren(ClosingQuestion)
    return found[0] if found else None


def test_without_a_tray_the_first_close_explains_and_closing_then_minimises(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            scene.window.close()
            assert not scene.window.isMinimized()
            _question(scene).keep_button.click()
            assert scene.window.isVisible()
            assert scene.window.isMinimized()
            scene.window.showNormal()
            scene.window.close()
            assert scene.window.isMinimized()
            assert not scene.ended.is_set()

    play(story())


@pytest.mark.parametrize("tray", [True, False])
def test_whoever_wants_closing_to_quit_gets_that(play, tmp_path, tray):
    async def story():
        async with window_on(tmp_path, tray=tray) as scene:
            scene.settings.closing = "quit"
            scene.window.close()
            assert scene.ended.is_set()

    play(story())


def test_with_a_tray_the_first_close_asks_and_the_answer_is_kept(play, tmp_path):
    async def story():
        async with window_on(tmp_path, tray=True) as scene:
            scene.window.close()
            assert scene.window.isVisible()
            question = _question(scene)
            question.keep_button.click()
            assert not scene.window.isVisible()
            assert scene.settings.closing == "tray"
            scene.house.presence.tray.toggled.emit()
            assert scene.window.isVisible()
            scene.window.close()
            assert not scene.window.isVisible()

    play(story())


def test_quitting_from_the_question_quits(play, tmp_path):
    async def story():
        async with window_on(tmp_path, tray=True) as scene:
            scene.window.close()
            _question(scene).quit_button.click()
            assert scene.ended.is_set()

    play(story())


def test_a_second_start_brings_a_hidden_window_back(play, tmp_path):
    async def story():
        async with window_on(tmp_path, tray=True, hidden=True) as scene:
            assert not scene.window.isVisible()
            await asyncio.wrap_future(scene.inbox.ask("window", "raise"))
            await scene.until(scene.window.isVisible, "the window")

    play(story())


def test_another_process_can_open_a_conversation(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            one, _ = await scene.store(chat("C1"), chat("C2"))
            await asyncio.wrap_future(scene.inbox.ask("window", "open", str(one)))
            await scene.until(lambda: scene.detail.conversation_id == one, "the conversation")
            await scene.until(lambda: scene.list.view.selected_ids() == [one], "the row")

    play(story())


def test_where_nothing_else_can_tell_the_window_does_and_a_click_opens(play, tmp_path, monkeypatch):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/at/all")

    async def story():
        async with window_on(tmp_path) as scene:
            (one,) = await scene.store(offline("O1", "name: M\nemail: m@e\nMessage: Please call"))
            await scene.until(scene.window.toast.text, "the toast")
            assert scene.window.toast.text().startswith("Offline message from Marcus Bell")
            assert scene.window.toast.button.text() == "Open"
            scene.window.toast.button.click()
            await scene.until(lambda: scene.detail.conversation_id == one, "the conversation")

    play(story())


def test_the_tray_leads_to_places_copies_and_pauses(play, tmp_path):
    async def story():
        async with window_on(tmp_path, tray=True, receiving=True) as scene:
            address, tray = await scene.listening(), scene.house.presence.tray
            tray.needs_reply.trigger()
            assert scene.list.place.view is View.NEEDS_REPLY
            tray.live.trigger()
            assert scene.list.place.view is View.LIVE
            tray.copy.trigger()
            assert QApplication.clipboard().text() == address
            tray.pause.trigger()
            assert scene.house.presence.paused
            told = []
            scene.house.presence.alerting.told.connect(told.append)
            await scene.store(chat("C1"))
            assert told == []
            tray.pause.trigger()
            assert not scene.house.presence.paused
            tray.settings.trigger()
            assert scene.house.pages.page("settings") is not None
            tray.quit.trigger()
            assert not scene.ended.is_set()
            scene.house.presence._quitting.quit_button.click()
            assert scene.ended.is_set()

    play(story())


def test_the_last_alert_can_be_opened_from_the_tray(play, tmp_path):
    async def story():
        async with window_on(tmp_path, tray=True, hidden=True) as scene:
            tray = scene.house.presence.tray
            assert not tray.last_alert.isVisible()
            (one,) = await scene.store(offline("O1"))
            await scene.until(tray.last_alert.isVisible, "the entry")
            assert "Marcus Bell" in tray.last_alert.text()
            tray.last_alert.trigger()
            await scene.until(lambda: scene.detail.conversation_id == one, "the conversation")
            assert scene.window.isVisible()

    play(story())


def test_the_last_alert_can_be_opened_from_the_windows_menu_too(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            action = scene.window.menus.actions["last_alert"]
            assert not action.isEnabled()
            (one,) = await scene.store(offline("O1"))
            await scene.until(action.isEnabled, "the entry")
            action.trigger()
            await scene.until(lambda: scene.detail.conversation_id == one, "the conversation")

    play(story())


def test_without_a_tray_the_windows_menu_pauses_alerts(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            actions = scene.window.menus.actions
            actions["pause"].trigger()
            assert scene.house.presence.paused
            assert actions["pause"].text() == "Alerts on again"
            assert not actions["pause_long"].isEnabled()
            actions["pause"].trigger()
            assert not scene.house.presence.paused
            actions["pause_long"].trigger()
            assert scene.house.presence.paused

    play(story())


def test_done_in_a_notification_settles_that_conversation(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            presence = scene.house.presence
            await scene.store(offline("O1"))
            await scene.until(lambda: presence.alerting.last is not None, "the alert")
            presence.bubbles.done_clicked.emit(presence.alerting.last)
            await scene.until(lambda: scene.flow.counts.done == 1, "that it is done")
            assert scene.flow.counts.offline == 0

    play(story())


def test_hidden_content_stays_out_of_the_tray_too(play, tmp_path):
    async def story():
        async with window_on(tmp_path, tray=True) as scene:
            scene.settings.alerts_hide = True
            await scene.store(offline("O1"))
            tray = scene.house.presence.tray
            await scene.until(tray.last_alert.isVisible, "the entry")
            shown = tray.last_alert.text() + tray.icon.toolTip() + scene.window.toast.text()
            assert "Marcus" not in shown
            assert "call me" not in shown

    play(story())


def test_a_pause_until_tomorrow_is_shown_with_its_end(play, tmp_path):
    async def story():
        async with window_on(tmp_path, tray=True) as scene:
            tray = scene.house.presence.tray
            tray.pause_long.trigger()
            assert scene.house.presence.paused
            assert "paused until" in tray.icon.toolTip()
            assert not tray.pause_long.isVisible()

    play(story())


def test_quitting_from_the_menu_says_what_it_costs_first(play, tmp_path):
    async def story():
        async with window_on(tmp_path / "data") as scene:
            quits = scene.window.menus.actions["quit"]
            quits.trigger()
            question = scene.house.presence._quitting
            assert question is not None
            assert not scene.ended.is_set()
            quits.trigger()
            assert scene.house.presence._quitting is question
            question.keep_button.click()
            assert scene.house.presence._quitting is None
            assert not scene.ended.is_set()
            quits.trigger()
            scene.house.presence._quitting.quit_button.click()
            assert scene.ended.is_set()

    play(story())
