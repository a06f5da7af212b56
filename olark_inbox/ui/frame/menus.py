"""The menu bar and its keys: every action of the window by name, each one works or is grey."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from olark_inbox.store.rows import View
from olark_inbox.ui.kit import words
from olark_inbox.ui.kit.controls import dress_menu
from olark_inbox.ui.kit.words import translate


@dataclass(frozen=True, slots=True)
class Entry:
    """One action: its name for the program, its words, its keys, and a single letter if any."""

    name: str
    text: str
    keys: str = ""
    letter: str = ""
    role: QAction.MenuRole = QAction.MenuRole.NoRole
    own: bool = False
    """A pane listens to the keys itself: the menu only shows them."""


VIEW_KEYS = (
    View.INBOX,
    View.NEEDS_REPLY,
    View.OFFLINE,
    View.UNANSWERED,
    View.LIVE,
    View.STARRED,
    View.DONE,
)


def _file() -> tuple[Entry | None, ...]:
    return (
        Entry("copy_address", translate("Menus", "Copy address for Olark")),
        Entry("backups", translate("Menus", "Backups")),
        Entry("remove_samples", translate("Menus", "Remove the samples")),
        None,
        Entry("save_pdf", translate("Menus", "Save as PDF"), "Ctrl+E"),
        Entry("save_table", translate("Menus", "Save as table (CSV)")),
        Entry("save_again", translate("Menus", "Save the same way again"), "Ctrl+Shift+E"),
        Entry("print", translate("Menus", "Print"), "Ctrl+P"),
        Entry("bring_back", translate("Menus", "Bring back an archive")),
        Entry("paste_missed", translate("Menus", "Paste what was missed")),
        None,
        Entry(
            "settings",
            translate("Menus", "Settings"),
            "Ctrl+,",
            role=QAction.MenuRole.PreferencesRole,
        ),
        None,
        Entry("close", translate("Menus", "Close window"), "Ctrl+W"),
        Entry(
            "quit",
            translate("Menus", "Quit and stop receiving"),
            "Ctrl+Q",
            role=QAction.MenuRole.QuitRole,
        ),
    )


def _edit() -> tuple[Entry | None, ...]:
    return (
        Entry("undo", translate("Menus", "Undo"), "Ctrl+Z"),
        None,
        Entry("select_all", translate("Menus", "Select the whole list"), "Ctrl+A", own=True),
        None,
        Entry("search", translate("Menus", "Search conversations"), "Ctrl+K", "/"),
        Entry("save_search", translate("Menus", "Save this search")),
        Entry("find", translate("Menus", "Find in this conversation"), "Ctrl+F", own=True),
    )


def _view() -> tuple[Entry | None, ...]:
    places = tuple(
        Entry(f"view_{view.value}", words.place(view), f"Ctrl+{number}")
        for number, view in enumerate(VIEW_KEYS, start=1)
    )
    return (
        *places,
        None,
        Entry("last_alert", translate("Menus", "Show the last alert")),
        Entry("pause", translate("Menus", "Pause alerts for 1 hour")),
        Entry("pause_long", translate("Menus", "Pause alerts until tomorrow")),
        None,
        Entry("card", translate("Menus", "Visitor card"), "Ctrl+I", "I"),
        Entry("compact", translate("Menus", "Compact list"), "Ctrl+Shift+L"),
        None,
        Entry("bigger", translate("Menus", "Bigger text"), "Ctrl++"),
        Entry("smaller", translate("Menus", "Smaller text"), "Ctrl+-"),
        Entry("normal", translate("Menus", "Normal text size"), "Ctrl+0"),
    )


def _conversation() -> tuple[Entry | None, ...]:
    return (
        Entry("next", translate("Menus", "Next"), "Alt+Down", "J"),
        Entry("previous", translate("Menus", "Previous"), "Alt+Up", "K"),
        None,
        Entry("reply", translate("Menus", "Reply by e-mail"), "Ctrl+R", "R"),
        Entry("call", translate("Menus", "Call"), "Ctrl+Shift+R"),
        Entry("copy_number", translate("Menus", "Copy the phone number")),
        Entry("copy", translate("Menus", "Copy the conversation"), "Ctrl+Shift+C"),
        None,
        Entry("done", translate("Menus", "Done"), "Ctrl+D", "E"),
        Entry("unread", translate("Menus", "Mark as unread"), "Ctrl+U", "U"),
        Entry("star", translate("Menus", "Star"), "Ctrl+Shift+S", "S"),
        Entry("tag", translate("Menus", "Tag"), "Ctrl+T", "T"),
        Entry("remind", translate("Menus", "Remind me"), "Ctrl+M"),
        Entry("note", translate("Menus", "Write a note"), "Ctrl+Shift+N"),
        Entry("timeline", translate("Menus", "All conversations of this person as one")),
        None,
        Entry("bin", translate("Menus", "Move to the bin"), "Del"),
        Entry("erase", translate("Menus", "Erase for good"), "Shift+Del"),
    )


def _help() -> tuple[Entry | None, ...]:
    return (
        Entry("help", translate("Menus", "Help for Olark Inbox"), "F1"),
        Entry("keys", translate("Menus", "Keys"), "Shift+F1", "?"),
        None,
        Entry("setup", translate("Menus", "Set up the connection to Olark")),
        Entry("deliveries", translate("Menus", "What arrived from Olark"), "Ctrl+Shift+O"),
        Entry("in_menu", translate("InMenu", "Add to the start menu")),
        None,
        Entry("pane", translate("Menus", "Next part of the window"), "F6"),
        Entry("pane_back", translate("Menus", "Previous part of the window"), "Shift+F6"),
        None,
        Entry("about", translate("Menus", "About"), role=QAction.MenuRole.AboutRole),
    )


class Menus:
    """Builds the menu bar of a window; `actions` finds each action by its name."""

    def __init__(self, window: QMainWindow) -> None:
        self.actions: dict[str, QAction] = {}
        self.entries: dict[str, Entry] = {}
        self._window = window
        self._single = False
        parts = (
            (translate("Menus", "File"), _file()),
            (translate("Menus", "Edit"), _edit()),
            (translate("Menus", "View"), _view()),
            (translate("Menus", "Conversation"), _conversation()),
            (translate("Menus", "Help"), _help()),
        )
        for title, entries in parts:
            self._fill(window.menuBar().addMenu(title), entries)
        for name in ("card", "compact"):
            self.actions[name].setCheckable(True)

    def _fill(self, menu: QMenu, entries: tuple[Entry | None, ...]) -> None:
        dress_menu(menu)
        for entry in entries:
            if entry is None:
                menu.addSeparator()
                continue
            text = f"{entry.text}\t{shown_keys(entry)}" if entry.own else entry.text
            action = QAction(text, self._window)
            action.setMenuRole(entry.role)
            action.setShortcuts(_shortcuts(entry, single=False))
            # Also without the menu bar in sight, and in every pane of the window.
            self._window.addAction(action)
            menu.addAction(action)
            self.actions[entry.name] = action
            self.entries[entry.name] = entry

    def connect(self, table: dict[str, Callable[[], None]]) -> None:
        """Give each action what it does."""
        for name, slot in table.items():
            self.actions[name].triggered.connect(lambda _checked=False, do=slot: do())

    def set_single_keys(self, on: bool) -> None:  # noqa: FBT001 - the setter of a property
        """Switch the single letters on or off; the others always work."""
        self._single = on
        for name, entry in self.entries.items():
            self.actions[name].setShortcuts(_shortcuts(entry, single=on))

    def enable(self, names: tuple[str, ...], *, on: bool) -> None:
        """Make actions available or grey."""
        for name in names:
            self.actions[name].setEnabled(on)


def _shortcuts(entry: Entry, *, single: bool) -> list[QKeySequence]:
    keys = [QKeySequence(entry.keys)] if entry.keys and not entry.own else []
    if entry.name == "bigger":
        keys.append(QKeySequence("Ctrl+="))
    if single and entry.letter:
        keys.append(QKeySequence(entry.letter))
    return keys


def shown_keys(entry: Entry) -> str:
    """Return the keys of an action as this system writes them."""
    return native(entry.keys)


def native(keys: str) -> str:
    """Return keys as this system writes them."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
