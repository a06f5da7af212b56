"""An inbox in a folder of its own, a loop that runs Qt, the model and the view over them."""

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import pytest
import qasync
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication

from olark_inbox.base.folders import open_folders
from olark_inbox.inbox import Inbox
from olark_inbox.ui.kit import theme
from olark_inbox.ui.list import delegate
from olark_inbox.ui.list.model import ConversationModel
from olark_inbox.ui.list.view import ConversationView
from tests.ui.list.makers import Clock
from tests.window import end

Story = Coroutine[Any, Any, None]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def run(qapp: QApplication) -> Iterator[Callable[[Story], None]]:
    """Run a coroutine to its end on a loop that serves Qt too."""
    loop = qasync.QEventLoop(qapp)
    asyncio.set_event_loop(loop)

    def run_story(story: Story) -> None:
        loop.run_until_complete(asyncio.wait_for(story, 900))

    yield run_story
    end(loop)


@pytest.fixture
def inbox(tmp_path: Path, clock: Clock) -> Iterator[Inbox]:
    made = Inbox.open(open_folders(tmp_path / "data"), clock)
    yield made
    made.close()


def _delete(made: QObject) -> None:
    """Delete at once: left to Python it may happen on a thread of the store, timers running."""
    made.deleteLater()
    QCoreApplication.sendPostedEvents(made, QEvent.Type.DeferredDelete)


@pytest.fixture
def model(qapp: QApplication, inbox: Inbox, clock: Clock) -> Iterator[ConversationModel]:
    made = ConversationModel(inbox, clock=clock)
    yield made
    made.close()
    _delete(made)


@pytest.fixture
def view(qapp: QApplication, model: ConversationModel) -> Iterator[ConversationView]:
    theme.apply(qapp, "light")
    made = ConversationView(model)
    made.resize(360, 676)
    made.show()
    yield made
    made.close()
    _delete(made)


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The ids of the rows painted anew, in their order."""
    ids: list[int] = []
    real = delegate.paint_row

    def noting(painter: Any, places: Any, text: Any, state: Any) -> None:
        ids.append(text.row.id)
        real(painter, places, text, state)

    monkeypatch.setattr(delegate, "paint_row", noting)
    return ids
