import asyncio
import csv

from olark_inbox.settings import Settings
from olark_inbox.store.rows import View
from olark_inbox.ui.saving.export_choices import Choices, remember
from olark_inbox.ui.saving.export_jobs import Stage
from tests.window import chat, window_on


def _three(number: int):
    return chat(f"c{number}", f"words {number}", name=f"Visitor {number}")


async def _shop(scene) -> None:
    await scene.store(*(_three(number) for number in range(3)))


def test_what_is_open_is_what_is_saved(play, tmp_path):
    async def story():
        async with window_on(tmp_path / "data") as scene:
            await _shop(scene)
            scene.list.view.select_place(1)
            await scene.until(lambda: scene.detail.conversation_id, "an open conversation")
            selection = await scene.house.saving.selection()
            assert selection.ids == (scene.detail.conversation_id,)
            assert selection.total == 3

    play(story())


def test_with_nothing_selected_the_whole_list_is_offered_by_its_name(play, tmp_path):
    async def story():
        async with window_on(tmp_path / "data") as scene:
            await _shop(scene)
            selection = await scene.house.saving.selection()
            assert selection.ids == ()
            assert selection.query.view is View.INBOX
            assert selection.about == "Inbox"

    play(story())


def test_ctrl_e_asks_how_to_save_and_the_file_holds_what_was_selected(play, tmp_path):
    async def story():
        async with window_on(tmp_path / "data") as scene:
            (tmp_path / "out").mkdir()
            remember(scene.settings, Choices(format="pdf"), tmp_path / "out")
            await _shop(scene)
            scene.list.view.selectAll()
            saving = scene.house.saving
            scene.window.menus.actions["save_pdf"].trigger()
            await scene.until(lambda: saving.exporting._dialogs, "the dialog")
            dialog = saving.exporting._dialogs[0]
            assert "PDF" in dialog.first.text()
            dialog.first.click()
            await scene.until(lambda: dialog.job is not None, "the job")
            await scene.until(lambda: dialog.job.stage is Stage.SAVED, "the file")
            dialog.close()
            (made,) = (tmp_path / "out").iterdir()
            assert made.read_bytes().startswith(b"%PDF")

    play(story())


def test_saving_the_same_way_again_asks_nothing(play, tmp_path):
    async def story():
        async with window_on(tmp_path / "data") as scene:
            (tmp_path / "out").mkdir()
            remember(scene.settings, Choices(format="csv"), tmp_path / "out")
            await _shop(scene)
            scene.window.menus.actions["save_again"].trigger()
            what = "3 conversations"
            told = {f"Saving {what} the same way as last time", f"Saved {what}"}
            await scene.until(lambda: scene.window.toast.text() in told, "how many are saved")
            await scene.until(lambda: list((tmp_path / "out").glob("*.csv")), "the table")
            (made,) = (tmp_path / "out").glob("*.csv")
            with made.open(encoding="utf-8-sig", newline="") as file:
                assert len(list(csv.reader(file))) == 4

    play(story())


def test_saving_is_grey_while_there_is_nothing_to_save(play, tmp_path):
    async def story():
        async with window_on(tmp_path / "data") as scene:
            await scene.caught_up()
            actions = scene.window.menus.actions
            assert not actions["save_pdf"].isEnabled()
            assert not actions["print"].isEnabled()
            await _shop(scene)
            await scene.until(actions["save_pdf"].isEnabled, "something to save")

    play(story())


def test_print_shows_the_pages_first(play, tmp_path):
    async def story():
        async with window_on(tmp_path / "data") as scene:
            await _shop(scene)
            scene.window.menus.actions["print"].trigger()
            saving = scene.house.saving
            await scene.until(lambda: saving.printing is not None, "the printing")
            await scene.until(lambda: saving.printing.dialog is not None, "the preview")
            printing = saving.printing
            await saving._print()
            assert saving.printing is printing  # one at a time
            printing.dialog.reject()
            assert saving.printing is None
            await asyncio.sleep(0)

    play(story())


def test_the_program_ends_while_pages_are_looked_at(play, tmp_path):
    async def story():
        async with window_on(tmp_path / "data") as scene:
            await _shop(scene)
            scene.window.menus.actions["print"].trigger()
            saving = scene.house.saving
            await scene.until(lambda: saving.printing is not None, "the printing")

    play(story())


def test_the_settings_hold_the_shops_name_and_the_copies(play, tmp_path):
    async def story():
        async with window_on(tmp_path / "data") as scene:
            scene.house.pages.settings()
            page = scene.house.pages.page("settings")
            lines = page.findChild(_lines())
            lines.name.line.setText("Spoke & Chain")
            lines.name.line.editingFinished.emit()
            assert Settings(scene.folders).shop_name == "Spoke & Chain"
            assert scene.window.sidebar._title.text() == "Spoke & Chain"
            page.close()

    play(story())


def _lines():
    from olark_inbox.ui.saving.saving_lines import SavingLines  # noqa: PLC0415 - beside its only use

    return SavingLines


def test_a_copy_that_fails_is_told_with_the_way_to_the_settings(play, tmp_path):
    async def story():
        async with window_on(tmp_path / "data") as scene:
            scene.house.saving.copies.failed.emit("The disk is full.")
            toast = scene.window.toast
            assert toast.text() == "The copy of what is new was not made. The disk is full."
            assert toast.button.text() == "Settings"

    play(story())
