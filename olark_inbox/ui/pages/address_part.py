"""The part of the settings that makes a new address, where the former one got about."""

import asyncio

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from olark_inbox.base import tasks
from olark_inbox.base.clock import now_ms
from olark_inbox.inbox import Inbox
from olark_inbox.settings import Settings, SettingsNotSaved
from olark_inbox.ui.kit.controls import OutlineButton
from olark_inbox.ui.kit.forms import Text
from olark_inbox.ui.kit.help_button import helped
from olark_inbox.ui.kit.words import translate
from olark_inbox.ui.pages.question import Question


class AddressPart(QWidget):
    """One button. The former address works until the owner says that Olark has the new one."""

    made = Signal()
    """There is a new address, to be pasted in Olark."""
    failed = Signal(object)

    def __init__(self, inbox: Inbox, settings: Settings) -> None:
        super().__init__()
        self._inbox, self._settings = inbox, settings
        self.question: Question | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(helped(translate("Address", "The secret in your address"), "privacy"))
        says = translate(
            "Address",
            "Whoever knows your address can deliver to it. If others came to know it, make a new "
            "one and paste it in Olark. The former one works until you say that Olark has it.",
        )
        column.addWidget(Text(says, 12, 400, "t3").wrapped())
        self.button = OutlineButton(translate("Address", "Make a new address"), "refresh-cw")
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        column.addLayout(row)
        self.button.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.question = Question(
            self,
            translate("Address", "Make a new address?"),
            translate("Address", "You will have to paste the new one in Olark."),
            translate("Address", "Make it"),
        )
        self.question.yes.connect(self.make)
        self.question.open()

    def make(self) -> None:
        """Make it, and let every window show it."""
        try:
            self._settings.new_secret()
        except SettingsNotSaved as error:
            self.failed.emit(error)
        tasks.start(self._tell(), name="a new address")
        self.made.emit()

    async def _tell(self) -> None:
        await asyncio.wrap_future(self._inbox.set_state("new_secret", {"at_ms": now_ms()}))
