"""What the Help says about erasing one person, done step by step as it stands there."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from olark_inbox.ui.help.help_book import book
from olark_inbox.ui.kit.ask import AskErase
from tests.window import chat, story_runner, window_on

MAIL = "quill@example.org"


@pytest.fixture
def play(qapp):
    yield from story_runner(qapp)


async def typed(scene, words: str) -> None:
    scene.list.search.line.setText(words)
    await scene.caught_up()
    scene.list.view.setFocus()
    QTest.keyClick(scene.list.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    await scene.caught_up()


def test_after_the_four_steps_nothing_of_the_person_is_left(play, tmp_path):
    for step in ("`Ctrl+A`", "`Del`", "`in:bin`", "`Shift+Del`"):
        assert step in book("en").page("erase").text

    async def story():
        async with window_on(tmp_path / "data") as scene:
            visitor = {"emailAddress": MAIL}
            await scene.store(
                chat("a", "wombat", visitor=visitor), chat("b", "umbrella", visitor=visitor),
                chat("c", "somebody else"),
            )  # fmt: skip
            await typed(scene, MAIL)
            scene.window.menus.actions["bin"].trigger()
            await scene.caught_up()
            await typed(scene, f"in:bin {MAIL}")
            scene.window.menus.actions["erase"].trigger()
            scene.window.findChild(AskErase).accept()
            await scene.until(lambda: scene.flow.counts.bin == 0, "the erasing")
            await scene.caught_up()
            assert scene.flow.counts.total == 1
            await typed(scene, MAIL)
            assert scene.list.model.total == 0
            await typed(scene, f"in:bin {MAIL}")
            assert scene.list.model.total == 0

    play(story())
