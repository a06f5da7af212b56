"""The proof that a public address leads to this inbox: a fresh nonce out, an HMAC of it back.

The key is kept in the store and never leaves it: whoever receives (this process or another) can
answer, a stranger's page, another inbox, a captive portal or a warning page cannot.
"""

import asyncio
import errno
import hmac
import re
import secrets
import socket
import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult

from olark_inbox.inbox import Inbox
from olark_inbox.store.errors import StoreError
from olark_inbox.tunnel.aside import aside
from olark_inbox.tunnel.faults import Fault

PATIENCE_S = 15.0
_READ = 16 * 1024
_NONCE_BYTES = 24
_HEADERS = {
    # ngrok's free plan shows browsers a warning page unless the request says this.
    "ngrok-skip-browser-warning": "1",
    "User-Agent": "Olark-Inbox",
    "Accept": "text/plain",
    "Cache-Control": "no-cache, no-store",
}
_ANSWER = re.compile(r"[0-9a-f]{64}")
_NGROK_CODE = re.compile(r"ERR_NGROK_(\d+)")
_NGROK_FAULTS = {
    "6024": Fault.INTERSTITIAL,
    "3004": Fault.OFFLINE,
    "3200": Fault.OFFLINE,
    "3204": Fault.OFFLINE,
    "8012": Fault.BEHIND,
    "725": Fault.LIMIT,
    "726": Fault.LIMIT,
    "727": Fault.LIMIT,
    "734": Fault.LIMIT,
}
_STATUS_FAULTS = {
    401: Fault.GUARDED,
    403: Fault.GUARDED,
    407: Fault.GUARDED,
    429: Fault.LIMIT,
    511: Fault.ELSEWHERE,
    **dict.fromkeys((502, 504, 521, 522, 523, 525, 526, 530), Fault.BEHIND),
}
_NOT_HERE = "There is nothing here.\n"
_LATER = "The inbox cannot store this now; please send it again.\n"
_OWN_WORDS = {(404, _NOT_HERE): Fault.ANOTHER, (503, _LATER): Fault.STORE}
_REDIRECTS = range(300, 400)
_SERVER_FAULTS = range(500, 600)
# OpenSSL's X509_V_ERR_CERT_NOT_YET_VALID and X509_V_ERR_CERT_HAS_EXPIRED.
_NOT_VALID_NOW = (9, 10)

# In this order: some of these are also kinds of OSError or ValueError.
_KINDS: tuple[tuple[tuple[type[Exception], ...], Fault], ...] = (
    ((TimeoutError,), Fault.SLOW),
    ((aiohttp.ClientSSLError, ssl.SSLError), Fault.CERTIFICATE),
    ((aiohttp.InvalidURL,), Fault.NO_ADDRESS),
    ((aiohttp.ClientError,), Fault.BROKEN),
    ((UnicodeError, ValueError), Fault.NO_ADDRESS),
)


class AsideResolver(AbstractResolver):
    """Looks names up by the system, aside."""

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        found = await aside(
            lambda: socket.getaddrinfo(host, port, family=family, type=socket.SOCK_STREAM),
            name="look up a name",
        )
        return [
            ResolveResult(
                hostname=host,
                host=str(address[0]),
                port=int(address[1]),
                family=kind,
                proto=protocol,
                flags=socket.AI_NUMERICHOST | socket.AI_NUMERICSERV,
            )
            for kind, _, protocol, _, address in found
        ]

    async def close(self) -> None:
        """Nothing is kept open."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What came of one try. `fault` None: the address leads to this inbox."""

    fault: Fault | None
    took_ms: int = 0
    detail: str = ""
    """A status or ngrok's number, for small print."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What an address answered."""

    status: int
    headers: Mapping[str, str]
    text: str


