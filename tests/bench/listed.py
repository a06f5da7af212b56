"""The real list over a store, offscreen; prints how long each movement took, for `list`.

    python -m tests.bench.listed FOLDER

A movement is over when all rows that are seen are loaded and painted.
"""

import asyncio
import json
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

import qasync
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from olark_inbox.base.folders import open_folders
from olark_inbox.inbox import Body, Inbox
from olark_inbox.store.rows import Query, View
from olark_inbox.ui.kit import theme
from olark_inbox.ui.list.model import ConversationModel
from olark_inbox.ui.list.view import ConversationView
from tests.bench.payloads import chat, form
from tests.bench.stores import FORM

_TIMES = 12


class Stage:
    """A list on the screen."""

    def __init__(self, inbox: Inbox) -> None:
        self.inbox = inbox
        self.model = ConversationModel(inbox)
        self.view = ConversationView(self.model)
        self.view.resize(360, 676)
        self.view.show()

    def _painted(self) -> None:
        self.view.viewport().repaint()

    async def show(self) -> None:
        self.model.set_query(Query(View.ALL))
        await self.model.settle()
        self._painted()

    async def jump(self, share: float) -> None:
        bar = self.view.verticalScrollBar()
        bar.setValue(int(bar.maximum() * share))
        await self.model.settle()
        self._painted()

    async def wheel(self) -> None:
        """Turn the wheel by one page, notch by notch, each painted."""
        where = QPointF(50, 300)
        for _ in range(6):
            event = QWheelEvent(
                where, where, QPoint(0, 0), QPoint(0, -120), Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,  # noqa: FBT003
            )  # fmt: skip
            QApplication.sendEvent(self.view.viewport(), event)
            self._painted()
        await self.model.settle()
        self._painted()

    def frame(self) -> None:
        self._painted()

    async def insert(self, number: int) -> None:
        """Take in one new chat on top; what is awaited before is not counted."""
        self.model.refresh(await asyncio.wrap_future(self.inbox.changes_since(self.model.number)))
        self._painted()


async def _timed(work: Callable[[], Awaitable[None]]) -> float:
    began = time.perf_counter()
    await work()
    return (time.perf_counter() - began) * 1000


async def _measure(inbox: Inbox) -> dict[str, list[float]]:
    stage = Stage(inbox)
    found: dict[str, list[float]] = {"show": [], "jump": [], "wheel": [], "frame": [], "insert": []}
    for number in range(_TIMES):
        found["show"].append(await _timed(stage.show))
        middle = 0.5 + number / 1000
        found["jump"].append(await _timed(lambda middle=middle: stage.jump(middle)))  # type: ignore[misc]
        found["wheel"].append(await _timed(stage.wheel))
        began = time.perf_counter()
        stage.frame()
        found["frame"].append((time.perf_counter() - began) * 1000)
        new = 9_000_000 + time.time_ns() // 1000 % 1_000_000_000
        inbox.accept(Body(form(chat(new, "L")), FORM)).result()
        found["insert"].append(await _timed(lambda new=new: stage.insert(new)))  # type: ignore[misc]
        await stage.model.settle()
        await stage.jump(0)
    stage.model.close()
    stage.view.close()
    return found


def main() -> None:
    app = QApplication([])
    loop = qasync.QEventLoop(app)
    asyncio.set_event_loop(loop)
    theme.apply(app, "light")
    inbox = Inbox.open(open_folders(Path(sys.argv[1])))
    print(json.dumps(loop.run_until_complete(_measure(inbox))))
    inbox.close()


if __name__ == "__main__":
    main()
