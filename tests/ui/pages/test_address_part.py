from olark_inbox.ui.pages.address_part import AddressPart
from olark_inbox.ui.reach.setup_facts import Step
from tests.window import chat, in_thread, post, window_on


def test_a_new_address_is_made_after_a_yes_and_both_work_until_olark_has_it(play, tmp_path):
    async def story():
        async with window_on(tmp_path, receiving=True) as scene:
            former = await scene.listening()
            scene.house.pages.settings()
            part = scene.house.pages.page("settings").findChild(AddressPart)
            part.button.click()
            part.question.cancel_button.click()
            assert scene.desk.board.address == former
            part.button.click()
            part.question.do_button.click()
            await scene.until(lambda: scene.desk.board.address != former, "the new address")
            new = scene.desk.board.address
            assert scene.house.reaching.guide.step is Step.PASTE
            assert await in_thread(lambda: post(former, chat("a"))) == 200
            assert await in_thread(lambda: post(new, chat("b"))) == 200
            assert scene.settings.former_secret_works

    play(story())
