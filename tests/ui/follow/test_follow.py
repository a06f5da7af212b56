"""One and many conversations marked, reminded, binned, erased and taken back, in a real window."""

import asyncio

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from olark_inbox.alerts.teller import Memory
from olark_inbox.store.rows import View
from olark_inbox.ui.frame.place_button import Place
from olark_inbox.ui.kit.ask import AskDay, AskErase
from tests.window import chat, offline, window_on


def select(scene, *places):
    flags = QItemSelectionModel.SelectionFlag
    model = scene.list.view.selectionModel()
    model.clearSelection()
    for place in places:
        model.select(scene.list.model.index(place, 0), flags.Select | flags.Rows)


def menu(scene) -> QMenu:
    found = scene.house.follow._menu
    assert found is not None
    return found


def choose(scene, text):
    """Press the entry of the menu that is open."""
    action = next(one for one in menu(scene).actions() if one.text() == text)
    action.trigger()
    menu(scene).close()


def test_several_selected_show_the_pane_of_many_and_are_done_together(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            await scene.store(*[chat(f"c{n}", name=f"Person {n}") for n in range(5)])
            select(scene, 1, 2, 3)
            bulk = scene.window.bulk
            assert scene.window.right.currentWidget() is bulk
            assert bulk.title.text() == "3 conversations selected"
            assert bulk.names.text() == "Person 3, Person 2, Person 1"
            assert scene.list.title.text() == "3 selected"
            bulk.tile("done").click()
            await scene.until(lambda: scene.list.model.total == 2)
            assert scene.names() == ["Person 4", "Person 0"]
            assert scene.window.toast.text() == "Marked as done: 3 conversations"
            scene.window.toast.button.click()
            await scene.until(lambda: scene.list.model.total == 5)

    play(story())


def test_the_whole_list_is_one_selection_and_what_arrives_meanwhile_stays(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            await scene.store(*[chat(f"c{n}") for n in range(60)])
            scene.list.view.setFocus()
            QTest.keyClick(scene.list.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
            assert scene.list.view.selected_count == 60
            scene.window.menus.actions["done"].trigger()
            await scene.store(chat("late", name="Late"))
            await scene.until(lambda: scene.list.model.total == 1)
            assert scene.names() == ["Late"]
            scene.window.menus.actions["undo"].trigger()
            await scene.until(lambda: scene.list.model.total == 61)

    play(story())


def test_undo_goes_back_step_by_step(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            await scene.store(chat("a", name="A"), chat("b", name="B"))
            for _ in range(2):
                scene.list.view.select_place(0)
                await scene.caught_up()
                left = scene.list.model.total
                scene.window.menus.actions["bin"].trigger()
                await scene.until(lambda: scene.list.model.total == left - 1)  # noqa: B023
            assert scene.flow.counts.total == 0 or scene.list.model.total == 0
            for total in (1, 2):
                scene.window.menus.actions["undo"].trigger()
                await scene.until(lambda: scene.list.model.total == total)  # noqa: B023
            await scene.caught_up()
            scene.desk.show_selection()
            assert not scene.flow._undos or scene.flow.can_undo

    play(story())


def test_a_reminder_comes_back_to_needs_reply_with_an_alert(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            told = []
            scene.house.presence.alerting.told.connect(told.append)
            now = scene.flow.clock()
            scene.flow.clock = lambda: now
            await scene.store(chat("a", "Hello", "Hi", name="Ann"))
            scene.list.view.select_place(0)
            await scene.caught_up()
            scene.detail.toolbar.remind.click()
            choose(scene, "In an hour")
            await scene.until(lambda: scene.row(0).remind_ms == now + 3_600_000)
            await scene.until(lambda: scene.detail.note.reminder.text().startswith("Reminder on"))
            told.clear()
            one = scene.row(0).id
            await _remind_now(scene, one)
            scene.house.by_itself.look()
            await scene.until(lambda: scene.flow.counts.reminders == 1)
            assert scene.flow.counts.needs_reply == 1
            scene.window.show_place(Place(View.REMINDERS))
            await scene.until(lambda: scene.names() == ["Ann"])
            await scene.until(lambda: any(alert.kind == "reminder" for alert in told))

    play(story())


async def _remind_now(scene, one):
    await asyncio.wrap_future(scene.inbox.reminders.remind([one], scene.flow.clock() - 1))
    scene.house.presence.alerting._memory = Memory()  # as if nothing had been told for long


def test_a_day_can_be_chosen_but_not_one_that_is_gone(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            await scene.store(chat("a"))
            scene.list.view.select_place(0)
            await scene.caught_up()
            scene.house.follow.remind()
            choose(scene, "On a day")
            dialog = scene.window.findChild(AskDay)
            assert dialog.yes.isEnabled()
            wanted = dialog.moment_ms()
            dialog.yes.click()
            await scene.until(lambda: scene.row(0).remind_ms == wanted)
            scene.detail.note.clear.click()
            await scene.until(lambda: scene.row(0).remind_ms is None)

    play(story())


def test_the_bin_holds_what_was_put_there_and_erasing_asks_first(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            await scene.store(offline("a"), chat("b", name="Bob"))
            scene.list.view.select_place(0)
            await scene.caught_up()
            assert not scene.window.menus.actions["erase"].isEnabled()
            scene.detail.toolbar.bin.click()
            await scene.until(lambda: scene.flow.counts.bin == 1)
            scene.window.show_place(Place(View.BIN))
            await scene.until(lambda: scene.names() == ["Bob"])
            scene.list.view.select_place(0)
            await scene.caught_up()
            assert scene.window.menus.actions["erase"].isEnabled()
            scene.window.menus.actions["erase"].trigger()
            dialog = scene.window.findChild(AskErase)
            dialog.no.click()
            await scene.caught_up()
            assert scene.flow.counts.bin == 1
            scene.window.menus.actions["erase"].trigger()
            dialog = [one for one in scene.window.findChildren(AskErase) if one.isVisible()][-1]
            dialog.yes.click()
            await scene.until(lambda: scene.flow.counts.bin == 0)
            assert scene.window.toast.text() == "1 conversation erased"
            assert scene.window.toast.button.isHidden()

    play(story())


@pytest.mark.parametrize("name", ["tag", "remind", "bin", "erase", "note", "timeline"])
def test_where_nothing_is_chosen_nothing_can_be_done(play, tmp_path, name):
    async def story():
        async with window_on(tmp_path) as scene:
            assert not scene.window.menus.actions[name].isEnabled()

    play(story())


def test_a_menu_of_a_row_offers_to_follow_up(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            await scene.store(chat("a"))
            scene.list.view.select_place(0)
            await scene.caught_up()
            built = QMenu()
            scene.desk.menu_opening.emit(built, scene.row(0))
            texts = [action.text() for action in built.actions() if action.text()]
            assert texts[:3] == ["Tag", "Remind me", "Move to the bin"]
            built.deleteLater()

    play(story())


def test_a_long_action_shows_how_far_it_is_and_stops(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            bulk = scene.window.bulk
            await scene.store(*[chat(f"c{n}") for n in range(3)])
            select(scene, 0, 1, 2)
            bulk.show_progress(1, 3)
            assert bulk.doing.text() == "1 of 3"
            assert not bulk.tile("done").isEnabled()
            bulk.stop.click()
            bulk.end_progress()
            assert bulk.tile("done").isEnabled()

    play(story())


def test_erasing_says_how_long_backups_hold_it(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            assert scene.house.follow.kept_words().startswith("Files you saved")
            scene.folders.backups.mkdir()
            (scene.folders.backups / "inbox-20260306-090000-00-daily.sqlite").touch()
            assert "until Friday 13 March" in scene.house.follow.kept_words()
            second = tmp_path / "second"
            scene.settings.backup_place = str(second)
            assert "is not there now" in scene.house.follow.kept_words()
            second.mkdir()
            (second / "inbox-20260307-090000-00-daily.sqlite").touch()
            assert "until Saturday 14 March" in scene.house.follow.kept_words()

    play(story())
