"""The last page of the guide: what it takes that no chat is missed from now on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from olark_inbox.settings import Settings
from olark_inbox.ui.kit.controls import OutlineButton
from olark_inbox.ui.kit.forms import Text, Tick, page_box, said, side_by_side
from olark_inbox.ui.kit.words import translate
from olark_inbox.ui.presence.in_menu import MenuLines, MenuPlaces
from olark_inbox.ui.presence.start_lines import StartLines
from olark_inbox.ui.reach.setup_facts import Facts, heard_ms


class KeepPage(QWidget):
    """Two boxes, of which each holds at once, and what is good to know."""

    staying = Signal(bool)
    """Whether closing the window is to leave it running."""

    def __init__(self, settings: Settings, *, tray: bool) -> None:
        super().__init__()
        self._tray = tray
        column = page_box(self, 6)
        self.start = StartLines(settings.folder, tray=tray)
        self.stay = Tick(translate("Setup", "Closing the window leaves it running"))
        self.stay.setChecked(settings.closing == "tray")
        self.stay.toggled.connect(self.staying)
        column.addWidget(Text(translate("Setup", "Leave it running"), 13, 600).wrapped())
        column.addWidget(said(self._where()))
        column.addWidget(self.stay)
        self.menu = MenuLines(MenuPlaces(settings.folder), self.start)
        column.addWidget(self.menu)
        column.addSpacing(8)
        for head, text in _habits():
            column.addWidget(Text(head, 13, 600).wrapped())
            column.addWidget(said(text))
            column.addSpacing(8)
        self._build_former(column)
        column.addStretch(1)

    def _where(self) -> str:
        if self._tray:
            return translate(
                "Setup",
                "It listens as long as it runs: with its window, or without one beside the clock. "
                "Quitting stops it.",
            )
        return translate(
            "Setup",
            "It listens as long as it runs. This desktop shows no icons beside the clock, so "
            "closing only makes the window small. Quitting stops it.",
        )

    def _build_former(self, column: QVBoxLayout) -> None:
        says = translate("Setup", "Your former address still works until Olark has the new one.")
        self.former = said(says, "offline")
        self.forget = OutlineButton(translate("Setup", "Switch the former address off"))
        column.addWidget(self.former)
        column.addLayout(side_by_side(self.forget, wide=False))

    def show_facts(self, facts: Facts) -> None:
        """Show whether a former address is still to be switched off."""
        self.former.setVisible(facts.former_works)
        self.forget.setVisible(facts.former_works)
        # Only when something came on the new one: else chats would go nowhere.
        self.forget.setEnabled(heard_ms(facts) > 0)


def _habits() -> tuple[tuple[str, str], ...]:
    return (
        (
            translate("Setup", "A computer that sleeps hears nothing"),
            translate(
                "Setup",
                "Olark tries again only a few times. Let the computer stay awake while your "
                "shop is open: in its power settings, screen off is fine, sleep is not. It "
                "listens only while you are signed in.",
            ),
        ),
        (
            translate("Setup", "After a night you are told"),
            translate(
                "Setup",
                "A card shows from when to when nothing could be heard. Olark keeps every chat "
                "on its own page and mails offline messages too.",
            ),
        ),
        (
            translate("Setup", "To see a chat before it ends"),
            translate(
                "Setup",
                "Type {0} in Olark while you chat: what was said so far comes here at once.",
            ).format("!lead, !case, !webhook"),
        ),
    )
