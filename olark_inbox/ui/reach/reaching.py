"""What the window knows about the public address: read from the store, shown in every place."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from olark_inbox.base import tasks
from olark_inbox.base.autostart import autostart, starts
from olark_inbox.inbox import Body, Inbox
from olark_inbox.settings import Settings, SettingsNotSaved
from olark_inbox.store.errors import StoreError
from olark_inbox.store.reach import Gap, Heard
from olark_inbox.store.roles import StateEntry
from olark_inbox.tunnel.aside import aside
from olark_inbox.tunnel.faults import Fault
from olark_inbox.tunnel.standing import ROLE, STATE, Standing, Status, print_of
from olark_inbox.tunnel.tokens import Kept, tokens
from olark_inbox.tunnel.ways import is_public
from olark_inbox.ui.desk import notices
from olark_inbox.ui.desk.board import Board
from olark_inbox.ui.desk.notices import ReachKnown
from olark_inbox.ui.frame.first_run import OLARK_PAGE
from olark_inbox.ui.kit import words
from olark_inbox.ui.kit.browser import open_page
from olark_inbox.ui.kit.words import translate
from olark_inbox.ui.reach import reach_words
from olark_inbox.ui.reach.gap_card import GapCard
from olark_inbox.ui.reach.setup_facts import Facts, Step

if TYPE_CHECKING:
    from olark_inbox.ui.reach.paste_page import PastePage
    from olark_inbox.ui.reach.setup import Setup

LEAST_GAP_MS = 120_000
"""Shorter gaps are bridged by Olark's own further tries: no card for them."""
SILENT_MS = 240_000
"""Whoever keeps the address notes once a minute that it still leads here: later it is doubtful."""
_REFRESH_MS = 20_000


