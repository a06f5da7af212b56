import asyncio
import threading
from concurrent.futures import Future, ThreadPoolExecutor

from olark_inbox.receiver.bell import Bell


def test_everybody_who_waits_is_told_however_the_promises_are_kept():
    async def story():
        bell = Bell(asyncio.get_running_loop(), 20)
        promises = [Future() for _ in range(500)]
        with ThreadPoolExecutor(4) as pool:
            waiting = [bell.wait(promise) for promise in promises]
            for promise in promises:
                pool.submit(promise.set_result, None)
            return await asyncio.gather(*waiting)

    assert asyncio.run(story()) == [True] * 500


def test_a_promise_kept_before_or_failed_ends_the_wait_too():
    async def story():
        bell = Bell(asyncio.get_running_loop(), 20)
        kept, failed = Future(), Future()
        kept.set_result(1)
        failed.set_exception(OSError("disk"))
        return await bell.wait(kept), await bell.wait(failed)

    assert asyncio.run(story()) == (True, True)


def test_one_that_is_not_kept_in_time_is_left_alone():
    promise = Future()

    async def story():
        return await Bell(asyncio.get_running_loop(), 0.01).wait(promise)

    assert asyncio.run(story()) is False
    assert not promise.cancelled()
    promise.set_result("late, after the loop has ended")


def test_who_waits_too_long_is_let_go_whoever_is_told_meanwhile():
    async def story():
        loop = asyncio.get_running_loop()
        bell = Bell(loop, 0.05)
        promises = [Future() for _ in range(6)]
        waiting = [loop.create_task(bell.wait(promise)) for promise in promises]
        await asyncio.sleep(0)
        for promise in promises[:2] + promises[3:5]:
            promise.set_result(None)
        told = await asyncio.gather(*waiting)
        again = bell.wait(Future())
        return told, await again

    assert asyncio.run(story()) == ([True, True, False, True, True, False], False)


def test_one_wake_up_serves_a_whole_batch():
    async def story():
        loop = asyncio.get_running_loop()
        wakes = []
        soon = loop.call_soon_threadsafe
        loop.call_soon_threadsafe = lambda *a: (wakes.append(a), soon(*a))
        bell = Bell(loop, 20)
        promises = [Future() for _ in range(100)]
        waiting = [loop.create_task(bell.wait(promise)) for promise in promises]
        await asyncio.sleep(0)
        writer = threading.Thread(target=lambda: [p.set_result(None) for p in promises])
        writer.start()
        writer.join()
        await asyncio.gather(*waiting)
        return len(wakes)

    assert asyncio.run(story()) == 1
