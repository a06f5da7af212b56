import pytest

from olark_inbox.inbox import Inbox
from olark_inbox.store import erasing, fetch
from olark_inbox.store.bodies import unpack
from olark_inbox.store.rows import View
from tests.store.makers import NOW, chat, keys, offline, post, raw, row, send_test

DAY = 86_400_000
TELLING = "Zanzibarfahrrad"


@pytest.fixture
def telling(inbox):
    """A chat that holds a telling word wherever there is a place for one."""
    visitor = {"id": "v9", "fullName": TELLING, "emailAddress": f"{TELLING}@example.com"}
    operators = {"7": {"id": "7", "nickname": f"{TELLING} Agent"}}
    more = {"visitor": visitor, "operators": operators, "tags": [f"{TELLING}tag"]}
    post(inbox, chat("s1", [f"My {TELLING} wobbles", "Bring it in"], **more))
    post(inbox, chat("s1", [f"My {TELLING} wobbles", "Bring it in", "Thanks"], **more))
    one = row(inbox, "s1")
    inbox.notes.write(one.id, f"{TELLING}, ring him").result()
    inbox.tags.put_on([one.id], inbox.tags.create("vip").result()).result()
    post(inbox, chat("kept"))
    return inbox


def erase(inbox, key="s1"):
    return inbox.many.erase([row(inbox, key).id]).future.result().count


def test_nothing_of_an_erased_conversation_is_left(telling, folders):
    assert erase(telling) == 1
    telling.housekeeping.merge().result()
    assert keys(telling, View.ALL) == ["kept"]
    assert keys(telling, View.ALL, words=TELLING) == []
    assert telling.check().result().sound
    assert [tag.total for tag in telling.tags.every().result()] == [0]
    assert telling.counts().result().tags == ()
    telling.close()
    left = {path.name for path in folders.root.iterdir() if holds(path.read_bytes())}
    assert left == set()


def holds(content):
    return TELLING.encode() in content or TELLING.lower().encode() in content


def test_the_word_is_in_the_file_before(telling, folders):
    telling.close()
    assert holds(folders.store.read_bytes())


def test_reading_again_never_brings_it_back_but_a_new_delivery_does(telling):
    erase(telling)
    assert telling.read_again().result() == 0
    assert telling.by_key("s1").result() is None
    post(telling, chat("s1", ["Me again", "Hello"]))
    assert telling.opened(row(telling, "s1").id).result().note == ""
    assert telling.read_again().result() == 0
    assert row(telling, "s1").lines == 2


def test_a_torn_copy_of_it_goes_too(inbox, connection):
    torn = raw(chat())[:-80]
    post(inbox, torn)
    post(inbox, chat())
    erase(inbox, "c1")
    assert fetch.one(connection, "select count(*) from delivery")[0] == 0
    assert fetch.one(connection, "select count(*) from torn")[0] == 0


def test_from_a_body_that_holds_others_only_this_one_is_cut(inbox, connection):
    both = [chat("s1", [TELLING, "x"]), offline("o1")]
    post(inbox, raw(both))
    erase(inbox)
    (body, reason, size) = fetch.one(connection, "select body, reason, size from delivery")
    left = unpack(body)
    assert TELLING.encode() not in left
    assert b"Please call me" in left
    assert (len(left), bool(reason)) == (size, True)
    before = row(inbox, "o1")
    inbox.read_again().result()
    assert row(inbox, "o1") == before
    assert keys(inbox, View.ALL) == ["o1"]
    assert inbox.check().result().sound


def test_the_bin_keeps_thirty_days(inbox, clock):
    for key in ("c1", "c2", "c3"):
        post(inbox, chat(key))
    inbox.mark([row(inbox, "c1").id], binned=True).result()
    clock.at += 29 * DAY
    inbox.mark([row(inbox, "c2").id], binned=True).result()
    assert inbox.housekeeping.daily().result() == 0
    clock.at += 2 * DAY
    assert inbox.housekeeping.daily().result() == 1
    assert keys(inbox, View.BIN) == ["c2"]
    assert keys(inbox, View.ALL) == ["c3"]


def test_a_full_bin_is_emptied_step_by_step(inbox, clock, monkeypatch):
    monkeypatch.setattr(erasing, "STEP", 2)
    ids = [post(inbox, chat(f"c{n}")).conversations[0] for n in range(5)]
    inbox.mark(ids, binned=True).result()
    clock.at += 31 * DAY
    assert inbox.housekeeping.daily().result() == 5
    assert inbox.counts().result().bin == 0


def test_answered_chats_go_to_done_after_so_many_days_if_wanted(inbox, clock):
    for key in ("old", "reminded"):
        post(inbox, chat(key))
    post(inbox, offline("waits"))
    inbox.reminders.remind([row(inbox, "reminded").id], NOW + 99 * DAY).result()
    clock.at += 8 * DAY
    post(inbox, chat("new"))
    inbox.housekeeping.daily(0).result()
    assert keys(inbox, View.DONE) == []
    inbox.housekeeping.daily(7).result()
    assert keys(inbox, View.DONE) == ["old"]
    inbox.housekeeping.daily(7).result()
    assert inbox.check().result().sound


def test_erasing_what_is_gone_does_nothing(inbox):
    number = inbox.number()
    assert inbox.many.erase([99]).future.result().count == 0
    assert inbox.number() == number


def test_tests_of_the_address_stay(inbox, connection):
    post(inbox, send_test())
    post(inbox, chat())
    erase(inbox, "c1")
    assert fetch.one(connection, "select outcome from delivery")[0] == "test"


def test_ending_the_program_ends_the_housekeeping(folders, clock):
    inbox = Inbox.open(folders, clock)
    inbox.housekeeping.daily(1)
    inbox.close()