class Reaching(QObject):
    """Beside one board. It reads and asks; keeping the address is done elsewhere."""

    def __init__(self, board: Board, inbox: Inbox, settings: Settings) -> None:
        super().__init__()
        self._board, self._inbox, self._settings = board, inbox, settings
        self._state: Mapping[str, StateEntry] = {}
        self._heard: dict[str, Heard] = {}
        self._gaps: tuple[Gap, ...] = ()
        self._alive_ms = 0
        self._reading = tasks.Latest("read how the address stands")
        self.guide: Setup | None = None
        self.paste: PastePage | None = None
        self.card = GapCard()
        board.window.list.show_card(self.card)
        self._refreshing = QTimer(self)
        self._refreshing.setInterval(_REFRESH_MS)
        self._refreshing.timeout.connect(lambda: self._reading.start(self._read()))
        self._wire()

    def _wire(self) -> None:
        window = self._board.window
        self._board.flow.stated.connect(self._on_stated)
        self._board.reach_wanted.connect(self._on_notice)
        self._board.reach_linked.connect(self._on_notice_link)
        self.card.looked.connect(self._on_looked)
        self.card.paste_wanted.connect(self.open_paste)
        window.menus.connect({"setup": self.open_guide, "paste_missed": self.open_paste})
        window.first_run.guide_wanted.connect(self.open_guide)
        self._refreshing.start()

    def close(self) -> None:
        """Ask and show no more."""
        self._refreshing.stop()
        self._reading.cancel()
        for page in (self.guide, self.paste):
            if page is not None:
                page.close()

    @property
    def facts(self) -> Facts:
        """All that is known now."""
        value, standing = self._receiver(), self.standing
        listening = value.get("status") == "listening"
        address = ""
        if listening and reach_words.ready(standing):
            address = f"{standing.address}/olark/{self._settings.secret}"
        return Facts(
            listening,
            int(value.get("port", 0)),
            "" if listening else self._board.state.sentence,
            standing,
            address,
            self._heard,
            self._settings.former_secret_works,
            self._board.flow.clock(),
            # A file is read for it, and only the guide asks.
            starts=self.guide is not None and starts(autostart(), self._settings.folder),
            stays=self._settings.closing == "tray",
            former_port=int(value.get("former_port", 0)),
        )

    @property
    def standing(self) -> Standing:
        """How the address stands, if whoever said so still receives."""
        said, receiver = self._state.get(STATE), self._state.get("receiver")
        if said is None or receiver is None or said.pid != receiver.pid:
            return Standing()
        standing = Standing.read(said.value)
        if standing.status is Status.PROVEN and self._has_former_secret():
            standing = replace(standing, changed=True)
        known = max(standing.proven_ms, self._alive_ms)
        if standing.status is Status.PROVEN and self._board.flow.clock() - known > SILENT_MS:
            return replace(
                standing,
                status=Status.UNREACHABLE,
                fault=str(Fault.SILENT),
                since_ms=known,
                noticed_ms=known,
            )
        return standing

    def _has_former_secret(self) -> bool:
        """Whether something came from Olark last by an address before a new secret was made."""
        known = self._state.get("olark")
        return known is not None and known.value.get("secret") != print_of(self._settings.secret)

    def _receiver(self) -> Mapping[str, Any]:
        said = self._state.get("receiver")
        return {} if said is None else said.value

    # News

    def _on_stated(self, state: Mapping[str, StateEntry]) -> None:
        self._state = state
        self._show()
        self._reading.start(self._read())

    async def _read(self) -> None:
        try:
            self._heard = await asyncio.wrap_future(self._inbox.reach.heard())
            alive_ms = await asyncio.wrap_future(self._inbox.reach.alive_ms())
            self._alive_ms = alive_ms or 0
            self._gaps = await asyncio.wrap_future(self._inbox.reach.gaps(least_ms=LEAST_GAP_MS))
        except StoreError:
            return  # the feed says so, and asks again
        self._show()

    def _show(self) -> None:
        facts = self.facts
        state = reach_words.state(facts.standing, facts.now_ms) if facts.listening else None
        shown = facts.standing.address if facts.listening else ""
        if shown and not (state and is_public(shown)):
            shown = ""
        self._board.show_reach(state, shown, self._known(facts))
        checked = reach_words.checked(facts.standing, facts.now_ms) if state else ""
        self._board.window.strip.show_checked(checked)
        # What is wrong now comes first; what was stays until it is looked after.
        calm = facts.standing.status is not Status.UNREACHABLE
        self.card.show_gaps(self._gaps if calm else (), facts.now_ms)
        if self.guide is not None:
            self.guide.show_facts(facts)

    def _known(self, facts: Facts) -> ReachKnown | None:
        """Return what the banner has to say about the address, if anything."""
        if not facts.listening:
            return None
        if facts.standing.status is Status.UNREACHABLE:
            why = reach_words.unreachable(facts.standing, facts.now_ms)
            return ReachKnown(notices.UNREACHABLE, why)
        if reach_words.ready(facts.standing) and facts.standing.changed:
            return ReachKnown(notices.CHANGED, reach_words.host(facts.standing.address))
        if facts.former_port and facts.standing.status is Status.PROVEN:
            return ReachKnown(notices.PORT_MOVED, former_port=facts.former_port)
        return None

    # What the owner wants

    def _on_notice(self, key: str) -> None:
        if key == notices.UNREACHABLE:
            self._ask("connect")
        elif key == notices.PORT_MOVED:
            self.open_guide(Step.ADDRESS)
        else:
            self._board.copy_address()
            self._board.say_copied()

    def _on_notice_link(self, key: str) -> None:
        if key == notices.UNREACHABLE:
            self.open_guide(Step.ADDRESS)
        else:
            open_page(OLARK_PAGE)

    def _on_looked(self, gaps: list[int]) -> None:
        tasks.start(self._look(gaps), name="look after a gap")

    async def _look(self, gaps: list[int]) -> None:
        await asyncio.wrap_future(self._inbox.reach.look(gaps))

    def open_guide(self, step: Step | None = None) -> None:
        """Open the guide, where something is still to do or at a certain step."""
        if self.guide is None:
            from olark_inbox.ui.reach.setup import Setup

            guide = Setup(self._board.window, self._settings)
            guide.way.wanted.connect(self._on_way)
            guide.way.token_given.connect(self._on_token)
            guide.way.asked.connect(self._ask)
            guide.way.ngrok.forget_wanted.connect(self._on_token_unwanted)
            guide.copied.connect(self._board.say_copied)
            guide.forget_wanted.connect(self._on_forget)
            guide.staying.connect(self._on_staying)
            guide.looked_after.connect(self._show)
            guide.destroyed.connect(self._on_guide_gone)
            self.guide = guide
        self.guide.show_facts(self.facts)
        if step is not None:
            self.guide.go(step)
        self.guide.show()
        self.guide.raise_()
        self.guide.activateWindow()

    def guide_to_paste(self) -> None:
        """Open the guide where a new address is pasted in Olark."""
        self.open_guide(Step.PASTE)

    def open_paste(self) -> None:
        """Open the window to paste what was missed."""
        if self.paste is None:
            from olark_inbox.ui.reach.paste_page import PastePage

            self.paste = PastePage(self._board.window)
            self.paste.kept.connect(self._on_pasted)
            self.paste.destroyed.connect(self._on_paste_gone)
        self.paste.show()
        self.paste.raise_()
        self.paste.activateWindow()

    def _on_paste_gone(self) -> None:
        self.paste = None

    def _on_pasted(self, payload: str) -> None:
        tasks.start(self._keep_pasted(payload), name="keep what was pasted")

    async def _keep_pasted(self, payload: str) -> None:
        receipt = self._inbox.accept(Body(payload.encode(), "application/json"))
        kept = await asyncio.wrap_future(receipt)
        if kept.conversations:
            self._board.flow.open(kept.conversations[0])

    def _on_guide_gone(self) -> None:
        self.guide = None

    def _on_way(self, wish: dict[str, Any]) -> None:
        try:
            self._settings.store(wish)
        except SettingsNotSaved as error:
            self._board.window.toast.say(words.sentence(error), icon="triangle-alert")
        self._ask("connect")

    def _on_token(self, token: str) -> None:
        tasks.start(self._keep_token(token), name="keep a token")

    async def _keep_token(self, token: str) -> None:
        kept = await aside(lambda: tokens.keep(token), name="keep the token")
        if kept is Kept.SESSION and self.guide is not None:
            says = translate(
                "Reaching",
                "This computer has no safe place for the token: it holds until the program ends. "
                "Put it into the environment variable {0} to keep it.",
            )
            self.guide.way.ngrok.say_kept(says.format("NGROK_AUTHTOKEN"))
        self._ask("connect")

    def _on_token_unwanted(self) -> None:
        self._on_way({"way": "none"})
        tasks.start(aside(tokens.forget, name="forget the token"), name="forget a token")

    def _on_forget(self) -> None:
        try:
            self._settings.forget_former_secret()
        except SettingsNotSaved as error:
            self._board.window.toast.say(words.sentence(error), icon="triangle-alert")
        self._show()

    def _on_staying(self, stays: bool) -> None:  # noqa: FBT001 - a signal's value
        try:
            self._settings.closing = "tray" if stays else "ask"
        except SettingsNotSaved as error:
            self._board.window.toast.say(words.sentence(error), icon="triangle-alert")
        self._show()

    def _ask(self, what: str) -> None:
        tasks.start(self._asked(what), name="ask for the address")

    async def _asked(self, what: str) -> None:
        await asyncio.wrap_future(self._inbox.ask(ROLE, what))
