import json

from olark_inbox.olark.body import read_body
from olark_inbox.olark.model import Kind
from olark_inbox.olark.samples import sample_payloads

NOW = 1_763_800_000_123


def _read():
    conversations = []
    for payload in sample_payloads(NOW):
        reading = read_body(json.dumps(payload).encode())
        assert reading.failure is None
        assert not reading.repaired
        conversations += reading.conversations
    return conversations


def test_the_samples_are_one_of_each_kind():
    chats = _read()
    kinds = [chat.kind for chat in chats]
    assert kinds.count(Kind.START) == 1
    assert kinds.count(Kind.OFFLINE) == 1
    assert kinds.count(Kind.TRANSCRIPT) == 4
    assert [chat.unanswered for chat in chats].count(True) == 1
    assert any(chat.rating and chat.tags and chat.groups for chat in chats)
    assert any(chat.anonymous and chat.kind is Kind.TRANSCRIPT for chat in chats)
    assert any(len([a for a in chat.agents if a.answered]) == 2 for chat in chats)


def test_nothing_in_the_samples_is_left_unread():
    assert all(not chat.more and not chat.visitor.more and not chat.not_shown for chat in _read())


def test_samples_are_of_today_and_not_of_the_future():
    times = [m.at_ms for chat in _read() for m in chat.messages]
    assert all(NOW - 3 * 60 * 60 * 1000 < at_ms <= NOW for at_ms in times)


def test_each_press_makes_new_samples():
    first, second = ({chat.key for chat in _read()} for _ in range(2))
    assert not first & second
