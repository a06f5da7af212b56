"""What the system itself says of sleeping, waking and networks, wherever it says it.

Without such a word the clock tells of a sleep too, a second or two later; so none of this may fail
loudly. It needs no window: whoever receives hears it.
"""

import asyncio
import ctypes
import logging
import sys
from collections.abc import Callable
from enum import Enum, auto
from importlib import import_module
from typing import Any

_log = logging.getLogger(__name__)


class News(Enum):
    """What happened just now."""

    SLEEPS = auto()
    """The computer is about to sleep."""
    WOKE = auto()
    NETWORK = auto()
    """A way into the internet is gone; perhaps another one comes."""


Tell = Callable[[News], None]


async def listen(tell: Tell, platform: str = sys.platform) -> None:
    """Tell what happens, on the running loop, until cancelled."""
    loop = asyncio.get_running_loop()

    def tell_there(news: News) -> None:
        loop.call_soon_threadsafe(tell, news)

    if platform == "linux":
        from olark_inbox.tunnel.linux_news import listen_on_linux  # noqa: PLC0415 - only there

        await listen_on_linux(tell)
        return
    begin = {"win32": begin_on_windows, "darwin": begin_on_mac}.get(platform)
    if begin is None:
        return
    try:
        end = begin(tell_there)
    except (OSError, ImportError, AttributeError) as error:
        _log.info("the system does not tell of sleep: %s", type(error).__name__)
        return
    try:
        await asyncio.Event().wait()
    finally:
        end()


# Windows: a call of the system's own on one of its threads (PowerRegisterSuspendResumeNotification)

_CALLBACK = 2  # DEVICE_NOTIFY_CALLBACK
_OF_WINDOWS = {
    4: News.SLEEPS,  # PBT_APMSUSPEND
    7: News.WOKE,  # PBT_APMRESUMESUSPEND
    18: News.WOKE,  # PBT_APMRESUMEAUTOMATIC
}
_Called = getattr(ctypes, "WINFUNCTYPE", ctypes.CFUNCTYPE)(
    ctypes.c_ulong, ctypes.c_void_p, ctypes.c_ulong, ctypes.c_void_p
)


class _Subscription(ctypes.Structure):
    """DEVICE_NOTIFY_SUBSCRIBE_PARAMETERS."""

    _fields_ = (("callback", _Called), ("context", ctypes.c_void_p))


def begin_on_windows(tell: Tell, library: Any = None) -> Callable[[], None]:
    """Begin to hear of sleep on Windows; returns what ends it. Raises OSError."""
    power = library or getattr(ctypes, "windll").powrprof  # noqa: B009 - elsewhere there is none

    def called(_context: int | None, kind: int, _setting: int | None) -> int:
        if kind in _OF_WINDOWS:
            tell(_OF_WINDOWS[kind])
        return 0

    subscription, handle = _Subscription(_Called(called), None), ctypes.c_void_p()
    refused = power.PowerRegisterSuspendResumeNotification(
        _CALLBACK, ctypes.byref(subscription), ctypes.byref(handle)
    )
    if refused:
        raise OSError(refused, "PowerRegisterSuspendResumeNotification")

    def end() -> None:
        power.PowerUnregisterSuspendResumeNotification(handle)
        subscription.context = None  # until here it must not be thrown away

    return end


# macOS: the workspace's own notifications. They come only where a window's loop runs.


def begin_on_mac(tell: Tell, load: Callable[[str], Any] = import_module) -> Callable[[], None]:
    """Begin to hear of sleep on macOS; returns what ends it. Raises ImportError or OSError."""
    objc = load("rubicon.objc")
    appkit = load("rubicon.objc.runtime").load_library("AppKit")
    centre = objc.ObjCClass("NSWorkspace").sharedWorkspace.notificationCenter
    named = {
        "NSWorkspaceWillSleepNotification": News.SLEEPS,
        "NSWorkspaceDidWakeNotification": News.WOKE,
    }
    kept = []
    for name, news in named.items():

        def called(_notification: int | None, news: News = news) -> None:
            tell(news)

        block = objc.Block(called, None, ctypes.c_void_p)
        observer = centre.addObserverForName(
            objc.objc_const(appkit, name), object=None, queue=None, usingBlock=block
        )
        kept.append((observer, block))

    def end() -> None:
        for observer, _ in kept:
            centre.removeObserver(observer)

    return end
