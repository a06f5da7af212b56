"""The way in the program, with a real ngrok account: for a person who has a token.

Run `NGROK_AUTHTOKEN=… uv run python -m tests.manual.ngrok_live`. It connects with the account's own
address, proves it, posts Olark's test and a chat through the internet, cuts the connection and
connects again, and says each time what it found. Nothing is kept; the data folder is thrown away.
"""

import asyncio
import sys
import tempfile
import urllib.request
from pathlib import Path

from olark_inbox.tunnel.ngrok_way import NgrokLibrary, NgrokWay
from olark_inbox.tunnel.proof import Prober
from olark_inbox.tunnel.standing import STATE
from olark_inbox.tunnel.tokens import Tokens
from olark_inbox.tunnel.watch import Watcher
from tests.store.makers import chat, raw, send_test
from tests.tunnel.makers import Shop

LONG_S = 90


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def post(address: str, payload) -> int:
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    request = urllib.request.Request(address, raw(payload), headers)  # noqa: S310 - https of ngrok
    with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310
        return answer.status


def main() -> int:
    """Go through the story; 0 where all of it came true."""
    tokens = Tokens()
    if not tokens.find():
        say("Put your token into NGROK_AUTHTOKEN first.")
        return 2
    with tempfile.TemporaryDirectory() as folder:
        shop = Shop(Path(folder) / "shop")
        ways: list[NgrokWay] = []

        def make(_wish):
            ways.append(NgrokWay(NgrokLibrary(), tokens))
            return ways[-1]

        async def companion(port):
            shop.loop = asyncio.get_running_loop()
            prober = Prober(shop.inbox)
            await Watcher(shop.inbox, shop.settings, port, prober=prober, make=make).run()

        shop.settings.way = "ngrok"
        try:
            shop.listen(companion=companion)
            return _story(shop, ways)
        finally:
            shop.close()


def _story(shop, ways) -> int:
    found = shop.until(STATE, lambda s: s["status"] == "proven" or s["fault"], within_s=LONG_S)
    if found["fault"]:
        say(f"not connected: {found['fault']} {found['detail']}")
        return 1
    say(f"proven in {found['took_ms']} ms: {found['address']}")
    address = f"{found['address']}/olark/{shop.secret}"
    say(f"Olark's test: {post(address, send_test())}; a chat: {post(address, chat('live'))}")
    say(f"the chat is kept: {shop.inbox.by_key('live').result(10) is not None}")
    asyncio.run_coroutine_threadsafe(ways[-1].stop(), shop.loop).result(LONG_S)
    say("cut")
    shop.inbox.ask("tunnel", "check").result(10)
    again = shop.until(
        STATE, lambda s: s["proven_ms"] > found["proven_ms"] and not s["fault"], within_s=LONG_S
    )
    say(f"connected again in {again['took_ms']} ms: {again['address']}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
