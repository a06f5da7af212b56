"""The middle column over a real inbox."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from olark_inbox.store.rows import Order, View
from olark_inbox.ui.frame.place_button import Place
from tests.window import chat, offline, window_on


def test_the_head_says_place_size_and_unread(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            assert scene.list.figure.text() == "No conversations"
            await scene.store(chat("C1", "a", "b"), chat("C2", "a", "b"), offline("O1"))
            assert (scene.list.title.text(), scene.list.figure.text()) == ("Inbox", "3 of 3 unread")
            scene.window.show_place(Place(View.OFFLINE))
            await scene.until(lambda: scene.names() == ["Marcus Bell"])
            assert scene.list.figure.text() == "1"

    play(story())


def test_a_tag_is_a_place_with_its_own_name(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            scene.window.resize(1280, 800)
            await scene.store(chat("C1", tags=["wheels"]), chat("C2", name="Owen"))
            scene.window.sidebar.button(Place(View.TAG, "wheels")).click()
            await scene.until(lambda: scene.names() == ["Priya Raman"])
            assert scene.list.title.text() == "wheels"

    play(story())


def test_a_search_looks_everywhere_and_esc_returns_to_the_place(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            await scene.store(chat("C1", "saddle"), chat("C2", "bell", name="Owen"), offline("O1"))
            scene.window.show_place(Place(View.OFFLINE))
            await scene.until(lambda: scene.names() == ["Marcus Bell"])
            QTest.keyClicks(scene.list.search.line, "sadd")
            await scene.until(
                lambda: scene.list.model.is_ready and scene.names() == ["Priya Raman"]
            )
            assert scene.list.figure.text() == "1 found in 3"
            assert not any(b.isChecked() for b in scene.window.sidebar._buttons.values())
            QTest.keyClick(scene.list.search.line, Qt.Key.Key_Escape)
            await scene.until(lambda: scene.names() == ["Marcus Bell"])
            assert scene.list.title.text() == "Offline messages"
            assert scene.window.sidebar.button(Place(View.OFFLINE)).isChecked()

    play(story())


def test_nothing_found_is_said_in_the_lists_place(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            await scene.store(chat("C1", "saddle"))
            QTest.keyClicks(scene.list.search.line, "zebra")
            await scene.until(lambda: scene.list.stack.currentWidget() is scene.list.empty)
            assert scene.list.empty.title.text() == "Nothing found"
            assert scene.list.figure.text() == "0 found in 1"

    play(story())


@pytest.mark.parametrize(
    ("order", "names"),
    [
        (Order.NEWEST, ["Cleo", "Anna", "Ben"]),
        (Order.OLDEST, ["Ben", "Anna", "Cleo"]),
        (Order.NAME, ["Anna", "Ben", "Cleo"]),
    ],
)
def test_the_list_is_sorted_as_chosen(play, tmp_path, order, names):
    async def story():
        async with window_on(tmp_path) as scene:
            await scene.store(*(chat(n, name=n) for n in ("Ben", "Anna", "Cleo")))
            scene.list.set_order(order)
            await scene.until(lambda: scene.names() == names)

    play(story())


def test_a_letter_typed_over_the_list_goes_to_the_search_and_harms_no_chat(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            await scene.store(chat("C1", "saddle"))
            scene.list.view.select_place(0)
            QTest.keyClicks(scene.list.view, "e")
            assert scene.list.search.words() == "e"
            assert not scene.row(0).done

    play(story())


def test_a_search_understood_otherwise_than_typed_says_so(play, tmp_path):
    async def story():
        async with window_on(tmp_path / "data") as scene:
            await scene.store(chat("C1", "My bike is blue"))
            column = scene.list
            column.search.line.setText("is:blue bike")
            await scene.until(column.understood.isVisible, "the sentence")
            assert "“is:blue” is not a filter" in column.understood.text()
            column.search.line.setText("bike")
            await scene.until(lambda: not column.understood.isVisible(), "silence")

    play(story())
