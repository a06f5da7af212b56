"""Room for everybody: longer languages, bigger letters, smaller windows, the other direction."""

from contextlib import contextmanager

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from olark_inbox.ui import theme
from olark_inbox.ui.list.view import ConversationView
from olark_inbox.ui.place_button import PlaceButton
from tests.catalogue import Foreign
from tests.window import chat, offline, started, story_runner, window_on

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
    found = set()
    for widget in root.findChildren(QAbstractButton):
        if widget.isVisible() and widget.text() and not isinstance(widget, ELIDES):
            if widget.width() < widget.minimumSizeHint().width():
                found.add(f"{widget.text()} ({widget.width()})")
    for label in root.findChildren(QLabel):
        if label.isVisible() and label.text():
            need = (
                label.heightForWidth(label.width())
                if label.wordWrap()
                else label.sizeHint().height()
            )
            if label.height() < need or (
                not label.wordWrap() and label.width() < label.sizeHint().width()
            ):
                found.add(f"{label.text()} ({label.width()} x {label.height()})")
    return found


def outside(window: QWidget) -> set[str]:
    """What can be pressed and lies beyond the edge of its window."""
    found = set()
    for button in window.findChildren(QAbstractButton):
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
    for _ in range(5):
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
