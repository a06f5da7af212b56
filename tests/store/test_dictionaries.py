"""A store brings what its texts were squeezed with."""

import pytest

from olark_inbox.base import squeeze
from olark_inbox.inbox import Inbox
from olark_inbox.store.connection import open_reader, open_writer
from tests.store.makers import Ticking, chat, post, raw


@pytest.fixture
def without_shipped(monkeypatch):
    """Let the program come without the dictionaries it shipped once."""

    def nothing(_number):
        raise LookupError

    monkeypatch.setattr(squeeze, "SHIPPED", ())
    monkeypatch.setattr(squeeze, "shipped", nothing)
    monkeypatch.setattr(squeeze, "_learned", {})
    monkeypatch.setattr(squeeze, "_ENGINES", squeeze._Engines())


def test_a_store_holds_every_dictionary_it_is_written_with(connection):
    found = connection.execute("select number, text from dictionary order by number").fetchall()
    assert found == [(number, squeeze.shipped(number)) for number in squeeze.SHIPPED]


def test_a_store_is_read_by_itself(inbox, folders, request):
    payload = chat("C1", lines=["Could you true it before Friday?"])
    receipt = post(inbox, payload)
    inbox.close()
    request.getfixturevalue("without_shipped")
    again = Inbox.open(folders, Ticking())
    assert again.raw(receipt.delivery).result() == raw(payload)
    (conversation,) = receipt.conversations
    lines = again.opened(conversation).result().conversation.messages
    assert lines[0].text == "Could you true it before Friday?"
    again.close()


def test_a_dictionary_of_a_newer_program_is_learned(connection, folders, monkeypatch):
    monkeypatch.setattr(squeeze, "_learned", {})
    newer = squeeze.shipped(squeeze.BODIES)
    connection.execute("insert into dictionary values (9, ?)", (newer,))
    open_reader(folders.store).close()
    assert squeeze.unsqueeze(squeeze.squeeze(b"hello", 9)) == b"hello"


def test_a_store_without_the_table_is_opened_all_the_same(tmp_path):
    open_writer(tmp_path / "empty.sqlite").close()
    open_reader(tmp_path / "empty.sqlite").close()
