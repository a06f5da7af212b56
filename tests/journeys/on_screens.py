"""One life of the window on the screens Qt was told of; says as JSON where it stood and how.

Run as `python -m tests.journeys.on_screens DATA [SCREEN]`: with a screen, it is moved there.
"""

import asyncio
import json
import sys
from pathlib import Path

import qasync
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from olark_inbox.ui.kit import theme
from tests.journeys.test_room import cut, outside
from tests.window import chat, window_on


def _stands(window) -> dict:
    screen = window.screen()
    area = screen.availableGeometry()
    return {
        "screen": screen.name(),
        "scale": window.devicePixelRatioF(),
        "seen": area.intersects(window.geometry()) and area.contains(window.geometry().center()),
        "cut": sorted(cut(window) | outside(window)),
    }


def _sharp(view) -> bool:
    """Whether rows are painted in the pixels of the screen: enlarged, pixels come in squares."""
    picture = view.viewport().grab(view.visualRect(view.model().index(0, 0))).toImage()
    step = round(picture.devicePixelRatioF())
    if step == 1:
        return True
    pairs = ((x, y) for x in range(0, picture.width() - 1, step) for y in range(picture.height()))
    return any(picture.pixel(x, y) != picture.pixel(x + 1, y) for x, y in pairs)


async def _life(data: Path, wanted: str) -> dict:
    async with window_on(data) as scene:
        await scene.store(chat("C1", "Where is my wheel?", "On its way", name="Bob Doe"))
        scene.list.view.select_place(0)
        await scene.caught_up()
        for screen in QGuiApplication.screens():
            if screen.name() == wanted:
                scene.window.move(screen.availableGeometry().topLeft() + QPoint(40, 40))
        for _ in range(20):
            await asyncio.sleep(0.01)
        return {**_stands(scene.window), "sharp": _sharp(scene.list.view)}


def main() -> None:
    app = QApplication([])
    theme.apply(app, "light")
    loop = qasync.QEventLoop(app)
    asyncio.set_event_loop(loop)
    data, wanted = Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else ""
    with loop:
        sys.stdout.write(json.dumps(loop.run_until_complete(_life(data, wanted))) + "\n")


if __name__ == "__main__":
    main()
