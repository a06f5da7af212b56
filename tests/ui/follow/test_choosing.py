"""What a wish is about, in a real list."""

from PySide6.QtCore import QItemSelectionModel

from olark_inbox.store.many import Everything
from olark_inbox.store.rows import Order, View
from olark_inbox.ui.follow import choosing
from olark_inbox.ui.follow.choosing import chosen, rows_of
from olark_inbox.ui.frame.place_button import Place
from tests.window import chat, window_on

FLAGS = QItemSelectionModel.SelectionFlag


async def about(scene):
    return await chosen(scene.list.view, scene.flow.open_id, scene.flow.clock, scene.inbox.number)


def test_nothing_one_some_and_all(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            assert await about(scene) == []
            ids = await scene.store(*[chat(f"c{n}") for n in range(5)])
            scene.list.view.select_place(1)
            await scene.caught_up()
            assert await about(scene) == [ids[3]]
            assert [row.id for row in rows_of(scene.list.view, None)] == [ids[3]]
            scene.list.view.selectAll()
            assert await about(scene) == ids[::-1]

    play(story())


def test_more_than_many_is_the_list_up_to_its_top_but_what_was_taken_out(
    play, tmp_path, monkeypatch
):
    monkeypatch.setattr(choosing, "MANY", 10)

    async def story():
        async with window_on(tmp_path) as scene:
            ids = await scene.store(*[chat(f"c{n}") for n in range(120)])
            view = scene.list.view
            scene.window.show_place(Place(View.ALL))  # now only the first rows are loaded
            await scene.caught_up()
            view.selectAll()
            index = scene.list.model.index(2, 0)
            view.selectionModel().select(index, FLAGS.Deselect | FLAGS.Rows)
            found = await about(scene)
            assert isinstance(found, Everything)
            assert found.upto == scene.row(0).arrival
            assert found.but == (ids[-3],)
            scene.list.set_order(Order.NAME)
            await scene.caught_up()
            view.selectAll()
            found = await about(scene)
            assert isinstance(found, Everything)
            assert found.upto >= scene.row(0).arrival

    play(story())


def test_where_nothing_is_selected_the_open_one_is_meant(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            ids = await scene.store(chat("a"))
            scene.list.view.select_place(0)
            await scene.caught_up()
            scene.list.view.selectionModel().clearSelection()
            assert await about(scene) == ids
            assert rows_of(scene.list.view, scene.flow.open_row)[0].id == ids[0]

    play(story())
