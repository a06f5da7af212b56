"""An inbox that really listens, and other web servers that may stand where it should."""

import asyncio
import contextlib
import threading

from aiohttp import web

from olark_inbox.base.folders import open_folders
from olark_inbox.inbox import Inbox
from olark_inbox.receiver.thread import ReceiverThread
from olark_inbox.settings import Settings

LONG_S = 120


class Shop:
    """A store, its settings, and a receiver on a free port."""

    def __init__(self, root):
        self.folders = open_folders(root)
        self.settings = Settings(self.folders)
        self.inbox = Inbox.open(self.folders)
        self.receiver = None
        self.port = 0

    def listen(self, **more):
        self.receiver = ReceiverThread(
            self.inbox, self.settings, self.folders, port=self.port, **more
        )
        self.receiver.start()
        self.port = self.receiver.begun.result(LONG_S).port
        return self

    @property
    def address(self):
        return f"http://127.0.0.1:{self.port}"

    @property
    def secret(self):
        return self.settings.secret

    def state(self, name):
        entry = self.inbox.state().result(LONG_S).get(name)
        return {} if entry is None else dict(entry.value)

    def until(self, name, wanted, *, within_s=LONG_S):
        """Wait until a state satisfies `wanted`; return it."""
        changed = threading.Event()
        leave = self.inbox.wakeups.subscribe(changed.set)
        try:
            while True:
                changed.clear()
                found = self.state(name)
                if found and wanted(found):
                    return found
                assert changed.wait(within_s), f"still {found}"
        finally:
            leave()

    def close(self):
        if self.receiver is not None:
            self.receiver.stop()
        self.inbox.close()


@contextlib.asynccontextmanager
async def serving(handler, port=0):
    """A web server on loopback that answers everything with `handler`; gives its address."""
    server = web.Server(handler)
    runner = web.ServerRunner(server, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", port)
    await site.start()
    try:
        host, bound = runner.addresses[0]
        yield f"http://{host}:{bound}"
    finally:
        await runner.cleanup()


def answering(text="", status=200, **headers):
    """A handler that always answers the same."""

    async def answer(_request):
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return web.Response(text=text, status=status, headers=named)

    return answer


def play(story):
    """Run a coroutine on a loop of its own."""
    return asyncio.run(asyncio.wait_for(story, LONG_S * 5))
