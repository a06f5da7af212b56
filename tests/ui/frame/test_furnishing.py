"""The window before and after everything came into it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent

from olark_inbox.base.folders import open_folders
from olark_inbox.settings import Settings
from olark_inbox.ui.frame.placing import SIDEBAR, SIDEBAR_NARROW, SIDEBAR_WIDE
from olark_inbox.ui.frame.window import InboxWindow
from olark_inbox.ui.kit import theme
from tests.window import window_on


@pytest.mark.parametrize(
    ("width", "side"), [(900, SIDEBAR_NARROW), (1200, SIDEBAR), (1600, SIDEBAR_WIDE)]
)
def test_the_empty_window_looks_like_the_furnished_one(play, qapp, tmp_path, width, side):
    settings = Settings(open_folders(tmp_path))
    theme.apply(qapp, "dark")
    window = InboxWindow(settings)
    window.resize(width, 600)
    empty = window.grab().toImage()
    window.deleteLater()

    async def story():
        async with window_on(tmp_path) as scene:
            scene.window.resize(width, 600)
            full = scene.window.grab().toImage()
            low = scene.window.height() - scene.window.strip.height() - 4
            for x in (3, side - 4, 890):
                assert empty.pixelColor(x, low) == full.pixelColor(x, low)
            assert empty.pixelColor(3, low) != empty.pixelColor(890, low)

    play(story())


def test_an_empty_window_bears_what_an_owner_does_to_it(qapp, tmp_path):
    settings = Settings(open_folders(tmp_path))
    window = InboxWindow(settings)
    window.show()
    window.resize(900, 520)
    theme.apply(qapp, "dark")
    escape = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    qapp.sendEvent(window, escape)
    wanted = []
    window.close_wanted.connect(lambda: wanted.append(True))
    qapp.sendEvent(window, QCloseEvent())
    assert wanted
    assert window.isVisible()
    window.ending = True
    window.close()
    window.deleteLater()
