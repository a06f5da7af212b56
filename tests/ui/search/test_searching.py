"""Searching with help: chips, suggestions, filters by mouse, kept searches, in a real window."""

import asyncio

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTranslator
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from olark_inbox.store.language import speak, spoken
from olark_inbox.ui.kit.ask import AskName
from tests.window import chat, offline, window_on


async def ready(scene):
    """Some chats, the keyboard in the search field, and every name known."""
    await scene.store(
        chat("a", "My wheel wobbles", "Bring it in", name="Ann", tags=["repair"]),
        chat("b", "A bell", "Yes", name="Bob", agent="Tom", groups=[{"name": "Shop floor"}]),
        offline("c"),
    )
    scene.window.activateWindow()
    scene.list.search.begin()
    scene.house.searching._read_names()
    await scene.caught_up()


@pytest.fixture
def searching(play, tmp_path):
    """Play a story in a window that is ready to search."""

    def run(story):
        async def ready_first():
            async with window_on(tmp_path) as scene:
                await ready(scene)
                await story(scene)

        play(ready_first())

    return run


def type_in(scene, text):
    scene.list.search.line.clear()
    scene.list.search.line.setFocus()
    QTest.keyClicks(scene.list.search.line, text)


def press(scene, key):
    QTest.keyClick(scene.list.search.line, key)


@pytest.mark.parametrize(("typed", "offered"), [
    ("tag:", ["repair"]),
    ("tag:re", ["repair"]),
    ("agent:t", ["Tom"]),
    ("group:fl", ["Shop floor"]),
    ("is:un", ["unread", "unanswered"]),
    ("wheel ta", ["tag:"]),
    ("w", []),
    ("tag:repair", []),
    ("tag:nothing", []),
])  # fmt: skip
def test_what_exists_is_offered_while_a_filter_is_typed(searching, typed, offered):
    async def story(scene):
        type_in(scene, typed)
        assert scene.house.searching.offers.texts() == offered

    searching(story)


def test_a_suggestion_is_taken_by_keys(searching):
    async def story(scene):
        type_in(scene, "group:sh")
        press(scene, Qt.Key.Key_Down)
        press(scene, Qt.Key.Key_Return)
        assert scene.list.search.words() == 'group:"Shop floor" '
        await scene.until(lambda: scene.names() == ["Bob"])
        assert [button.text() for button in scene.list.chips.buttons] == ["Group Shop floor"]
        type_in(scene, "ta")
        press(scene, Qt.Key.Key_Tab)
        assert scene.list.search.words() == "tag:"
        assert scene.house.searching.offers.texts() == ["repair"]
        press(scene, Qt.Key.Key_Escape)
        assert scene.house.searching.offers.texts() == []
        assert scene.list.search.words() == "tag:"

    searching(story)


class Etikett(QTranslator):
    """A language that has another word for a tag."""

    def isEmpty(self):  # noqa: N802 - Qt's name
        return False

    def translate(self, context, source, disambiguation=None, n=-1):
        return "etikett" if (context, source) == ("SearchWords", "tag") else None


@pytest.fixture
def etikett(qapp):
    translator, before = Etikett(), spoken()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)
    speak(before)


@pytest.mark.usefixtures("etikett")
@pytest.mark.parametrize(
    ("begun", "taken"), [("etik", "etikett:"), ("etikett:re", "etikett:repair ")]
)
def test_a_filter_has_its_name_in_the_language_of_the_window(searching, begun, taken):
    async def story(scene):
        type_in(scene, begun)
        press(scene, Qt.Key.Key_Tab)
        assert scene.list.search.words() == taken
        for typed in ("etikett:repair", "tag:repair"):
            type_in(scene, typed)
            await scene.until(lambda: scene.names() == ["Ann"])
            assert [chip.text() for chip in scene.list.chips.buttons] == ["Tag repair"]

    searching(story)


def test_a_suggestion_is_taken_by_a_click(searching):
    async def story(scene):
        type_in(scene, "is:")
        offers = scene.house.searching.offers
        QTest.mouseClick(offers, Qt.MouseButton.LeftButton, pos=QPoint(20, 15))
        assert scene.list.search.words() == "is:unread "

    searching(story)


def test_a_filter_that_waits_for_its_value_hides_nothing(searching):
    async def story(scene):
        type_in(scene, "wheel tag:")
        await scene.until(lambda: scene.names() == ["Ann"])

    searching(story)


