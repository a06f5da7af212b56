"""A large file is written by a process of its own, so that the window never waits for it.

Both sides are this program. What is wanted goes to the other's standard input, and as long as that
stays open it is still wanted; back come how far it is and, as the last, what came of it.
"""

import logging
import pickle
import subprocess
import threading
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import IO

import olark_inbox
from olark_inbox.base import turns
from olark_inbox.base.autostart import spoken_to
from olark_inbox.export.arguments import FOR_WINDOW
from olark_inbox.export.errand import FELL, MARK, Errand
from olark_inbox.export.errors import ExportFailed, Stopped
from olark_inbox.export.save import Progress, Saved, Saving, Wanted
from olark_inbox.inbox import Inbox
from olark_inbox.store.language import spoken

_log = logging.getLogger(__name__)

FEW = 100
"""So many conversations are written sooner than a process starts."""

_HOME = Path(olark_inbox.__file__).parents[1]
"""Where Python finds this program first, whatever lies in the folder the window was started in."""
_FLAGS: int = getattr(subprocess, "CREATE_NO_WINDOW", 0) | getattr(
    subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0
)


class _NotBegun(Exception):
    """The other process could not even begin."""


class _Ended(Exception):
    """The other process told no more."""

    def __init__(self, *, begun: bool) -> None:
        super().__init__()
        self.begun = begun


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
    if stop.is_set():
        raise Stopped
    if wanted.chosen.ids is None or len(wanted.chosen.ids) > FEW:
        try:
            return _by_another(inbox, wanted, progress, stop)
        except _NotBegun as why:
            _log.warning("no other process could begin (%s): the file is saved here", why)
    with turns.short():
        return Saving(inbox, wanted, progress, stop).run()


def _by_another(inbox: Inbox, wanted: Wanted, progress: Progress, stop: threading.Event) -> Saved:
    wanted = replace(wanted, target=wanted.target.absolute())
    try:
        other = subprocess.Popen(  # noqa: S603 - this very program
            [*spoken_to(inbox.folders.root), f"--{FOR_WINDOW}", MARK],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            cwd=_HOME,
            start_new_session=True,  # Ctrl+C in our terminal is ours to hear
            creationflags=_FLAGS,
        )  # fmt: skip
    except OSError as error:
        raise _NotBegun(type(error).__name__) from error
    with other:
        assert other.stdin is not None  # noqa: S101 - it was asked for
        assert other.stdout is not None  # noqa: S101 - so was this
        try:
            errand = pickle.dumps(Errand(wanted, spoken()))
            with suppress(OSError):  # it has ended already: seen in a moment
                other.stdin.write(errand)
                other.stdin.flush()
            return _outcome(other.stdin, other.stdout, progress, stop)
        except _Ended as ended:
            if stop.is_set():
                raise Stopped from ended
            if not ended.begun:
                raise _NotBegun(other.wait()) from ended
            _log.warning("what saves a file ended before it was whole: %s", other.wait())
            raise ExportFailed(FELL) from ended
        finally:
            with suppress(OSError):
                other.stdin.close()


def _outcome(wish: IO[bytes], told: IO[bytes], progress: Progress, stop: threading.Event) -> Saved:
    """Follow what the other tells until it says what came of it; raises _Ended."""
    begun = False
    while True:
        try:
            what = pickle.load(told)  # noqa: S301 - a child of ours wrote it
        except Exception as error:
            raise _Ended(begun=begun) from error
        if isinstance(what, Saved):
            return what
        if isinstance(what, Exception):
            raise what
        if what is not None:
            begun = True
            progress(*what)
        if stop.is_set() and not wish.closed:
            wish.close()
