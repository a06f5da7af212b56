"""The other side of `apart`: a process that saves one file for a window and tells how far it is.

It ends when its window does, or wants the file no more; nothing half-written is left.
"""

import logging
import os
import pickle
import signal
import threading
import zlib
from contextlib import suppress
from dataclasses import dataclass, fields
from typing import IO, Self

from olark_inbox import __version__
from olark_inbox.base import litter
from olark_inbox.base.folders import Folders
from olark_inbox.base.said import said
from olark_inbox.export.chosen import Chosen
from olark_inbox.export.errors import ExportFailed, Stopped
from olark_inbox.export.hidden import Hidden
from olark_inbox.export.pdf import PdfOptions
from olark_inbox.export.save import Format, Saved, Saving, Wanted
from olark_inbox.export.table import TableOptions
from olark_inbox.inbox import Inbox
from olark_inbox.store import schema
from olark_inbox.store.errors import StoreError
from olark_inbox.store.language import Language, speak
from olark_inbox.store.rows import Query

_log = logging.getLogger(__name__)

_TOLD_EVERY_S = 0.05
_MODEST = 15
"""How far it stands back where the processor is wanted by others too."""

FELL = said(
    "The file was not finished: what writes it ended before its time. Try again; the report in "
    "Help › About says more."
)
"""Said of a file that came to nothing and nobody knows why."""


@dataclass(frozen=True, slots=True)
class Errand:
    """What is asked of the other side."""

    wanted: Wanted
    language: Language
    """What a search may be typed in."""


_SPOKEN = (Wanted, Chosen, Query, TableOptions, PdfOptions, Hidden, Language, Saved)
MARK = f"{__version__}-{len(schema.MIGRATIONS)}-" + "-".join(
    str(zlib.crc32(repr([one.name for one in fields(kind)]).encode())) for kind in _SPOKEN
)
"""What both sides have to be the same in: an update may have been laid over the one that runs."""


def work(folders: Folders, mark: str) -> int:
    """Be the other side: save what is wanted on standard input, tell it on standard output.

    Returns an exit code. Nothing is done where the other side would not understand it, or where
    its store is not there any more.
    """
    if mark != MARK or not folders.store.exists():
        return 1
    wish, output = _own(0, os.O_RDONLY, "rb"), _own(1, os.O_WRONLY, "wb")
    try:
        errand: Errand = pickle.load(wish)  # noqa: S301 - from the window that started us
    except EOFError:
        return 0  # it is gone, or wants nothing any more
    if hasattr(os, "nice"):
        os.nice(_MODEST)
    litter.look_seldom()
    speak(errand.language)
    telling = Telling(output)
    for name in ("SIGTERM", "SIGINT", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), lambda *_: telling.let_go())
    threading.Thread(target=_wait_until_unwanted, args=(wish, telling), daemon=True).start()
    with telling:
        outcome = _saved(folders, errand.wanted, telling)
    telling.tell(outcome)
    return 0


def _saved(folders: Folders, wanted: Wanted, telling: "Telling") -> Saved | Exception:
    try:
        if wanted.format is Format.PDF:
            from olark_inbox.export import offscreen  # noqa: PLC0415 tables must not load Qt

            offscreen.begin()
        inbox = Inbox.open(folders)
        try:
            telling.begin()
            return Saving(inbox, wanted, telling.remember, telling.stop).run()
        finally:
            inbox.close()
    except (ExportFailed, Stopped, StoreError) as error:
        return error
    except Exception:  # noqa: BLE001 - what waits for it must hear of it
        _log.exception("a file could not be saved")
        return ExportFailed(FELL)


def _own(number: int, way: int, mode: str) -> IO[bytes]:
    """Take standard input or output for ourselves: nobody else reads, writes or waits there."""
    own = os.dup(number)
    nothing = os.open(os.devnull, way)
    os.dup2(nothing, number)
    os.close(nothing)
    return os.fdopen(own, mode)


def _wait_until_unwanted(wish: IO[bytes], telling: "Telling") -> None:
    """Wait for the end of the other side's words: it was stopped, or the window is gone."""
    # Not by the file itself, whose lock would be held when the program ends.
    while os.read(wish.fileno(), 1):
        pass
    telling.let_go()


class Telling:
    """Says twenty times a second that we live, and from `begin` on how far it is."""

    def __init__(self, output: IO[bytes]) -> None:
        self._output = output
        self._now: tuple[int, int, str] | None = None
        self._ended = threading.Event()
        self._teller = threading.Thread(target=self._tell_on, name="telling")
        self.stop = threading.Event()

    def __enter__(self) -> Self:
        self._teller.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._teller.join()

    def begin(self) -> None:
        """From now on something is written."""
        self._now = (0, 0, "")

    def remember(self, done: int, total: int, name: str) -> None:
        """Remember how far it is."""
        self._now = (done, total, name)

    def let_go(self) -> None:
        """Stop: at once while nothing is written yet, else where nothing half is left."""
        self.stop.set()
        if self._now is None:
            os._exit(0)

    def tell(self, what: object) -> None:
        """Tell it; a window that is gone does not want to hear."""
        with suppress(OSError):
            pickle.dump(what, self._output)
            self._output.flush()

    def _tell_on(self) -> None:
        while True:
            self.tell(self._now)
            if self._ended.wait(_TOLD_EVERY_S):
                return
