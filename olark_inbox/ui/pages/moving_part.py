"""The part of the page of backups that carries everything to another computer."""

from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from olark_inbox.base import tasks
from olark_inbox.export import moving
from olark_inbox.inbox import Inbox
from olark_inbox.settings import Settings
from olark_inbox.ui.kit.controls import OutlineButton
from olark_inbox.ui.kit.forms import Text
from olark_inbox.ui.kit.help_button import helped
from olark_inbox.ui.kit.words import translate

Start = Callable[[Coroutine[Any, Any, None]], None]
"""Runs one thing of the page; what it raises is said there."""
Ask = Callable[[str, str, str, Callable[[], None]], None]
"""Asks: title, text, the word for yes, and what a yes does."""


class MovingPart(QWidget):
    """One file takes conversations and address along; the computer it leaves stops receiving."""

    said = Signal(str)
    port_brought = Signal(int)
    """The settings of another computer came, with the port it listened on."""

    def __init__(
        self, inbox: Inbox, settings: Settings, folder: Path, start: Start, ask: Ask
    ) -> None:
        super().__init__()
        self._inbox, self._settings, self._folder = inbox, settings, folder
        self._start, self._ask = start, ask
        self._build()

    def _build(self) -> None:
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(8)
        page.addWidget(helped(translate("BackupPage", "Another computer"), "computer"))
        says = translate(
            "BackupPage",
            "Save one file here, carry it over, and bring it in there. It holds every conversation "
            "and your address: keep it to yourself. This computer then stops receiving.",
        )
        page.addWidget(Text(says, 12, 400, "t3").wrapped())
        self.move_out = OutlineButton(translate("BackupPage", "Move to another computer"))
        self.move_in = OutlineButton(translate("BackupPage", "Bring in a file"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.move_out)
        row.addWidget(self.move_in)
        row.addStretch(1)
        page.addLayout(row)
        self.buttons = (self.move_out, self.move_in)
        """They wait while something of the page is under way."""
        self.move_out.clicked.connect(self._on_move_out)
        self.move_in.clicked.connect(self._on_move_in)

    def _on_move_out(self) -> None:
        title = translate("BackupPage", "Move to another computer?")
        text = translate(
            "BackupPage",
            "After the file is saved this computer receives nothing more, until you say otherwise.",
        )
        do = translate("BackupPage", "Choose where to save it")
        self._ask(title, text, do, self._choose_file)

    def _choose_file(self) -> None:
        start = str(Path.home() / f"inbox{moving.SUFFIX}")
        dialog = QFileDialog(self, translate("BackupPage", "Save the file"), start)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(f"inbox{moving.SUFFIX}")
        dialog.fileSelected.connect(lambda name: self.move_to(Path(name)))
        dialog.open()

    def move_to(self, file: Path) -> None:
        """Save the file for the other computer, and stop receiving here."""

        async def run() -> None:
            await tasks.beside(lambda: moving.pack(self._inbox, self._settings, file))
            self.said.emit(translate("BackupPage", "Saved. Bring it in on the other computer."))

        self._start(run())

    def _on_move_in(self) -> None:
        dialog = QFileDialog(self, translate("BackupPage", "Bring in a file"), str(Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(f"*{moving.SUFFIX}")
        dialog.fileSelected.connect(lambda name: self.take_in(Path(name)))
        dialog.open()

    def take_in(self, file: Path) -> None:
        """Look at the file of another computer, ask, and take it over."""

        async def run() -> None:
            brought = await tasks.beside(lambda: moving.unpack(file, self._folder))
            title = translate("BackupPage", "Receive on this computer?")
            text = translate(
                "BackupPage",
                "The conversations and the address of the other computer come here. Let it not "
                "receive any more: two computers cannot share one address.",
            )
            do = translate("BackupPage", "Bring it in")
            self._ask(title, text, do, lambda: self._start(self._bring_in(brought)))

        self._start(run())

    async def _bring_in(self, brought: moving.Brought) -> None:
        await tasks.beside(lambda: moving.bring_in(self._inbox, self._settings, brought))
        self.port_brought.emit(self._settings.port)
        self.said.emit(translate("BackupPage", "Everything is here now."))
