from hypothesis import given
from hypothesis import strategies as st

from olark_inbox.olark.model import Agent, Conversation, Kind, Message, Rating, Side, Visitor
from olark_inbox.store.findable import index_of
from olark_inbox.store.folding import index_text


def made(**more):
    return Conversation(id="c1", key="c1", kind=Kind.TRANSCRIPT, **more)


def test_each_text_goes_into_its_own_column():
    one = made(
        messages=(
            Message(Side.VISITOR, "hello"),
            Message(Side.AGENT, "hi", agent_id="7", name="Mo"),
        ),
        tags=("sale",),
        groups=("shop",),
        agents=(Agent("7", "Maya", "maya1", "maya@x.example", more=(("team", "blue"),)),),
        visitor=Visitor(id="v1", full_name="Bob Doe", phone="(0555) 12", page="https://a.example/p",
                        custom=(("plan", "gold"),), city="Rome"),
        rating=Rating(5, comments="superb"),
        more=(("extra", "thing"),),
    )  # fmt: skip
    visitor, lines, agents, labels, other = index_of(one)
    assert lines.split() == ["hello", "hi"]
    assert labels.split() == ["sale", "shop"]
    assert set(agents.split()) >= {"Maya", "maya1", "maya@x.example", "7", "blue", "Mo"}
    assert all(word in visitor for word in ("Bob Doe", "v1", "055512"))
    assert all(word in other for word in ("c1", "gold", "plan", "Rome", "superb", "thing"))


def test_an_empty_conversation_has_texts_too():
    assert len(index_of(made())) == 5


@given(st.text(), st.text())
def test_any_text_becomes_valid_text_without_nul(name, text):
    one = made(messages=(Message(Side.VISITOR, text),), visitor=Visitor(full_name=name))
    for column in index_of(one):
        column.encode("utf-8")
        assert "\0" not in column


def test_of_a_very_long_chat_the_first_two_million_characters_are_found():
    lines = ["Früh " + "é" * 100_000, "word " * 399_900, "late", "word " * 100_000]
    _, found, *_ = index_of(made(messages=tuple(Message(Side.AGENT, line) for line in lines)))
    words = found.decode().split()
    assert words[0] == "fruh"
    assert words[1] == "e" * 100_000
    assert set(words[2:-1]) == {"word"}
    assert len(found) < 2_000_100


def test_lines_are_folded_one_by_one_and_plain_ones_stay_as_they_are():
    texts = ("Hello", "Größe \0 \uff21\uff22", "\u0301late", "Ok")
    one = made(messages=tuple(Message(Side.VISITOR, text) for text in texts))
    assert index_of(one)[1] == "\n".join(map(index_text, texts)) == "Hello\ngrosse   ab\nlate\nOk"
