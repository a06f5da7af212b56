"""The small windows: settings, keys, about, what arrived. One of each at a time.

Each is loaded when it is first opened: the main window opens the sooner.
"""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from olark_inbox.base import tasks
from olark_inbox.inbox import Inbox
from olark_inbox.settings import Settings, SettingsNotSaved
from olark_inbox.store.errors import StoreError
from olark_inbox.store.rows import Changes
from olark_inbox.ui.desk.desk import Desk
from olark_inbox.ui.kit import theme, words
from olark_inbox.ui.kit.browser import HELP
from olark_inbox.ui.kit.words import translate
from olark_inbox.ui.presence.in_menu import InMenu, MenuPlaces

if TYPE_CHECKING:
    from olark_inbox.ui.pages.deliveries import DeliveriesWindow

_SETTINGS: dict[str, theme.Setting] = {"light": "light", "dark": "dark"}


class Pages(QObject):
    """Opens them and carries out what is chosen there."""

    alert_tried = Signal(object)
    """An AlertKind to show an example of."""
    address_made = Signal()
    settings_opening = Signal()
    """The settings are about to open: whoever adds a section has a moment to do so."""

    def __init__(
        self, desk: Desk, inbox: Inbox, settings: Settings, folder: Path, *, tray: bool
    ) -> None:
        super().__init__()
        self._desk, self._inbox, self._settings = desk, inbox, settings
        self._folder, self._tray = folder, tray
        self._open: dict[str, QWidget] = {}
        self._arrived: DeliveriesWindow | None = None
        self.sections: list[Callable[[], QWidget]] = []
        """Makers of further parts of the settings, by whoever has something to set."""
        self._in_menu = InMenu(desk.window, MenuPlaces(folder))
        self._wire()

    def _wire(self) -> None:
        window = self._desk.window
        window.menus.connect(
            {
                "settings": self.settings,
                "help": self.help,
                "keys": self.keys,
                "about": self.about,
                "deliveries": self.deliveries,
                "backups": self.backups,
                "close": window.close_wanted.emit,
            }
        )
        window.sidebar.settings_wanted.connect(self.settings)
        window.strip.keys_wanted.connect(self.keys)
        window.strip.help_wanted.connect(self.help)
        # Whatever its types say, it takes a str and nothing else.
        QDesktopServices.setUrlHandler(HELP, self, "show_help")  # type: ignore[arg-type]
        window.strip.alerts_wanted.connect(self.settings)
        window.strip.unreadable_wanted.connect(self.deliveries)
        window.detail.raw_wanted.connect(self.as_sent)
        self._desk.flow.changed.connect(self._on_changed)

    def close(self) -> None:
        """Close every one that is open."""
        QDesktopServices.unsetUrlHandler(HELP)
        for page in list(self._open.values()):
            page.close()

    def settings(self) -> None:
        """Open the settings."""
        if self._raised("settings"):
            return
        self.settings_opening.emit()
        from olark_inbox.ui.pages.address_part import AddressPart
        from olark_inbox.ui.pages.senders_part import SendersPart
        from olark_inbox.ui.pages.settings_page import SettingsPage

        page = SettingsPage(self._desk.window, self._settings, self._folder, tray=self._tray)
        senders, address = SendersPart(self._settings), AddressPart(self._inbox, self._settings)
        address.made.connect(self.address_made)
        for part in (senders, address):
            part.failed.connect(self._on_failed)
            page.add_section(part)
        page.theme_chosen.connect(self._on_theme)
        page.text_size_chosen.connect(self._desk.set_text_size)
        page.port_chosen.connect(self._desk.board.use_port)
        page.failed.connect(self._on_failed)
        page.alert_tried.connect(self.alert_tried)
        guide = self._desk.window.menus.actions["setup"]
        page.reach.guide_wanted.connect(guide.trigger)
        for make in self.sections:
            page.add_section(make())
        self._show("settings", page)

    def keys(self) -> None:
        """Open the page of keys."""
        if self._raised("keys"):
            return
        from olark_inbox.ui.pages.keys_page import KeysPage

        entries = self._desk.window.menus.entries.values()
        page = KeysPage(self._desk.window, entries, single=self._settings.single_keys)
        page.single_keys_chosen.connect(self._on_single_keys)
        self._show("keys", page)

    @Slot(QUrl)
    def show_help(self, address: QUrl) -> None:
        """Open the page of the Help that a question mark leads to."""
        self.help(address.path())

    def help(self, page: str = "") -> None:
        """Open the Help, at a page or where it was left."""
        from olark_inbox.ui.help.help_window import HelpWindow
        from olark_inbox.ui.pages.keys_page import lines_of

        if not self._raised("help"):
            shown = HelpWindow(lines_of(self._desk.window.menus.entries.values()))
            shown.do_wanted.connect(lambda name: self._desk.window.menus.actions[name].trigger())
            self._show("help", shown)
        window = self._open["help"]
        if page and isinstance(window, HelpWindow):
            window.show_page(page)

    def about(self) -> None:
        """Say what this program is."""
        if self._raised("about"):
            return
        from olark_inbox.ui.pages.about import About

        page = About(self._desk.window, self._folder)
        page.licences_wanted.connect(self.licences)
        page.report_wanted.connect(lambda: tasks.start(self._copy_report(), name="a report"))
        self._show("about", page)

    async def _copy_report(self) -> None:
        from olark_inbox.ui.pages.about_report import about_report

        try:
            text = await about_report(self._inbox, self._settings, self._folder, tray=self._tray)
        except (StoreError, OSError) as error:
            self._on_failed(error)
            return
        QGuiApplication.clipboard().setText(text)
        self._desk.window.toast.say(translate("Board", "Report copied"), icon="copy")

    def licences(self) -> None:
        """Show the licences of all that goes along."""
        if self._raised("licences"):
            return
        from olark_inbox.ui.pages.licences_page import LicencesPage

        self._show("licences", LicencesPage(self._desk.window))

    def backups(self) -> None:
        """Open the page of backups."""
        if self._raised("backups"):
            return
        from olark_inbox.ui.pages.backup_page import BackupPage

        page = BackupPage(self._desk.window, self._inbox, self._settings, self._folder)
        page.failed.connect(self._on_failed)
        page.said.connect(self._desk.window.toast.say)
        page.port_brought.connect(self._desk.board.use_port)
        self._show("backups", page)
        page.refresh()

    def deliveries(self) -> None:
        """Open what arrived from Olark."""
        if self._raised("deliveries"):
            return
        from olark_inbox.ui.pages.deliveries import DeliveriesWindow

        page = self._arrived = DeliveriesWindow(self._inbox)
        page.open_wanted.connect(self._on_open_wanted)
        page.allow_wanted.connect(self._on_allow_wanted)
        page.failed.connect(self._on_failed)
        page.destroyed.connect(self._on_arrived_gone)
        self._show("deliveries", page)
        page.refresh()

    def _on_arrived_gone(self) -> None:
        self._arrived = None

    def as_sent(self, conversation: int) -> None:
        """Show what Olark sent last about a conversation."""
        self.deliveries()
        if self._arrived is not None:
            self._arrived.show_conversation(conversation)

    def page(self, name: str) -> QWidget | None:
        """Return an open page."""
        return self._open.get(name)

    def _raised(self, name: str) -> bool:
        page = self._open.get(name)
        if page is None:
            return False
        page.raise_()
        page.activateWindow()
        return True

    def _show(self, name: str, page: QWidget) -> None:
        self._open[name] = page
        page.destroyed.connect(lambda: self._open.pop(name, None))
        page.show()

    def _on_changed(self, changes: Changes) -> None:
        if self._arrived is not None and changes.deliveries_changed:
            self._arrived.refresh()

    def _on_allow_wanted(self, sender: str) -> None:
        from olark_inbox.ui.pages.senders_part import with_sender

        networks = with_sender(self._settings.networks, sender)
        try:
            self._settings.networks = networks
        except SettingsNotSaved as error:
            self._on_failed(error)
        tasks.start(self._allow(sender), name="allow a sender")

    async def _allow(self, sender: str) -> None:
        await asyncio.wrap_future(self._inbox.refused.allow(sender))

    def _on_open_wanted(self, conversation: int) -> None:
        self._desk.window.come_forward()
        self._desk.show_conversation(conversation)

    def _on_theme(self, choice: str) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, _SETTINGS.get(choice, "system"))

    def _on_single_keys(self, on: bool) -> None:  # noqa: FBT001 - a signal's value
        self._settings.single_keys = on
        self._desk.set_single_keys(on=on)

    def _on_failed(self, error: BaseException) -> None:
        self._desk.window.toast.say(words.sentence(error), icon="triangle-alert")
