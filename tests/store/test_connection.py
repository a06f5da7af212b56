import stat
import sys

import apsw
import pytest

from olark_inbox.inbox import Inbox
from olark_inbox.store.connection import open_reader, open_writer, sentence, unavailable
from olark_inbox.store.errors import StoreUnavailable
from tests.store.makers import Ticking, chat, post


def test_the_writer_is_durable(connection):
    assert connection.pragma("journal_mode") == "wal"
    assert connection.pragma("synchronous") == 2
    assert connection.pragma("fullfsync") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps files in the user's profile")
def test_every_file_is_the_owners_alone(folders, inbox):
    post(inbox, chat())
    files = [path for path in folders.root.iterdir() if path.name.startswith("inbox.sqlite")]
    assert {path.name for path in files} >= {"inbox.sqlite", "inbox.sqlite-wal"}
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}


def test_a_reader_sees_commits_and_cannot_write(connection, folders):
    reader = open_reader(folders.store)
    connection.execute("insert into change (what) values ('x')")
    assert reader.execute("select count(*) from change").fetchone() == (1,)
    with pytest.raises(apsw.ReadOnlyError):
        reader.execute("delete from change")
    reader.close()


def test_text_in_double_quotes_is_no_string(connection):
    with pytest.raises(apsw.SQLError):
        connection.execute('select "oops"')


def test_what_is_no_store_is_said_in_plain_words(folders):
    folders.store.write_bytes(b"this is no database, only some words " * 100)
    with pytest.raises(StoreUnavailable, match="damaged"):
        open_writer(folders.store)
    with pytest.raises(StoreUnavailable):
        Inbox.open(folders, Ticking())


def test_a_folder_in_the_place_of_the_store_is_said(folders):
    folders.store.mkdir()
    with pytest.raises(StoreUnavailable):
        Inbox.open(folders, Ticking())


@pytest.mark.parametrize("error", [apsw.FullError, apsw.IOError, apsw.BusyError, apsw.MisuseError])
def test_every_error_has_a_sentence_without_technical_words(error):
    said = sentence(error("SQLITE"))
    assert said.endswith(".")
    assert "SQL" not in said
    assert isinstance(unavailable(error("x")).__cause__, error)
