"""Following up on the open conversation: its note, its reminder, who wrote it."""

import asyncio
from concurrent.futures import Future

from PySide6.QtCore import QObject

from olark_inbox.inbox import Inbox, Undo
from olark_inbox.store.errors import StoreError
from olark_inbox.store.rows import Changes, Opened
from olark_inbox.ui.desk.desk import Desk
from olark_inbox.ui.follow.follow import Follow
from olark_inbox.ui.follow.timeline import Timeline
from olark_inbox.ui.kit.words import translate


class FollowOpen(QObject):
    """Joins the panes of one conversation with the store."""

    def __init__(self, desk: Desk, inbox: Inbox, follow: Follow) -> None:
        super().__init__()
        self._desk, self._inbox, self._follow = desk, inbox, follow
        self.timeline: Timeline | None = None
        detail, flow = desk.window.detail, desk.flow
        detail.note.written.connect(self._keep_note)
        detail.note.reminder_cleared.connect(follow.forget_reminder)
        detail.card.join_wanted.connect(self._join)
        detail.card.part_wanted.connect(self._part)
        detail.card.timeline_wanted.connect(self.show_timeline)
        desk.window.menus.connect({"note": self.write_note, "timeline": self.show_timeline})
        flow.opened.connect(lambda opened, _words: self._on_opened(opened))
        flow.refreshed.connect(self._on_opened)
        flow.gone.connect(lambda: desk.window.menus.enable(("note", "timeline"), on=False))
        flow.changed.connect(self._on_changed)
        desk.window.menus.enable(("note", "timeline"), on=False)

    # The note

    def write_note(self) -> None:
        """Let the owner write a note on the open conversation."""
        if self._desk.flow.open_id is not None:
            self._desk.window.detail.note.begin()

    def _keep_note(self, conversation: int, text: str) -> None:
        # Queued at once: the window may be going, and its tasks with it.
        writing = self._inbox.notes.write(conversation, text)
        self._desk.flow.start_task(self._kept(writing), "note")

    async def _kept(self, writing: "Future[Undo]") -> None:
        # Kept without a word, as one types; Undo knows it all the same.
        self._desk.flow.remember(await asyncio.wrap_future(writing))
        self._desk.show_selection()

    # The person

    def _on_opened(self, opened: Opened) -> None:
        self._desk.window.menus.enable(("note",), on=True)
        self._desk.window.menus.enable(("timeline",), on=bool(opened.earlier))
        self._ask_person(opened.row.id)

    def _on_changed(self, changes: Changes) -> None:
        one = self._desk.flow.open_id
        if one is not None and (changes.reset or changes.changes):
            self._ask_person(one)  # somebody of the same address may just have written

    def _ask_person(self, conversation: int) -> None:
        self._desk.flow.start_task(self._show_person(conversation), "person")

    async def _show_person(self, conversation: int) -> None:
        try:
            person = await asyncio.wrap_future(self._inbox.persons.person(conversation))
        except StoreError:
            return  # the flow says so
        self._desk.window.detail.card.show_person(conversation, person)

    def _join(self, identity: str) -> None:
        one = self._desk.flow.open_id
        if one is not None:
            said = translate("FollowOpen", "They are one person now")
            self._desk.flow.do(self._inbox.persons.join(one, identity), said)

    def _part(self, identity: str) -> None:
        said = translate("FollowOpen", "They are two persons again")
        self._desk.flow.do(self._inbox.persons.part(identity), said)

    def show_timeline(self) -> None:
        """Show every line of the person of the open conversation."""
        if self._desk.flow.open_id is not None:
            self._desk.flow.start_task(self._timeline(self._desk.flow.open_id), "timeline")

    async def _timeline(self, conversation: int) -> None:
        moments = await asyncio.wrap_future(self._inbox.persons.timeline(conversation))
        row = self._desk.flow.open_row
        if not moments or row is None:
            return
        self.timeline = Timeline(self._desk.window, row.name, moments, self._desk.flow.clock())
        self.timeline.show()

    def close(self) -> None:
        """Keep what is being typed; close what is open."""
        self._desk.window.detail.note.keep()
