import asyncio
import json
from dataclasses import replace
from pathlib import Path

import pytest

from olark_inbox.base.folders import open_folders
from olark_inbox.export.copies import Made, Schedule
from olark_inbox.export.copying import STATE, Copying
from olark_inbox.inbox import StateEntry
from olark_inbox.settings import Settings
from olark_inbox.ui.saving.export_choices import Choices, remember, usual_separator
from olark_inbox.ui.saving.export_copies import Copies, CopiesSection, last_words
from tests.store.makers import chat
from tests.window import window_on


@pytest.fixture
def copies(inbox, clock, qapp, tmp_path):
    (tmp_path / "out").mkdir()
    made = Copies(inbox, Settings(open_folders(tmp_path / "data")), clock)
    made.start()
    yield made
    made.close()


def choose(copies, inbox, qtbot, folder):
    """Choose a folder and wait for what the store says of the copy."""
    before = inbox.state().result()
    copies.choose(Schedule(every="day", folder=str(folder)))
    qtbot.waitUntil(lambda: inbox.state().result().get(STATE) != before.get(STATE))
    copies.show_state(inbox.state().result())


def test_a_choice_makes_the_first_copy_at_once(copies, inbox, qtbot, tmp_path):
    choose(copies, inbox, qtbot, tmp_path / "out")
    assert copies.made.conversations == 1
    assert len(list((tmp_path / "out").iterdir())) == 1
    assert last_words(copies.schedule, copies.made).endswith(": 1 conversation.")


def test_a_failure_is_said_once_until_one_succeeds(copies, inbox, qtbot, tmp_path):
    failures = []
    copies.failed.connect(failures.append)
    choose(copies, inbox, qtbot, tmp_path / "gone")
    copies.show_state(inbox.state().result())
    assert failures == [copies.trouble]
    assert "not there any more" in copies.trouble
    (tmp_path / "gone").mkdir()
    choose(copies, inbox, qtbot, tmp_path / "gone")
    assert copies.trouble == ""
    assert copies.made.conversations == 1


def test_what_failed_before_this_start_is_shown_and_not_said_again(
    copies, inbox, clock, qtbot, tmp_path
):
    choose(copies, inbox, qtbot, tmp_path / "gone")
    failures = []
    later = Copies(inbox, copies._settings, clock)
    later.failed.connect(failures.append)
    later.show_state(inbox.state().result())
    assert (later.trouble, failures) == (copies.trouble, [])
    assert later.trouble


def test_where_none_is_wanted_there_is_no_trouble(copies, inbox, qtbot, tmp_path):
    choose(copies, inbox, qtbot, tmp_path / "gone")
    assert copies.trouble
    copies.choose(replace(copies.schedule, every=""))
    assert copies.trouble == ""


def test_another_folder_has_no_copy_yet(copies, inbox, qtbot, tmp_path):
    choose(copies, inbox, qtbot, tmp_path / "gone")
    copies.close()
    copies.choose(Schedule(every="day", folder=str(tmp_path / "other")))
    assert (copies.made.at_ms, copies.trouble) == (0, "")


def test_the_settings_show_and_change_it(copies, inbox, qtbot, tmp_path):
    part = CopiesSection(copies)
    qtbot.addWidget(part)
    assert "No folder" in part.where.line.text()
    part.take_folder(str(tmp_path / "out"))
    assert part.where.line.text() == str(tmp_path / "out")
    part.kind.chosen.emit("csv")
    assert copies.schedule.format == "csv"
    part.every.chosen.emit("week")
    qtbot.waitUntil(lambda: STATE in inbox.state().result())
    copies.show_state(inbox.state().result())
    assert "Last copy" in part.last.text()


def test_a_table_is_written_as_the_owners_last_one(copies):
    copies.choose(Schedule("day", "csv"))
    assert copies.schedule.separator == usual_separator()
    remember(copies._settings, Choices(format="csv", separator="\t"), Path.home())
    copies.choose(Schedule("week", "csv"))
    assert copies.schedule.separator == "\t"


def test_the_window_shows_what_another_process_copied(play, tmp_path):
    async def story():
        async with window_on(tmp_path / "data") as scene:
            await scene.store(chat("a"))
            (tmp_path / "out").mkdir()
            copies = scene.house.saving.copies
            copies.close()  # this window makes none itself
            copies.choose(Schedule("day", folder=str(tmp_path / "out")))
            with Copying(scene.inbox, Settings(scene.folders)):
                await scene.until(lambda: copies.made.at_ms, "the other's copy")
            assert last_words(copies.schedule, copies.made).endswith(": 1 conversation.")
            await asyncio.sleep(0)

    play(story())


def test_after_a_failure_the_last_success_is_still_said():
    words = last_words(Schedule("day"), Made(at_ms=1, conversations=2), "The disk is full.")
    assert words.startswith("The disk is full. Last copy ")
    assert words.endswith(": 2 conversations.")


def test_the_reason_another_process_gave_is_said_in_the_owners_words(copies):
    copies.choose(Schedule("day", folder="/gone"))
    said = {"said": ["The folder “{0}” is not there any more. Choose another one.", ["/gone"]]}
    kept = Made("jsonl", "/gone", sentence="as the other process says it").written() | said
    copies.show_state({STATE: StateEntry(json.dumps(kept), 0, 0)})
    assert copies.trouble == "The folder “/gone” is not there any more. Choose another one."


def test_what_never_was_is_not_claimed():
    assert last_words(Schedule(), Made()) == ""
    assert last_words(Schedule(every="day"), Made()) == "No copy was made yet."
    assert "nothing new" in last_words(Schedule(), Made(at_ms=1))
