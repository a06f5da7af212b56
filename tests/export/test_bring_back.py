import threading
from pathlib import Path

import pytest

from olark_inbox.export.bring_back import BroughtBack, bring_back
from olark_inbox.export.chosen import Chosen
from olark_inbox.export.errors import ExportFailed, Stopped
from olark_inbox.export.save import Format, Saving, Wanted
from olark_inbox.inbox import Inbox
from olark_inbox.store.rows import Query, View
from tests.store.makers import Ticking, chat, folders_in, post


@pytest.fixture
def other(tmp_path):
    opened = Inbox.open(folders_in(tmp_path / "other"), Ticking())
    yield opened
    opened.close()


@pytest.fixture
def archive(inbox, tmp_path) -> Path:
    for number in range(250):
        post(inbox, chat(f"c{number}"))
    file = tmp_path / "all.jsonl"
    Saving(inbox, Wanted(Chosen(), Format.ARCHIVE, file)).run()
    return file


def keys(inbox):
    return [row.key for row in inbox.rows_of(Query(View.ALL))]


def test_an_archive_brings_everything_back_once(archive, inbox, other):
    assert bring_back(other, archive) == BroughtBack(250, 250)
    assert bring_back(other, archive) == BroughtBack(0, 0)
    assert keys(other) == keys(inbox)


def test_progress_ends_at_the_end_of_the_file(archive, other):
    told = []
    bring_back(other, archive, lambda *what: told.append(what))
    assert told[-1][0] == told[-1][1] == archive.stat().st_size
    assert len(told) > 2


def test_a_cut_archive_is_refused_before_anything_is_taken(archive, other):
    archive.write_bytes(archive.read_bytes()[:-20])
    with pytest.raises(ExportFailed, match="ends too early"):
        bring_back(other, archive)
    assert keys(other) == []


def test_it_can_be_stopped_and_started_again(archive, inbox, other):
    stop = threading.Event()
    with pytest.raises(Stopped):
        bring_back(other, archive, lambda *_: stop.set(), stop)
    assert 0 < len(keys(other)) < 250
    bring_back(other, archive)
    assert keys(other) == keys(inbox)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"{}\n{}\n"])
def test_another_file_is_refused(other, tmp_path, content):
    file = tmp_path / "x.jsonl"
    file.write_bytes(content)
    with pytest.raises(ExportFailed, match="no archive"):
        bring_back(other, file)


def test_a_file_that_is_not_there_is_said_in_a_sentence(other, tmp_path):
    with pytest.raises(ExportFailed, match="cannot be read"):
        bring_back(other, tmp_path / "nope.jsonl")
