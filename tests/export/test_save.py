import csv
import json
import subprocess
import sys
import threading
import tracemalloc
from dataclasses import replace

import pytest

from olark_inbox.export.chosen import Chosen
from olark_inbox.export.errors import AlreadyThere, ExportFailed, Stopped
from olark_inbox.export.save import Format, Saving, Wanted
from olark_inbox.inbox import Body
from olark_inbox.store.rows import Query, View
from tests.store.makers import chat, post, raw, row, start


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def table(file):
    with file.open(encoding="utf-8-sig", newline="") as opened:
        return list(csv.DictReader(opened))


def test_a_table_holds_exactly_what_was_chosen_and_says_how_many(inbox, folder):
    for number in range(150):
        post(inbox, chat(f"c{number}"))
    target = folder / "a.csv"
    told = []
    wanted = Wanted(Chosen(), Format.CONVERSATIONS, target)
    saved = Saving(inbox, wanted, lambda *what: told.append(what)).run()
    assert (saved.conversations, saved.files) == (150, (target,))
    rows = table(target)
    assert [one["conversation_id"] for one in rows] == [f"c{n}" for n in reversed(range(150))]
    assert told[-1] == (150, 150, "Bob Doe")
    assert names(folder) == ["a.csv"]


@pytest.mark.parametrize("kind", [Format.CONVERSATIONS, Format.MESSAGES, Format.ARCHIVE])
def test_many_take_no_more_memory_than_a_few(inbox, folder, kind):
    said = ("a long line of many words " * 150, "yes")
    ids = [inbox.accept(Body(raw(chat(f"c{n}", said)))) for n in range(1200)]
    ids = [one.result().conversations[0] for one in ids]
    peaks = []
    for number, some in enumerate((ids[:100], ids[:300], ids)):
        wanted = Wanted(Chosen(ids=tuple(some)), kind, folder / str(number))
        tracemalloc.start()
        Saving(inbox, wanted).run()
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    # The first knows nothing yet; all that is written of the last is 5 MB and more.
    assert (folder / "2").stat().st_size > 4_500_000
    assert peaks[2] - peaks[1] < 700_000


@pytest.mark.parametrize("kind", [Format.CONVERSATIONS, Format.MESSAGES])
def test_a_table_says_how_many_texts_a_cell_could_not_hold(inbox, folder, kind):
    post(inbox, chat("long", ("x" * 40_000, "😀" * 17_000, "x" * 20_000)))
    saved = Saving(inbox, Wanted(Chosen(), kind, folder / "a.csv")).run()
    rows = table(folder / "a.csv")
    cut = [row for row in rows if row["words"].endswith("the archive has all of it)")]
    assert saved.cells_cut == len(cut) == (1 if kind is Format.CONVERSATIONS else 2)


def test_messages_stand_in_rows_of_their_own(inbox, folder):
    post(inbox, chat("a", ("one", "two")))
    post(inbox, start("b"))
    target = folder / "a.csv"
    Saving(inbox, Wanted(Chosen(), Format.MESSAGES, target)).run()
    assert [one["words"] for one in table(target)] == ["", "one", "two"]


def test_an_archive_of_a_selection_holds_nothing_else(inbox, folder):
    post(inbox, chat("a"))
    post(inbox, chat("b"))
    target = folder / "a.jsonl"
    chosen = Chosen(ids=(row(inbox, "a").id,))
    saved = Saving(inbox, Wanted(chosen, Format.ARCHIVE, target)).run()
    lines = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
    assert saved.conversations == 1
    assert [next(iter(line)) for line in lines] == ["format", "delivery", "conversation", "end"]
    assert b"%22b%22" not in target.read_bytes()


@pytest.mark.parametrize("kind", [Format.CONVERSATIONS, Format.MESSAGES, Format.ARCHIVE])
@pytest.mark.parametrize("at", [0, 1, 2])
def test_stopped_at_any_moment_it_leaves_nothing(inbox, folder, kind, at):
    for number in range(3):
        post(inbox, chat(f"c{number}"))
    stop = threading.Event()
    if at == 0:
        stop.set()

    def progress(done, total, name):
        if done >= at:
            stop.set()

    wanted = Wanted(Chosen(), kind, folder / "a.out")
    with pytest.raises(Stopped):
        Saving(inbox, wanted, progress, stop).run()
    assert names(folder) == []


