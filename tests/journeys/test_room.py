"""Room for everybody: longer languages, bigger letters, smaller windows, the other direction."""

import asyncio
from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from olark_inbox.ui.frame.place_button import PlaceButton
from olark_inbox.ui.kit import theme
from tests.catalogue import Foreign
from tests.journeys.small_windows import SMALL_WINDOWS, open_small_window
from tests.window import chat, offline, started, story_runner, window_on

MENUS = ("note", "tag", "remind", "order", "filters", "row", "fly-out", "colour", "save_search")
"""A menu is as wide as its words; a note has no window; without a search none is saved."""
ELIDES = (PlaceButton,)
"""These end in … where there is no room, and say all of it in their tooltip."""


@pytest.fixture
def play(qapp):
    yield from story_runner(qapp)
    theme.set_text_size(qapp, 100)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@contextmanager
def foreign(qapp):
    language = Foreign()
    qapp.installTranslator(language)
    try:
        yield
    finally:
        qapp.removeTranslator(language)


def cut(root: QWidget) -> set[str]:
    """The words of whatever has less room than its words need."""
    buttons = [one for one in root.findChildren(QAbstractButton) if not isinstance(one, ELIDES)]
    labels = root.findChildren(QLabel)
    return {
        f"{widget.text()} ({widget.width()} x {widget.height()})"
        for widget in (*buttons, *labels)
        if widget.isVisible() and widget.text() and _is_cut(widget)
    }


def _is_cut(widget: QWidget) -> bool:
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.height() < widget.heightForWidth(widget.width())
    need = widget.minimumSizeHint() if isinstance(widget, QAbstractButton) else widget.sizeHint()
    return widget.width() < need.width() or widget.height() < need.height()


def outside(window: QWidget) -> set[str]:
    """What can be pressed and lies beyond the edge of its window."""
    found = set()
    for button in window.findChildren(QAbstractButton):
        if button.window() is not window:
            continue  # a window over this one is looked at by itself
        if button.isVisible() and not button.visibleRegion().isEmpty():
            here = button.mapTo(window, button.rect().topLeft())
            if here.x() < 0 or here.x() + button.width() > window.width():
                found.add(button.accessibleName())
    return found


async def _filled(scene):
    await scene.listening()
    found = await scene.store(
        chat("1", "Hello", "Good morning", tags=["wheels"], visitor={"emailAddress": "a@b.c"}),
        offline("2"),
        chat("3", "Is anybody there?", name="Nora"),
        started("4"),
    )
    scene.list.view.select_place(3)
    await scene.until(lambda: scene.detail.conversation_id == found[0], "the conversation")


async def _settled(scene):
    for _ in range(20):
        # Layout and polish each post events of their own.
        await asyncio.sleep(0.005)
    await scene.caught_up()


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (1092, 535), (880, 500)])
def test_nothing_is_cut_where_words_are_two_fifths_longer(play, qapp, tmp_path, width, height):
    async def story():
        async with window_on(tmp_path / "data", receiving=True) as scene:
            scene.window.resize(width, height)
            await _filled(scene)
            await _settled(scene)
            assert cut(scene.window) == set()
            assert outside(scene.window) == set()

    with foreign(qapp):
        play(story())


@pytest.mark.parametrize("percent", [90, 150])
@pytest.mark.parametrize(("width", "height"), [(1400, 900), (1092, 535), (880, 500)])
def test_nothing_is_cut_in_small_and_big_letters(play, qapp, tmp_path, percent, width, height):
    async def story():
        async with window_on(tmp_path / "data", receiving=True) as scene:
            await _filled(scene)
            scene.desk.set_text_size(percent)
            scene.window.resize(width, height)
            await _settled(scene)
            assert cut(scene.window) == set()
            assert outside(scene.window) == set()

    play(story())


def test_a_window_read_from_the_right_is_mirrored(play, qapp, tmp_path):
    async def story():
        async with window_on(tmp_path / "data", receiving=True) as scene:
            scene.window.resize(1280, 800)
            await _filled(scene)
            await _settled(scene)
            window = scene.window
            where = [window.sidebar, window.list, window.detail.transcript, window.detail.card]
            lefts = [part.mapTo(window, part.rect().topLeft()).x() for part in where]
            assert lefts == sorted(lefts, reverse=True)
            assert cut(window) == set()
            assert outside(window) == set()

    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    play(story())


@pytest.mark.parametrize("longer", [True, False])
@pytest.mark.parametrize("name", [name for name in SMALL_WINDOWS if name not in MENUS])
def test_nothing_is_cut_in_the_small_windows(play, qapp, tmp_path, name, longer):
    """In a longer language; and in letters half as big again."""

    async def story():
        async with window_on(tmp_path / "data", receiving=True) as scene:
            scene.desk.set_text_size(100 if longer else 150)
            await _filled(scene)
            await open_small_window(scene, name)
            await _settled(scene)
            opened = [one for one in qapp.topLevelWidgets() if one.isVisible()]
            opened = [one for one in opened if one is not scene.window and one.layout()]
            assert opened
            found = [cut(one) | outside(one) for one in opened]
            for one in opened:
                one.close()
            assert found == [set()] * len(opened)

    if longer:
        with foreign(qapp):
            play(story())
    else:
        play(story())
