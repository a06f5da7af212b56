"""The owner's private note on a conversation, with a small index of words of its own."""

from concurrent.futures import Future
from functools import partial

import apsw

from olark_inbox.store import fetch, marks
from olark_inbox.store.batch import Batch
from olark_inbox.store.door import Door
from olark_inbox.store.folding import index_text
from olark_inbox.store.undoing import Undo

LONGEST = 100_000
"""Characters of a note that are kept."""


def text_of(connection: apsw.Connection, conversation: int) -> str:
    """Return the note on a conversation, "" where there is none."""
    found = fetch.first(connection, "select text from note where conversation = ?", (conversation,))
    return str(found[0]) if found else ""


def write(batch: Batch, conversation: int, text: str) -> Undo:
    """Replace the note on a conversation; blank text takes it away."""
    sql = "select 1 from conversation where id = ?"
    if fetch.first(batch.connection, sql, (conversation,)) is None:
        return Undo()
    text = _clean(text)
    old = text_of(batch.connection, conversation)
    if text == old:
        return Undo()
    _write(batch, (conversation, text))
    return Undo(((_write, (conversation, old)),), 1)


def _clean(text: str) -> str:
    text = text[:LONGEST].replace("\0", "")
    return text.encode("utf-8", "replace").decode() if text.strip() else ""


def _write(batch: Batch, what: tuple[int, str]) -> None:
    conversation, text = what
    forget(batch, conversation)
    if text:
        batch.execute("insert into note values (?, ?, ?)", (conversation, text, batch.now_ms))
        batch.execute(
            "insert into note_words (rowid, text) values (?, ?)", (conversation, index_text(text))
        )
    marks.tell(batch, [conversation])


def forget(batch: Batch, conversation: int) -> None:
    """Take a note away with its words; tells nobody."""
    batch.execute("delete from note where conversation = ?", (conversation,))
    batch.execute("delete from note_words where rowid = ?", (conversation,))


def say(connection: apsw.Connection, expression: str) -> bool:
    """Whether any note fits an expression of the index."""
    sql = "select 1 from note_words where note_words match ? limit 1"
    return fetch.first(connection, sql, (expression,)) is not None


class Notes(Door):
    """The owner's notes; they are read with what is opened."""

    def write(self, conversation: int, text: str) -> "Future[Undo]":
        """Replace the note on a conversation; blank text takes it away."""
        return self._writer.put(partial(write, conversation=conversation, text=text))