@pytest.mark.parametrize("at", [0, 1, 3, 6])
def test_a_pdf_stopped_on_any_page_leaves_nothing(inbox, folder, qapp, at):
    for number in range(3):
        post(inbox, chat(f"c{number}", ["words " * 40] * 60))
    looks = iter(range(1000))

    class StopAt(threading.Event):
        def is_set(self):
            return next(looks) >= at

    wanted = Wanted(Chosen(), Format.PDF, folder / "a.pdf")
    with pytest.raises(Stopped):
        Saving(inbox, wanted, stop=StopAt()).run()
    assert names(folder) == []


def test_nothing_is_replaced_unless_the_owner_agreed(inbox, folder):
    post(inbox, chat())
    target = folder / "a.csv"
    target.write_bytes(b"old")
    with pytest.raises(AlreadyThere):
        Saving(inbox, Wanted(Chosen(), Format.CONVERSATIONS, target)).run()
    assert target.read_bytes() == b"old"
    Saving(inbox, Wanted(Chosen(), Format.CONVERSATIONS, target, replace=True)).run()
    assert len(table(target)) == 1


def test_a_pdf_of_chats_that_only_began_is_refused_with_a_sentence(inbox, folder, qapp):
    post(inbox, start("a"))
    with pytest.raises(ExportFailed, match="nothing to read yet"):
        Saving(inbox, Wanted(Chosen(), Format.PDF, folder / "a.pdf")).run()
    with pytest.raises(ExportFailed, match="nothing to save"):
        Saving(inbox, Wanted(Chosen(ids=()), Format.PDF, folder / "a.pdf")).run()
    assert names(folder) == []


def test_a_pdf_says_how_many_it_left_out(inbox, folder, qapp):
    post(inbox, start("a"))
    post(inbox, chat("b"))
    saved = Saving(inbox, Wanted(Chosen(), Format.PDF, folder / "a.pdf")).run()
    assert (saved.conversations, saved.starts_left_out) == (1, 1)


def test_one_pdf_for_each_is_called_by_date_and_name(inbox, folder, qapp):
    for key in ("a", "b"):
        post(inbox, chat(key))
    post(inbox, start("s"))
    wanted = Wanted(Chosen(), Format.PDF, folder / "chats", separate=True)
    saved = Saving(inbox, wanted).run()
    assert saved.conversations == 2
    found = names(folder / "chats")
    assert [name[10:] for name in found] == [" Bob Doe (2).pdf", " Bob Doe.pdf"]


def test_stopping_between_files_keeps_the_whole_ones(inbox, folder, qapp):
    for key in ("a", "b"):
        post(inbox, chat(key))
    stop = threading.Event()
    wanted = Wanted(Chosen(), Format.PDF, folder / "chats", separate=True)
    with pytest.raises(Stopped):
        Saving(inbox, wanted, lambda *_: stop.set(), stop).run()
    [name] = names(folder / "chats")
    assert name.endswith("Bob Doe.pdf")


def test_tables_and_archives_load_no_qt():
    code = (
        "import sys; import olark_inbox.export.save, olark_inbox.export.command;"
        "assert not [name for name in sys.modules if name.startswith('PySide6')]"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize("kind", Format)
@pytest.mark.parametrize("chosen", [Chosen(), Chosen(query=Query(View.ALL, words="Hello"))])
def test_samples_that_are_left_out_are_told(inbox, folder, qapp, kind, chosen):
    post(inbox, chat("a"))
    post(inbox, chat("s"), sample=True)
    target = folder / "a"
    saved = Saving(inbox, Wanted(chosen, kind, target)).run()
    assert (saved.conversations, saved.samples_left_out) == (1, 1)
    asked = Wanted(replace(chosen, samples=True), kind, target, replace=True)
    saved = Saving(inbox, asked).run()
    assert (saved.conversations, saved.samples_left_out) == (2, 0)
