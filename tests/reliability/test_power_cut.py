"""The plug is pulled: whatever was not synced is gone, in whole sectors or in part."""

import threading
from dataclasses import dataclass

from olark_inbox.inbox import Body, Inbox
from olark_inbox.store.errors import StoreError
from olark_inbox.store.rows import Query, View
from tests.reliability.posting import chat, form, sometime
from tests.reliability.rounds import rounds, tell
from tests.store.makers import folders_in

SENDERS = 4


@dataclass
class Cut:
    told: int
    lost: set
    problems: tuple
    dropped: int


class Writing:
    """Several threads that put chats into an inbox, and what they were told."""

    def __init__(self, inbox, prefix):
        self._inbox, self._prefix = inbox, prefix
        self._enough = threading.Event()
        self.acknowledged = []
        self._threads = [threading.Thread(target=self._put, args=(n,)) for n in range(SENDERS)]

    def start(self):
        for thread in self._threads:
            thread.start()

    def _put(self, sender):
        n = 0
        while not self._enough.is_set():
            key = f"{self._prefix}-{sender}-{n}"
            self._inbox.accept(Body(form(chat(key)))).result(120)
            self.acknowledged.append(key)
            n += 1

    def stop(self):
        self._enough.set()
        for thread in self._threads:
            thread.join()


def cut_once(cuttable, tmp_path, name, seed):
    """Write under load, and pull the plug in the middle of a write to the disk."""
    folders = folders_in(tmp_path / f"before-{name}")
    after = folders_in(tmp_path / f"after-{name}")
    inbox = Inbox.open(folders)
    writing = Writing(inbox, name)
    pulled, told, dropped = threading.Event(), set(), []

    def pull():
        # On the thread that writes: who was told until now was told of syncs before this write.
        told.update(writing.acknowledged)
        dropped.append(cuttable.cut(folders.root, after.root, seed))
        pulled.set()

    cuttable.after_writes(int(sometime(40, 1500)), pull)
    writing.start()
    try:
        assert pulled.wait(120)
    finally:
        writing.stop()
        inbox.close()
    lost, problems = _left(after, told)
    return Cut(len(told), lost, problems, dropped[0])


def _left(folders, told):
    """Open what survived: who is missing, and what is wrong."""
    try:
        again = Inbox.open(folders)
    except StoreError as error:
        return told, (str(error),)
    try:
        there = {row.key for row in again.rows_of(Query(View.ALL))}
        return told - there, again.check().result(120).problems
    except StoreError as error:
        return told, (str(error),)
    finally:
        again.close()


def test_a_power_cut_takes_nothing_that_was_acknowledged(cuttable, tmp_path):
    times = rounds(8, 100)
    cuts = [cut_once(cuttable, tmp_path, f"p{n}", n) for n in range(times)]
    told, dropped = sum(cut.told for cut in cuts), sum(cut.dropped for cut in cuts)
    tell(
        f"power cut {times} times in the middle of a write: {told} acknowledged, 0 lost, store"
        f" sound; {dropped} unsynced sectors were dropped"
    )
    assert not [cut for cut in cuts if cut.lost or cut.problems]
    assert told
    assert dropped, "the plug was never pulled in the middle of anything"


def test_a_store_that_does_not_sync_would_lose_chats_here(cuttable, tmp_path, monkeypatch):
    """Else the test above would prove nothing."""
    monkeypatch.setattr("olark_inbox.store.writer.open_writer", _careless)
    cuts = [cut_once(cuttable, tmp_path, f"c{n}", n) for n in range(4)]
    harmed = [cut for cut in cuts if cut.lost or cut.problems]
    tell(f"without syncing, {len(harmed)} of {len(cuts)} power cuts lose chats or harm the store")
    assert harmed


def _careless(path):
    from olark_inbox.store.connection import open_writer  # noqa: PLC0415 - what is patched above

    connection = open_writer(path)
    connection.execute("pragma synchronous = off").fetchall()
    return connection
