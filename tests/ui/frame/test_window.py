"""The window put together."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from olark_inbox.store.rows import View
from olark_inbox.ui.frame.place_button import Place
from olark_inbox.ui.kit import theme
from tests.window import chat, window_on


@pytest.mark.parametrize(
    ("width", "icons", "card"), [(880, True, False), (1092, False, False), (1280, False, True)]
)
def test_a_narrow_window_gives_up_the_card_and_then_the_words_of_the_sidebar(
    play, tmp_path, width, icons, card
):
    async def story():
        async with window_on(tmp_path) as scene:
            (one,) = await scene.store(chat("C1", "a", "b"))
            scene.window.resize(width, 640)
            scene.desk.show_conversation(one)
            await scene.until(lambda: scene.detail.conversation_id == one)
            assert scene.window.sidebar.narrow is icons
            assert scene.detail.card.isVisible() is card

    play(story())


def widths(scene):
    card = scene.detail.card.width()
    return scene.window.sidebar.width(), scene.window.list.width(), card


def test_a_wide_window_gives_every_column_more_room(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            (one,) = await scene.store(chat("C1", "a", "b"))
            scene.desk.show_conversation(one)
            await scene.until(lambda: scene.detail.conversation_id == one)
            for size, expected in (
                (1280, (216, 360, 264)), (1500, (232, 408, 304)), (1280, (216, 360, 264)),
            ):  # fmt: skip
                scene.window.resize(size, 700)
                await scene.until(lambda expected=expected: widths(scene) == expected)
            scene.window.panes.setSizes([390, 600])
            scene.window.resize(1600, 700)
            await scene.until(lambda: scene.window.sidebar.width() == 232)
            assert scene.window.list.width() == 390  # as the owner set it

    play(story())


def test_it_is_never_smaller_than_its_parts_need(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            scene.window.resize(200, 200)
            assert scene.window.width() >= 880
            assert scene.window.height() >= 500

    play(story())


def test_until_something_arrives_the_first_page_shows(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            assert scene.window.right.currentWidget() is scene.window.first_run
            await scene.store(chat("C1"))
            assert scene.window.right.currentWidget() is scene.detail

    play(story())


@pytest.mark.parametrize("name", ["light", "dark"])
def test_every_pane_takes_its_surface_from_the_theme(play, tmp_path, qapp, name):
    async def story():
        async with window_on(tmp_path) as scene:
            await scene.store(chat("C1", "a", "b"))
            scene.window.resize(1280, 800)
            theme.apply(qapp, name)
            colors = theme.theme(name)
            picture = scene.window.grab().toImage()
            below = scene.window.menuBar().height()
            points = {
                (30, below + 500): "side",
                (400, below + 600): "base",
                (900, below + 560): "base",  # above where an alert may show
                (600, picture.height() - 4): "side",
            }
            found = {at: QColor(picture.pixelColor(*at)).name() for at in points}
            assert found == {at: colors[token].name() for at, token in points.items()}

    play(story())


def test_the_view_keys_lead_to_the_places(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            for view in (View.DONE, View.LIVE, View.INBOX):
                scene.window.menus.actions[f"view_{view.value}"].trigger()
                assert scene.list.place == Place(view)
                assert scene.window.sidebar.button(Place(view)).isChecked()

    play(story())


def test_compact_rows_are_kept_for_the_next_start(play, tmp_path):
    async def first():
        async with window_on(tmp_path) as scene:
            scene.window.menus.actions["compact"].trigger()
            assert scene.list.view.compact

    async def again():
        async with window_on(tmp_path) as scene:
            assert scene.list.view.compact

    play(first())
    play(again())


def test_coming_forward_ends_being_minimised(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            scene.window.showMinimized()
            scene.window.come_forward()
            assert not scene.window.windowState() & Qt.WindowState.WindowMinimized
            assert scene.window.isVisible()

    play(story())


def test_a_window_that_may_not_come_forward_is_opened_anew(play, tmp_path, monkeypatch):
    async def story():
        async with window_on(tmp_path) as scene:
            scene.window.show()
            monkeypatch.setattr(type(scene.window), "activateWindow", lambda _window: None)
            scene.window.clearFocus()
            monkeypatch.setattr(QApplication, "activeWindow", staticmethod(lambda: None))
            opened = []
            scene.window.installEventFilter(watch := Watch(opened))
            scene.window.come_forward()
            await scene.until(lambda: QEvent.Type.Show in opened, "that it opens anew")
            assert opened.index(QEvent.Type.Hide) < opened.index(QEvent.Type.Show)
            scene.window.removeEventFilter(watch)

    play(story())


class Watch(QObject):
    """Notes what a window goes through."""

    def __init__(self, seen):
        super().__init__()
        self.seen = seen

    def eventFilter(self, _watched, event):
        self.seen.append(event.type())
        return False
