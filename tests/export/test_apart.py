"""A large file is written by another process; a small one, or where none can be started, here."""

import csv
import os
import re
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from olark_inbox.base import turns
from olark_inbox.base.alone import alone
from olark_inbox.base.said import Said
from olark_inbox.export import apart
from olark_inbox.export.chosen import Chosen
from olark_inbox.export.errors import AlreadyThere, ExportFailed, Stopped
from olark_inbox.export.save import Format, Saving, Wanted
from olark_inbox.store.errors import StoreError
from olark_inbox.store.language import Language, speak, spoken
from olark_inbox.store.rows import Query, View
from tests.export.conftest import fill_for_long
from tests.store.makers import chat, post, start


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
    assert all(0 <= done <= total for done, total, _ in told)
    here = Saving(inbox, Wanted(Chosen(), kind, folder / "b")).run()
    assert saved.conversations == here.conversations
    if kind is not Format.PDF:  # of so many, it has a title page that says when it was saved
        assert target.read_bytes() == (folder / "b").read_bytes()


@pytest.mark.usefixtures("never_here")
def test_another_process_draws_the_same_page(inbox, folder, qapp):
    fill(inbox, 1)
    here, there = (Wanted(Chosen(), Format.PDF, folder / name) for name in ("here", "there"))
    Saving(inbox, here).run()
    apart.save(inbox, there)
    assert _drawn(there.target) == _drawn(here.target)


def _drawn(pdf):
    """Return pages and fonts, without their order and the time: each process has its own."""
    streams = re.findall(rb"\nstream\n(.*?)\nendstream", pdf.read_bytes(), re.S)
    assert len(streams) > 3
    return sorted(one for one in streams if not one.startswith(b"<?xpacket"))


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


def test_a_store_that_cannot_be_read_is_said_as_here(inbox, folder, never_here):
    inbox.close()
    inbox.folders.store.write_bytes(b"no store" * 4096)
    with pytest.raises(StoreError):
        apart.save(inbox, Wanted(Chosen(), Format.CONVERSATIONS, folder / "a.csv"))
    assert names(folder) == []


@pytest.mark.usefixtures("never_here")
def test_what_is_stopped_leaves_nothing(inbox, folder, others):
    fill_for_long(inbox)
    stop = threading.Event()
    with pytest.raises(Stopped):
        apart.save(inbox, Wanted(Chosen(), Format.PDF, folder / "a"), lambda *_: stop.set(), stop)
    assert names(folder) == []
    assert others[0].returncode == 0


@pytest.mark.usefixtures("never_here")
def test_one_that_is_killed_is_said_in_a_sentence(inbox, folder, others, expect_log):
    expect_log("ended before it was whole")
    fill_for_long(inbox)
    with pytest.raises(ExportFailed, match="was not finished"):
        apart.save(inbox, Wanted(Chosen(), Format.PDF, folder / "a"), lambda *_: others[0].kill())
    assert "a" not in names(folder)


@pytest.mark.usefixtures("never_here")
def test_what_is_stopped_already_starts_no_process(inbox, folder, others):
    stop = threading.Event()
    stop.set()
    with pytest.raises(Stopped):
        apart.save(inbox, Wanted(Chosen(), Format.PDF, folder / "a"), stop=stop)
    assert not others


@pytest.mark.usefixtures("never_here")
def test_while_nothing_is_written_yet_it_stops_at_once(inbox, folder, monkeypatch, others):
    stop = threading.Event()
    with alone(inbox.folders.migration_lock) as ours:  # the other waits for it as it begins
        assert ours
        stopping = threading.Thread(target=lambda: (others_begun.wait(), stop.set()))
        others_begun = threading.Event()
        stopping.start()
        began = apart._outcome
        monkeypatch.setattr(apart, "_outcome", lambda *w: (others_begun.set(), began(*w))[1])
        with pytest.raises(Stopped):
            apart.save(inbox, Wanted(Chosen(), Format.CONVERSATIONS, folder / "a"), stop=stop)
        stopping.join()
    assert (others[0].returncode, names(folder)) == (0, [])


def test_another_version_of_the_program_and_a_store_that_is_gone_are_left_alone(
    inbox, folder, monkeypatch, expect_log
):
    expect_log(r"no other process could begin \(1\)")
    wanted = Wanted(Chosen(), Format.CONVERSATIONS, folder / "a.csv")
    with monkeypatch.context() as now:
        now.setattr(apart, "MARK", "0.2.0-9")
        assert apart.save(inbox, wanted).conversations == 0
    inbox.folders.store.unlink()
    with monkeypatch.context() as now:
        now.setattr(apart, "Saving", None)
        with pytest.raises(TypeError):  # it would be saved here
            apart.save(inbox, wanted)
    assert not inbox.folders.store.exists()


def test_what_lies_where_the_window_was_started_is_not_run(inbox, folder, monkeypatch, never_here):
    fill(inbox, 1)
    (folder / "json.py").write_text("raise SystemExit(3)")
    monkeypatch.chdir(folder)
    saved = apart.save(inbox, Wanted(Chosen(), Format.CONVERSATIONS, Path("a.csv")))
    assert (saved.conversations, saved.files) == (1, (folder / "a.csv",))


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
    assert max(least) >= min(19, os.getpriority(os.PRIO_PROCESS, 0) + 1)
