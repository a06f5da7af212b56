"""Every action of the window: named, keyed as promised, and doing something."""

from PySide6.QtCore import SIGNAL
from PySide6.QtGui import QKeySequence

from tests.window import chat, window_on

PROMISED = {
    "done": ("Ctrl+D", "E"),
    "unread": ("Ctrl+U", "U"),
    "star": ("Ctrl+Shift+S", "S"),
    "tag": ("Ctrl+T", "T"),
    "reply": ("Ctrl+R", "R"),
    "next": ("Alt+Down", "J"),
    "previous": ("Alt+Up", "K"),
    "card": ("Ctrl+I", "I"),
    "select_all": ("Ctrl+A", ""),
    "search": ("Ctrl+K", "/"),
    "find": ("Ctrl+F", ""),
    "save_pdf": ("Ctrl+E", ""),
    "print": ("Ctrl+P", ""),
    "copy": ("Ctrl+Shift+C", ""),
    "undo": ("Ctrl+Z", ""),
    "pane": ("F6", ""),
    "help": ("F1", ""),
    "keys": ("Shift+F1", "?"),
    "settings": ("Ctrl+,", ""),
    **{
        f"view_{name}": (f"Ctrl+{number}", "")
        for number, name in enumerate(
            ("inbox", "needs_reply", "offline", "unanswered", "live", "starred", "done"), start=1
        )
    },
}


def test_every_action_has_a_name_of_its_own_its_keys_and_something_to_do(play, tmp_path):
    async def story():
        async with window_on(tmp_path / "data", receiving=True) as scene:
            await scene.listening()
            await scene.store(chat("C1", "Hello"))
            menus = scene.window.menus
            for name, action in menus.actions.items():
                assert action.text().split("\t")[0], name
                assert action.toolTip(), name
                listening = action.receivers(SIGNAL("triggered(bool)"))
                listening += action.receivers(SIGNAL("toggled(bool)"))
                assert listening > 0, f"{name} does nothing"
            for name, (keys, letter) in PROMISED.items():
                entry = menus.entries[name]
                assert (entry.keys, entry.letter) == (keys, letter), name

    play(story())


def test_no_two_actions_share_keys(play, tmp_path):
    async def story():
        async with window_on(tmp_path / "data") as scene:
            scene.desk.set_single_keys(on=True)
            seen = {}
            for name, action in scene.window.menus.actions.items():
                for keys in action.shortcuts():
                    text = keys.toString(QKeySequence.SequenceFormat.PortableText)
                    assert text not in seen, f"{text}: {name} and {seen.get(text)}"
                    seen[text] = name

    play(story())
