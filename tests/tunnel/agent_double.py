"""A double of the ngrok program's local interface: it answers in the documented shapes."""

import base64
import contextlib
import json

from aiohttp import ClientSession, web

from tests.tunnel.makers import serving

METRICS = {"conns": {"count": 0, "p50": 0}, "http": {"count": 0, "p50": 0}}


def endpoint(address, upstream, name="command_line"):
    """One entry of GET /api/endpoints."""
    return {
        "name": name,
        "uri": f"/api/endpoints/{name}",
        "url": address,
        "upstream": {"url": upstream, "protocol": "http1"},
        "inspect": True,
        "pooling_enabled": False,
    }


def tunnel(address, addr, name="command_line"):
    """One entry of GET /api/tunnels, as older programs answer."""
    return {
        "name": name,
        "uri": f"/api/tunnels/{name}",
        "public_url": address,
        "proto": address.partition(":")[0],
        "config": {"addr": addr, "inspect": True},
        "metrics": METRICS,
    }


def captured(  # noqa: PLR0913 - one argument a field
    identity, path, body, *, status=502, method="POST", length=None, headers=None
):
    """One entry of GET /api/requests/http; `status` None: nobody has answered yet."""
    fields = {
        "Content-Type": ["application/x-www-form-urlencoded"],
        "Content-Length": [str(len(body) if length is None else length)],
        "X-Forwarded-For": ["203.0.113.7"],
    } | (headers or {})
    head = "\r\n".join(
        [f"{method} {path} HTTP/1.1", *(f"{k}: {v}" for k, vs in fields.items() for v in vs)]
    )
    whole = head.encode() + b"\r\n\r\n" + body
    response = None if status is None else {
        "status": f"{status} x", "status_code": status, "proto": "HTTP/1.1", "headers": {},
        "raw": "",
    }  # fmt: skip
    return {
        "uri": f"/api/requests/http/{identity}",
        "id": identity,
        "tunnel_name": "command_line",
        "remote_addr": "203.0.113.7",
        "start": "2025-11-20T14:31:07Z",
        "duration": 3893202,
        "request": {
            "method": method,
            "proto": "HTTP/1.1",
            "headers": fields,
            "uri": path,
            "raw": base64.b64encode(whole).decode(),
        },
        "response": response,
    }


class AgentDouble:
    """Set `endpoints` and `requests` (newest first); `asked` tells what it was asked."""

    def __init__(self, *, old=False):
        self.old = old
        self.endpoints = []
        self.requests = []
        self.asked = []
        self.replayed = []
        self.whole = {}
        """Bodies the program has kept whole although it shows only a part."""

    def lead(self, address, port):
        """Lead an address to a port."""
        made = tunnel if self.old else endpoint
        target = f"localhost:{port}" if self.old else f"http://localhost:{port}"
        self.endpoints.append(made(address, target, name=f"e{len(self.endpoints)}"))

    async def answer(self, request):
        name = f"{request.method} {request.path}"
        self.asked.append(request.path_qs)
        list_path = "/api/tunnels" if self.old else "/api/endpoints"
        if name == f"GET {list_path}":
            key = "tunnels" if self.old else "endpoints"
            return web.json_response({key: self.endpoints, "uri": list_path})
        if name == f"POST {list_path}":
            return self._add(await request.json())
        if name == "GET /api/requests/http":
            limit = int(request.query.get("limit", "50"))
            found = self.requests[:limit]
            return web.json_response({"uri": "/api/requests/http", "requests": found})
        if name == "POST /api/requests/http":
            return await self._replay((await request.json())["id"])
        return web.json_response({"error_code": 100, "status_code": 404, "msg": "?"}, status=404)

    def _add(self, wanted):
        upstream = wanted["addr"] if self.old else wanted["upstream"]["url"]
        self.lead("https://added.ngrok-free.dev", upstream.rpartition(":")[2])
        return web.json_response(self.endpoints[-1], status=201)

    async def _replay(self, identity):
        entry = next((each for each in self.requests if each["id"] == identity), None)
        if entry is None:
            return web.json_response({"status_code": 404}, status=404)
        self.replayed.append(identity)
        target = self.endpoints[0]["upstream"]["url"] + entry["request"]["uri"]
        sent = entry["request"]["headers"]
        headers = {name: sent[name][0] for name in ("Content-Type", "X-Forwarded-For")}
        async with (
            ClientSession() as session,
            session.post(target, data=self.whole[identity], headers=headers) as response,
        ):
            await response.read()
        return web.Response(status=204)

    @contextlib.asynccontextmanager
    async def running(self):
        """Listen; gives the port."""
        async with serving(self.answer) as address:
            yield int(address.rpartition(":")[2])


def shown(value):
    """Return a value as it would come over the wire."""
    return json.loads(json.dumps(value))
