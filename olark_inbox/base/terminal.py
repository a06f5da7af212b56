"""The terminal the program was started in, if any, and what its closing means."""

import contextlib
import os
import signal
import sys
from collections.abc import Callable, Iterator
from types import FrameType

Handler = Callable[[int, FrameType | None], None]
_OURS = ("stdin", "stdout", "stderr")
_WINDOWS = "win32"

KEPT = (
    "Olark Inbox goes on receiving in its window when this terminal is closed; "
    "Ctrl+C here, or Quit in its File menu, ends it."
)
TAKEN_ALONG = (
    "Closing this terminal ends Olark Inbox, and receiving with it; "
    "started from the Start menu (Help, Add to the start menu) it needs none."
)
ENDS = "Receiving ends when this terminal is closed."
GOES_ON = "Receiving goes on when this terminal is closed."


def say(sentence: str) -> None:
    """Say something to whoever sits at the terminal; nothing where nobody does."""
    stream = sys.stderr
    with contextlib.suppress(OSError):  # it may be closed at this very moment
        if stream is not None and stream.isatty():
            print(f"olark-inbox: {sentence}", file=stream, flush=True)


def what_closing_means(platform: str = sys.platform) -> str:
    """Return what becomes of a window whose terminal is closed: Windows takes it along."""
    return TAKEN_ALONG if platform == _WINDOWS else KEPT


def closing_ends() -> str:
    """Return what becomes of receiving without a window: it ends, unless nohup holds it."""
    return ENDS if _minds() else GOES_ON


def let_go() -> None:
    """Read and write nothing more there: a terminal that was closed fails every write."""
    with contextlib.suppress(OSError):
        nothing = os.open(os.devnull, os.O_RDWR)
        for number in range(len(_OURS)):
            os.dup2(nothing, number)
        os.close(nothing)


def give_streams() -> None:
    """Let what is printed go nowhere in a program that was started without a terminal."""
    for name in _OURS:
        if getattr(sys, name) is None:
            mode = "r" if name == "stdin" else "w"
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115


def outlived() -> contextlib.AbstractContextManager[None]:
    """Go on when the terminal is closed: the window is still there, and receiving with it."""
    return hang_up(lambda _number, _frame: None)


@contextlib.contextmanager
def hang_up(handler: Handler) -> Iterator[None]:
    """Let go of the terminal when it is closed, and have this called.

    Whoever started us may have said never to mind (nohup): then that holds.
    """
    number = getattr(signal, "SIGHUP", None)
    if number is None or not _minds():
        yield
        return

    def closed(given: int, frame: FrameType | None) -> None:
        let_go()
        handler(given, frame)

    former = signal.signal(number, closed)
    try:
        yield
    finally:
        signal.signal(number, former)


def _minds() -> bool:
    """Whether a terminal that closes takes us along: always on Windows, else unless told not to."""
    number = getattr(signal, "SIGHUP", None)
    return number is None or signal.getsignal(number) is not signal.SIG_IGN
