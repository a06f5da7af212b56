"""The floor of `ingest-commit`: our own inbox, read and stored the same, one commit a delivery."""

import sys
from pathlib import Path

from aiohttp import web

from olark_inbox.base.folders import open_folders
from olark_inbox.inbox import Body, Inbox


def main() -> None:
    inbox = Inbox.open(open_folders(Path(sys.argv[2])))

    async def hear(request: web.Request) -> web.Response:
        # Waiting here, on the loop, lets no second delivery join the commit.
        inbox.accept(Body(await request.read(), request.content_type)).result()
        return web.Response()

    async def say_ready(app: web.Application) -> None:
        print("ready", flush=True)

    app = web.Application()
    app.router.add_post("/olark/floor", hear)
    app.on_startup.append(say_ready)
    web.run_app(app, host="127.0.0.1", port=int(sys.argv[1]), print=None, access_log=None)
    inbox.close()


if __name__ == "__main__":
    main()
