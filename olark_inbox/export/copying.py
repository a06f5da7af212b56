"""Makes the copies of what is new when they are due, in a window and in `receive` alike."""

import logging
import threading
from dataclasses import replace
from typing import Self

from olark_inbox.base.alone import alone
from olark_inbox.base.clock import Clock, now_ms
from olark_inbox.base.said import to_parts
from olark_inbox.export.copies import Made, Schedule, copy_new
from olark_inbox.export.errors import ExportFailed, Stopped
from olark_inbox.inbox import Inbox
from olark_inbox.settings import Settings
from olark_inbox.store.errors import StoreError

_log = logging.getLogger(__name__)

STATE = "copies"
"""What the store says of them: the fields of Made, and the sentence in its parts as `said`."""

_LOOK_S = 600.0
_AGAIN_MS = 60 * 60 * 1000
"""After a failure it is tried again, but not every moment."""


class Copying:
    """Looks now and then whether a copy is due, on a thread of its own; `with` ends it.

    Every process that runs may look; a lock in the data folder lets one at a time make a copy.
    """

    def __init__(self, inbox: Inbox, settings: Settings, clock: Clock = now_ms) -> None:
        self._inbox = inbox
        self._settings = settings
        self._clock = clock
        self._lock = settings.folder / "copies.lock"
        self._thread: threading.Thread | None = None
        self._wake = threading.Event()
        self._stop = threading.Event()
        self._failed = Schedule()
        self._failed_ms = 0

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def start(self) -> None:
        """Begin to look."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="export-copy", daemon=True)
            self._thread.start()

    def look(self) -> None:
        """Look at once, also where it failed a moment ago: the owner has chosen something."""
        self._failed = Schedule()
        self._wake.set()

    def close(self) -> None:
        """Stop what is under way; nothing half-written is left."""
        self._stop.set()
        self._wake.set()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        while not self._stop.is_set():
            try:
                self._make_due()
            except (StoreError, OSError) as error:
                # Neither the store nor the lock could be used: said elsewhere, tried again later.
                _log.warning("a copy could not be looked for: %s", type(error).__name__)
            self._wake.wait(_LOOK_S)
            self._wake.clear()

    def _make_due(self) -> None:
        self._settings.reload()
        schedule = Schedule.read(self._settings.copies)
        if self._waits(schedule) or not schedule.due(self._made(), self._clock()):
            return
        with alone(self._lock) as first:
            if first:  # else another process makes it in this moment
                self._make(schedule)

    def _waits(self, schedule: Schedule) -> bool:
        """Whether just this failed a moment ago; after a clock that was wrong, it did not."""
        failed = self._failed
        same = (schedule.format, schedule.folder) == (failed.format, failed.folder)
        return same and 0 <= self._clock() - self._failed_ms < _AGAIN_MS

    def _make(self, schedule: Schedule) -> None:
        made, now = self._made(), self._clock()
        if not schedule.due(made, now):
            return  # another process has just made it
        try:
            made = copy_new(self._inbox, schedule, made, now, self._stop)
        except (ExportFailed, StoreError) as error:
            self._failed, self._failed_ms = schedule, self._clock()
            made = replace(made.of(schedule), sentence=str(error))
            self._say(made, error.args[0])
        except Stopped:
            return
        else:
            self._say(made)

    def _made(self) -> Made:
        entry = self._inbox.state().result().get(STATE)
        return Made() if entry is None else Made.read(entry.value)

    def _say(self, made: Made, sentence: str = "") -> None:
        said = to_parts(sentence) if sentence else []
        self._inbox.set_state(STATE, made.written() | {"said": said}).result()