def test_a_chip_takes_its_filter_away(searching):
    async def story(scene):
        type_in(scene, "tag:repair wheel -is:offline ")
        chips = scene.list.chips
        assert [button.text() for button in chips.buttons] == ["Tag repair", "Not: offline"]
        chips.buttons[0].click()
        assert scene.list.search.words() == "wheel -is:offline"
        QTest.keyClick(chips.buttons[0], Qt.Key.Key_Delete)
        assert scene.list.search.words() == "wheel"
        assert chips.isHidden()

    searching(story)


def test_every_filter_is_reached_by_mouse(searching):
    async def story(scene):
        scene.list.search.filter_button.click()
        await scene.until(lambda: scene.house.searching._menu is not None)
        menu = scene.house.searching._menu
        inner = {action.text().split(":")[0]: action.menu() for action in menu.actions()}
        assert {"from", "tag", "is", "has", "on"} <= set(inner)
        inner["tag"].actions()[0].trigger()
        menu.close()
        await scene.until(lambda: scene.names() == ["Ann"])
        assert scene.list.search.words() == "tag:repair "

    searching(story)


async def keep(scene, words, name):
    scene.list.search.line.setText(words)
    scene.list.save_search.click()
    dialog = [one for one in scene.window.findChildren(AskName) if one.isVisible()][-1]
    dialog.field.line.setText(name)
    dialog.yes.click()
    await scene.until(lambda: name in [row.text() for row in scene.window.sidebar.saved.rows])


def test_a_search_is_kept_counted_and_found_again_after_a_restart(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            await ready(scene)
            assert scene.list.save_search.isHidden()
            await keep(scene, "wheel", "Wheels")
            assert scene.list.save_search.isHidden()
            (row,) = scene.window.sidebar.saved.rows
            await scene.until(lambda: row.figure == 1)
            assert row.isChecked()
        async with window_on(tmp_path) as scene:
            await scene.until(lambda: scene.window.sidebar.saved.rows)
            (row,) = scene.window.sidebar.saved.rows
            assert not row.isChecked()
            row.click()
            assert scene.list.search.words() == "wheel"
            await scene.until(lambda: scene.names() == ["Ann"])
            assert row.isChecked()

    play(story())


def test_kept_searches_are_renamed_moved_deleted_and_brought_back(searching):
    async def story(scene):
        for name in ("One", "Two", "Three"):
            await keep(scene, f"{name} wheel", name)
        saved = scene.window.sidebar.saved

        def names():
            return [row.text() for row in saved.rows]

        async def choose(place, text):
            saved.rows[place].menu_wanted.emit(QPoint(10, 10))
            menu: QMenu = scene.house.searching._menu
            next(one for one in menu.actions() if one.text() == text).trigger()
            menu.close()

        await choose(2, "Move up")
        await scene.until(lambda: names() == ["One", "Three", "Two"])
        await choose(0, "Rename")
        dialog = [one for one in scene.window.findChildren(AskName) if one.isVisible()][-1]
        dialog.field.line.setText("First")
        dialog.yes.click()
        await scene.until(lambda: names()[0] == "First")
        await choose(0, "Delete")
        await scene.until(lambda: names() == ["Three", "Two"])
        for wanted in (["First", "Three", "Two"], ["One", "Three", "Two"]):
            scene.window.menus.actions["undo"].trigger()
            await scene.until(lambda: names() == wanted)  # noqa: B023

    searching(story)


def test_a_kept_search_is_dragged_to_another_place(searching):
    async def story(scene):
        for name in ("One", "Two", "Three"):
            await keep(scene, f"{name} wheel", name)
        saved = scene.window.sidebar.saved
        row = saved.rows[0]
        below = QPointF(20, row.height() * 2 + 8)
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QTest.mousePress(row, left, pos=QPoint(20, 8))
        moved = QMouseEvent(
            QMouseEvent.Type.MouseMove, below, row.mapToGlobal(below), left, left, none
        )
        row.mouseMoveEvent(moved)
        QTest.mouseRelease(row, left, pos=QPoint(20, 8))
        assert [one.text() for one in saved.rows] == ["Two", "Three", "One"]
        await scene.caught_up()
        kept = await asyncio.wrap_future(scene.inbox.searches.every())
        assert [one.name for one in kept] == ["Two", "Three", "One"]
        assert scene.list.search.words() == "Three wheel"

    searching(story)
