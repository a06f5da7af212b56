"""Answering outside Olark: by e-mail and by phone, and whether that was all there was to do."""

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMenu

from olark_inbox.settings import Settings
from olark_inbox.store.rows import Opened, Row
from olark_inbox.ui.desk.desk import Desk
from olark_inbox.ui.kit import words
from olark_inbox.ui.kit.words import translate

_LEAST_DIGITS = 3


class Replying(QObject):
    """Beside one desk: what an answer was begun for is asked about when the owner is back."""

    def __init__(self, desk: Desk, settings: Settings) -> None:
        super().__init__()
        self._desk = desk
        self._begun: int | None = None
        self._number = ""
        window, flow = desk.window, desk.flow
        window.detail.toolbar.mail_way = lambda: settings.mail_way
        window.detail.replied.connect(self._on_replied)
        window.activated.connect(self._ask)
        window.menus.connect({"call": self.call, "copy_number": self.copy_number})
        flow.opened.connect(lambda opened, _words: self._on_opened(opened))
        flow.refreshed.connect(self._on_opened)
        flow.gone.connect(lambda: self._on_opened(None))
        desk.menu_opening.connect(self._extend_menu)
        self._on_opened(None)

    # The phone

    def _on_opened(self, opened: Opened | None) -> None:
        phone = "" if opened is None else opened.conversation.visitor.phone
        self._number = dialled(phone)
        menus, there = self._desk.window.menus, bool(self._number)
        menus.enable(("call", "copy_number"), on=there)
        for name in ("call", "copy_number"):
            why = "" if there else translate("Replying", "No phone number is known")
            menus.actions[name].setToolTip(why or menus.actions[name].text())

    def call(self) -> None:
        """Hand the number of the open conversation to whatever dials here."""
        if self._number:
            QDesktopServices.openUrl(QUrl(f"tel:{self._number}"))
            self._on_replied(self._desk.flow.open_id)

    def copy_number(self) -> None:
        """Put the number on the clipboard."""
        if self._number:
            QGuiApplication.clipboard().setText(self._number)
            self._desk.window.detail.copied.emit(self._number)

    def _extend_menu(self, menu: QMenu, row: Row) -> None:
        if row.id == self._desk.flow.open_id:
            actions = self._desk.window.menus.actions
            menu.addSeparator()
            for name in ("reply", "call", "copy_number"):
                menu.addAction(actions[name])

    # Afterwards

    def _on_replied(self, conversation: int | None) -> None:
        self._begun = conversation
        self._ask()

    def _ask(self) -> None:
        """Ask whether it is done, now or when the window is in front again."""
        row, begun = self._desk.flow.open_row, self._begun
        if begun is None or not self._desk.window.isActiveWindow():
            return
        self._begun = None
        if row is None or row.id != begun or row.done:
            return
        who = words.shortened(words.plain(row.name), 40)
        self._desk.window.toast.say(
            translate("Replying", "Is this all for {0}?").format(who),
            lambda: self._desk.flow.mark("done", [begun], on=True),
            action_words=translate("Replying", "Mark as done"),
            icon="reply",
        )


def dialled(phone: str) -> str:
    """Return a number as it is dialled: digits and a plus in front, "" where it is none."""
    digits = "".join(char for char in phone if char.isascii() and char.isdigit())
    plus = "+" if phone.strip().startswith("+") else ""
    return plus + digits if len(digits) >= _LEAST_DIGITS else ""
