from olark_inbox.inbox import Inbox
from olark_inbox.store import refused
from olark_inbox.store.rows import Outcome
from tests.store.makers import chat, keys, post, raw

FROM = "198.51.100.7"


def keep(inbox, payload, sender=FROM):
    content = payload if isinstance(payload, bytes) else raw(payload)
    return inbox.refused.keep(content, "", "", sender).result(120)


def outcomes(inbox):
    return [one.outcome for one in inbox.deliveries().result(120)]


def test_what_was_refused_is_no_conversation_and_counts_nowhere(inbox):
    assert keep(inbox, chat("a"))
    assert keys(inbox) == []
    assert inbox.counts().result(120).unreadable == 0
    assert outcomes(inbox) == [Outcome.REFUSED]
    assert inbox.check().result(120).sound


def test_the_same_again_is_kept_once(inbox):
    for _ in range(3):
        assert keep(inbox, chat("a"))
    assert len(outcomes(inbox)) == 1


def test_reading_all_again_leaves_the_refused_alone(inbox):
    keep(inbox, chat("a"))
    post(inbox, chat("b"))
    inbox.read_again().result(120)
    assert keys(inbox) == ["b"]


def test_allowing_a_sender_takes_his_and_nobody_elses(inbox):
    keep(inbox, chat("a"))
    keep(inbox, b'data={"kind":"Conversation","id":"torn","items":[{"bo')
    keep(inbox, chat("c"), "192.0.2.1")
    assert inbox.refused.allow(FROM).result(120) == 1
    assert keys(inbox) == ["a"]
    assert sorted(outcomes(inbox)) == [Outcome.REFUSED, Outcome.STORED, Outcome.UNREADABLE]
    assert inbox.refused.allow(FROM).result(120) == 0
    assert inbox.check().result(120).sound


def test_one_can_be_taken_while_its_sender_stays_outside(inbox):
    keep(inbox, chat("a"))
    keep(inbox, chat("b"))
    oldest = inbox.deliveries().result(120)[-1]
    assert inbox.refused.admit(oldest.id).result(120) == 1
    assert keys(inbox) == ["a"]
    assert outcomes(inbox) == [Outcome.REFUSED, Outcome.STORED]


def test_too_many_are_not_kept(inbox, monkeypatch):
    monkeypatch.setattr(refused, "QUOTA_ITEMS", 2)
    assert [keep(inbox, chat(f"c{n}")) for n in range(3)] == [True, True, False]
    assert len(outcomes(inbox)) == 2


def test_going_back_to_a_backup_does_not_let_a_stranger_in(folders, clock):
    inbox = Inbox.open(folders, clock)
    post(inbox, chat("a"))
    made = inbox.keeping.back_up().result(120)
    keep(inbox, chat("strange"))
    inbox.keeping.restore(made.path).result(120)
    assert keys(inbox) == ["a"]
    assert Outcome.REFUSED in outcomes(inbox)
    inbox.close()
