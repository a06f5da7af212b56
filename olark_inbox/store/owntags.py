"""The owner's own tags. They stand beside Olark's, which nobody here can change."""

from collections.abc import Sequence
from concurrent.futures import Future
from functools import partial
from typing import Any, NamedTuple

import apsw

from olark_inbox.base.said import said
from olark_inbox.store import fetch, futures, labels, marks
from olark_inbox.store.batch import Batch
from olark_inbox.store.door import Door
from olark_inbox.store.errors import StoreError
from olark_inbox.store.folding import fold_name
from olark_inbox.store.rows import OwnTag
from olark_inbox.store.undoing import Undo, joined

LONGEST = 60
"""Characters of a name."""
COLOURS = 8
"""So many colours a theme has for tags; a new tag takes the one used least."""


class NameTaken(StoreError):
    """A tag of this name is there already."""


def every(connection: apsw.Connection) -> tuple[OwnTag, ...]:
    """Return the owner's tags by name."""
    found = fetch.every(
        connection,
        "select label.id, name, colour, total from own_tag join label on label.id = own_tag.label"
        " where label.kind = 'own'",
    )
    return tuple(OwnTag(*one) for one in sorted(found, key=lambda one: fold_name(one[1])))


def names(connection: apsw.Connection) -> tuple[str, ...]:
    """Return what the owner's tags are called."""
    return tuple(name for (name,) in connection.execute(_NAMES))


_NAMES = "select name from label where kind = 'own'"


def tidy_name(name: str) -> str:
    """Return a name as it is kept: one line, no quotation marks, not too long."""
    plain = "".join(" " if char in '"“”„‟«»' or char < " " else char for char in name)
    return " ".join(plain.split())[:LONGEST].strip()


def create(batch: Batch, name: str, colour: int | None = None) -> int:
    """Make a tag and return its id; one that is called so already is taken."""
    name = tidy_name(name)
    if not name:
        raise ValueError("A tag needs a name.")
    same = _called(batch.connection, name)
    if same is not None:
        return same
    chosen = _least_used(batch.connection) if colour is None else colour
    batch.execute("insert into label (kind, name) values ('own', ?)", (name,))
    made = batch.connection.last_insert_rowid()
    batch.execute("insert into own_tag (label, colour) values (?, ?)", (made, chosen))
    batch.changed(None, "tags", None)
    return made


def rename(batch: Batch, tag: int, name: str) -> Undo:
    """Call a tag otherwise; raises NameTaken where another one is called so."""
    name = tidy_name(name)
    if not name:
        raise ValueError("A tag needs a name.")
    same = _called(batch.connection, name)
    if same not in (None, tag):
        raise NameTaken(said("There is a tag “{0}” already.", name))
    (old,) = fetch.one(batch.connection, "select name from label where id = ?", (tag,))
    if old == name:
        return Undo()
    _rename(batch, (tag, name))
    return Undo(((_rename, (tag, old)),))


def recolour(batch: Batch, tag: int, colour: int) -> Undo:
    """Give a tag another colour."""
    (old,) = fetch.one(batch.connection, "select colour from own_tag where label = ?", (tag,))
    _recolour(batch, (tag, colour))
    return Undo(((_recolour, (tag, old)),))


def delete(batch: Batch, tag: int) -> Undo:
    """Take a tag away from everywhere; its conversations stay. A daily step forgets it for good."""
    (name,) = fetch.one(batch.connection, "select name from label where id = ?", (tag,))
    batch.execute(
        "update label set kind = 'gone', name = ? where id = ? and kind = 'own'",
        (f"{tag}:{name}", tag),
    )
    batch.execute("update own_tag set gone_ms = ? where label = ?", (batch.now_ms, tag))
    batch.changed(None, "reset", None)
    return Undo(((_bring_back, (tag, name)),))


def _rename(batch: Batch, what: tuple[int, str]) -> None:
    tag, name = what
    batch.execute("update label set name = ? where id = ? and kind = 'own'", (name, tag))
    batch.changed(None, "reset", None)


def _recolour(batch: Batch, what: tuple[int, int]) -> None:
    tag, colour = what
    batch.execute("update own_tag set colour = ? where label = ?", (colour, tag))
    batch.changed(None, "tags", None)


def _bring_back(batch: Batch, what: tuple[int, str]) -> None:
    tag, name = what
    if _called(batch.connection, name) is not None:
        return  # it was made anew in the meantime
    batch.execute("update label set kind = 'own', name = ? where id = ?", (name, tag))
    batch.execute("update own_tag set gone_ms = null where label = ?", (tag,))
    batch.changed(None, "reset", None)


