from olark_inbox.olark.model import Conversation, Kind, Message, Side

VISITOR = Message(Side.VISITOR, "hello?")
PERSON = Message(Side.AGENT, "hi", agent_id="1")
GREETING = Message(Side.AGENT, "welcome", automatic=True)


def _chat(*messages, kind=Kind.TRANSCRIPT):
    return Conversation("c1", "c1", kind, messages=messages)


def test_a_transcript_without_a_line_from_us_is_unanswered():
    assert _chat(VISITOR).unanswered
    assert _chat().unanswered
    assert not _chat(VISITOR, PERSON).unanswered


def test_a_start_and_an_offline_message_are_not_unanswered():
    assert not _chat(kind=Kind.START).unanswered
    assert not _chat(Message(Side.OFFLINE, "call me"), kind=Kind.OFFLINE).unanswered


def test_only_a_greeting_is_only_automatic():
    assert _chat(GREETING).only_automatic
    assert not _chat(GREETING, PERSON).only_automatic
    assert not _chat(GREETING, VISITOR).only_automatic
    assert not _chat().only_automatic
