import pytest
from PySide6.QtGui import QAccessible

from olark_inbox.store.rows import View
from olark_inbox.ui.frame.place_button import Place
from olark_inbox.ui.kit.forms import Segments
from tests.window import chat, window_on

ROLE = QAccessible.Role


def _met(widget):
    found = QAccessible.queryAccessibleInterface(widget)
    return found.role(), found.text(QAccessible.Text.Name)


def test_every_part_of_the_window_has_a_role_and_a_name(play, tmp_path):
    async def story():
        async with window_on(tmp_path / "data", receiving=True) as scene:
            await scene.listening()
            (one,) = await scene.store(chat("C1", "Hello"))
            scene.list.view.select_place(0)
            await scene.until(lambda: scene.detail.conversation_id == one)
            window = scene.window
            inbox = window.sidebar.button(Place(View.INBOX))
            assert _met(window.sidebar) == (ROLE.Grouping, "Places")
            assert _met(inbox) == (ROLE.RadioButton, "Inbox, 1")
            assert _met(window.list.search.line) == (ROLE.EditableText, "Search")
            assert _met(window.list.view) == (ROLE.List, "Conversations")
            assert _met(window.detail.transcript) == (ROLE.EditableText, "Transcript")
            assert _met(window.detail.card) == (ROLE.Grouping, "Visitor")
            assert _met(window.strip) == (ROLE.Grouping, "Status")
            role, says = _met(window.strip.pill)
            assert (role, says.split(".")[0]) == (ROLE.StaticText, "Listening on this computer")

    play(story())


def test_a_place_is_chosen_and_says_that_it_is(play, tmp_path):
    async def story():
        async with window_on(tmp_path / "data") as scene:
            done = scene.window.sidebar.button(Place(View.DONE))
            spoken = QAccessible.queryAccessibleInterface(done)
            assert not spoken.state().checked
            spoken.actionInterface().doAction("Press")
            assert spoken.state().checked
            assert scene.list.place == Place(View.DONE)

    play(story())


@pytest.mark.parametrize("key", ["a", "b"])
def test_one_of_a_few_says_which_holds(qtbot, key):
    segments = Segments((("a", "Light"), ("b", "Dark")), "Colours")
    qtbot.addWidget(segments)
    segments.choose(key)
    states = {
        name: bool(QAccessible.queryAccessibleInterface(button).state().checked)
        for name, button in segments._buttons.items()
    }
    assert states == {"a": key == "a", "b": key == "b"}
