"""The window and all that stands around it: loaded when the receiver answers."""

import asyncio
import logging
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject

from olark_inbox.base import tasks
from olark_inbox.base.autostart import autostart, own_command, repair
from olark_inbox.base.folders import Folders
from olark_inbox.base.report import report
from olark_inbox.base.start_menu import start_menu
from olark_inbox.inbox import Inbox, Request
from olark_inbox.settings import Settings, SettingsNotSaved
from olark_inbox.ui.desk.by_itself import ByItself
from olark_inbox.ui.desk.desk import Desk
from olark_inbox.ui.desk.flow import Flow
from olark_inbox.ui.desk.replaced import Replaced, own_program
from olark_inbox.ui.desk.safety import SafetyWatch
from olark_inbox.ui.follow.follow import Follow
from olark_inbox.ui.follow.follow_open import FollowOpen
from olark_inbox.ui.follow.follow_tags import FollowTags
from olark_inbox.ui.follow.replying import Replying
from olark_inbox.ui.frame.furnishing import furnish
from olark_inbox.ui.frame.window import InboxWindow
from olark_inbox.ui.kit import words
from olark_inbox.ui.pages.pages import Pages
from olark_inbox.ui.presence.presence import Presence
from olark_inbox.ui.reach.reaching import Reaching
from olark_inbox.ui.search.searching import Searching

if TYPE_CHECKING:
    from olark_inbox.ui.pages.newer import Newer
    from olark_inbox.ui.saving.saving import Saving

_log = logging.getLogger(__name__)


class House:
    """The window and all that stands around it."""

    def __init__(
        self,
        window: InboxWindow,
        inbox: Inbox,
        settings: Settings,
        folders: Folders,
        ended: asyncio.Event,
        *,
        tray: bool | None = None,
    ) -> None:
        self._sentence = words.sentence
        self.window = window
        furnish(window, inbox, settings.shop_name)
        self.flow = Flow(inbox, settings, words.sentence)
        self.desk = Desk(self.window, self.flow, settings)
        self.reaching = Reaching(self.desk.board, inbox, settings)
        self.safety = SafetyWatch(self.desk.board, self.flow, inbox, settings, folders.root)
        self.presence = Presence(self.desk, inbox, settings, tray=tray)
        there = self.presence.tray is not None
        self.pages = Pages(self.desk, inbox, settings, folders.root, tray=there)
        self.follow = Follow(self.desk, inbox, settings, folders.backups)
        self.follow_tags = FollowTags(self.follow, inbox, settings)
        self.follow_open = FollowOpen(self.desk, inbox, self.follow)
        self.replying = Replying(self.desk, settings)
        self.searching = Searching(self.desk, inbox)
        self.by_itself = ByItself(self.flow, inbox, settings)
        self.replaced = Replaced(self.desk.board, own_program())
        self.again = False
        """The program is to be started anew when it has ended."""
        self._inbox, self._settings, self._ended = inbox, settings, ended
        self._wire()

    def _wire(self) -> None:
        self.presence.quit_wanted.connect(self._ended.set)
        self.desk.board.restart_wanted.connect(self._begin_again)
        self.presence.settings_wanted.connect(self.pages.settings)
        self.pages.alert_tried.connect(self.presence.try_alert)
        self.pages.address_made.connect(self.reaching.guide_to_paste)
        self.presence.deliveries_wanted.connect(self.pages.deliveries)
        self.window.menus.connect({"quit": self.presence.ask_to_quit})
        entries = ("save_pdf", "save_table", "save_again", "print", "bring_back")
        self.window.menus.connect({name: partial(self._save, name) for name in entries})
        self.window.detail.toolbar.save_clicked.connect(partial(self._save, "menu"))
        self.desk.bulk_save_wanted.connect(partial(self._save, "save_pdf"))
        self.flow.requested.connect(self._on_request)
        self.pages.settings_opening.connect(self._complete_settings)

    def _begin_again(self) -> None:
        self.again = True
        self._ended.set()

    @cached_property
    def newer(self) -> "Newer":
        """Looks for newer versions; nobody needs it to see the list."""
        from olark_inbox.ui.pages.newer import Newer

        return Newer(self.desk.board, self.pages, self._settings, self.flow.clock)

    @cached_property
    def saving(self) -> "Saving":
        """All of export: loaded when the window stands, or at once where it is wanted before."""
        from olark_inbox.ui.saving.saving import Saving

        saving = Saving(self.desk, self.pages, self._inbox, self._settings)
        saving.exporting.outside = partial(self.presence.bubbles.say, "Olark Inbox")
        return saving

    def _save(self, what: str) -> None:
        self.saving.save(what)

    def _complete_settings(self) -> None:
        """Bring in those that add to the settings, where these are opened before they are there."""
        for part in ("saving", "newer"):
            getattr(self, part)

    def _on_request(self, request: Request) -> None:
        """Bring back what was opened with the program, by a double-click on it."""
        if request.what == "bring_back":
            self.window.come_forward()
            self.saving.bring_back(Path(request.detail))

    async def enter(self, *, hidden: bool) -> None:
        """Show the window (in the tray alone where it is to be hidden and there is one)."""
        if not hidden:
            self.window.show()
        elif self.presence.tray is None:
            self.window.showMinimized()
        await self.flow.start()
        if self.window.kept.open:
            self.desk.show_conversation(self.window.kept.open)

    def settle(self) -> None:
        """Begin everything nobody waits for while the window opens."""
        self.safety.start()
        self.presence.start()
        self.saving.start()
        self.by_itself.start()
        self.searching.start()
        self.newer.start()
        self.replaced.start()

    def save(self) -> None:
        """Keep where everything stands; what was received is on the disk already."""
        try:
            self.window.remember(self.flow.open_id)
        except SettingsNotSaved as error:
            _log.warning("%s", error)

    async def leave(self) -> None:
        """Put everything away that needs the loop; the receiver still runs."""
        self.save()
        self.follow_open.close()
        self.follow.stop()
        self.by_itself.stop()
        self.searching.stop()
        self.saving.stop()
        self.newer.stop()
        self.replaced.stop()
        self.flow.stop()
        self.presence.stop()
        self.pages.close()
        self.reaching.close()
        self.safety.stop()
        self.window.hide()
        self.window.list.model.close()
        self.desk.board.finish()
        # While these end, the last events of the window may begin more.
        while left := [task for task in tasks.running() if task is not asyncio.current_task()]:
            for task in left:
                task.cancel()
            await asyncio.gather(*left, return_exceptions=True)

    def destroy(self) -> None:
        """Take the window away, last of all, and with it what Qt holds for those around it."""
        self.window.ending = True
        self.window.close()
        for part in vars(self).values():
            if isinstance(part, QObject):
                part.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def say(self, error: BaseException) -> None:
        """Show that something failed, in one sentence."""
        self.desk.board.say_fault(self._sentence(error), report(error))


def repair_starts(folders: Folders) -> None:
    """Let what the owner's menu and his computer start be this program, wherever it lies now."""
    try:
        menu = start_menu(folders.root)
        repaired = repair(autostart(), own_command(folders.root))
        if menu is not None and repair(menu, own_command(folders.root, hidden=False)):
            repaired = True
    except OSError as error:
        _log.warning("what starts the program was not repaired: %s", type(error).__name__)
    else:
        if repaired:
            _log.info("what starts the program was brought up to date")
