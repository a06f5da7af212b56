"""A large file is written by a process of its own, so that the window never waits for it.

Both sides are this program. What is wanted goes to the other's standard input, and as long as that
stays open it is still wanted; back come how far it is and, as the last, what came of it.
"""

import logging
import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import IO

from olark_inbox.base import litter, turns
from olark_inbox.base.autostart import spoken_to
from olark_inbox.base.said import said
from olark_inbox.export.arguments import FOR_WINDOW
from olark_inbox.export.errors import ExportFailed, Stopped
from olark_inbox.export.save import Format, Progress, Saved, Saving, Wanted
from olark_inbox.inbox import Inbox
from olark_inbox.store.errors import StoreError
from olark_inbox.store.language import Language, speak, spoken

_log = logging.getLogger(__name__)

FEW = 100
"""So many conversations are written sooner than a process starts."""

_TOLD_EVERY_S = 0.05
_MODEST = 10
"""How far it stands back where the processor is wanted by others too."""
_FLAGS: int = getattr(subprocess, "CREATE_NO_WINDOW", 0) | getattr(
    subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0
)


@dataclass(frozen=True, slots=True)
class _Errand:
    wanted: Wanted
    language: Language
    """What a search may be typed in."""


class _NotBegun(Exception):
    """The other process could not even begin."""


def save(
    inbox: Inbox,
    wanted: Wanted,
    progress: Progress = lambda _done, _total, _name: None,
    stop: threading.Event | None = None,
) -> Saved:
    """Write a file and wait for it; raises what `Saving.run` does.

    Where no other process can do it (a system that starts none, an update under way), this one
    does: the window is a little less quick meanwhile.
    """
    stop = stop or threading.Event()
    if wanted.chosen.ids is None or len(wanted.chosen.ids) > FEW:
        try:
            return _by_another(inbox, wanted, progress, stop)
        except _NotBegun:
            _log.warning("no other process could begin to save a file: it is saved here")
    with turns.short():
        return Saving(inbox, wanted, progress, stop).run()


def _by_another(inbox: Inbox, wanted: Wanted, progress: Progress, stop: threading.Event) -> Saved:
    try:
        other = subprocess.Popen(  # noqa: S603 - this very program
            [*spoken_to(inbox.folders.root), FOR_WINDOW],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl+C in our terminal is ours to hear
            creationflags=_FLAGS,
        )  # fmt: skip
    except OSError as error:
        raise _NotBegun from error
    with other:
        assert other.stdin is not None  # noqa: S101 - it was asked for
        assert other.stdout is not None  # noqa: S101 - so was this
        try:
            with suppress(OSError):  # it has ended already: seen in a moment
                pickle.dump(_Errand(wanted, spoken()), other.stdin)
                other.stdin.flush()
            return _outcome(other.stdin, other.stdout, progress, stop)
        finally:
            with suppress(OSError):
                other.stdin.close()


def _outcome(wish: IO[bytes], told: IO[bytes], progress: Progress, stop: threading.Event) -> Saved:
    """Follow what the other tells until it says what came of it."""
    begun = False
    while True:
        try:
            what = pickle.load(told)  # noqa: S301 - a child of ours wrote it
        except (EOFError, pickle.UnpicklingError, AttributeError, ImportError) as error:
            if begun:
                raise ExportFailed(_FELL) from error
            raise _NotBegun from error
        begun = True
        if isinstance(what, Saved):
            return what
        if isinstance(what, Exception):
            raise what
        progress(*what)
        if stop.is_set() and not wish.closed:
            wish.close()


def work(inbox: Inbox) -> None:
    """Be the other side: save what is wanted on standard input, tell it on standard output."""
    output = _own_output()
    errand: _Errand = pickle.load(sys.stdin.buffer)  # noqa: S301 - from the window that started us
    if hasattr(os, "nice"):
        os.nice(_MODEST)
    litter.look_seldom()
    speak(errand.language)
    stop = threading.Event()
    threading.Thread(target=_wait_until_unwanted, args=(stop,), daemon=True).start()
    with suppress(BrokenPipeError), output:  # the window is gone: nobody wants to hear
        with _telling(output) as progress:
            outcome = _saved(inbox, errand.wanted, progress, stop)
        pickle.dump(outcome, output)


def _saved(
    inbox: Inbox, wanted: Wanted, progress: Progress, stop: threading.Event
) -> Saved | Exception:
    try:
        if wanted.format is Format.PDF:
            from olark_inbox.export import offscreen  # noqa: PLC0415 tables must not load Qt

            offscreen.begin()
        return Saving(inbox, wanted, progress, stop).run()
    except (ExportFailed, Stopped, StoreError) as error:
        return error
    except Exception:  # noqa: BLE001 - what waits for it must hear of it
        _log.exception("a file could not be saved")
        return ExportFailed(_FELL)


def _own_output() -> IO[bytes]:
    """Return where to tell, and let nobody else write there."""
    output = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return output


def _wait_until_unwanted(stop: threading.Event) -> None:
    """Wait for the end of standard input: it was stopped, or the window is gone."""
    # Not by sys.stdin, whose lock would be held when the program ends.
    while os.read(sys.stdin.fileno(), 1):
        pass
    stop.set()


@contextmanager
def _telling(output: IO[bytes]) -> Iterator[Progress]:
    """Give what remembers how far it is; it is told at once, and twenty times a second."""
    now: list[tuple[int, int, str]] = [(0, 0, "")]
    ended = threading.Event()

    def tell() -> None:
        with suppress(BrokenPipeError):
            while True:
                pickle.dump(now[0], output)
                output.flush()
                if ended.wait(_TOLD_EVERY_S):
                    return

    def remember(done: int, total: int, name: str) -> None:
        now[0] = (done, total, name)

    teller = threading.Thread(target=tell, name="telling")
    teller.start()
    try:
        yield remember
    finally:
        ended.set()
        teller.join()


_FELL = said(
    "The file was not finished: what writes it ended before its time. Try again; the report in "
    "Help › About says more."
)
