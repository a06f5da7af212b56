import asyncio
import ctypes
from types import SimpleNamespace

import pytest

from olark_inbox.tunnel import system_news
from olark_inbox.tunnel.system_news import News, begin_on_mac, begin_on_windows, listen
from tests.tunnel.makers import play


class Windows:
    """powrprof.dll, as it is documented: keeps one callback and calls it."""

    def __init__(self, refused=0):
        self.refused, self.callback, self.ended = refused, None, None

    def PowerRegisterSuspendResumeNotification(self, flags, subscription, handle):  # noqa: N802
        assert flags == 2
        self.callback = subscription._obj.callback
        handle._obj.value = 77
        return self.refused

    def PowerUnregisterSuspendResumeNotification(self, handle):  # noqa: N802
        self.ended = handle.value
        return 0


def test_windows_tells_of_sleep_and_waking_until_it_is_not_wanted_any_more():
    power, told = Windows(), []
    end = begin_on_windows(told.append, power)
    assert [power.callback(None, kind, None) for kind in (4, 10, 18, 7)] == [0] * 4
    assert told == [News.SLEEPS, News.WOKE, News.WOKE]
    end()
    assert power.ended == 77


def test_windows_may_refuse():
    with pytest.raises(OSError, match="PowerRegister"):
        begin_on_windows(print, Windows(refused=87))


class Mac:
    """The parts of rubicon.objc that are used, over a notification centre of its own."""

    def __init__(self):
        self.observers = {}
        self.sharedWorkspace = SimpleNamespace(notificationCenter=self)

    def load(self, name):
        if name == "rubicon.objc.runtime":
            return SimpleNamespace(load_library=lambda library: library)
        return SimpleNamespace(
            ObjCClass=lambda name: {"NSWorkspace": self}[name],
            Block=lambda work, result, *arguments: work,
            objc_const=lambda library, name: (library, name),
        )

    def addObserverForName(self, name, *, object, queue, usingBlock):  # noqa: A002, N802, N803
        self.observers[name] = usingBlock
        return name

    def removeObserver(self, observer):  # noqa: N802
        del self.observers[observer]


def test_macos_tells_of_sleep_and_waking_until_it_is_not_wanted_any_more():
    mac, told = Mac(), []
    end = begin_on_mac(told.append, mac.load)
    mac.observers["AppKit", "NSWorkspaceWillSleepNotification"](ctypes.c_void_p())
    mac.observers["AppKit", "NSWorkspaceDidWakeNotification"](ctypes.c_void_p())
    assert told == [News.SLEEPS, News.WOKE]
    end()
    assert mac.observers == {}


@pytest.mark.parametrize("platform", ["win32", "darwin", "plan9"])
def test_a_system_that_tells_nothing_is_no_error(platform):
    play(listen(print, platform))  # neither of them is here: it ends at once


def test_what_a_thread_of_the_system_says_arrives_on_the_loop(monkeypatch):
    said, ended = [], []

    def begin(tell):
        said.append(tell)
        return lambda: ended.append(True)

    monkeypatch.setattr(system_news, "begin_on_windows", begin)

    async def story():
        told = asyncio.Queue()
        task = asyncio.get_running_loop().create_task(listen(told.put_nowait, "win32"))
        await asyncio.sleep(0)
        await asyncio.to_thread(said[0], News.WOKE)
        assert await told.get() is News.WOKE
        task.cancel()
        await asyncio.wait({task})
        assert ended == [True]

    play(story())
