"""Note, person and timeline of the open conversation, in a real window."""

from PySide6.QtTest import QTest

from olark_inbox.ui.detail.person_box import PersonBox
from tests.window import chat, window_on

SAME = {"emailAddress": "ann@example.com"}


async def opened(scene, *payloads):
    await scene.store(*payloads)
    scene.list.view.select_place(0)
    await scene.caught_up()


def test_a_note_is_kept_as_it_is_typed_and_found_by_its_words(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            await opened(scene, chat("a", name="Ann"), chat("b", name="Bob"))
            assert scene.detail.note.isHidden()
            scene.window.menus.actions["note"].trigger()
            assert not scene.detail.note.isHidden()
            QTest.keyClicks(scene.detail.note.paper, "blue frame")
            scene.list.view.select_place(1)  # what was typed is kept on leaving
            await scene.caught_up()
            assert scene.detail.note.isHidden()
            scene.list.search.line.setText("blue fra")
            await scene.until(lambda: scene.names() == ["Bob"])
            scene.list.search.clear()
            await scene.caught_up()
            scene.list.view.select_place(0)
            await scene.until(lambda: scene.detail.note.paper.toPlainText() == "blue frame")
            assert scene.flow.can_undo

    play(story())


def test_a_note_that_is_being_typed_when_the_window_goes_is_kept(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            await opened(scene, chat("a"))
            scene.detail.toolbar.note.click()
            QTest.keyClicks(scene.detail.note.paper, "not lost")
        async with window_on(tmp_path) as scene:
            await scene.until(lambda: scene.detail.note.paper.toPlainText() == "not lost")

    play(story())


def test_a_hint_is_accepted_and_taken_back(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            await opened(
                scene,
                chat("a", name="Ann B", visitor=SAME),
                chat("b", name="Ann", visitor=SAME),
            )
            card = scene.detail.card
            await scene.until(lambda: card.findChildren(PersonBox))
            assert not scene.window.menus.actions["timeline"].isEnabled()
            card.findChildren(PersonBox)[-1].join_wanted.emit("v:V-a")
            await scene.until(scene.window.menus.actions["timeline"].isEnabled)
            await scene.caught_up()
            assert scene.detail._opened.earlier[0].name == "Ann B"
            scene.window.toast.button.click()
            await scene.until(lambda: not scene.detail._opened.earlier)

    play(story())


def test_all_conversations_of_a_person_are_read_as_one(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            same = {"id": "V-same"}
            await opened(
                scene, chat("a", "First", "Yes", visitor=same), chat("b", "Second", visitor=same)
            )
            scene.window.menus.actions["timeline"].trigger()
            await scene.until(lambda: scene.house.follow_open.timeline is not None)
            timeline = scene.house.follow_open.timeline
            await scene.until(lambda: "Second" in timeline.transcript.toPlainText())
            text = timeline.transcript.toPlainText()
            assert text.index("First") < text.index("Yes")
            timeline.close()

    play(story())
