"""A large file is written by another process; a small one, or where none can be started, here."""

import csv
import os
import pickle
import subprocess
import sys

import pytest

from olark_inbox.base import turns
from olark_inbox.base.autostart import spoken_to
from olark_inbox.base.said import Said
from olark_inbox.export import apart
from olark_inbox.export.arguments import FOR_WINDOW
from olark_inbox.export.chosen import Chosen
from olark_inbox.export.errors import AlreadyThere, ExportFailed, Stopped
from olark_inbox.export.save import Format, Saving, Wanted
from olark_inbox.inbox import Inbox
from olark_inbox.store.errors import StoreError
from olark_inbox.store.language import Language, speak, spoken
from olark_inbox.store.rows import Query, View
from tests.store.makers import Ticking, chat, folders_in, post, start

LONG = ("a line of a long chat",) * 3000


@pytest.fixture
def inbox(tmp_path):
    opened = Inbox.open(folders_in(tmp_path / "store"), Ticking())
    yield opened
    opened.close()


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "out"
    made.mkdir()
    return made


@pytest.fixture
def never_here(monkeypatch):
    """Let nothing be saved in this process."""
    monkeypatch.setattr(apart, "Saving", None)


@pytest.fixture
def never_apart(monkeypatch):
    """Let no other process be asked."""
    monkeypatch.setattr(apart, "_by_another", None)


@pytest.fixture
def others(monkeypatch):
    """Give the processes that are started."""
    begun, begin = [], subprocess.Popen

    def note(*what, **how):
        begun.append(begin(*what, **how))
        return begun[-1]

    monkeypatch.setattr(apart.subprocess, "Popen", note)
    return begun


def fill(inbox, count):
    return [post(inbox, chat(f"c{number}")).conversations[0] for number in range(count)]


def fill_for_long(inbox):
    """Store what keeps a PDF being written for seconds."""
    for number in range(6):
        post(inbox, chat(f"long{number}", LONG))


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def table(folder):
    with (folder / "a.csv").open(encoding="utf-8-sig", newline="") as opened:
        return list(csv.DictReader(opened))


@pytest.mark.usefixtures("never_here")
@pytest.mark.parametrize("kind", Format)
def test_another_process_writes_the_same_file(inbox, folder, qapp, kind):
    fill(inbox, 30)
    post(inbox, start("s"))
    target = folder / "a"
    told = []
    wanted = Wanted(Chosen(), kind, target)
    saved = apart.save(inbox, wanted, lambda *what: told.append(what))
    assert (saved.files, saved.starts_left_out) == ((target,), kind is Format.PDF)
    assert told[0] == (0, 0, "")
    here = Saving(inbox, Wanted(Chosen(), kind, folder / "b")).run()
    assert saved.conversations == here.conversations
    if kind is not Format.PDF:  # which holds when it was made
        assert target.read_bytes() == (folder / "b").read_bytes()


@pytest.mark.usefixtures("never_apart")
def test_a_few_are_written_here_in_short_turns(inbox, folder):
    ids = fill(inbox, 2)
    lengths = []
    wanted = Wanted(Chosen(tuple(ids)), Format.CONVERSATIONS, folder / "a.csv")
    before = sys.getswitchinterval()
    try:
        apart.save(inbox, wanted, lambda *_: lengths.append(sys.getswitchinterval()))
    finally:
        sys.setswitchinterval(before)
    assert lengths == pytest.approx([turns.SHORT_S] * 2, abs=1e-5)
    assert len(table(folder)) == 2


@pytest.mark.usefixtures("never_here")
def test_more_than_a_few_that_were_selected_are_written_by_another(inbox, folder):
    ids = fill(inbox, apart.FEW + 1)
    wanted = Wanted(Chosen(tuple(ids)), Format.CONVERSATIONS, folder / "a.csv")
    assert apart.save(inbox, wanted).conversations == apart.FEW + 1


@pytest.mark.parametrize("command", [["/nowhere/olark-inbox"], [sys.executable, "-c", ""]])
def test_where_no_process_can_do_it_it_is_written_here(
    inbox, folder, monkeypatch, expect_log, command
):
    expect_log("no other process could begin")
    monkeypatch.setattr(apart, "spoken_to", lambda _root: command)
    fill(inbox, 3)
    saved = apart.save(inbox, Wanted(Chosen(), Format.CONVERSATIONS, folder / "a.csv"))
    assert saved.conversations == len(table(folder)) == 3


@pytest.mark.usefixtures("never_here")
def test_why_it_failed_comes_back_with_its_pattern(inbox, folder):
    fill(inbox, 1)
    target = folder / "a.csv"
    target.write_text("mine")
    with pytest.raises(AlreadyThere) as failed:
        apart.save(inbox, Wanted(Chosen(), Format.CONVERSATIONS, target))
    sentence = failed.value.args[0]
    assert isinstance(sentence, Said)
    assert sentence.values == ("a.csv",)
    assert target.read_text() == "mine"


def test_a_store_that_cannot_be_read_is_said_as_here(inbox, folder, expect_log):
    expect_log("no other process could begin")
    inbox.close()
    inbox.folders.store.write_bytes(b"no store" * 4096)
    with pytest.raises(StoreError):
        apart.save(inbox, Wanted(Chosen(), Format.CONVERSATIONS, folder / "a.csv"))
    assert names(folder) == []


@pytest.mark.usefixtures("never_here")
def test_what_is_stopped_leaves_nothing(inbox, folder, others):
    fill_for_long(inbox)
    stop = apart.threading.Event()
    with pytest.raises(Stopped):
        apart.save(inbox, Wanted(Chosen(), Format.PDF, folder / "a"), lambda *_: stop.set(), stop)
    assert names(folder) == []
    assert others[0].returncode == 0


@pytest.mark.usefixtures("never_here")
def test_one_that_is_killed_is_said_in_a_sentence(inbox, folder, others):
    fill_for_long(inbox)
    with pytest.raises(ExportFailed, match="was not finished"):
        apart.save(inbox, Wanted(Chosen(), Format.PDF, folder / "a"), lambda *_: others[0].kill())
    assert "a" not in names(folder)


def test_without_its_window_it_stops_and_leaves_nothing(inbox, folder):
    fill_for_long(inbox)
    command = [*spoken_to(inbox.folders.root), FOR_WINDOW]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        pickle.dump(
            apart._Errand(Wanted(Chosen(), Format.PDF, folder / "a"), spoken()), other.stdin
        )
        other.stdin.flush()
        assert pickle.load(other.stdout) == (0, 0, "")  # noqa: S301 - our own
        other.stdout.close()
        other.stdin.close()
    assert names(folder) == []


@pytest.mark.usefixtures("never_here")
def test_a_search_is_understood_in_the_owners_language(inbox, folder):
    fill(inbox, 2)
    before = spoken()
    speak(Language(filters={"from": "von"}))
    try:
        query = Query(view=View.ALL, words="von:bob")
        wanted = Wanted(Chosen(query=query), Format.CONVERSATIONS, folder / "a.csv")
        assert apart.save(inbox, wanted).conversations == 2
    finally:
        speak(before)


@pytest.mark.skipif(not hasattr(os, "getpriority"), reason="asked differently there")
def test_it_stands_back_behind_the_window(inbox, folder, others):
    fill(inbox, 250)
    least = []

    def look(*_):
        if others[0].poll() is None:
            least.append(os.getpriority(os.PRIO_PROCESS, others[0].pid))

    apart.save(inbox, Wanted(Chosen(), Format.PDF, folder / "a"), look)
    assert max(least) >= os.getpriority(os.PRIO_PROCESS, 0) + 1
