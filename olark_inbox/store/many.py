"""Doing one thing to many conversations: in steps, behind deliveries, to be stopped and undone."""

from array import array
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from functools import partial
from typing import NamedTuple

import apsw

from olark_inbox.base.clock import Clock
from olark_inbox.store import erasing, hits, listing, marks, owntags
from olark_inbox.store.batch import Batch
from olark_inbox.store.readers import Reader
from olark_inbox.store.rows import Query
from olark_inbox.store.undoing import Undo, joined
from olark_inbox.store.writer import Writer

Progress = Callable[[int, int], None]
"""Told (done, total) after each step, on the writer's thread."""


class Everything(NamedTuple):
    """All that a list showed, without what came since: nothing above `upto` belongs to it."""

    query: Query
    upto: int
    """The greatest `arrival` that was shown."""
    but: tuple[int, ...] = ()
    """Conversations that were taken out again."""


Chosen = Sequence[int] | Everything


def ids(connection: apsw.Connection, everything: Everything, now_ms: int) -> "array[int]":
    """Return which conversations that is, as they are in one moment."""
    read = hits.ids if everything.query.words.strip() else listing.ids
    found = read(connection, everything.query, now_ms, everything.upto)
    if not everything.but:
        return found
    but = frozenset(everything.but)
    return array("q", (one for one in found if one not in but))


class Run:
    """One thing being done to many; `future` has the Undo of what was done."""

    def __init__(self, writer: Writer, work: "Work", step: int, progress: Progress | None) -> None:
        self.future: Future[Undo] = Future()
        self.future.set_running_or_notify_cancel()
        self._writer = writer
        self._work = work
        self._step = step
        self._progress = progress
        self._stopped = False
        self._ids: Sequence[int] = ()
        self._at = 0
        self._done: list[Undo] = []

    def stop(self) -> None:
        """Do no more than the step that is under way; what was done stays and can be undone."""
        self._stopped = True

    def begin(self, found: "Future[Sequence[int]]") -> None:
        """Start with the conversations that were found."""
        try:
            self._ids = found.result()
            self._next()
        except Exception as error:  # noqa: BLE001 - the future carries it to who asked
            self.future.set_exception(error)

    def _next(self) -> None:
        if self._stopped or self._at >= len(self._ids):
            self.future.set_result(joined(self._done))
            return
        part = self._ids[self._at : self._at + self._step]
        bulk = len(self._ids) > self._step
        self._writer.put(partial(self._work, part), bulk=bulk).add_done_callback(self._step_done)

    def _step_done(self, step: "Future[Undo]") -> None:
        try:
            self._done.append(step.result())
            self._at = min(self._at + self._step, len(self._ids))
            if self._progress is not None:
                self._progress(self._at, len(self._ids))
            self._next()
        except Exception as error:  # noqa: BLE001 - as above
            self.future.set_exception(error)


Work = Callable[[Sequence[int], Batch], Undo]


class Many:
    """Doing one thing to many conversations."""

    def __init__(self, writer: Writer, reader: Callable[[], Reader], clock: Clock) -> None:
        self._writer = writer
        self._reader = reader
        self._clock = clock

    def mark(self, chosen: Chosen, wanted: marks.Marks, progress: Progress | None = None) -> Run:
        """Set marks."""
        work = partial(_mark, wanted=wanted)
        return self._run(chosen, work, wanted.step, progress)

    def tag(self, chosen: Chosen, tag: int, *, on: bool, progress: Progress | None = None) -> Run:
        """Put one of the owner's tags on, or take it off."""
        return self._run(chosen, partial(_wear, tag=tag, on=on), marks.STEP, progress)

    def remind(self, chosen: Chosen, at_ms: int | None, progress: Progress | None = None) -> Run:
        """Remind the owner at a time; None: not any more."""
        return self._run(chosen, partial(_remind, at_ms=at_ms), marks.STEP, progress)

    def erase(self, chosen: Chosen, progress: Progress | None = None) -> Run:
        """Erase for good; this alone has no undo (the Undo only counts)."""
        return self._run(chosen, _erase, erasing.STEP, progress)

    def ids(self, everything: Everything) -> "Future[Sequence[int]]":
        """Return which conversations that is."""
        now = self._clock()
        return self._reader().call(lambda c: ids(c, everything, now))

    def _run(self, chosen: Chosen, work: Work, step: int, progress: Progress | None) -> Run:
        run = Run(self._writer, work, step, progress)
        if isinstance(chosen, Everything):
            self.ids(chosen).add_done_callback(run.begin)
        else:
            found: Future[Sequence[int]] = Future()
            found.set_result(tuple(chosen))
            run.begin(found)
        return run


def _mark(conversations: Sequence[int], batch: Batch, wanted: marks.Marks) -> Undo:
    return marks.mark(batch, conversations, wanted)


def _wear(conversations: Sequence[int], batch: Batch, tag: int, *, on: bool) -> Undo:
    return owntags.wear(batch, conversations, tag, on=on)


def _remind(conversations: Sequence[int], batch: Batch, at_ms: int | None) -> Undo:
    return marks.remind(batch, conversations, at_ms)


def _erase(conversations: Sequence[int], batch: Batch) -> Undo:
    return Undo((), erasing.erase(batch, conversations))
