"""The real list over a store, offscreen; prints how long each movement took, for `list`.

    python -m tests.bench.listed FOLDER

A movement is over when all rows that are seen are loaded and painted.
"""

import asyncio
import json
import sys
import time
from collections.abc import Awaitable
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
APART = 0.04
"""So far from one another are the jumps: never on a row that is painted already, at 1,000 too,
where the wheel has painted the page behind the last one."""


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

    async def frame(self) -> None:
        self._painted()

    async def insert(self, number: int) -> None:
        """Take in one new chat on top; what is awaited before is not counted."""
        self.model.refresh(await asyncio.wrap_future(self.inbox.changes_since(self.model.number)))
        self._painted()


class Times:
    """Milliseconds by the clock and of the processor, of each movement."""

    def __init__(self) -> None:
        self.clock: dict[str, list[float]] = {}
        self.processor: dict[str, list[float]] = {}

    async def of(self, name: str, work: Awaitable[None]) -> None:
        began, cpu_began = time.perf_counter(), time.process_time()
        await work
        self.processor.setdefault(name, []).append((time.process_time() - cpu_began) * 1000)
        self.clock.setdefault(name, []).append((time.perf_counter() - began) * 1000)


async def _measure(inbox: Inbox) -> Times:
    stage, times = Stage(inbox), Times()
    for number in range(_TIMES):
        await times.of("show", stage.show())
        await times.of("jump", stage.jump(0.4 + number * APART))
        await times.of("wheel", stage.wheel())
        await times.of("frame", stage.frame())
        new = 9_000_000 + time.time_ns() // 1000 % 1_000_000_000
        inbox.accept(Body(form(chat(new, "L")), FORM)).result()
        await times.of("insert", stage.insert(new))
        await stage.model.settle()
        await stage.jump(0)
    stage.model.close()
    stage.view.close()
    return times


def main() -> None:
    app = QApplication([])
    loop = qasync.QEventLoop(app)
    asyncio.set_event_loop(loop)
    theme.apply(app, "light")
    inbox = Inbox.open(open_folders(Path(sys.argv[1])))
    print(json.dumps(vars(loop.run_until_complete(_measure(inbox)))))
    inbox.close()


if __name__ == "__main__":
    main()
