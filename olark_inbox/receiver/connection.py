"""One open connection and all of them: time limits, the cap, and plain words for bad framing.

The state of a connection says what it waits for. Only the sender can hold it up in IDLE, HEAD and
BODY, so only there it has a deadline and may be dropped for a newcomer.
"""

import asyncio
import logging
from enum import Enum, auto
from typing import Any

from aiohttp.http_exceptions import HttpProcessingError, LineTooLong
from aiohttp.streams import StreamReader
from aiohttp.web_protocol import RequestHandler
from aiohttp.web_request import BaseRequest
from aiohttp.web_response import Response, StreamResponse
from aiohttp.web_server import Server

from olark_inbox.receiver import answers
from olark_inbox.receiver.answers import Answer
from olark_inbox.receiver.guard import Limits

_log = logging.getLogger(__name__)
_FOR_EVER_S = 86_400.0


class State(Enum):
    """What a connection waits for."""

    IDLE = auto()
    HEAD = auto()
    BODY = auto()
    ANSWER = auto()
    """The whole request is here; it waits for us."""


class Request(BaseRequest):
    """A request whose answers carry neither banner nor date: all refusals are the same bytes."""

    async def _prepare_hook(self, response: StreamResponse) -> None:
        response.headers.pop("Server", None)
        response.headers.pop("Date", None)


def response(answer: Answer) -> Response:
    """Return the answer as aiohttp wants it."""
    body = answer.text.encode("utf-8")
    made = Response(status=answer.status, body=body, headers=answer.headers)
    if body:
        made.headers["Content-Type"] = answer.content_type
    if answer.closes:
        made.force_close()
    return made


class Connection(RequestHandler):
    """One open connection."""

    __slots__ = ("_draining", "_head_bytes", "_limits", "ended", "since", "state")

    def __init__(
        self, manager: "Connections", *, loop: asyncio.AbstractEventLoop, limits: Limits
    ) -> None:
        super().__init__(
            manager,
            loop=loop,
            # The deadlines below replace this one, which cuts off a head that has just begun.
            keepalive_timeout=_FOR_EVER_S,
            lingering_time=limits.drain_s,
            max_line_size=limits.head_bytes,
            max_field_size=limits.head_bytes,
            # Unpacking has a cap of its own, in the reader.
            auto_decompress=False,
            access_log=None,  # type: ignore[arg-type]  # None is documented, and means none
            logger=_log,
        )
        self._limits = limits
        self._head_bytes = 0
        self._draining: StreamReader | None = None
        self.ended = False
        """The sender has said that he has said all."""
        self.state = State.HEAD
        self.since = loop.time()

    def enter(self, state: State) -> None:
        """Say what the connection waits for from now on."""
        self.state = state
        self.since = self._loop.time()

    def data_received(self, data: bytes) -> None:
        if self.state is State.IDLE and data and not self._drains:
            self.enter(State.HEAD)
            self._head_bytes = 0
        super().data_received(data)
        if self.state is not State.HEAD:
            return
        if self._messages:
            self.enter(State.BODY)
            return
        self._head_bytes += len(data)
        if self._head_bytes > 2 * self._limits.head_bytes:
            self.refuse(answers.HEADER)

    def eof_received(self) -> bool:  # type: ignore[override]
        """Answer also a sender who says that he has said all (a half-closed socket)."""
        self.ended = True
        if self.state in (State.BODY, State.ANSWER):
            if self._current_request is not None and not self._current_request.content.is_eof():
                self._current_request.content.set_exception(CutShortError())
            return True
        if self.state is State.HEAD and self._head_bytes:
            self.refuse(answers.CUT)
        self._drain_no_more()
        return False

    def connection_lost(self, exc: BaseException | None) -> None:
        """Let nothing wait for the rest of a body that will not come."""
        self._drain_no_more()
        super().connection_lost(exc)

    @property
    def _drains(self) -> bool:
        """What comes in is the rest of a body that was answered already: no new request."""
        return self._draining is not None and not self._draining.is_eof()

    def _drain_no_more(self) -> None:
        if self._draining is not None:
            self._draining.set_exception(CutShortError())
            self._draining = None

    async def finish_response(
        self, request: BaseRequest, resp: StreamResponse, start_time: float | None
    ) -> tuple[StreamResponse, bool]:
        """Send the answer; from then on the connection waits for its sender again."""
        # Whoever does not take his answer is as idle as one who asks nothing.
        self.enter(State.IDLE)
        self._draining = None if request.content.is_eof() else request.content
        result = await super().finish_response(request, resp, start_time)
        if self.ended:
            self._drain_no_more()
        # What was sent in one breath with this request is handled next.
        self.enter(State.BODY if self._messages else State.IDLE)
        if self.ended and not self._messages:
            self.close()
        return result

    def handle_error(
        self,
        request: BaseRequest,
        status: int = 500,  # noqa: ARG002 - aiohttp's signature
        exc: BaseException | None = None,
        message: str | None = None,  # noqa: ARG002 - it quotes what was sent
    ) -> StreamResponse:
        """Answer what was no request, and a fault of ours, in words that tell nothing."""
        if self.transport is None or request.writer.output_size > 0:
            raise ConnectionResetError from exc
        if isinstance(exc, HttpProcessingError):
            return response(_framing(exc))
        _log.error("a delivery could not be handled", exc_info=exc)
        return response(answers.LATER)

    def log_exception(self, *args: Any, **kw: Any) -> None:
        """Keep what a bad sender causes out of the log: it would quote what was sent."""

    def overdue(self, now: float) -> bool:
        """Return whether the sender has had his time."""
        waited = now - self.since
        if self.state is State.IDLE:
            return waited > self._limits.idle_s
        return self.state is State.HEAD and waited > self._limits.head_s

    def refuse(self, answer: Answer) -> None:
        """Say why and hang up, where there is no request to answer."""
        if self.transport is not None:
            self.transport.write(answers.as_bytes(answer))
        self.force_close()


class CutShortError(Exception):
    """The sender hung up in the middle of the body."""


def _framing(error: HttpProcessingError) -> Answer:
    large = isinstance(error, LineTooLong) or error.message.startswith("Too many headers")
    return answers.HEADER if large else answers.MALFORMED


class Connections(Server):
    """All open connections; at the cap the oldest one that keeps us waiting gives way."""

    def __init__(self, handler: Any, *, limits: Limits) -> None:
        super().__init__(handler, request_factory=self._request)
        self._limits = limits

    def __call__(self) -> RequestHandler:
        return Connection(self, loop=asyncio.get_running_loop(), limits=self._limits)

    def _request(
        self, message: Any, payload: Any, protocol: Any, writer: Any, task: Any
    ) -> Request:
        return Request(message, payload, protocol, writer, task, asyncio.get_running_loop())

    def connection_made(self, handler: RequestHandler, transport: asyncio.Transport) -> None:
        super().connection_made(handler, transport)
        there = self._open()
        if len(there) > self._limits.connections:
            waiting = [c for c in there if c.state is not State.ANSWER]
            min(waiting, key=lambda c: c.since).force_close()

    def sweep(self) -> None:
        """Hang up on everybody who had his time; called a few times a second."""
        now = asyncio.get_running_loop().time()
        for connection in self._open():
            if not connection.overdue(now):
                continue
            if connection.state is State.HEAD:
                connection.refuse(answers.SLOW)
            else:
                connection.force_close()

    def _open(self) -> list[Connection]:
        return [
            c for c in self.connections if isinstance(c, Connection) and c.transport is not None
        ]
