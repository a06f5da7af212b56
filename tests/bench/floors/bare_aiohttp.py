"""The floor of `ingest`: reads the form and the JSON with aiohttp, and stores nothing."""

import json

from aiohttp import web


async def _hear(request: web.Request) -> web.Response:
    form = await request.post()
    json.loads(str(form["data"]))
    return web.Response()


async def _say_port(app: web.Application) -> None:
    print("ready", flush=True)


def main() -> None:
    import sys

    app = web.Application()
    app.router.add_post("/olark/floor", _hear)
    app.on_startup.append(_say_port)
    web.run_app(app, host="127.0.0.1", port=int(sys.argv[1]), print=None, access_log=None)


if __name__ == "__main__":
    main()
