"""The page of backups does what its buttons say, on a real store."""

from PySide6.QtWidgets import QLabel

from olark_inbox.store import backup
from olark_inbox.ui.kit.controls import LinkButton
from tests.window import chat, window_on


async def opened(scene):
    scene.window.menus.actions["backups"].trigger()
    page = scene.house.pages.page("backups")
    await scene.caught_up()
    return page


def rows(page):
    return [page._rows.itemAt(n).widget() for n in range(page._rows.count())]


def test_a_backup_is_made_now_and_listed(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            await scene.store(chat("a"))
            page = await opened(scene)
            assert "No backup" in page.last.text()
            page.back_up.click()
            await scene.until(lambda: "Backup made" in scene.window.toast.text(), "the backup")
            await scene.caught_up()
            assert page.last.text().startswith("Last backup")
            assert len(rows(page)) == 1
            assert backup.is_sound(scene.inbox.keeping.backups()[0].path)

    play(story())


def test_going_back_asks_first_and_keeps_what_came_since(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            (first,) = await scene.store(chat("a", name="Ann"))
            scene.inbox.keeping.back_up().result(120)
            await scene.store(chat("b", name="Bob"))
            scene.inbox.mark([first], done=True).result(120)
            await scene.caught_up()
            assert scene.names() == ["Bob"]
            page = await opened(scene)
            rows(page)[0].findChild(LinkButton).click()
            assert page.question.isVisible()
            page.question.cancel_button.click()
            rows(page)[0].findChild(LinkButton).click()
            page.question.do_button.click()
            await scene.until(lambda: "Back to" in scene.window.toast.text(), "the way back")
            await scene.caught_up()
            assert scene.names() == ["Bob", "Ann"]
            assert "before going back" in rows(page)[0].findChild(QLabel).text()

    play(story())


def test_a_second_place_is_filled_at_once_and_its_absence_is_said(play, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()

    async def story():
        async with window_on(tmp_path / "data") as scene:
            await scene.store(chat("a"))
            scene.inbox.keeping.start(lambda: scene.settings.backup_place)
            page = await opened(scene)
            page.use_place(str(stick))
            await scene.until(lambda: "Last copy there" in page.second.text(), "the copy")
            assert list(stick.iterdir())
            stick.rename(tmp_path / "unplugged")
            page.back_up.click()
            await scene.until(lambda: "not there now" in page.second.text(), "the trouble")
            page.no_second.click()
            assert scene.settings.backup_place == ""

    play(story())
