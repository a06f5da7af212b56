import pytest

from olark_inbox.inbox import Inbox
from olark_inbox.store.salvage import Salvage
from tests.store import harm
from tests.store.makers import chat, post


@pytest.fixture
def store(folders, clock):
    inbox = Inbox.open(folders, clock)
    for n in range(3):
        post(inbox, chat(f"c{n}"))
    inbox.tags.create("vip", 3).result(120)
    inbox.close()
    harm.fold_in(folders.store)
    return folders.store


@pytest.fixture
def salvage(store):
    made = Salvage(store)
    yield made
    made.close()


def test_of_a_whole_store_all_is_read_and_that_it_was_whole_is_said(salvage):
    assert len([line for lines in salvage.lines() for line in lines]) == 6
    saved = [one for part in salvage.conversations() for one in part]
    assert [one.merged.winner.key for one in saved] == ["c0", "c1", "c2"]
    assert [one.marks.key for one in saved] == ["c0", "c1", "c2"]
    assert salvage.tags().tags == (("vip", 3),)
    assert salvage.whole


def test_what_is_no_store_holds_nothing(tmp_path):
    (tmp_path / "nonsense").write_bytes(b"nonsense" * 1000)
    salvage = Salvage(tmp_path / "nonsense")
    assert [line for lines in salvage.lines() for line in lines] == []
    assert [one for part in salvage.conversations() for one in part] == []
    assert salvage.tags().tags == ()
    assert not salvage.whole
    salvage.close()
