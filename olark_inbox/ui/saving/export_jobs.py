"""Savings that are under way: one after another on a thread of their own, the window stays free."""

import logging
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, Signal, SignalInstance

from olark_inbox.export import apart
from olark_inbox.export.chosen import Chosen, pick
from olark_inbox.export.errors import ExportFailed, Stopped
from olark_inbox.export.save import Saved, Wanted
from olark_inbox.inbox import Inbox
from olark_inbox.store.errors import StoreError
from olark_inbox.ui.kit import words

_log = logging.getLogger(__name__)
_TOLD_EVERY_S = 0.05


class Stage(StrEnum):
    """How far a saving is."""

    WAITING = "waiting"
    WRITING = "writing"
    SAVED = "saved"
    STOPPED = "stopped"
    FAILED = "failed"


@dataclass(slots=True, eq=False)
class Job:
    """One saving; only its own thread changes it once it was handed over."""

    wanted: Wanted
    stage: Stage = Stage.WAITING
    done: int = 0
    total: int = 0
    name: str = ""
    """Whose conversation was written last."""
    began_s: float = 0.0
    sentence: str = ""
    """Why it failed."""
    saved: Saved | None = None
    stop: threading.Event = field(default_factory=threading.Event)

    @property
    def under_way(self) -> bool:
        return self.stage in (Stage.WAITING, Stage.WRITING)

    def seconds_left(self, now_s: float) -> int | None:
        """Return about how long it still takes; None while there is nothing to go by."""
        spent = now_s - self.began_s
        if not self.done or not self.total or spent < 1:
            return None
        return round(spent / self.done * (self.total - self.done))


class ExportJobs(QObject):
    """Runs savings in the order they were started. The thread lives only while there is work.

    Signals arrive on the window's thread.
    """

    progressed = Signal(object)
    """A Job that went on."""
    ended = Signal(object)
    """A Job that is saved, stopped or failed."""
    counted = Signal(object, object)
    """A choice that was asked about, and what it Picked."""

    def __init__(self, inbox: Inbox, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._inbox = inbox
        self._lock = threading.Lock()
        self._waiting: deque[Job] = deque()
        self._current: Job | None = None
        self._threads: set[threading.Thread] = set()
        self._closing = False

    def start(self, wanted: Wanted) -> Job:
        """Queue a saving."""
        job = Job(wanted)
        with self._lock:
            self._waiting.append(job)
            if self._current is None:
                self._current = job
                self._run_beside(self._work)
        return job

    def stop(self, job: Job) -> None:
        """Stop a saving, whether it waits or is being written."""
        job.stop.set()

    def under_way(self) -> int:
        """Return how many savings have not ended."""
        return len(self._jobs())

    def is_taken(self, file: Path) -> bool:
        """Whether a file is there, or will be when what is under way has ended."""
        return file.exists() or file in [job.wanted.target for job in self._jobs()]

    def _jobs(self) -> list[Job]:
        with self._lock:
            jobs = list(self._waiting)
            if self._current is not None and self._current not in jobs:
                jobs.insert(0, self._current)
            return [job for job in jobs if job.under_way]

    def count(self, chosen: Chosen) -> None:
        """Look up what a choice means now; `counted` tells."""
        with self._lock:
            self._run_beside(lambda: self._count(chosen))

    def close(self) -> None:
        """Stop everything and wait for it; nothing half-written is left."""
        self._closing = True
        jobs = self._jobs()
        with self._lock:
            threads = list(self._threads)
        for job in jobs:
            job.stop.set()
        for thread in threads:
            thread.join()

    def _run_beside(self, work: Callable[[], None]) -> None:
        def run() -> None:
            try:
                work()
            finally:
                with self._lock:
                    self._threads.discard(thread)

        thread = threading.Thread(target=run, name="export", daemon=True)
        self._threads.add(thread)
        thread.start()

    def _work(self) -> None:
        while (job := self._next()) is not None:
            self._save(job)
            self._tell(self.ended, job)

    def _next(self) -> Job | None:
        with self._lock:
            self._current = self._waiting.popleft() if self._waiting else None
            return self._current

    def _save(self, job: Job) -> None:
        job.stage = Stage.WRITING
        job.began_s = told_s = time.monotonic()
        self._tell(self.progressed, job)

        def progress(done: int, total: int, name: str) -> None:
            nonlocal told_s
            job.done, job.total, job.name = done, total, name or job.name
            now_s = time.monotonic()
            if now_s - told_s >= _TOLD_EVERY_S:
                told_s = now_s
                self._tell(self.progressed, job)

        try:
            job.saved = apart.save(self._inbox, job.wanted, progress, job.stop)
            job.stage = Stage.SAVED
        except Stopped:
            job.stage = Stage.STOPPED
        except Exception as error:  # noqa: BLE001 - else it would seem to be written for ever
            if not isinstance(error, ExportFailed | StoreError):
                _log.exception("a file could not be saved")
            job.sentence, job.stage = words.sentence(error), Stage.FAILED

    def _count(self, chosen: Chosen) -> None:
        try:
            picked = pick(self._inbox, chosen)
        except StoreError:
            return  # the window says so by itself
        self._tell(self.counted, chosen, picked)

    def _tell(self, signal: SignalInstance, *what: object) -> None:
        if not self._closing:
            signal.emit(*what)