def _called(connection: apsw.Connection, name: str) -> int | None:
    folded = fold_name(name)
    for identity, known in connection.execute("select id, name from label where kind = 'own'"):
        if known == name or (folded and fold_name(known) == folded):
            return int(identity)
    return None


def _least_used(connection: apsw.Connection) -> int:
    sql = "select colour, count(*) from own_tag where gone_ms is null group by colour"
    used: dict[int, int] = dict(fetch.every(connection, sql))
    return min(range(COLOURS), key=lambda colour: (used.get(colour, 0), colour))


class _Worn(NamedTuple):
    """A tag, whether it was put on, and the conversations it changed something for."""

    tag: int
    on: bool
    conversations: tuple[int, ...]


def wear(batch: Batch, conversations: Sequence[int], tag: int, *, on: bool) -> Undo:
    """Put a tag on conversations or take it off."""
    if fetch.first(batch.connection, "select 1 from own_tag where label = ?", (tag,)) is None:
        return Undo()
    changed = [one for one in conversations if _wear(batch, one, tag, on=on)]
    marks.tell(batch, changed)
    if not changed:
        return Undo()
    return Undo(((_take_back, _Worn(tag, on, tuple(changed))),), len(changed))


def _take_back(batch: Batch, worn: _Worn) -> None:
    wear(batch, worn.conversations, worn.tag, on=not worn.on)


def _wear(batch: Batch, conversation: int, tag: int, *, on: bool) -> bool:
    found = fetch.first(
        batch.connection,
        "select own_tags, arrival, binned_ms is not null from conversation where id = ?",
        (conversation,),
    )
    if found is None:
        return False
    worn = labels.ids_of(found[0])
    if (tag in worn) == on:
        return False
    at: Any = (found[1], found[2])
    if on:
        worn = (*worn, tag)
        labels.put_own(batch, [tag], conversation, at)
    else:
        worn = tuple(one for one in worn if one != tag)
        labels.drop_own(batch, [tag], at)
    own = f"[{', '.join(map(str, worn))}]" if worn else ""
    batch.execute("update conversation set own_tags = ? where id = ?", (own, conversation))
    return True


def forget_gone(batch: Batch, before_ms: int) -> None:
    """Forget tags for good that were deleted before a time, some conversations at a time."""
    found = fetch.every(
        batch.connection,
        "select label, conversation from own_tag cross join labelled using (label)"
        " where gone_ms < ? limit ?",
        (before_ms, marks.BIN_STEP),
    )
    for tag, conversation in found:
        _wear(batch, conversation, tag, on=False)
    if len(found) < marks.BIN_STEP:
        batch.execute(
            "delete from label where id in (select label from own_tag where gone_ms < ?)",
            (before_ms,),
        )
        batch.execute("delete from own_tag where gone_ms < ?", (before_ms,))


class Tags(Door):
    """The owner's tags."""

    def every(self) -> "Future[tuple[OwnTag, ...]]":
        """Return them by name."""
        return self._reader.call(every)

    def create(self, name: str, colour: int | None = None) -> "Future[int]":
        """Make a tag and return its id; one that is called so already is taken."""
        return self._writer.put(partial(create, name=name, colour=colour))

    def rename(self, tag: int, name: str) -> "Future[Undo]":
        """Call a tag otherwise; raises NameTaken."""
        return self._writer.put(partial(rename, tag=tag, name=name))

    def recolour(self, tag: int, colour: int) -> "Future[Undo]":
        """Give a tag another of the theme's colours."""
        return self._writer.put(partial(recolour, tag=tag, colour=colour))

    def delete(self, tag: int) -> "Future[Undo]":
        """Take a tag away from everywhere."""
        return self._writer.put(partial(delete, tag=tag))

    def put_on(self, conversations: Sequence[int], tag: int) -> "Future[Undo]":
        """Put a tag on conversations."""
        return self._wear(conversations, tag, on=True)

    def take_off(self, conversations: Sequence[int], tag: int) -> "Future[Undo]":
        """Take a tag off conversations."""
        return self._wear(conversations, tag, on=False)

    def _wear(self, conversations: Sequence[int], tag: int, *, on: bool) -> "Future[Undo]":
        parts = [
            self._writer.put(partial(wear, conversations=part, tag=tag, on=on), bulk=bulk)
            for part, bulk in marks.steps(conversations)
        ]
        return futures.gather(parts, joined)
