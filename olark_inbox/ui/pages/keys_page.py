"""The page of keys: what each one does, and whether single letters count."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from olark_inbox.ui.frame.menus import Entry, native, shown_keys
from olark_inbox.ui.kit import theme
from olark_inbox.ui.kit.controls import KeyCap
from olark_inbox.ui.kit.dialog import Dialog, scrolled
from olark_inbox.ui.kit.forms import Text, Tick
from olark_inbox.ui.kit.words import translate


class KeysPage(Dialog):
    """Opened by Shift+F1 (and by ? where single letters are on)."""

    help_page = "keys"

    single_keys_chosen = Signal(bool)

    def __init__(self, parent: QWidget, entries: Iterable[Entry], *, single: bool) -> None:
        super().__init__(parent, translate("KeysPage", "Keys"))
        self.tick = Tick(translate("KeysPage", "Single letters work too"))
        self.tick.setChecked(single)
        self.tick.toggled.connect(self.single_keys_chosen)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 12, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(7)
        for line, (text, keys, letter) in enumerate(lines_of(entries)):
            grid.addWidget(Text(text), line, 0)
            grid.addLayout(_caps(keys, letter), line, 1)
        grid.setColumnStretch(0, 1)
        inside = QWidget()
        inside.setLayout(grid)
        self.column.addWidget(scrolled(inside), 1)
        self.column.addSpacing(14)
        self.column.addWidget(self.tick)
        says = translate(
            "KeysPage",
            "Off at first: letters typed over the list then go to the search, and a name can "
            "never star or close a chat.",
        )
        self.column.addSpacing(4)
        self.column.addWidget(Text(says, 12, 400, "t3").wrapped())
        self.resize(theme.px(460), theme.px(600))


def lines_of(entries: Iterable[Entry]) -> list[tuple[str, str, str]]:
    """Return what each key does, the keys as this system writes them, a single letter or ""."""
    lines = [(e.text, shown_keys(e), e.letter) for e in entries if e.keys or e.letter]
    more = (
        (translate("KeysPage", "Into the words of a conversation"), "Enter", ""),
        (translate("KeysPage", "Back, clear the search"), "Esc", ""),
        (translate("KeysPage", "Select one more"), "Shift+Down", ""),
        (translate("KeysPage", "Select or not"), "Ctrl+Space", "X"),
        (translate("KeysPage", "Next hit"), "F3", ""),
        (translate("KeysPage", "Previous hit"), "Shift+F3", ""),
    )
    lines += [(text, native(keys), letter) for text, keys, letter in more]
    return lines


def _caps(keys: str, letter: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    row.addStretch(1)
    for text in (keys, letter):
        if text:
            row.addWidget(KeyCap(text))
    return row
