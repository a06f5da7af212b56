"""An ngrok program that already runs on this computer: asked through its local interface.

It lists what it leads where, leads one more address to us if we ask it to, and remembers requests
that nobody answered, so that they can be fetched afterwards.
"""

import base64
import binascii
import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import aiohttp

from olark_inbox.tunnel.faults import Fault, WayFailed
from olark_inbox.tunnel.ways import normal_address

PORTS = (4040, 4041, 4042)
"""Where its interface listens: each further program on a computer takes the next."""
NAME = "olark-inbox"
_PATIENCE = aiohttp.ClientTimeout(total=4)
_LOCAL = ("localhost", "127.0.0.1", "::1", "0.0.0.0", "")  # noqa: S104 - compared, not bound
_OK, _CREATED, _NO_CONTENT, _MISSING = 200, 201, 204, 404
_FIRST, _MOST = 250, 4_000
"""How many remembered requests are asked for at first, and at most."""
_ANSWERED = (*range(200, 300), 403)
"""Taken, or refused by our door, which keeps what it refuses for its sender."""
_DIGITS = 20
_CHUNK = re.compile(rb"[0-9A-Fa-f]{1,7}")


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One address the program leads somewhere."""

    name: str
    address: str
    port: int
    """Where on this computer it leads; 0: elsewhere."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """One request the program still has in its memory."""

    id: str
    path: str
    content_type: str
    content_coding: str
    host: str
    """The name by which it was sent; "" where it was not told."""
    body: bytes
    """What was kept of it."""
    length: int | None
    """How long it was; None: not told."""

    @property
    def whole(self) -> bool:
        """Whether all of it was kept; else the program has to send it again itself."""
        return self.length == len(self.body)


class Agent:
    """One running ngrok program, by the address of its local interface."""

    def __init__(self, base: str, session: aiohttp.ClientSession) -> None:
        self._base = base
        self._session = session

    async def endpoints(self) -> tuple[Endpoint, ...]:
        """Return what it leads where; raises WayFailed(AGENT_MISSING)."""
        for path, read in (("/api/endpoints", _endpoints), ("/api/tunnels", _tunnels)):
            status, answer = await self._get(path)
            if status == _OK and isinstance(answer, dict):
                return tuple(read(answer))
        raise WayFailed(Fault.AGENT_MISSING)

    async def add(self, port: int) -> None:
        """Ask it to lead one more address to our port; raises WayFailed."""
        upstream = f"http://127.0.0.1:{port}"
        tries = (
            ("/api/endpoints", {"name": NAME, "upstream": {"url": upstream}, "inspect": True}),
            ("/api/tunnels", {"name": NAME, "proto": "http", "addr": upstream, "inspect": True}),
        )
        for path, wanted in tries:
            status = await self._post(path, wanted)
            if status in (_OK, _CREATED):
                return
            if status != _MISSING:
                break
        raise WayFailed(Fault.AGENT_ELSEWHERE)

    async def unanswered(self, path: str) -> list[Remembered]:
        """Return posts to this path that nobody took, the oldest first."""
        limit, found = _FIRST, await self._requests(_FIRST)
        while len(found) >= limit and limit < _MOST:
            limit = min(limit * 4, _MOST)
            found = await self._requests(limit)
        read = (_remembered(entry, path) for entry in reversed(found))
        return [each for each in read if each is not None]

    async def replay(self, request: str) -> bool:
        """Ask it to send a request again, to where it led; returns whether it will."""
        return await self._post("/api/requests/http", {"id": request}) == _NO_CONTENT

    async def _requests(self, limit: int) -> list[Any]:
        status, answer = await self._get(f"/api/requests/http?limit={limit}")
        found = answer.get("requests") if status == _OK and isinstance(answer, dict) else None
        return found if isinstance(found, list) else []

    async def _get(self, path: str) -> tuple[int, Any]:
        try:
            async with self._session.get(
                self._base + path, timeout=_PATIENCE, allow_redirects=False
            ) as response:
                raw = await response.read()
                return response.status, _json(raw)
        except (aiohttp.ClientError, OSError, TimeoutError) as error:
            raise WayFailed(Fault.AGENT_MISSING) from error

    async def _post(self, path: str, wanted: Mapping[str, Any]) -> int:
        try:
            async with self._session.post(
                self._base + path, json=wanted, timeout=_PATIENCE
            ) as response:
                await response.read()
                return response.status
        except (aiohttp.ClientError, OSError, TimeoutError) as error:
            raise WayFailed(Fault.AGENT_MISSING) from error


class AgentWay:
    """The address of a running ngrok program that leads to our port."""

    def __init__(self, ports: Sequence[int] = PORTS, former_port: Callable[[], int] = int) -> None:
        self._ports = tuple(dict.fromkeys(ports))
        self._former_port = former_port
        self._port = 0
        self.agent_port = 0
        """Where the program was found; 0: nowhere."""

    async def start(self, port: int) -> str:
        self._port = port
        return await self.look()

    async def look(self) -> str:
        async with self.session() as session:
            return await self._find(session)

    async def stop(self) -> None:
        """Leave it running: it is not ours."""

    async def add(self) -> str:
        """Let the program lead an address to us; raises WayFailed."""
        async with self.session() as session:
            agent = await self._first(session)
            await agent.add(self._port)
            return await self._find(session)

    async def agent(self, session: aiohttp.ClientSession) -> Agent:
        """Return the program that leads to us; raises WayFailed."""
        await self._find(session)
        return Agent(self._base(self.agent_port), session)

    @staticmethod
    def session() -> aiohttp.ClientSession:
        """Return a session for its interface: never through a proxy."""
        return aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar())

    @staticmethod
    def _base(port: int) -> str:
        return f"http://127.0.0.1:{port}"

    async def _find(self, session: aiohttp.ClientSession) -> str:
        elsewhere: set[int] = set()
        seen = False
        for port in self._ports:
            try:
                found = await Agent(self._base(port), session).endpoints()
            except WayFailed:
                continue
            seen, self.agent_port = True, port
            address = _ours(found, self._port) or _ours(found, self._former_port())
            if address:
                return normal_address(address)
            elsewhere |= {each.port for each in found if each.port}
        if not seen:
            self.agent_port = 0
            raise WayFailed(Fault.AGENT_MISSING)
        raise WayFailed(Fault.AGENT_ELSEWHERE, ", ".join(map(str, sorted(elsewhere))))

    async def _first(self, session: aiohttp.ClientSession) -> Agent:
        for port in self._ports:
            agent = Agent(self._base(port), session)
            try:
                await agent.endpoints()
            except WayFailed:
                continue
            self.agent_port = port
            return agent
        raise WayFailed(Fault.AGENT_MISSING)


def _ours(endpoints: Sequence[Endpoint], port: int) -> str:
    """Return the address that leads to our port, https before http."""
    fitting = [each.address for each in endpoints if port and each.port == port]
    web = [each for each in fitting if each.startswith(("https://", "http://"))]
    return min(web, key=lambda each: not each.startswith("https://"), default="")


def _json(raw: bytes) -> Any:
    try:
        return json.loads(raw)
    except (ValueError, RecursionError):
        return None


def _endpoints(answer: dict[str, Any]) -> list[Endpoint]:
    found = []
    for entry in _dicts(answer.get("endpoints")):
        upstream = entry.get("upstream")
        target = upstream.get("url") if isinstance(upstream, dict) else upstream
        found.append(_endpoint(entry, entry.get("url"), target))
    return found


def _tunnels(answer: dict[str, Any]) -> list[Endpoint]:
    found = []
    for entry in _dicts(answer.get("tunnels")):
        config = entry.get("config")
        target = config.get("addr") if isinstance(config, dict) else None
        found.append(_endpoint(entry, entry.get("public_url"), target))
    return found


def _endpoint(entry: dict[str, Any], address: Any, target: Any) -> Endpoint:
    return Endpoint(str(entry.get("name", "")), str(address or ""), _port(str(target or "")))


def _port(target: str) -> int:
    """Return the port on this computer that a target such as "localhost:80" or "8765" means."""
    text = target.strip()
    if text.isdecimal():
        text = f"localhost:{text}"
    try:
        parts = urlsplit(text if "://" in text else f"http://{text}")
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return 0
    if host not in _LOCAL:
        return 0
    return port if port is not None else {"http": 80, "https": 443}.get(parts.scheme, 0)


def _dicts(value: Any) -> list[dict[str, Any]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _remembered(entry: Any, path: str) -> Remembered | None:
    """Return a post to this path that nobody took; None for everything else."""
    request = entry.get("request") if isinstance(entry, dict) else None
    if not isinstance(request, dict) or not isinstance(entry.get("id"), str):
        return None
    response = entry.get("response")
    status = response.get("status_code") if isinstance(response, dict) else None
    asked = str(request.get("uri", "")).partition("?")[0]
    if request.get("method") != "POST" or asked != path or status in _ANSWERED:
        return None
    headers = request.get("headers")
    named = {str(k).lower(): v for k, v in headers.items()} if isinstance(headers, dict) else {}
    body, length = _body(str(request.get("raw", ""))), _first_of(named.get("content-length"))
    if _first_of(named.get("transfer-encoding")).lower() == "chunked":
        body, length = _unframed(body)
    return Remembered(
        entry["id"],
        path,
        _first_of(named.get("content-type")),
        _first_of(named.get("content-encoding")),
        _name(_first_of(named.get("x-forwarded-host")) or _first_of(named.get("host"))),
        body,
        int(length) if length.isascii() and length.isdecimal() and len(length) < _DIGITS else None,
    )


def _name(text: str) -> str:
    return text if text.isascii() and text.isprintable() else ""


def _first_of(values: Any) -> str:
    if isinstance(values, list) and values:
        return str(values[0])
    return values if isinstance(values, str) else ""


def _body(raw: str) -> bytes:
    """Return what was kept of the body of a recorded request."""
    try:
        return base64.b64decode(raw, validate=True).partition(b"\r\n\r\n")[2]
    except (binascii.Error, ValueError):
        return b""


def _unframed(framed: bytes) -> tuple[bytes, str]:
    """Return what is kept of a body that came in chunks, and its length where its end is there."""
    body = bytearray()
    while framed:
        size, _, framed = framed.partition(b"\r\n")
        if not _CHUNK.fullmatch(size):
            break
        length = int(size, 16)
        if not length:
            return bytes(body), str(len(body))
        body += framed[:length]
        framed = framed[length + 2 :]
    return bytes(body), ""