class Prober:
    """Sends proofs. A connection of its own each time: an old one would prove an old way."""

    def __init__(
        self,
        inbox: Inbox,
        *,
        patience_s: float = PATIENCE_S,
        resolver: AbstractResolver | None = None,
        trust: ssl.SSLContext | None = None,
    ) -> None:
        self._inbox = inbox
        self._patience = aiohttp.ClientTimeout(total=patience_s)
        self._resolver = resolver
        self._trust = trust

    async def prove(self, address: str, secret: str) -> Proof:
        """Ask the inbox behind `address` (scheme and host) for the answer to a fresh nonce."""
        nonce = secrets.token_urlsafe(_NONCE_BYTES)
        try:
            expected = await asyncio.wrap_future(self._inbox.reach.proof_of(nonce))
        except StoreError:
            return Proof(Fault.STORE)
        began = time.monotonic()
        try:
            reply = await self._ask(f"{address.rstrip('/')}/olark/{secret}?proof={nonce}")
        except (aiohttp.ClientError, OSError, TimeoutError, ValueError) as error:
            return Proof(fault_of(error))
        took_ms = round((time.monotonic() - began) * 1000)
        return judge(reply, expected, took_ms)

    async def _ask(self, url: str) -> Reply:
        connector = aiohttp.TCPConnector(
            ssl=True if self._trust is None else self._trust,
            resolver=self._resolver or AsideResolver(),
            force_close=True,
        )
        async with (
            aiohttp.ClientSession(
                connector=connector,
                timeout=self._patience,
                cookie_jar=aiohttp.DummyCookieJar(),
                trust_env=True,
            ) as session,
            session.get(url, headers=_HEADERS, allow_redirects=False) as response,
        ):
            content = bytearray()
            while len(content) < _READ and (piece := await response.content.readany()):
                content += piece
            text = bytes(content[:_READ]).decode("utf-8", "replace")
            return Reply(response.status, response.headers, text)


def judge(reply: Reply, expected: str, took_ms: int = 0) -> Proof:
    """Say who answered."""
    answer = reply.text.strip()
    if reply.status == 200 and hmac.compare_digest(answer.encode(), expected.encode()):  # noqa: PLR2004
        return Proof(None, took_ms)
    code = _ngrok_code(reply)
    if code:
        return Proof(_NGROK_FAULTS.get(code, Fault.NGROK), took_ms, code)
    own = _OWN_WORDS.get((reply.status, reply.text))
    if own is None and _ANSWER.fullmatch(answer):
        own = Fault.ANOTHER
    return Proof(own or _by_status(reply.status), took_ms, str(reply.status))


def _by_status(status: int) -> Fault:
    if status in _REDIRECTS:
        return Fault.ELSEWHERE
    if status in _STATUS_FAULTS:
        return _STATUS_FAULTS[status]
    return Fault.BEHIND if status in _SERVER_FAULTS else Fault.STRANGER


def _ngrok_code(reply: Reply) -> str:
    found = _NGROK_CODE.search(reply.headers.get("ngrok-error-code", ""))
    if found is None and reply.status != 200:  # noqa: PLR2004 - a page may speak of anything
        found = _NGROK_CODE.search(reply.text)
    return found[1] if found else ""


def fault_of(error: Exception) -> Fault:
    """Say what kept us from an answer."""
    if isinstance(error, aiohttp.ClientConnectorCertificateError):
        code = getattr(error.certificate_error, "verify_code", 0)
        return Fault.CLOCK if code in _NOT_VALID_NOW else Fault.CERTIFICATE
    if isinstance(error, aiohttp.ClientConnectorError) and not isinstance(
        error, aiohttp.ClientSSLError
    ):
        return _by_system(error.os_error)
    for kinds, fault in _KINDS:
        if isinstance(error, kinds):
            return fault
    return _by_system(error) if isinstance(error, OSError) else Fault.BROKEN


def _by_system(error: OSError) -> Fault:
    if isinstance(error, socket.gaierror):
        known = error.errno in (socket.EAI_NONAME, getattr(socket, "EAI_NODATA", None))
        return Fault.UNKNOWN_NAME if known else Fault.NO_NETWORK
    if error.errno in (errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN):
        return Fault.NO_NETWORK
    if isinstance(error, ConnectionResetError | BrokenPipeError):
        return Fault.BROKEN
    return Fault.REFUSED


def host_of(address: str) -> str:
    """Return what is shown of an address: never its secret part."""
    return urlsplit(address).netloc or address
