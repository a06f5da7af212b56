import asyncio
import socket
import threading

import pytest

from olark_inbox.tunnel.aside import AsideResolver, aside
from tests.tunnel.makers import play


def test_work_aside_gives_its_result_or_its_error():
    assert play(aside(lambda: 42, name="work")) == 42
    with pytest.raises(KeyError):
        play(aside(lambda: {}["gone"], name="work"))


def test_the_loop_can_end_while_something_is_still_under_way():
    release = threading.Event()

    async def story():
        async with asyncio.timeout(0.05):
            await aside(release.wait, name="work")

    with pytest.raises(TimeoutError):
        asyncio.run(story())
    release.set()


def test_a_name_is_looked_up():
    (first, *_) = play(AsideResolver().resolve("localhost", 80))
    assert (first["host"], first["port"]) == ("127.0.0.1", 80)
    with pytest.raises(socket.gaierror):
        play(AsideResolver().resolve("nowhere.invalid"))
