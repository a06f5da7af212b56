"""The door: one request in, the commit awaited, one answer out."""

import asyncio
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import chain
from typing import TypeVar

from aiohttp.http_exceptions import HttpProcessingError
from aiohttp.web_protocol import RequestPayloadError
from aiohttp.web_request import BaseRequest
from aiohttp.web_response import StreamResponse

from olark_inbox.base.clock import now_ms
from olark_inbox.inbox import Body, Inbox
from olark_inbox.olark import template
from olark_inbox.olark.body import Cause
from olark_inbox.receiver import answers, proving, reply
from olark_inbox.receiver.answers import Answer
from olark_inbox.receiver.bell import Bell
from olark_inbox.receiver.book import Book
from olark_inbox.receiver.connection import (
    Connection,
    Connections,
    CutShortError,
    State,
    response,
)
from olark_inbox.receiver.guard import Guard, Limits, is_local
from olark_inbox.receiver.senders import Senders
from olark_inbox.settings import Settings
from olark_inbox.store.errors import StoreError
from olark_inbox.store.rows import Opened, Outcome, Receipt

T = TypeVar("T")

SAMPLE_HEADER = "Olark-Inbox-Sample"
_COUNT_S = 5.0
_LARGE = 128 * 1024
"""From this size on a body is read beside the loop, so that others need not wait."""


class Door:
    """Answers requests. Belongs to one loop; `close` when the loop ends."""

    def __init__(self, inbox: Inbox, settings: Settings, limits: Limits) -> None:
        self._inbox = inbox
        self._settings = settings
        self._limits = limits
        self._bell = Bell(asyncio.get_running_loop(), limits.commit_s)
        self._guard = Guard(lambda: settings.secrets, limits)
        self._senders = Senders(lambda: settings.networks)
        self._reading = ThreadPoolExecutor(1, "olark-large-body")
        self.connections = Connections(self._answer, limits=limits)
        self.proven_port = 0
        """The port at which the last proof was asked for; 0: none yet."""
        self._front_hides = False
        """The public address leads here as if whoever asks sat at this computer."""
        self._came_by = ""
        self._book = Book()
        self._strangers = 0
        self._counted_at = 0.0

    def close(self) -> None:
        """End the thread that reads large bodies, and count who is not counted yet."""
        self._book.write()
        self._count_strangers()
        self._reading.shutdown()

    def sweep(self) -> None:
        """Do what is due now and then: drop who keeps us waiting, count who had no address."""
        self.connections.sweep()
        self._book.write()
        now = asyncio.get_running_loop().time()
        if self._strangers and now > self._counted_at + _COUNT_S:
            self._counted_at = now
            self._count_strangers()

    def _count_strangers(self) -> None:
        count, self._strangers = self._strangers, 0
        if count:
            self._inbox.count_foreign(count)

    async def _answer(self, request: BaseRequest) -> StreamResponse:
        return response(await self._decide(request))

    async def _decide(self, request: BaseRequest) -> Answer:
        if self._is_head_too_large(request):
            return answers.HEADER
        path = _path(request)
        if not self._guard.knows(path):
            return await self._show(request, path)
        nonce = proving.asked(request.method, request.raw_path)
        if nonce:
            self.proven_port = _port(request)
            self._front_hides = is_local(request.headers)
            return await proving.proof(self._inbox, nonce)
        refusal = self._guard.refusal(request.method, request.headers)
        return await self._take(request) if refusal is None else refusal

    async def _take(self, request: BaseRequest) -> Answer:
        """Read a delivery and store it, or keep it aside where its sender is not in the list."""
        raw = await self._read(request)
        if isinstance(raw, Answer):
            return raw
        forwarded = request.headers.getall("X-Forwarded-For", [])
        stranger = self._senders.stranger(_peer(request), forwarded)
        if stranger:
            return await self._keep_refused(request, raw, stranger)
        return await self._store(request, raw)

    async def _keep_refused(self, request: BaseRequest, raw: bytes, sender: str) -> Answer:
        """Keep what came with the right secret: Olark may have changed its addresses."""
        kind = request.headers.get("Content-Type", "")
        coding = request.headers.get("Content-Encoding", "")
        try:
            kept = await self._committed(self._inbox.refused.keep(raw, kind, coding, sender))
        except StoreError:
            kept = None
        answer = answers.LATER if kept is None else answers.STRANGER
        self._book.note(answer.status, len(raw), "refused for its sender")
        return answer

    def _is_head_too_large(self, request: BaseRequest) -> bool:
        headers, extra = request.raw_headers, len(": \r\n")
        size = len(request.raw_path) + extra * len(headers) + sum(map(len, chain(*headers)))
        return size > self._limits.head_bytes or len(headers) > self._limits.headers

    async def _read(self, request: BaseRequest) -> bytes | Answer:
        connection = request.protocol
        assert isinstance(connection, Connection)  # noqa: S101 - our own server made it
        whole = request.content.is_eof()
        if connection.ended and not whole:
            return answers.CUT
        if not whole:
            connection.enter(State.BODY)
            _say_continue(request)
        try:
            # Most deliveries came in one piece: then there is nothing to wait for.
            if whole:
                raw = request.content.read_nowait()
            else:
                async with asyncio.timeout(self._limits.body_s):
                    raw = await self._collect(request)
        except TimeoutError:
            return answers.SLOW
        except CutShortError:
            return answers.CUT
        except (RequestPayloadError, HttpProcessingError):
            return answers.MALFORMED
        connection.enter(State.ANSWER)
        return raw if len(raw) <= self._limits.body_bytes else answers.TOO_LARGE

    async def _collect(self, request: BaseRequest) -> bytes:
        """Return the body, or the beginning of one that is too large."""
        pieces = bytearray()
        while piece := await request.content.readany():
            pieces += piece
            if len(pieces) > self._limits.body_bytes:
                break
        return bytes(pieces)

    async def _store(self, request: BaseRequest, raw: bytes) -> Answer:
        body = Body(
            raw,
            content_type=request.headers.get("Content-Type", ""),
            content_encoding=request.headers.get("Content-Encoding", ""),
            sample=request.headers.get(SAMPLE_HEADER) == "1",
            from_here=is_local(request.headers) and not self._front_hides,
        )
        try:
            if not (body.sample or body.from_here):
                self._note_how_it_came(request)
            receipt = await self._committed(await self._accept(body))
        except StoreError:
            receipt = None
        link = await self._link(receipt, _port(request))
        answer = answers.link(link) if link else _after(receipt)
        if receipt is None:
            self._book.note(answer.status, len(raw), "not stored")
        else:
            self._book.note(answer.status, len(raw), receipt.outcome.value, receipt.delivery)
        return answer

    def _note_how_it_came(self, request: BaseRequest) -> None:
        """Say by which address of ours Olark came, where that tells something new."""
        if _path(request) != f"/olark/{self._settings.secret}":
            # Olark still has the former address; nobody is to think that it has the new one.
            self._inbox.set_state("former_used", {"at_ms": now_ms()})
        host = _host(request)
        if host != self._came_by:
            self._came_by = host
            self._inbox.set_state("came_by", {"host": host})

    async def _link(self, receipt: Receipt | None, port: int) -> str:
        """Return the link Olark is to show for this chat, or ""."""
        wish = self._settings.reply
        if receipt is None or wish == "nothing" or receipt.outcome is not Outcome.STORED:
            return ""
        if len(receipt.conversations) != 1 or receipt.listed:
            return ""
        (conversation,) = receipt.conversations
        if wish == "open":
            return reply.open_link(port, self._settings.secret, conversation)
        try:
            opened = await asyncio.wrap_future(self._inbox.opened(conversation))
        except StoreError:
            # It is stored; that there is no link is no reason to send it again.
            return ""
        return "" if opened is None else self._own_link(opened)

    def _own_link(self, opened: Opened) -> str:
        row = opened.row
        name = "" if row.anonymous else row.name
        known = template.Known(opened.conversation.id, name, row.email, row.phone)
        return template.filled(self._settings.reply_template, known)

    async def _show(self, request: BaseRequest, path: str) -> Answer:
        """Show a conversation in the window where one of our own links was clicked."""
        conversation = reply.opens(path, self._settings.secrets)
        if conversation is None or request.method != "GET" or not is_local(request.headers):
            self._strangers += 1
            return answers.NOT_HERE
        try:
            await asyncio.wrap_future(self._inbox.ask("window", "open", str(conversation)))
        except StoreError:
            return answers.LATER
        return answers.SHOWN

    async def _accept(self, body: Body) -> Future[Receipt]:
        if len(body.raw) < _LARGE:
            return self._inbox.accept(body)
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._reading, self._inbox.accept, body)

    async def _committed(self, promise: Future[T]) -> T | None:
        """Wait for the commit. The promise itself is never cancelled: the writer holds it."""
        kept = promise.done() or await self._bell.wait(promise)
        return promise.result() if kept else None


