"""Following up as it is painted: own tags, a note, a reminder, several selected, a search."""

import asyncio

import pytest
from PySide6.QtCore import QItemSelectionModel

from tests.pictures import test_window_pictures as window_pictures
from tests.pictures.test_window_pictures import _compare, _fill, _painted
from tests.window import window_on

pytestmark = window_pictures.pytestmark
_on_a_friday_afternoon = window_pictures._on_a_friday_afternoon
play = window_pictures.play
LOOKS = ("light", "dark")


async def _followed(scene) -> None:
    """Tag, note and remind as the owner of a shop does."""
    scene.settings.alerts_paused_until_ms = scene.flow.clock() + 3_600_000
    await _fill(scene)
    inbox = scene.inbox
    tags = [await asyncio.wrap_future(inbox.tags.create(n)) for n in ("Call back", "Regular")]
    ids = [scene.row(place).id for place in range(5)]
    note = "Ring her about the wheel on Friday.\nShe wants the blue one."
    for wish in (
        inbox.tags.put_on(ids[1:4], tags[1]),
        inbox.tags.put_on(ids[1:2], tags[0]),
        inbox.notes.write(ids[1], note),
        inbox.reminders.remind([ids[1]], scene.flow.clock() + 66 * 3_600_000),
        inbox.searches.save("Wheel truing", "wheel"),
        inbox.searches.save("Rated 3 stars or less", "rating:<=3"),
    ):
        await asyncio.wrap_future(wish)
    await scene.caught_up()
    await scene.house.searching._counted()


@pytest.mark.parametrize("look", LOOKS)
def test_a_conversation_with_tags_a_note_and_a_reminder(play, tmp_path, look):
    async def story():
        async with window_on(tmp_path / "data") as scene:
            await _followed(scene)
            scene.list.view.select_place(1)
            await scene.until(lambda: scene.detail.conversation_id, "an open conversation")
            _compare(await _painted(scene, look), f"follow-{look}", tmp_path)

    play(story())


@pytest.mark.parametrize("look", LOOKS)
def test_several_conversations(play, tmp_path, look):
    async def story():
        async with window_on(tmp_path / "data") as scene:
            await _followed(scene)
            flags = QItemSelectionModel.SelectionFlag
            for place in range(1, 5):
                index = scene.list.model.index(place, 0)
                scene.list.view.selectionModel().select(index, flags.Select | flags.Rows)
            scene.list.view.setFocus()
            _compare(await _painted(scene, look), f"bulk-{look}", tmp_path)

    play(story())


@pytest.mark.parametrize("look", LOOKS)
def test_a_search_with_filters(play, tmp_path, look):
    async def story():
        async with window_on(tmp_path / "data") as scene:
            await _followed(scene)
            scene.list.search.line.setText("tag:Regular has:email wheel")
            await scene.caught_up()
            scene.list.view.select_place(0)
            await scene.until(lambda: scene.detail.conversation_id, "an open conversation")
            _compare(await _painted(scene, look), f"search-{look}", tmp_path)

    play(story())
