"""Own tags in a real window: put on, taken off, made, renamed, coloured, deleted."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from olark_inbox.store.rows import View
from olark_inbox.ui.frame.place_button import Place
from olark_inbox.ui.kit.ask import AskName
from olark_inbox.ui.kit.paint import tag_color
from tests.window import chat, window_on


def menu(scene) -> QMenu:
    found = scene.house.follow._menu
    assert found is not None
    return found


def entry(scene, text):
    return next(one for one in menu(scene).actions() if one.text() == text)


def choose(scene, text):
    entry(scene, text).trigger()
    menu(scene).close()


def answer(scene, text):
    dialog = [one for one in scene.window.findChildren(AskName) if one.isVisible()][-1]
    dialog.field.line.setText(text)
    dialog.yes.click()


async def one_tagged(scene, name="VIP"):
    scene.window.resize(1280, 800)  # tags have rows only in a sidebar with words
    await scene.store(chat("a", name="Ann"), chat("b", name="Bob"))
    scene.list.view.select_place(0)
    await scene.caught_up()
    scene.window.menus.actions["tag"].trigger()
    choose(scene, "New tag")
    answer(scene, name)
    await scene.until(lambda: scene.row(0).own_tags == (name,))
    await scene.caught_up()


def test_a_new_tag_is_made_put_on_and_has_its_place(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            await one_tagged(scene)
            assert scene.window.toast.text() == "Tagged “VIP”: Bob"
            place = Place(View.OWN, "VIP")
            await scene.until(lambda: scene.window.sidebar.button(place))
            button = scene.window.sidebar.button(place)
            assert button.figure == 1
            button.click()
            await scene.until(lambda: scene.names() == ["Bob"])
            assert scene.list.title.text() == "VIP"

    play(story())


def test_the_menu_ticks_what_is_on_and_takes_it_off(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            await one_tagged(scene)
            scene.detail.toolbar.tag.click()
            assert entry(scene, "VIP").isChecked()
            choose(scene, "VIP")
            await scene.until(lambda: scene.row(0).own_tags == ())
            scene.window.menus.actions["undo"].trigger()
            await scene.until(lambda: scene.row(0).own_tags == ("VIP",))

    play(story())


def place_menu(scene, name):
    scene.window.sidebar.menu_wanted.emit(Place(View.OWN, name), QPoint(10, 10))


def test_renaming_follows_the_list_that_shows_it(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            await one_tagged(scene)
            scene.window.show_place(Place(View.OWN, "VIP"))
            await scene.until(lambda: scene.list.model.total == 1)
            place_menu(scene, "VIP")
            choose(scene, "Rename")
            answer(scene, "Best")
            await scene.until(lambda: scene.list.title.text() == "Best")
            await scene.until(lambda: scene.names() == ["Bob"])
            await scene.until(lambda: scene.row(0).own_tags == ("Best",))

    play(story())


def test_a_name_that_is_taken_is_said_and_nothing_happens(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            await one_tagged(scene)
            await scene.caught_up()
            scene.detail.toolbar.tag.click()
            choose(scene, "New tag")
            answer(scene, "Other")
            await scene.until(lambda: len(scene.flow.counts.own_tags) == 2)
            place_menu(scene, "Other")
            choose(scene, "Rename")
            answer(scene, "vip")
            await scene.until(lambda: "already" in scene.window.toast.text())

    play(story())


def test_a_colour_is_chosen_and_seen_wherever_the_tag_is(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            await one_tagged(scene)
            before = tag_color("VIP")
            place_menu(scene, "VIP")
            colours = entry(scene, "Colour").menu()
            colours.actions()[5].trigger()
            menu(scene).close()
            await scene.until(lambda: tag_color("VIP") != before)
            assert scene.flow.counts.own_tags[0].colour == 5

    play(story())


def test_olarks_tags_have_a_colour_the_owner_may_change_and_nothing_else(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            scene.window.resize(1280, 800)
            await scene.store(chat("a", tags=["wheels"]), chat("b", tags=["order"]))
            assert tag_color("wheels") != tag_color("order")
            place = Place(View.TAG, "wheels")
            await scene.until(lambda: scene.window.sidebar.button(place))
            before = tag_color("wheels")
            scene.window.sidebar.menu_wanted.emit(place, QPoint(100, 300))
            assert len(menu(scene).actions()) == 8
            (ticked,) = (one for one in menu(scene).actions() if one.isChecked())
            ticked.setChecked(False)
            choose(scene, "Pink" if ticked.text() != "Pink" else "Grey")
            assert tag_color("wheels") != before

    play(story())


def test_deleting_goes_back_to_the_inbox_and_undo_brings_the_tag_back(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            await one_tagged(scene)
            scene.window.show_place(Place(View.OWN, "VIP"))
            place_menu(scene, "VIP")
            choose(scene, "Delete the tag")
            await scene.until(lambda: scene.flow.counts.own_tags == ())
            await scene.until(lambda: scene.list.model.total == 2)
            assert scene.window.sidebar.button(Place(View.OWN, "VIP")) is None
            scene.window.toast.button.click()
            await scene.until(lambda: len(scene.flow.counts.own_tags) == 1)

    play(story())


def test_a_row_under_the_pointer_is_tagged_and_what_is_selected_is_not(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            await one_tagged(scene)
            ann = scene.row(1).id
            assert "tag" in scene.list.view.actions_shown()
            scene.list.view.tag_clicked.emit(ann)
            assert not entry(scene, "VIP").isChecked()
            choose(scene, "VIP")
            await scene.until(lambda: scene.row(1).own_tags == ("VIP",))
            assert scene.row(0).own_tags == ("VIP",)
            await scene.until(lambda: scene.window.toast.text() == "Tagged “VIP”: Ann")

    play(story())