def _after(receipt: Receipt | None) -> Answer:
    if receipt is None:
        return answers.LATER
    if receipt.outcome is Outcome.FULL:
        return answers.FULL
    if receipt.cause is Cause.TOO_LARGE:
        return answers.TOO_LARGE
    if receipt.cause is Cause.ENCODING:
        return answers.CODING
    if receipt.outcome in (Outcome.UNREADABLE, Outcome.FOREIGN):
        return answers.unreadable(receipt.reason)
    return answers.OK


def _peer(request: BaseRequest) -> str:
    name = request.get_extra_info("peername")
    return str(name[0]) if name else ""


def _path(request: BaseRequest) -> str:
    """Return the path exactly as sent, without a query; a proxy's whole address is understood."""
    target = request.raw_path
    if not target.startswith("/"):
        return request.rel_url.raw_path
    return target.partition("?")[0]


def _host(request: BaseRequest) -> str:
    """Return the name whoever posts called us by, as the tunnel passes it on."""
    headers = request.headers
    named = headers.get("X-Forwarded-Host", headers.get("Host", ""))
    name = named.rpartition(",")[2].strip().partition(":")[0].lower()
    return name if name.isascii() and name.isprintable() else ""


def _port(request: BaseRequest) -> int:
    here = request.get_extra_info("sockname")
    return int(here[1]) if here else 0


def _say_continue(request: BaseRequest) -> None:
    """Tell a sender who asks first (curl, for large bodies) to go on."""
    asked = request.headers.get("Expect", "").lower() == "100-continue"
    if asked and request.transport is not None:
        request.transport.write(b"HTTP/1.1 100 Continue\r\n\r\n")
