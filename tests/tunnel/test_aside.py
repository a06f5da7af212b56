import asyncio
import threading

import pytest

from olark_inbox.tunnel.aside import aside
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
