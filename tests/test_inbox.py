import subprocess
import sys
import textwrap
import threading
import tracemalloc
from dataclasses import replace

import pytest

from olark_inbox.inbox import Body, Inbox, StoreUnavailable
from olark_inbox.store import writer
from olark_inbox.store.errors import Busy
from olark_inbox.store.rows import Query, View
from tests.olark import large
from tests.store.makers import Ticking, chat, folders_in, keys, post, raw, row, rows


@pytest.fixture
def folders(tmp_path):
    return folders_in(tmp_path / "store")


@pytest.fixture
def inbox(folders):
    opened = Inbox.open(folders, Ticking())
    yield opened
    opened.close()


def test_what_was_accepted_is_there_after_a_restart(inbox, folders):
    post(inbox, chat())
    inbox.mark([row(inbox).id], starred=True).result()
    before = row(inbox)
    inbox.close()
    again = Inbox.open(folders, Ticking())
    assert row(again) == before
    assert keys(again, View.ALL, words="hello") == ["c1"]
    again.close()


def test_closing_keeps_all_that_was_taken_and_refuses_the_rest(folders):
    inbox = Inbox.open(folders, Ticking())
    futures = [inbox.accept(Body(raw(chat(f"c{n}")))) for n in range(50)]
    inbox.close()
    assert all(future.result(0).changed for future in futures)
    for call in (
        lambda: inbox.accept(Body(raw(chat()))),
        lambda: inbox.find(Query()),
        inbox.number,
        inbox.check,
    ):
        with pytest.raises(StoreUnavailable):
            call()
    inbox.close()
    again = Inbox.open(folders, Ticking())
    assert again.counts().result().total == 50
    again.close()


def test_one_wakeup_follows_each_commit_and_finds_the_change(inbox):
    woken = threading.Event()
    inbox.wakeups.subscribe(woken.set)
    number = inbox.number()
    post(inbox, chat())
    assert woken.wait(120)
    assert inbox.number() > number


def test_a_thousand_at_once_are_all_kept_each_once(inbox):
    threads, futures = [], []

    def send(part):
        futures.extend(inbox.accept(Body(raw(chat(f"c{n}")))) for n in part)

    for at in range(4):
        threads.append(threading.Thread(target=send, args=(range(at * 200, at * 200 + 250),)))
        threads[-1].start()
    for thread in threads:
        thread.join()
    assert all(future.result(120) for future in futures)
    assert inbox.counts().result().total == 850
    assert len({one.arrival for one in rows(inbox)}) == 850
    assert inbox.check().result().sound


def test_more_than_can_wait_is_refused(inbox, monkeypatch):
    monkeypatch.setattr(writer, "WAITING_BYTES", 10)
    with pytest.raises(Busy):
        inbox.accept(Body(raw(chat())))


def test_another_process_is_seen_by_its_number_and_its_rows(inbox, folders):
    program = textwrap.dedent(
        """
        import sys
        from pathlib import Path
        from olark_inbox.base.folders import Folders
        from olark_inbox.inbox import Inbox
        from tests.store.makers import chat, post
        inbox = Inbox.open(Folders(Path(sys.argv[1])))
        post(inbox, chat("theirs"))
        inbox.ask("window", "raise").result()
        inbox.close()
        """
    )
    post(inbox, chat("ours"))
    number = inbox.number()
    subprocess.run([sys.executable, "-c", program, folders.root], check=True, timeout=300)
    assert inbox.number() > number
    changes = inbox.changes_since(number).result()
    assert [(c.what, c.row.key) for c in changes.changes] == [("new", "theirs")]
    assert [request.what for request in inbox.take_requests("window").result()] == ["raise"]
    post(inbox, chat("ours again"))
    assert keys(inbox)[0] == "ours again"


def test_what_was_answered_survives_a_killed_process(folders):
    """The child prints each id only after its future resolved, and is killed at full speed."""
    program = textwrap.dedent(
        """
        import sys
        from pathlib import Path
        from olark_inbox.base.folders import Folders
        from olark_inbox.inbox import Body, Inbox
        from tests.store.makers import chat, raw
        inbox = Inbox.open(Folders(Path(sys.argv[1])))
        waiting = []
        for n in range(1_000_000):
            waiting.append((n, inbox.accept(Body(raw(chat(f"k{sys.argv[2]}-{n}"))))))
            if len(waiting) == 20:
                for number, future in waiting:
                    future.result()
                    print(f"k{sys.argv[2]}-{number}", flush=True)
                waiting.clear()
        """
    )
    answered = []
    for round_ in range(3):
        command = [sys.executable, "-c", program, str(folders.root), str(round_)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
            assert child.stdout is not None
            for line in child.stdout:
                answered.append(line.strip())
                if len(answered) >= 150 * (round_ + 1):
                    child.kill()
                    break
            # The last line may be torn by the kill: it was never wholly said.
            answered += [line.strip() for line in child.stdout if line.endswith("\n")]
    assert len(set(answered)) >= 450
    inbox = Inbox.open(folders, Ticking())
    kept = {one.key for one in inbox.rows_of(Query(View.ALL))}
    assert not set(answered) - kept
    assert inbox.check().result(120).sound
    post(inbox, chat("after"))
    inbox.close()


def test_every_thread_ends_with_the_inbox(folders):
    before = set(threading.enumerate())
    inbox = Inbox.open(folders, Ticking())
    inbox.find(Query(words="x")).result()
    inbox.check().result()
    assert set(threading.enumerate()) > before
    inbox.close()
    assert set(threading.enumerate()) == before


_LARGE = ["form", "json", "growing wider", "relay", "twice encoded", "latin-1", "halves escaped"]
_LARGE += ["multipart", "a long name", "a long field", "windows", "wrapped six times"]


@pytest.mark.parametrize("shape", _LARGE)
def test_no_body_takes_more_than_64_mib_from_its_bytes_to_the_commit(inbox, shape):
    assert peak_of(inbox, (large.READ | large.REFUSED)[shape]()) <= 64 * large.MIB


@pytest.mark.parametrize("shape", ["same", "longer", "shorter", "shorter, tells more"])
def test_no_second_copy_takes_more_than_64_mib_either(inbox, shape):
    former, raw = large.AGAIN[shape]()
    inbox.accept(Body(former)).result(120)
    assert peak_of(inbox, raw) <= 64 * large.MIB


def test_a_lesser_copy_of_a_large_chat_adds_what_it_knows_of_the_visitor(inbox):
    former, raw = large.AGAIN["shorter, tells more"]()
    (identity,) = inbox.accept(Body(former)).result(120).conversations
    before = inbox.opened(identity).result(120).conversation
    assert inbox.accept(Body(raw)).result(120).conversations == (identity,)
    after = inbox.opened(identity).result(120).conversation
    assert after.visitor == replace(before.visitor, phone="1")
    assert after.messages == before.messages
    (row,) = inbox.find(Query(words="ann")).result(120).rows
    assert (row.id, row.phone, row.lines) == (identity, "1", 10)


def peak_of(inbox, raw):
    tracemalloc.start()
    try:
        assert inbox.accept(Body(raw)).result(120).outcome in ("stored", "unreadable")
        return tracemalloc.get_traced_memory()[1] + len(raw)
    finally:
        tracemalloc.stop()
