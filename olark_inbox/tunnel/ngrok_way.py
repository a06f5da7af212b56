"""A public address from inside the program, by ngrok's own library.

The library is met through the thin `Library`; all that is ours (tokens, faults, what is lost and
found again) stands on this side of it and is tested without a network.
"""

import asyncio
import logging
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

from olark_inbox.tunnel.aside import aside
from olark_inbox.tunnel.faults import Fault, WayFailed
from olark_inbox.tunnel.tokens import Tokens
from olark_inbox.tunnel.ways import normal_address

_log = logging.getLogger(__name__)

_CONNECT_S = 25.0
_CLOSE_S = 5.0
_UNLOCK_S = 60.0
_CODE = re.compile(r"ERR_NGROK_(\d+)")
_CODES = {
    "105": Fault.TOKEN_BAD,
    "106": Fault.TOKEN_BAD,
    "107": Fault.TOKEN_BAD,
    "4018": Fault.UNVERIFIED,
    "108": Fault.SESSION_LIMIT,
    "334": Fault.TAKEN,
    "313": Fault.PAID,
    "314": Fault.PAID,
    "725": Fault.LIMIT,
    "727": Fault.LIMIT,
}
_WORDS = (
    ("establish tcp connection", Fault.NO_NETWORK),
    ("dns", Fault.NO_NETWORK),
    ("certificate", Fault.CLOCK),
    ("tls handshake", Fault.CLOCK),
    ("through proxy", Fault.NO_NETWORK),
    ("authentication fail", Fault.TOKEN_BAD),
    ("without auth token", Fault.TOKEN_MISSING),
)


class Opened(Protocol):
    """An address that leads here until it is closed."""

    url: str

    async def close(self) -> None: ...


class Library(Protocol):
    """What is needed of ngrok's library."""

    async def open(
        self, token: str, upstream: str, name: str, lost: Callable[[str], None]
    ) -> Opened:
        """Connect, and lead the account's address (or `name`) to `upstream`.

        `lost` is told, on any thread, each time the connection is lost. Raises whatever the
        library raises: `fault_of` reads it.
        """


class NgrokWay:
    """Connects, notices what is lost, and connects again when it is started again."""

    def __init__(self, library: Library, tokens: Tokens, name: str = "") -> None:
        self._library = library
        self._tokens = tokens
        self._name = name
        self._opened: Opened | None = None
        self._lost: WayFailed | None = None

    async def start(self, port: int) -> str:
        """Connect anew, whatever was before."""
        await self.stop()
        loop = asyncio.get_running_loop()
        token = await self._token()
        self._lost = None

        def lost(message: str) -> None:
            loop.call_soon_threadsafe(self._on_lost, message)

        try:
            async with asyncio.timeout(_CONNECT_S):
                self._opened = await self._library.open(
                    token, f"http://127.0.0.1:{port}", self._name, lost
                )
        except TimeoutError as error:
            raise WayFailed(Fault.NO_NETWORK) from error
        except ImportError as error:
            raise WayFailed(Fault.UNAVAILABLE) from error
        except (ValueError, OSError, RuntimeError) as error:
            raise read_fault(error) from error
        return await self.look()

    async def _token(self) -> str:
        try:
            # The key store may ask its owner to unlock it first.
            async with asyncio.timeout(_UNLOCK_S):
                token = await aside(self._tokens.find, name="find the token")
        except TimeoutError as error:
            raise WayFailed(Fault.TOKEN_MISSING) from error
        if not token:
            raise WayFailed(Fault.TOKEN_MISSING)
        return token

    async def look(self) -> str:
        if self._lost is not None:
            raise self._lost
        if self._opened is None:
            raise WayFailed(Fault.NO_ADDRESS)
        return normal_address(self._opened.url)

    async def stop(self) -> None:
        opened, self._opened = self._opened, None
        if opened is None:
            return
        try:
            async with asyncio.timeout(_CLOSE_S):
                await opened.close()
        except (TimeoutError, ValueError, OSError, RuntimeError) as error:
            _log.info("the address was not closed in order: %s", type(error).__name__)

    def _on_lost(self, message: str) -> None:
        self._lost = read_fault(ValueError(message))


def read_fault(error: Exception) -> WayFailed:
    """Say what the library's exception means: it only ever raises ValueError with texts."""
    text = " ".join(str(part) for part in error.args)
    code = _CODE.search(text)
    if code is not None:
        return WayFailed(_CODES.get(code[1], Fault.NGROK), code[1])
    lowered = text.lower()
    for words, fault in _WORDS:
        if words in lowered:
            return WayFailed(fault)
    return WayFailed(Fault.NO_NETWORK if not text else Fault.NGROK)


@dataclass
class _Session:
    url: str
    _parts: tuple[Any, Any] = field(repr=False)

    async def close(self) -> None:
        session, listener = self._parts
        await listener.close()
        await session.close()


class NgrokLibrary:
    """The real library. Loaded at the first use: it is 20 MB of machine code."""

    def __init__(self, server: str = "") -> None:
        self._server = server
        """Another place to connect to than ngrok's own, for accounts that have one."""

    async def open(
        self, token: str, upstream: str, name: str, lost: Callable[[str], None]
    ) -> Opened:
        import ngrok  # noqa: PLC0415 - see above

        def disconnected(_address: str, message: str) -> None:
            lost(message)

        # Its own heartbeat notices a dead connection after some 15 seconds.
        session_builder = (
            ngrok.SessionBuilder()
            .authtoken(token)
            .handle_disconnection(disconnected)
            .metadata("Olark Inbox")
        )
        if self._server:
            session_builder = session_builder.server_addr(self._server)
        session = await session_builder.connect()
        builder = session.http_endpoint().forwards_to(upstream).metadata("Olark Inbox")
        if name:
            builder = builder.domain(name)
        listener = await builder.listen_and_forward(upstream)
        return _Session(listener.url(), (session, listener))
