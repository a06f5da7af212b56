"""Everything goes to another computer in one file, by the buttons of the page of backups."""

import pytest

from tests.ui.pages.test_backup_page import opened
from tests.window import chat, window_on


def test_moving_out_and_in_carries_conversations_and_address(play, tmp_path):
    file = tmp_path / "inbox.olarkinbox"

    async def out():
        async with window_on(tmp_path / "old", receiving=True) as scene:
            await scene.listening()
            await scene.store(chat("a", name="Ann"))
            page = await opened(scene)
            page.moving.move_to(file)
            await scene.until(file.exists, "the file")
            await scene.until(lambda: not scene.desk.board.address, "the end of receiving")
            secrets.append(scene.settings.secret)

    async def bring():
        async with window_on(tmp_path / "new") as scene:
            page = await opened(scene)
            page.moving.take_in(file)
            await scene.until(lambda: page.question is not None, "the question")
            page.question.do_button.click()
            await scene.until(lambda: "is here now" in scene.window.toast.text(), "the end")
            await scene.caught_up()
            assert scene.names() == ["Ann"]
            assert scene.settings.secret == secrets[0]

    secrets = []
    play(out())
    play(bring())


@pytest.mark.parametrize("content", [b"", b"Dear Ann"])
def test_a_file_that_is_none_is_refused_in_a_sentence(play, tmp_path, content):
    file = tmp_path / "letter.olarkinbox"
    file.write_bytes(content)

    async def story():
        async with window_on(tmp_path / "new") as scene:
            page = await opened(scene)
            page.moving.take_in(file)
            await scene.until(lambda: "not a file" in scene.window.toast.text(), "the sentence")
            assert page.question is None

    play(story())
