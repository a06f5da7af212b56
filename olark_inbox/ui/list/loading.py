"""Fetching the rows a list shows, and finding out again where they stand."""

import asyncio
import contextlib
from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any

from olark_inbox.base import tasks
from olark_inbox.inbox import Inbox
from olark_inbox.store.errors import Superseded
from olark_inbox.store.rows import Found, Query
from olark_inbox.ui.list.fitting import fit

if TYPE_CHECKING:
    from olark_inbox.ui.list.model import ConversationModel

PAGE = 50
AHEAD = 25
"""So many rows above and below what is seen are loaded with it."""
NEAR_TOP = 200
"""A list looked at this near its top is read again from the top, row by row."""
LONG = 5_000
"""A longer list is got to know before the owner jumps into it."""
_MANY = 500
TRIES = 5
"""So often a slice is read again because the inbox changed meanwhile."""


class Loader:
    """The queries behind a model; all of it runs on the window's loop."""

    def __init__(self, inbox: Inbox, model: "ConversationModel") -> None:
        self._inbox = inbox
        self._model = model
        self._seen = (0, PAGE - 1)
        self._first = tasks.Latest("first rows of the list")
        self._survey = tasks.Latest("landmarks of the list")
        """Nobody waits for it."""
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._again = False
        self._closed = False
        self._turn = asyncio.Lock()
        """A newer search interrupts a running one: ours take turns."""

    # ------------------------------------------------------------------------ asked by the model

    def begin(self) -> None:
        """Read the first rows of a new query; an older query's work ends."""
        if self._closed:
            return
        for name in ("load", "again", "count"):
            task = self._tasks.pop(name, None)
            if task is not None:
                task.cancel()
        self._again = False
        self._survey.cancel()
        self._tasks["first"] = self._first.start(self._begin())

    def show(self, first: int, last: int) -> None:
        """Load what is missing in this range and around it."""
        self._seen = (first, last)
        if self._model.is_ready and self._missing() is not None:
            self._start("load", self._load())

    def forget_far(self) -> None:
        """Forget rows far from what is seen, where many are known: a list is never held whole."""
        self._model.places.trim(*self._seen)

    def read_again(self) -> None:
        """Read what is seen again; asked for twice at once it is done twice, one after another."""
        self._again = True
        self._start("again", self._read_again())

    async def settle(self) -> None:
        """Wait until no work is left."""
        while running := [task for task in self._tasks.values() if not task.done()]:
            await asyncio.wait(running)

    def close(self) -> None:
        """End all work and begin none."""
        self._closed = True
        self._survey.cancel()
        for task in self._tasks.values():
            task.cancel()

    def _start(self, name: str, work: Coroutine[Any, Any, None]) -> None:
        """Start work unless the same is under way."""
        running = self._tasks.get(name)
        if self._closed or (running is not None and not running.done()):
            work.close()
            return
        self._tasks[name] = tasks.start(work, name=f"list: {name}")

    # ------------------------------------------------------------------------ the work

    async def _find(self, offset: int, limit: int) -> Found:
        found = await self._found(offset, limit)
        if not found.total_exact:
            self._start("count", self._count())
        return found

    async def _found(self, offset: int, limit: int) -> Found:
        async with self._turn:
            for _ in range(TRIES):
                asked = self._inbox.find(self._model.query, offset, limit)
                with contextlib.suppress(Superseded):  # somebody else's search: ask once more
                    return await asyncio.wrap_future(asked)
        raise Superseded("Other searches came again and again.")

    async def _count(self) -> None:
        """Count all hits of a search behind its first rows; any other query goes first."""
        while True:
            async with self._turn:
                counting = asyncio.wrap_future(self._inbox.total(self._model.query))
            try:
                total = await counting
            except Superseded:
                continue
            self._model.counted(total)
            return

    async def _begin(self) -> None:
        with contextlib.suppress(Superseded):
            found = await self._find(0, PAGE)
            self._seen = (0, self._seen[1] - self._seen[0])
            self._model.reset_to(found)
            if self._model.heard > found.number:
                await self._catch_up()
            if found.total > LONG and not self._model.query.words.strip():
                self._survey.start(self._look_ahead(self._model.query))

    async def _look_ahead(self, query: Query) -> None:
        """Let the inbox get to know a long list, in short steps between other reads."""
        while await asyncio.wrap_future(self._inbox.survey(query)):
            pass

    async def _catch_up(self) -> None:
        """Take in what happened since the number the rows stand at."""
        model = self._model
        model.take(await asyncio.wrap_future(self._inbox.changes_since(model.number)))

    def _missing(self) -> tuple[int, int] | None:
        """Return what to load: nothing while all that is seen is there."""
        first, last = self._seen
        if self._model.places.missing(first, last) is None:
            return None
        return self._model.places.missing(first - AHEAD, last + AHEAD)

    async def _load(self) -> None:
        with contextlib.suppress(Superseded):
            while (gap := self._missing()) is not None:
                found = await self._at_our_number(gap[0], min(gap[1] - gap[0] + 1, 4 * PAGE))
                self._model.adopt(found)
                self.forget_far()
                if not found.rows:
                    return

    async def _at_our_number(self, offset: int, limit: int) -> Found:
        """Read a slice that stands at the same number as the rows that are there."""
        model = self._model
        for _ in range(TRIES):
            found = await self._find(offset, limit)
            if found.number > model.number:
                await self._catch_up()
            if found.number == model.number:
                return found
        return await self._find(offset, limit)

    async def _read_again(self) -> None:
        with contextlib.suppress(Superseded):
            while self._again:
                self._again = False
                await self._compare()

    async def _compare(self) -> None:
        """Read the rows around what is seen and make ours equal to them."""
        model = self._model
        first, last = self._seen
        last = min(last, first + 2 * PAGE)
        if first >= NEAR_TOP:
            await self._follow_anchor()
            first, last = first - AHEAD, last + AHEAD
        else:
            first, last = 0, last + AHEAD
        found = await self._find(first, last - first + 1)
        if first == 0 and model.prepare is not None:
            await model.prepare(found.rows)
        for _ in range(TRIES):
            if found.number >= model.number:
                break
            found = await self._find(first, last - first + 1)
        fit(model, found)
        model.number = max(model.number, found.number)

    async def _follow_anchor(self) -> None:
        """Far down the list: let rows above come or go so that what is seen keeps its place."""
        model = self._model
        for place in range(*self._seen):
            row = model.row_at(place)
            if row is None:
                continue
            at = await asyncio.wrap_future(self._inbox.position(model.query, row.id))
            ours = model.place_of(row.id)
            if at is not None and ours is not None:
                model.insert(0, [None] * (at - ours))
                model.remove(0, ours - at)
                return

    async def ids_between(self, first: int, last: int) -> list[int]:
        """Return the conversations from one place to another, those not loaded too."""
        ids: list[int] = []
        for start in range(first, last + 1, _MANY):
            found = await self._find(start, min(_MANY, last + 1 - start))
            ids += [row.id for row in found.rows]
        return ids

    async def locate(self, conversation: int) -> int | None:
        """Return where a conversation stands, with the rows around it loaded."""
        model = self._model
        await self.settle()
        place = model.place_of(conversation)
        if place is not None:
            return place
        at = await asyncio.wrap_future(self._inbox.position(model.query, conversation))
        if at is None:
            return None
        start = max(0, at - AHEAD)
        model.adopt(await self._at_our_number(start, 2 * AHEAD))
        return model.place_of(conversation)
