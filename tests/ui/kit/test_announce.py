import pytest
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QWidget

from olark_inbox.ui.kit import announce as room
from tests.window import chat, window_on


@pytest.fixture
def aloud(monkeypatch):
    """A screen reader listens; everything it is told."""
    said = []

    def hear(event: QAccessibleEvent) -> None:
        if event.type() is QAccessible.Event.Announcement:
            said.append((event.message(), event.politeness().name))

    class Listening:
        AnnouncementPoliteness = QAccessible.AnnouncementPoliteness
        isActive = staticmethod(lambda: True)  # noqa: N815 - Qt's name
        updateAccessibility = staticmethod(hear)  # noqa: N815 - Qt's name

    monkeypatch.setattr(room, "QAccessible", Listening)
    return said


def test_a_sentence_is_said_politely_or_at_once(qtbot, aloud):
    widget = QWidget()
    qtbot.addWidget(widget)
    room.announce(widget, "Marked as done")
    room.announce(widget, "Not reachable", urgent=True)
    room.announce(widget, "")
    assert aloud == [("Marked as done", "Polite"), ("Not reachable", "Assertive")]


def test_where_nobody_listens_nothing_is_made(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    QAccessible.setActive(False)
    room.announce(
        widget, "Marked as done"
    )  # would raise on a widget that is gone; here it is quiet


def test_what_changes_in_the_window_is_said(play, tmp_path, aloud):
    async def story():
        async with window_on(tmp_path / "data", receiving=True) as scene:
            await scene.listening()
            await scene.until(lambda: any("Listening on this" in text for text, _ in aloud))
            await scene.store(chat("C1", "Hello"), chat("C2", "Hello you"))
            scene.list.view.select_place(0)
            scene.list.search.line.setText("hello")
            await scene.until(lambda: ("Search: 2 found in 2", "Polite") in aloud, "what was found")
            scene.desk._toggle("done", [scene.row(0).id])
            await scene.until(lambda: any("Marked as done" in text for text, _ in aloud), "toast")

    play(story())
